import { topics } from './knowledge.ts';
import { termsOf } from './terms.ts';

/**
 * What makes a question another one, however alike the rest is: a topic that never speaks of it is not what was asked. A
 * sentence encoder takes “year one” and “year two” for nearly the same, and what PD Lead costs for what it is.
 */
const slots = ['year one', 'year two', 'year three', 'primary', 'headteacher', 'deputy', 'SLC', 'PD lead', 'LLME'];
const aspects = `cost money pay free online remote virtual recorded recording certificate accredited credits interview
  reference references deadline minutes agenda hotel travel expenses parking lunch assignment exam homework maternity
  childcare refuses afternoon morning equivalent waiting appeal mentor laptop how often`;
const telling = [...new Set([...slots, aspects].flatMap(termsOf))];

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
