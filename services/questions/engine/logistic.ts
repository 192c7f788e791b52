import type { Sparse } from './features.ts';

/** A linear classifier: weights by dimension, then by class, and a bias for each class. */
export type Logistic = { classes: number; weights: Float32Array; bias: Float32Array };

/** How often all examples are gone through, and how far the first step goes. */
export type Pace = { rounds: number; firstStep: number };
/** What every vector is multiplied by, so that few examples are enough to learn from. */
const stretch = 3;
/** A smaller error is not learnt from: most classes are far from what a text means, and this halves the time. */
const negligible = 0.004;

export type Size = { classes: number; dimensions: number };

/** Multinomial logistic regression by stochastic gradient descent. The same examples give the same classifier. */
export function fitted(vectors: Sparse[], targets: number[], size: Size, { rounds, firstStep }: Pace): Logistic {
  const { classes, dimensions } = size;
  const weights = new Float32Array(classes * dimensions);
  const model = { classes, weights, bias: new Float32Array(classes) };
  const next = randomNumbers(7);
  const order = vectors.map((_, index) => index);
  const steps = rounds * vectors.length;
  for (let step = 0; step < steps; step++) {
    if (step % vectors.length === 0) shuffle(order, next);
    const index = order[step % vectors.length] ?? 0;
    const vector = vectors[index];
    if (vector) learn(model, vector, targets[index] ?? 0, firstStep * (1 - step / steps));
  }
  return model;
}

function learn({ classes, weights, bias }: Logistic, { at, of }: Sparse, target: number, rate: number): void {
  const error = probabilities({ classes, weights, bias }, { at, of });
  error[target] = (error[target] ?? 0) - 1;
  const mistaken = Int32Array.from(error.keys()).filter((c) => Math.abs(error[c] ?? 0) > negligible);
  for (let i = 0; i < at.length; i++) {
    const from = (at[i] ?? 0) * classes;
    const step = (of[i] ?? 0) * rate * stretch;
    for (let m = 0; m < mistaken.length; m++) {
      const c = mistaken[m] as number;
      weights[from + c] = (weights[from + c] as number) - step * (error[c] as number);
    }
  }
  for (let c = 0; c < classes; c++) bias[c] = (bias[c] ?? 0) - rate * 0.1 * (error[c] ?? 0);
}

/** How likely each class is; together 1. */
export function probabilities({ classes, weights, bias }: Logistic, { at, of }: Sparse): Float32Array {
  const scores = Float32Array.from(bias);
  for (let i = 0; i < at.length; i++) {
    const from = (at[i] ?? 0) * classes;
    const value = (of[i] ?? 0) * stretch;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[from + c] as number) * value;
  }
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const share = Math.exp((scores[c] ?? 0) - highest);
    scores[c] = share;
    sum += share;
  }
  return scores.map((share) => share / sum);
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle<T>(items: T[], next: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
}
