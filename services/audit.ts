import { z } from 'zod';
import { defineRecord } from './store/record.ts';

/** One line of the append-only audit trail: who did what to what, when. Lists in order of time. */
export const auditRecord = defineRecord('audit', 1, {
  at: z.string(),
  by: z.string(),
  event: z.string(),
  subject: z.string(),
  /** For whom `by` did it, where it was not for themselves. */
  onBehalfOf: z.string().optional(),
});

/** What a decision adds to the trail. `by` is a personId, or `bot` where the bot acts on the clock. */
export type AuditEntry = { by: string; event: string; subject: string; onBehalfOf?: string | undefined };
