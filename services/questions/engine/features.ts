/** A text as a sparse vector: in which dimensions it is something, and how much. */
export type Sparse = { at: Int32Array; of: Float32Array };

/** The terms a text is known by: words, or what stands for them. */
export type Terms = (text: string) => string[];

/** What tells texts apart: their terms, and what is told of terms that stand near each other, where that tells more. */
export type Kinds = { terms: Terms; near?: Terms };

/** How short and how long the pieces of words are that stand in for a spelling. */
const shortest = 2;
const longest = 4;

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .match(/[a-z0-9]+(?:'[a-z]+)?|[£$%]/g) ?? [];

/** The words of any text, with the commonest English endings off. */
export const plainTerms: Terms = (text) => wordsIn(text).map(stem);

/** Takes the commonest endings off, the same way everywhere. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[a-z]{3})s$/, '');
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')
    .replace(/(?:ing|ed)$/, '')
    .replace(/(?:([bdgmnprt])\1)$/, '$1')
    .replace(/e$/, '');
}

/** How often each feature is in a text: terms, pairs of terms, pieces of words, and what stands near what. */
function countsIn(text: string, { terms, near }: Kinds): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const found = terms(text);
  for (const term of found) add(`w ${term}`);
  const edged = ['^', ...found, '$'];
  for (const [i, term] of edged.slice(1).entries()) add(`b ${edged[i]} ${term}`);
  for (const word of wordsIn(text)) {
    const padded = ` ${word} `;
    for (let size = shortest; size <= longest; size++)
      for (let from = 0; from + size <= padded.length; from++) add(`c ${padded.slice(from, from + size)}`);
  }
  for (const pair of near?.(text) ?? []) add(`n ${pair}`);
  return counts;
}

/** Features, and how telling each is: the fewer texts have it, the more. */
export type Vocabulary = { keys: string[]; weights: Float32Array };

/**
 * Learns which features there are in these texts, and gives their vectors along. What fewer texts have than `least`
 * teaches nothing about others.
 */
export function featuresOf(
  texts: string[],
  kinds: Kinds,
  least: number,
): { vocabulary: Vocabulary; vectors: Sparse[] } {
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  const found = texts.map((text) => {
    const counts = [...countsIn(text, kinds)];
    const at = Uint32Array.from(counts, ([key]) => numberOf(key));
    for (const number of at) uses[number] = (uses[number] ?? 0) + 1;
    return { at, times: Uint16Array.from(counts, ([, count]) => count) };
  });
  function numberOf(key: string): number {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  }
  const shared = [...numbers].filter(([, number]) => (uses[number] ?? 0) >= least);
  const weights = Float32Array.from(shared, ([, number]) => rarity(texts.length, uses[number] ?? 0));
  const vocabulary = { keys: shared.map(([key]) => key), weights };
  const places = new Map(shared.map(([, number], place) => [number, place]));
  const weighed = weigher(vocabulary);
  const vectors = found.map(({ at, times }) =>
    weighed([...at].flatMap((number, i) => counted(places.get(number), times[i] ?? 0))),
  );
  return { vocabulary, vectors };
}

const rarity = (texts: number, uses: number) => Math.log((1 + texts) / (1 + uses)) + 1;

/** A feature that the vocabulary has, by its place there, and how often it is in a text. */
type Counted = { at: number; times: number };

const counted = (at: number | undefined, times: number): Counted[] => (at === undefined ? [] : [{ at, times }]);

/** What a feature is of: words, pieces of words, or what stands near what. */
const parts = ['w', 'c', 'n'];
const partOf = (key: string) => Math.max(0, parts.indexOf(key[0] ?? ''));

/** Vectors over a vocabulary, of length one at most: every part of it that there is makes the same share. */
function weigher({ keys, weights }: Vocabulary): (features: Counted[]) => Sparse {
  const part = Uint8Array.from(keys, partOf);
  const share = 1 / Math.sqrt(new Set(part).size);
  return (features) => {
    const at = Int32Array.from(features, (feature) => feature.at);
    const of = Float32Array.from(features, (feature) => (1 + Math.log(feature.times)) * (weights[feature.at] ?? 0));
    const sizes = parts.map((_, one) =>
      Math.sqrt(of.reduce((sum, value, i) => sum + (part[at[i] ?? 0] === one ? value ** 2 : 0), 0)),
    );
    return { at, of: of.map((value, i) => (value * share) / (sizes[part[at[i] ?? 0] ?? 0] || 1)) };
  };
}

/** Vectors of texts over a vocabulary. `known` is the share of terms it has. */
export function vectoriser(vocabulary: Vocabulary, kinds: Kinds): (text: string) => Sparse & { known: number } {
  const places = new Map(vocabulary.keys.map((key, at) => [key, at]));
  const weighed = weigher(vocabulary);
  return (text) => {
    const counts = [...countsIn(text, kinds)];
    const words = counts.filter(([key]) => key.startsWith('w'));
    const known = words.length > 0 ? words.filter(([key]) => places.has(key)).length / words.length : 0;
    return { ...weighed(counts.flatMap(([key, times]) => counted(places.get(key), times))), known };
  };
}

/** A sparse vector followed by a dense one of length one, `weight` times as long, which begins at dimension `from`. */
export function joined(sparse: Sparse, dense: Float32Array, from: number, weight: number): Sparse {
  const at = new Int32Array(sparse.at.length + dense.length);
  const of = new Float32Array(at.length);
  at.set(sparse.at);
  of.set(sparse.of);
  for (let i = 0; i < dense.length; i++) {
    at[sparse.at.length + i] = from + i;
    of[sparse.at.length + i] = weight * (dense[i] ?? 0);
  }
  return { at, of };
}

/**
 * Many sparse vectors in one piece, which takes a fraction of the memory: where each begins, then all of them in a row,
 * their values in parts of `whole`.
 */
export type Packed = { starts: Uint32Array; at: Uint16Array | Uint32Array; of: Uint16Array };
const whole = 2 ** 16 - 1;

export function packed(vectors: Sparse[], dimensions: number): Packed {
  const starts = new Uint32Array(vectors.length + 1);
  for (const [index, { at }] of vectors.entries()) starts[index + 1] = (starts[index] ?? 0) + at.length;
  const size = starts[vectors.length] ?? 0;
  const places = dimensions <= 2 ** 16 ? new Uint16Array(size) : new Uint32Array(size);
  const all = { starts, at: places, of: new Uint16Array(size) };
  for (const [index, { at, of }] of vectors.entries()) {
    all.at.set(at, starts[index]);
    all.of.set(
      of.map((value) => value * whole),
      starts[index],
    );
  }
  return all;
}

/** How alike one of them and a vector are, both of length one, from 0 to 1. `dense` has the vector spread out. */
export function alike({ starts, at, of }: Packed, index: number, dense: Float32Array): number {
  const end = starts[index + 1] ?? 0;
  let sum = 0;
  for (let i = starts[index] ?? 0; i < end; i++) sum += (of[i] ?? 0) * (dense[at[i] ?? 0] ?? 0);
  return sum / whole;
}
