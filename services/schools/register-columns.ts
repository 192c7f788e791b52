/** The columns of the register's CSV that are read. */
export type Column = keyof typeof named;

/**
 * What the DfE calls each column, in the whole register and in the shorter download of a search. Compared without case,
 * spaces, signs and a `(name)` at the end.
 */
const named = {
  urn: ['URN'],
  name: ['EstablishmentName', 'Name'],
  type: ['TypeOfEstablishment (name)', 'Establishment type', 'Type'],
  status: ['EstablishmentStatus (name)', 'Status'],
  phase: ['PhaseOfEducation (name)', 'Phase'],
  localAuthority: ['LA (name)', 'Local authority'],
  town: ['Town'],
  postcode: ['Postcode'],
  locality: ['Locality'],
  website: ['SchoolWebsite', 'Website'],
  lowAge: ['StatutoryLowAge', 'Low age'],
  highAge: ['StatutoryHighAge', 'High age'],
  headTitle: ['HeadTitle (name)'],
  headFirst: ['HeadFirstName', 'Headteacher first name'],
  headLast: ['HeadLastName', 'Headteacher last name'],
} satisfies Record<string, string[]>;

/** The shorter download may lack these. */
const optional = new Set<Column>(['locality', 'website', 'lowAge', 'highAge', 'headTitle', 'headFirst', 'headLast']);
const all = Object.keys(named) as Column[];

/** Where each column stands in a header; -1 where an optional one is not there. Or the register's names of those that are missing. */
export function columnsIn(header: string[]): { places: Record<Column, number> } | { missing: string[] } {
  const there = header.map(plain);
  const found = all.map((column) => [column, placeOf(column, there)] as const);
  const missing = found.flatMap(([column, place]) =>
    place < 0 && !optional.has(column) ? [named[column][0] ?? ''] : [],
  );
  return missing.length > 0 ? { missing } : { places: Object.fromEntries(found) as Record<Column, number> };
}

/** The whole register also has `LA (code)` and its like: those are other columns. */
function placeOf(column: Column, header: string[]): number {
  for (const name of named[column]) {
    const place = header.indexOf(plain(name));
    if (place >= 0) return place;
  }
  return -1;
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/\(name\)\s*$/, '')
    .replace(/[^a-z()]/g, '');
