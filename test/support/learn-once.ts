import { engine } from './engine.ts';

/** Before any test: questions are learnt once and kept, so that no test waits for it. */
export default async function learnOnce(): Promise<void> {
  await engine.classify(['']);
  await engine.likelihoods(['']);
}
