import { learn as learnToRead } from '../../eligibility/learnt/learn.ts';
import { termsOf } from '../terms.ts';
import { type Lesson, remembering } from './cache.ts';
import { loadEncoder } from './encoder.ts';
import { learn } from './model.ts';
import { writeNumbers } from './numbers-file.ts';
import { examples, othersThanEligibility } from './training.ts';

/**
 * `learner.ts LESSON FILE`: learns in a process of its own, whose memory goes with it, and writes what it learnt. It ends
 * early when whoever started it does.
 */
process.stdin.once('end', () => process.exit(1)).resume();

const lessons: Record<Lesson, () => Promise<object>> = {
  words: () => learn(examples(), termsOf, undefined),
  async meanings() {
    const encoder = await loadEncoder();
    if (!encoder) throw new Error('There is no encoder');
    return learn(examples(), termsOf, remembering(encoder));
  },
  eligibility: () => learnToRead(othersThanEligibility(examples())),
};

const [lesson, file] = process.argv.slice(2) as [Lesson, string];
await writeNumbers(file, await lessons[lesson]());
process.stdin.destroy();
