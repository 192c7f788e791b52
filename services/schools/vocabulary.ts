import { bitsIn, edits, lettersOf } from './edits.ts';

/**
 * All words of an index in their order; and again by their length, as numbers of words with the letters each has: those
 * of length n are the ones from `ofLength[n]` to `ofLength[n + 1]`.
 */
export type Vocabulary = { words: string[]; byLength: Uint32Array; letters: Int32Array; ofLength: Uint32Array };

/** A word that may be meant, and how like it is to what was typed: 1 is the same. */
export type Likely = { word: number; likeness: number };

/** Longer than anything that is typed, by more than slips make. */
const longest = 255;
const lengthOf = (word = '') => Math.min(word.length, longest);

export function vocabularyOf(sorted: string[]): Vocabulary {
  const ofLength = new Uint32Array(longest + 2);
  for (const word of sorted) add(ofLength, lengthOf(word) + 1, 1);
  for (let length = 1; length < ofLength.length; length++) add(ofLength, length, ofLength[length - 1] ?? 0);
  const next = ofLength.slice();
  const byLength = new Uint32Array(sorted.length);
  for (const [number, word] of sorted.entries()) {
    byLength[next[lengthOf(word)] ?? 0] = number;
    add(next, lengthOf(word), 1);
  }
  const letters = Int32Array.from(byLength, (number) => lettersOf(sorted[number] ?? ''));
  return { words: sorted, byLength, letters, ofLength };
}

function add(numbers: Uint32Array, index: number, more: number): void {
  numbers[index] = (numbers[index] ?? 0) + more;
}

/** The words that may be meant by what was typed, the likeliest first. `unfinished`: it may still be being typed. */
export function likelyWords(vocabulary: Vocabulary, typed: string, unfinished: boolean): Likely[] {
  const { words } = vocabulary;
  const from = placeOf(words, typed);
  const found: Likely[] = [];
  if (typed.length > 2 || unfinished || words[from] === typed) {
    for (let word = from; words[word]?.startsWith(typed); word++) {
      const length = words[word]?.length ?? 1;
      if (length === typed.length || typed.length > 2 || unfinished)
        found.push({ word, likeness: length === typed.length ? 1 : 0.75 + (0.2 * typed.length) / length });
    }
  }
  const most = slipsAllowed(typed);
  return (most > 0 ? [...found, ...misspelt(vocabulary, typed, most, unfinished)] : found).sort(
    (a, b) => b.likeness - a.likeness,
  );
}

/** The word's number, or undefined when the vocabulary lacks it. */
export function exactly({ words }: Vocabulary, word: string): number | undefined {
  const place = placeOf(words, word);
  return words[place] === word ? place : undefined;
}

/** How many slips a word of this length may have to be known all the same. */
function slipsAllowed(typed: string): number {
  if (/\d/.test(typed) || typed.length < 4) return 0;
  return typed.length < 7 ? 1 : 2;
}

function misspelt(vocabulary: Vocabulary, typed: string, most: number, unfinished: boolean): Likely[] {
  const { words, byLength, letters, ofLength } = vocabulary;
  const mine = lettersOf(typed);
  const found: Likely[] = [];
  const end = unfinished ? words.length : ofLength[typed.length + most + 1];
  for (let at = ofLength[typed.length - most] ?? 0; at < (end ?? 0); at++) {
    const theirs = letters[at] ?? 0;
    if (bitsIn(mine & ~theirs) > most) continue;
    const word = byLength[at] ?? 0;
    const text = words[word] ?? '';
    const longer = text.length - typed.length;
    const alike = longer <= most && bitsIn(mine ^ theirs) <= 2 * most;
    const begins = unfinished && typed.length > 4 && longer > 0 && text[0] === typed[0];
    if ((!alike && !begins) || text.startsWith(typed)) continue;
    const { whole, beginning } = edits(typed, text, most);
    const first = text[0] === typed[0] ? 0 : 0.05;
    if (whole <= most) found.push({ word, likeness: likenessAfter(whole) - first });
    else if (begins && beginning === 1) found.push({ word, likeness: 0.6 });
  }
  return found.sort((a, b) => a.word - b.word);
}

const likenessAfter = (slips: number) => (slips === 1 ? 0.82 : 0.65);

/** Where the word is, or would be. */
function placeOf(words: string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
