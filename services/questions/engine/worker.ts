import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { learntReader } from '../../eligibility/learnt/reader.ts';
import { termsOf } from '../terms.ts';
import { learntOnce, remembering } from './cache.ts';
import { loadEncoder } from './encoder.ts';
import { classifierFrom, learn } from './model.ts';
import type { Asking, Wanted } from './thread.ts';
import { examples, othersThanEligibility } from './training.ts';

/** Understands questions in a thread of its own, so that learning and encoding hold up nobody's turn. */
const wanted = workerData as Wanted;
const encoder = wanted.encoder ? await loadEncoder() : undefined;
const all = examples();
const learnAnew = () => learn(all, termsOf, encoder && remembering(encoder));
const learnt = wanted.cached ? await learntOnce([encoder !== undefined, all], learnAnew) : await learnAnew();
const classifier = classifierFrom(learnt, termsOf, encoder);
const reader = await learntReader(othersThanEligibility(all), wanted);

parentPort?.on('message', async ({ id, how, texts }: Asking) => {
  try {
    const found = how === 'classify' ? await classifier.classify(texts) : await reader.likelihoods(texts);
    parentPort?.postMessage({ id, found });
  } catch (error) {
    parentPort?.postMessage({ id, failed: String(error) });
  }
});
// The first texts take ten times as long as any later, one by one and together: these are nobody's.
const first = ['Is it on?', 'how long does all of it take', 'who is it for', 'when', 'and my school?', 'what do I do'];
await encoder?.embed(first.slice(0, 1));
await encoder?.embed(first);
await classifier.classify(first);
await reader.likelihoods(first);
parentPort?.postMessage({ learnt: encoder ? 'meanings' : 'words' });
flushCompileCache();
