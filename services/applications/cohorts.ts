import type { Deps } from '../deps.ts';
import { hubPartition } from '../people/hub.ts';
import { readPage } from '../store/record.ts';
import { countIn, type Places, placesRecord } from './places.ts';
import { type ApplicationState, applicationStates, isEnded, isUndecided } from './states.ts';

/** A cohort of which there are applications, with how many of them stand where. */
export type CohortHeld = {
  cohort: string;
  /** With the hub to decide. */
  withHub: number;
  /** Under way: something is still to be decided or answered. */
  unsettled: number;
  /** Those, and the accepted. */
  open: number;
};

/** More cohorts than a hub has had. */
const mostCohorts = 20;
const unsettledStates = applicationStates.filter(
  (state) => isUndecided(state) || state === 'reserve' || state === 'offered',
);

/** The places of a hub, cohort by cohort, where it has applications. */
export async function placesIn(deps: Pick<Deps, 'store'>, hubId: string): Promise<Places[]> {
  const found = await readPage(deps.store, placesRecord, hubPartition(hubId), { limit: mostCohorts });
  return found.filter((places) => countIn(places, ...applicationStates) > 0);
}

/** The cohorts that places are of, those of several hubs together. */
export function cohortsOf(places: Places[]): CohortHeld[] {
  return [...Map.groupBy(places, ({ cohort }) => cohort)].map(([cohort, each]) => {
    const count = (...states: ApplicationState[]) => each.reduce((sum, one) => sum + countIn(one, ...states), 0);
    return {
      cohort,
      withHub: count('with-hub'),
      unsettled: count(...unsettledStates),
      open: count(...applicationStates.filter((state) => !isEnded(state))),
    };
  });
}

/** The cohorts of which a hub has applications, also of those that people no longer apply to. */
export const cohortsIn = async (deps: Pick<Deps, 'store'>, hubId: string): Promise<CohortHeld[]> =>
  cohortsOf(await placesIn(deps, hubId));
