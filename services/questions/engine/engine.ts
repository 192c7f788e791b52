import { Worker } from 'node:worker_threads';
import type { Classified, Classifier } from './model.ts';

export type Engine = Classifier & {
  /** Resolves when questions can be understood: learnt, or read from the cache. Rejects when the thread cannot start. */
  ready(): Promise<void>;
  /** Ends the thread; what is still waiting is refused. */
  stop(): Promise<void>;
};
/** Without the encoder, words decide alone. Without the cache all is learnt anew, and nothing is kept. */
export type EngineOptions = { encoder: boolean; cached?: boolean };

type Waiting = { resolve(classified: Classified): void; reject(error: Error): void };
type Running = { worker: Worker; ready: Promise<void> };

/** Starts the thread that understands questions. What is asked before it is ready waits; when it dies it is started again. */
export function startEngine({ encoder, cached = true }: EngineOptions): Engine {
  const waiting = new Map<number, Waiting>();
  let running: Running | undefined = start();
  let last = 0;

  function start(): Running {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      workerData: { encoder, cached },
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    const ready = new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread that understands questions ended')));
    });
    ready.catch(() => undefined);
    worker.on('message', settle);
    worker.on('error', ended);
    worker.on('exit', () => ended(new Error('the thread that understands questions ended')));
    worker.unref();
    return { worker, ready };
  }
  function settle({ id, classified, failed }: { id?: number; classified: Classified; failed?: string }): void {
    if (id === undefined) return;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) running?.worker.unref();
    if (failed) asked?.reject(new Error(failed));
    else asked?.resolve(classified);
  }
  function ended(error: Error): void {
    running = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }
  return {
    classify: (text) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        running ??= start();
        running.worker.ref();
        running.worker.postMessage({ id, text });
      }),
    ready() {
      running ??= start();
      const { worker, ready } = running;
      worker.ref();
      return ready.finally(() => waiting.size === 0 && worker.unref());
    },
    async stop() {
      await running?.worker.terminate();
    },
  };
}
