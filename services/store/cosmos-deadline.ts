import { setTimeout as pause } from 'node:timers/promises';
import { answerOf, failureFor, pauseAfter } from './cosmos-answer.ts';
import { StoreUnavailable } from './store.ts';

/** Until when a call may go on. The signal stops it; `endsAt` is on the scale of `performance.now()`. */
export type Deadline = { signal: AbortSignal; endsAt: number };

/**
 * Gives `work` so many milliseconds. After that the call is `StoreUnavailable`, whatever `work` is still waiting for:
 * the SDK alone would wait for minutes for a server that accepts connections and never answers.
 */
export async function within<T>(ms: number, work: (deadline: Deadline) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort.abort();
      reject(new StoreUnavailable(`Cosmos DB did not answer within ${ms} ms`));
    }, ms);
  });
  try {
    return await Promise.race([work({ signal: abort.signal, endsAt: performance.now() + ms }), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Makes one request, and makes it again after the pause that Cosmos DB asks for, while the deadline allows. Any other
 * failure is `StoreUnavailable`, except a request that Cosmos DB does not understand: that is a mistake of the program.
 */
export async function request<T>({ endsAt, signal }: Deadline, send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const answer = answerOf(error);
      const wait = pauseAfter(answer);
      if (wait === undefined || performance.now() + wait > endsAt) throw failureFor(answer, error);
      await pause(wait, undefined, { signal });
    }
  }
}
