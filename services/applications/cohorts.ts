import type { Deps } from '../deps.ts';
import { hubPartition } from '../people/hub.ts';
import { readPage } from '../store/record.ts';
import { countIn, placesRecord } from './places.ts';
import { applicationStates, isEnded, isUndecided } from './states.ts';

/** A cohort of which a hub has applications, with how many of them stand where. */
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

/** The cohorts of which a hub has applications, also of those that people no longer apply to. */
export async function cohortsIn(deps: Pick<Deps, 'store'>, hubId: string): Promise<CohortHeld[]> {
  const found = await readPage(deps.store, placesRecord, hubPartition(hubId), { limit: mostCohorts });
  return found
    .filter((places) => countIn(places, ...applicationStates) > 0)
    .map((places) => ({
      cohort: places.cohort,
      withHub: countIn(places, 'with-hub'),
      unsettled: countIn(places, ...unsettledStates),
      open: countIn(places, ...applicationStates.filter((state) => !isEnded(state))),
    }));
}
