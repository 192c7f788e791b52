import { parentPort, workerData } from 'node:worker_threads';
import { termsOf } from '../terms.ts';
import { learntOnce } from './cache.ts';
import { loadEncoder } from './encoder.ts';
import { classifierFrom, learn } from './model.ts';
import { examples } from './training.ts';

/** Understands questions in a thread of its own, so that learning and encoding hold up nobody's turn. */
const encoder = workerData.encoder ? await loadEncoder() : undefined;
const all = examples();
const learnt = await learntOnce(all, encoder !== undefined, () => learn(all, termsOf, encoder));
const classifier = classifierFrom(learnt, termsOf, encoder);

parentPort?.on('message', async ({ id, text }: { id: number; text: string }) => {
  try {
    parentPort?.postMessage({ id, classified: await classifier.classify(text) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: String(error) });
  }
});
