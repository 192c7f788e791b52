import { isAmong, mayBePlaces, vocabulary } from './vocabulary.ts';
import { signAlone, type Word } from './words-in.ts';

const endsName = /^(?:school|academy|college|grammar|high|comprehensive|comp|trust|university|uni)$/;
const withinName =
  /^(?:school|academy|college|grammar|high|comprehensive|comp|trust|university|primary|secondary|sixth|form|community|free|catholic|girls'?|boys'?|technical|technology|studio|upper|middle|lower|city)$/;
/** In words, before “school”. */
const longestName = 5;

/** Which words are a school's name: those before “school” and the like that the programme would not say there itself. */
export function schoolNamesIn(words: Word[]): ReadonlySet<number> {
  const found = new Set<number>();
  words.forEach(({ word }, end) => {
    const first = endsName.test(word) ? firstOfName(words, end) : end;
    if (first < end) for (let at = first; at <= end; at++) found.add(at);
  });
  return found;
}

function firstOfName(words: Word[], end: number): number {
  let first = end;
  for (let at = end - 1; at >= Math.max(0, end - longestName); at--) {
    const one = words[at];
    if (!one || signAlone.test(one.text) || /[.?!:;,]/.test(words[at + 1]?.gap ?? '') || isGeneric(one, words[at + 1]))
      break;
    if (!withinName.test(one.word)) first = at;
  }
  return first;
}

function isGeneric({ word, text, starts }: Word, next: Word | undefined): boolean {
  if (withinName.test(word) || mayBePlaces.has(word)) return false;
  const { own, capitalised } = vocabulary();
  return (
    /\d/.test(word) ||
    (isAmong(own, word) && (text === word || (starts && next?.text === next?.word) || capitalised.has(word)))
  );
}
