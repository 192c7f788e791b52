import { type Cell, csvOf } from './csv.ts';
import type { TableCell, TableHead } from './table.ts';
import { timeInEngland } from './time-in-england.ts';

/** A table as CSV, with dates as `2026-03-02` and instants as `2026-03-02 16:05` in England. */
export const csvOfTable = ({ columns }: TableHead, rows: TableCell[][]): string =>
  csvOf([columns.map(({ title }) => title), ...rows.map((row) => row.map(csvCell))]);

function csvCell(cell: TableCell): Cell {
  if (typeof cell !== 'object') return cell;
  return 'date' in cell ? cell.date : timeInEngland(cell.instant).toFormat('yyyy-MM-dd HH:mm');
}
