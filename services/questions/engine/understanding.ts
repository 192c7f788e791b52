import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Reader, readerFrom, type Learnt as ToldLearnt } from '../../eligibility/learnt/reader.ts';
import { termsOf } from '../terms.ts';
import type { Encoder } from './encoder.ts';
import { type Classifier, classifierFrom, type Learnt } from './model.ts';
import { readNumbers } from './numbers-file.ts';

/** What questions are understood by: what they ask, and what they say of eligibility. */
export type Understanding = Classifier & Reader;

/** The files of what was learnt: of what questions ask, and of what they say of eligibility. */
export type LearntFiles = { questions: string; eligibility: string };

/** Understands questions by what was learnt and, where there is one, an encoder. Rejects when a file is damaged. */
export async function understandingFrom(files: LearntFiles, encoder: Encoder | undefined): Promise<Understanding> {
  const questions = await opened<Learnt>(files.questions);
  const eligibility = await opened<ToldLearnt>(files.eligibility);
  return { ...classifierFrom(questions, termsOf, encoder), ...readerFrom(eligibility) };
}

/** What a file holds. A damaged one is taken away, so that its lesson is learnt again. */
async function opened<What extends object>(file: string): Promise<What> {
  const learnt = await readNumbers<What>(file);
  if (learnt) return learnt;
  await rm(file, { force: true });
  throw new Error(`What was learnt of questions is damaged, and is learnt again: ${path.basename(file)}`);
}
