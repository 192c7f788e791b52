import { randomUUID } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { Messenger } from '../messenger.ts';
import type { Expected, Stored, StoreRecord } from '../store/store.ts';
import { waitBefore } from './backoff.ts';
import { type DeliveryLog, sendLane, type Waiting } from './lane.ts';
import { holdLane, releaseLane } from './lease.ts';
import { messageRecord, settled, type TaskRecord, taskRecord } from './outbox.ts';
import type { Owed } from './task.ts';

/** How many items one look at the outbox takes up. */
const atOnce = 50;
/** When a record that this release cannot read is looked at again, in milliseconds. */
const unreadableMs = 3_600_000;

export type Dispatcher = Deps['outbox'] & {
  /** Sends and runs everything that is due now; ends when a look finds nothing this replica may do. */
  drain(): Promise<void>;
  /** Ends after the message in hand and gives its lanes back. */
  stop(): Promise<void>;
};

/**
 * Sends what the outbox holds, lane by lane. A lane is held by one replica at a time. A message is claimed, sent and
 * settled; one that was claimed and never settled is sent again and marked as perhaps having arrived twice. Tasks need
 * no holder: each comes to the same however many replicas run it, and so none waits for one that was killed.
 */
export function createDispatcher(
  options: Pick<Deps, 'store' | 'clock' | 'linkSecret' | 'schools'> & {
    messenger: Messenger;
    runTask: (deps: Deps, owed: Owed) => Promise<void>;
    log: DeliveryLog;
  },
): Dispatcher {
  const { store, clock, linkSecret, schools, messenger, log } = options;
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
    const [foundTasks, foundMessages] = await Promise.all([
      store.find({ type: taskRecord.type, dueBefore }, atOnce),
      store.find({ type: messageRecord.type, dueBefore }, atOnce),
    ]);
    const tasks = await readable(foundTasks, ({ record }) => taskRecord.parse(record));
    const messages = await readable(foundMessages, ({ record, etag }) => ({
      message: messageRecord.parse(record),
      etag,
    }));
    const byLane = Map.groupBy(messages, ({ message }) => message.lane ?? '');
    const done = await Promise.all([runTasks(tasks), ...[...byLane].map(([lane, waiting]) => work(lane, waiting))]);
    return done.some(Boolean);
  }

  /** What this release can read. The rest, from a newer one, is left for later so that it does not stand in the way. */
  async function readable<T>(found: Stored[], parse: (stored: Stored) => T): Promise<T[]> {
    const good: T[] = [];
    for (const stored of found) {
      try {
        good.push(parse(stored));
      } catch (error) {
        const { partition, id } = stored.record;
        log.error({ err: error, record: id }, 'outbox record cannot be read');
        const due = new Date(clock.now().getTime() + unreadableMs).toISOString();
        await put(partition, { ...stored.record, due }, { etag: stored.etag });
      }
    }
    return good;
  }

  async function work(lane: string, waiting: Waiting[]): Promise<boolean> {
    const goOn = async () => !stopping && (await holdLane(store, lane, owner, clock.now()));
    if (!(await goOn())) return false;
    lanes.add(lane);
    return sendLane({ ...own, messenger, log, goOn }, waiting);
  }

  /** Tasks one after another. True when at least one is done. */
  async function runTasks(tasks: TaskRecord[]): Promise<boolean> {
    let done = false;
    for (const task of tasks) if (!stopping) done = (await runOne(own, task)) || done;
    return done;
  }

  async function runOne(deps: Deps, task: TaskRecord): Promise<boolean> {
    const failure = await options.runTask(deps, task.owed).then(
      () => undefined,
      (error: unknown) => error,
    );
    const now = clock.now();
    if (failure === undefined) return put(task.partition, settled(task, now), 'anything', deps);
    log.error({ err: failure, task: task.owed.name, attempts: task.attempts }, 'task failed');
    const due = new Date(now.getTime() + waitBefore(task.attempts, undefined)).toISOString();
    await put(task.partition, { ...task, attempts: task.attempts + 1, due }, 'anything', deps);
    return false;
  }

  async function put(partition: string, record: StoreRecord, expect: Expected, deps: Pick<Deps, 'store'> = { store }) {
    const outcome = await deps.store.commit(partition, [{ kind: 'put', record, expect }]);
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

  const outbox: Dispatcher = {
    drain,
    async committed({ tasks, others }, deps) {
      for (const task of tasks) {
        await runOne(deps, task).catch((error: unknown) => log.error({ err: error }, 'task left for later'));
      }
      if (others > 0) void drain();
    },
    async stop() {
      stopping = true;
      await round;
      await Promise.all([...lanes].map((lane) => releaseLane(store, lane, owner).catch(() => undefined)));
    },
  };
  /** What a task runs with when no turn is waiting for it. */
  const own: Deps = { store, clock, linkSecret, schools, outbox };
  return outbox;
}
