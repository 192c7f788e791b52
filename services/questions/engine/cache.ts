import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Example, Learnt } from './model.ts';

/** Raised when what is learnt from the same examples changes. */
const version = 2;

/** Where models are kept: beside the other caches of the installed packages, and made again when lost. */
const folder = path.resolve('node_modules/.cache/specialist-bot');

/** What was learnt from exactly these examples before, or is learnt now and kept. A cache that fails is done without. */
export async function learntOnce(examples: Example[], encoded: boolean, learn: () => Promise<Learnt>): Promise<Learnt> {
  const hash = createHash('sha256').update(JSON.stringify([version, process.version, encoded, examples]));
  const file = path.join(folder, `${hash.digest('base64url')}.model`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return deserialize(kept) as Learnt;
  const learnt = await learn();
  await keep(file, learnt).catch(() => undefined);
  return learnt;
}

async function keep(file: string, learnt: Learnt): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, serialize(learnt));
  await rename(unfinished, file);
}
