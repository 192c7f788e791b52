import type { Engine } from '../../services/questions/engine/engine.ts';
import { openLessons } from '../../services/questions/engine/lessons.ts';
import { type Understanding, understandingFrom } from '../../services/questions/engine/understanding.ts';

let understood: Promise<Understanding> | undefined;

/** Questions are understood by what is learnt once and kept for all test files. */
async function byWords(): Promise<Understanding> {
  const { learnt } = openLessons({ cached: true });
  const [questions, eligibility] = await Promise.all([learnt('words'), learnt('eligibility')]);
  return understandingFrom({ questions, eligibility }, undefined);
}

function understanding(): Promise<Understanding> {
  understood ??= byWords();
  return understood;
}

/** Understands questions by words alone, without a thread: made when a test first asks one, for all bots of its file. */
export const engine: Engine = {
  classify: async (texts) => (await understanding()).classify(texts),
  likelihoods: async (texts) => (await understanding()).likelihoods(texts),
  ready: async () => {},
  learnt: async () => 'words',
  stop: async () => {},
};
