import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { whenUnlocked } from './sqlite-lock.ts';

/** What leads from each version of the file to the next. Never change one that was released: add another. */
const migrations = [
  `CREATE TABLE records (
     partition TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, person TEXT, lane TEXT, due TEXT, expires INTEGER,
     etag TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (partition, id)
   ) STRICT;
   CREATE INDEX records_by_type ON records (type, partition, id);
   CREATE INDEX records_by_person ON records (person, type) WHERE person IS NOT NULL;
   CREATE INDEX records_by_lane ON records (lane, type, due) WHERE lane IS NOT NULL;
   CREATE INDEX records_by_due ON records (type, due) WHERE due IS NOT NULL;
   CREATE INDEX records_by_expiry ON records (expires) WHERE expires IS NOT NULL;`,
];

/**
 * Opens `bot.sqlite` in this folder, makes both when they are not there, and brings the file to the current version.
 * Refuses a file that a newer release wrote, and leaves that file as it was.
 */
export async function openDataFile(dir: string): Promise<DatabaseSync> {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'bot.sqlite');
  refuseNewer(file, await whenUnlocked(() => versionOnDisk(file)));
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    await whenUnlocked(() => db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL'));
    await whenUnlocked(() => migrate(db, file));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function refuseNewer(file: string, version: number): void {
  if (version <= migrations.length) return;
  throw new Error(
    `${file} has version ${version}, and this release knows versions up to ${migrations.length}. ` +
      'Nothing was changed. Start the release that wrote it, or name another folder.',
  );
}

/**
 * The version, found without SQLite where that is possible: even a read-only connection leaves files beside a database.
 * After a crash the newest state is in the `-wal` file, which only SQLite can read.
 */
function versionOnDisk(file: string): number {
  if (!existsSync(file)) return 0;
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) return versionInWal(file);
  const header = Buffer.alloc(64);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, header, 0, header.length, 0);
  closeSync(descriptor);
  return header.toString('latin1', 0, 15) === 'SQLite format 3' ? header.readUInt32BE(60) : 0;
}

function versionInWal(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 0 });
  try {
    return versionOf(db);
  } finally {
    db.close();
  }
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}

/** Asks for the version again inside the transaction: another process may have been faster. */
function migrate(db: DatabaseSync, file: string): void {
  if (versionOf(db) === migrations.length) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    const version = versionOf(db);
    refuseNewer(file, version);
    for (const step of migrations.slice(version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`);
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
