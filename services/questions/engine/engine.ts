import { Worker } from 'node:worker_threads';
import type { Classified, Classifier } from './model.ts';

type Waiting = { resolve(classified: Classified): void; reject(error: Error): void };

/** Starts the thread that understands questions. What is asked before it is ready waits; when it dies it is started again. */
export function startEngine({ encoder }: { encoder: boolean }): Classifier {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(new URL('worker.ts', import.meta.url), { workerData: { encoder }, execArgv: [] });
    started.on('message', ({ id, classified, failed }) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
      if (failed) asked?.reject(new Error(failed));
      else asked?.resolve(classified);
    });
    started.on('error', stopped);
    started.on('exit', () => stopped(new Error('the thread ended')));
    started.unref();
    return started;
  }
  function stopped(error: Error): void {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }
  return {
    classify: (text) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker ??= start();
        worker.ref();
        worker.postMessage({ id, text });
      }),
  };
}
