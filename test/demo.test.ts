import { loadDemo } from '../services/demo/load.ts';
import { homeTenant, teamsPerson } from './support/activities.ts';
import { demoPerson, startBot, stopBots, textOf } from './support/bot.ts';

afterEach(stopBots);

test('When the demo is loaded again, or was cut short before, everything is there once', async () => {
  const bot = await startBot({ demo: false });
  const { commit } = bot.store;
  let commits = 0;
  bot.store.commit = async (partition, changes) => {
    commits += 1;
    if (commits > 7) throw new Error('the power goes');
    return commit(partition, changes);
  };
  await expect(loadDemo(bot.deps)).rejects.toThrow('the power goes');
  bot.store.commit = commit;
  expect(await loadDemo(bot.deps)).toBe('loaded');
  expect(await loadDemo(bot.deps)).toBe('left-alone');
  expect(await bot.records('hub:demo', 'member')).toHaveLength(7);
  expect(await bot.store.find({ type: 'identity' }, 100)).toHaveLength(11);
  expect(textOf(await bot.say(demoPerson('Helen'), 'whoami'))).toContain('Lead of Demo Maths Hub');
});

test('When somebody real is in the store, the demo is not loaded over them', async () => {
  const bot = await startBot({ demo: false });
  await bot.say(teamsPerson('Rita Real', homeTenant), 'help');
  const before = await bot.store.find({ type: 'identity' }, 100);
  expect(await loadDemo(bot.deps)).toBe('left-alone');
  expect(await bot.store.find({ type: 'identity' }, 100)).toEqual(before);
  expect(await bot.records('hub:demo', 'hub')).toEqual([]);
});
