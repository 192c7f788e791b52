import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import {
  hubAnswerFaults,
  hubAnswerForm,
  hubAnswerKept,
  hubAnswerRemoval,
  hubAnswersList,
} from '../../cards/hub-questions/hub-answers.ts';
import { hubsWhere } from '../../services/access.ts';
import type { QuestionRef } from '../../services/hub-questions/change-question.ts';
import {
  type HubAnswer,
  hubAnswersOf,
  keepHubAnswer,
  longestHubAnswer,
  mostHubAnswers,
  removeHubAnswer,
} from '../../services/hub-questions/hub-answers.ts';
import { questionFor } from '../../services/hub-questions/leads-questions.ts';
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
  | 'hub-answers.remove'
  | 'hub-answers.remove-now';

const rowsOnACard = 8;
const onlyLeads: Reply = { say: 'Only the leads of this hub look after its own answers.' };
const gone = 'That answer is no longer here: it has been removed.';
const savedBefore = 'This form was saved before, with other words. Save it again to use these.';
const removed = 'This answer was removed while you were looking. Save it to have it back as a new one.';
const full = `Your hub has ${mostHubAnswers} answers of its own, the most there can be. Remove one first.`;

export const hubAnswers: Pick<ActionHandlers, Own> = {
  'hub-answers.open': ({ hubId, from }, turn) => showList(turn, hubId, { from }),
  'hub-answers.keep': beforeLeads((ref, turn) => openKeepForm(turn, ref)),
  'hub-answers.change': async ({ hubId, answerId }, turn) => {
    const found = await oneOf(turn, hubId, answerId);
    if (found.kind !== 'found') return found.reply;
    const { hubName, one } = found;
    const { question, answer } = one;
    return { card: hubAnswerForm({ op: randomUUID(), hubId, hubName, answerId, question, answer, problem: '' }) };
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
    const { kind } = await removeHubAnswer(turn.deps, turn.actor, input);
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

async function showList({ deps, actor }: Turn, hubId: string, { from = 0, message = '' }: Shown = {}): Promise<Reply> {
  const result = await hubAnswersOf(deps, actor, hubId);
  if (result.kind === 'denied') return onlyLeads;
  const { hubName, answers } = result;
  const next = from + rowsOnACard < answers.length ? from + rowsOnACard : undefined;
  const page = answers.slice(from, from + rowsOnACard);
  return { card: hubAnswersList({ hubId, hubName, answers: page, total: answers.length, next, message }) };
}

type Found = { kind: 'found'; hubName: string; one: HubAnswer } | { kind: 'none'; reply: Reply };

async function oneOf(turn: Turn, hubId: string, answerId: string): Promise<Found> {
  const result = await hubAnswersOf(turn.deps, turn.actor, hubId);
  if (result.kind === 'denied') return { kind: 'none', reply: onlyLeads };
  const one = result.answers.find(({ id }) => id === answerId);
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
      question: question.question.slice(0, longestHubAnswer.question).toWellFormed(),
      answer: question.answer.text.slice(0, longestHubAnswer.answer).toWellFormed(),
      problem: '',
    }),
  };
}

async function save(input: Input<'hub-answers.save'>, turn: Turn): Promise<Reply> {
  const { deps, actor, place } = turn;
  const { hubId, question, answer } = input;
  const result = await keepHubAnswer(deps, actor, input);
  const [hubName = ''] = await hubNames(deps, [hubId]);
  const form = { ...input, op: randomUUID(), hubName };
  switch (result.kind) {
    case 'kept': {
      const at = deps.clock.now().toISOString();
      return { card: hubAnswerKept({ hubId, hubName, question, answer, at, personal: place === 'personal' }) };
    }
    case 'faults':
      return {
        card: hubAnswerForm({ ...form, problem: result.faults.map((fault) => hubAnswerFaults[fault]).join(' ') }),
      };
    case 'full':
      return { card: hubAnswerForm({ ...form, problem: full }) };
    case 'not-there':
      return { card: hubAnswerForm({ ...form, answerId: undefined, problem: removed }) };
    case 'stale':
      return { card: hubAnswerForm({ ...form, problem: savedBefore }) };
    case 'denied':
      return onlyLeads;
  }
}
