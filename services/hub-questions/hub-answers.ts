import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubPartition } from '../people/hub.ts';
import { defineRecord, type RecordOf, read } from '../store/record.ts';
import { tidied } from './hub-question.ts';

/** The most a hub answer may have, in characters, and how many of them one hub may. */
export const longestHubAnswer = { question: 300, answer: 1000 };
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

/** A hub's own answers, for its leads: oldest first. */
export async function hubAnswersOf(
  deps: Deps,
  actor: Actor,
  hubId: string,
): Promise<{ kind: 'list'; hubName: string; answers: HubAnswer[] } | Denied> {
  if (!can(actor, 'answer-questions', { hubId })) return { kind: 'denied' };
  const [hub, kept] = await Promise.all([read(deps.store, hubAt(hubId)), read(deps.store, hubAnswersAt(hubId))]);
  return hub ? { kind: 'list', hubName: hub.name, answers: kept?.answers ?? [] } : { kind: 'denied' };
}

export type HubAnswerFault = 'question' | 'answer';
export type Kept =
  | { kind: 'kept' }
  | { kind: 'faults'; faults: HubAnswerFault[] }
  /** The hub has as many as it may. */
  | { kind: 'full' }
  /** It was removed meanwhile. */
  | { kind: 'not-there' }
  /** This form was saved before, with other words: these were not. */
  | { kind: 'stale' }
  | Denied;

type Keep = {
  op: string;
  hubId: string;
  /** Which one is worded anew; a new one without it. */
  answerId?: string | undefined;
  topic?: string | undefined;
  question: string;
  answer: string;
};

/**
 * Makes an answer the hub's own, or words one anew: in effect at once, for everybody of the hub. Refuses an empty text,
 * a question of more than 300 characters, an answer of more than 1,000, and a 61st answer.
 */
export async function keepHubAnswer(deps: Deps, actor: Actor, { op, hubId, answerId, ...input }: Keep): Promise<Kept> {
  if (!can(actor, 'answer-questions', { hubId })) return { kind: 'denied' };
  const question = tidied(input.question).replaceAll('\n', ' ');
  const answer = tidied(input.answer);
  const faults = faultsIn({ question, answer });
  if (faults.length > 0) return { kind: 'faults', faults };
  const { topic } = input;
  const by = actor.personId;
  const operation = operationOf('save', actor, op, { hubId, answerId, question, answer });
  const result = await changeAnswers(deps, hubId, operation, (answers) => {
    const before = answers.find(({ id }) => id === answerId);
    if (answerId && !before) return { kind: 'not-there' as const };
    if (!before && answers.length >= mostHubAnswers) return { kind: 'full' as const };
    const { id, ...about } = before ?? { id: randomUUID(), topic };
    const made: HubAnswer = { ...about, id, question, answer, by, at: deps.clock.now().toISOString() };
    const next = before ? answers.map((one) => (one === before ? made : one)) : [...answers, made];
    return { kind: 'kept' as const, next, audit: { by, event: 'hub-answer-kept', subject: id } };
  });
  return { kind: result.kind === 'repeated' ? 'kept' : result.kind };
}

function faultsIn({ question, answer }: { question: string; answer: string }): HubAnswerFault[] {
  const fits = (text: string, most: number) => text !== '' && text.length <= most;
  return [
    ...(fits(question, longestHubAnswer.question) ? [] : ['question' as const]),
    ...(fits(answer, longestHubAnswer.answer) ? [] : ['answer' as const]),
  ];
}

/** Takes an answer back: it is shown to nobody any more. */
export async function removeHubAnswer(
  deps: Deps,
  actor: Actor,
  { op, hubId, answerId }: { op: string; hubId: string; answerId: string },
): Promise<{ kind: 'removed' } | { kind: 'not-there' } | Denied> {
  if (!can(actor, 'answer-questions', { hubId })) return { kind: 'denied' };
  const by = actor.personId;
  const operation = operationOf('remove-now', actor, op, { hubId, answerId });
  const result = await changeAnswers(deps, hubId, operation, (answers) => {
    const next = answers.filter(({ id }) => id !== answerId);
    if (next.length === answers.length) return { kind: 'not-there' as const };
    return { kind: 'removed' as const, next, audit: { by, event: 'hub-answer-removed', subject: answerId } };
  });
  return { kind: result.kind === 'not-there' || result.kind === 'stale' ? 'not-there' : 'removed' };
}

const operationOf = (verb: string, { personId }: Actor, id: string, input: object): Operation => ({
  id,
  verb: `hub-answers.${verb}`,
  personId,
  input,
});

type Decision<K extends string> = {
  kind: K;
  next?: HubAnswer[];
  audit?: { by: string; event: string; subject: string };
};

function changeAnswers<const K extends string>(
  deps: Deps,
  hubId: string,
  op: Operation,
  decide: (answers: HubAnswer[]) => Decision<K>,
) {
  const ref = hubAnswersAt(hubId);
  const { partition, id } = ref;
  return change(deps, { partition, op, read: { kept: ref } }, ({ kept }) => {
    const { kind, next, audit } = decide(kept?.answers ?? []);
    if (!next) return { kind };
    const write: HubAnswers[] = [hubAnswersRecord.make({ partition, id, answers: next })];
    return { kind, write, ...(audit && { audit }) };
  });
}
