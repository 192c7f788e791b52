import { createHash } from 'node:crypto';
import { access, constants, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Encoder, encodedSize, inARow } from './encoder.ts';
import { readNumbers, writeNumbers } from './numbers-file.ts';

/** What is learnt: what questions ask, by words alone or by words and meanings; and what they say of eligibility. */
export type Lesson = 'words' | 'meanings' | 'eligibility';

/** Where learnt things are kept: beside the other caches of the installed packages, and made again when lost. */
const folder = path.resolve('node_modules/.cache/specialist-bot');

const questions = ['./', '../terms.ts', '../knowledge.json', '../intents.json', '../out-of-scope.json'];
/** What a lesson is learnt from and by: files, and folders of files. Whatever changes there, it is learnt anew. */
const sources: Record<Lesson, string[]> = {
  words: questions,
  meanings: questions,
  eligibility: [...questions, '../../eligibility/', '../../eligibility/learnt/'],
};

/** Where a lesson is kept that was learnt from what there is now. */
export async function cachedAt(lesson: Lesson): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources[lesson]) for (const file of await filesAt(source)) hash.update(await readFile(file));
  return path.join(folder, `${lesson}-${hash.digest('base64url')}.model`);
}

async function filesAt(source: string): Promise<URL[]> {
  const url = new URL(source, import.meta.url);
  if (!source.endsWith('/')) return [url];
  const entries = await readdir(url, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names.toSorted().map((name) => new URL(name, url));
}

/** Whether anything can be kept. */
export const canKeep = (): Promise<boolean> =>
  mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .then(
      () => true,
      () => false,
    );

/** Forgets what this lesson was before its sources changed. */
export async function forgetOthers(lesson: Lesson, kept: string): Promise<void> {
  const names = await readdir(folder);
  const isOld = (name: string) =>
    name !== path.basename(kept) && name.startsWith(`${lesson}-`) && name.endsWith('.model');
  await Promise.all(names.filter(isOld).map((name) => rm(path.join(folder, name), { force: true })));
}

/** Which encoder made what is kept of texts: another makes other numbers. */
const encodings = path.join(folder, 'energetic-0.2.0.encodings');
type Encodings = { texts: string[]; row: Float32Array };

/** An encoder that encodes only what it has not encoded before; it keeps what it was asked for last. */
export const remembering = (encoder: Encoder): Encoder => ({
  async embed(texts) {
    const { texts: before, row } = (await readNumbers<Encodings>(encodings)) ?? { texts: [], row: new Float32Array() };
    const known = new Map(before.map((text, at) => [text, row.subarray(at * encodedSize, (at + 1) * encodedSize)]));
    const fresh = [...new Set(texts)].filter((text) => !known.has(text));
    for (const [index, vector] of (await encoder.embed(fresh)).entries()) known.set(fresh[index] ?? '', vector);
    const asked = texts.flatMap((text) => known.get(text) ?? []);
    if (fresh.length > 0) await writeNumbers(encodings, { texts, row: inARow(asked) }).catch(() => undefined);
    return asked;
  },
});
