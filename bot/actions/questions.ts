import { answer, noAnswer, notInTheDocument } from '../../cards/questions/answer.ts';
import { type Answer, topicAnswer } from '../../services/questions/answer.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const questions: Pick<ActionHandlers, 'questions.topic'> = {
  'questions.topic': ({ topic }, turn) => showAnswer(topicAnswer(topic) ?? { kind: 'abstain' }, turn),
};

/** An answer as a card. Buttons only in a chat of one's own: in a channel anybody could press them. */
export function showAnswer(found: Answer, { place }: Turn): Reply {
  const personal = place === 'personal';
  switch (found.kind) {
    case 'answer':
      return { card: answer({ text: found.text, source: found.source, related: found.related, personal }) };
    case 'not-in-the-document':
      return { card: notInTheDocument({ subject: found.subject, source: found.source, personal }) };
    case 'abstain':
      return { card: noAnswer({ personal }) };
  }
}
