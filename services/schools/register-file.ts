import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { CsvError, type Info, parse } from 'csv-parse';
import { type FileProblem, type RegisterRead, takeRows } from './register-rows.ts';

/** A file that can be read from its beginning more than once. */
export type RegisterFile = () => AsyncIterable<Uint8Array>;

/** How far the reading has come. */
export type Progress = (done: { bytes: number; rows: number }) => void;

/**
 * The open schools in a CSV of the DfE's register, in the order of their names: columns found by name, in Windows-1252
 * as the DfE writes it or in UTF-8. All of them, or what is wrong: at most ten problems.
 */
export async function registerIn(file: RegisterFile, progress: Progress = () => {}): Promise<RegisterRead> {
  const encoding = await encodingOf(file);
  if (!encoding) return { problems: [{ fault: 'not-a-table' }] };
  const taking = takeRows();
  try {
    await eachRecord(file, encoding, taking.take, (bytes) => progress({ bytes, rows: taking.count() }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const problem: FileProblem = { fault: 'quote', line: lineOf(error) };
    return { problems: [...taking.problems.slice(0, 9), problem] };
  }
  return taking.result();
}

const lineOf = (error: CsvError): number => (typeof error.lines === 'number' ? error.lines : 0);

/** UTF-8 when every byte of the file says so, else Windows-1252; undefined when it is no text. */
async function encodingOf(file: RegisterFile): Promise<'utf-8' | 'windows-1252' | undefined> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let encoding: 'utf-8' | 'windows-1252' = 'utf-8';
  for await (const bytes of file()) {
    if (bytes.includes(0)) return undefined;
    if (encoding === 'utf-8' && !decodes(utf8, bytes)) encoding = 'windows-1252';
  }
  return encoding;
}

function decodes(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

async function eachRecord(
  file: RegisterFile,
  encoding: string,
  take: (cells: string[], line: number) => void,
  progress: (bytes: number) => void,
): Promise<void> {
  const decoder = new TextDecoder(encoding);
  async function* text() {
    let bytes = 0;
    for await (const chunk of file()) {
      yield decoder.decode(chunk, { stream: true });
      bytes += chunk.length;
      progress(bytes);
    }
  }
  const parser = parse({ info: true, relax_column_count: true, skip_empty_lines: true });
  await pipeline(text, parser, async (records: AsyncIterable<{ record: string[]; info: Info }>) => {
    for await (const { record, info } of records) take(record, info.lines);
  });
}
