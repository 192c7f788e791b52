import { openEnded } from './facts.ts';

/** At least `min` and at most `max` months. */
export type Interval = { min: number; max: number };

/** What holds in all of them, or undefined when they contradict each other. */
export function overlap(intervals: Interval[]): Interval | undefined {
  const both = { min: Math.max(...intervals.map(({ min }) => min)), max: Math.min(...intervals.map(({ max }) => max)) };
  return both.min <= both.max ? both : undefined;
}

/** Stretches that may run at the same time or one after the other: only the longest is certain. */
export function together(intervals: Interval[]): Interval {
  return { min: Math.max(...intervals.map(({ min }) => min)), max: Math.min(mostOf(intervals), openEnded) };
}

/** The most that all of them can come to. */
export function mostOf(intervals: Interval[]): number {
  return intervals.reduce((total, { max }) => total + max, 0);
}
