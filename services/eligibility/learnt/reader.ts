import { readdir, readFile } from 'node:fs/promises';
import { learntOnce } from '../../questions/engine/cache.ts';
import { type Likelihood, learn, readerFrom } from './reading.ts';

/** Tells what texts most likely ask and say of eligibility: texts as `prepared` makes them. */
export type Reader = { likelihoods(texts: string[]): Promise<Likelihood[]> };

const examplesFile = new URL('examples.json', import.meta.url);

/**
 * A reader from all examples, beside texts that ask something else: from what was learnt before where nothing has changed
 * since, or learnt now, in seconds.
 */
export async function learntReader(others: string[], { cached }: { cached: boolean }): Promise<Reader> {
  const json = await readFile(examplesFile, 'utf8');
  const learnNow = async () => {
    // What prepares texts is loaded only then: a thread that reads from the cache does without.
    const { asksElse, told } = await import('./examples.ts');
    return learn([...told(json), ...others.map(asksElse)]);
  };
  const read = readerFrom(
    cached ? await learntOnce([await howTextsAreRead(), json, others], learnNow) : await learnNow(),
  );
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
