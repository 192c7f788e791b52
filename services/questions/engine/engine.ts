import { openLessons } from './lessons.ts';
import { type Learning, startThread, type Thread } from './thread.ts';
import type { Understanding } from './understanding.ts';

export type Engine = Understanding & {
  /** Resolves when questions can be understood, be it by words alone while meanings are still being learnt. */
  ready(): Promise<unknown>;
  /** Resolves when all is learnt, or read from the cache, with what it is learnt by. */
  learnt(): Promise<Learning>;
  /** Ends the threads, and what is being learnt; what is still waiting is refused. */
  stop(): Promise<void>;
};
/** Without the encoder, words decide alone. Without the cache all is learnt anew, from texts as they were encoded before. */
export type EngineOptions = { encoder: boolean; cached?: boolean };

/** Threads that understand questions: which one to ask now, and what the last one goes by. */
type Running = { usable: Promise<unknown>; learnt: Promise<Learning>; now(): Thread; stop(): Promise<void> };

/**
 * Starts what understands questions, in a thread of its own. Where meanings must be learnt first, which takes minutes,
 * words decide meanwhile. When the thread has died, the next question starts it again.
 */
export function startEngine(options: EngineOptions): Engine {
  let started: Running | undefined = start(options, onEnd);

  function onEnd(running: Running): void {
    if (started === running) started = undefined;
  }
  function running(): Running {
    started ??= start(options, onEnd);
    return started;
  }
  async function asked<Found>(ask: (thread: Thread) => Promise<Found>): Promise<Found> {
    const { usable, now } = running();
    await usable;
    const thread = now();
    return ask(thread).catch((error: unknown) => {
      if (now() === thread) throw error;
      return ask(now());
    });
  }
  return {
    classify: (texts) => asked((thread) => thread.classify(texts)),
    likelihoods: (texts) => asked((thread) => thread.likelihoods(texts)),
    ready: () => running().usable,
    learnt: () => running().learnt,
    stop: async () => started?.stop(),
  };
}

function start({ encoder, cached = true }: EngineOptions, onEnd: (running: Running) => void): Running {
  const lessons = openLessons({ cached });
  const threads = new Set<Thread>();
  let current: Thread | undefined;
  let stopped = false;

  /** The thread that goes by this, in the place of the one before. */
  async function open(by: Learning): Promise<Thread> {
    const [questions, eligibility] = await Promise.all([lessons.learnt(by), lessons.learnt('eligibility')]);
    if (stopped) throw new Error('What understands questions was stopped');
    const thread = startThread({ files: { questions, eligibility }, encoder: by === 'meanings' });
    threads.add(thread);
    await thread.ready;
    const before = current;
    current = thread;
    void before?.stop();
    void thread.ended.then(() => current === thread && onEnd(running));
    return thread;
  }
  async function openFirst(): Promise<Learning> {
    const by = encoder && (await lessons.isKnown('meanings')) ? 'meanings' : 'words';
    await open(by);
    return by;
  }
  async function openBest(by: Learning): Promise<Learning> {
    if (encoder && by === 'words') await open('meanings').catch(() => undefined);
    return now().ready;
  }
  function now(): Thread {
    if (!current) throw new Error('No thread understands questions yet');
    return current;
  }
  // A damaged file was taken away the first time.
  const usable = openFirst().catch(openFirst);
  const learnt = usable.then(openBest);
  const running: Running = {
    usable,
    learnt,
    now,
    async stop() {
      stopped = true;
      await lessons.stop();
      await Promise.all([...threads].map((thread) => thread.stop()));
    },
  };
  usable.catch(() => onEnd(running));
  learnt.catch(() => undefined);
  return running;
}
