import { bitsIn, edits, lettersOf } from './edits.ts';

/** All words of an index in their order, with which letters each has. */
export type Vocabulary = { words: string[]; letters: Int32Array };

/** A word that may be meant, and how like it is to what was typed: 1 is the same. */
export type Likely = { word: number; likeness: number };

export function vocabularyOf(sorted: string[]): Vocabulary {
  return { words: sorted, letters: Int32Array.from(sorted, lettersOf) };
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

function misspelt({ words, letters }: Vocabulary, typed: string, most: number, unfinished: boolean): Likely[] {
  const mine = lettersOf(typed);
  const found: Likely[] = [];
  for (let word = 0; word < words.length; word++) {
    const theirs = letters[word] ?? 0;
    if (bitsIn(mine & ~theirs) > most) continue;
    const text = words[word] ?? '';
    if (text.startsWith(typed)) continue;
    const alike = Math.abs(text.length - typed.length) <= most && bitsIn(mine ^ theirs) <= 2 * most;
    const begins = unfinished && typed.length > 4 && text.length > typed.length && text[0] === typed[0];
    if (!alike && !begins) continue;
    const { whole, beginning } = edits(typed, text);
    const first = text[0] === typed[0] ? 0 : 0.05;
    if (whole <= most) found.push({ word, likeness: likenessAfter(whole) - first });
    else if (begins && beginning === 1) found.push({ word, likeness: 0.6 });
  }
  return found;
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
