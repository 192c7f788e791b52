import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { termsOf } from '../terms.ts';
import { learntOnce, remembering } from './cache.ts';
import { loadEncoder } from './encoder.ts';
import { classifierFrom, learn } from './model.ts';
import type { Wanted } from './thread.ts';
import { examples } from './training.ts';

/** Understands questions in a thread of its own, so that learning and encoding hold up nobody's turn. */
const wanted = workerData as Wanted;
const encoder = wanted.encoder ? await loadEncoder() : undefined;
const all = examples();
const learnAnew = () => learn(all, termsOf, encoder && remembering(encoder));
const learnt = wanted.cached ? await learntOnce(all, encoder !== undefined, learnAnew) : await learnAnew();
const classifier = classifierFrom(learnt, termsOf, encoder);

parentPort?.on('message', async ({ id, texts }: { id: number; texts: string[] }) => {
  try {
    parentPort?.postMessage({ id, classified: await classifier.classify(texts) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: String(error) });
  }
});
parentPort?.postMessage({ learnt: encoder ? 'meanings' : 'words' });
flushCompileCache();
