import type { Actor } from '../access.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt } from '../people/hub.ts';
import { programmeAt } from '../people/programme.ts';
import { read } from '../store/record.ts';
import { type Application, cohortIn, declineReasons } from './application.ts';
import { type Moved, moveApplication } from './move.ts';
import type { Movement } from './movement.ts';
import { extendableFrom, lastDayOfOffer, usualOfferDays } from './offer-days.ts';
import { fewLines, wordsFault } from './own-words.ts';
import { isForThem } from './states.ts';

/** What leads decide, and what they do for an applicant who told them so or cannot do it. */
export const decisionEvents = [
  'offer',
  'put-on-reserve',
  'decline',
  'ask-for-more',
  'extend',
  'pass-on',
  'take-back-ask',
  'accept-for',
  'turn-down-for',
  'withdraw-for',
] as const;
export type DecisionEvent = (typeof decisionEvents)[number];

/** Those that can be kept for later and told together. */
export const stagedEvents = ['offer', 'put-on-reserve', 'decline'] as const;
export type StagedEvent = (typeof stagedEvents)[number];
export const isStagedEvent = (event: DecisionEvent): event is StagedEvent =>
  stagedEvents.some((staged) => staged === event);

/** A decision as a lead filled it in: words are for the applicant to read, in at most 800 characters. */
export type Decision = { event: DecisionEvent; reason?: string | undefined; words?: string | undefined };
export const mostWords = 800;

export type DecisionFault = 'no-reason' | 'no-words' | 'too-long';
export type Decided = Moved | { kind: 'refused'; fault: DecisionFault };

/** Whether a decision comes with words: `may` where it can do without. */
export function takesWords(event: DecisionEvent): 'must' | 'may' | undefined {
  if (event === 'take-back-ask') return 'may';
  return event === 'decline' || event === 'ask-for-more' || isForThem(event) ? 'must' : undefined;
}

/** What is missing from a decision before it can be made or kept; undefined when nothing is. */
export function faultIn({ event, reason, words = '' }: Decision): DecisionFault | undefined {
  const takes = takesWords(event);
  if (!takes) return undefined;
  if (event === 'decline' && !reasonIn(reason)) return 'no-reason';
  const fault = wordsFault(words, mostWords);
  if (fault !== 'empty') return fault;
  return takes === 'must' ? 'no-words' : undefined;
}

/** The reason that a choice on a card stands for. */
export const reasonIn = (chosen: string | undefined) => declineReasons.find((reason) => reason === chosen);

type Where = {
  op: string;
  hubId: string;
  applicationId: string;
  /** Whether it still is what the lead has seen. */
  still?: (application: Application) => boolean;
};

/**
 * Makes a lead's decision on an application and tells the applicant, once however often it is pressed. An offer, new or
 * extended, lasts the hub's number of working days in term from today.
 */
export async function decideApplication(deps: Deps, actor: Actor, where: Where, decision: Decision): Promise<Decided> {
  const fault = faultIn(decision);
  if (fault) return { kind: 'refused', fault };
  const { event, reason, words = '' } = decision;
  const until = event === 'offer' || event === 'extend' ? await offerUntil(deps, where) : '';
  const movement = movementOf(event, { reason: reasonIn(reason) ?? 'other', words: fewLines(words, 12), until });
  return moveApplication(deps, { who: 'lead', actor }, where, movement);
}

function movementOf(
  event: DecisionEvent,
  { reason, words, until }: { reason: (typeof declineReasons)[number]; words: string; until: string },
): Movement {
  switch (event) {
    case 'offer':
    case 'extend':
      return { event, until };
    case 'decline':
      return { event, reason, words };
    case 'ask-for-more':
    case 'take-back-ask':
    case 'accept-for':
    case 'turn-down-for':
    case 'withdraw-for':
      return { event, words };
    case 'put-on-reserve':
    case 'pass-on':
      return { event };
  }
}

type About = { hubId: string; applicationId: string };

/** The last day of an offer that this hub would make today. */
export async function offerUntil(deps: Pick<Deps, 'store' | 'clock'>, about: About): Promise<string> {
  const { today, days, holidays } = await offerTerms(deps, about);
  return lastDayOfOffer(today, days, holidays);
}

/** The first day, from today on, on which extending an offer gives longer than until its last day. */
export async function longerFrom(deps: Pick<Deps, 'store' | 'clock'>, about: About, until: string): Promise<string> {
  const { today, days, holidays } = await offerTerms(deps, about);
  return extendableFrom(today, until, days, holidays);
}

async function offerTerms({ store, clock }: Pick<Deps, 'store' | 'clock'>, { hubId, applicationId }: About) {
  const [hub, programme] = await Promise.all([read(store, hubAt(hubId)), read(store, programmeAt)]);
  const days = offerDaysOf(hub, cohortIn(applicationId));
  return { today: dateInEngland(clock.now()), days, holidays: programme?.holidays ?? [] };
}

/** How many working days in term a hub's offers last. */
export const offerDaysOf = (hub: Hub | undefined, cohort: string): number =>
  hub?.cohorts[cohort]?.offerDays ?? usualOfferDays;
