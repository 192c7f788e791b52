import { Worker } from 'node:worker_threads';
import { cellText, type TableRow } from './specialist-rows.ts';

/** How long reading a workbook may take, in milliseconds, and how much memory, in megabytes. */
const patienceMs = 5000;
const mostMemory = 128;

/**
 * The first `mostRows` rows of a workbook's first sheet: of a formula, what it came to. Undefined when it is no workbook,
 * or one that takes too much time or memory: it is read in a thread that may fail without harm.
 */
export async function tableInXlsx(bytes: Uint8Array, mostRows: number): Promise<TableRow[] | undefined> {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: { bytes, mostRows },
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  const rows = await firstMessage(worker);
  await worker.terminate();
  return rows?.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }));
}

function firstMessage(worker: Worker): Promise<string[][] | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs, undefined);
    const settle = (rows?: string[][]) => {
      clearTimeout(timer);
      resolve(rows);
    };
    worker.once('message', settle);
    worker.once('error', () => settle());
    worker.once('exit', () => settle());
  });
}
