import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { decideCard } from '../../cards/applications/decide.ts';
import { decisionDone } from '../../cards/applications/decision-done.ts';
import { decisionForm } from '../../cards/applications/decision-form.ts';
import { decisionFaults, fullWords, noQuotaWords } from '../../cards/applications/decision-words.ts';
import { placesWords } from '../../cards/applications/queue-words.ts';
import { longDate } from '../../cards/words.ts';
import { type Application, cohortIn, isEndorsed } from '../../services/applications/application.ts';
import {
  type DecisionEvent,
  decideApplication,
  decisionEvents,
  longerFrom,
  offerUntil,
} from '../../services/applications/decide.ts';
import type { Moved } from '../../services/applications/move.ts';
import { type OpenedApplication, openForLead } from '../../services/applications/open.ts';
import { asksOpinions, opinionLimits, opinionsOn } from '../../services/applications/opinions.ts';
import { type Dropped, dropDecision, keepDecision } from '../../services/applications/staged.ts';
import { eventsFrom } from '../../services/applications/states.ts';
import { dateInEngland } from '../../services/clock.ts';
import { hubIdOf } from '../../services/people/hub.ts';
import { leadName } from '../../services/people/who-in-hub.ts';
import type { Reply, Turn } from '../turn.ts';
import { onlyLeads } from './applications.ts';
import type { ActionHandlers } from './index.ts';
import { staleWords, viewApplication, withUnused } from './one-application.ts';
import { showStaged } from './staged.ts';

type Decisions = 'decisions.open' | 'decisions.ask' | 'decisions.make' | 'decisions.keep' | 'staged.drop';

export const decisions: Pick<ActionHandlers, Decisions> = {
  'decisions.open': (about, turn) => showDecide(turn, about),
  'decisions.ask': (about, turn) => askDecision(turn, about),
  'decisions.make': makeDecision,
  'decisions.keep': keepForLater,
  'staged.drop': async (press, turn) => {
    const { kind } = await dropDecision(turn.deps, turn.actor, press);
    return kind === 'denied' ? onlyLeads : showDecide(turn, press, dropWords[kind]);
  },
};

const dropWords: Record<Exclude<Dropped['kind'], 'denied'>, string> = {
  dropped: 'Taken back. Nobody was told.',
  'done-before': 'Taken back. Nobody was told.',
  changed: staleWords,
  conflicted: '',
  stale: staleWords,
};

type About = { hubId: string; applicationId: string };

/** What can be decided about an application now, with what became of the last press. */
async function showDecide(turn: Turn, about: About, message = ''): Promise<Reply> {
  const opened = await openForLead(turn.deps, turn.actor, about);
  if (opened.kind === 'denied') return onlyLeads;
  if (opened.conflict) return viewApplication(about, turn, message);
  const { application } = opened;
  const { answers, state } = application;
  const offer = await standingOffer(turn, about, application);
  return {
    card: decideCard({
      ...placed(about, opened),
      op: randomUUID(),
      name: answers.name,
      school: answers.school,
      state,
      events: eventsOn(application, offer),
      offer,
      staged: await keptOn(turn, opened),
      message,
    }),
  };
}

/** What is kept for later, with the name of the lead who decided it. */
async function keptOn({ deps }: Turn, { hub, application: { staged } }: OpenedApplication) {
  return staged && { event: staged.event, at: staged.at, by: await leadName(deps, hubIdOf(hub), staged.by) };
}

/** An offer as leads decide about it: with its last day, and the day on which it can first be extended where that is to come. */
async function standingOffer({ deps }: Turn, about: About, { offer }: Application) {
  if (!offer) return undefined;
  const { until } = offer;
  const today = dateInEngland(deps.clock.now());
  const from = await longerFrom(deps, about, until);
  return { until, over: today > until, longerFrom: from > today ? from : undefined };
}

/** An offer that still runs is not passed on, and one that would not last longer is not extended. */
function eventsOn(application: Application, offer: Awaited<ReturnType<typeof standingOffer>>): DecisionEvent[] {
  const possible = eventsFrom(application.state, 'lead', isEndorsed(application));
  const isIdle = (event: DecisionEvent) =>
    (event === 'pass-on' && !offer?.over) || (event === 'extend' && offer?.longerFrom !== undefined);
  return decisionEvents.filter((event) => possible.includes(event) && !isIdle(event));
}

function placed({ hubId, applicationId }: About, { hub, application, places }: OpenedApplication) {
  const quota = hub.cohorts[application.cohort]?.quota;
  return { hubId, hubName: hub.name, applicationId, places: placesWords(places, quota) };
}

type Again = { op: string; reason: string; words: string; problem: string };

/** Asks for a decision once more before it is made; with what was typed and why that was not done yet, where it was not. */
async function askDecision(turn: Turn, about: About & { event: DecisionEvent }, again?: Again): Promise<Reply> {
  const { event } = about;
  const opened = await openForLead(turn.deps, turn.actor, about);
  if (opened.kind === 'denied') return onlyLeads;
  const { hub, application, conflict } = opened;
  const offer = await standingOffer(turn, about, application);
  const { op = randomUUID(), reason = '', words = '', problem = '' } = again ?? {};
  if (conflict || !eventsOn(application, offer).includes(event))
    return showDecide(turn, about, withUnused(staleWords, words));
  const { hubName } = placed(about, opened);
  const until = await offerUntil(turn.deps, about);
  const opinions = asksOpinions(hub, application)
    ? `${opinionsOn(application).length} of ${opinionLimits.wanted} opinions given.`
    : '';
  const shown = {
    ...about,
    op,
    hubName,
    seen: application.steps.length,
    name: application.answers.name,
    state: application.state,
  };
  const staged = await keptOn(turn, opened);
  return { card: decisionForm({ ...shown, staged, until, opinions, reason, words, problem }) };
}

/** The application is what the lead saw: nothing has happened to it since. */
export const stillAt =
  ({ seen }: { seen: number }) =>
  ({ steps }: Application) =>
    steps.length === seen;

/** Nor has anybody decided otherwise. */
const stillAsDecided =
  ({ seen, kept }: { seen: number; kept?: string | undefined }) =>
  (application: Application) =>
    stillAt({ seen })(application) && application.staged?.at === kept;

async function makeDecision(input: Input<'decisions.make'>, turn: Turn): Promise<Reply> {
  const { op, hubId, applicationId, event, reason, words } = input;
  const where = { op, hubId, applicationId, still: stillAsDecided(input) };
  const result = await decideApplication(turn.deps, turn.actor, where, { event, reason, words });
  switch (result.kind) {
    case 'refused':
      return askDecision(turn, input, { op, reason, words, problem: decisionFaults[result.fault] });
    case 'moved':
      return showDone(turn, input, result);
    case 'full':
      return showDecide(turn, input, fullWords(result.quota));
    case 'no-quota':
      return showDecide(turn, input, noQuotaWords);
    case 'too-early':
      return showDecide(turn, input, `The offer runs until ${longDate(result.until)}. It can be passed on after that.`);
    case 'not-now':
    case 'opened':
      return askDecision(turn, input, { op: randomUUID(), reason, words, problem: staleWords });
    case 'conflicted':
      return viewApplication(input, turn, withUnused('', words));
    case 'denied':
      return onlyLeads;
  }
}

async function showDone(
  turn: Turn,
  { hubId, applicationId, event }: Input<'decisions.make'>,
  { application }: Extract<Moved, { kind: 'moved' }>,
): Promise<Reply> {
  const opened = await openForLead(turn.deps, turn.actor, { hubId, applicationId });
  if (opened.kind === 'denied') return onlyLeads;
  const until = event === 'offer' || event === 'extend' ? application.offer?.until : undefined;
  const shown = placed({ hubId, applicationId }, opened);
  const from = application.steps.at(-1)?.from ?? 'with-hub';
  return { card: decisionDone({ ...shown, event, name: application.answers.name, state: from, until }) };
}

async function keepForLater(input: Input<'decisions.keep'>, turn: Turn): Promise<Reply> {
  const { op, hubId, applicationId, event, reason, words } = input;
  const press = { op, hubId, applicationId, event, reason, words, still: stillAsDecided(input) };
  const result = await keepDecision(turn.deps, turn.actor, press);
  switch (result.kind) {
    case 'refused':
      return askDecision(turn, input, { op, reason, words, problem: decisionFaults[result.fault] });
    case 'kept':
    case 'done-before':
      return showStaged(turn, { hubId, cohort: cohortIn(applicationId) });
    case 'not-now':
    case 'stale':
      return askDecision(turn, input, { op: randomUUID(), reason, words, problem: staleWords });
    case 'conflicted':
      return viewApplication(input, turn, withUnused('', words));
    case 'denied':
      return onlyLeads;
  }
}
