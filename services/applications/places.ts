import { z } from 'zod';
import { hubPartition } from '../people/hub.ts';
import { defineRecord, type RecordOf } from '../store/record.ts';
import { type Application, applicationIdOf } from './application.ts';
import { type ApplicationState, applicationStates, takesPlace } from './states.ts';

/** How many applications of a cohort stand where in a hub, and the order of its reserves. Always equal to the applications. */
export const placesRecord = defineRecord('places', 1, {
  cohort: z.string(),
  counts: z.partialRecord(z.enum(applicationStates), z.int()),
  /** Ids of the applications on reserve, in the order in which the hub would offer them a place. */
  reserve: z.array(z.string()),
});
export type Places = RecordOf<typeof placesRecord>;

export const placesAt = (hubId: string, cohort: string) => placesRecord.at(hubPartition(hubId), `places:${cohort}`);

/** A hub's places before anybody has applied. */
export function noPlaces(hubId: string, cohort: string): Places {
  const { partition, id } = placesAt(hubId, cohort);
  return placesRecord.make({ partition, id, cohort, counts: {}, reserve: [] });
}

/** How many applications are in one of these states. */
export const countIn = (places: Places | undefined, ...states: ApplicationState[]): number =>
  states.reduce((sum, state) => sum + (places?.counts[state] ?? 0), 0);

/** How many of the hub's places are offered or accepted: never more than its quota. */
export const takenPlaces = (places: Places | undefined): number =>
  countIn(places, ...applicationStates.filter(takesPlace));

/** The places when an application comes (nothing before), changes, or goes (nothing after). */
export function placesWith(places: Places, before: Application | undefined, after: Application | undefined): Places {
  const counts = { ...places.counts };
  if (before) counts[before.state] = (counts[before.state] ?? 0) - 1;
  if (after) counts[after.state] = (counts[after.state] ?? 0) + 1;
  return { ...places, counts, reserve: reserveWith(places.reserve, before, after) };
}

function reserveWith(reserve: string[], before: Application | undefined, after: Application | undefined): string[] {
  if (after?.state === 'reserve') {
    const id = applicationIdOf(after);
    return reserve.includes(id) ? reserve : [...reserve, id];
  }
  return before ? reserve.filter((id) => id !== applicationIdOf(before)) : reserve;
}
