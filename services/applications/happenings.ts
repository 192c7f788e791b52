import { z } from 'zod';
import { defineRecord, type RecordOf } from '../store/record.ts';
import { type Application, applicationIdOf, type Step } from './application.ts';

/** What leads read of in their daily digest: what others did. What they did themselves they know. */
const happeningKinds = [
  'new',
  'from-another-hub',
  'endorsed',
  'not-endorsed',
  'more-sent',
  'other-school',
  'accepted',
  'turned-down',
  'withdrawn',
  'offered-on',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/**
 * One thing that happened to an application, kept until the digests have told it: what is new costs the same to find
 * however many applications there are. It holds no name: that is read when somebody is told.
 */
export const happeningRecord = defineRecord('happening', 1, {
  applicationId: z.string(),
  what: z.enum(happeningKinds),
});
export type Happening = RecordOf<typeof happeningRecord>;

const keepDays = 30;

/** Where the happenings of a cohort begin that are no older than an instant. They stand oldest first. */
export const happeningsFrom = (cohort: string, instant: string) => `happening:${cohort}:${instant}`;

/** What an application's new steps come to for the digest. Each has one id, however often it is put. */
export function happeningsOf(before: Application | undefined, after: Application | undefined): Happening[] {
  if (!after) return [];
  const { partition, cohort, steps } = after;
  const applicationId = applicationIdOf(after);
  // Of one that comes with a past from another hub, only the coming is news.
  const known = before?.steps.length ?? steps.length - 1;
  return steps.slice(known).flatMap((step, index) => {
    const what = kindOf(step);
    if (!what) return [];
    const number = known + index + 1;
    const expires = new Date(new Date(step.at).getTime() + keepDays * 86_400_000).toISOString();
    const id = `${happeningsFrom(cohort, step.at)}:${applicationId}:${number}`;
    return [happeningRecord.make({ partition, id, applicationId, what, expires })];
  });
}

function kindOf({ event, by, from }: Step): HappeningKind | undefined {
  switch (event) {
    case 'submit':
      return 'new';
    case 'move-hub':
      return 'from-another-hub';
    case 'endorse':
      return 'endorsed';
    case 'refuse-endorsement':
      return 'not-endorsed';
    case 'send-more':
      return 'more-sent';
    case 'change-school':
      // Where the hub has asked it is the answer; where it lay with the hub, it does so no more.
      return from === 'more-asked' ? 'more-sent' : from === 'with-hub' ? 'other-school' : undefined;
    case 'accept':
      return 'accepted';
    case 'turn-down':
      return 'turned-down';
    case 'withdraw':
      return 'withdrawn';
    case 'offer':
      return by === 'bot' ? 'offered-on' : undefined;
    case 'record-endorsement':
    case 'check-endorsement':
    case 'renew-link':
    case 'edit':
    case 'ask-for-more':
    case 'put-on-reserve':
    case 'decline':
    case 'extend':
    case 'pass-on':
    case 'take-back-ask':
    case 'accept-for':
    case 'turn-down-for':
    case 'withdraw-for':
      return undefined;
  }
}
