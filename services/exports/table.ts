/** A cell of a table: text, which may have come from people, a number, an ISO date in England, or an ISO instant. */
export type TableCell = string | number | { date: string } | { instant: string };

/** What is known of a table before its rows. Widths are in characters. */
export type TableHead = { name: string; columns: { title: string; width: number }[] };

/** A table as it is downloaded: its rows come as they are read. */
export type Table = TableHead & { rows: AsyncIterable<TableCell[]> };
