import type { Reader } from '../../eligibility/learnt/reader.ts';
import type { Classifier } from './model.ts';
import { type Learning, startThread, type Thread } from './thread.ts';

/** What questions are understood by: what they ask, and what they say of eligibility. */
export type Understanding = Classifier & Reader;

export type Engine = Understanding & {
  /** Resolves when questions can be understood, be it by words alone while meanings are still being learnt. */
  ready(): Promise<unknown>;
  /** Resolves when all is learnt, or read from the cache, with what it is learnt by. */
  learnt(): Promise<Learning>;
  /** Ends the threads; what is still waiting is refused. */
  stop(): Promise<void>;
};
/** Without the encoder, words decide alone. Without the cache all is learnt anew, from texts as they were encoded before. */
export type EngineOptions = { encoder: boolean; cached?: boolean };

/** How long to wait for the encoder before words, which are learnt in seconds, take its place meanwhile. In milliseconds. */
const patience = 2000;

type Threads = { main: Thread; words: Thread | undefined; usable: Promise<unknown>; giveUp(): void };

/**
 * Starts what understands questions, in threads of its own. While meanings take long to learn, words decide. When the
 * thread has died, the next question starts it again.
 */
export function startEngine({ encoder, cached = true }: EngineOptions): Engine {
  let threads: Threads | undefined = start();

  function start(): Threads {
    const main = startThread({ encoder, cached });
    const late = encoder ? after(patience) : undefined;
    const started: Threads = { main, words: undefined, usable: main.ready, giveUp: () => late?.cancel() };
    const words = late?.promise.then(() => {
      started.words = startThread({ encoder: false, cached });
      return started.words.ready;
    });
    if (words) started.usable = Promise.any([main.ready, words]);
    started.usable.catch(() => undefined);
    main.ready.then(() => withoutWords(started)).catch(() => undefined);
    void main.ended.then(() => {
      withoutWords(started);
      if (threads === started) threads = undefined;
    });
    return started;
  }
  function running(): Threads {
    threads ??= start();
    return threads;
  }
  async function asked<Found>(ask: (thread: Thread) => Promise<Found>): Promise<Found> {
    const now = running();
    await now.usable;
    if (!now.words) return ask(now.main);
    return ask(now.words).catch(() => ask(now.main));
  }
  return {
    classify: (texts) => asked((thread) => thread.classify(texts)),
    likelihoods: (texts) => asked((thread) => thread.likelihoods(texts)),
    ready: () => running().usable,
    learnt: () => running().main.ready,
    async stop() {
      if (threads) withoutWords(threads);
      await threads?.main.stop();
    },
  };
}

function withoutWords(threads: Threads): void {
  threads.giveUp();
  void threads.words?.stop();
  threads.words = undefined;
}

function after(milliseconds: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  return { promise, cancel: () => clearTimeout(timer) };
}
