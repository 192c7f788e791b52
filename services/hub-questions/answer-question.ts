import { type Actor, can } from '../access.ts';
import type { Operation } from '../change.ts';
import type { Message } from '../delivery/message.ts';
import type { Deps } from '../deps.ts';
import { hubIdOf } from '../people/hub.ts';
import { currentPerson, messageTo } from '../people/person.ts';
import { heirOf, type Programme } from '../people/programme.ts';
import { read } from '../store/record.ts';
import { changeQuestion, type QuestionRef } from './change-question.ts';
import { type HubQuestion, hubQuestionAt, longest, questionIdOf, tidied, waits } from './hub-question.ts';

type Denied = { kind: 'denied' };
type Press = QuestionRef & { op: string };

/** What a lead of the hub that a question is with may do with it: also of the hub that this one was merged into. */
const mayAnswer = (actor: Actor, settings: Programme, hubId: string) =>
  can(actor, 'answer-questions', { hubId: heirOf(settings, hubId) });

export type Claimed = { kind: 'claimed' | 'taken' | 'not-open' | 'not-there' | 'done-before' | 'stale' } | Denied;

/** A lead sees to a question. `taken` when another already does; others may answer it all the same. */
export async function claimQuestion(deps: Deps, actor: Actor, settings: Programme, press: Press): Promise<Claimed> {
  if (!mayAnswer(actor, settings, press.hubId)) return { kind: 'denied' };
  const by = actor.personId;
  return changeQuestion(deps, { ...press, op: operationOf('claim', actor, press, {}) }, (question) => {
    if (!waits(question)) return { kind: 'not-open' };
    if (question.state === 'claimed') return { kind: question.by === by ? 'claimed' : 'taken' };
    const at = deps.clock.now().toISOString();
    const audit = { by, event: 'hub-question-claimed' };
    return { kind: 'claimed', becomes: { ...question, state: 'claimed' as const, by, at }, audit };
  });
}

export type Released = { kind: 'released' | 'not-claimed' | 'not-there' | 'done-before' | 'stale' } | Denied;

/** A question that a lead saw to is open to all again: any lead may say so, since the first may be away. */
export async function releaseQuestion(deps: Deps, actor: Actor, settings: Programme, press: Press): Promise<Released> {
  if (!mayAnswer(actor, settings, press.hubId)) return { kind: 'denied' };
  return changeQuestion(deps, { ...press, op: operationOf('release', actor, press, {}) }, (question) => {
    if (question.state !== 'claimed') return { kind: 'not-claimed' };
    const open = { ...question, state: 'open' as const, by: undefined, at: undefined };
    return { kind: 'released', becomes: open, audit: { by: actor.personId, event: 'hub-question-released' } };
  });
}

export type Answered =
  | { kind: 'answered' | 'answered-meanwhile' | 'not-there' | 'done-before' | 'stale' }
  | { kind: 'refused'; reason: 'empty' | 'too-long' }
  | Denied;

/**
 * Answers a question, or words its answer anew: whoever asked is told. `version` is the one that was on the card, 0 for
 * none; `answered-meanwhile` when another stands there by now, which stays. Refuses more than 2,000 characters.
 */
export async function answerQuestion(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { version, answer, ...press }: Press & { version: number; answer: string },
): Promise<Answered> {
  if (!mayAnswer(actor, settings, press.hubId)) return { kind: 'denied' };
  const text = tidied(answer);
  if (text === '') return { kind: 'refused', reason: 'empty' };
  if (text.length > longest.answer) return { kind: 'refused', reason: 'too-long' };
  const by = actor.personId;
  const asker = await askerOf(deps, press);
  const op = operationOf('answer', actor, press, { version, text });
  return changeQuestion(deps, { ...press, op }, (question) => {
    if (question.answer?.text === text && question.answer.by === by) return { kind: 'answered' };
    if ((question.answer?.version ?? 0) !== version) return { kind: 'answered-meanwhile' };
    const worded = { text, by, at: deps.clock.now().toISOString(), version: version + 1 };
    return {
      kind: 'answered',
      becomes: { ...question, state: 'answered' as const, answer: worded },
      tell: [asker(question, worded.version)],
      audit: { by, event: version === 0 ? 'hub-question-answered' : 'hub-answer-changed' },
    };
  });
}

export type Declined = { kind: 'declined' | 'answered-meanwhile' | 'not-there' | 'done-before' | 'stale' } | Denied;

/** A lead says that a question is not for their hub: whoever asked is told. It can be answered after all. */
export async function declineQuestion(deps: Deps, actor: Actor, settings: Programme, press: Press): Promise<Declined> {
  if (!mayAnswer(actor, settings, press.hubId)) return { kind: 'denied' };
  const by = actor.personId;
  const asker = await askerOf(deps, press);
  return changeQuestion(deps, { ...press, op: operationOf('decline', actor, press, {}) }, (question) => {
    if (question.state === 'not-for-us') return { kind: 'declined' };
    if (!waits(question)) return { kind: 'answered-meanwhile' };
    const at = deps.clock.now().toISOString();
    return {
      kind: 'declined',
      becomes: { ...question, state: 'not-for-us' as const, by, at },
      tell: [asker(question, 0)],
      audit: { by, event: 'hub-question-not-for-us' },
    };
  });
}

const operationOf = (verb: string, { personId }: Actor, { op: id, hubId, questionId }: Press, input: object) =>
  ({ id, verb: `hub-questions.${verb}`, personId, input: { hubId, questionId, ...input } }) satisfies Operation;

/** How whoever asked is told what became of their question, wherever they can be reached now. */
export async function askerOf(
  deps: Pick<Deps, 'store'>,
  { hubId, questionId }: QuestionRef,
): Promise<(question: HubQuestion, version: number) => Message> {
  const known = await read(deps.store, hubQuestionAt(hubId, questionId));
  const { personId, person } = await currentPerson(deps, known?.person ?? '');
  return (question, version) => ({
    id: `hub-answer:${questionIdOf(question)}:${question.revision + 1}`,
    ...messageTo(personId, person),
    content: { kind: 'hub-answer', hubId: hubIdOf(question), questionId, version, named: question.named },
  });
}
