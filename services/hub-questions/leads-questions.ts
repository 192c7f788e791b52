import { type Actor, can } from '../access.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubPartition } from '../people/hub.ts';
import { heirOf, type Programme } from '../people/programme.ts';
import { leadName, whoInHub } from '../people/who-in-hub.ts';
import { read, readPage } from '../store/record.ts';
import type { QuestionRef } from './change-question.ts';
import { type HubQuestion, hubQuestionAt, hubQuestionRecord, openQuestionsAt, waits } from './hub-question.ts';

/** A question as the leads of its hub see it, names and all; of whoever asked only when they gave theirs. */
export type LeadsQuestion = QuestionRef & {
  hubName: string;
  question: HubQuestion;
  /** Empty when they did not give it. */
  from: string;
  /** Who sees to it, or said that it is not for the hub. */
  by: string;
  answeredBy: string;
};

type Denied = { kind: 'denied' };

/** The hubs whose questions a hub's leads answer: theirs and those that were merged into it. */
function hubsAnsweredBy(settings: Programme, hubId: string): string[] {
  const merged = settings.closedHubs.map(({ id }) => id).filter((id) => heirOf(settings, id) === hubId);
  return [hubId, ...merged];
}

/** A question as its leads see it, or undefined when it is gone. Asks nobody's permission. */
export async function leadsQuestion(
  deps: Pick<Deps, 'store'>,
  settings: Programme,
  { hubId, questionId }: QuestionRef,
): Promise<LeadsQuestion | undefined> {
  const here = heirOf(settings, hubId);
  const [hub, question] = await Promise.all([
    read(deps.store, hubAt(here)),
    read(deps.store, hubQuestionAt(hubId, questionId)),
  ]);
  if (!hub || !question) return undefined;
  const { named, person = '', by, answer } = question;
  const nameOf = (personId: string | undefined) => (personId ? leadName(deps, here, personId) : '');
  const [from, byName, answeredBy] = await Promise.all([
    named ? whoInHub(deps, here, person).then(({ name }) => name) : '',
    nameOf(by),
    nameOf(answer?.by),
  ]);
  return { hubId, questionId, hubName: hub.name, question, from, by: byName, answeredBy };
}

/** One question, for a lead of the hub it is with. */
export async function questionFor(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  ref: QuestionRef,
): Promise<{ kind: 'found'; shown: LeadsQuestion } | { kind: 'not-there' } | Denied> {
  if (!can(actor, 'answer-questions', { hubId: heirOf(settings, ref.hubId) })) return { kind: 'denied' };
  const shown = await leadsQuestion(deps, settings, ref);
  return shown ? { kind: 'found', shown } : { kind: 'not-there' };
}

/** How many questions wait for a hub's leads. A point read, and one for each hub that was merged into it. */
export async function openQuestions(
  deps: Pick<Deps, 'store'>,
  settings: Programme,
  hubId: string,
): Promise<QuestionRef[]> {
  const lists = await Promise.all(
    hubsAnsweredBy(settings, hubId).map(async (id) => {
      const open = await read(deps.store, openQuestionsAt(id));
      return (open?.ids ?? []).map((questionId) => ({ hubId: id, questionId }));
    }),
  );
  return lists.flat().sort((a, b) => (a.questionId < b.questionId ? -1 : 1));
}

type Page = { kind: 'page'; hubName: string; questions: LeadsQuestion[]; waiting: number; next: string | undefined };
type PageOf = { hubId: string; which: 'waiting' | 'closed'; after?: string | undefined; limit: number };

/** One page of a hub's questions for its leads, oldest first: those that wait, or those that are done with. */
export async function questionsOf(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { hubId, which, after = '', limit }: PageOf,
): Promise<Page | Denied> {
  if (!can(actor, 'answer-questions', { hubId })) return { kind: 'denied' };
  const hub = await read(deps.store, hubAt(hubId));
  if (!hub) return { kind: 'denied' };
  const open = await openQuestions(deps, settings, hubId);
  const found =
    which === 'waiting'
      ? open.filter(({ questionId }) => questionId > after)
      : await closedAfter(deps, hubsAnsweredBy(settings, hubId), { after, count: limit + 1 });
  const page = found.slice(0, limit);
  const shown = await Promise.all(page.map((ref) => leadsQuestion(deps, settings, ref)));
  const questions = shown.filter((one) => one !== undefined);
  const next = found.length > limit ? page.at(-1)?.questionId : undefined;
  return { kind: 'page', hubName: hub.name, questions, waiting: open.length, next };
}

type After = { after: string; count: number };

async function closedAfter(deps: Deps, hubIds: string[], page: After): Promise<QuestionRef[]> {
  const found = await Promise.all(hubIds.map((hubId) => closedIn(deps, hubId, page)));
  return found
    .flat()
    .sort((a, b) => (a.questionId < b.questionId ? -1 : 1))
    .slice(0, page.count);
}

/** How many are read together: some of them still wait. */
const readTogether = 30;

async function closedIn(deps: Deps, hubId: string, { after, count }: After): Promise<QuestionRef[]> {
  const from = after && hubQuestionAt(hubId, after).id;
  const page = await readPage(deps.store, hubQuestionRecord, hubPartition(hubId), {
    ...(from && { after: from }),
    limit: readTogether,
  });
  const refs = page
    .filter((question) => !waits(question))
    .map(({ id }) => ({ hubId, questionId: id.slice('hub-question:'.length) }));
  const last = page.at(-1);
  if (refs.length >= count || page.length < readTogether || !last) return refs.slice(0, count);
  const rest = await closedIn(deps, hubId, {
    after: last.id.slice('hub-question:'.length),
    count: count - refs.length,
  });
  return [...refs, ...rest];
}
