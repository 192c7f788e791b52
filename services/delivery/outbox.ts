import { z } from 'zod';
import { defineRecord, type RecordOf } from '../store/record.ts';
import { addressee, content, type Message } from './message.ts';
import { owed, type Task } from './task.ts';

/** All tasks share this lane: they cost nobody's message limit. */
const taskLane = 'tasks';

/** How long a message that is done stays readable, in days: long enough for "did they get it?". */
const keepDays = 90;

/** How long a message that did not reach somebody waits for them to come, in days. */
const waitForThemDays = 365;

/**
 * A message in the outbox. `lane` and `due` are there exactly while it waits. `sending` with a due time in the past
 * means that a sender stopped between claiming and settling it: it may have arrived. `unreached` means that there is
 * something to say and no way to say it: it is due again when the person comes, and `undelivered` lists it. `gave-up`
 * means that there is nothing left to say.
 */
export const messageRecord = defineRecord('message', 1, {
  to: addressee,
  content,
  /** The record of the message whose place it takes. It says nothing new: where that one has not gone out, nothing is sent. */
  replaces: z.string().optional(),
  state: z.enum(['waiting', 'sending', 'sent', 'unreached', 'gave-up']),
  /** Which attempt holds it: only that one may settle it. */
  claim: z.string().optional(),
  attempts: z.int(),
  mayHaveArrived: z.boolean(),
  reason: z.string().optional(),
  activityId: z.string().optional(),
  at: z.string(),
});
export type MessageRecord = RecordOf<typeof messageRecord>;

/**
 * Beside each message that is `unreached`, in its partition, exactly as long as it is: so that leads can list them, and
 * the bot can find what waits for a person, without reading all messages. Lists in order of time.
 */
export const undeliveredRecord = defineRecord('undelivered', 1, {
  messageId: z.string(),
  reason: z.string(),
  at: z.string(),
});
export type Undelivered = RecordOf<typeof undeliveredRecord>;

/** Where a message is listed when it cannot be delivered. */
export const undeliveredAt = ({ partition, id, at }: Pick<MessageRecord, 'partition' | 'id' | 'at'>) =>
  undeliveredRecord.at(partition, `undelivered:${at}:${id}`);

/** A task in the outbox, with `lane` and `due` while it is still to be done. */
export const taskRecord = defineRecord('task', 1, { owed, attempts: z.int(), at: z.string() });
export type TaskRecord = RecordOf<typeof taskRecord>;

/** The outbox record of a new message, in the partition of the change that causes it. */
export function waitingMessage(partition: string, message: Message, now: Date): MessageRecord {
  return messageRecord.make({
    partition,
    id: `message:${message.id}`,
    person: message.to.kind === 'person' ? message.to.personId : undefined,
    lane: message.tenantId,
    due: now.toISOString(),
    to: message.to,
    content: message.content,
    replaces: message.replaces && `message:${message.replaces}`,
    state: 'waiting',
    attempts: 0,
    mayHaveArrived: false,
    at: now.toISOString(),
  });
}

/** The outbox record of a new task. */
export function waitingTask(partition: string, task: Task, now: Date): TaskRecord {
  return taskRecord.make({
    partition,
    id: `task:${task.id}`,
    lane: taskLane,
    due: now.toISOString(),
    owed: task.owed,
    attempts: 0,
    at: now.toISOString(),
  });
}

/** The same record, no longer waiting, kept for a while. */
export const settled = <R extends MessageRecord | TaskRecord>(record: R, now: Date): R => kept(record, now, keepDays);

/** A message that found no way to its person, and its line in the list of those. */
export function unreached(
  message: MessageRecord,
  reason: string,
  now: Date,
): { message: MessageRecord; listed: Undelivered } {
  const held = kept({ ...message, state: 'unreached' as const, reason }, now, waitForThemDays);
  const { partition, id } = undeliveredAt(message);
  const { person, expires } = held;
  const fields = { partition, id, person, expires, messageId: message.id, reason, at: now.toISOString() };
  return { message: held, listed: undeliveredRecord.make(fields) };
}

/** The same message, due now as if it were new. */
export function dueAgain(message: MessageRecord, lane: string, now: Date): MessageRecord {
  const due = now.toISOString();
  return { ...message, state: 'waiting', lane, due, attempts: 0, reason: undefined, expires: undefined };
}

function kept<R extends MessageRecord | TaskRecord>(record: R, now: Date, days: number): R {
  const expires = new Date(now.getTime() + days * 86_400_000).toISOString();
  return { ...record, lane: undefined, due: undefined, expires };
}
