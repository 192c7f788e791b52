import type { DecisionEvent, DecisionFault } from '../../services/applications/decide.ts';
import { longDate } from '../words.ts';

type Words = {
  /** As it is listed. */
  title: string;
  /** The button that asks for it, and the one that makes it. */
  ask: string;
  make: string;
  /** What happens when it is made: `until` is the last day of an offer made today. */
  what: (until: string) => string;
  done: string;
};

/** Every decision in words. */
export const decisionWords: Record<DecisionEvent, Words> = {
  offer: {
    title: 'Offer a place',
    ask: 'Offer a place',
    make: 'Offer the place now',
    what: (until) => `They are told at once, and can accept until ${longDate(until)}.`,
    done: 'The place is offered',
  },
  'put-on-reserve': {
    title: 'Put on reserve',
    ask: 'Put on reserve',
    make: 'Put on reserve now',
    what: () => 'They are told at once that they are a reserve, never in which place.',
    done: 'They are on reserve',
  },
  decline: {
    title: 'Not this time',
    ask: 'Not this time',
    make: 'Tell them now',
    what: () => 'They are told at once, and read the reason and your words.',
    done: 'They are told that it is not this time',
  },
  'ask-for-more': {
    title: 'Ask for more',
    ask: 'Ask for more',
    make: 'Ask them now',
    what: () => 'They read your words and can change their application and send it again.',
    done: 'You have asked for more',
  },
  extend: {
    title: 'Extend the offer',
    ask: 'Extend the offer',
    make: 'Extend it now',
    what: (until) => `They are told at once, and can accept until ${longDate(until)}.`,
    done: 'The offer is extended',
  },
  'pass-on': {
    title: 'Pass the place on',
    ask: 'Pass the place on',
    make: 'Pass it on now',
    what: () => 'Their offer ends and they are told at once. The place is free for a reserve.',
    done: 'The place is free again',
  },
};

/** What is missing before a decision can be made. */
export const decisionFaults: Record<DecisionFault, string> = {
  'no-reason': 'Choose a reason.',
  'no-words': 'Write a few words for the applicant.',
  'too-long': 'Keep your words within 800 characters.',
};

/** Why no place can be offered. */
export const fullWords = (quota: number) =>
  quota === 1
    ? 'Your hub’s one place is offered or accepted. It can be offered again when it becomes free.'
    : `All ${quota} places are offered or accepted. Put them on reserve, or wait until a place becomes free.`;
export const noQuotaWords =
  'Your hub’s number of places is not set, so none can be offered yet. Ask a coordinator of the programme to set it.';
