import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubPartition } from '../people/hub.ts';
import { heirOf, type Programme } from '../people/programme.ts';
import { defineRecord, type RecordOf, read } from '../store/record.ts';
import type { QuestionRef } from './change-question.ts';
import { faultsIn, type HubAnswerFaults } from './hub-answer-faults.ts';
import { tidied } from './hub-question.ts';
import { type LeadsQuestion, questionFor } from './leads-questions.ts';

/** How many answers of its own one hub may have. */
export const mostHubAnswers = 60;

/** A hub's own answer to a question the programme document leaves open. */
const hubAnswer = z.strictObject({
  id: z.string(),
  question: z.string(),
  answer: z.string(),
  /** What it is about, where that is something the document is known not to say. */
  topic: z.string().optional(),
  by: z.string(),
  at: z.string(),
});
export type HubAnswer = z.infer<typeof hubAnswer>;

/** All of a hub's own answers, oldest first: one record, so that a question costs one read. */
const hubAnswersRecord = defineRecord('hub-answers', 1, { answers: z.array(hubAnswer).max(mostHubAnswers) });
type HubAnswers = RecordOf<typeof hubAnswersRecord>;

export const hubAnswersAt = (hubId: string) => hubAnswersRecord.at(hubPartition(hubId), 'hub-answers');

type Denied = { kind: 'denied' };

/** A hub answer, and the hub whose it is; `was` names one that was merged into the hub it is listed for. */
export type ListedAnswer = HubAnswer & { hubId: string; was?: string };

/** A hub's own answers, for its leads: oldest first, then those that hubs merged into it have left. */
export async function hubAnswersOf(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  hubId: string,
): Promise<{ kind: 'list'; hubName: string; answers: ListedAnswer[] } | Denied> {
  if (!can(actor, 'answer-questions', { hubId })) return { kind: 'denied' };
  const merged = settings.closedHubs.filter(({ id }) => heirOf(settings, id) === hubId && id !== hubId);
  const [hub, ...lists] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    ...[{ id: hubId }, ...merged].map((one) => listOf(deps, one)),
  ]);
  return hub ? { kind: 'list', hubName: hub.name, answers: lists.flat() } : { kind: 'denied' };
}

async function listOf(deps: Deps, { id: hubId, name }: { id: string; name?: string }): Promise<ListedAnswer[]> {
  const kept = await read(deps.store, hubAnswersAt(hubId));
  return (kept?.answers ?? []).map((one) => ({ ...one, hubId, ...(name !== undefined && { was: name }) }));
}

export type Kept =
  | { kind: 'kept' }
  | { kind: 'faults'; faults: HubAnswerFaults }
  /** The hub has as many as it may. */
  | { kind: 'full' }
  /** It was removed meanwhile. */
  | { kind: 'not-there' }
  /** Somebody worded it otherwise meanwhile: this is how it reads now. */
  | { kind: 'changed-meanwhile'; now: HubAnswer }
  /** This form was saved before, with other words: these were not. */
  | { kind: 'stale' }
  | Denied;

type Keep = {
  op: string;
  hubId: string;
  /** Which one is worded anew; a new one without it. */
  answerId?: string | undefined;
  /** When the wording on the form was saved, of one that is worded anew. */
  edited?: string | undefined;
  /** The question it comes from. */
  asked?: QuestionRef | undefined;
  topic?: string | undefined;
  question: string;
  answer: string;
};

/**
 * Makes an answer the hub's own, or words one anew: in effect at once, for everybody of the hub. Refuses an empty text,
 * a question of more than 300 characters, an answer of more than 1,000, words that may still show who asked, a wording
 * other than the one that was on the form, and a 61st answer.
 */
export async function keepHubAnswer(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { op, hubId, answerId, edited, asked, ...input }: Keep,
): Promise<Kept> {
  if (!can(actor, 'answer-questions', { hubId })) return { kind: 'denied' };
  const question = tidied(input.question).replaceAll('\n', ' ');
  const answer = tidied(input.answer);
  const original = asked && (await questionFor(deps, actor, settings, asked));
  const faults = faultsIn({ question, answer }, original?.kind === 'found' ? wordsOf(original.shown) : undefined);
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults };
  const { topic } = input;
  const by = actor.personId;
  const operation = operationOf('save', actor, op, { hubId, answerId, question, answer });
  const result = await change(deps, answersOf(hubId, operation), ({ kept }) => {
    const answers = kept?.answers ?? [];
    const before = answers.find(({ id }) => id === answerId);
    if (answerId && !before) return { kind: 'not-there' as const };
    if (before && before.at !== edited) return { kind: 'changed-meanwhile' as const, now: before };
    if (!before && answers.length >= mostHubAnswers) return { kind: 'full' as const };
    const { id, ...about } = before ?? { id: randomUUID(), topic };
    const made: HubAnswer = { ...about, id, question, answer, by, at: deps.clock.now().toISOString() };
    const next = before ? answers.map((one) => (one === before ? made : one)) : [...answers, made];
    return {
      kind: 'kept' as const,
      write: listWith(hubId, next),
      audit: { by, event: 'hub-answer-kept', subject: id },
    };
  });
  return result.kind === 'repeated' ? { kind: 'kept' } : result;
}

const wordsOf = ({ question: { question, answer } }: LeadsQuestion) => ({ question, answer: answer?.text ?? '' });

/** Takes an answer back: it is shown to nobody any more. Also one that a merged hub has left. */
export async function removeHubAnswer(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { op, hubId, answerId }: { op: string; hubId: string; answerId: string },
): Promise<{ kind: 'removed' } | { kind: 'not-there' } | Denied> {
  if (!can(actor, 'answer-questions', { hubId: heirOf(settings, hubId) })) return { kind: 'denied' };
  const by = actor.personId;
  const operation = operationOf('remove-now', actor, op, { hubId, answerId });
  const result = await change(deps, answersOf(hubId, operation), ({ kept }) => {
    const answers = kept?.answers ?? [];
    const next = answers.filter(({ id }) => id !== answerId);
    if (next.length === answers.length) return { kind: 'not-there' as const };
    return {
      kind: 'removed' as const,
      write: listWith(hubId, next),
      audit: { by, event: 'hub-answer-removed', subject: answerId },
    };
  });
  return { kind: result.kind === 'not-there' || result.kind === 'stale' ? 'not-there' : 'removed' };
}

const operationOf = (verb: string, { personId }: Actor, id: string, input: object): Operation => ({
  id,
  verb: `hub-answers.${verb}`,
  personId,
  input,
});

/** How a hub's answers are read, to be changed. */
const answersOf = (hubId: string, op: Operation) => {
  const kept = hubAnswersAt(hubId);
  return { partition: kept.partition, op, read: { kept } };
};

const listWith = (hubId: string, answers: HubAnswer[]): HubAnswers[] => {
  const { partition, id } = hubAnswersAt(hubId);
  return [hubAnswersRecord.make({ partition, id, answers })];
};
