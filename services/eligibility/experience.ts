import { DateTime } from 'luxon';
import type { Experience } from './facts.ts';

/**
 * The experience of somebody who started teaching in an ISO month (`2021-09`), on an ISO date. It counts from the first
 * day of that month, as teaching contracts do. Undefined for what is no month and for a month still to come.
 */
export function experienceSince(month: string, today: string): Experience | undefined {
  const start = DateTime.fromFormat(month, 'yyyy-MM', { zone: 'utc' });
  const now = DateTime.fromISO(today, { zone: 'utc' });
  if (!start.isValid || start > now || start.year < 1900) return undefined;
  const completed = completedMonths(start, now);
  return { minMonths: completed, maxMonths: completed, startedBy: start.toFormat('yyyy-MM-dd') };
}

/** How many whole months lie between two dates; below 0 when the first is the later. */
export function completedMonths(start: DateTime, now: DateTime): number {
  return Math.floor(now.diff(start, 'months').months);
}
