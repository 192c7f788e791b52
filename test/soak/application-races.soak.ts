import { raceForPlaces } from '../support/application-races.ts';
import { expectAFairRace } from '../support/fair-race.ts';

test.each(['sqlite', 'cosmos'] as const)(
  'When leads on three bots click 200 times for 10 places at once, exactly 10 are offered, each on record and told once (%s)',
  async (store) => {
    const race = { clicks: 200, places: 10, processes: 3 };
    expectAFairRace(await raceForPlaces(store, race), race);
  },
);
