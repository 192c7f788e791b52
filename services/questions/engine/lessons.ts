import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cachedAt, canKeep, forgetOthers, type Lesson } from './cache.ts';
import { isWhole } from './numbers-file.ts';

const learner = fileURLToPath(new URL('learner.ts', import.meta.url));
const run = promisify(execFile);

export type Lessons = {
  /** Whether a lesson need not be learnt any more. */
  isKnown(lesson: Lesson): Promise<boolean>;
  /** The file of a lesson, which is learnt now where it is not known, in a process of its own. */
  learnt(lesson: Lesson): Promise<string>;
  /** Ends what is being learnt, which then rejects, and takes away what is not to be kept. */
  stop(): Promise<void>;
};

/** What is to be learnt, and learnt once where `cached`. Where nothing can be kept, it is learnt for this time only. */
export function openLessons({ cached }: { cached: boolean }): Lessons {
  const stopping = new AbortController();
  const places = new Map<Lesson, Promise<string>>();
  const passing: string[] = [];

  /** Found once: it takes reading all that the lesson is learnt from. */
  function placeOf(lesson: Lesson): Promise<string> {
    const place = places.get(lesson) ?? findPlace(lesson);
    places.set(lesson, place);
    return place;
  }
  async function findPlace(lesson: Lesson): Promise<string> {
    const kept = cached ? await cachedAt(lesson) : undefined;
    if (kept && ((await isWhole(kept)) || (await canKeep()))) return kept;
    const file = path.join(os.tmpdir(), `${lesson}-${randomUUID()}.model`);
    passing.push(file);
    return file;
  }
  return {
    isKnown: async (lesson) => isWhole(await placeOf(lesson)),
    async learnt(lesson) {
      const file = await placeOf(lesson);
      if (await isWhole(file)) return file;
      await run(process.execPath, [learner, lesson, file], { signal: stopping.signal });
      if (!passing.includes(file)) await forgetOthers(lesson, file).catch(() => undefined);
      return file;
    },
    async stop() {
      stopping.abort();
      await Promise.all(passing.map((file) => rm(file, { force: true })));
    },
  };
}
