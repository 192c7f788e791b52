import { topics } from './knowledge.ts';
import { termsOf } from './terms.ts';

/**
 * What makes a question another one, however alike the rest is: a topic that never speaks of it is not what was asked. A
 * sentence encoder takes “year one” and “year two” for nearly the same, and what PD Lead costs for what it is.
 */
const slots = [
  'year one',
  'year two',
  'year three',
  'primary',
  'headteacher',
  'deputy',
  'SLC',
  'PD lead',
  'LLME',
  'NPQ',
];
const aspects = `cost money pay free online remote virtual recorded recording certificate accredited credits interview
  reference references deadline minutes agenda hotel travel expenses parking lunch assignment exam homework maternity
  childcare refuses afternoon morning equivalent waiting appeal mentor laptop how often`;
const telling = new Set([...slots, aspects].flatMap(termsOf));

const byId = new Map(topics.map((topic) => [topic.id, topic]));
const spokenBy = new Map<string, Set<string>>();

/** The telling terms that a topic speaks of, found when it is first asked about. */
function spokenOf(id: string): Set<string> | undefined {
  const topic = byId.get(id);
  if (!topic) return undefined;
  const known = spokenBy.get(id);
  if (known) return known;
  const said = [...topic.questions, 'answer' in topic ? topic.answer : topic.subject].flatMap(termsOf);
  const spoken = telling.intersection(new Set(said));
  spokenBy.set(id, spoken);
  return spoken;
}

/** Whether a topic can be what a question asks: it speaks of every term in it that makes a difference. */
export function fitsTopic(question: string, topic: string): boolean {
  const spoken = spokenOf(topic);
  return spoken === undefined || telling.intersection(new Set(termsOf(question))).isSubsetOf(spoken);
}
