import { hubWith } from './support/application-costs.ts';
import { type Home, homes } from './support/store-homes.ts';

const opened: Home[] = [];
afterEach(async () => {
  for (const home of opened.splice(0)) await home.close();
});

test.each(Object.entries(homes({})))(
  'When a hub has 1,000 applications, opening the queue and deciding ask the store for what they did at 50 (%s)',
  async (_, openHome) => {
    const hubs = [];
    for (const applications of [50, 1000]) {
      const home = await openHome();
      opened.push(home);
      hubs.push(await hubWith(await home.open(), applications));
    }
    const [few, many] = hubs;
    for (const name of few?.names ?? []) {
      const [before, after] = [await few?.cost(name), await many?.cost(name)];
      const { ms: _ms, bytes = 0, ...asked } = before ?? {};
      expect([name, after]).toEqual([name, { ...asked, ms: expect.any(Number), bytes: expect.any(Number) }]);
      // Numbers and ids have a digit more: twenty times the applications, a few bytes in a hundred.
      expect([name, (after?.bytes ?? 0) / bytes < 1.05]).toEqual([name, true]);
    }
  },
  60_000,
);
