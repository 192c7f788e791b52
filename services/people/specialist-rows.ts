import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { yearOne } from '../days/ledger.ts';

/** Somebody of an existing cohort, as a lead's list names them. Days are in quarters. */
export const specialist = z.strictObject({
  name: z.string().min(1).max(100),
  email: z.email().max(200),
  school: z.string().max(200),
  central: z.int().min(0),
  inSchool: z.int().min(0),
});
export type Specialist = z.infer<typeof specialist>;
type Column = keyof Specialist;

/** A row of a table with the line or row it stands in, as whoever wrote it counts them. */
export type TableRow = { line: number; cells: string[] };

export type RowsProblem =
  | { fault: 'too-long' | 'not-a-table' | 'old-workbook' | 'no-rows' | 'too-many-rows' }
  | { fault: 'column-missing' | 'column-twice'; column: Column }
  /** The field that is not right, the address or the person of an earlier line, or the lead who imports. */
  | { fault: Column | 'twice' | 'same-person' | 'yourself' | 'moved'; line: number };

export type SpecialistRow = Specialist & { line: number };
export type SpecialistRows = { rows: SpecialistRow[] } | { problems: RowsProblem[] };

/** Most specialists in one list. */
export const mostRows = 200;
/** Most characters of text that is pasted: what a card can carry. A file may be longer. */
export const longestText = 8000;
/** Most quarters of a day in one column: all of Year One. More at central events than 5.5 days, or in school than 2, is let through. */
const mostQuarters = yearOne.central + yearOne.inSchool;

/** What people call the columns, without case, spaces and signs. */
const columnNames: Record<Column, string[]> = {
  name: ['name', 'fullname', 'specialist', 'specialistname', 'teacher', 'teachername'],
  email: ['email', 'emailaddress', 'mail', 'schoolemail', 'workemail'],
  school: ['school', 'schoolname', 'schoolandtown', 'schoolcollege'],
  central: ['centraldays', 'central', 'daysatcentralevents', 'centraleventdays', 'centralevents', 'centralday'],
  inSchool: ['schooldays', 'inschooldays', 'inschool', 'daysinschool', 'schoolandhubdays', 'inschoolandhubdays'],
};
const columns = Object.keys(columnNames) as Column[];

/** The specialists in text with a header: comma- or tab-separated, as a spreadsheet copies or saves it. */
export function specialistsInText(text: string): SpecialistRows {
  const table = tableIn(text);
  return table ? specialistsIn(table) : { problems: [{ fault: 'not-a-table' }] };
}

/**
 * The specialists in a table whose first row names the columns, in any order; others are left out. Either all of them, or
 * everything that is not right. Days are multiples of 0.25 from 0 to 7.5.
 */
export function specialistsIn(table: TableRow[]): SpecialistRows {
  const [header, ...body] = table.filter(({ cells }) => cells.some(Boolean));
  if (!header || body.length === 0) return { problems: [{ fault: 'no-rows' }] };
  if (body.length > mostRows) return { problems: [{ fault: 'too-many-rows' }] };
  const found = columns.map((column) => placesOf(column, header.cells));
  const amiss = columns.flatMap((column, index): RowsProblem[] => {
    const count = found[index]?.length ?? 0;
    return count === 1 ? [] : [{ fault: count === 0 ? 'column-missing' : 'column-twice', column }];
  });
  return amiss.length > 0 ? { problems: amiss } : rowsIn(body, found.flat());
}

function placesOf(column: Column, header: string[]): number[] {
  const plain = header.map((name) => name.normalize('NFKC').toLowerCase().replace(/\P{L}/gu, ''));
  return plain.flatMap((name, index) => (columnNames[column].includes(name) ? [index] : []));
}

/** `places` are those of name, email, school, central and in-school days. */
function rowsIn(body: TableRow[], places: number[]): SpecialistRows {
  const rows: SpecialistRow[] = [];
  const problems: RowsProblem[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of body) {
    const [name, email, school, central = '', inSchool = ''] = places.map((place) => cells[place] ?? '');
    const days = { central: quartersFrom(central), inSchool: quartersFrom(inSchool) };
    const { data, error } = specialist.safeParse({ name, email, school, ...days });
    const faults = new Set(error?.issues.map(({ path: [field] }) => field as Column));
    problems.push(...[...faults].map((fault) => ({ fault, line })));
    if (!data) continue;
    const address = data.email.toLowerCase();
    if (seen.has(address)) problems.push({ fault: 'twice', line });
    seen.add(address);
    rows.push({ line, ...data });
  }
  return problems.length > 0 ? { problems } : { rows };
}

/** `3.25` → 13. Undefined when it is no whole number of quarters from 0 to 7.5 days. */
function quartersFrom(cell: string): number | undefined {
  if (!/^(\d+\.?\d*|\.\d+)$/.test(cell)) return undefined;
  // A spreadsheet's formula may miss a quarter by a rounding error.
  const quarters = Math.round(Number(cell) * 4);
  const isQuarter = Math.abs(Number(cell) * 4 - quarters) < 1e-6;
  return isQuarter && quarters <= mostQuarters ? quarters : undefined;
}

/** Whether these are more days of one kind than Year One asks for: let through, but worth a second look. */
export function isBeyond({ central, inSchool }: Pick<Specialist, 'central' | 'inSchool'>): boolean {
  return central > yearOne.central || inSchool > yearOne.inSchool;
}

/** The cells of a text, or undefined when it has quotes that do not close. */
function tableIn(text: string): TableRow[] | undefined {
  try {
    const table: TableRow[] = [];
    parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        table.push({ line: lines, cells: cells.map(cellText) });
        return null;
      },
    });
    return table;
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** The sign that parts the cells of the first line: a comma, or what spreadsheets use in its place. */
function delimiterOf(text: string): string {
  const [first = ''] = text.trimStart().split('\n', 1);
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** A cell as it is kept: no control characters, no spaces at its ends or doubled. */
export function cellText(cell: string): string {
  return cell
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}
