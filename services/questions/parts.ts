/** How many characters of a message are read, and how many of its parts. */
const readable = 1200;
const mostParts = 4;
/** Fewer words than this are no question of their own. */
const fewestWords = 3;

const wh = 'what|which|when|where|who|whose|why|how|can|could|do|does|did|is|are|will|would|should|must|may';
const asking = `(?:${wh}|(?:has|have|am|was|were) (?:it|i|we|he|she|they|you|the|my|our)\\b)`;
const ends = /(?<=[?!;\n])|(?<!\b(?:nos?|mrs?|ms|dr|st|approx|e\.g|i\.e))\.(?!\d)(?=\s|$)/i;
const joins = new RegExp(`,?\\s+(?:and|also|plus)\\s+(?=${asking}\\b)`, 'i');
const asks = new RegExp(`\\?$|^(?:(?:and|so|but|also|hi|hello|hey|please)[ ,]+)*${asking}\\b`, 'i');

/** A question of a message, and what was told before it, which it may lean on: “is that still so?”. */
export type Part = { asked: string; before: string };
type Piece = { text: string; isQuestion: boolean };

/**
 * The questions a message holds, as typed: cut where a sentence ends, and where “and” goes before a question word. A
 * question pasted twice is one. Where nothing is marked as a question, each sentence may be one. One part, the whole,
 * where there is nothing to cut.
 */
export function partsOf(text: string): Part[] {
  const whole = text.slice(0, readable).trim();
  const pieces = whole.split(ends).flatMap(sentencePieces);
  const questions = pieces.filter(({ isQuestion }) => isQuestion);
  const units = questions.length > 0 ? questions : pieces;
  const said = units.map(({ text: unit }) => plain(unit));
  const once = units.filter((_, at) => said.indexOf(said[at] ?? '') === at).slice(0, mostParts);
  if (once.length === 0) return [{ asked: unmarked(whole), before: '' }];
  return once.map((unit) => ({ asked: unmarked(unit.text), before: toldBeside(unit, pieces) }));
}

/** A sentence, or its halves where it asks two things. */
function sentencePieces(sentence: string): Piece[] {
  const halves = sentence.split(joins).map((half) => half.trim());
  const long = halves.filter((half) => half.split(/\s+/).length >= (halves.length > 1 ? 2 : fewestWords));
  return long.map((text) => ({ text, isQuestion: halves.length > 1 || asks.test(text) }));
}

/** A question about what was just asked about: “and is it in the day?”. */
export const leans =
  /\b(?:it|its|that|they|them|those|there|(?:do|doing) this)\b|^(?:could|can) (?:you|somebody|anyone) (?:please )?(?:tell|help) me(?: please)?$|^what (?:should|do|shall) i put\b/i;

/**
 * What is told between the question before and this one; what follows the last question belongs to it too. Where nothing
 * is told, the question before, if this one leans on it.
 */
function toldBeside(unit: Piece, pieces: Piece[]): string {
  if (!unit.isQuestion) return '';
  const at = pieces.indexOf(unit);
  const from = pieces.findLastIndex(({ isQuestion }, index) => isQuestion && index < at) + 1;
  const isLast = !pieces.slice(at + 1).some(({ isQuestion }) => isQuestion);
  const told = [...pieces.slice(from, at), ...(isLast ? pieces.slice(at + 1) : [])].map(({ text }) => text).join('. ');
  const previous = leans.test(unit.text) ? pieces[from - 1]?.text : undefined;
  return told || (previous ?? '');
}

const clause = /,\s|\s-\s|\b(?:so|because|but|cos|since)\b/i;
const openings = new RegExp(`\\b(?=(?:how (?:many|long|much|often)|${asking})\\b)`, 'gi');
const longWinded = 9;

/** Shorter stretches of a long-winded question that may say it all: from its last question words on, and its clauses. */
export function stretchesOf(asked: string): string[] {
  if (asked.split(/\s+/).length < longWinded) return [];
  const from = [...asked.matchAll(openings)].map(({ index }) => index).filter((index) => index > 0);
  const tails = from.slice(-2).map((index) => asked.slice(index));
  const clauses = asked.split(clause).map((part) => part.trim());
  const long = [...tails, ...clauses].filter((part) => part.split(/\s+/).length >= fewestWords && part !== asked);
  return [...new Set(long)].slice(0, mostParts);
}

const joint = /,?\s+(?:and|plus|&|\+|as well as)\s+/i;

/** What a question joins: “phase and project year”. None where it joins nothing, or too much for one question. */
export function piecesOf(asked: string): string[] {
  const pieces = asked.split(joint).map((piece) => piece.trim());
  return pieces.length > 1 && pieces.length <= mostParts ? pieces.filter(Boolean) : [];
}

const unmarked = (part: string) => part.replace(/[?!;\s]+$/, '');

const plain = (part: string) =>
  part
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
