import { z } from 'zod';
import { defineRecord, type RecordOf } from '../store/record.ts';
import { addressee, content, type Message } from './message.ts';
import { owed, type Task } from './task.ts';

/** All tasks share this lane: they cost nobody's message limit. */
const taskLane = 'tasks';

/** How long a message that is done stays readable, in days: long enough for "did they get it?". */
const keepDays = 90;

/**
 * A message in the outbox. `lane` and `due` are there exactly while it waits. `sending` with a due time in the past
 * means that a sender stopped between claiming and settling it: it may have arrived.
 */
export const messageRecord = defineRecord('message', 1, {
  to: addressee,
  content,
  state: z.enum(['waiting', 'sending', 'sent', 'gave-up']),
  /** Which attempt holds it: only that one may settle it. */
  claim: z.string().optional(),
  attempts: z.int(),
  mayHaveArrived: z.boolean(),
  reason: z.string().optional(),
  activityId: z.string().optional(),
  at: z.string(),
});
export type MessageRecord = RecordOf<typeof messageRecord>;

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
export function settled<R extends MessageRecord | TaskRecord>(record: R, now: Date): R {
  const expires = new Date(now.getTime() + keepDays * 86_400_000).toISOString();
  return { ...record, lane: undefined, due: undefined, expires };
}
