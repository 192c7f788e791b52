import type { Encoder } from './encoder.ts';
import { encodedSize, inARow } from './encoder.ts';
import {
  alike,
  featuresOf,
  joined,
  type Packed,
  packed,
  type Sparse,
  type Terms,
  type Vocabulary,
  vectoriser,
} from './features.ts';
import { type Signals, sureness } from './gate.ts';
import { fitted, type Logistic, type Pace, probabilities } from './logistic.ts';

export type Example = { text: string; label: string };
/** What a text is taken for: the likeliest labels, and from 0 to 1 how sure it is that the first is meant at all. */
export type Classified = {
  label: string;
  sure: number;
  top: { label: string; probability: number }[];
  encoded: boolean;
};
/** Several texts at once: encoding them together takes less time. */
export type Classifier = { classify(texts: string[]): Promise<Classified[]> };

/** All that is learnt. `both` is there when an encoder was; `encoded` has the meanings in a row, in parts of `whole`. */
export type Learnt = {
  labels: string[];
  targets: Uint16Array;
  examples: Packed;
  vocabulary: Vocabulary;
  words: Logistic;
  both: { model: Logistic; encoded: Int16Array; weight: number } | undefined;
};

/**
 * How to learn. Where there are many examples of a label, found by cross-validation on the bot's own topics: more rounds
 * make it surer, not better, and a feature that fewer than four texts share adds nothing but size. Words alone are
 * gone through less often: a first start waits for them. From a few, small steps, and what a text means counts for more than its words.
 */
const many: Pace & { byWords: number; meaning: number; sharedBy: number } = {
  rounds: 8,
  byWords: 5,
  firstStep: 0.5,
  meaning: 1,
  sharedBy: 4,
};
const few: typeof many = { rounds: 8, byWords: 8, firstStep: 0.05, meaning: 1.75, sharedBy: 2 };
/** In examples a label. */
const isFew = 20;

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
  const classes = labels.length;
  const pace = texts.length < isFew * classes ? few : many;
  const { vocabulary, vectors } = featuresOf(texts, { terms }, pace.sharedBy);
  const dimensions = vocabulary.keys.length;
  const words = fitted(vectors, targets, { classes, dimensions }, { ...pace, rounds: pace.byWords });
  const join = (meaning: Float32Array, index: number) =>
    joined(vectors[index] ?? nothing, meaning, dimensions, pace.meaning);
  const size = { classes, dimensions: dimensions + encodedSize };
  const both = encoded && {
    model: fitted(encoded.map(join), targets, size, pace),
    encoded: Int16Array.from(inARow(encoded), (value) => value * whole),
    weight: pace.meaning,
  };
  return { labels, targets: Uint16Array.from(targets), examples: packed(vectors, dimensions), vocabulary, words, both };
}

/** Half the memory of fractions, and near enough to tell how alike meanings are. */
const whole = 2 ** 15 - 1;

const nothing: Sparse = { at: new Int32Array(), of: new Float32Array() };

/** How many characters of a text are encoded: a longer one costs much time and means no more. */
const encodable = 600;

/** A classifier from what was learnt. Without an encoder, or while it fails, the words decide alone. */
export function classifierFrom(learnt: Learnt, terms: Terms, encoder: Encoder | undefined): Classifier {
  const look = looker(learnt, terms);
  return {
    async classify(texts) {
      const byWords = texts.map((text) => classified(learnt.labels, look(text, undefined), false));
      if (!learnt.both || !encoder) return byWords;
      const unsure = texts.flatMap((text, index) => ((byWords[index]?.sure ?? 0) < clear ? [text] : []));
      if (unsure.length === 0) return byWords;
      const encoded = await encoder.embed(unsure.map((text) => text.slice(0, encodable))).catch(() => undefined);
      const meanings = new Map(unsure.map((text, index) => [text, encoded?.[index]]));
      return texts.map((text, index) => {
        const meaning = meanings.get(text);
        return meaning ? classified(learnt.labels, look(text, meaning), true) : (byWords[index] as Classified);
      });
    },
  };
}

/** From how sure on words alone are enough: encoding as well changes nothing of the answers there, and takes ten times as long. */
const clear = 0.9;

const shown = 5;

function classified(labels: string[], { signals, order, shares }: Look, encoded: boolean): Classified {
  const top = order.slice(0, shown).map((at) => ({ label: labels[at] ?? '', probability: shares[at] ?? 0 }));
  return { label: top[0]?.label ?? '', sure: sureness(signals, encoded), top, encoded };
}

export type Look = { signals: Signals; order: number[]; shares: Float32Array };

/** How many of the nearest examples are asked what they are of, and of how many of the likeliest labels they may be. */
const neighbours = 8;
const rivals = 8;

/** What a text looks like beside what was learnt: by words and meaning where it is encoded, by words alone otherwise. */
export function looker(learnt: Learnt, terms: Terms): (text: string, encoded: Float32Array | undefined) => Look {
  const { vocabulary, both, words, targets, examples } = learnt;
  const vectorOf = vectoriser(vocabulary, { terms });
  const dimensions = vocabulary.keys.length;
  const examplesOf = Map.groupBy(targets.keys(), (index) => targets[index]);
  return (text, encoded) => {
    const vector = vectorOf(text);
    const wordShares = probabilities(words, vector);
    const shares =
      encoded && both ? probabilities(both.model, joined(vector, encoded, dimensions, both.weight)) : wordShares;
    const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
    const [first = 0, second = 0] = order;
    const probability = shares[first] ?? 0;
    const spread = spreadOut(vector, dimensions);
    const inWords = (examplesOf.get(first) ?? []).map((index) => alike(examples, index, spread));
    const near = encoded && both ? order.slice(0, rivals).flatMap((label) => examplesOf.get(label) ?? []) : [];
    const inMeaning = near.map((index) => (encoded && both ? dot(encoded, both.encoded, index) : 0));
    const isOfFirst = (place: number) => targets[near[place] ?? 0] === first;
    const signals = {
      probability,
      margin: probability - (shares[second] ?? 0),
      byWords: wordShares[first] ?? 0,
      words: highest(inWords),
      meaning: highest(inMeaning.filter((_, place) => isOfFirst(place))),
      neighbours: nearest(inMeaning).filter(isOfFirst).length / neighbours,
      known: vector.known,
      length: Math.min(text.split(/\s+/).length, 20) / 10,
    };
    return { signals, order, shares };
  };
}

const highest = (values: number[]) => values.reduce((a, b) => Math.max(a, b), 0);

/** Where the greatest values are. */
function nearest(values: number[]): number[] {
  const best: number[] = [];
  for (const [index, value] of values.entries()) {
    if (best.length === neighbours && value <= (values[best[neighbours - 1] ?? 0] ?? 0)) continue;
    const place = best.findIndex((other) => value > (values[other] ?? 0));
    best.splice(place === -1 ? best.length : place, 0, index);
    best.length = Math.min(best.length, neighbours);
  }
  return best;
}

function spreadOut({ at, of }: Sparse, dimensions: number): Float32Array {
  const dense = new Float32Array(dimensions);
  for (let i = 0; i < at.length; i++) dense[at[i] ?? 0] = of[i] ?? 0;
  return dense;
}

/** How alike a meaning and one of many in a row are. */
function dot(one: Float32Array, row: Int16Array, index: number): number {
  const from = index * encodedSize;
  let sum = 0;
  for (let i = 0; i < encodedSize; i++) sum += (one[i] ?? 0) * (row[from + i] ?? 0);
  return sum / whole;
}
