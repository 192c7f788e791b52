import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openApplicationRecord } from '../services/applications/application.ts';
import { openSqlite } from '../services/store/sqlite.ts';
import { applyUnderKills } from './support/kill.ts';
import { startTeams } from './support/teams.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

test('When the bot is killed again and again while people apply, everybody is there once, whether told so before or cut off and pressing again', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'bot-'));
  const teams = await startTeams();
  open.push(teams.close, () => rm(dir, { recursive: true, force: true }));
  const { told, cutOff, seen } = await applyUnderKills(dir, teams.url, 3);
  expect(told.length).toBeGreaterThan(0);
  expect(cutOff.length).toBeGreaterThan(0);
  expect(seen.toSorted()).toEqual([...told, ...cutOff].toSorted());

  const store = await openSqlite({ dir });
  open.unshift(store.close);
  const placed = await store.list('hub:demo', 'application', { limit: 1000 });
  const [places] = await store.list('hub:demo', 'places', { limit: 1 });
  expect(places?.record.counts).toEqual({ 'waiting-for-endorsement': placed.length });
  const reserved = await store.find({ type: openApplicationRecord.type }, 1000);
  expect(reserved.map(({ record }) => record.person).sort()).toEqual(placed.map(({ record }) => record.person).sort());
}, 60_000);
