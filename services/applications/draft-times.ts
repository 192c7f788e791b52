import { atInEngland, dateInEngland } from '../clock.ts';
import { dayAfter } from '../school-days.ts';
import { workingDaysBefore } from '../working-days.ts';
import type { Draft } from './draft.ts';

/** How long a draft is kept after its hub has closed, and without a hub that closes, in days. */
const keptAfterClosing = 30;
const keptWithoutDate = 180;
/** How many working days before its hub closes somebody is reminded of a draft, and at which hour. */
const remindedBefore = 3;
const remindedAt = 9;

/**
 * Until when a draft that is saved now is kept, and when it is looked at next. A draft is never gone sooner than 30 days
 * after it was saved. `closes` is its hub's last day.
 */
export function draftTimes(
  draft: Pick<Draft, 'reminded' | 'changes' | 'hubId'>,
  closes: string | undefined,
  now: Date,
): Pick<Draft, 'expires' | 'due' | 'closes'> {
  const soonest = daysAfter(dateInEngland(now), keptAfterClosing);
  const expires = closes ? daysAfter(closes, keptAfterClosing) : daysAfter(dateInEngland(now), keptWithoutDate);
  const [, latest = soonest] = [expires, soonest].sort();
  return { expires: latest, due: nextLook(draft, now), closes };
}

/**
 * When a draft is looked at next: every morning until its person has been reminded, because its hub may set or change its
 * last day. Nobody is reminded of a draft without a hub, or of changes to what was sent.
 */
export function nextLook({ reminded, changes, hubId }: Pick<Draft, 'reminded' | 'changes' | 'hubId'>, now: Date) {
  if (reminded || changes || !hubId) return undefined;
  const today = dateInEngland(now);
  const morning = atInEngland(today, remindedAt);
  return morning > now.toISOString() ? morning : atInEngland(dayAfter(today), remindedAt);
}

/**
 * Whether somebody is to be reminded of a draft for a hub that closes on an ISO date: from three working days before it
 * on, unless they have saved it since then and knew that day.
 */
export function isReminderDue(draft: Pick<Draft, 'at' | 'closes'>, closes: string, now: Date): boolean {
  const due = atInEngland(workingDaysBefore(closes, remindedBefore), remindedAt);
  return due <= now.toISOString() && !(draft.closes === closes && draft.at >= due);
}

/** The end of the day that is so many days after a date in England. */
const daysAfter = (isoDate: string, days: number): string => atInEngland(dayAfter(isoDate, days + 1), 0);
