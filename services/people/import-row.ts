import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { auditRecord } from '../audit.ts';
import { type Ledger, ledgerAt, ledgerRecord } from '../days/ledger.ts';
import type { Ref, StoredFields } from '../store/record.ts';
import { byEmailAt, byEmailRecord } from './by-email.ts';
import { hubPartition, type Member, memberAt, memberRecord } from './hub.ts';
import { specialist } from './specialist-rows.ts';

/** A row of a list that a lead said yes to. */
export const importRow = specialist.extend({
  /** Whom it is about: somebody the hub knew then, or a new person. */
  personId: z.string(),
  known: z.boolean(),
});
export type ImportRow = z.infer<typeof importRow>;

/** A row with whom it turns out to be about, and whom the hub knows by its address, if anybody. */
export type RowAbout = { row: ImportRow; personId: string; byEmail: string | undefined };

/** Into which hub and cohort a row is taken, by whom and when. */
export type Taking = { hubId: string; cohort: string; by: string; at: string };

/** The records that a row may write. */
export const recordsOf = ({ hubId, cohort }: Pick<Taking, 'hubId' | 'cohort'>, { row, personId }: RowAbout) => ({
  byEmail: byEmailAt(hubId, row.email),
  member: memberAt(hubId, personId),
  ledger: ledgerAt(hubId, cohort, personId),
});

/** What a row writes, the membership before and after, and the school where the row has another one. */
export type TakenRow = { before: Member | undefined; after: Member; school: string | undefined; write: StoredFields[] };

/** Takes a row into the hub. Nothing for whoever left it since the lead said yes, and for the lead themselves. */
export function takenRow(
  taking: Taking,
  about: RowAbout,
  records: <T extends StoredFields>(ref: Ref<T>) => T | undefined,
): TakenRow | undefined {
  const { row, personId } = about;
  const refs = recordsOf(taking, about);
  const before = records(refs.member);
  if (personId === taking.by || (row.known && !about.byEmail && !before)) return undefined;
  const after = memberFrom(about, refs.member, before);
  const days = ledgerFrom(taking, about, records(refs.ledger));
  const event = eventFor(row, { isNew: !before?.roles.includes('specialist'), hasNewDays: days !== undefined });
  const partition = hubPartition(taking.hubId);
  const { at, by } = taking;
  const line = { partition, id: `audit:${at}:${randomUUID()}`, at, by, event, subject: after.id };
  const address = byEmailRecord.make({ partition, id: refs.byEmail.id, person: personId });
  const school = after.school === before?.school ? undefined : after.school;
  return { before, after, school, write: [after, address, auditRecord.make(line), ...(days ? [days] : [])] };
}

function memberFrom({ row, personId }: RowAbout, ref: Ref<Member>, before: Member | undefined): Member {
  const { name, email } = row;
  const roles = [...new Set([...(before?.roles ?? []), 'specialist' as const])];
  const now = { name, roles, email, school: row.school || before?.school };
  if (before) return { ...before, ...now };
  return memberRecord.make({ partition: ref.partition, id: ref.id, person: personId, ...now });
}

/** The ledger with these totals; undefined when it has them already. */
function ledgerFrom(taking: Taking, about: RowAbout, before: Ledger | undefined): Ledger | undefined {
  const { central, inSchool } = about.row;
  if (before?.imported?.central === central && before.imported.inSchool === inSchool) return undefined;
  const { cohort, at, by } = taking;
  const imported = { central, inSchool, at, by };
  const { partition, id } = recordsOf(taking, about).ledger;
  return before
    ? { ...before, imported }
    : ledgerRecord.make({ partition, id, person: about.personId, cohort, imported });
}

function eventFor({ central, inSchool }: ImportRow, { isNew, hasNewDays }: { isNew: boolean; hasNewDays: boolean }) {
  const days = `${central / 4} central, ${inSchool / 4} in school`;
  if (isNew) return `brought-aboard: ${days}`;
  return hasNewDays ? `days-imported: ${days}` : 'details-imported';
}
