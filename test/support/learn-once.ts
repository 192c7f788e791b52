import { byWords } from './engine.ts';

/** Before any test: questions are learnt once and kept, so that no test waits for it. */
export default async function learnOnce(): Promise<void> {
  await byWords();
}
