import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openSqlite } from '../services/store/sqlite.ts';
import { type Change, StoreUnavailable } from '../services/store/store.ts';
import { counted, countUp } from './support/store-counter.ts';
import { sqliteHome } from './support/store-homes.ts';

const run = promisify(execFile);
const script = (url: URL) => fileURLToPath(url);

let home: Awaited<ReturnType<typeof sqliteHome>>;
beforeEach(async () => {
  home = await sqliteHome();
});
afterEach(() => home.close());

const note = (id: string, more: object = {}): Change => ({
  kind: 'put',
  record: { partition: 'p', id, type: 'note', ...more },
  expect: 'anything',
});

test('When the bot starts again, then everything that was committed is there', async () => {
  const before = await home.open();
  await before.commit('p', [note('a', { text: 'kept' })]);
  await before.close();
  const after = await home.open();
  expect(await after.get({ partition: 'p', id: 'a' })).toMatchObject({ record: { text: 'kept' } });
  expect((await readdir(home.dir)).toSorted()).toEqual(['bot.sqlite', 'bot.sqlite-shm', 'bot.sqlite-wal']);
});

test('When three processes count on one file, then no count is lost', async () => {
  const rival = () =>
    run(process.execPath, [script(new URL('./support/store-rival.ts', import.meta.url)), home.dir, '60']);
  const here = home.open().then((store) => countUp(store, 60));
  await Promise.all([rival(), rival(), here]);
  expect(await counted(await home.open())).toBe(180);
});

test('When another process keeps the file locked, then a commit is unavailable and reading goes on', async () => {
  const store = await home.open();
  await store.commit('p', [note('a')]);
  const other = new DatabaseSync(join(home.dir, 'bot.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  expect(await store.commit('p', [note('b')])).toEqual({
    kind: 'unavailable',
    reason: expect.stringContaining('holds'),
  });
  expect(await store.get({ partition: 'p', id: 'a' })).toBeDefined();
  other.exec('ROLLBACK');
  other.close();
  expect(await store.commit('p', [note('b')])).toEqual({ kind: 'committed' });
});

test('When the store was closed, then it is unavailable and says so', async () => {
  const store = await home.open();
  await store.close();
  await expect(store.get({ partition: 'p', id: 'a' })).rejects.toThrow(StoreUnavailable);
  expect(await store.commit('p', [note('a')])).toMatchObject({ kind: 'unavailable' });
  expect(await store.reachable()).toBe(false);
});

describe('a file of a newer release', () => {
  const newer =
    'PRAGMA journal_mode = WAL; PRAGMA user_version = 999; CREATE TABLE novelties (a); INSERT INTO novelties VALUES (1)';
  async function fingerprint(dir: string, files: string[]): Promise<string[]> {
    const contents = await Promise.all(files.map((file) => readFile(join(dir, file))));
    return contents.map((content) => createHash('sha256').update(content).digest('hex'));
  }

  test('When it was closed in order, then it is refused, and nothing in the folder changes', async () => {
    const db = new DatabaseSync(join(home.dir, 'bot.sqlite'));
    db.exec(newer);
    db.close();
    const before = await fingerprint(home.dir, ['bot.sqlite']);
    await expect(openSqlite({ dir: home.dir })).rejects.toThrow(
      /bot\.sqlite has version 999.*up to \d+.*Nothing was changed/,
    );
    expect(await readdir(home.dir)).toEqual(['bot.sqlite']);
    expect(await fingerprint(home.dir, ['bot.sqlite'])).toEqual(before);
  });

  test('When the newer release crashed, then it is refused too, and its data stays as it was', async () => {
    const running = new DatabaseSync(join(home.dir, 'bot.sqlite'));
    running.exec(newer);
    const crashed = await mkdtemp(join(tmpdir(), 'crashed-'));
    const files = ['bot.sqlite', 'bot.sqlite-wal'];
    for (const file of files) await cp(join(home.dir, file), join(crashed, file));
    running.close();
    const before = await fingerprint(crashed, files);
    await expect(openSqlite({ dir: crashed })).rejects.toThrow('version 999');
    expect(await fingerprint(crashed, files)).toEqual(before);
    await rm(crashed, { recursive: true });
  });

  test('When the file is no database at all, then it is refused and stays as it was', async () => {
    await writeFile(join(home.dir, 'bot.sqlite'), 'a shopping list, '.repeat(20));
    await expect(openSqlite({ dir: home.dir })).rejects.toThrow('not a database');
    expect(await readFile(join(home.dir, 'bot.sqlite'), 'utf8')).toBe('a shopping list, '.repeat(20));
  });
});

test('When records have expired, then forgetting takes away these and no others', async () => {
  const expired = { expires: '2026-01-01T00:00:00.000Z' };
  const store = await home.open(() => new Date('2026-01-01T00:00:00.001Z'));
  for (let batch = 0; batch < 6; batch++)
    await store.commit(
      'p',
      Array.from({ length: 100 }, (_, n) => note(`${batch}:${n}`, expired)),
    );
  await store.commit('p', [note('stays'), note('stays too', { expires: '2026-01-01T00:00:00.001Z' })]);
  expect(await store.forgetExpired()).toBe(600);
  expect(await store.forgetExpired()).toBe(0);
  const earlier = await home.open(() => new Date('2025-12-31T00:00:00.000Z'));
  expect((await earlier.list('p', 'note', { limit: 10 })).map(({ record }) => record.id)).toEqual([
    'stays',
    'stays too',
  ]);
});

test('When the embedded store is used, then the Azure SDK is never loaded; and the other loads it only when opened', async () => {
  const loadedBy = async (module: URL, name: string, options: object) => {
    const parameters = [script(module), name, JSON.stringify(options)];
    const program = script(new URL('./support/loaded-modules.ts', import.meta.url));
    const { stdout } = await run(process.execPath, [program, ...parameters]);
    const { imported, called } = JSON.parse(stdout);
    return { imported: imported.filter(isAzure), called: called.filter(isAzure) };
  };
  const isAzure = (specifier: string) => specifier.startsWith('@azure/');
  const sqlite = new URL('../services/store/sqlite.ts', import.meta.url);
  expect(await loadedBy(sqlite, 'openSqlite', { dir: home.dir })).toEqual({ imported: [], called: [] });
  const cosmos = new URL('../services/store/cosmos.ts', import.meta.url);
  const nowhere = { endpoint: 'http://127.0.0.1:9', key: 'eA==', database: 'd', container: 'c' };
  const loaded = await loadedBy(cosmos, 'openCosmos', nowhere);
  expect(loaded.imported).toEqual([]);
  expect(loaded.called).toContain('@azure/cosmos');
});
