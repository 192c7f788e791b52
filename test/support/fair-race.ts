import type { raceForPlaces } from './application-races.ts';

type Race = Awaited<ReturnType<typeof raceForPlaces>>;

/** All places are offered and no more; each is on record, told once, and known to whoever clicked. */
export function expectAFairRace(race: Race, { clicks, places }: { clicks: number; places: number }): void {
  const { answers, problems, told, offered, audited, messages } = race;
  expect(problems).toEqual([]);
  expect(offered).toHaveLength(places);
  expect(audited.toSorted()).toEqual(offered.toSorted());
  expect(race.places).toEqual({ 'with-hub': Math.ceil(clicks / 2) - places, offered: places });
  const won = answers.filter(({ kind }) => kind === 'moved').map(({ applicationId }) => applicationId);
  expect([...new Set(won)].toSorted()).toEqual(offered.toSorted());
  expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['moved', 'not-now', 'full']));
  expect(messages).toHaveLength(places);
  for (const { state } of messages) expect(state).toBe('sent');
  const repeated = messages.filter(({ mayHaveArrived }) => mayHaveArrived).length;
  const posts = told.reduce((sum, count) => sum + count, 0);
  expect(posts).toBeGreaterThanOrEqual(places);
  expect(posts).toBeLessThanOrEqual(places + repeated);
  expect(told.filter((count) => count > 0)).toHaveLength(places);
}
