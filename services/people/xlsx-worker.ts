import { parentPort, workerData } from 'node:worker_threads';
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';

/** Most bytes of a workbook once it is unpacked. */
const mostUnpacked = 8 * 1024 * 1024;
/** How much is unpacked at a time: a few megabytes at most come of it. */
const step = 4096;
/** More cells of a row than any list has. */
const mostCells = 100;

type Asked = { bytes: Uint8Array; mostRows: number };

/** The rows of a workbook's first sheet as text, for `xlsx.ts`: in a thread of its own, whose memory has a bound. */
async function rows({ bytes, mostRows }: Asked): Promise<string[][]> {
  // Packed again without compression: what is read has been measured.
  const measured = zipSync(unpacked(bytes), { level: 0 });
  const sheet = await readSheet(new Blob([measured]));
  return sheet.slice(0, mostRows).map((row) => row.slice(0, mostCells).map(textOf));
}

function textOf(value: unknown): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString() : String(value);
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  let left = mostUnpacked;
  const unzip = new Unzip((file) => {
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, last) => {
      if (error) throw error;
      left -= part.length;
      if (left < 0) throw new Error('too much once it is unpacked');
      parts.push(part);
      if (last) files[file.name] = Buffer.concat(parts);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let from = 0; from < bytes.length; from += step) {
    unzip.push(bytes.subarray(from, from + step), from + step >= bytes.length);
  }
  return files;
}

parentPort?.postMessage(await rows(workerData as Asked));
