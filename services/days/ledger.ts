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
