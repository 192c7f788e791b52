import { DateTime } from 'luxon';
import { type Actor, can } from '../access.ts';
import type { Deps } from '../deps.ts';
import { readPage } from '../store/record.ts';
import { askedPartition, type Heard, heardRecord, monthInEngland, type Tally, tallyRecord } from './asked.ts';
import { type Cluster, clustersOf, mostTexts } from './clusters.ts';

/** More topics and intents than there are. */
const mostTallies = 1000;
/** Months that can be looked at, this one included. */
const monthsBack = 12;

/** What people asked in a month, counted. */
export type Insights = {
  month: string;
  /** The months beside it that can be looked at. */
  earlier: string | undefined;
  later: string | undefined;
  asked: number;
  unanswered: number;
  unsure: number;
  judgedRight: number;
  judgedWrong: number;
  /** Topics and intents, what was asked most first. */
  topics: Tally[];
};

/** What went unanswered or was answered wrongly in a month: wordings only where three or more asked much the same. */
export type Alike = {
  /** What went unanswered, and what was answered wrongly, by likeness. */
  unansweredAlike: Cluster[];
  wrongAlike: Cluster[];
};

/**
 * What was asked in a month, over all hubs, for leads and coordinators. A month that is none of the last twelve gives this
 * one.
 */
export async function insightsOf(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  wanted?: string,
): Promise<({ kind: 'found' } & Insights) | { kind: 'denied' }> {
  if (!can(actor, 'see-insights', {})) return { kind: 'denied' };
  const months = monthsUntil(monthInEngland(deps.clock.now()));
  const place = Math.max(0, months.indexOf(wanted ?? ''));
  const month = months[place] ?? '';
  const tallies = await readPage(deps.store, tallyRecord, askedPartition(month), { limit: mostTallies });
  const sum = (number: (tally: Tally) => number) => tallies.reduce((total, tally) => total + number(tally), 0);
  return {
    kind: 'found',
    month,
    earlier: months[place + 1],
    later: months[place - 1],
    asked: sum(({ asked }) => asked),
    unanswered: sum(({ unanswered }) => unanswered),
    unsure: sum(({ unsure }) => unsure),
    judgedRight: sum(({ judgedRight }) => judgedRight),
    judgedWrong: sum(({ judgedWrong }) => judgedWrong),
    topics: tallies.filter(({ topic }) => topic !== undefined).sort((a, b) => b.asked - a.asked),
  };
}

/**
 * The same with what was asked alike: much more work. The words behind it are gone after 90 days.
 */
export async function alikeInsightsOf(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  wanted?: string,
): Promise<({ kind: 'found' } & Insights & Alike) | { kind: 'denied' }> {
  const insights = await insightsOf(deps, actor, wanted);
  if (insights.kind === 'denied') return insights;
  const said = await readPage(deps.store, heardRecord, askedPartition(insights.month), { limit: mostTexts });
  const alike = (why: Heard['why']) => clustersOf(said.filter((one) => one.why === why));
  return { ...insights, unansweredAlike: alike('unanswered'), wrongAlike: alike('wrong') };
}

/** This month and those before it. */
function monthsUntil(month: string): string[] {
  const first = DateTime.fromISO(`${month}-01`);
  return Array.from({ length: monthsBack }, (_, before) => first.minus({ months: before }).toFormat('yyyy-MM'));
}
