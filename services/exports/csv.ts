/** One cell: a number, or text that may have come from people. */
export type Cell = string | number;

/** What spreadsheets take for the start of a formula, also behind spaces and quotation marks, and in full width. */
const formula = /^[\s\p{Cf}"'“”‘’]*[=+\-−@|＝＋－＠]|^[\t\r\n]/u;

/**
 * Rows as CSV, as RFC 4180 has it, with the mark that makes Excel read UTF-8. Text that a spreadsheet would take for a
 * formula gets an apostrophe in front, which makes it text; numbers stay numbers.
 */
export function csvOf(rows: Cell[][]): string {
  return `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
