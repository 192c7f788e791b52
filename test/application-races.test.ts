import { raceForPlaces } from './support/application-races.ts';
import { expectAFairRace } from './support/fair-race.ts';

test.each(['sqlite', 'cosmos'] as const)(
  'When leads on two bots click 12 times for 3 places at once, exactly 3 are offered, each on record and told once (%s)',
  async (store) => {
    const race = { clicks: 12, places: 3, processes: 2 };
    expectAFairRace(await raceForPlaces(store, race), race);
  },
  150_000,
);
