import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findSchools, openSchools } from '../services/schools/find-schools.ts';
import { openSqlite } from '../services/store/sqlite.ts';
import { csvLines, school } from './support/register.ts';

const run = promisify(execFile);
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'schools-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Runs `npm run schools:import` as npm does. */
async function command(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const env = { PATH: process.env.PATH, DATA_DIR: path.join(dir, 'data') };
  const done = await run(process.execPath, ['bot/cli/schools-import.ts', ...args], { env }).catch((error) => error);
  return { code: Number(done.code ?? 0), out: done.stdout, errors: done.stderr };
}

async function fileWith(lines: string[]): Promise<string> {
  const file = path.join(dir, 'register.csv');
  await writeFile(file, lines.join('\r\n'), 'latin1');
  return file;
}

async function namesKept(query: string): Promise<string[]> {
  const store = await openSqlite({ dir: path.join(dir, 'data') });
  const schools = openSchools(store, { now: () => new Date() });
  const found = await findSchools({ schools }, query);
  await store.close();
  return found.map(({ name }) => name);
}

test('When an operator imports the register, then they are told what was kept and what was not', async () => {
  const rows = [school(100_001), school(100_002, { 'EstablishmentStatus (name)': 'Closed' })];
  const { code, out, errors } = await command(await fileWith(csvLines(rows)));
  expect(code).toBe(0);
  expect(out).toMatch(/^1 open establishments are in /);
  expect(out).toMatch(/1 {2}Academy converter/);
  expect(out).toMatch(/because not open:\s+1 {2}Closed/);
  expect(errors).toContain('100 %');
  expect(await namesKept('school')).toEqual(['School 100001']);
});

test('When a row is broken, then the command fails, names its line, and what was imported before stays', async () => {
  await command(await fileWith(csvLines([school(100_001)])));
  const lines = csvLines([school(100_002), school(100_003)]);
  const { code, errors } = await command(await fileWith([...lines, '"100004","cut']));
  expect(code).toBe(1);
  expect(errors).toContain('Line 4');
  expect(errors).toContain('what was imported before still counts');
  expect(await namesKept('school')).toEqual(['School 100001']);
});

test('When there is no such file or none is named, then that is said and the command fails', async () => {
  expect(await command('nowhere.csv')).toMatchObject({ code: 1, errors: 'There is no file nowhere.csv.\n' });
  const { code, errors } = await command();
  expect(code).toBe(1);
  expect(errors).toContain('npm run schools:import -- FILE');
});
