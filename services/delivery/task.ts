import { z } from 'zod';
import { codePurpose } from '../people/code-purpose.ts';
import { channelUse } from '../people/hub.ts';
import { hubSettings } from '../people/hub-rows.ts';

/** What one partition's change still owes another partition. Each is an idempotent commit keyed by its id. */
export const owed = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('place-application'),
    personId: z.string(),
    hubId: z.string(),
    cohort: z.string(),
    applicationId: z.string(),
  }),
  z.strictObject({ name: z.literal('remember-hub'), personId: z.string(), hubId: z.string() }),
  z.strictObject({
    name: z.literal('keep-code'),
    hash: z.string(),
    purpose: codePurpose,
    by: z.string(),
    goodUntil: z.string(),
  }),
  z.strictObject({
    name: z.literal('make-hub'),
    hubId: z.string(),
    cohort: z.string(),
    settings: hubSettings,
    by: z.string(),
  }),
  z.strictObject({
    name: z.literal('set-channel'),
    hubId: z.string(),
    use: channelUse,
    conversationId: z.string(),
    serviceUrl: z.string(),
    tenantId: z.string(),
    by: z.string(),
  }),
  z.strictObject({
    name: z.literal('free-channel'),
    conversationId: z.string(),
    hubId: z.string(),
    use: channelUse,
  }),
  z.strictObject({ name: z.literal('list-hub'), hubId: z.string() }),
  z.strictObject({
    name: z.literal('link-account'),
    personId: z.string(),
    from: z.string(),
    tenantId: z.string(),
    objectId: z.string(),
  }),
  z.strictObject({ name: z.literal('make-lead'), hubId: z.string(), personId: z.string(), by: z.string() }),
]);
export type Owed = z.infer<typeof owed>;

/** A task to be run until it is done, once its change is committed. */
export type Task = { id: string; owed: Owed };
