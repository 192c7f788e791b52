import { DateTime } from 'luxon';
import { isWorkingDay } from './working-days.ts';

/** School holidays, first and last day, as ISO dates. */
export type Holidays = readonly { from: string; to: string }[];

/** Whether people are at school on a date in England: a working day in none of the holidays. */
const isSchoolDay = (isoDate: string, holidays: Holidays): boolean =>
  isWorkingDay(isoDate) && !holidays.some(({ from, to }) => from <= isoDate && isoDate <= to);

/** The school days after a date, up to and with another, in order. */
export function schoolDaysBetween(after: string, upTo: string, holidays: Holidays): string[] {
  const found: string[] = [];
  for (let date = dayAfter(after); date <= upTo; date = dayAfter(date)) {
    if (isSchoolDay(date, holidays)) found.push(date);
  }
  return found;
}

/** The date that is so many days after another. */
export const dayAfter = (isoDate: string, days = 1): string =>
  DateTime.fromISO(isoDate).plus({ days }).toFormat('yyyy-MM-dd');
