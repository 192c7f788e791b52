import type { DatedText } from '../people/hub.ts';
import type { Answers, Application, DeclineReason, Endorsement } from './application.ts';
import { linkUntil } from './link.ts';
import type { EventForThem } from './states.ts';

type Endorser = { name: string; role: string };

/** What happens to an application, with what is said along with it. Dates are ISO dates in England. */
export type Movement =
  /** `commitments`: the text that they agreed to, where the hub they answer for has one. */
  | ({ event: 'endorse'; commitments?: DatedText | undefined; answeredFor?: Endorsement['answeredFor'] } & Endorser)
  | ({ event: 'refuse-endorsement'; words: string } & Endorser)
  | ({ event: 'record-endorsement'; words: string } & Endorser)
  | { event: 'check-endorsement' }
  /** A new link for the headteacher, good until this instant. */
  | { event: 'renew-link'; until: string }
  | Changes
  | { event: 'ask-for-more'; words: string }
  | { event: 'offer' | 'extend'; until: string }
  | { event: 'put-on-reserve' }
  | { event: 'decline'; reason: DeclineReason; words: string }
  | { event: 'accept' | 'turn-down' | 'pass-on' | 'withdraw' }
  /** The hub goes on without an answer, or with what they told a lead. */
  | { event: 'take-back-ask'; words: string }
  | { event: EventForThem; words: string };

/** Other answers; by `change-school` those, and only those, that name another school or headteacher. */
type Changes = {
  event: 'edit' | 'send-more' | 'change-school';
  answers: Answers;
  schoolFacts: Application['schoolFacts'];
};

/** Whether answers name another school or headteacher than before. */
export const namesAnotherSchool = (before: Answers, after: Answers): boolean =>
  before.headteacher !== after.headteacher ||
  (before.urn || after.urn ? before.urn !== after.urn : before.school !== after.school);

type Mark = { at: string; by: string };

/** What does not bear on a decision: a link is not an answer, and an answer that was checked is no other. */
const leavesDecision: Movement['event'][] = ['renew-link', 'check-endorsement'];

/**
 * What a movement changes in an application beside its state. A decision that is kept for later is one on the application
 * as it was then: it is kept no more once something happens that bears on it.
 */
export function changedBy(movement: Movement, moved: Application, mark: Mark): Application {
  const changed = withWhatIsSaid(movement, moved, mark);
  return leavesDecision.includes(movement.event) ? changed : { ...changed, staged: undefined };
}

function withWhatIsSaid(movement: Movement, moved: Application, { at, by }: Mark): Application {
  switch (movement.event) {
    case 'endorse': {
      const { name, role, commitments, answeredFor } = movement;
      const given = { kind: 'endorsed' as const, how: 'by-link' as const, name, role, at };
      const agreedTo = commitments && { commitments: commitments.since, commitmentsText: commitments.text };
      return { ...spent(moved, at), endorsement: { ...given, ...agreedTo, ...(answeredFor && { answeredFor }) } };
    }
    case 'refuse-endorsement': {
      const { name, role, words } = movement;
      const given = { kind: 'refused' as const, how: 'by-link' as const, name, role, at };
      return { ...spent(moved, at), endorsement: { ...given, ...(words && { words }) } };
    }
    case 'record-endorsement': {
      const { name, role, words } = movement;
      const recorded = { kind: 'endorsed' as const, how: 'recorded' as const, name, role, at, by };
      return { ...moved, endorsement: { ...recorded, ...(words && { words }) } };
    }
    case 'check-endorsement':
      return moved.endorsement
        ? { ...moved, endorsement: { ...moved.endorsement, checked: moved.endorsement.checked ?? { at, by } } }
        : moved;
    case 'renew-link':
      return { ...moved, link: { number: moved.link.number + 1, until: movement.until }, reminded: [] };
    case 'edit':
    case 'send-more':
      return withChanges(moved, movement);
    case 'change-school': {
      const link = { number: moved.link.number + 1, until: linkUntil(new Date(at)) };
      return { ...withChanges(moved, movement), endorsement: undefined, link, reminded: [] };
    }
    case 'ask-for-more':
      return { ...moved, asked: { words: movement.words, at } };
    case 'take-back-ask':
      return { ...moved, asked: undefined };
    case 'offer':
      return { ...moved, offer: { at, until: movement.until }, reminded: [] };
    case 'extend':
      return { ...moved, offer: { at: moved.offer?.at ?? at, until: movement.until }, reminded: [] };
    case 'decline':
      return { ...moved, decline: { reason: movement.reason, words: movement.words } };
    case 'put-on-reserve':
    case 'accept':
    case 'turn-down':
    case 'pass-on':
    case 'withdraw':
    case 'accept-for':
    case 'turn-down-for':
    case 'withdraw-for':
      return moved;
  }
}

/** With other answers, which no lead has read. */
const withChanges = (application: Application, { answers, schoolFacts }: Changes): Application => ({
  ...application,
  answers,
  schoolFacts,
  openedAt: undefined,
});

/** Its link has been answered: it works once. */
const spent = (application: Application, at: string): Application => ({
  ...application,
  link: { ...application.link, spent: at },
});

/** Why it was done, in the words of whoever did it; undefined where they gave none. */
export function whyOf(movement: Movement): string | undefined {
  if ('reason' in movement) return [movement.reason, movement.words].filter(Boolean).join(': ');
  return 'words' in movement && movement.words ? movement.words : undefined;
}
