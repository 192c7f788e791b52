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
  const room = { error: new Float32Array(classes), mistaken: new Int32Array(classes) };
  for (let step = 0; step < steps; step++) {
    if (step % vectors.length === 0) shuffle(order, next);
    const index = order[step % vectors.length] ?? 0;
    const vector = vectors[index];
    if (vector) learn(model, vector, targets[index] ?? 0, firstStep * (1 - step / steps), room);
  }
  return model;
}

/** What every step needs room for, made once: a first start waits for millions of steps. */
type Room = { error: Float32Array; mistaken: Int32Array };

function learn(model: Logistic, vector: Sparse, target: number, rate: number, { error, mistaken }: Room): void {
  const { classes, weights, bias } = model;
  const { at, of } = vector;
  write(error, model, vector);
  error[target] = (error[target] ?? 0) - 1;
  let many = 0;
  for (let c = 0; c < classes; c++) if (Math.abs(error[c] as number) > negligible) mistaken[many++] = c;
  for (let i = 0; i < at.length; i++) {
    const from = (at[i] as number) * classes;
    const step = (of[i] as number) * rate * stretch;
    for (let m = 0; m < many; m++) {
      const c = mistaken[m] as number;
      weights[from + c] = (weights[from + c] as number) - step * (error[c] as number);
    }
  }
  for (let c = 0; c < classes; c++) bias[c] = (bias[c] as number) - rate * 0.1 * (error[c] as number);
}

/** How likely each class is; together 1. */
export function probabilities(model: Logistic, vector: Sparse): Float32Array {
  const shares = new Float32Array(model.classes);
  write(shares, model, vector);
  return shares;
}

/** The same, written where there is room for it. */
function write(shares: Float32Array, { classes, weights, bias }: Logistic, { at, of }: Sparse): void {
  shares.set(bias);
  for (let i = 0; i < at.length; i++) {
    const from = (at[i] as number) * classes;
    const value = (of[i] as number) * stretch;
    for (let c = 0; c < classes; c++) shares[c] = (shares[c] as number) + (weights[from + c] as number) * value;
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c++) highest = Math.max(highest, shares[c] as number);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const share = Math.exp((shares[c] as number) - highest);
    shares[c] = share;
    sum += share;
  }
  for (let c = 0; c < classes; c++) shares[c] = (shares[c] as number) / sum;
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
