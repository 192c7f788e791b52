import { fitsTopic } from './contrast.ts';
import type { Classified, Classifier } from './engine/model.ts';
import { none } from './engine/training.ts';
import { isSilent } from './knowledge.ts';
import { leans, type Part, partsOf, piecesOf, stretchesOf } from './parts.ts';
import { repaired } from './spelling.ts';

/** A part of a message, as typed, and the topic it asks about. */
export type Asked = { asked: string; topic: string };

/** What a message is taken for. */
export type Understood =
  /** Topics of the document, or things it does not say, in the order they were asked; and what is to be done besides. */
  | { kind: 'topics'; parts: Asked[]; intent?: string }
  | { kind: 'intent'; intent: string }
  /** It could be one of these: at most three topics. */
  | { kind: 'unsure'; topics: string[] }
  | { kind: 'unknown' };

/**
 * From how sure on a topic is answered, an action begun, one of them in a stretch of a question, and topics are offered:
 * chosen on the development questions so that at least 97 in 100 direct answers are right. A wrong action costs more.
 */
const enough = {
  encoded: { clearly: 0.7, answer: 0.3, action: 0.45, offer: 0.17 },
  words: { clearly: 0.75, answer: 0.4, action: 0.5, offer: 0.2 },
};
const readable = 1200;
/** Of all open parts together: each takes the encoder as long as a question. */
const mostStretches = 5;

type Meant = { sure: number; found: Exclude<Understood, { kind: 'topics' }> | { kind: 'topic'; topic: string } };
type Action = Extract<Meant['found'], { kind: 'intent' }>;
type Read = (text: string) => Classified | undefined;

/** What a message is about. Bounded work for any text: what is read is read at once, and once more where that says too little. */
export async function understand(classifier: Classifier, text: string): Promise<Understood> {
  const message = repaired(text.slice(0, readable));
  const parts = partsOf(message);
  const alone = await readAll(
    classifier,
    parts.map(({ asked }) => asked),
  );
  const joined = await readAll(
    classifier,
    parts.filter((part) => isUnclear(alone, part)).flatMap((part) => wordingsOf(part).slice(1)),
  );
  const first: Read = (text) => alone(text) ?? joined(text);
  const each = parts.map((part) => ({ part, meant: partMeant(first, part) }));
  const open = each.filter(({ meant }) => !isAnswered(meant)).map(({ part }) => part);
  const again = await readAll(classifier, [
    ...(each.length > 1 && (open.length > 0 || each.some(({ meant }) => isAction(meant.found))) ? [message] : []),
    ...open.flatMap(({ asked }) => stretchesOf(asked)).slice(0, mostStretches),
    ...parts.flatMap(({ asked }) => piecesOf(asked)),
  ]);
  const better = each.flatMap(({ part, meant }): Found[] => {
    const pieces = severalMeant(again, part);
    if (pieces.length > 1) return pieces;
    return [
      { part, meant: isAnswered(meant) ? meant : (stretchMeant(again, part, isForeign(first, part.asked)) ?? meant) },
    ];
  });
  const heard =
    each.length > 1 && isForeign(again, message) ? better.filter(({ meant }) => !isAction(meant.found)) : better;
  return together(heard, each.length > 1 ? meantBy(again, message) : undefined);
}

/** Whether a question by itself says too little, or leans on what goes before it. */
const isUnclear = (read: Read, { asked }: Part) => leans.test(asked) || !isAnswered(meantBy(read, asked, 'clearly'));

type Found = { part: Part; meant: Meant };

/** Reads several texts at once. Where there are no words there is nothing to read. */
async function readAll(classifier: Classifier, texts: string[]): Promise<Read> {
  const some = [...new Set(texts)].filter((text) => /\p{L}{2}/u.test(text));
  const found = some.length > 0 ? await classifier.classify(some) : [];
  const known = new Map(some.map((text, at) => [text, found[at]]));
  return (text) => known.get(text);
}

/** One answer from those to the parts; where none has any, from the whole. */
function together(each: Found[], whole: Meant | undefined): Understood {
  const topics = each.flatMap(({ part: { asked }, meant: { found } }) =>
    found.kind === 'topic' ? [{ asked, topic: found.topic }] : [],
  );
  const once = [...new Map(topics.map((one) => [one.topic, one])).values()];
  const all = [...each.map(({ meant }) => meant), ...(whole ? [whole] : [])].map(({ found }) => found);
  const isOneQuestion = once.length === 0 && whole?.found.kind === 'topic' && whole.sure >= enough.encoded.clearly;
  const action = isOneQuestion ? undefined : all.find(isAction);
  if (once.length > 0) return { kind: 'topics', parts: once, ...(action && { intent: action.intent }) };
  const [asked] = each;
  const found = action ?? all.find(({ kind }) => kind === 'topic') ?? all.find(isOffer) ?? all[0];
  if (!found) return { kind: 'unknown' };
  return found.kind === 'topic'
    ? { kind: 'topics', parts: [{ asked: asked?.part.asked ?? '', topic: found.topic }] }
    : found;
}

/** A question by itself, and with what goes before it. */
const wordingsOf = ({ asked, before }: Part): string[] => (before ? [asked, `${before}. ${asked}`] : [asked]);

/** The surer of the question by itself and the question with what goes before it, which “What is it?” cannot do without. */
function partMeant(read: Read, part: Part): Meant {
  const [alone, joined] = wordingsOf(part).map((wording) => meantBy(read, wording));
  if (!alone || !joined) return alone ?? nothing;
  if (leans.test(part.asked) && isAnswered(joined)) return joined;
  return joined.sure > alone.sure ? joined : alone;
}

/** Whether a text is clearly about something else than the programme: "draft it for me" in it goes on with no application. */
function isForeign(read: Read, text: string): boolean {
  const found = read(text);
  return found?.label === none && found.sure >= enough.encoded.clearly;
}

/** What a stretch of a long-winded question means, when it is clear enough; no action, where the whole is foreign. */
const stretchMeant = (read: Read, { asked }: Part, foreign: boolean): Meant | undefined =>
  stretchesOf(asked)
    .map((stretch) => meantBy(read, stretch, 'clearly'))
    .find((meant) => isAnswered(meant) && !(foreign && isAction(meant.found)));

/** Where a question joins several, “phase and project year”: what each is on, when each is clear and they differ. */
function severalMeant(read: Read, { asked }: Part): Found[] {
  const each = piecesOf(asked).flatMap((piece) => {
    const meant = meantBy(read, piece, 'clearly');
    return meant.found.kind === 'topic'
      ? [{ part: { asked: piece, before: '' }, meant, topic: meant.found.topic }]
      : [];
  });
  return [...new Map(each.map(({ topic, ...one }) => [topic, one])).values()];
}

const nothing: Meant = { sure: 0, found: { kind: 'unknown' } };
const isAction = (found: Meant['found']): found is Action =>
  found.kind === 'intent' && !found.intent.startsWith('smalltalk:');
const isOffer = ({ kind }: Meant['found']) => kind === 'unsure';
const isAnswered = ({ found: { kind } }: Meant) => kind === 'topic' || kind === 'intent';
const isIntentLabel = (label: string) => label.startsWith('intent:');

function meantBy(read: Read, text: string, how: 'answer' | 'clearly' = 'answer'): Meant {
  const found = read(text);
  if (!found) return nothing;
  const limits = found.encoded ? enough.encoded : enough.words;
  if (found.label === none) return { sure: 0, found: { kind: 'unknown' } };
  const label = fittingLabel(found, text);
  const { sure } = found;
  const least = how === 'answer' && isIntentLabel(label ?? '') ? limits.action : limits[how];
  if (label && sure >= least) {
    if (!isIntentLabel(label)) return { sure, found: { kind: 'topic', topic: label } };
    return { sure, found: { kind: 'intent', intent: label.slice('intent:'.length) } };
  }
  return sure >= limits.offer ? { sure, found: offered(found, text) } : nothing;
}

/** The likeliest label, or where the question asks for something else about the same, the one on that. */
function fittingLabel({ label, top }: Classified, text: string): string | undefined {
  if (isIntentLabel(label) || fitsTopic(text, label)) return label;
  const next = top.find((one) => one.label !== none && !isIntentLabel(one.label) && fitsTopic(text, one.label));
  return next && isSilent(next.label) ? next.label : undefined;
}

function offered({ top }: Classified, text: string): Meant['found'] {
  const topics = top
    .filter(({ label, probability }) => label !== none && !label.startsWith('intent:') && probability >= 0.1)
    .map(({ label }) => label)
    .filter((label) => fitsTopic(text, label))
    .slice(0, 3);
  return topics.length > 0 ? { kind: 'unsure', topics } : { kind: 'unknown' };
}
