import { DateTime } from 'luxon';

/**
 * The date that is `days` working days after a date, in England: the date itself does not count, and Saturdays, Sundays
 * and bank holidays are passed over. With 0 days it is the date itself, working day or not.
 */
export const addWorkingDays = (isoDate: string, days: number): string => passed(isoDate, days, 1);

/** The date that is `days` working days before a date, in England, counted in the same way. */
export const workingDaysBefore = (isoDate: string, days: number): string => passed(isoDate, days, -1);

function passed(isoDate: string, days: number, direction: 1 | -1): string {
  let date = DateTime.fromISO(isoDate);
  for (let left = days; left > 0; ) {
    date = date.plus({ days: direction });
    if (isWorking(date)) left -= 1;
  }
  return iso(date);
}

/** Whether people work on a date in England, as far as weekends and bank holidays go. */
export const isWorkingDay = (isoDate: string): boolean => isWorking(DateTime.fromISO(isoDate));

/**
 * England's bank holidays in a year, in order (Banking and Financial Dealings Act 1971, and the yearly proclamation for
 * New Year's Day and substitute days; gov.uk/bank-holidays). One on a weekend is taken on the next working day. The
 * single days that are proclaimed for one year only, like a coronation, are not among them.
 */
export function bankHolidays(year: number): string[] {
  const easter = easterSunday(year);
  const fixed = [day(year, 1, 1), day(year, 12, 25), day(year, 12, 26)];
  const moving = [
    easter.minus({ days: 2 }),
    easter.plus({ days: 1 }),
    mondayFrom(day(year, 5, 1)),
    mondayFrom(day(year, 5, 25)),
    mondayFrom(day(year, 8, 25)),
  ];
  const all = [...moving];
  for (const date of fixed) all.push(taken(date, [...all, ...fixed.filter((other) => other > date)]));
  return all.map(iso).sort();
}

const day = (year: number, month: number, dayOfMonth: number) => DateTime.local(year, month, dayOfMonth);
const iso = (date: DateTime): string => date.toFormat('yyyy-MM-dd');
const isWeekend = ({ weekday }: DateTime) => weekday > 5;
const mondayFrom = (date: DateTime) => date.plus({ days: (8 - date.weekday) % 7 });

function isWorking(date: DateTime): boolean {
  return !isWeekend(date) && !holidaysOf(date.year).has(iso(date));
}

/** A holiday that falls on a weekend goes to the first weekday that is no holiday already. */
function taken(date: DateTime, others: DateTime[]): DateTime {
  const isFree = (one: DateTime) => !isWeekend(one) && !others.some((other) => iso(other) === iso(one));
  let found = date;
  while (!isFree(found)) found = found.plus({ days: 1 });
  return found;
}

const known = new Map<number, Set<string>>();
function holidaysOf(year: number): Set<string> {
  const found = known.get(year) ?? new Set(bankHolidays(year));
  known.set(year, found);
  return found;
}

/** Easter Sunday of the Gregorian calendar (the anonymous computus, as in Meeus, Astronomical Algorithms). */
function easterSunday(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return day(year, Math.floor(n / 31), (n % 31) + 1);
}
