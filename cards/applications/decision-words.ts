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
  /** What the words that go with it are, where there are any. */
  words?: string;
  done: string;
};

const applicantReads = 'Your words, which the applicant reads.';

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
    words: applicantReads,
    done: 'They are told that it is not this time',
  },
  'ask-for-more': {
    title: 'Ask for more',
    ask: 'Ask for more',
    make: 'Ask them now',
    what: () => 'They read your words and can change their application and send it again.',
    words: applicantReads,
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
  'take-back-ask': {
    title: 'Go on without their answer',
    ask: 'Go on without it',
    make: 'Go on without it now',
    what: () => 'The application goes on as it is, and they are told at once that they need not send more.',
    words: 'What they told you, where they did, for the leads of your hub.',
    done: 'The application goes on',
  },
  'accept-for': {
    title: 'Accept the place for them',
    ask: 'Accept for them',
    make: 'Accept it for them now',
    what: () => 'They become a Specialist with your hub. They are told at once, and read your words.',
    words: 'How they told you. The applicant reads this.',
    done: 'The place is accepted for them',
  },
  'turn-down-for': {
    title: 'Turn the place down for them',
    ask: 'Turn down for them',
    make: 'Turn it down for them now',
    what: () => 'Their offer ends, and the place is free. They are told at once, and read your words.',
    words: 'How they told you. The applicant reads this.',
    done: 'The place is turned down for them',
  },
  'withdraw-for': {
    title: 'Withdraw the application for them',
    ask: 'Withdraw for them',
    make: 'Withdraw it for them now',
    what: () =>
      'Their application ends, and so does a place that they hold. They are told at once, and read your words. Nobody can take this back.',
    words: 'Why you do this for them. The applicant reads this.',
    done: 'The application is withdrawn for them',
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
