import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { applyUnderKills } from '../support/kill.ts';
import { startTeams } from '../support/teams.ts';

test('When the bot is killed 50 times while people apply, nobody who was told so is missing and nobody is there twice', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'bot-'));
  const teams = await startTeams();
  const { told, seen } = await applyUnderKills(dir, teams.url, 50);
  expect(told.length).toBeGreaterThan(0);
  expect(seen).toEqual(expect.arrayContaining(told));
  expect([...new Set(seen)]).toHaveLength(seen.length);
  await teams.close();
  await rm(dir, { recursive: true });
});
