import { randomUUID } from 'node:crypto';
import { askHubButtons } from '../../cards/hub-questions/ask-buttons.ts';
import { hubAnswer } from '../../cards/hub-questions/hub-answers.ts';
import { judgeButtons } from '../../cards/learning/judge.ts';
import { answer, answers, didYouMean, noAnswer, notInTheDocument } from '../../cards/questions/answer.ts';
import { besidesButton } from '../../cards/questions/besides.ts';
import { hubAnswerTo } from '../../services/hub-questions/hub-answer-to.ts';
import { hubOfPerson } from '../../services/hub-questions/hub-of-person.ts';
import { type Answer, type AnswerPart, topicAnswer } from '../../services/questions/answer.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';
import { partInWords, topicQuestion } from './part-in-words.ts';

export const questions: Pick<ActionHandlers, 'questions.topic'> = {
  'questions.topic': ({ topic }, turn) =>
    showAnswer(topicAnswer(topic) ?? { kind: 'abstain' }, topicQuestion(topic), turn),
};

/** What the document says to a message, or that it says nothing. */
export type Said = Exclude<Answer, { kind: 'eligibility' | 'intent' }>;

/** What the person's own hub has said to a question, where it has. */
type HubSays = (text: string, topic?: string) => ReturnType<typeof hubAnswerTo>;

/**
 * An answer as a card, with what the person's own hub has said beside it. Buttons and the hub's answers only in a chat of
 * one's own: in a channel anybody could press, and belong to another hub.
 */
export async function showAnswer(found: Said, text: string, turn: Turn): Promise<Reply> {
  if (turn.place !== 'personal') return showInChannel(found);
  const hub = found.kind === 'did-you-mean' ? undefined : await hubOfPerson(turn.deps, turn.actor, turn.programme);
  const hubSays: HubSays = async (asked, topic) =>
    hub && asked ? hubAnswerTo(turn.deps, hub.id, { text: asked, topic }) : undefined;
  const topic = found.kind === 'not-in-the-document' ? found.topic : undefined;
  const ask = askHubButtons({ op: randomUUID(), text, topic, hubName: hub?.name });
  const besides = 'intent' in found ? besidesButton(found.intent) : [];
  switch (found.kind) {
    case 'answer': {
      const judge = judgeButtons({ op: randomUUID(), topic: found.topic, text });
      return { card: answer({ ...found, hubSays: await hubSays(text), below: { judge, ask, besides } }) };
    }
    case 'answers': {
      const parts = await Promise.all(found.parts.map((part) => partOf(part, hubSays)));
      return { card: answers({ parts, source: found.source, below: { judge: [], ask, besides } }) };
    }
    case 'did-you-mean':
      return { card: didYouMean({ questions: found.questions, below: { judge: [], ask, besides } }) };
    case 'not-in-the-document':
    case 'abstain': {
      const said = await hubSays(text, topic);
      return { card: said ? hubAnswer({ ...said, actions: ask }) : nothingSaid(found, { judge: [], ask, besides }) };
    }
  }
}

async function showInChannel(found: Said): Promise<Reply> {
  switch (found.kind) {
    case 'answer':
      return { card: answer({ ...found, hubSays: undefined, below: null }) };
    case 'answers': {
      const parts = await Promise.all(found.parts.map((part) => partOf(part, async () => undefined)));
      return { card: answers({ parts, source: found.source, below: null }) };
    }
    case 'did-you-mean':
      return { card: didYouMean({ questions: found.questions, below: null }) };
    case 'not-in-the-document':
    case 'abstain':
      return { card: nothingSaid(found, null) };
  }
}

/** One of several things asked, with what the document or else the hub says to it. */
async function partOf(part: AnswerPart, hubSays: HubSays) {
  const { label: question, value: text } = partInWords(part);
  const said = part.kind === 'answer' ? undefined : await hubSays(part.asked, part.topic);
  return { question, text: said ? `${said.hubName} says: ${said.answer}` : text };
}

type Unsaid = Extract<Said, { kind: 'not-in-the-document' | 'abstain' }>;

function nothingSaid(found: Unsaid, below: Parameters<typeof noAnswer>[0]['below']) {
  if (found.kind === 'abstain') return noAnswer({ below });
  return notInTheDocument({ ...found, below });
}
