import { applyUnderKills, clickUnderKills } from '../support/applications-under-kills.ts';

test.each(['sqlite', 'cosmos'] as const)(
  'When the bot is killed 50 times while applications flow, nothing that was acknowledged is lost and nothing is done twice (%s)',
  async (store) => {
    const { problems, cutOff, lives } = await applyUnderKills(store, 50);
    expect(problems).toEqual([]);
    expect(lives).toBe(300);
    expect(cutOff).toBeGreaterThan(0);
  },
);

test.each(['sqlite', 'cosmos'] as const)(
  'When the bot is killed 50 times while people press their way through applications, nothing they were told is lost, and a press counts once (%s)',
  async (store) => {
    const { problems, cutOff, lives } = await clickUnderKills(store, 50);
    expect(problems).toEqual([]);
    expect(lives).toBe(300);
    expect(cutOff).toBeGreaterThan(0);
  },
);
