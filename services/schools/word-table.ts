import { setImmediate as letOthersRun } from 'node:timers/promises';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Where in what is kept of a school a word stands: in its name, where it is, or around there. */
export const places = { name: 0, town: 1, around: 2 } as const;

/** Which word stands where: the places of word w are those from `starts[w]` to `starts[w + 1]`: school × 4 + where it stands. */
export type WordTable = { vocabulary: Vocabulary; starts: Uint32Array; standing: Uint32Array };

/** What all schools are called tells little, however few of them are called so. */
const telling = new Map(['school', 'academy', 'college', 'high', 'secondary'].map((word) => [word, 0.8]));

/** Takes words as they come, each with the place where it stands, and then makes the table of them. */
export function wordsStanding() {
  const numbers = new Map<string, number>();
  const pairs = growing();
  return {
    add(word: string, place: number): void {
      const known = numbers.get(word) ?? numbers.size;
      if (known === numbers.size) numbers.set(word, known);
      pairs.push(known, place);
    },
    table: (): Promise<WordTable> => tableOf(numbers, pairs.all()),
  };
}

/** The pairs of word and place, by the order of the words; others run in between. */
async function tableOf(numbers: Map<string, number>, pairs: Uint32Array): Promise<WordTable> {
  const sorted = [...numbers.keys()].sort();
  const order = new Uint32Array(sorted.length);
  for (const [place, word] of sorted.entries()) order[numbers.get(word) ?? 0] = place;
  await letOthersRun();
  const starts = new Uint32Array(sorted.length + 1);
  const wordOf = (pair: number) => order[pairs[pair] ?? 0] ?? 0;
  for (let pair = 0; pair < pairs.length; pair += 2) add(starts, wordOf(pair) + 1, 1);
  for (let word = 0; word < sorted.length; word++) add(starts, word + 1, starts[word] ?? 0);
  await letOthersRun();
  const next = starts.slice();
  const standing = new Uint32Array(pairs.length / 2);
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const word = wordOf(pair);
    standing[next[word] ?? 0] = pairs[pair + 1] ?? 0;
    add(next, word, 1);
  }
  await letOthersRun();
  return { vocabulary: vocabularyOf(sorted), starts, standing };
}

/** How much each word tells, in a register of so many schools: rare words more than common ones. */
export function weightsOf({ vocabulary, starts }: WordTable, count: number): Float32Array {
  return Float32Array.from(vocabulary.words, (word, index) => {
    const often = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
    const weight = Math.log(1 + count / often);
    return Math.min(weight, telling.get(word) ?? weight);
  });
}

/** How much all words of each school's name tell together. */
export function nameWeightsOf(
  { vocabulary, starts, standing }: WordTable,
  weights: Float32Array,
  count: number,
): Float32Array {
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
