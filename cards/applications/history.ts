import type { Step } from '../../services/applications/application.ts';
import { instantInEngland } from '../words.ts';

/** What happened, as the person who applied reads it. */
const stepWords: Record<Step['event'], string> = {
  submit: 'Submitted',
  'move-hub': 'Passed to another hub',
  endorse: 'Your headteacher agreed',
  'refuse-endorsement': 'Your headteacher did not agree',
  'record-endorsement': 'Your hub recorded that your headteacher agreed',
  'check-endorsement': 'Your hub checked it with your school',
  'renew-link': 'A new link for your headteacher was made',
  edit: 'You changed it',
  'change-school': 'You named another school or headteacher, who has to agree anew',
  withdraw: 'Withdrawn',
  'ask-for-more': 'Your hub asked for more',
  'send-more': 'You sent more',
  offer: 'A place was offered',
  'put-on-reserve': 'You became a reserve',
  decline: 'The hub decided: not this time',
  accept: 'You accepted your place',
  'turn-down': 'You turned the place down',
  extend: 'Your hub gave you more time to answer',
  'pass-on': 'The hub passed the place on',
  'take-back-ask': 'Your hub went on without asking for more',
  'accept-for': 'Your hub recorded that you accept your place',
  'turn-down-for': 'Your hub recorded that you turn the place down',
  'withdraw-for': 'Your hub withdrew it for you',
};

/** How many lines of its history are shown: the newest. */
const shownSteps = 6;

/** The newest of what happened to an application, a line each, oldest first. */
export const historyLines = (steps: Pick<Step, 'at' | 'event'>[]): string =>
  steps
    .slice(-shownSteps)
    .map(({ at, event }) => `${instantInEngland(at)}: ${stepWords[event]}`)
    .join('\n');
