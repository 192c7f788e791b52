import type { AnswerPart } from '../../services/questions/answer.ts';
import { topics } from '../../services/questions/knowledge.ts';

/** A topic as the question that people know it by. */
export const topicQuestion = (id: string): string => topics.find((one) => one.id === id)?.questions[0] ?? '';

/** One of several things asked, with what the document says to it. */
export const partInWords = (part: AnswerPart): { label: string; value: string } => ({
  label: topicQuestion(part.topic),
  value: part.kind === 'answer' ? part.text : notSaid(part),
});

const notSaid = ({ subject, beside }: Extract<AnswerPart, { kind: 'not-in-the-document' }>): string =>
  [`The document does not say ${subject}. Your hub may know.`, ...(beside ? [`It does say: ${beside}`] : [])].join(' ');
