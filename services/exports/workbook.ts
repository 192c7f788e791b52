import writeXlsxFile from 'write-excel-file/node';
import type { TableCell, TableHead } from './table.ts';
import { timeInEngland } from './time-in-england.ts';

/** A table as a workbook of one sheet: its header stays in sight and filters, dates are dates, and no text is a formula. */
export function workbookOf({ name, columns }: TableHead, rows: TableCell[][]): Promise<Uint8Array> {
  const header = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const }));
  const options = {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
  const filtering = { features: [filters(columns.length, rows.length + 1)] };
  return writeXlsxFile([header, ...rows.map((row) => row.map(sheetCell))], options, filtering).toBuffer();
}

const alignVertical = 'top' as const;

/** Text is text whatever it looks like, and dates are the time in England as if it were UTC. */
function sheetCell(cell: TableCell) {
  if (typeof cell === 'string') return { value: cell, type: String, alignVertical };
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical };
  if ('date' in cell) return dateCell(new Date(`${cell.date}T00:00:00Z`), 'dd/mm/yyyy');
  const minute = timeInEngland(cell.instant).set({ second: 0, millisecond: 0 });
  return dateCell(minute.setZone('utc', { keepLocalTime: true }).toJSDate(), 'dd/mm/yyyy hh:mm');
}

const dateCell = (value: Date, format: string) => ({ value, type: Date, format, alignVertical });

/** Buttons on the header that filter. With rows that stay only, the active pane is the lower one of two. */
function filters(columns: number, rows: number) {
  const filter = `<autoFilter ref="A1:${columnName(columns)}${rows}"/>`;
  const transform = (sheet: string) =>
    sheet
      .replace('</sheetData>', `</sheetData>${filter}`)
      .replace('activePane="bottomRight"', 'activePane="bottomLeft"');
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

/** 1 → `A`, 27 → `AA`. */
function columnName(number: number): string {
  const [rest, letter] = [Math.floor((number - 1) / 26), String.fromCharCode(65 + ((number - 1) % 26))];
  return rest > 0 ? `${columnName(rest)}${letter}` : letter;
}
