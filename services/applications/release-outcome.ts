import { z } from 'zod';

/** Why a decision stayed where it was when the others were told. */
export const leftBecause = z.enum([
  'full',
  'too-many',
  'no-quota',
  'conflicted',
  'not-now',
  'denied',
  'too-early',
  'opened',
  'refused',
  'merged',
]);
export type LeftBecause = z.infer<typeof leftBecause>;

const decision = z.enum(['offer', 'put-on-reserve', 'decline']);

/** What a release came to: how many, and nothing else. */
export const releaseOutcome = z.strictObject({
  /** How many were told, by what they were told. */
  told: z.partialRecord(decision, z.int()),
  /** How many stayed, by why. */
  left: z.partialRecord(leftBecause, z.int()),
  /** How many were decided anew, taken back or overtaken before they could be told. */
  gone: z.int(),
});
export type ReleaseOutcome = z.infer<typeof releaseOutcome>;
