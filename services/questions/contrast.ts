import { topics } from './knowledge.ts';
import { termsOf } from './terms.ts';

/**
 * Terms that make a question another one, however alike the rest is: a topic that never speaks of one of them is not what
 * was asked. A sentence encoder takes “year one” and “year two” for nearly the same.
 */
const telling = ['yearone', 'yeartwo', 'yearthree', 'primary', 'headteacher', 'standin', 'slc', 'pdlead', 'llme'];

const spokenOf = new Map(
  topics.map(({ id, questions, ...topic }) => {
    const said = 'answer' in topic ? [...questions, topic.answer] : [...questions, topic.subject];
    return [id, new Set(said.flatMap(termsOf))] as const;
  }),
);

/** Whether a topic can be what a question asks: it speaks of every term in it that makes a difference. */
export function fitsTopic(question: string, topic: string): boolean {
  const spoken = spokenOf.get(topic);
  if (!spoken) return true;
  const asked = new Set(termsOf(question));
  return telling.every((term) => !asked.has(term) || spoken.has(term));
}
