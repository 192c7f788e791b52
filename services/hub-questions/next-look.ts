import { DateTime } from 'luxon';
import { dateInEngland } from '../clock.ts';
import { addWorkingDays, isWorkingDay } from '../working-days.ts';
import { endsAt } from './hub-question.ts';

/** How many full working days the leads have before a question is put in front of them again. */
const patienceDays = 2;
/** When people are told, in England: from 8 to 6 on working days. */
const hours = { from: 8, to: 18 };
/** When a working day begins, for what would fall outside of these hours. */
const morning = 9;

/** Whether people are told something now. */
export function isWorkingHour(now: Date): boolean {
  const { hour } = inEngland(now);
  return isWorkingDay(dateInEngland(now)) && hour >= hours.from && hour < hours.to;
}

/**
 * When a waiting question is to be looked at next: two full working days from now, at the same time of day or, outside of
 * working hours, at 9 on the next working day. At the latest when it ends.
 */
export function nextLook(askedAt: string, now: Date): string {
  const [first = ''] = [afterWorkingDays(now), endsAt(askedAt)].sort();
  return first;
}

function afterWorkingDays(now: Date): string {
  const today = dateInEngland(now);
  const { hour, minute, second } = inEngland(now);
  const date = addWorkingDays(today, patienceDays);
  const at = (isoDate: string, time: object) => inEngland(isoDate).set(time).toJSDate().toISOString();
  // A day off counts for nothing, so the two days that follow it are full only when they are over.
  if (!isWorkingDay(today) || hour >= hours.to) return at(addWorkingDays(date, 1), { hour: morning });
  return at(date, hour < hours.from ? { hour: morning } : { hour, minute, second });
}

function inEngland(when: Date | string): DateTime {
  const zone = 'Europe/London';
  return typeof when === 'string' ? DateTime.fromISO(when, { zone }) : DateTime.fromJSDate(when, { zone });
}
