import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { Messenger } from '../messenger.ts';
import type { Change, Store } from '../store/store.ts';
import { mostAttempts, waitBefore } from './backoff.ts';
import { holdLane, leaseMs, releaseLane } from './lease.ts';
import { type MessageRecord, messageRecord, settled, type TaskRecord, taskRecord } from './outbox.ts';

/** How many items one look at the outbox takes up. */
const atOnce = 50;

type Log = { warn(fields: object, event: string): void; error(fields: object, event: string): void };

export type Dispatcher = Deps['outbox'] & {
  /** Sends and runs everything that is due now; ends when a look finds nothing this replica may do. */
  drain(): Promise<void>;
  /** Ends after the work in hand and gives its lanes back. */
  stop(): Promise<void>;
};

/**
 * Sends what the outbox holds, lane by lane. A lane is held by one replica at a time. A message is claimed, sent and
 * settled; one that was claimed and never settled is sent again and marked as perhaps having arrived twice. Tasks need
 * no holder: each comes to the same however many replicas run it, and so none waits for one that was killed.
 */
export function createDispatcher(deps: {
  store: Store;
  clock: Clock;
  messenger: Messenger;
  runTask: (task: TaskRecord) => Promise<void>;
  log: Log;
}): Dispatcher {
  const { store, clock, log } = deps;
  const owner = randomUUID();
  const lanes = new Set<string>();
  let stopping = false;
  let round: Promise<void> | undefined;
  let again = false;

  async function rounds(): Promise<void> {
    do {
      again = false;
      while (!stopping && (await lookOnce())) {}
    } while (again && !stopping);
  }

  /** One look at what is due. True when something was done, so that another look is worth it. */
  async function lookOnce(): Promise<boolean> {
    const dueBefore = clock.now().toISOString();
    const found = await Promise.all([
      store.find({ type: taskRecord.type, dueBefore }, atOnce),
      store.find({ type: messageRecord.type, dueBefore }, atOnce),
    ]);
    const tasks = found[0].map(({ record }) => taskRecord.parse(record));
    const messages = found[1].map(({ record, etag }) => ({ message: messageRecord.parse(record), etag }));
    const byLane = Map.groupBy(messages, ({ message }) => message.lane ?? '');
    const done = await Promise.all([
      runTasks(tasks),
      ...[...byLane].map(([lane, waiting]) => held(lane, () => sendAll(waiting))),
    ]);
    return done.some(Boolean);
  }

  async function held(lane: string, work: () => Promise<boolean>): Promise<boolean> {
    if (!(await holdLane(store, lane, owner, clock.now()))) return false;
    lanes.add(lane);
    return work();
  }

  /** Tasks one after another. True when at least one is done. */
  async function runTasks(tasks: TaskRecord[]): Promise<boolean> {
    let done = false;
    for (const task of tasks) done = (await runOne(task)) || done;
    return done;
  }

  async function runOne(task: TaskRecord): Promise<boolean> {
    const failure = await deps.runTask(task).then(
      () => undefined,
      (error: unknown) => error,
    );
    const now = clock.now();
    if (failure === undefined) return put(task.partition, [settled(task, now)]);
    log.error({ err: failure, task: task.owed.name, attempts: task.attempts }, 'task failed');
    const due = new Date(now.getTime() + waitBefore(task.attempts, undefined)).toISOString();
    await put(task.partition, [{ ...task, attempts: task.attempts + 1, due }]);
    return false;
  }

  /** All messages of one lane: claim, send, settle, a partition at a time. */
  async function sendAll(waiting: { message: MessageRecord; etag: string }[]): Promise<boolean> {
    let done = false;
    for (const [partition, group] of Map.groupBy(waiting, ({ message }) => message.partition)) {
      const claimed = await claim(partition, group);
      const results = [];
      for (const message of claimed) results.push(await send(message));
      if (results.length > 0) done = (await put(partition, results)) || done;
    }
    return done;
  }

  async function claim(partition: string, group: { message: MessageRecord; etag: string }[]): Promise<MessageRecord[]> {
    const due = new Date(clock.now().getTime() + leaseMs).toISOString();
    const claims = group.map(({ message, etag }) => ({
      etag,
      message: {
        ...message,
        due,
        state: 'sending' as const,
        attempts: message.attempts + 1,
        mayHaveArrived: message.mayHaveArrived || message.state === 'sending',
      },
    }));
    const changes = claims.map(({ message, etag }): Change => ({ kind: 'put', record: message, expect: { etag } }));
    const outcome = await store.commit(partition, changes);
    return outcome.kind === 'committed' ? claims.map(({ message }) => message) : [];
  }

  async function send(message: MessageRecord): Promise<MessageRecord> {
    const result = await deps.messenger.deliver(message);
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

  /** Only the lane's holder writes an item once it is claimed, so what is there may be replaced. */
  async function put(partition: string, records: (MessageRecord | TaskRecord)[]): Promise<boolean> {
    const outcome = await store.commit(
      partition,
      records.map((record): Change => ({ kind: 'put', record, expect: 'anything' })),
    );
    return outcome.kind === 'committed';
  }

  function drain(): Promise<void> {
    again = true;
    round ??= rounds()
      .catch((error: unknown) => log.error({ err: error }, 'delivery stopped short'))
      .finally(() => {
        round = undefined;
      });
    return round;
  }

  return {
    drain,
    async committed({ tasks, messages }) {
      for (const task of tasks) await runOne(task).catch((error: unknown) => log.error({ err: error }, 'task left'));
      if (messages > 0) void drain();
    },
    async stop() {
      stopping = true;
      await round;
      await Promise.all([...lanes].map((lane) => releaseLane(store, lane, owner).catch(() => undefined)));
    },
  };
}
