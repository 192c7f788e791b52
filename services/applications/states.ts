/** Where an application can stand. */
export const applicationStates = [
  'waiting-for-endorsement',
  'with-hub',
  'more-asked',
  'reserve',
  'offered',
  'accepted',
  'not-this-time',
  'offer-declined',
  'offer-passed-on',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** What can happen to one. */
export const applicationEvents = [
  'endorse',
  'refuse-endorsement',
  'record-endorsement',
  'check-endorsement',
  'renew-link',
  'edit',
  'change-school',
  'withdraw',
  'ask-for-more',
  'send-more',
  'offer',
  'put-on-reserve',
  'decline',
  'accept',
  'turn-down',
  'extend',
  'pass-on',
  'take-back-ask',
  'accept-for',
  'turn-down-for',
  'withdraw-for',
] as const;
export type ApplicationEvent = (typeof applicationEvents)[number];

/** Who moves it: `bot` only where the hub has said that it should. */
export type Mover = 'applicant' | 'headteacher' | 'lead' | 'bot';

/** What the applicant is told. Leads hear of all changes in their daily digest. */
export const applicantNews = [
  'endorsed',
  'endorsement-refused',
  'more-asked',
  'offered',
  'offer-extended',
  'offer-passed-on',
  'on-reserve',
  'not-this-time',
  'ask-taken-back',
  'accepted-for',
  'turned-down-for',
  'withdrawn-for',
] as const;
export type ApplicantNews = (typeof applicantNews)[number];

type Move = {
  from: ApplicationState;
  event: ApplicationEvent;
  to: ApplicationState;
  who: readonly Mover[];
  tells?: ApplicantNews;
  /** Only while the headteacher has endorsed it, or has not. */
  when?: 'endorsed' | 'not-endorsed';
};

const applicant = ['applicant'] as const;
const headteacher = ['headteacher'] as const;
const lead = ['lead'] as const;

const moves: Move[] = [
  { from: 'waiting-for-endorsement', event: 'endorse', to: 'with-hub', who: headteacher, tells: 'endorsed' },
  {
    from: 'waiting-for-endorsement',
    event: 'refuse-endorsement',
    to: 'waiting-for-endorsement',
    who: headteacher,
    tells: 'endorsement-refused',
  },
  { from: 'waiting-for-endorsement', event: 'record-endorsement', to: 'with-hub', who: lead, tells: 'endorsed' },
  {
    from: 'waiting-for-endorsement',
    event: 'renew-link',
    to: 'waiting-for-endorsement',
    who: ['applicant', 'lead'],
  },
  { from: 'with-hub', event: 'check-endorsement', to: 'with-hub', who: lead },
  { from: 'reserve', event: 'check-endorsement', to: 'reserve', who: lead },
  { from: 'offered', event: 'check-endorsement', to: 'offered', who: lead },
  { from: 'accepted', event: 'check-endorsement', to: 'accepted', who: lead },

  { from: 'waiting-for-endorsement', event: 'edit', to: 'waiting-for-endorsement', who: applicant },
  { from: 'with-hub', event: 'edit', to: 'with-hub', who: applicant },
  {
    from: 'waiting-for-endorsement',
    event: 'change-school',
    to: 'waiting-for-endorsement',
    who: applicant,
  },
  { from: 'with-hub', event: 'change-school', to: 'waiting-for-endorsement', who: applicant },
  { from: 'more-asked', event: 'change-school', to: 'waiting-for-endorsement', who: applicant },
  { from: 'waiting-for-endorsement', event: 'ask-for-more', to: 'more-asked', who: lead, tells: 'more-asked' },
  { from: 'with-hub', event: 'ask-for-more', to: 'more-asked', who: lead, tells: 'more-asked' },
  { from: 'more-asked', event: 'send-more', to: 'with-hub', who: applicant, when: 'endorsed' },
  { from: 'more-asked', event: 'send-more', to: 'waiting-for-endorsement', who: applicant, when: 'not-endorsed' },
  {
    from: 'more-asked',
    event: 'take-back-ask',
    to: 'with-hub',
    who: lead,
    tells: 'ask-taken-back',
    when: 'endorsed',
  },
  {
    from: 'more-asked',
    event: 'take-back-ask',
    to: 'waiting-for-endorsement',
    who: lead,
    tells: 'ask-taken-back',
    when: 'not-endorsed',
  },

  { from: 'with-hub', event: 'offer', to: 'offered', who: lead, tells: 'offered' },
  { from: 'reserve', event: 'offer', to: 'offered', who: ['lead', 'bot'], tells: 'offered' },
  { from: 'with-hub', event: 'put-on-reserve', to: 'reserve', who: lead, tells: 'on-reserve' },
  { from: 'waiting-for-endorsement', event: 'decline', to: 'not-this-time', who: lead, tells: 'not-this-time' },
  { from: 'with-hub', event: 'decline', to: 'not-this-time', who: lead, tells: 'not-this-time' },
  { from: 'more-asked', event: 'decline', to: 'not-this-time', who: lead, tells: 'not-this-time' },
  { from: 'reserve', event: 'decline', to: 'not-this-time', who: lead, tells: 'not-this-time' },

  { from: 'offered', event: 'accept', to: 'accepted', who: applicant },
  { from: 'offered', event: 'turn-down', to: 'offer-declined', who: applicant },
  { from: 'offered', event: 'extend', to: 'offered', who: lead, tells: 'offer-extended' },
  { from: 'offered', event: 'pass-on', to: 'offer-passed-on', who: lead, tells: 'offer-passed-on' },

  { from: 'waiting-for-endorsement', event: 'withdraw', to: 'withdrawn', who: applicant },
  { from: 'with-hub', event: 'withdraw', to: 'withdrawn', who: applicant },
  { from: 'more-asked', event: 'withdraw', to: 'withdrawn', who: applicant },
  { from: 'reserve', event: 'withdraw', to: 'withdrawn', who: applicant },
  { from: 'offered', event: 'withdraw', to: 'withdrawn', who: applicant },
  { from: 'accepted', event: 'withdraw', to: 'withdrawn', who: applicant },

  { from: 'offered', event: 'accept-for', to: 'accepted', who: lead, tells: 'accepted-for' },
  { from: 'offered', event: 'turn-down-for', to: 'offer-declined', who: lead, tells: 'turned-down-for' },
  { from: 'waiting-for-endorsement', event: 'withdraw-for', to: 'withdrawn', who: lead, tells: 'withdrawn-for' },
  { from: 'with-hub', event: 'withdraw-for', to: 'withdrawn', who: lead, tells: 'withdrawn-for' },
  { from: 'more-asked', event: 'withdraw-for', to: 'withdrawn', who: lead, tells: 'withdrawn-for' },
  { from: 'reserve', event: 'withdraw-for', to: 'withdrawn', who: lead, tells: 'withdrawn-for' },
  { from: 'offered', event: 'withdraw-for', to: 'withdrawn', who: lead, tells: 'withdrawn-for' },
  { from: 'accepted', event: 'withdraw-for', to: 'withdrawn', who: lead, tells: 'withdrawn-for' },
];

/**
 * Every move an application can make: what is not here cannot be done by anybody. Whether the hub has a place left, and
 * whether somebody may decide on this one, is asked beside it.
 */
export const moveTable: readonly Move[] = moves;

/** The move that an event makes from a state, or undefined when there is none. */
export function moveFor(state: ApplicationState, event: ApplicationEvent, endorsed: boolean): Move | undefined {
  return moves.find(
    (move) => move.from === state && move.event === event && (!move.when || (move.when === 'endorsed') === endorsed),
  );
}

/** What somebody can do with an application in this state. */
export function eventsFrom(state: ApplicationState, who: Mover, endorsed: boolean): ApplicationEvent[] {
  return applicationEvents.filter((event) => moveFor(state, event, endorsed)?.who.includes(who));
}

/** Whether an applicant makes changes that the hub has not asked for: they can until a lead has opened the application. */
export const changesUnasked = (event: ApplicationEvent, from: ApplicationState) =>
  event === 'edit' || (event === 'change-school' && from !== 'more-asked');

/** What a lead does for the applicant, who told them so or cannot do it. */
const eventsForThem = ['accept-for', 'turn-down-for', 'withdraw-for'] as const;
export type EventForThem = (typeof eventsForThem)[number];
export const isForThem = (event: string): event is EventForThem => eventsForThem.some((one) => one === event);

/** Nothing more will come of it: the person may apply again. */
export const isEnded = (state: ApplicationState) =>
  state === 'not-this-time' || state === 'offer-declined' || state === 'offer-passed-on' || state === 'withdrawn';

/** It holds one of the hub's places. */
export const takesPlace = (state: ApplicationState) => state === 'offered' || state === 'accepted';

/** It waits for the hub to decide, or for something before that: it can still go to another hub. */
export const isUndecided = (state: ApplicationState) =>
  state === 'waiting-for-endorsement' || state === 'with-hub' || state === 'more-asked';
