import { readdir, readFile } from 'node:fs/promises';
import { learntOnce } from '../../questions/engine/cache.ts';
import { criterionIds } from '../criteria.ts';
import { prepared } from './prepared.ts';
import { type Example, type Likelihood, learn, readerFrom, type Stance } from './reading.ts';

/** Tells what texts most likely ask and say of eligibility: texts as `prepared` makes them. */
export type Reader = { likelihoods(texts: string[]): Promise<Likelihood[]> };

const examplesFile = new URL('examples.json', import.meta.url);
/** The day the examples were written on: "since September 2025" was too short then. */
export const writtenOn = '2026-11-26';

/**
 * A reader from all examples, beside texts that ask something else: from what was learnt before where nothing has changed
 * since, or learnt now, in seconds.
 */
export async function learntReader(others: string[], { cached }: { cached: boolean }): Promise<Reader> {
  const json = await readFile(examplesFile, 'utf8');
  const learnNow = () => learn([...told(json), ...others.map(asksElse)]);
  const read = readerFrom(cached ? await learntOnce([await howTextsAreRead(), json, others], learnNow) : learnNow());
  return { likelihoods: async (texts) => texts.map(read) };
}

/** All that preparing a text and learning from it depend on. */
async function howTextsAreRead(): Promise<string[]> {
  const folders = ['../', './', '../../questions/engine/'].map((folder) => new URL(folder, import.meta.url));
  const sources = await Promise.all(folders.map(sourcesIn));
  return sources.flat();
}

async function sourcesIn(folder: URL): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted();
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
}

const asksElse = (text: string): Example => ({ text: prepared(text, writtenOn), asked: false, says: {} });

const stanceOf: Record<string, Stance> = { y: 'yes', n: 'no', o: 'open' };

/** The texts of `examples.json`, each with a letter for every criterion in order: yes, no, open; `.` where nobody noted it or careful readers differ. */
const told = (json: string): Example[] =>
  (JSON.parse(json) as [text: string, letters: string][]).map(([text, letters]) => ({
    text: prepared(text, writtenOn),
    asked: true,
    says: Object.fromEntries(criterionIds.map((criterion, at) => [criterion, stanceOf[letters[at] ?? '']])),
  }));
