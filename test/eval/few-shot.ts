import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadEncoder } from '../../services/questions/engine/encoder.ts';
import { plainTerms } from '../../services/questions/engine/features.ts';
import { classifierFrom, type Example, learnFrom, looker, sureness } from '../../services/questions/engine/model.ts';

const examples = z.array(z.object({ text: z.string(), label: z.string() }));
const outOfScope = 'oos';
const folds = 20;
/** The share of in-scope texts that the threshold lets through. */
const accepted = 0.95;

/** `npm run eval -- --train FILE --test FILE`: the classifier on anybody's labelled texts, `oos` in the test being none. */
export async function fewShot(trainFile: string, testFile: string): Promise<void> {
  const read = (file: string) => examples.parse(JSON.parse(readFileSync(file, 'utf8')));
  const [train, test] = [read(trainFile), read(testFile)];
  const encoder = await loadEncoder();
  const encoded = await encoder?.embed(train.map(({ text }) => text));
  const threshold = thresholdOf(train, encoded);
  const classifier = classifierFrom(learnFrom(train, plainTerms, encoded), plainTerms, encoder);
  const times: number[] = [];
  const found = [];
  for (const { text, label } of test) {
    const start = performance.now();
    const { label: guess, sure } = await classifier.classify(text);
    times.push(performance.now() - start);
    found.push({ label, guess, sure });
  }
  const inScope = found.filter(({ label }) => label !== outOfScope);
  const outside = found.filter(({ label }) => label === outOfScope);
  const share = (part: unknown[], all: unknown[]) => `${((100 * part.length) / Math.max(1, all.length)).toFixed(1)} %`;
  const right = inScope.filter(({ label, guess }) => label === guess);
  times.sort((a, b) => a - b);
  const at = (quantile: number) => `${(times[Math.floor(quantile * times.length)] ?? 0).toFixed(1)} ms`;
  console.log(`encoder ${encoder ? 'on' : 'off'}; ${train.length} examples, ${test.length} tests`);
  console.log(`in-scope accuracy        ${share(right, inScope)}`);
  console.log(
    `out-of-scope recall      ${share(
      outside.filter(({ sure }) => sure < threshold),
      outside,
    )} at 95 % acceptance by cross-validation`,
  );
  console.log(
    `in-scope accepted        ${share(
      inScope.filter(({ sure }) => sure >= threshold),
      inScope,
    )}`,
  );
  console.log(`per query                p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`);
  console.log(`peak RSS                 ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

/** How sure one must be for 95 % of the examples, each judged by what was learnt without it. */
function thresholdOf(train: Example[], encoded: Float32Array[] | undefined): number {
  const scores: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const kept = train.map((_, index) => index).filter((index) => index % folds !== fold);
    const some = <T>(all: T[]) => kept.flatMap((index) => all[index] ?? []);
    const look = looker(learnFrom(some(train), plainTerms, encoded && some(encoded)), plainTerms);
    for (let index = fold; index < train.length; index += folds) {
      const { signals } = look(train[index]?.text ?? '', encoded?.[index]);
      scores.push(sureness(signals, encoded !== undefined));
    }
  }
  return scores.sort((a, b) => a - b)[Math.floor((1 - accepted) * scores.length)] ?? 0;
}
