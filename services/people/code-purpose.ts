import { z } from 'zod';

/**
 * What a one-time code is for: to make whoever sends it a lead; to make the account it is sent from somebody's own; or to
 * do so for somebody whom a lead knows and the bot has not met in this account.
 */
export const codePurpose = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lead'), hubId: z.string() }),
  z.strictObject({ kind: z.literal('link'), personId: z.string() }),
  z.strictObject({ kind: z.literal('claim'), personId: z.string(), hubId: z.string() }),
]);
export type CodePurpose = z.infer<typeof codePurpose>;
