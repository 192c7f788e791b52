import { learntOnce } from '../../services/questions/engine/cache.ts';
import type { Engine } from '../../services/questions/engine/engine.ts';
import { type Classifier, classifierFrom, learn } from '../../services/questions/engine/model.ts';
import { examples } from '../../services/questions/engine/training.ts';
import { termsOf } from '../../services/questions/terms.ts';

let made: Promise<Classifier> | undefined;

/** What words teach, learnt once for all test files. */
export async function byWords(): Promise<Classifier> {
  const all = examples();
  return classifierFrom(await learntOnce(all, false, () => learn(all, termsOf, undefined)), termsOf, undefined);
}

/** Understands questions by words alone, without a thread: made when a test first asks one, for all bots of its file. */
export const engine: Engine = {
  async classify(texts) {
    made ??= byWords();
    return (await made).classify(texts);
  },
  ready: async () => {},
  learnt: async () => 'words',
  stop: async () => {},
};
