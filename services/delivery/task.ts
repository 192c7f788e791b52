import { z } from 'zod';
import { codePurpose } from '../people/code-purpose.ts';
import { channelEnd } from '../people/hub.ts';
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
  z.strictObject({ name: z.literal('set-channel'), hubId: z.string(), conversationId: z.string() }),
  z.strictObject({
    name: z.literal('free-channel'),
    conversationId: z.string(),
    teamId: z.string().optional(),
    link: z.string(),
  }),
  z.strictObject({
    name: z.literal('lose-channel'),
    conversationId: z.string(),
    link: z.string(),
    how: channelEnd,
  }),
  z.strictObject({ name: z.literal('list-hub'), hubId: z.string() }),
  z.strictObject({ name: z.literal('person-is-back'), personId: z.string() }),
  z.strictObject({ name: z.literal('know-person'), personId: z.string() }),
  z.strictObject({
    name: z.literal('merge-people'),
    from: z.string(),
    into: z.string(),
    /** Applications that go on where both have one. */
    keep: z.array(z.string()),
  }),
  z.strictObject({
    name: z.literal('drop-account'),
    personId: z.string(),
    tenantId: z.string(),
    objectId: z.string(),
  }),
  z.strictObject({ name: z.literal('carry-over'), hubId: z.string(), move: z.string() }),
  z.strictObject({ name: z.literal('settle-hub'), hubId: z.string(), by: z.string() }),
  z.strictObject({ name: z.literal('empty-hub'), hubId: z.string(), to: z.string(), by: z.string() }),
  z.strictObject({ name: z.literal('give-authorities'), hubId: z.string(), to: z.string(), by: z.string() }),
  z.strictObject({ name: z.literal('carry-school'), hubId: z.string(), personId: z.string(), by: z.string() }),
  z.strictObject({ name: z.literal('make-lead'), hubId: z.string(), personId: z.string(), by: z.string() }),
  z.strictObject({
    name: z.literal('end-membership'),
    personId: z.string(),
    applicationId: z.string(),
    by: z.string(),
  }),
  /** `freed` names the move that gave a place back. */
  z.strictObject({ name: z.literal('fill-place'), hubId: z.string(), cohort: z.string(), freed: z.string() }),
  z.strictObject({ name: z.literal('release-staged'), hubId: z.string(), cohort: z.string() }),
  z.strictObject({ name: z.literal('take-import'), hubId: z.string(), importId: z.string() }),
]);
export type Owed = z.infer<typeof owed>;

/** A task to be run until it is done, once its change is committed. */
export type Task = {
  id: string;
  owed: Owed;
  /** Too long for the turn that causes it: left to delivery. */
  later?: true;
};
