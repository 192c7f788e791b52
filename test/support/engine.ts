import { learntReader, type Reader } from '../../services/eligibility/learnt/reader.ts';
import { learntOnce } from '../../services/questions/engine/cache.ts';
import type { Engine } from '../../services/questions/engine/engine.ts';
import { type Classifier, classifierFrom, learn } from '../../services/questions/engine/model.ts';
import { examples, othersThanEligibility } from '../../services/questions/engine/training.ts';
import { termsOf } from '../../services/questions/terms.ts';

let made: Promise<Classifier> | undefined;
let reader: Promise<Reader> | undefined;

/** What words teach, learnt once for all test files. */
async function byWords(): Promise<Classifier> {
  const all = examples();
  return classifierFrom(await learntOnce([false, all], () => learn(all, termsOf, undefined)), termsOf, undefined);
}

/** Understands questions by words alone, without a thread: made when a test first asks one, for all bots of its file. */
export const engine: Engine = {
  async classify(texts) {
    made ??= byWords();
    return (await made).classify(texts);
  },
  async likelihoods(texts) {
    reader ??= learntReader(othersThanEligibility(examples()), { cached: true });
    return (await reader).likelihoods(texts);
  },
  ready: async () => {},
  learnt: async () => 'words',
  stop: async () => {},
};
