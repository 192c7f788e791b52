import { randomUUID } from 'node:crypto';
import { askHubButtons } from '../../cards/hub-questions/ask-buttons.ts';
import { hubAnswer } from '../../cards/hub-questions/hub-answers.ts';
import { judgeButtons } from '../../cards/learning/judge.ts';
import { topicInWords } from '../../cards/learning/topic-words.ts';
import { answer, answers, didYouMean, noAnswer, notInTheDocument } from '../../cards/questions/answer.ts';
import { hubAnswerTo } from '../../services/hub-questions/hub-answer-to.ts';
import { hubOfPerson } from '../../services/hub-questions/hub-of-person.ts';
import { type Answer, topicAnswer } from '../../services/questions/answer.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const questions: Pick<ActionHandlers, 'questions.topic'> = {
  'questions.topic': ({ topic }, turn) => showAnswer(topicAnswer(topic) ?? { kind: 'abstain' }, '', turn),
};

/** What the document says to a message, or that it says nothing. */
export type Said = Exclude<Answer, { kind: 'eligibility' | 'intent' }>;

/**
 * An answer as a card. What the document does not say, the person's hub may have said. Buttons only in a chat of one's
 * own: in a channel anybody could press them.
 */
export async function showAnswer(found: Said, text: string, turn: Turn): Promise<Reply> {
  const personal = turn.place === 'personal';
  const asked = { op: randomUUID(), text };
  switch (found.kind) {
    case 'answer': {
      const judge = judgeButtons({ op: asked.op, topic: found.topic, text });
      const below = personal ? { judge, ask: askHubButtons(asked) } : null;
      return { card: answer({ text: found.text, source: found.source, related: found.related, below }) };
    }
    case 'answers': {
      const parts = found.parts.map((part) => ({
        question: topicInWords(part.topic),
        text: part.kind === 'answer' ? part.text : `The document does not say ${part.subject}. Your hub may know.`,
      }));
      return { card: answers({ parts, source: found.source, below: personal ? belowFor(asked) : null }) };
    }
    case 'did-you-mean':
      return { card: didYouMean({ questions: found.questions, below: personal ? belowFor(asked) : null }) };
    case 'not-in-the-document':
    case 'abstain':
      return personal ? hubMayKnow(found, asked, turn) : { card: nothingSaid(found, null) };
  }
}

const belowFor = (asked: Parameters<typeof askHubButtons>[0]) => ({ judge: [], ask: askHubButtons(asked) });

type Unsaid = Extract<Said, { kind: 'not-in-the-document' | 'abstain' }>;

/** What the person's own hub has said to this, or the offer to ask it. */
async function hubMayKnow(found: Unsaid, { op, text }: { op: string; text: string }, turn: Turn): Promise<Reply> {
  const topic = found.kind === 'not-in-the-document' ? found.topic : undefined;
  const hub = await hubOfPerson(turn.deps, turn.actor, turn.programme);
  const said = hub && (await hubAnswerTo(turn.deps, hub.id, { text, topic }));
  const ask = askHubButtons({ op, text: text || (topic ? topicInWords(topic) : ''), topic, hubName: hub?.name });
  if (said) return { card: hubAnswer({ ...said, actions: ask }) };
  return { card: nothingSaid(found, { judge: [], ask }) };
}

function nothingSaid(found: Unsaid, below: Parameters<typeof noAnswer>[0]['below']) {
  if (found.kind === 'abstain') return noAnswer({ below });
  return notInTheDocument({ subject: found.subject, source: found.source, below });
}
