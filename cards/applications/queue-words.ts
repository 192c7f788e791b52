import { mostOthers, type QueueRow } from '../../services/applications/look.ts';
import { countIn, type Places, takenPlaces } from '../../services/applications/places.ts';
import { type ApplicationState, applicationStates } from '../../services/applications/states.ts';
import { stateWords } from './state-words.ts';

/** How an application is endorsed, in a row of the queue. */
export const endorsementWords: Record<QueueRow['endorsement'], string> = {
  none: 'Not endorsed yet',
  refused: 'The headteacher did not agree',
  'by-link': 'Endorsed by link, not verified',
  recorded: 'Endorsed, recorded by a lead',
  checked: 'Endorsed, checked with the school',
};

type Flag = QueueRow['flags'][number];

const flagWords: Record<Flag['criterion'], Record<Flag['outcome'], string>> = {
  'maths-teacher': {
    'not-met': 'teaches no maths',
    'ask-hub': 'ask about maths teaching',
    missing: 'ask about maths teaching',
  },
  qts: { 'not-met': 'no QTS', 'ask-hub': 'ask about QTS', missing: 'ask about QTS' },
  'state-funded': {
    'not-met': 'the school is not state-funded',
    'ask-hub': 'ask about the school',
    missing: 'ask about the school',
  },
  secondary: {
    'not-met': 'the school is not secondary',
    'ask-hub': 'ask about the school',
    missing: 'ask about the school',
  },
  experience: {
    'not-met': 'two years not reached',
    'ask-hub': 'ask about two years of teaching',
    missing: 'ask about two years of teaching',
  },
};

/** What the eligibility rules leave open about an application, in a row; empty when nothing. */
export function checkWords(flags: Flag[]): string {
  const words = new Set(flags.map(({ criterion, outcome }) => flagWords[criterion][outcome]));
  return words.size > 0 ? `Check: ${[...words].join(', ')}` : '';
}

/** How many others from the same school applied; empty when none. */
export function othersWords(others: number): string {
  if (others === 0) return '';
  return `${others === mostOthers ? `${others} or more` : others} ${others === 1 ? 'other' : 'others'} from this school`;
}

/** Where a hub's applications stand, as counts in words. */
export function standWords(places: Places | undefined): string {
  const counts = applicationStates
    .map((state) => ({ state, count: countIn(places, state) }))
    .filter(({ count }) => count > 0);
  return counts.map(({ state, count }) => `${stateWords[state]}: ${count}`).join(' · ');
}

/** How many of a hub's places are offered or accepted. */
export function placesWords(places: Places | undefined, quota: number | undefined): string {
  const taken = takenPlaces(places);
  if (quota === undefined) return 'Your hub’s number of places is not set yet. A coordinator of the programme sets it.';
  return `${taken} of ${quota} ${quota === 1 ? 'place is' : 'places are'} offered or accepted.`;
}

/** What the list of one state says when it is empty. */
export function emptyWords(state: ApplicationState, places: Places | undefined): string {
  const total = countIn(places, ...applicationStates);
  if (total === 0) return 'No applications yet. They appear here when a teacher submits one.';
  return `No application stands at “${stateWords[state]}”. Choose another state to see the others.`;
}
