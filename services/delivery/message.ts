import { z } from 'zod';
import { releaseOutcome } from '../applications/release-outcome.ts';
import { reminders } from '../applications/reminder-rules.ts';
import { applicantNews } from '../applications/states.ts';
import { channelEnd, channelUse } from '../people/hub.ts';

/**
 * What a message says, as facts. Names and wording are added when it is sent, from the records as they then stand, so
 * that a message never repeats what has changed and the outbox holds no personal data.
 */
export const content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('welcome') }),
  z.strictObject({
    kind: z.literal('channel-lost'),
    hubId: z.string(),
    use: channelUse,
    link: z.string(),
    how: channelEnd,
  }),
  z.strictObject({ kind: z.literal('channel-renamed'), hubId: z.string(), use: channelUse, link: z.string() }),
  z.strictObject({ kind: z.literal('account-linked') }),
  /** A hub that was closed could not stay so, for whoever closed it. */
  z.strictObject({ kind: z.literal('hub-open-again'), hubId: z.string() }),
  z.strictObject({ kind: z.literal('moved-hub'), hubId: z.string() }),
  z.strictObject({
    kind: z.literal('application-news'),
    hubId: z.string(),
    applicationId: z.string(),
    news: z.enum(applicantNews),
  }),
  z.strictObject({
    kind: z.literal('application-reminder'),
    hubId: z.string(),
    applicationId: z.string(),
    rule: z.enum(reminders),
  }),
  z.strictObject({ kind: z.literal('draft-reminder'), cohort: z.string() }),
  /** What happened to a hub's applications from one instant up to another, for its leads on one day. */
  z.strictObject({
    kind: z.literal('applications-digest'),
    hubId: z.string(),
    cohort: z.string(),
    day: z.iso.date(),
    from: z.string(),
    through: z.string(),
  }),
  /** What a release of decisions, named by its press, could not tell, for the hub's leads. */
  z.strictObject({ kind: z.literal('decisions-left'), hubId: z.string(), cohort: z.string(), op: z.string() }),
  /** A place that became free and is left to the hub's leads to offer. */
  z.strictObject({ kind: z.literal('place-left'), hubId: z.string(), cohort: z.string() }),
  /** What became of decisions that waited for the morning, for the lead who released them. */
  z.strictObject({
    kind: z.literal('decisions-released'),
    hubId: z.string(),
    cohort: z.string(),
    askedAt: z.string(),
    outcome: releaseOutcome,
  }),
  /** A question, for the leads; `again` when it has waited for a while. */
  z.strictObject({
    kind: z.literal('hub-question'),
    hubId: z.string(),
    questionId: z.string(),
    again: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('hub-question-gone'), hubId: z.string(), questionId: z.string() }),
  /** What became of a question, for whoever asked. `version` is that of the answer, 0 where there is none. */
  z.strictObject({
    kind: z.literal('hub-answer'),
    hubId: z.string(),
    questionId: z.string(),
    version: z.int(),
    named: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('done-for-you'),
    hubId: z.string(),
    what: z.literal('application'),
    by: z.string(),
    at: z.string(),
  }),
]);
export type Content = z.infer<typeof content>;

/** Whom a message goes to: a person, wherever they can be reached, or one channel. */
export const addressee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), personId: z.string() }),
  z.strictObject({
    kind: z.literal('channel'),
    conversationId: z.string(),
    serviceUrl: z.string(),
  }),
]);

/** A message to be sent once its change is committed. The id makes it one, however often the change is tried. */
export type Message = {
  id: string;
  /** The tenant whose limits it counts against; messages of one tenant are sent by one replica at a time. */
  tenantId: string;
  to: z.infer<typeof addressee>;
  content: Content;
  /** The id of the message whose place it takes, wherever that stands by then. */
  replaces?: string;
};
