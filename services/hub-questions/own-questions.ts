import { type Actor, can } from '../access.ts';
import type { Operation } from '../change.ts';
import type { Deps } from '../deps.ts';
import { hubIdOf } from '../people/hub.ts';
import { read } from '../store/record.ts';
import { changeQuestion, type QuestionRef } from './change-question.ts';
import { type HubQuestion, hubQuestionAt, hubQuestionRecord, questionIdOf, waits } from './hub-question.ts';

export type OwnQuestion = QuestionRef & { question: HubQuestion };

/** More questions than anybody asks in the days they are kept. */
const most = 200;

/** What somebody has asked hubs, newest first. */
export async function questionsBy(deps: Pick<Deps, 'store'>, personId: string): Promise<OwnQuestion[]> {
  if (!personId) return [];
  const found = await deps.store.find({ type: hubQuestionRecord.type, person: personId }, most);
  const questions = found.map(({ record }) => hubQuestionRecord.parse(record));
  return questions.sort((a, b) => (a.id < b.id ? 1 : -1)).map(asOwn);
}

const asOwn = (question: HubQuestion): OwnQuestion => ({
  hubId: hubIdOf(question),
  questionId: questionIdOf(question),
  question,
});

/** One question, for whoever asked it. Nobody else learns whether it exists. */
export async function ownQuestion(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  { hubId, questionId }: QuestionRef,
): Promise<OwnQuestion | undefined> {
  const question = await read(deps.store, hubQuestionAt(hubId, questionId));
  return question && isOwn(actor, question) ? asOwn(question) : undefined;
}

const isOwn = (actor: Actor, { person: personId }: HubQuestion) =>
  personId !== undefined && can(actor, 'take-back-question', { personId });

/** Takes a question back while nobody has answered it: it is gone, and the leads’ posts say so. */
export async function takeBack(
  deps: Deps,
  actor: Actor,
  { op, ...ref }: QuestionRef & { op: string },
): Promise<{ kind: 'taken-back' | 'not-there' | 'too-late' }> {
  const by = actor.personId;
  const operation: Operation = { id: op, verb: 'hub-questions.take-back', personId: by, input: ref };
  const result = await changeQuestion(deps, { ...ref, op: operation }, (question) => {
    if (!isOwn(actor, question)) return { kind: 'not-there' };
    if (!waits(question)) return { kind: 'too-late' };
    const audit = { by: question.named ? by : 'somebody', event: 'hub-question-taken-back' };
    return { kind: 'taken-back', becomes: 'gone', audit };
  });
  if (result.kind === 'done-before') return { kind: 'taken-back' };
  return { kind: result.kind === 'stale' ? 'not-there' : result.kind };
}
