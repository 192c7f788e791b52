import { moveUnderKillsIn } from './support/moves-under-kills.ts';

test.each(['sqlite', 'cosmos'] as const)(
  'When the bot is killed while people and hubs are merged and moved, nothing is lost, doubled or left without an owner (%s)',
  async (store) => {
    const { problems, done, cutOff } = await moveUnderKillsIn(store, 1);
    expect(problems).toEqual([]);
    expect(done + cutOff).toBeGreaterThan(0);
  },
  180_000,
);
