import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { hubAnswerForm } from '../../cards/hub-questions/hub-answer-form.ts';
import {
  hubAnswerKept,
  hubAnswerLeft,
  hubAnswerRemoval,
  hubAnswersList,
} from '../../cards/hub-questions/hub-answers.ts';
import { hubsWhere } from '../../services/access.ts';
import type { QuestionRef } from '../../services/hub-questions/change-question.ts';
import { longestHubAnswer } from '../../services/hub-questions/hub-answer-faults.ts';
import {
  hubAnswersOf,
  keepHubAnswer,
  type ListedAnswer,
  mostHubAnswers,
  removeHubAnswer,
} from '../../services/hub-questions/hub-answers.ts';
import { questionFor } from '../../services/hub-questions/leads-questions.ts';
import { redactLines } from '../../services/learning/redact.ts';
import { hubNames } from '../../services/people/hub.ts';
import { heirOf } from '../../services/people/programme.ts';
import type { Reply, Turn } from '../turn.ts';
import { beforeLeads } from './before-leads.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';
import { showQuestion } from './leads-questions.ts';

type Own =
  | 'hub-answers.open'
  | 'hub-answers.keep'
  | 'hub-answers.change'
  | 'hub-answers.save'
  | 'hub-answers.adopt'
  | 'hub-answers.remove'
  | 'hub-answers.remove-now';

const rowsOnACard = 8;
const onlyLeads: Reply = { say: 'Only the leads of this hub look after its own answers.' };
const gone = 'That answer is no longer here: it has been removed.';
const savedBefore = 'This form was saved before, with other words. Save it again to use these.';
const faulty = 'This was not saved yet. Put right what is said below.';
const changed = 'Somebody worded this otherwise while you were looking, so yours was not saved. Here are both.';
const removed = 'This answer was removed while you were looking. Save it to have it back as a new one.';
const full = `Your hub has ${mostHubAnswers} answers of its own, the most there can be. Remove one first.`;

export const hubAnswers: Pick<ActionHandlers, Own> = {
  'hub-answers.open': ({ hubId, from }, turn) => showList(turn, hubId, { from }),
  'hub-answers.keep': beforeLeads((ref, turn) => openKeepForm(turn, ref)),
  'hub-answers.change': async ({ hubId, answerId }, turn) => {
    const found = await oneOf(turn, hubId, answerId);
    if (found.kind !== 'found') return found.reply;
    const { hubName, one } = found;
    const { question, answer, was, at: edited } = one;
    if (was !== undefined) return { card: hubAnswerLeft({ hubId, hubName, was, answerId, question, answer }) };
    const form = { op: randomUUID(), hubId, hubName, answerId, edited };
    return { card: hubAnswerForm({ ...form, question, answer, problem: '' }) };
  },
  'hub-answers.adopt': async (left, turn) => {
    const found = await oneOf(turn, left.hubId, left.answerId);
    if (found.kind !== 'found') return found.reply;
    const { hubName, one } = found;
    const { question, answer, topic } = one;
    const form = { op: randomUUID(), hubId: heirOf(turn.programme, left.hubId), hubName, left, topic };
    return { card: hubAnswerForm({ ...form, question, answer, problem: '' }) };
  },
  'hub-answers.save': beforeLeads(save),
  'hub-answers.remove': async ({ hubId, answerId }, turn) => {
    const found = await oneOf(turn, hubId, answerId);
    if (found.kind !== 'found') return found.reply;
    const { hubName, one } = found;
    const { question, answer } = one;
    return { card: hubAnswerRemoval({ op: randomUUID(), hubId, hubName, answerId, question, answer }) };
  },
  'hub-answers.remove-now': async (input, turn) => {
    const { kind } = await removeHubAnswer(turn.deps, turn.actor, turn.programme, input);
    if (kind === 'denied') return onlyLeads;
    return showList(turn, input.hubId, {
      message: kind === 'removed' ? 'Removed. Nobody is shown it any more.' : gone,
    });
  },
};

/** What “our answers” shows: those of the actor's hub, or which hub where there are several. */
export async function openHubAnswers(turn: Turn): Promise<Reply> {
  const hubIds = hubsWhere(turn.actor, 'answer-questions');
  const [only] = hubIds;
  if (!only) return onlyLeads;
  if (hubIds.length === 1) return showList(turn, only);
  return askWhichHub(turn, hubIds, { what: 'hub-answers', allHubs: false });
}

type Shown = { from?: number | undefined; message?: string };

async function showList(turn: Turn, ofHub: string, { from = 0, message = '' }: Shown = {}): Promise<Reply> {
  const hubId = heirOf(turn.programme, ofHub);
  const result = await hubAnswersOf(turn.deps, turn.actor, turn.programme, hubId);
  if (result.kind === 'denied') return onlyLeads;
  const { hubName, answers } = result;
  const next = from + rowsOnACard < answers.length ? from + rowsOnACard : undefined;
  const page = answers.slice(from, from + rowsOnACard);
  return { card: hubAnswersList({ hubId, hubName, answers: page, total: answers.length, next, message }) };
}

type Found = { kind: 'found'; hubName: string; one: ListedAnswer } | { kind: 'none'; reply: Reply };

async function oneOf(turn: Turn, hubId: string, answerId: string): Promise<Found> {
  const result = await hubAnswersOf(turn.deps, turn.actor, turn.programme, heirOf(turn.programme, hubId));
  if (result.kind === 'denied') return { kind: 'none', reply: onlyLeads };
  const one = result.answers.find((listed) => listed.id === answerId && listed.hubId === hubId);
  if (!one) return { kind: 'none', reply: await showList(turn, hubId, { message: gone }) };
  return { kind: 'found', hubName: result.hubName, one };
}

/** The form with a question and its answer, to be worded for everybody of the hub. */
async function openKeepForm(turn: Turn, asked: QuestionRef): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const result = await questionFor(deps, actor, programme, asked);
  if (result.kind === 'denied') return onlyLeads;
  if (result.kind === 'not-there') return showQuestion(turn, asked);
  const { hubName, question } = result.shown;
  if (!question.answer) return showQuestion(turn, asked);
  return {
    card: hubAnswerForm({
      op: randomUUID(),
      hubId: heirOf(programme, asked.hubId),
      hubName,
      topic: question.topic,
      asked,
      question: redactLines(question.question, longestHubAnswer.question),
      answer: redactLines(question.answer.text, longestHubAnswer.answer),
      problem: '',
    }),
  };
}

async function save(input: Input<'hub-answers.save'>, turn: Turn): Promise<Reply> {
  const { deps, actor, place, programme } = turn;
  const { hubId, question, answer, left } = input;
  const result = await keepHubAnswer(deps, actor, programme, input);
  const [hubName = ''] = await hubNames(deps, [hubId]);
  const form = { ...input, op: randomUUID(), hubName };
  switch (result.kind) {
    case 'kept': {
      // Pressed again, it is removed then; until it is, it only stays listed.
      if (left) await removeHubAnswer(deps, actor, programme, { op: input.op, ...left });
      const at = deps.clock.now().toISOString();
      return { card: hubAnswerKept({ hubId, hubName, question, answer, at, personal: place === 'personal' }) };
    }
    case 'faults':
      return { card: hubAnswerForm({ ...form, faults: result.faults, problem: faulty }) };
    case 'changed-meanwhile':
      return { card: hubAnswerForm({ ...form, now: result.now, edited: result.now.at, problem: changed }) };
    case 'full':
      return { card: hubAnswerForm({ ...form, problem: full }) };
    case 'not-there':
      return { card: hubAnswerForm({ ...form, answerId: undefined, edited: undefined, problem: removed }) };
    case 'stale':
      return { card: hubAnswerForm({ ...form, problem: savedBefore }) };
    case 'denied':
      return onlyLeads;
  }
}
