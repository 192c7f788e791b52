import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Table, TableCell } from './table.ts';

export type TableFormat = 'xlsx' | 'csv';

/** How long a file may take, reading included, in milliseconds, and how much memory, in megabytes. */
const patienceMs = 60_000;
const mostMemory = 384;
/** Rows that go to the thread at once. */
const together = 25;

/**
 * A table as a file: a workbook, or CSV. It is written in a thread of its own that ends with it, and others run while
 * its rows are read, so that a long one keeps nobody waiting. The file is whole, or this throws.
 */
export async function tableFile({ rows, ...head }: Table, format: TableFormat): Promise<Buffer> {
  const worker = new Worker(new URL('table-worker.ts', import.meta.url), {
    workerData: { ...head, format },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  const written = firstMessage(worker);
  written.catch(() => undefined);
  try {
    for await (const some of inParts(rows)) {
      worker.postMessage(some);
      await Promise.race([letOthersRun(), written]);
    }
    worker.postMessage('all');
    const { buffer, byteOffset, byteLength } = await written;
    return Buffer.from(buffer, byteOffset, byteLength);
  } finally {
    await worker.terminate();
  }
}

async function* inParts(rows: AsyncIterable<TableCell[]>): AsyncGenerator<TableCell[][]> {
  let some: TableCell[][] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < together) continue;
    yield some;
    some = [];
  }
  yield some;
}

function firstMessage(worker: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the file took too long')), patienceMs);
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
    };
    worker.once('message', (bytes) => settle(() => resolve(bytes)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) => settle(() => reject(new Error(`the file’s thread ended with ${code}`))));
  });
}
