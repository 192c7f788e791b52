import type { By } from '../../services/applications/move.ts';
import type { Movement } from '../../services/applications/movement.ts';
import { type ApplicationEvent, applicationEvents } from '../../services/applications/states.ts';
import { goodAnswers } from './applying.ts';

const head = { name: 'Dr Amara Lowe', role: 'Headteacher' };
const edited = { answers: { ...goodAnswers, why: 'I have changed my mind.' }, schoolFacts: undefined };
const elsewhere = { answers: { ...goodAnswers, school: 'Beckside School' }, schoolFacts: undefined };

/** One movement for every event, with all that can be said along with it. */
export const movements: { [E in ApplicationEvent]: Movement } = {
  endorse: { event: 'endorse', ...head },
  'refuse-endorsement': { event: 'refuse-endorsement', ...head, words: 'Not this year.' },
  'record-endorsement': { event: 'record-endorsement', ...head, words: 'By telephone.' },
  'check-endorsement': { event: 'check-endorsement' },
  'renew-link': { event: 'renew-link', until: '2026-06-01T00:00:00.000Z' },
  edit: { event: 'edit', ...edited },
  'change-school': { event: 'change-school', ...elsewhere },
  withdraw: { event: 'withdraw' },
  'ask-for-more': { event: 'ask-for-more', words: 'What do you teach in Year 12?' },
  'send-more': { event: 'send-more', ...edited },
  // Its last day is over, so that it can be passed on.
  offer: { event: 'offer', until: '2026-03-01' },
  'put-on-reserve': { event: 'put-on-reserve' },
  decline: { event: 'decline', reason: 'experience', words: 'Come back next year.' },
  accept: { event: 'accept' },
  'turn-down': { event: 'turn-down' },
  extend: { event: 'extend', until: '2026-03-30' },
  'pass-on': { event: 'pass-on' },
  'take-back-ask': { event: 'take-back-ask', words: 'Year 12 and 13, by telephone.' },
  'accept-for': { event: 'accept-for', words: 'By telephone.' },
  'turn-down-for': { event: 'turn-down-for', words: 'By telephone.' },
  'withdraw-for': { event: 'withdraw-for', words: 'They have left their school.' },
};
export const everyMovement = applicationEvents.map((event) => movements[event]);

/** Who makes a move on the way to a state. */
type Hand = By['who'];
type Way = readonly (readonly [Hand, ApplicationEvent])[];

const endorsed: Way = [['headteacher', 'endorse']];
const offered: Way = [...endorsed, ['lead', 'offer']];

/** Every state that an application can be in, also by another way where that makes a difference, and how it gets there. */
export const ways: Record<string, Way> = {
  'waiting for endorsement': [],
  'waiting, refused, with a new link': [
    ['headteacher', 'refuse-endorsement'],
    ['lead', 'renew-link'],
  ],
  'with the hub': endorsed,
  'with the hub, told to a lead': [['lead', 'record-endorsement']],
  'more asked, not endorsed': [['lead', 'ask-for-more']],
  'more asked, endorsed': [...endorsed, ['lead', 'ask-for-more']],
  'on reserve': [...endorsed, ['lead', 'put-on-reserve']],
  offered,
  'offered from the reserves': [...endorsed, ['lead', 'put-on-reserve'], ['bot', 'offer']],
  accepted: [...offered, ['applicant', 'accept']],
  'not this time': [...endorsed, ['lead', 'decline']],
  'offer declined': [...offered, ['applicant', 'turn-down']],
  'offer passed on': [...offered, ['lead', 'pass-on']],
  withdrawn: [['applicant', 'withdraw']],
  'accepted for them': [...offered, ['lead', 'accept-for']],
  'withdrawn for them after accepting': [...offered, ['applicant', 'accept'], ['lead', 'withdraw-for']],
  'withdrawn after accepting': [...offered, ['applicant', 'accept'], ['applicant', 'withdraw']],
};
