import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadEncoder } from '../../services/questions/engine/encoder.ts';
import { plainTerms } from '../../services/questions/engine/features.ts';
import { learnFrom, looker } from '../../services/questions/engine/model.ts';
import { casesOf, gateFrom } from './left-out.ts';
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
  const cases = casesOf(train, plainTerms, encoded);
  const seen = encoded ? cases.byMeaning : cases.byWords;
  const { sure } = gateFrom(seen);
  const known = seen.filter(({ group }) => group === 'known').map(sure);
  const threshold = known.sort((a, b) => a - b)[Math.floor((1 - accepted) * known.length)] ?? 0;
  const learnt = learnFrom(train, plainTerms, encoded);
  const look = looker(learnt, plainTerms);
  const times: number[] = [];
  const found = [];
  for (const { text, label } of test) {
    const start = performance.now();
    const vector = (await encoder?.embed([text]))?.[0];
    const { signals, order } = look(text, vector);
    times.push(performance.now() - start);
    const guess = learnt.labels[order[0] ?? 0] ?? '';
    found.push({ guess, label, sure: sure({ signals, guess, label, group: 'known' }) });
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
