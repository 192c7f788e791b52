import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadEncoder } from '../../services/questions/engine/encoder.ts';
import { plainTerms } from '../../services/questions/engine/features.ts';
import { type Example, type Look, learnFrom, looker } from '../../services/questions/engine/model.ts';
import { peak, share, timesOf } from './report.ts';

const examples = z.array(z.object({ text: z.string(), label: z.string() }));
const outOfScope = 'oos';
/** The share of in-scope texts that the threshold lets through. */
const accepted = 0.95;

/** `npm run eval -- --train FILE --test FILE`: the classifier on anybody's labelled texts, `oos` in the test being none. */
export async function fewShot(trainFile: string, testFile: string): Promise<void> {
  const read = (file: string) => examples.parse(JSON.parse(readFileSync(file, 'utf8')));
  const [train, test] = [read(trainFile), read(testFile)];
  const encoder = await loadEncoder();
  const encoded = await encoder?.embed(train.map(({ text }) => text));
  const threshold = thresholdOf(train, encoded);
  const learnt = learnFrom(train, plainTerms, encoded);
  const look = looker(learnt, plainTerms);
  const times: number[] = [];
  const found = [];
  for (const { text, label } of test) {
    const start = performance.now();
    const vector = (await encoder?.embed([text]))?.[0];
    const seen = look(text, vector);
    times.push(performance.now() - start);
    const guess = learnt.labels[seen.order[0] ?? 0] ?? '';
    found.push({ guess, label, sure: likeness(seen, vector !== undefined) });
  }
  const inScope = found.filter(({ label }) => label !== outOfScope);
  const outside = found.filter(({ label }) => label === outOfScope);
  const shareOf = (part: unknown[], all: unknown[]) => share(part.length, all.length);
  const right = inScope.filter(({ label, guess }) => label === guess);
  const refused = outside.filter(({ sure }) => sure < threshold);
  const through = inScope.filter(({ sure }) => sure >= threshold);
  console.log(`encoder ${encoder ? 'on' : 'off'}; ${train.length} examples, ${test.length} tests`);
  console.log(`in-scope accuracy        ${shareOf(right, inScope)}`);
  console.log(`out-of-scope recall      ${shareOf(refused, outside)} at 95 % acceptance by cross-validation`);
  console.log(`in-scope accepted        ${shareOf(through, inScope)}`);
  console.log(`per query                ${timesOf(times)}`);
  console.log(`peak RSS                 ${peak()}`);
}

/**
 * How alike a text is to what was learnt. A gate fitted on the training examples themselves, or the bot's own, tells
 * fewer out-of-scope texts apart where there are ten examples a label; these weights were fitted on topics left out of
 * sixty others. How likely the likeliest label is says less than how the likelihood is spread over all of them.
 */
function likeness({ signals, shares }: Look, encoded: boolean): number {
  const { probability, words, meaning, known, margin } = signals;
  if (encoded) return 2.6 * words + 1.2 * meaning - 1.8 * entropy(shares);
  return 3.4 * probability + 0.4 * margin + 0.7 * words + 1.6 * known;
}

/** From 0, where one label has all the likelihood, up to the logarithm of how many labels there are. */
const entropy = (shares: Float32Array): number =>
  shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0);

/**
 * How alike a text must be for 95 % of in-scope texts to get through. What is learnt from a part of the examples knows
 * new ones less well than what is learnt from all, and lets more through than asked. That goes roughly by one over how
 * many there are; so from nine tenths and from eight tenths it is carried on to all.
 */
function thresholdOf(train: Example[], encoded: Float32Array[] | undefined): number {
  const nineTenths = thresholdByFolds(train, encoded, 10);
  const eightTenths = thresholdByFolds(train, encoded, 5);
  return nineTenths + 0.8 * (nineTenths - eightTenths);
}

/** The same for what is learnt without one fold: each example is judged by what was learnt without its own. */
function thresholdByFolds(train: Example[], encoded: Float32Array[] | undefined, folds: number): number {
  const foldOf = foldsOf(train, folds);
  const scores: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const some = <T>(all: T[]) => all.filter((_, index) => foldOf[index] !== fold);
    const look = looker(learnFrom(some(train), plainTerms, encoded && some(encoded)), plainTerms);
    for (const [index, { text }] of train.entries())
      if (foldOf[index] === fold) scores.push(likeness(look(text, encoded?.[index]), encoded !== undefined));
  }
  return scores.sort((a, b) => a - b)[Math.floor((1 - accepted) * scores.length)] ?? 0;
}

/** The fold of each example: those of one label are dealt out evenly. */
function foldsOf(train: Example[], folds: number): number[] {
  const dealt = new Map<string, number>();
  return train.map(({ label }) => {
    const place = dealt.get(label) ?? 0;
    dealt.set(label, place + 1);
    return place % folds;
  });
}
