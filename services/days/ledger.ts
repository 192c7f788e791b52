import { z } from 'zod';
import { hubPartition } from '../people/hub.ts';
import { defineRecord, type RecordOf } from '../store/record.ts';

/**
 * A specialist's Year One days in a cohort, in the hub they belong to. Days are counted in quarters (NCP25-03 asks for
 * 7.5: 5.5 at central events and 2 in school and in hub).
 */
export const ledgerRecord = defineRecord('ledger', 1, {
  cohort: z.string(),
  /** What was logged elsewhere before, as a lead imported it. */
  imported: z
    .strictObject({ central: z.int().min(0), inSchool: z.int().min(0), at: z.string(), by: z.string() })
    .optional(),
});
export type Ledger = RecordOf<typeof ledgerRecord>;

export const ledgerAt = (hubId: string, cohort: string, personId: string) =>
  ledgerRecord.at(hubPartition(hubId), `ledger:${cohort}:${personId}`);

/** What Year One asks for, in quarters of a day (NCP25-03). */
export const yearOne = { central: 22, inSchool: 8 } as const;

/** How many quarters of a day a ledger holds. */
export function quartersIn(ledger: Pick<Ledger, 'imported'> | undefined): number {
  const { central = 0, inSchool = 0 } = ledger?.imported ?? {};
  return central + inSchool;
}

/** Two ledgers of one person as one: they are two accounts of the same days, so the fuller one counts. */
export function joined<L extends Pick<Ledger, 'imported'>>(one: L | undefined, other: L): L {
  if (!one?.imported || !other.imported) return { ...other, ...one, imported: one?.imported ?? other.imported };
  const days = ({ central, inSchool }: { central: number; inSchool: number }) => central + inSchool;
  return days(one.imported) >= days(other.imported) ? one : { ...one, imported: other.imported };
}
