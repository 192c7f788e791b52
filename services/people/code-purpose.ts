import { z } from 'zod';

/** What a one-time code is for: to make whoever sends it a lead, or to make the account it is sent from somebody's own. */
export const codePurpose = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lead'), hubId: z.string() }),
  z.strictObject({ kind: z.literal('link'), personId: z.string() }),
]);
export type CodePurpose = z.infer<typeof codePurpose>;
