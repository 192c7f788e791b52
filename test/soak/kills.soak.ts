import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { applyUnderKills } from '../support/kill.ts';
import { startTeams } from '../support/teams.ts';

test('When the bot is killed 50 times while people apply, everybody is there once, whether told so before or cut off and pressing again', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'bot-'));
  const teams = await startTeams();
  const { told, cutOff, seen } = await applyUnderKills(dir, teams.url, 50);
  expect(told.length).toBeGreaterThan(0);
  expect(cutOff.length).toBeGreaterThan(0);
  expect(seen.toSorted()).toEqual([...told, ...cutOff].toSorted());
  await teams.close();
  await rm(dir, { recursive: true });
});
