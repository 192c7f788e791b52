import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { CsvError, type Info, parse } from 'csv-parse';
import { type Column, columnsIn } from './register-columns.ts';
import type { SchoolRow } from './school.ts';

/** A file that can be read from its beginning more than once. */
export type RegisterFile = () => AsyncIterable<Uint8Array>;

/** What is wrong with a file. Lines are counted from 1, and a row that breaks over lines is known by its last. */
export type FileProblem =
  | { fault: 'empty' | 'none-open' | 'not-a-table' }
  | { fault: 'columns-missing'; line: number; columns: string[] }
  | { fault: 'quote'; line: number }
  | { fault: 'fields'; line: number; fields: number; expected: number }
  | { fault: 'urn' | 'name'; line: number; found: string }
  | { fault: 'twice'; line: number; urn: string };

/** How many have each value. */
export type Counts = ReadonlyMap<string, number>;

export type RegisterRead =
  /** The open schools, and how many of which status were left out. */
  { rows: SchoolRow[]; leftOut: Counts } | { problems: FileProblem[] };

/** How far the reading has come. */
export type Progress = (done: { bytes: number; rows: number }) => void;

const mostProblems = 10;
const openStatuses = new Set(['open', 'open, but proposed to close']);

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
    return { problems: [...taking.problems, problem].slice(0, mostProblems) };
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

/** Takes the records of a file one by one, and no more once there are problems enough. */
function takeRows() {
  const problems: FileProblem[] = [];
  const rows: SchoolRow[] = [];
  const leftOut = new Map<string, number>();
  const seen = new Set<string>();
  let places: Record<Column, number> | undefined;
  let expected = 0;
  let count = 0;

  function takeHeader(cells: string[], line: number): void {
    const found = columnsIn(cells);
    expected = cells.length;
    if ('missing' in found) problems.push({ fault: 'columns-missing', line, columns: found.missing });
    else places = found.places;
  }

  function takeRow(cells: string[], line: number, at: Record<Column, number>): void {
    count += 1;
    if (cells.length !== expected) {
      problems.push({ fault: 'fields', line, fields: cells.length, expected });
      return;
    }
    const cell = (column: Column) => cellText(cells[at[column]] ?? '');
    const urn = cell('urn');
    if (!/^\d{5,7}$/.test(urn)) problems.push({ fault: 'urn', line, found: urn });
    else if (seen.has(urn)) problems.push({ fault: 'twice', line, urn });
    else if (!cell('name')) problems.push({ fault: 'name', line, found: urn });
    seen.add(urn);
    const status = cell('status');
    if (openStatuses.has(status.toLowerCase())) rows.push(rowFrom(cell));
    else leftOut.set(status, (leftOut.get(status) ?? 0) + 1);
  }

  return {
    problems,
    count: () => count,
    take(cells: string[], line: number): void {
      if (problems.length >= mostProblems) return;
      if (places) takeRow(cells, line, places);
      else if (problems.length === 0) takeHeader(cells, line);
    },
    result(): RegisterRead {
      if (problems.length > 0) return { problems };
      if (count === 0) return { problems: [{ fault: 'empty' }] };
      if (rows.length === 0) return { problems: [{ fault: 'none-open' }] };
      return { rows: rows.sort((a, b) => order(a.name, b.name) || order(a.urn, b.urn)), leftOut };
    },
  };
}

function rowFrom(cell: (column: Column) => string): SchoolRow {
  return {
    urn: cell('urn'),
    name: cell('name'),
    town: cell('town'),
    postcode: cell('postcode').toUpperCase(),
    localAuthority: cell('localAuthority'),
    type: cell('type'),
    phase: cell('phase'),
    locality: cell('locality'),
    head: [cell('headTitle'), cell('headFirst'), cell('headLast')].filter(isName).join(' '),
    website: cell('website'),
    lowAge: years(cell('lowAge')),
    highAge: years(cell('highAge')),
  };
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const isName = (part: string) => part !== '' && part !== 'Not-applicable' && part !== 'Not applicable';
const years = (text: string) => (/^\d{1,2}$/.test(text) ? text : '');

/** A cell as it is kept: no control characters, no spaces at its ends or doubled, not longer than any real one. */
const cellText = (cell: string) =>
  cell
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200);
