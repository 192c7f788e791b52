import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type AuditEntry, auditRecord } from './audit.ts';
import type { Message } from './delivery/message.ts';
import { waitingMessage, waitingTask } from './delivery/outbox.ts';
import type { Task } from './delivery/task.ts';
import type { Deps } from './deps.ts';
import { fingerprint } from './fingerprint.ts';
import { defineRecord, type Ref, type StoredFields } from './store/record.ts';
import { type Change, type Stored, StoreUnavailable } from './store/store.ts';

/** One press of a button, however often Teams delivers it: the operation id in the card, the verb, and who pressed. */
export type Operation = { id: string; verb: string; personId: string; input: unknown };

/** What a decision wants written and told. A decision with none of these changes nothing and records nothing. */
type Effects = {
  write?: StoredFields[];
  /** Ids of records that were read. */
  remove?: string[];
  /** What only follows from the records written, like a line in a list: put and removed whatever is there. */
  derive?: { put: StoredFields[]; remove: string[] };
  audit?: AuditEntry;
  tell?: Message[];
  tasks?: Task[];
};
type Decision = { kind: string; id?: string } & Effects;

/** What became of it: the decision, or one of two ways in which the operation had been used before. */
export type Changed<D extends Decision> =
  | (D extends unknown ? Omit<D, keyof Effects> : never)
  /** The very same operation was done before; this is what it came to then. */
  | { kind: 'repeated'; first: { kind: string; id?: string | undefined } }
  /** The operation id was used before with other input: the card it came from is out of date. */
  | { kind: 'stale' };

/** What a commit leaves to be done. */
type Left = Parameters<Deps['outbox']['committed']>[0];

type Refs = Record<string, Ref>;
type Loaded<R extends Refs> = { [K in keyof R]: ReturnType<R[K]['kind']['parse']> | undefined };

const operationRecord = defineRecord('operation', 1, {
  input: z.string(),
  result: z.strictObject({ kind: z.string(), id: z.string().optional() }),
});
const keepOperationsMs = 30 * 86_400_000;
const tries = 12;

/**
 * The one way to change a record. Loads what `read` names (all in one partition), lets the pure `decide` decide, and
 * commits records, audit, messages, tasks and the operation together. On a conflict or an unknown outcome it reads
 * again, the operation first, and decides again. Throws `StoreUnavailable` when that does not come to an end.
 */
export async function change<const R extends Refs, const D extends Decision>(
  deps: Deps,
  about: { partition: string; op?: Operation; read: R },
  decide: (loaded: Loaded<R>) => D,
): Promise<Changed<D>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await wait(Math.random() * 5 * 2 ** Math.min(attempt, 5));
    const before = about.op && (await earlier(deps, about.partition, about.op));
    if (before) return before;
    const found = await load(deps, about.read);
    const { write, remove, derive, audit, tell, tasks, ...result } = decide(parsed(about.read, found));
    const effects = { write, remove, derive, audit, tell, tasks };
    if (!Object.values(effects).some((effect) => effect !== undefined)) return result as Changed<D>;
    const commit = commitOf(deps.clock.now(), about, found, effects, result);
    // A message or task has one id however often it is decided: one that is there already is not made again.
    if (attempt > 0) await leaveOut(deps, about.partition, commit);
    const outcome = await deps.store.commit(about.partition, commit.changes);
    switch (outcome.kind) {
      case 'committed':
        await deps.outbox.committed(commit.left, deps);
        return result as Changed<D>;
      case 'too-large':
        throw new Error(`Too large to store: ${outcome.reason}`);
      case 'conflict':
      case 'unavailable':
        continue;
    }
  }
  throw new StoreUnavailable(`no commit in ${tries} tries`);
}

async function leaveOut(deps: Deps, partition: string, commit: { changes: Change[]; outbox: StoredFields[] }) {
  const there = await Promise.all(commit.outbox.map(({ id }) => deps.store.get({ partition, id })));
  const known = new Set(there.flatMap((stored) => (stored ? [stored.record.id] : [])));
  commit.changes = commit.changes.filter((one) => one.kind !== 'put' || !known.has(one.record.id));
}

async function load<R extends Refs>(deps: Deps, refs: R): Promise<Map<string, Stored | undefined>> {
  const pairs = Object.values(refs).map(async (ref) => {
    const stored = await deps.store.get({ partition: ref.partition, id: ref.id });
    return [ref.id, stored] as const;
  });
  return new Map(await Promise.all(pairs));
}

function parsed<R extends Refs>(refs: R, found: Map<string, Stored | undefined>): Loaded<R> {
  const values = Object.entries(refs).map(([name, ref]) => {
    const stored = found.get(ref.id);
    return [name, stored && ref.kind.parse(stored.record)];
  });
  return Object.fromEntries(values);
}

/**
 * Records that were read must still be what they were, also those that are not written: they are put back as they are,
 * so that a decision never rests on what has changed meanwhile. All others must be new.
 */
function commitOf(
  now: Date,
  { partition, op }: { partition: string; op?: Operation },
  found: Map<string, Stored | undefined>,
  { write = [], remove = [], derive = { put: [], remove: [] }, audit, tell = [], tasks = [] }: Effects,
  result: { kind: string; id?: string },
): { changes: Change[]; left: Left; outbox: StoredFields[] } {
  const due = tasks.map((task) => waitingTask(partition, task, now));
  const atOnce = due.filter((_, index) => !tasks[index]?.later);
  const outbox: StoredFields[] = [...tell.map((message) => waitingMessage(partition, message, now)), ...due];
  const records: StoredFields[] = [...write, ...outbox];
  if (audit) records.push(auditLine(partition, audit, now));
  if (op) records.push(operationOf(partition, op, result, now));
  const elsewhere = [...records, ...derive.put].find((record) => record.partition !== partition);
  if (elsewhere) throw new Error(`${elsewhere.type} belongs to another partition than this change`);
  const expect = (id: string) => {
    const stored = found.get(id);
    return stored ? { etag: stored.etag } : ('absent' as const);
  };
  const puts = records.map((record): Change => ({ kind: 'put', record, expect: expect(record.id) }));
  const removals = remove.flatMap((id): Change[] => {
    const stored = found.get(id);
    return stored ? [{ kind: 'remove', id, expect: { etag: stored.etag } }] : [];
  });
  const derived = [
    ...derive.put.map((record): Change => ({ kind: 'put', record, expect: 'anything' })),
    ...derive.remove.map((id): Change => ({ kind: 'remove', id, expect: 'anything' })),
  ];
  const written = new Set([...records.map(({ id }) => id), ...remove]);
  const kept = [...found.values()].flatMap((stored) => (stored && !written.has(stored.record.id) ? [stored] : []));
  const checks = kept.map(({ record, etag }): Change => ({ kind: 'put', record, expect: { etag } }));
  const left = { tasks: atOnce, others: tell.length + due.length - atOnce.length };
  return { changes: [...puts, ...removals, ...derived, ...checks], left, outbox };
}

function auditLine(partition: string, entry: AuditEntry, now: Date): StoredFields {
  const at = now.toISOString();
  return auditRecord.make({ partition, id: `audit:${at}:${randomUUID()}`, at, ...entry });
}

function operationOf(partition: string, op: Operation, result: { kind: string; id?: string }, now: Date): StoredFields {
  return operationRecord.make({
    partition,
    id: operationId(op),
    input: fingerprint(op.input),
    result: { kind: result.kind, id: result.id },
    expires: new Date(now.getTime() + keepOperationsMs).toISOString(),
  });
}

/** What this operation came to when it was done before, if it was. */
async function earlier(deps: Deps, partition: string, op: Operation) {
  const stored = await deps.store.get({ partition, id: operationId(op) });
  if (!stored) return undefined;
  const { input, result } = operationRecord.parse(stored.record);
  if (input !== fingerprint(op.input)) return { kind: 'stale' as const };
  return { kind: 'repeated' as const, first: result };
}

/** Whether an operation was done in a partition within the last 30 days, whatever its input was. */
export async function wasDone(
  deps: Pick<Deps, 'store'>,
  partition: string,
  op: Omit<Operation, 'input'>,
): Promise<boolean> {
  return (await deps.store.get({ partition, id: operationId(op) })) !== undefined;
}

function operationId({ id, verb, personId }: Omit<Operation, 'input'>): string {
  return `operation:${fingerprint([id, verb, personId])}`;
}
