import { parentPort, workerData } from 'node:worker_threads';
import { csvOfTable } from './csv-of-table.ts';
import type { TableCell, TableHead } from './table.ts';
import type { TableFormat } from './table-file.ts';
import { workbookOf } from './workbook.ts';

/** Writes the file for `table-file.ts`, in a thread of its own: takes rows until they are all there. */
const { format, ...head } = workerData as TableHead & { format: TableFormat };
const rows: TableCell[][] = [];

parentPort?.on('message', async (some: TableCell[][] | 'all') => {
  if (some !== 'all') return void rows.push(...some);
  parentPort?.postMessage(format === 'csv' ? Buffer.from(csvOfTable(head, rows)) : await workbookOf(head, rows));
});
