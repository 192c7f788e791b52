import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { askForm, noLeads } from '../../cards/hub-questions/ask-form.ts';
import { myQuestions, ownQuestion, questionTakenBack } from '../../cards/hub-questions/own-question.ts';
import { whichHub } from '../../cards/hub-questions/which-hub.ts';
import { askHub, mostOpen } from '../../services/hub-questions/ask-hub.ts';
import type { QuestionRef } from '../../services/hub-questions/change-question.ts';
import { hubOfPerson, hubsLike, openHub, rememberOwnHub } from '../../services/hub-questions/hub-of-person.ts';
import { longest } from '../../services/hub-questions/hub-question.ts';
import {
  ownQuestion as findOwn,
  type OwnQuestion,
  questionsBy,
  takeBack,
} from '../../services/hub-questions/own-questions.ts';
import { hubAt } from '../../services/people/hub.ts';
import { heirOf } from '../../services/people/programme.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

type Asking =
  | 'hub-questions.form'
  | 'hub-questions.send'
  | 'hub-questions.ask'
  | 'hub-questions.elsewhere'
  | 'hub-questions.choose'
  | 'hub-questions.find'
  | 'hub-questions.mine'
  | 'hub-questions.own'
  | 'hub-questions.take-back';

const rowsOnACard = 8;

export const hubQuestions: Pick<ActionHandlers, Asking> = {
  'hub-questions.form': ({ text, topic }, turn) => openAskForm(turn, text, topic),
  'hub-questions.send': (asked, turn) => send(turn, asked, (problem) => showForm(turn, { ...asked, problem })),
  'hub-questions.ask': (asked, turn) => send(turn, asked, (problem) => showForm(turn, { ...asked, problem })),
  'hub-questions.elsewhere': (asked, turn) => {
    const problem = problemWith(asked.text);
    return problem ? showForm(turn, { ...asked, problem }) : askWhichOwnHub(turn, asked);
  },
  'hub-questions.choose': choose,
  'hub-questions.find': ({ search, ...asked }, turn) => askWhichOwnHub(turn, asked, search),
  'hub-questions.mine': (_, turn) => showMine(turn),
  'hub-questions.own': async (ref, turn) => {
    const found = await findOwn(turn.deps, turn.actor, ref);
    return found ? showOwn(turn, found) : showMine(turn, gone);
  },
  'hub-questions.take-back': async (input, turn) => {
    const { deps, actor } = turn;
    const result = await takeBack(deps, actor, input);
    switch (result.kind) {
      case 'taken-back':
        return { card: questionTakenBack({ hubName: await nameOf(turn, input.hubId) }) };
      case 'not-there':
        return showMine(turn, gone);
      case 'too-late': {
        const found = await findOwn(deps, actor, input);
        return found ? showOwn(turn, found) : showMine(turn, gone);
      }
    }
  },
};

const gone = 'That question is no longer here.';
const problems = {
  empty: 'Type your question first.',
  'too-long': 'Keep your question within 1,000 characters.',
  'other-words': 'You have sent another question from this card before, so this one was not sent. Send it from here.',
  'too-many': `${mostOpen} of your questions wait for an answer already. Take one back, or ask again when one is answered.`,
};

type ToAsk = { op: string; text: string; topic?: string | undefined; named: boolean };

/** The form for a question to the actor's hub, with what they typed already. */
export const openAskForm = (turn: Turn, text = '', topic?: string): Promise<Reply> =>
  showForm(turn, { op: randomUUID(), text, topic, named: true, problem: '' });

async function showForm(turn: Turn, form: ToAsk & { problem: string }): Promise<Reply> {
  const hub = await hubOfPerson(turn.deps, turn.actor, turn.programme);
  return { card: askForm({ ...form, hubName: hub?.name }) };
}

function problemWith(text: string): string {
  if (text.trim() === '') return problems.empty;
  return text.length > longest.question ? problems['too-long'] : '';
}

/** Sends a question to the hub that is the actor's, or asks which one that is. `again` shows what could not be sent. */
async function send(turn: Turn, asked: ToAsk, again: (problem: string) => Promise<Reply>): Promise<Reply> {
  const problem = problemWith(asked.text);
  if (problem) return again(problem);
  const hub = await hubOfPerson(turn.deps, turn.actor, turn.programme);
  return hub ? sendTo(turn, asked, hub.id, again) : askWhichOwnHub(turn, asked);
}

async function sendTo(
  turn: Turn,
  { op, text, topic, named }: ToAsk,
  hubId: string,
  again: (problem: string) => Promise<Reply> | Reply,
): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const result = await askHub(deps, actor, programme, { op, text, topic, named, hubId });
  switch (result.kind) {
    case 'asked': {
      const found = await findOwn(deps, actor, result);
      return found ? showOwn(turn, found) : showMine(turn);
    }
    case 'refused':
      return again(problems[result.reason]);
    case 'no-leads':
      return {
        card: noLeads({
          ...{ op: randomUUID(), text, topic, named },
          hubName: result.hubName,
          contact: result.contact,
        }),
      };
    case 'other-words':
      return showForm(turn, { op: randomUUID(), text, topic, named, problem: problems['other-words'] });
    case 'taken-back':
      return { card: questionTakenBack({ hubName: await nameOf(turn, result.hubId) }) };
    case 'no-such-hub':
      return askWhichOwnHub(turn, { op, text, topic, named });
    case 'denied':
      return { say: 'You cannot ask a hub here. Type “help” to see what I can do for you.' };
  }
}

async function choose({ hub: hubId, ...asked }: Input<'hub-questions.choose'>, turn: Turn): Promise<Reply> {
  const hub = openHub(turn.programme, hubId);
  if (!hub) return askWhichOwnHub(turn, asked, '', hubId ? 'That hub is not here any more. Choose another.' : unchosen);
  await rememberOwnHub(turn.deps, turn.actor.personId, hub.id);
  return sendTo(turn, asked, hub.id, (problem) => askWhichOwnHub(turn, asked, '', problem));
}

const notFound = 'I found no hub with that in its name. Here are all of them.';
const unchosen = 'Choose your Maths Hub from the list, or search for it by part of its name.';

function askWhichOwnHub({ programme }: Turn, asked: ToAsk, search = '', problem = ''): Reply {
  const { hubs: all } = programme;
  if (all.length === 0) return { say: 'No hub has been set up here yet. Ask whoever added this app.' };
  const found = hubsLike(programme, search);
  if (found.length > 0) return { card: whichHub({ ...asked, hubs: found, search: search.trim(), problem }) };
  return { card: whichHub({ ...asked, hubs: all, search: '', problem: notFound }) };
}

/** What the actor has asked hubs. */
export async function showMine(turn: Turn, message = ''): Promise<Reply> {
  const own = await questionsBy(turn.deps, turn.actor.personId);
  const shown = await Promise.all(
    own.slice(0, rowsOnACard).map(async (one) => ({ ...one, hubName: await nameOf(turn, one.hubId) })),
  );
  return { card: myQuestions({ questions: shown, more: own.length > rowsOnACard, message }) };
}

async function showOwn(turn: Turn, { hubId, questionId, question }: OwnQuestion): Promise<Reply> {
  const hub = await read(turn.deps.store, hubAt(heirOf(turn.programme, hubId)));
  const { name: hubName = '', contact = '' } = hub ?? {};
  return { card: ownQuestion({ op: randomUUID(), hubId, questionId, hubName, contact, question }) };
}

async function nameOf({ deps, programme }: Turn, hubId: QuestionRef['hubId']): Promise<string> {
  const hub = await read(deps.store, hubAt(heirOf(programme, hubId)));
  return hub?.name ?? 'Your hub';
}
