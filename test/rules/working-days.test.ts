import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addWorkingDays, bankHolidays, isWorkingDay } from '../../services/working-days.ts';

test.each([
  // As gov.uk/bank-holidays lists them.
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
])('England’s bank holidays in %i, with the days taken instead', (year, days) => {
  expect(bankHolidays(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});

test.each([
  ['over a weekend', '2026-03-06', 2, '2026-03-10'],
  ['from a Saturday', '2026-03-07', 1, '2026-03-09'],
  ['over Easter', '2026-04-02', 1, '2026-04-07'],
  ['over Christmas, with a substitute day', '2026-12-24', 1, '2026-12-29'],
  ['over the New Year', '2026-12-31', 2, '2027-01-05'],
  ['into a year whose first day is a Saturday', '2027-12-31', 1, '2028-01-04'],
  ['no day at all', '2026-04-03', 0, '2026-04-03'],
])('Working days are counted %s', (_, from, days, to) => {
  expect(addWorkingDays(from, days)).toBe(to);
});

test('Every year has eight bank holidays, all on weekdays, and working days always add up', () => {
  const year = fc.integer({ min: 2024, max: 2100 });
  fc.assert(
    fc.property(year, (one) => {
      const all = bankHolidays(one);
      return new Set(all).size === 8 && all.every((day) => DateTime.fromISO(day).weekday < 6 && !isWorkingDay(day));
    }),
  );
  const days = fc.integer({ min: 0, max: 20 });
  fc.assert(
    fc.property(year, fc.integer({ min: 0, max: 364 }), days, days, (one, day, a, b) => {
      const from = DateTime.local(one, 1, 1).plus({ days: day }).toISODate() ?? '';
      return addWorkingDays(addWorkingDays(from, a), b) === addWorkingDays(from, a + b);
    }),
  );
});
