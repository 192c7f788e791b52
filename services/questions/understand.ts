import { fitsTopic } from './contrast.ts';
import type { Classified, Classifier } from './engine/model.ts';
import { none } from './engine/training.ts';
import { isSilent } from './knowledge.ts';
import { type Part, partsOf, stretchesOf } from './parts.ts';
import { repaired } from './spelling.ts';

/** A part of a message, as typed, and the topic it asks about. */
export type Asked = { asked: string; topic: string };

/** What a message is taken for. */
export type Understood =
  /** Topics of the document, or things it does not say, in the order they were asked. */
  | { kind: 'topics'; parts: Asked[] }
  | { kind: 'intent'; intent: string }
  /** It could be one of these: at most three topics. */
  | { kind: 'unsure'; topics: string[] }
  | { kind: 'unknown' };

/** From how sure on a topic is answered, an action begun, and a few topics are offered: frozen on the development questions. */
const enough = {
  encoded: { clearly: 0.4, answer: 0.15, offer: 0.08 },
  words: { clearly: 0.4, answer: 0.15, offer: 0.08 },
};
const readable = 1200;

/** What a message is about. Bounded work for any text. */
export async function understand(classifier: Classifier, text: string): Promise<Understood> {
  const message = repaired(text.slice(0, readable));
  const each = await Promise.all(
    partsOf(message).map(async (part) => ({ asked: part.asked, found: await partMeant(classifier, part) })),
  );
  const topics = each.flatMap(({ asked, found }) => (found.kind === 'topic' ? [{ asked, topic: found.topic }] : []));
  const once = [...new Map(topics.map((one) => [one.topic, one])).values()];
  if (once.length > 0) return { kind: 'topics', parts: once };
  const [first, another] = each.map(({ found }) => found);
  if (first && !another) return first.kind === 'topic' ? { kind: 'unknown' } : first;
  const whole = await meant(classifier, message);
  if (whole.kind === 'topic') return { kind: 'topics', parts: [{ asked: message, topic: whole.topic }] };
  return each.map(({ found }) => found).find(isIntent) ?? whole;
}

type Meant = Exclude<Understood, { kind: 'topics' }> | { kind: 'topic'; topic: string };

const isIntent = (found: Meant) => found.kind === 'intent';

/** A question that leans on what was told before it. */
const leaning = /\b(?:that|this|those|these|it|same|so|one|they|still)\b|^(?:\S+\s*){1,4}$/i;

/** By itself, or with what was told before it: the latter first where it leans on that. */
async function partMeant(classifier: Classifier, { asked, before }: Part): Promise<Meant> {
  const alone = await meant(classifier, asked);
  if (!before) return isAnswered(alone) ? alone : ((await stretchMeant(classifier, asked)) ?? alone);
  const together = await meant(classifier, `${before}. ${asked}`);
  const [first, second] = leaning.test(asked) ? [together, alone] : [alone, together];
  const found = [first, second].find(isAnswered) ?? (await stretchMeant(classifier, asked));
  return found ?? [first, second].find(({ kind }) => kind === 'unsure') ?? first;
}

/** What a stretch of a long-winded question means, when it is clear enough. */
async function stretchMeant(classifier: Classifier, asked: string): Promise<Meant | undefined> {
  const each = await Promise.all(stretchesOf(asked).map((stretch) => meant(classifier, stretch, 'clearly')));
  return each.find(isAnswered);
}

const isAnswered = ({ kind }: Meant) => kind === 'topic' || kind === 'intent';
const isIntentLabel = (label: string) => label.startsWith('intent:');

async function meant(classifier: Classifier, text: string, how: 'answer' | 'clearly' = 'answer'): Promise<Meant> {
  if (!/\p{L}{2}/u.test(text)) return { kind: 'unknown' };
  const found = await classifier.classify(text);
  const limits = found.encoded ? enough.encoded : enough.words;
  if (found.label === none) return { kind: 'unknown' };
  const label = fittingLabel(found, text);
  if (label && found.sure >= limits[how]) {
    if (!isIntentLabel(label)) return { kind: 'topic', topic: label };
    return { kind: 'intent', intent: label.slice('intent:'.length) };
  }
  return found.sure >= limits.offer ? offered(found, text) : { kind: 'unknown' };
}

/** The likeliest label, or where the question asks for something else about the same, the one on that. */
function fittingLabel({ label, top }: Classified, text: string): string | undefined {
  if (isIntentLabel(label) || fitsTopic(text, label)) return label;
  const next = top.find((one) => one.label !== none && !isIntentLabel(one.label) && fitsTopic(text, one.label));
  return next && isSilent(next.label) ? next.label : undefined;
}

function offered({ top }: Classified, text: string): Meant {
  const topics = top
    .filter(({ label, probability }) => label !== none && !label.startsWith('intent:') && probability >= 0.1)
    .map(({ label }) => label)
    .filter((label) => fitsTopic(text, label))
    .slice(0, 3);
  return topics.length > 0 ? { kind: 'unsure', topics } : { kind: 'unknown' };
}
