import { type SchoolFacts, schoolFacts } from './school-facts.ts';

/** What is kept of a school, in this order: new fields come last. A field that the register leaves empty is an empty text. */
const fields = [
  'urn',
  'name',
  'town',
  'postcode',
  'localAuthority',
  'type',
  'phase',
  'locality',
  'head',
  'website',
  'lowAge',
  'highAge',
] as const;
type Field = (typeof fields)[number];

/** A school as the register has it, all as text. */
export type SchoolRow = Record<Field, string>;

/** A school of the DfE's register. Ages are in years. */
export type School = {
  /** Its number in the register. */
  urn: string;
  name: string;
  town: string;
  postcode: string;
  localAuthority: string;
  /** Type of establishment and phase of education, by the register's names. */
  type: string;
  phase: string;
  /** The headteacher: title, first and last name. */
  head?: string;
  website?: string;
  lowAge?: number;
  highAge?: number;
} & SchoolFacts;

/** One line of text that holds a school. No field has a tab or a line break in it. */
export const lineOf = (row: SchoolRow): string => fields.map((field) => row[field]).join('\t');

/** The school in a line that `lineOf` wrote. */
export function rowIn(line: string): SchoolRow {
  const cells = line.split('\t');
  const [urn = '', name = '', town = '', postcode = '', localAuthority = '', type = '', phase = ''] = cells;
  const [locality = '', head = '', website = '', lowAge = '', highAge = ''] = cells.slice(7);
  return { urn, name, town, postcode, localAuthority, type, phase, locality, head, website, lowAge, highAge };
}

/** A school, from what is kept of it. */
export function schoolFrom({ locality: _, head, website, lowAge, highAge, ...row }: SchoolRow): School {
  return {
    ...row,
    ...schoolFacts(row),
    ...(head && { head }),
    ...(website && { website }),
    ...(lowAge && { lowAge: Number(lowAge) }),
    ...(highAge && { highAge: Number(highAge) }),
  };
}
