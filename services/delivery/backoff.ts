/** When a message is given up: after this many attempts, some two days of trying. */
export const mostAttempts = 40;
const longestMs = 3_600_000;

/** How long to wait before attempt `attempts + 1`, in milliseconds: what the other side asked for, or twice as long each time, with jitter. */
export function waitBefore(attempts: number, asked: number | undefined, random: () => number = Math.random): number {
  if (asked !== undefined) return asked + random() * 500;
  return Math.min(longestMs, 1000 * 2 ** Math.min(attempts, 12)) * (0.5 + random() / 2);
}
