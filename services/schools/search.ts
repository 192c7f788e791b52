import { rowsBeginning, rowsWithCode } from './codes.ts';
import { fitEach } from './fit.ts';
import type { SchoolIndex } from './school-index.ts';
import { exactly, type Likely, likelyWords } from './vocabulary.ts';
import { wordsIn } from './words.ts';

const longestQuery = 100;
const mostWords = 14;
/** What the right code counts beside how well the words fit. */
const exactCode = 2;

/**
 * The schools that are most like what was typed, best first, by their places in the index: by number or postcode, by
 * the words of name, town and local authority, slips allowed. Where two are as like, one that is state-funded and
 * secondary comes first.
 */
export function search(index: SchoolIndex, query: string, limit: number): number[] {
  const typed = query.slice(0, longestQuery);
  const { codes, rest } = codesIn(index, typed);
  const top = best(limit);
  const likely = onceEach((word, unfinished) => likelyWords(index.vocabulary, word, unfinished));
  const readings = readingsOf(index, wordsIn(rest).slice(0, mostWords));
  const meant = readings.map((words) => words.map((word, at) => likely(word, at === words.length - 1)));
  fitEach(index, meant, ({ score, worthIt }) => {
    for (let school = 0; school < index.count; school++) if (worthIt(school)) top.offer(school, score(school));
    for (const school of codes) top.offer(school, exactCode + score(school));
  });
  return top.schools();
}

/** Letters may have become digits: an O a nought, an I a one. */
const postcode = /(?<![a-z\d])[a-z]{1,2}\d[a-z\d]?\s*\d[a-z\d]{2}(?![a-z\d])/i;
const postcodeBegun = /^\s*[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]?\s*$/i;
const number = /(?<!\d)\d{5,7}(?!\d)/;
const numberBegun = /^\s*\d{4,5}\s*$/;

/** The schools with the number or postcode that was typed, and what was typed besides. */
function codesIn(index: SchoolIndex, typed: string): { codes: number[]; rest: string } {
  const [urn] = typed.match(number) ?? [];
  const [code] = typed.match(postcode) ?? [];
  const begun = [
    ...(postcodeBegun.test(typed) ? rowsBeginning(index.postcodes, typed) : []),
    ...(numberBegun.test(typed) ? rowsBeginning(index.urns, typed) : []),
  ];
  const codes = new Set([
    ...(urn ? rowsWithCode(index.urns, urn) : []),
    ...(code ? rowsWithCode(index.postcodes, code) : []),
    ...begun,
  ]);
  const rest = [urn, code].reduce<string>((text, found) => (found ? text.replace(found, ' ') : text), typed);
  return { codes: [...codes], rest };
}

/** The typed words; and, where that gives words that there are, with two of them joined or one parted. */
function readingsOf({ vocabulary }: SchoolIndex, typed: string[]): string[][] {
  const known = (word: string) => exactly(vocabulary, word) !== undefined;
  const meant: string[] = [];
  for (const word of typed) {
    const last = meant.at(-1);
    if (last !== undefined && !(known(last) && known(word)) && known(last + word)) meant.splice(-1, 1, last + word);
    else meant.push(...(known(word) ? [word] : partsOf(word, known)));
  }
  return meant.join(' ') === typed.join(' ') ? [typed] : [typed, meant];
}

function partsOf(word: string, known: (word: string) => boolean): string[] {
  for (let at = 3; at <= word.length - 3; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every(known)) return parts;
  }
  return [word];
}

type LikelyFor = (word: string, unfinished: boolean) => Likely[];

/** Two readings share most of their words: each is looked for once. */
function onceEach(find: LikelyFor): LikelyFor {
  const found = new Map<string, Likely[]>();
  return (word, unfinished) => {
    const key = unfinished ? `${word}…` : word;
    const likely = found.get(key) ?? find(word, unfinished);
    found.set(key, likely);
    return likely;
  };
}

/** The best by score; of the same score, the first by name. A school that is offered again keeps its better score. */
function best(limit: number) {
  let top: { school: number; score: number }[] = [];
  return {
    offer(school: number, score: number): void {
      const last = top[limit - 1];
      if (last && (last.score > score || (last.score === score && last.school <= school))) return;
      top = top.filter((other) => other.school !== school);
      const place = top.findIndex((other) => score > other.score || (score === other.score && school < other.school));
      top.splice(place < 0 ? top.length : place, 0, { school, score });
      top.length = Math.min(top.length, limit);
    },
    schools: () => top.map(({ school }) => school),
  };
}
