import { randomUUID } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { Delivered, Messenger } from '../messenger.ts';
import type { Change } from '../store/store.ts';
import { mostAttempts, waitBefore } from './backoff.ts';
import { leaseMs } from './lease.ts';
import { type MessageRecord, messageRecord, settled, type Undelivered, unreached } from './outbox.ts';
import { forgetChat, personIsBack } from './undelivered.ts';

/** How many messages are claimed at once: few, so that all of them are sent well within the claim's time. */
const claimedAtOnce = 5;

export type Waiting = { message: MessageRecord; etag: string };
export type DeliveryLog = { warn(fields: object, event: string): void; error(fields: object, event: string): void };

type LaneDeps = Deps & {
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
  const inOrder = waiting.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  for (const [partition, all] of Map.groupBy(inOrder, ({ message }) => message.partition)) {
    for (let from = 0; from < all.length; from += claimedAtOnce) {
      if (!(await deps.goOn())) return done;
      for (const message of await claim(deps, partition, all.slice(from, from + claimedAtOnce))) {
        const result = (await deps.goOn()) ? await attempt(deps, message) : givenBack;
        done = (await settle(deps, message, result)) || done;
      }
    }
  }
  return done;
}

/** Oldest first, and after a message what takes its place. */
const orderOf = ({ message: { at, replaces, id } }: Waiting) => [at, replaces ? 1 : 0, id].join(' ');

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

/** What an attempt came to: what it makes of the message, whatever else was written to it meanwhile. */
type Result = {
  became(message: MessageRecord, now: Date): { message: MessageRecord; listed?: Undelivered };
  /** Nothing was tried, or what was tried is no longer where the person is: worth looking whether they have come. */
  noWay?: true;
};

const givenBack: Result = {
  became: (message) => ({ message: { ...message, state: 'waiting', attempts: message.attempts - 1 } }),
};

/** Tries once. What cannot even be put together is tried again later, and in the end given up. */
async function attempt(deps: LaneDeps, message: MessageRecord): Promise<Result> {
  try {
    const result = await deps.messenger.deliver(message);
    if (result.kind === 'no-way' && result.closed) await forgetChat(deps, message, result.closed);
    return resultOf(deps.log, message, result);
  } catch (error) {
    deps.log.error({ err: error, message: message.id }, 'message failed');
    const reason = 'it could not be put together';
    if (message.attempts < mostAttempts) return tryLater({ mayHaveArrived: false, reason });
    return { became: (held, now) => ({ message: settled({ ...held, state: 'gave-up', reason }, now) }) };
  }
}

function resultOf(log: DeliveryLog, { id, attempts }: MessageRecord, result: Delivered): Result {
  switch (result.kind) {
    case 'sent': {
      const sent = { state: 'sent' as const, activityId: result.activityId, reason: undefined };
      return { became: (message, now) => ({ message: settled({ ...message, ...sent }, now) }) };
    }
    case 'gave-up': {
      const { reason } = result;
      log.warn({ message: id, reason }, 'message given up');
      return { became: (message, now) => ({ message: settled({ ...message, state: 'gave-up', reason }, now) }) };
    }
    case 'no-way':
    case 'refused':
      log.warn({ message: id, reason: result.reason }, 'message did not reach them');
      return {
        became: (message, now) => unreached(message, result.reason, now),
        ...(result.kind === 'no-way' && { noWay: true }),
      };
    case 'try-later':
      return attempts < mostAttempts ? tryLater(result) : atLast(result);
  }
}

type Failed = Omit<Extract<Delivered, { kind: 'try-later' }>, 'kind'>;

const tryLater = ({ afterMs, reason, mayHaveArrived }: Failed): Result => ({
  became(message, now) {
    const due = new Date(now.getTime() + waitBefore(message.attempts, afterMs)).toISOString();
    const maybe = message.mayHaveArrived || mayHaveArrived;
    return { message: { ...message, state: 'waiting', due, reason, mayHaveArrived: maybe } };
  },
});

const atLast = ({ mayHaveArrived }: Failed): Result => ({
  became(message, now) {
    const maybe = message.mayHaveArrived || mayHaveArrived;
    return unreached({ ...message, mayHaveArrived: maybe }, 'Teams did not take it for two days', now);
  },
});

/** Writes what became of a message, unless somebody else has claimed it since. Says whether it is done with. */
async function settle(deps: LaneDeps, claimed: MessageRecord, result: Result): Promise<boolean> {
  const { partition, id } = claimed;
  const stored = await deps.store.get({ partition, id });
  const held = stored && messageRecord.parse(stored.record);
  if (!held || held.claim !== claimed.claim) return false;
  const { message, listed } = result.became(held, deps.clock.now());
  const changes: Change[] = [{ kind: 'put', record: message, expect: { etag: stored.etag } }];
  if (listed) changes.push({ kind: 'put', record: listed, expect: 'anything' });
  const outcome = await deps.store.commit(partition, changes);
  if (outcome.kind !== 'committed') return false;
  // They may have come, or become somebody else, between the attempt and this commit: nobody would look again.
  if (result.noWay && message.person) await personIsBack(deps, { personId: message.person });
  return message.state !== 'waiting';
}
