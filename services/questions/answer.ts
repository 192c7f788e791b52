import { anyDay, asksAboutEligibility, factsFrom } from '../eligibility/facts-from-text.ts';
import { asksForVerdict } from '../eligibility/facts-told.ts';
import { whoIsMeant } from '../eligibility/who-is-meant.ts';
import type { Classifier } from './engine/model.ts';
import type { Understanding } from './engine/understanding.ts';
import { type KnownTopic, type SilentTopic, topics } from './knowledge.ts';
import { partsOf } from './parts.ts';
import { type Asked, type Understood, understand } from './understand.ts';

/** An action that was asked for besides, by its id in `intents.json`. */
type Besides = { intent?: string };
type Question = { topic: string; question: string };
/** One of several things asked at once: what the document says to it, or what it does not say. */
export type AnswerPart = { asked: string; topic: string } & (
  | { kind: 'answer'; text: string; source: string }
  | NotSaid
);
/** `beside`: what the document does say next to it. */
type NotSaid = { kind: 'not-in-the-document'; subject: string; beside: string | undefined };

export type Answer =
  | ({ kind: 'answer'; topic: string; text: string; source: string; related: Question[] } & Besides)
  /** A message that asked several things, at least two, in the order they were asked. */
  | ({ kind: 'answers'; parts: AnswerPart[]; source: string } & Besides)
  | (NotSaid & { topic: string; source: string } & Besides)
  /** Two or three questions, the likeliest first, each with the beginning of what is said to it. */
  | { kind: 'did-you-mean'; questions: (Question & { begins: string })[] }
  /** Something is to be done, or somebody is being polite: an id of `intents.json`. */
  | { kind: 'intent'; intent: string }
  /** Whether somebody may apply: for the rules, on facts from the text, never for likeness. */
  | { kind: 'eligibility'; also: AnswerPart[] }
  | { kind: 'abstain' };

const document = 'NCP25-03';

/**
 * What a message is answered with: what the programme document says or does not say, something to do, or nothing when
 * the message is not clear. Bounded work for any text. Source of every answer: NCP25-03, section by section.
 */
export async function answerTo(engine: Understanding, text: string): Promise<Answer> {
  const parts = partsOf(text).map(({ asked }) => asked);
  const aboutEligibility = asksAboutEligibility(text);
  const told = factsIn(text);
  const likely = await asksForVerdict(engine, text, anyDay);
  const inWords = told > 0 && (aboutEligibility || parts.some(asksWithFacts)) && likely !== 'no';
  if ((inWords || likely === 'yes') && !asksOfAKind(text, told))
    return { kind: 'eligibility', also: await askedBeside(engine, parts) };
  // Without a fact it asks nothing but that: "Am I eligible?"
  if (aboutEligibility && ofSomebody.test(text) && told === 0) return { kind: 'eligibility', also: [] };
  const found = await understand(engine, text);
  if (wantsVerdict(found, told)) return { kind: 'eligibility', also: besideVerdict(found) };
  switch (found.kind) {
    case 'topics':
      return { ...topicsAnswer(found.parts), ...(found.intent && { intent: found.intent }) };
    case 'intent':
      if (found.intent !== 'eligibility') return { kind: 'intent', intent: found.intent };
      return (asksWho.test(text) && topicAnswer('who-can-apply')) || { kind: 'eligibility', also: [] };
    case 'unsure':
      return aboutEligibility ? { kind: 'eligibility', also: [] } : whatItMayBe(text, found.topics);
    case 'unknown':
      return aboutEligibility ? { kind: 'eligibility', also: [] } : { kind: 'abstain' };
  }
}

/** Understands nothing. */
const deaf: Understanding = { classify: async () => [], likelihoods: async () => [] };

/**
 * Makes all that is otherwise made for the first answer, which would take many times as long as any later one: so no
 * teacher waits for it. It needs no engine, and is done while that one starts.
 */
export async function warmUp(): Promise<void> {
  await answerTo(deaf, 'How many days is Year One, and must I become an LLME?');
  await answerTo(
    deaf,
    'Can I apply? I teach maths at a state secondary school, have QTS and have taught for six years',
  );
}

/** One thing that a message may ask is answered; of several, which one is asked. */
function whatItMayBe(asked: string, topics: string[]): Answer {
  const [only, another] = topics;
  if (only && !another) return topicsAnswer([{ asked, topic: only }]);
  return { kind: 'did-you-mean', questions: topics.flatMap(firstQuestion).map(withBeginning) };
}

/** Whether a text says anything that a verdict could rest on; on which day it is said makes no difference to that. */
const factsIn = (text: string) => Object.keys(factsFrom(text, anyDay)).length;
const tellsFacts = (text: string) => factsIn(text) > 0;

/** "Could an independent school teacher take part?" asks what the rule is, not about a person. */
const asksOfAKind = (text: string, told: number) =>
  told === 1 && (whoIsMeant(text) === 'hypothetical' || ofSchools.test(text) || ofPeople.test(text));
const ofPeople = /\b(?:somebody|someone|anybody|anyone|people|teachers|staff|those) (?:who|with|without)\b/i;
const ofSchools = /\b(?:can|could|may|do|does|is|are) (?:an?|any|all) (?:\w+ ){0,3}schools?\b/i;

/** What the rule is, not about a person: "Who is permitted to apply?" */
const asksWho = /\bwho(?:'s| is| are| can| may| could| should| gets?| qualifies| would)\b/i;

/** Of a certain person, not of heads of department. */
const ofSomebody = /\b(?:i|he|she|they|my|our)\b/i;

const asksWithFacts = (part: string) => asksAboutEligibility(part) && tellsFacts(part);

/** What the verdict itself says. */
const saidByVerdict = new Set(
  `who-can-apply experience early-career qts school-type maths-teachers desire heads-of-department quota unusual-schools
   what-counts-as-experience other-statuses outside-england`.split(/\s+/),
);

/** Whoever tells so much about a person is told more by the verdict than by the rule, or by a question in return. */
function wantsVerdict(found: Understood, told: number): boolean {
  switch (found.kind) {
    case 'topics':
      return told >= 4 || (told >= 2 && !found.intent && found.parts.every(({ topic }) => saidByVerdict.has(topic)));
    case 'intent':
      return (told >= 3 && asksBack.has(found.intent)) || (told >= 1 && found.intent.startsWith('smalltalk:'));
    default:
      return told >= 2;
  }
}

const besideVerdict = (found: Understood): AnswerPart[] =>
  found.kind === 'topics' ? found.parts.filter(({ topic }) => !saidByVerdict.has(topic)).flatMap(partAnswer) : [];

/** "What do you think?" */
const asksBack = new Set(['help', 'what_next']);

/** What else is asked in a message that wants a verdict, with what the document says to it. */
async function askedBeside(classifier: Classifier, parts: string[]): Promise<AnswerPart[]> {
  const others = parts.filter((part) => !asksAboutEligibility(part) && !tellsFacts(part));
  if (others.length === 0 || others.length === parts.length) return [];
  const found = await understand(classifier, `${others.join('? ')}?`);
  return besideVerdict(found);
}

function topicsAnswer(asked: Asked[]): Exclude<Answer, { kind: 'intent' }> {
  const parts = asked.flatMap(partAnswer);
  const [only, another] = parts;
  if (!only) return { kind: 'abstain' };
  if (!another) return topicAnswer(only.topic) ?? { kind: 'abstain' };
  const [said] = parts.flatMap((part) => (part.kind === 'answer' ? [part.source] : []));
  return { kind: 'answers', parts, source: said ?? document };
}

/** The answer of one topic; undefined when there is no such topic. */
export function topicAnswer(id: string): Extract<Answer, { kind: 'answer' | 'not-in-the-document' }> | undefined {
  const topic = topics.find((one) => one.id === id);
  if (!topic) return undefined;
  if ('silent' in topic) {
    const { subject } = topic;
    return { kind: 'not-in-the-document', topic: id, subject, beside: answerBeside(topic), source: document };
  }
  const { answer, section } = topic;
  return { kind: 'answer', topic: id, text: answer, source: section, related: relatedTo(topic) };
}

function answerBeside({ beside }: SilentTopic): string | undefined {
  const topic = topics.find(({ id }) => id === beside);
  return topic && 'answer' in topic ? topic.answer : undefined;
}

function partAnswer({ asked, topic }: Asked): AnswerPart[] {
  const found = topicAnswer(topic);
  switch (found?.kind) {
    case undefined:
      return [];
    case 'answer':
      return [{ asked, topic, kind: found.kind, text: found.text, source: found.source }];
    case 'not-in-the-document':
      return [{ asked, topic, kind: found.kind, subject: found.subject, beside: found.beside }];
  }
}

/** A question with the first sentence of what the document says to it, or that it says nothing. */
function withBeginning(question: Question): Question & { begins: string } {
  const found = topicAnswer(question.topic);
  if (found?.kind !== 'answer') return { ...question, begins: `The document does not say ${found?.subject}.` };
  return { ...question, begins: found.text.split(/(?<=[.!?])\s/)[0] ?? '' };
}

const relatedTo = (topic: KnownTopic): Question[] => topic.related.flatMap(firstQuestion);

function firstQuestion(id: string): Question[] {
  const question = topics.find((one) => one.id === id)?.questions[0];
  return question ? [{ topic: id, question }] : [];
}
