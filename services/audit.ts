import { z } from 'zod';
import { defineRecord } from './store/record.ts';

/** One line of the append-only audit trail: who did what to what, when. Lists in order of time. */
export const auditRecord = defineRecord('audit', 1, {
  at: z.string(),
  by: z.string(),
  event: z.string(),
  subject: z.string(),
  /** What it was before and after, where it is something with a state, and why it changed. */
  from: z.string().optional(),
  to: z.string().optional(),
  why: z.string().optional(),
  /** For whom `by` did it, where it was not for themselves. */
  onBehalfOf: z.string().optional(),
});

/** What a decision adds to the trail. `by` is a personId, or `bot` where the bot acts on the clock. */
export type AuditEntry = {
  by: string;
  event: string;
  subject: string;
  from?: string | undefined;
  to?: string | undefined;
  why?: string | undefined;
  onBehalfOf?: string | undefined;
};
