import { fitsTopic } from './contrast.ts';
import type { Classified, Classifier } from './engine/model.ts';
import { none } from './engine/training.ts';
import { partsOf } from './parts.ts';
import { repaired } from './spelling.ts';

/** What a message is taken for. */
export type Understood =
  /** Topics of the document, or things it does not say, in the order they were asked. */
  | { kind: 'topics'; parts: { asked: string; topic: string }[] }
  | { kind: 'intent'; intent: string }
  /** It could be one of these: at most three topics. */
  | { kind: 'unsure'; topics: string[] }
  | { kind: 'unknown' };

/** From how sure on a topic is answered, an action begun, and a few topics are offered: frozen on the development questions. */
const enough = { encoded: { answer: 0.15, offer: 0.08 }, words: { answer: 0.15, offer: 0.08 } };
const readable = 1200;

/** What a message is about. Bounded work for any text. */
export async function understand(classifier: Classifier, text: string): Promise<Understood> {
  const message = repaired(text.slice(0, readable));
  const parts = partsOf(message);
  const whole = await meant(classifier, parts.length === 1 ? (parts[0] ?? message) : message);
  if (parts.length > 1) {
    const each = await Promise.all(parts.map(async (asked) => ({ asked, found: await meant(classifier, asked) })));
    const topics = each.flatMap(({ asked, found }) => (found.kind === 'topic' ? [{ asked, topic: found.topic }] : []));
    const once = [...new Map(topics.map((one) => [one.topic, one])).values()];
    if (once.length > 1) return { kind: 'topics', parts: once };
    const [only] = once;
    if (only && whole.kind !== 'intent') return { kind: 'topics', parts: [only] };
    const intent = each.find(({ found }) => found.kind === 'intent')?.found;
    if (intent?.kind === 'intent' && whole.kind !== 'topic') return intent;
  }
  return whole.kind === 'topic' ? { kind: 'topics', parts: [{ asked: message, topic: whole.topic }] } : whole;
}

type Meant = Exclude<Understood, { kind: 'topics' }> | { kind: 'topic'; topic: string };

async function meant(classifier: Classifier, text: string): Promise<Meant> {
  if (!/\p{L}{2}/u.test(text)) return { kind: 'unknown' };
  const found = await classifier.classify(text);
  const { answer, offer } = found.encoded ? enough.encoded : enough.words;
  const fits = found.label.startsWith('intent:') || fitsTopic(text, found.label);
  if (found.label === none) return { kind: 'unknown' };
  if (found.sure >= answer && fits) {
    if (!found.label.startsWith('intent:')) return { kind: 'topic', topic: found.label };
    return { kind: 'intent', intent: found.label.slice('intent:'.length) };
  }
  return found.sure >= offer ? offered(found, text) : { kind: 'unknown' };
}

function offered({ top }: Classified, text: string): Meant {
  const topics = top
    .filter(({ label, probability }) => label !== none && !label.startsWith('intent:') && probability >= 0.1)
    .map(({ label }) => label)
    .filter((label) => fitsTopic(text, label))
    .slice(0, 3);
  return topics.length > 0 ? { kind: 'unsure', topics } : { kind: 'unknown' };
}
