import { applyUnderKills } from './support/applications-under-kills.ts';

test.each(['sqlite', 'cosmos'] as const)(
  'When the bot is killed while applications flow, nothing that was acknowledged is lost and nothing is done twice (%s)',
  async (store) => {
    const { problems, lives } = await applyUnderKills(store, 1);
    expect(problems).toEqual([]);
    expect(lives).toBe(6);
  },
  180_000,
);
