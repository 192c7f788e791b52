import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { answerForm, leadsQuestion, questionGone } from '../../cards/hub-questions/leads-question.ts';
import { leadsQuestions as questionsCard } from '../../cards/hub-questions/leads-questions.ts';
import { hubsWhere } from '../../services/access.ts';
import {
  answerQuestion,
  claimQuestion,
  declineQuestion,
  releaseQuestion,
} from '../../services/hub-questions/answer-question.ts';
import type { QuestionRef } from '../../services/hub-questions/change-question.ts';
import { questionFor, questionsOf } from '../../services/hub-questions/leads-questions.ts';
import { hubNames } from '../../services/people/hub.ts';
import { heirOf } from '../../services/people/programme.ts';
import type { Reply, Turn } from '../turn.ts';
import { beforeLeads } from './before-leads.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';

type Leads =
  | 'hub-questions.show'
  | 'hub-questions.list'
  | 'hub-questions.view'
  | 'hub-questions.claim'
  | 'hub-questions.release'
  | 'hub-questions.decline'
  | 'hub-questions.write'
  | 'hub-questions.answer';

const rowsOnACard = 8;
const onlyLeads: Reply = {
  say: 'Only the leads of this hub see its questions. For your own, type “my questions” in a chat with me.',
};

export const leadsQuestions: Pick<ActionHandlers, Leads> = {
  'hub-questions.show': (_, turn) => openQuestionsList(turn),
  'hub-questions.list': (input, turn) => showList(turn, input),
  'hub-questions.view': beforeLeads((ref, turn) => showQuestion(turn, ref)),
  'hub-questions.claim': beforeLeads(async (press: Press, turn) => {
    const { kind } = await claimQuestion(turn.deps, turn.actor, turn.programme, press);
    return kind === 'denied' ? onlyLeads : showQuestion(turn, press, became[kind]);
  }),
  'hub-questions.release': beforeLeads(async (press: Press, turn) => {
    const { kind } = await releaseQuestion(turn.deps, turn.actor, turn.programme, press);
    return kind === 'denied' ? onlyLeads : showQuestion(turn, press, became[kind]);
  }),
  'hub-questions.decline': beforeLeads(async (press: Press, turn) => {
    const { kind } = await declineQuestion(turn.deps, turn.actor, turn.programme, press);
    return kind === 'denied' ? onlyLeads : showQuestion(turn, press, became[kind]);
  }),
  'hub-questions.write': beforeLeads((ref, turn) => showAnswerForm(turn, ref)),
  'hub-questions.answer': beforeLeads(async (input: Input<'hub-questions.answer'>, turn) => {
    const result = await answerQuestion(turn.deps, turn.actor, turn.programme, input);
    switch (result.kind) {
      case 'answered':
      case 'done-before':
        return showQuestion(turn, input, 'Whoever asked reads it in their chat with me.');
      case 'answered-meanwhile':
      case 'stale':
        return showAnswerForm(turn, input, { text: input.answer, problem: problems.meanwhile });
      case 'refused':
        return showAnswerForm(turn, input, { text: input.answer, problem: problems[result.reason] });
      case 'not-there':
        return showQuestion(turn, input);
      case 'denied':
        return onlyLeads;
    }
  }),
};

type Press = QuestionRef & { op: string };

const stale = 'This changed while you were looking. Here is how it stands now.';
/** What a lead reads after a press, beside how the question stands now. */
const became = {
  claimed: '',
  taken: 'Somebody else took it a moment ago. You can answer all the same.',
  released: '',
  declined: 'I tell whoever asked that it is not for your hub, and how to reach you otherwise.',
  'not-open': stale,
  'not-claimed': stale,
  'answered-meanwhile': stale,
  stale,
  'done-before': '',
  'not-there': '',
};
const problems = {
  meanwhile:
    'Somebody else answered this a moment ago, so yours was not sent. Here are both: change yours or leave it.',
  empty: 'Type the answer first.',
  'too-long': 'Keep the answer within 2,000 characters.',
};

/** What “questions” shows: those that wait for the actor's hub, or which hub where there are several. */
export async function openQuestionsList(turn: Turn): Promise<Reply> {
  const hubIds = hubsWhere(turn.actor, 'answer-questions');
  const [only] = hubIds;
  if (!only) return onlyLeads;
  if (hubIds.length === 1) return showList(turn, { hubId: only });
  return askWhichHub(turn, hubIds, { what: 'questions', allHubs: false });
}

type PageOf = { hubId: string; which?: 'waiting' | 'closed' | undefined; after?: string | undefined };

async function showList(turn: Turn, { hubId, which = 'waiting', after }: PageOf, message = ''): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const result = await questionsOf(deps, actor, programme, { hubId, which, after, limit: rowsOnACard });
  if (result.kind === 'denied') return onlyLeads;
  return { card: questionsCard({ ...result, hubId, which, message }) };
}

/** A question as it stands now, for a lead. */
export async function showQuestion(turn: Turn, ref: QuestionRef, message = ''): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const result = await questionFor(deps, actor, programme, ref);
  const personal = turn.place === 'personal';
  switch (result.kind) {
    case 'found':
      return { card: leadsQuestion({ ...result.shown, op: randomUUID(), again: false, personal, message }) };
    case 'not-there':
      return goneFrom(turn, ref);
    case 'denied':
      return onlyLeads;
  }
}

async function goneFrom({ deps, programme }: Turn, { hubId }: QuestionRef): Promise<Reply> {
  const [hubName = 'Your hub'] = await hubNames(deps, [heirOf(programme, hubId)]);
  return { card: questionGone({ hubName }) };
}

async function showAnswerForm(turn: Turn, ref: QuestionRef, again?: { text: string; problem: string }): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const result = await questionFor(deps, actor, programme, ref);
  if (result.kind === 'denied') return onlyLeads;
  if (result.kind === 'not-there') return goneFrom(turn, ref);
  const { shown } = result;
  const { text = shown.question.answer?.text ?? '', problem = '' } = again ?? {};
  return { card: answerForm({ ...shown, op: randomUUID(), text, problem }) };
}
