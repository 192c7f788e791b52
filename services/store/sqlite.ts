import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { commitBy, expiryOf } from './adapter-rules.ts';
import { openDataFile } from './sqlite-file.ts';
import { isFromSqlite, whenUnlocked } from './sqlite-lock.ts';
import { preparedOnce, sql, sqlFor } from './sqlite-sql.ts';
import { type Change, type CommitOutcome, type Store, type Stored, StoreUnavailable } from './store.ts';

/** The records of one partition, in the middle of a transaction. */
type Scene = { prepared: (text: string) => StatementSync; partition: string; now: number };

const forgottenAtOnce = 500;

/**
 * The store in one file, `bot.sqlite`, in the folder `dir`, which is made when it is not there. A commit is on the disk
 * before it is answered. Several processes may share the file; one that finds it locked waits at most two seconds.
 * Throws, and touches nothing, when a newer release wrote the file.
 */
export async function openSqlite(options: { dir: string; now?: () => Date }): Promise<Store> {
  const { dir, now = () => new Date() } = options;
  const db = await openDataFile(dir);
  const prepared = preparedOnce(db);
  const time = () => now().getTime();
  return {
    async get({ partition, id }) {
      const row = await ask(() => prepared(sql.one).get({ partition, id, now: time() }));
      return row && storedFrom(row);
    },
    async list(partition, type, { after = '', limit }) {
      const rows = await ask(() => prepared(sql.page).all({ partition, type, after, limit, now: time() }));
      return rows.map(storedFrom);
    },
    async find(search, limit) {
      const { text, values } = sqlFor(search);
      const rows = await ask(() => prepared(text).all({ ...values, limit, now: time() }));
      return rows.map(storedFrom);
    },
    commit: (partition, changes) =>
      commitBy(() => writeTogether(db, { prepared, partition, now: time() }, changes), partition, changes),
    async forgetExpired() {
      const limit = forgottenAtOnce;
      return forgetAll(() => Number(prepared(sql.forget).run({ now: time(), limit }).changes));
    },
    reachable: () =>
      ask(() => prepared(sql.ping).get()).then(
        () => true,
        () => false,
      ),
    async close() {
      if (db.isOpen) db.close();
    },
  };
}

/** Does it when the file is not locked. What SQLite cannot do, whatever the reason, is `StoreUnavailable`. */
async function ask<T>(work: () => T): Promise<T> {
  try {
    return await whenUnlocked(work);
  } catch (error) {
    if (isFromSqlite(error)) throw new StoreUnavailable(`the data file: ${error.message}`, { cause: error });
    throw error;
  }
}

async function writeTogether(db: DatabaseSync, scene: Scene, changes: Change[]): Promise<CommitOutcome> {
  const held = await ask(() => inTransaction(db, () => writeAll(scene, changes)));
  return { kind: held ? 'committed' : 'conflict' };
}

/** Keeps what `write` wrote when it says yes, and nothing of it otherwise. */
function inTransaction(db: DatabaseSync, write: () => boolean): boolean {
  db.exec('BEGIN IMMEDIATE');
  try {
    const held = write();
    db.exec(held ? 'COMMIT' : 'ROLLBACK');
    return held;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Writes one change after the other, until one expects what is not so. */
function writeAll(scene: Scene, changes: Change[]): boolean {
  return changes.every((change) => {
    const id = change.kind === 'put' ? change.record.id : change.id;
    if (!isAsExpected(scene, id, change)) return false;
    if (change.kind === 'put') put(scene, change);
    else scene.prepared(sql.remove).run({ partition: scene.partition, id });
    return true;
  });
}

function isAsExpected({ prepared, partition, now }: Scene, id: string, { expect }: Change): boolean {
  if (expect === 'anything') return true;
  const etag = prepared(sql.etag).get({ partition, id, now })?.etag;
  return expect === 'absent' ? etag === undefined : etag === expect.etag;
}

function put({ prepared }: Scene, { record }: Change & { kind: 'put' }): void {
  const { partition, id, type, person = null, lane = null, due = null } = record;
  const expires = expiryOf(record) ?? null;
  const body = JSON.stringify(record);
  prepared(sql.put).run({ partition, id, type, person, lane, due, expires, etag: randomUUID(), body });
}

function storedFrom({ etag, body }: Record<string, SQLOutputValue>): Stored {
  return { record: JSON.parse(String(body)), etag: String(etag) };
}

/** Takes out so many at a time that nobody waits long for the file. */
async function forgetAll(forgetSome: () => number): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const some = await ask(forgetSome);
    forgotten += some;
    if (some < forgottenAtOnce) return forgotten;
    await letOthersRun();
  }
}
