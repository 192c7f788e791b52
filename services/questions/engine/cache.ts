import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Encoder } from './encoder.ts';

/** Raised when what is learnt from the same changes. */
const version = 10;

/** Where models are kept: beside the other caches of the installed packages, and made again when lost. */
const folder = path.resolve('node_modules/.cache/specialist-bot');

/** What was learnt from exactly this before, or is learnt now and kept. A cache that fails is done without. */
export async function learntOnce<Learnt>(from: unknown, learn: () => Learnt | Promise<Learnt>): Promise<Learnt> {
  const hash = createHash('sha256').update(JSON.stringify([version, process.version, from]));
  const file = path.join(folder, `${hash.digest('base64url')}.model`);
  const kept = await readFile(file).catch(() => undefined);
  const known = kept && readable<Learnt>(kept);
  if (known) return known;
  const learnt = await learn();
  await keep(file, learnt).catch(() => undefined);
  return learnt;
}

/** What a file holds; undefined when it is damaged. */
function readable<Kept>(file: Buffer): Kept | undefined {
  try {
    return deserialize(file) as Kept;
  } catch {
    return undefined;
  }
}

/** Which encoder made what is kept of texts: another makes other numbers. */
const encodings = path.join(folder, 'energetic-0.2.0.encodings');

/** An encoder that encodes only what it has not encoded before; it keeps what it was asked for last. */
export const remembering = (encoder: Encoder): Encoder => ({
  async embed(texts) {
    const kept = await readFile(encodings).catch(() => undefined);
    const known = (kept && readable<Map<string, Float32Array>>(kept)) ?? new Map<string, Float32Array>();
    const fresh = [...new Set(texts)].filter((text) => !known.has(text));
    for (const [index, vector] of (await encoder.embed(fresh)).entries()) known.set(fresh[index] ?? '', vector);
    const asked = new Map(texts.flatMap((text) => pairOf(text, known.get(text))));
    if (fresh.length > 0) await keep(encodings, asked).catch(() => undefined);
    return texts.flatMap((text) => asked.get(text) ?? []);
  },
});

const pairOf = (text: string, vector: Float32Array | undefined): [string, Float32Array][] =>
  vector ? [[text, vector]] : [];

/** Written aside first, so that nobody reads half of it. */
async function keep(file: string, what: unknown): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, serialize(what));
  await rename(unfinished, file);
}
