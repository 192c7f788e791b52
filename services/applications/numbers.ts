import { countIn, type Places, takenPlaces } from './places.ts';
import { type ApplicationState, applicationStates } from './states.ts';

/** Where applications stand, as counts: of one hub or of several together. */
export type Numbers = {
  /** Undefined where no hub has said how many places it has. */
  quota: number | undefined;
  /** Places offered or accepted. */
  taken: number;
  applications: number;
  /** States in which there are any, in the order of the table of states. */
  states: { state: ApplicationState; count: number }[];
  offersOut: number;
  /** Offers that were answered, or passed on without an answer. */
  answered: number;
  accepted: number;
};

/** The numbers of hubs together. Withdrawn after accepting counts as withdrawn only. */
export function numbersOf(hubs: { quota: number | undefined; places: Places | undefined }[]): Numbers {
  const total = (count: (places: Places | undefined) => number) =>
    hubs.reduce((sum, { places }) => sum + count(places), 0);
  const quotas = hubs.flatMap(({ quota }) => (quota === undefined ? [] : [quota]));
  const states = applicationStates
    .map((state) => ({ state, count: total((places) => countIn(places, state)) }))
    .filter(({ count }) => count > 0);
  return {
    quota: quotas.length > 0 ? quotas.reduce((sum, quota) => sum + quota, 0) : undefined,
    taken: total(takenPlaces),
    applications: states.reduce((sum, { count }) => sum + count, 0),
    states,
    offersOut: total((places) => countIn(places, 'offered')),
    answered: total((places) => countIn(places, 'accepted', 'offer-declined', 'offer-passed-on')),
    accepted: total((places) => countIn(places, 'accepted')),
  };
}
