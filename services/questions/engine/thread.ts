import { Worker } from 'node:worker_threads';
import type { LearntFiles, Understanding } from './understanding.ts';

/** What is gone by: words and meanings, or words alone, where there is no encoder or it cannot be had. */
export type Learning = 'meanings' | 'words';
/** What the thread is asked, and what waits for its answer. */
export type Asking = { id: number; how: 'classify' | 'likelihoods'; texts: string[] };
type Waiting = { resolve(found: never): void; reject(error: Error): void };
/** A thread that understands questions, once it is ready; what is asked before waits. It ends by failing or by `stop`. */
export type Thread = Understanding & {
  ready: Promise<Learning>;
  ended: Promise<Error>;
  stop(): Promise<unknown>;
};

/**
 * In MB. Objects are short-lived here, and many: left to itself the heap grows to twice what it holds, which is 35 MB, and
 * no question is answered sooner.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 };

export type Wanted = { files: LearntFiles; encoder: boolean };

/** Starts a thread. It keeps the process from ending only while somebody waits for it. */
export function startThread(wanted: Wanted): Thread {
  const waiting = new Map<number, Waiting>();
  const url = new URL('worker.ts', import.meta.url);
  const worker = new Worker(url, { workerData: wanted, execArgv: [], resourceLimits });
  let last = 0;
  const ended = new Promise<Error>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', () => resolve(new Error('The thread that understands questions has ended')));
  });
  const ready = new Promise<Learning>((resolve, reject) => {
    worker.once('message', ({ learnt }: { learnt: Learning }) => resolve(learnt));
    void ended.then(reject);
  });
  ready.catch(() => undefined);
  void ended.then((error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  worker.on('message', (answer: { id?: number; found: never; failed?: string }) => {
    const asked = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (answer.id !== undefined) waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if (answer.failed) asked?.reject(new Error(answer.failed));
    else asked?.resolve(answer.found);
  });
  function ask<Found>(how: Asking['how'], texts: string[]): Promise<Found> {
    return new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, how, texts } satisfies Asking);
    });
  }
  return {
    ready,
    ended,
    classify: (texts) => ask('classify', texts),
    likelihoods: (texts) => ask('likelihoods', texts),
    stop: () => worker.terminate(),
  };
}
