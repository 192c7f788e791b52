import { applyUnderKills, clickUnderKills } from './support/applications-under-kills.ts';

test('When the bot is killed while applications flow, nothing that was acknowledged is lost and nothing is done twice', async () => {
  const { problems, lives } = await applyUnderKills('cosmos', 1);
  expect(problems).toEqual([]);
  expect(lives).toBe(6);
}, 180_000);

test('When the bot is killed while people press their way through applications, nothing they were told is lost, and a press counts once', async () => {
  const { problems, lives } = await clickUnderKills('sqlite', 1);
  expect(problems).toEqual([]);
  expect(lives).toBe(6);
}, 180_000);
