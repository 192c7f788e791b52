import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Delivered, Messenger } from '../messenger.ts';
import type { Change, Store } from '../store/store.ts';
import { mostAttempts, waitBefore } from './backoff.ts';
import { leaseMs } from './lease.ts';
import { type MessageRecord, messageRecord, settled } from './outbox.ts';

/** How many messages are claimed at once: few, so that all of them are sent well within the claim's time. */
const claimedAtOnce = 5;

export type Waiting = { message: MessageRecord; etag: string };
export type DeliveryLog = { warn(fields: object, event: string): void; error(fields: object, event: string): void };

type LaneDeps = {
  store: Store;
  clock: Clock;
  messenger: Messenger;
  log: DeliveryLog;
  /** Whether to go on: the lane is still held and nobody has asked to stop. */
  goOn: () => Promise<boolean>;
};

/**
 * Sends the waiting messages of one lane: claims a few, sends each, and settles each as soon as it is sent. What was
 * claimed and is not sent after all is given back. Says whether anything was sent or given up.
 */
export async function sendLane(deps: LaneDeps, waiting: Waiting[]): Promise<boolean> {
  let done = false;
  for (const [partition, all] of Map.groupBy(waiting, ({ message }) => message.partition)) {
    for (let from = 0; from < all.length; from += claimedAtOnce) {
      if (!(await deps.goOn())) return done;
      for (const message of await claim(deps, partition, all.slice(from, from + claimedAtOnce))) {
        const result = (await deps.goOn()) ? await attempt(deps, message) : givenBack(message);
        done = (await settle(deps, message, result)) || done;
      }
    }
  }
  return done;
}

async function claim({ store, clock }: LaneDeps, partition: string, group: Waiting[]): Promise<MessageRecord[]> {
  const due = new Date(clock.now().getTime() + leaseMs).toISOString();
  const claims = group.map(({ message, etag }) => ({ etag, message: claimedBy(message, due) }));
  const changes = claims.map(({ message, etag }): Change => ({ kind: 'put', record: message, expect: { etag } }));
  const outcome = await store.commit(partition, changes);
  return outcome.kind === 'committed' ? claims.map(({ message }) => message) : [];
}

/** A message that was being sent when its sender stopped may have arrived. */
const claimedBy = (message: MessageRecord, due: string): MessageRecord => ({
  ...message,
  due,
  state: 'sending',
  claim: randomUUID(),
  attempts: message.attempts + 1,
  mayHaveArrived: message.mayHaveArrived || message.state === 'sending',
});

const givenBack = (message: MessageRecord): MessageRecord => ({
  ...message,
  state: 'waiting',
  attempts: message.attempts - 1,
});

/** Tries once. What cannot even be put together is tried again later, and in the end given up, like any other. */
async function attempt({ messenger, clock, log }: LaneDeps, message: MessageRecord): Promise<MessageRecord> {
  const result = await messenger.deliver(message).catch((error: unknown): Delivered => {
    log.error({ err: error, message: message.id }, 'message failed');
    return { kind: 'try-later', mayHaveArrived: false, reason: 'it could not be put together' };
  });
  const now = clock.now();
  switch (result.kind) {
    case 'sent':
      return settled({ ...message, state: 'sent', activityId: result.activityId, reason: undefined }, now);
    case 'gave-up':
      log.warn({ message: message.id, reason: result.reason }, 'message given up');
      return settled({ ...message, state: 'gave-up', reason: result.reason }, now);
    case 'try-later': {
      const { reason } = result;
      const mayHaveArrived = message.mayHaveArrived || result.mayHaveArrived;
      if (message.attempts >= mostAttempts)
        return settled({ ...message, state: 'gave-up', reason, mayHaveArrived }, now);
      const due = new Date(now.getTime() + waitBefore(message.attempts, result.afterMs)).toISOString();
      return { ...message, state: 'waiting', due, reason, mayHaveArrived };
    }
  }
}

/** Writes what became of a message, unless somebody else has claimed it since. Says whether it is done with. */
async function settle({ store }: LaneDeps, claimed: MessageRecord, result: MessageRecord): Promise<boolean> {
  const { partition, id } = claimed;
  const stored = await store.get({ partition, id });
  if (!stored || messageRecord.parse(stored.record).claim !== claimed.claim) return false;
  const outcome = await store.commit(partition, [{ kind: 'put', record: result, expect: { etag: stored.etag } }]);
  return outcome.kind === 'committed' && result.state !== 'waiting';
}
