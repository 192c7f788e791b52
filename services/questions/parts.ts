/** How many characters of a message are read, and how many of its parts. */
const readable = 1200;
const mostParts = 4;
/** Fewer words than this are no question of their own. */
const fewestWords = 3;

const asking = '(?:what|which|when|where|who|why|how|can|could|do|does|did|is|are|will|would|should|must)';
const borders = new RegExp(`(?<=[?!;\\n])|\\.(?!\\d)(?=\\s|$)|,?\\s+(?:and|also|plus)\\s+(?=${asking}\\b)`, 'i');
const asks = new RegExp(`\\?$|^(?:(?:and|so|but|also|hi|hello|hey|please)[ ,]+)*${asking}\\b`, 'i');

/** A question of a message, and what was told before it, which it may lean on: “is that still so?”. */
export type Part = { asked: string; before: string };

/**
 * The questions a message holds, as typed: cut where a sentence ends, and where “and” goes before a question word. A
 * question pasted twice is one. Where nothing is marked as a question, each sentence may be one. One part, the whole,
 * where there is nothing to cut.
 */
export function partsOf(text: string): Part[] {
  const whole = text.slice(0, readable).trim();
  const pieces = whole.split(borders).map((piece) => piece.trim());
  const sentences = pieces.filter((piece) => piece.split(/\s+/).length >= fewestWords);
  const questions = sentences.filter((sentence) => asks.test(sentence));
  const units = questions.length > 0 ? questions : sentences;
  const once = [...new Map(units.map((unit) => [plain(unit), unit])).values()].slice(0, mostParts);
  if (once.length === 0) return [{ asked: unmarked(whole), before: '' }];
  return once.map((unit) => ({ asked: unmarked(unit), before: toldBefore(unit, sentences, questions) }));
}

/** The sentences between the question before and this one; what follows the last question belongs to it too. */
function toldBefore(unit: string, sentences: string[], questions: string[]): string {
  if (questions.length === 0) return '';
  const at = sentences.indexOf(unit);
  const from = sentences.findLastIndex((sentence, index) => index < at && questions.includes(sentence));
  const last = sentences.findLastIndex((sentence) => questions.includes(sentence)) === at;
  return [...sentences.slice(from + 1, at), ...(last ? sentences.slice(at + 1) : [])].join('. ');
}

const unmarked = (part: string) => part.replace(/[?!;\s]+$/, '');

const plain = (part: string) =>
  part
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
