import type { Encoder } from './encoder.ts';
import { encodedSize } from './encoder.ts';
import { alike, joined, type Sparse, type Terms, type Vocabulary, vectoriser, vocabularyOf } from './features.ts';
import { fitted, type Logistic, probabilities } from './logistic.ts';

export type Example = { text: string; label: string };
/** What a text is taken for: the likeliest labels, and from 0 to 1 how sure it is that the first is meant at all. */
export type Classified = {
  label: string;
  sure: number;
  top: { label: string; probability: number }[];
  encoded: boolean;
};
export type Classifier = { classify(text: string): Promise<Classified> };

/** All that is learnt: what a cache keeps. `both` is there when an encoder was. */
export type Learnt = {
  labels: string[];
  targets: number[];
  texts: string[];
  vocabulary: Vocabulary;
  words: Logistic;
  both: { model: Logistic; encoded: Float32Array[] } | undefined;
};

/** Learns from examples: one classifier by words alone, and one by words and meaning where there is an encoder. */
export async function learn(examples: Example[], terms: Terms, encoder: Encoder | undefined): Promise<Learnt> {
  const texts = examples.map(({ text }) => text);
  const encoded = await encoder?.embed(texts);
  return learnFrom(examples, terms, encoded);
}

/** The same, from texts that were encoded before. */
export function learnFrom(examples: Example[], terms: Terms, encoded: Float32Array[] | undefined): Learnt {
  const texts = examples.map(({ text }) => text);
  const labels = [...new Set(examples.map(({ label }) => label))];
  const place = new Map(labels.map((label, index) => [label, index]));
  const targets = examples.map(({ label }) => place.get(label) ?? 0);
  const vocabulary = vocabularyOf(texts, terms);
  const vectorOf = vectoriser(vocabulary, terms);
  const vectors = texts.map(vectorOf);
  const classes = labels.length;
  const dimensions = vocabulary.keys.length;
  const words = fitted(vectors, targets, { classes, dimensions });
  const both = encoded && {
    model: fitted(
      vectors.map((vector, index) => joined(vector, encoded[index], dimensions)),
      targets,
      { classes, dimensions: dimensions + encodedSize },
    ),
    encoded,
  };
  return { labels, targets, texts, vocabulary, words, both };
}

/**
 * How sure to be, from the signals: fitted once, by logistic regression, on topics that were left out of what was learnt
 * and so should not be recognised. With the encoder, and by words alone.
 */
const gate = { bias: -7.6, probability: 4.4, margin: 0, words: -0.6, meaning: 4.5, known: 0.6 };
const wordsGate = { bias: -5.4, probability: 3.4, margin: 0.4, words: 0.7, meaning: 0, known: 1.6 };

export type Signals = { probability: number; margin: number; words: number; meaning: number; known: number };

/** How many characters of a text are encoded: a longer one costs much time and means no more. */
const encodable = 600;

/** A classifier from what was learnt. Without an encoder, or while it fails, the words decide alone. */
export function classifierFrom(learnt: Learnt, terms: Terms, encoder: Encoder | undefined): Classifier {
  const look = looker(learnt, terms);
  return {
    async classify(text) {
      const encoded = learnt.both && (await encoder?.embed([text.slice(0, encodable)]).catch(() => undefined))?.[0];
      const { signals, order, shares } = look(text, encoded);
      const top = order.slice(0, 5).map((at) => ({ label: learnt.labels[at] ?? '', probability: shares[at] ?? 0 }));
      return { label: top[0]?.label ?? '', sure: sureness(signals, encoded !== undefined), top, encoded: !!encoded };
    },
  };
}

export function sureness(signals: Signals, encoded: boolean): number {
  const { bias, ...weights } = encoded ? gate : wordsGate;
  const sum = Object.entries(weights).reduce(
    (all, [name, weight]) => all + weight * signals[name as keyof Signals],
    bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** What a text looks like beside what was learnt. */
export function looker(learnt: Learnt, terms: Terms) {
  const { vocabulary, both, words } = learnt;
  const vectorOf = vectoriser(vocabulary, terms);
  const examples = learnt.texts.map(vectorOf);
  const dimensions = vocabulary.keys.length;
  return (text: string, encoded: Float32Array | undefined) => {
    const vector = vectorOf(text);
    const model = encoded && both ? both.model : words;
    const shares = probabilities(model, encoded && both ? joined(vector, encoded, dimensions) : vector);
    const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
    const [first = 0, second = 0] = order;
    const probability = shares[first] ?? 0;
    const spread = spreadOut(vector, dimensions);
    let nearest = 0;
    let meaning = 0;
    for (const [index, target] of learnt.targets.entries()) {
      if (target !== first) continue;
      nearest = Math.max(nearest, alike(examples[index] ?? vector, spread));
      const example = encoded && both?.encoded[index];
      if (example) meaning = Math.max(meaning, dot(encoded, example));
    }
    const margin = probability - (shares[second] ?? 0);
    return { signals: { probability, margin, words: nearest, meaning, known: vector.known }, order, shares };
  };
}

function spreadOut({ at, of }: Sparse, dimensions: number): Float32Array {
  const dense = new Float32Array(dimensions);
  for (let i = 0; i < at.length; i++) dense[at[i] ?? 0] = of[i] ?? 0;
  return dense;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
