import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { loadEncoder } from './encoder.ts';
import type { Asking, Wanted } from './thread.ts';
import { understandingFrom } from './understanding.ts';

/** Understands questions in a thread of its own, so that reading and encoding hold up nobody's turn. */
const { files, encoder: wanted } = workerData as Wanted;
const encoder = wanted ? await loadEncoder() : undefined;
const { classify, likelihoods } = await understandingFrom(files, encoder);

parentPort?.on('message', async ({ id, how, texts }: Asking) => {
  try {
    const found = how === 'classify' ? await classify(texts) : await likelihoods(texts);
    parentPort?.postMessage({ id, found });
  } catch (error) {
    parentPort?.postMessage({ id, failed: String(error) });
  }
});
// The first texts take ten times as long as any later, one by one and together: these are nobody's.
const first = ['Is it on?', 'how long does all of it take', 'who is it for', 'when', 'and my school?', 'what do I do'];
await encoder?.embed(first.slice(0, 1));
await encoder?.embed(first);
await classify(first);
await likelihoods(first);
parentPort?.postMessage({ learnt: encoder ? 'meanings' : 'words' });
flushCompileCache();
