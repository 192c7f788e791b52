import { type Column, columnsIn } from './register-columns.ts';
import type { SchoolRow } from './school.ts';

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

const mostProblems = 10;
const openStatuses = new Set(['open', 'open, but proposed to close']);

/** Takes the records of a file one by one, and no more once there are problems enough. */
export function takeRows() {
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
