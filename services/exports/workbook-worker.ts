import { parentPort, workerData } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';
import type { Sheet, SheetCell } from './workbook.ts';

/** Writes the workbook for `workbook.ts`, in a thread of its own. */
async function written({ name, columns, rows }: Sheet): Promise<Uint8Array> {
  const header = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const }));
  const options = {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
  const filtering = { features: [filters(columns.length, rows.length + 1)] };
  return writeXlsxFile([header, ...rows.map((row) => row.map(cellOf))], options, filtering).toBuffer();
}

function cellOf(cell: SheetCell) {
  if (typeof cell === 'string') return { value: cell, type: String, alignVertical: 'top' as const };
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' as const };
  return { value: cell.at, type: Date, format: cell.format, alignVertical: 'top' as const };
}

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

parentPort?.postMessage(await written(workerData as Sheet));
