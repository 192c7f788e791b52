import { Worker } from 'node:worker_threads';
import { DateTime } from 'luxon';
import type { Table, TableCell } from './table.ts';

/** How long writing a workbook may take, in milliseconds, and how much memory, in megabytes. */
const patienceMs = 60_000;
const mostMemory = 384;

/** A cell as it goes to the thread: text is text whatever it looks like, and dates are the time in England as if it were UTC. */
export type SheetCell = string | number | { at: Date; format: 'dd/mm/yyyy' | 'dd/mm/yyyy hh:mm' };
export type Sheet = Omit<Table, 'rows'> & { rows: SheetCell[][] };

/**
 * A table as a workbook of one sheet: its header stays in sight and filters, dates are dates, and no text is a formula. It
 * is written in a thread of its own, so that a long one keeps nobody waiting.
 */
export async function tableAsWorkbook({ rows, ...table }: Table): Promise<Buffer> {
  const workerData: Sheet = { ...table, rows: rows.map((row) => row.map(sheetCell)) };
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  try {
    return Buffer.from(await firstMessage(worker));
  } finally {
    await worker.terminate();
  }
}

function sheetCell(cell: TableCell): SheetCell {
  if (typeof cell !== 'object') return cell;
  if ('date' in cell) return { at: new Date(`${cell.date}T00:00:00Z`), format: 'dd/mm/yyyy' };
  const england = DateTime.fromISO(cell.instant, { zone: 'Europe/London' }).set({ second: 0, millisecond: 0 });
  return { at: england.setZone('utc', { keepLocalTime: true }).toJSDate(), format: 'dd/mm/yyyy hh:mm' };
}

function firstMessage(worker: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the workbook took too long')), patienceMs);
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
    };
    worker.once('message', (bytes) => settle(() => resolve(bytes)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) => settle(() => reject(new Error(`the workbook’s thread ended with ${code}`))));
  });
}
