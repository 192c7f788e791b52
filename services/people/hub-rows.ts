import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { authoritiesIn, longestAuthority, mostAuthorities } from './authorities.ts';

const authorities = z.array(z.string().max(longestAuthority).regex(/\p{L}/u)).max(mostAuthorities);

/** What a coordinator sets for a hub. Dates are ISO dates in England, both or neither; a quota counts places. */
export const hubSettings = z
  .strictObject({
    name: z
      .string()
      .trim()
      .max(80)
      .regex(/[\p{L}\p{N}]/u),
    contact: z.string().trim().max(300).default(''),
    opens: z.union([z.iso.date(), z.literal('')]).default(''),
    closes: z.union([z.iso.date(), z.literal('')]).default(''),
    quota: z.union([z.coerce.number().int().min(1).max(500), z.literal('')]).default(''),
    /** Typed as one text. Absent where nothing is said of them, as on a card from before there were any. */
    authorities: z.union([authorities, z.string().transform(authoritiesIn).pipe(authorities)]).optional(),
  })
  .refine(({ opens, closes }) => (opens === '') === (closes === ''), { path: ['closes'] })
  .refine(({ opens, closes }) => opens <= closes, { path: ['closes'] });
export type HubSettings = z.infer<typeof hubSettings>;
/** The same as it is typed. */
export type HubTyped = Record<Exclude<keyof HubSettings, 'authorities'>, string> & { authorities?: string | undefined };

/** A field that is not right, or `columns` when the header or a row's length is not. */
export type Fault = keyof HubSettings | 'columns' | 'twice';
export type RowProblem = { line: number; fault: Fault };

/** Most hubs in one import: with their tasks they must fit in one commit. */
const mostRows = 45;

/** A hub's settings as typed, or which field is not right. */
export function checkHub(typed: HubTyped): { hub: HubSettings } | { faults: Fault[] } {
  const { data, error } = hubSettings.safeParse(typed);
  return data ? { hub: data } : { faults: [...new Set(error.issues.map(({ path }) => faultAt(path)))] };
}

const faultAt = ([field]: PropertyKey[]): Fault => (field as keyof HubSettings | undefined) ?? 'columns';

/** The hubs in a CSV with a header of `name` and, as wanted, `contact, opens, closes, quota, authorities`; or every row that is not right, by its line. */
export function hubsIn(csv: string): { hubs: HubSettings[] } | { problems: RowProblem[] } {
  const rows = rowsIn(csv);
  if (!rows || rows.length === 0 || rows.length > mostRows) return { problems: [{ line: 1, fault: 'columns' }] };
  const problems: RowProblem[] = [];
  const hubs: HubSettings[] = [];
  for (const [index, row] of rows.entries()) {
    const { data, error } = hubSettings.safeParse(row);
    const twice = data && hubs.some(({ name }) => hubIdFor(name) === hubIdFor(data.name));
    if (data && !twice) hubs.push(data);
    else problems.push({ line: index + 2, fault: twice ? 'twice' : faultAt(error?.issues[0]?.path ?? []) });
  }
  return problems.length > 0 ? { problems } : { hubs };
}

function rowsIn(csv: string): unknown[] | undefined {
  try {
    return parse(csv, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      bom: true,
      trim: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** The confirmed names of Maths Hubs, as a CSV to begin with. The others are for a coordinator to add. */
export function startingHubs(): string {
  return readFileSync(new URL('starting-hubs.csv', import.meta.url), 'utf8');
}

/** A hub's id, from its name: the same for names that differ only in case, spacing and signs. */
export function hubIdFor(name: string): string {
  const words =
    name
      .toLowerCase()
      .replaceAll('&', ' and ')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-');
}
