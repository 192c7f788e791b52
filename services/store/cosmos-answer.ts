import { isNativeError } from 'node:util/types';
import { z } from 'zod';
import { StoreUnavailable } from './store.ts';

/** Why a request came to nothing: the HTTP status, or in words what the network or the sign-in did. */
export type Answer = { status: number | string; substatus: number; retryAfterMs: number | undefined };

/** The error for an answer that the SDK did not throw, in the shape of those that it does. */
export function refusal(status: number, { substatus, retryAfterMs }: { substatus?: number; retryAfterMs?: number }) {
  return Object.assign(new Error(`status ${status}`), { code: status, substatus, retryAfterInMs: retryAfterMs });
}

const thrown = z.object({
  code: z.union([z.number(), z.string()]),
  substatus: z.number().optional(),
  retryAfterInMs: z.number().optional(),
});

/** What the SDK threw, in short. It hides an answer to a batch in the `cause`. */
export function answerOf(error: unknown): Answer {
  const read = thrown.safeParse(error);
  if (read.success) {
    const { code, substatus = 0, retryAfterInMs } = read.data;
    return { status: code, substatus, retryAfterMs: retryAfterInMs };
  }
  if (isNativeError(error) && error.cause !== undefined) return answerOf(error.cause);
  return { status: isNativeError(error) ? error.message : 'unknown', substatus: 0, retryAfterMs: undefined };
}

/** A session that this replica of Cosmos DB has not caught up with: the record may well exist. */
const notYetThere = 1002;
const usualPauseMs = 100;

/** Milliseconds to wait before asking the same again, or undefined when that would not help. */
export function pauseAfter({ status, substatus, retryAfterMs }: Answer): number | undefined {
  const busy = status === 429 || status === 449;
  if (!busy && !(status === 404 && substatus === notYetThere)) return undefined;
  const pause = retryAfterMs ?? usualPauseMs;
  return pause + Math.random() * Math.min(pause, usualPauseMs);
}

const reasons: Record<string, string> = {
  400: 'does not understand the request',
  401: 'does not accept the key',
  403: 'forbids it: a missing role, a firewall, a read-only key or a full partition',
  404: 'has no such database or container',
  429: 'has more requests than it is paid for',
};

/** The error for an answer that waiting does not cure. A request that is wrong in itself is no `StoreUnavailable`. */
export function failureFor({ status, substatus }: Answer, cause: unknown): Error {
  const reason = `Cosmos DB ${reasons[status] ?? 'failed'} (${status}${substatus ? `/${substatus}` : ''})`;
  return status === 400 ? new Error(reason, { cause }) : new StoreUnavailable(reason, { cause });
}
