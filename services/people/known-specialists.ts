import type { Actor } from '../access.ts';
import { type Ledger, ledgerRecord, quartersIn } from '../days/ledger.ts';
import type { Deps } from '../deps.ts';
import { readPage } from '../store/record.ts';
import type { StoreRecord } from '../store/store.ts';
import { byEmailAt, byEmailRecord } from './by-email.ts';
import { hubPartition, type Member, memberRecord } from './hub.ts';
import type { RowsProblem, SpecialistRow } from './specialist-rows.ts';

/** Somebody whom the hub knows already and the list says something else of. Days in quarters. */
export type ChangedRow = { row: SpecialistRow; before: { name: string; school: string; quarters: number } };
/** What is new in a list, and how many of its rows are not. */
export type Compared = { fresh: SpecialistRow[]; changed: ChangedRow[]; unchanged: number };

type Known = { personId: string; moved: boolean; member: Member | undefined; ledger: Ledger | undefined };
export type KnownIn = { of(row: { email: string }): Known | undefined };

/** Everybody a hub knows by their address: three questions, however many they are asked about. */
export async function knownIn(deps: Deps, hubId: string, cohort: string): Promise<KnownIn> {
  const partition = hubPartition(hubId);
  const [emails, members, ledgers] = await Promise.all([
    everyOne(deps, byEmailRecord, partition),
    everyOne(deps, memberRecord, partition),
    everyOne(deps, ledgerRecord, partition),
  ]);
  const byAddress = new Map(emails.map((one) => [one.id, one]));
  const memberOf = new Map(members.map((member) => [member.person, member]));
  const ledgerOf = new Map(ledgers.flatMap((one) => (one.cohort === cohort ? [[one.person, one] as const] : [])));
  return {
    of({ email }) {
      const { person: personId, movedTo } = byAddress.get(byEmailAt(hubId, email).id) ?? {};
      if (!personId) return undefined;
      return { personId, moved: !!movedTo, member: memberOf.get(personId), ledger: ledgerOf.get(personId) };
    },
  };
}

const atATime = 500;

async function everyOne<T extends { id: string }>(
  deps: Deps,
  kind: { type: string; parse(raw: StoreRecord): T },
  partition: string,
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await readPage(deps.store, kind, partition, { after: all.at(-1)?.id, limit: atATime });
    all.push(...page);
    if (page.length < atATime) return all;
  }
}

/** Rows that only a look at the hub shows to be wrong. Nobody records days for themselves. */
export function problemsOf(rows: SpecialistRow[], known: KnownIn, actor: Actor): RowsProblem[] {
  const seen = new Set<string>();
  return rows.flatMap((row): RowsProblem[] => {
    const { personId, moved } = known.of(row) ?? {};
    if (personId === actor.personId || plain(row.name) === plain(actor.name))
      return [{ fault: 'yourself', line: row.line }];
    if (moved) return [{ fault: 'moved', line: row.line }];
    if (!personId) return [];
    const again = seen.has(personId);
    seen.add(personId);
    return again ? [{ fault: 'same-person', line: row.line }] : [];
  });
}

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** What a list says that the hub does not know, or knows otherwise. */
export function compared(rows: SpecialistRow[], known: KnownIn): Compared {
  const result: Compared = { fresh: [], changed: [], unchanged: 0 };
  for (const row of rows) {
    const { member, ledger } = known.of(row) ?? {};
    if (!member?.roles.includes('specialist')) result.fresh.push(row);
    else if (isAsHeld(row, member, ledger)) result.unchanged += 1;
    else {
      const before = { name: member.name, school: member.school ?? '', quarters: quartersIn(ledger) };
      result.changed.push({ row, before });
    }
  }
  return result;
}

function isAsHeld(row: SpecialistRow, member: Member, ledger: Ledger | undefined): boolean {
  const { central, inSchool } = ledger?.imported ?? {};
  const sameDays = central === row.central && inSchool === row.inSchool;
  return sameDays && member.name === row.name && (row.school === '' || member.school === row.school);
}
