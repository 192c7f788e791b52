import type { Seen } from './requests.ts';

/** What goes wrong, and with which requests; the first `times` that match. */
export type Fault = {
  times: number;
  match?: (seen: Seen) => boolean;
  /** Answers with this status instead of doing anything. */
  status?: number;
  substatus?: number;
  retryAfterMs?: number;
  /** The first operation of a batch fails with this status, inside an answer that is no error. */
  innerStatus?: number;
  /** Drops the connection before or after the request was carried out. */
  destroy?: 'before' | 'after';
  /** Takes the request and never answers. */
  silent?: boolean;
};

/** The faults still to come, in the order in which they were injected. */
export function faultsToCome() {
  const waiting: Fault[] = [];
  return {
    inject: (fault: Fault) => void waiting.push({ ...fault }),
    /** The fault for this request, used up once. */
    next(seen: Seen): Fault | undefined {
      const fault = waiting.find(({ times, match }) => times > 0 && (match?.(seen) ?? true));
      if (fault) fault.times -= 1;
      return fault;
    },
  };
}
