import { DateTime } from 'luxon';
import { atInEngland, dateInEngland } from '../clock.ts';
import { workingDaysBefore } from '../working-days.ts';
import type { Draft } from './draft.ts';

/** How long a draft is kept after its hub has closed, and without a hub that closes, in days. */
const keptAfterClosing = 30;
const keptWithoutDate = 180;
/** How many working days before its hub closes somebody is reminded of a draft, and at which hour. */
const remindedBefore = 3;
const remindedAt = 9;

/** When somebody is reminded of a draft for a hub that closes on an ISO date: an instant. */
const draftReminder = (closes: string): string => atInEngland(workingDaysBefore(closes, remindedBefore), remindedAt);

/**
 * Until when a draft that is saved now is kept, and when its one reminder is due. A draft is never gone sooner than 30
 * days after it was saved. `closes` is its hub's last day.
 */
export function draftTimes(
  { reminded, changes }: Pick<Draft, 'reminded' | 'changes'>,
  closes: string | undefined,
  now: Date,
): { expires: string; due: string | undefined } {
  const soonest = daysAfter(dateInEngland(now), keptAfterClosing);
  const expires = closes ? daysAfter(closes, keptAfterClosing) : daysAfter(dateInEngland(now), keptWithoutDate);
  const due = closes && !reminded && !changes ? draftReminder(closes) : undefined;
  const [, latest = soonest] = [expires, soonest].sort();
  return { expires: latest, due: due && due > now.toISOString() ? due : undefined };
}

/** The end of the day that is so many days after a date in England. */
const daysAfter = (isoDate: string, days: number): string =>
  atInEngland(
    DateTime.fromISO(isoDate)
      .plus({ days: days + 1 })
      .toFormat('yyyy-MM-dd'),
    0,
  );
