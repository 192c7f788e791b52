import { type Holidays, schoolDaysBetween } from '../school-days.ts';
import { addWorkingDays } from '../working-days.ts';

/** How long an offer lasts where the hub has not said otherwise, in working days in term. */
export const usualOfferDays = 10;

/**
 * The last day of an offer that is made on an ISO date: so many working days in term later. The date itself does not
 * count; weekends, bank holidays and the school holidays given, first and last day included, are passed over.
 */
export function lastDayOfOffer(today: string, days: number, holidays: Holidays): string {
  let date = today;
  for (let left = days; left > 0; ) {
    date = addWorkingDays(date, 1);
    if (!isHoliday(date, holidays)) left -= 1;
  }
  return date;
}

const isHoliday = (date: string, holidays: Holidays) => holidays.some(({ from, to }) => from <= date && date <= to);

/** The first date, from today on, on which an offer that is made for so many days lasts longer than `until`. */
export const extendableFrom = (today: string, until: string, days: number, holidays: Holidays): string =>
  schoolDaysBetween(today, until, holidays).at(-days) ?? today;
