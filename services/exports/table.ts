import { DateTime } from 'luxon';
import { type Cell, csvOf } from './csv.ts';

/** A cell of a table: text, which may have come from people, a number, an ISO date in England, or an ISO instant. */
export type TableCell = string | number | { date: string } | { instant: string };

/** A table as it is downloaded. Widths are in characters. */
export type Table = { name: string; columns: { title: string; width: number }[]; rows: TableCell[][] };

/** A table as CSV, with dates as `2026-03-02` and instants as `2026-03-02 16:05` in England. */
export const tableAsCsv = ({ columns, rows }: Table): string =>
  csvOf([columns.map(({ title }) => title), ...rows.map((row) => row.map(csvCell))]);

function csvCell(cell: TableCell): Cell {
  if (typeof cell !== 'object') return cell;
  if ('date' in cell) return cell.date;
  return DateTime.fromISO(cell.instant, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd HH:mm');
}
