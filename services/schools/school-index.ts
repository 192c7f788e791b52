import { setImmediate as letOthersRun } from 'node:timers/promises';
import { type Codes, codesOf, setCode } from './codes.ts';
import { rowIn, type SchoolRow } from './school.ts';
import { schoolFacts } from './school-facts.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { wordsIn } from './words.ts';

/** Where in what is kept of a school a word stands: in its name, where it is, or around there. */
export const places = { name: 0, town: 1, around: 2 } as const;

/**
 * All schools of the register, to be searched: the lines themselves, not unpacked, and a table of which word stands
 * where. Almost all of it is bytes, which the collector of garbage does not walk.
 */
export type SchoolIndex = {
  count: number;
  text: Buffer;
  /** Where each line begins in `text`; one more says where the last ends. */
  lines: Uint32Array;
  vocabulary: Vocabulary;
  /** How much a word tells: rare words more than common ones. */
  weights: Float32Array;
  /** The places of word w are those from `starts[w]` to `starts[w + 1]`: school × 4 + where it stands. */
  starts: Uint32Array;
  standing: Uint32Array;
  /** How much all words of a school's name tell together. */
  nameWeights: Float32Array;
  /** 2: state-funded and secondary; 1: may be; 0: is not. */
  likelihood: Uint8Array;
  urns: Codes;
  postcodes: Codes;
  /** What a search counts with, a number for each school: a search runs in one go, so that all can share them. */
  scratch: Record<'there' | 'inName' | 'best' | 'bestInName', Float32Array>;
};

const atOnce = 500;
/** What all schools are called tells little, however few of them are called so. */
const telling = new Map(['school', 'academy', 'college', 'high'].map((word) => [word, 0.8]));
const newline = 10;

/** Makes the index of the lines in `text`, letting others run in between. */
export async function indexOf(text: Buffer): Promise<SchoolIndex> {
  const lines = lineStarts(text);
  const count = lines.length - 1;
  const likelihood = new Uint8Array(count);
  const urns = codesOf(count, 7);
  const postcodes = codesOf(count, 7);
  const numbers = new Map<string, number>();
  const pairs = growing();
  for (let school = 0; school < count; school++) {
    if (school % atOnce === 0) await letOthersRun();
    const row = rowIn(lineAt(text, lines, school));
    setCode(urns, school, row.urn);
    setCode(postcodes, school, row.postcode);
    likelihood[school] = likelihoodOf(row);
    for (const [where, words] of placedWords(row).entries()) {
      for (const word of words) pairs.push(numberOf(numbers, word), school * 4 + where);
    }
  }
  const table = tableOf(numbers, pairs.all());
  await letOthersRun();
  const weights = weightsOf(table, count);
  const nameWeights = sums(table, weights, count);
  const numbersEach = () => new Float32Array(count);
  const scratch = { there: numbersEach(), inName: numbersEach(), best: numbersEach(), bestInName: numbersEach() };
  return { count, text, lines, likelihood, urns, postcodes, ...table, weights, nameWeights, scratch };
}

/** One school's line. */
export function rowAt({ text, lines }: Pick<SchoolIndex, 'text' | 'lines'>, school: number): SchoolRow {
  return rowIn(lineAt(text, lines, school));
}

const lineAt = (text: Buffer, lines: Uint32Array, school: number): string =>
  text.toString('utf8', lines[school], (lines[school + 1] ?? 1) - 1);

function lineStarts(text: Buffer): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) starts.push(at + 1);
  return Uint32Array.from([...starts, text.length + 1]);
}

/** The words of a school, each once, by where they stand: the order of `places`. */
function placedWords({ name, town, postcode, localAuthority, locality }: SchoolRow): Set<string>[] {
  const [outward = ''] = postcode.split(' ');
  return [
    new Set(wordsIn(name)),
    new Set(wordsIn(`${town} ${outward}`)),
    new Set(wordsIn(`${localAuthority} ${locality}`)),
  ];
}

function likelihoodOf(row: SchoolRow): number {
  const { stateFunded, secondary } = schoolFacts(row);
  if (stateFunded === 'yes' && secondary === 'yes') return 2;
  return stateFunded !== 'no' && secondary !== 'no' ? 1 : 0;
}

function numberOf(numbers: Map<string, number>, word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
}

type Table = Pick<SchoolIndex, 'vocabulary' | 'starts' | 'standing'>;

/** The pairs of word and place, by the order of the words. */
function tableOf(numbers: Map<string, number>, pairs: Uint32Array): Table {
  const sorted = [...numbers.keys()].sort();
  const order = new Uint32Array(sorted.length);
  for (const [place, word] of sorted.entries()) order[numbers.get(word) ?? 0] = place;
  const starts = new Uint32Array(sorted.length + 1);
  const wordOf = (pair: number) => order[pairs[pair] ?? 0] ?? 0;
  for (let pair = 0; pair < pairs.length; pair += 2) add(starts, wordOf(pair) + 1, 1);
  for (let word = 0; word < sorted.length; word++) add(starts, word + 1, starts[word] ?? 0);
  const next = starts.slice();
  const standing = new Uint32Array(pairs.length / 2);
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const word = wordOf(pair);
    standing[next[word] ?? 0] = pairs[pair + 1] ?? 0;
    add(next, word, 1);
  }
  return { vocabulary: vocabularyOf(sorted), starts, standing };
}

function weightsOf({ vocabulary, starts }: Table, count: number): Float32Array {
  return Float32Array.from(vocabulary.words, (word, index) => {
    const often = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
    const weight = Math.log(1 + count / often);
    return Math.min(weight, telling.get(word) ?? weight);
  });
}

function sums({ vocabulary, starts, standing }: Table, weights: Float32Array, count: number): Float32Array {
  const all = new Float32Array(count);
  for (let word = 0; word < vocabulary.words.length; word++) {
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++) {
      const place = standing[at] ?? 0;
      if ((place & 3) === places.name) add(all, place >>> 2, weights[word] ?? 0);
    }
  }
  return all;
}

function add(numbers: Uint32Array | Float32Array, index: number, more: number): void {
  numbers[index] = (numbers[index] ?? 0) + more;
}

/** Pairs of numbers, as many as come. */
function growing() {
  let numbers = new Uint32Array(1 << 16);
  let length = 0;
  return {
    push(first: number, second: number): void {
      if (length + 2 > numbers.length) {
        const larger = new Uint32Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = first;
      numbers[length + 1] = second;
      length += 2;
    },
    all: () => numbers.subarray(0, length),
  };
}
