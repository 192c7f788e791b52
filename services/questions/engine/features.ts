/** A text as a sparse vector: in which dimensions it is something, and how much. */
export type Sparse = { at: Int32Array; of: Float32Array };

/** The terms a text is known by: words, or what stands for them. */
export type Terms = (text: string) => string[];

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

/** How often each feature is in a text: terms, pairs of terms, and pieces of words. */
function countsIn(text: string, terms: Terms): Map<string, number> {
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
  return counts;
}

export type Vocabulary = { keys: string[]; weights: Float32Array };

/**
 * Learns which features there are in these texts, and how telling each is: the fewer texts have it, the more. What fewer
 * texts have than `least` teaches nothing about others.
 */
export function vocabularyOf(texts: string[], terms: Terms, least: number): Vocabulary {
  const uses = new Map<string, number>();
  for (const text of texts) for (const key of countsIn(text, terms).keys()) uses.set(key, (uses.get(key) ?? 0) + 1);
  const shared = [...uses].filter(([, count]) => count >= least);
  const weights = Float32Array.from(shared, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1);
  return { keys: shared.map(([key]) => key), weights };
}

/** Vectors over a vocabulary, of length one: half by words, half by pieces of words. `known` is the share of terms it has. */
export function vectoriser({ keys, weights }: Vocabulary, terms: Terms): (text: string) => Sparse & { known: number } {
  const index = new Map(keys.map((key, at) => [key, at]));
  return (text) => {
    const counts = [...countsIn(text, terms)];
    const found = counts.flatMap(([key, count]) => {
      const at = index.get(key);
      return at === undefined
        ? []
        : [{ at, pieces: key.startsWith('c'), of: (1 + Math.log(count)) * (weights[at] ?? 0) }];
    });
    const size = (pieces: boolean) =>
      Math.sqrt(found.reduce((sum, one) => sum + (one.pieces === pieces ? one.of ** 2 : 0), 0)) || 1;
    const [ofWords, ofPieces] = [Math.SQRT1_2 / size(false), Math.SQRT1_2 / size(true)];
    const words = counts.filter(([key]) => key.startsWith('w'));
    return {
      at: Int32Array.from(found, ({ at }) => at),
      of: Float32Array.from(found, ({ of, pieces }) => of * (pieces ? ofPieces : ofWords)),
      known: words.length > 0 ? words.filter(([key]) => index.has(key)).length / words.length : 0,
    };
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

/** Many sparse vectors in one piece, which takes a fraction of the memory: where each begins, then all of them in a row. */
export type Packed = { starts: Uint32Array; at: Uint16Array | Uint32Array; of: Float32Array };

export function packed(vectors: Sparse[], dimensions: number): Packed {
  const starts = new Uint32Array(vectors.length + 1);
  for (const [index, { at }] of vectors.entries()) starts[index + 1] = (starts[index] ?? 0) + at.length;
  const size = starts[vectors.length] ?? 0;
  const places = dimensions <= 2 ** 16 ? new Uint16Array(size) : new Uint32Array(size);
  const all = { starts, at: places, of: new Float32Array(size) };
  for (const [index, { at, of }] of vectors.entries()) {
    all.at.set(at, starts[index]);
    all.of.set(of, starts[index]);
  }
  return all;
}

/** How alike one of them and a vector are, both of length one, from 0 to 1. `dense` has the vector spread out. */
export function alike({ starts, at, of }: Packed, index: number, dense: Float32Array): number {
  const end = starts[index + 1] ?? 0;
  let sum = 0;
  for (let i = starts[index] ?? 0; i < end; i++) sum += (of[i] ?? 0) * (dense[at[i] ?? 0] ?? 0);
  return sum;
}
