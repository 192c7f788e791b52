import { extendableFrom, lastDayOfOffer } from '../../services/applications/offer-days.ts';
import { mayTellNow, nextMorning } from '../../services/applications/release-hours.ts';
import { dayAfter } from '../../services/school-days.ts';

const easter = { from: '2026-03-30', to: '2026-04-10' };

test.each([
  ['ten working days from a Monday', '2026-03-02', 10, [], '2026-03-16'],
  ['one day from a Friday', '2026-03-06', 1, [], '2026-03-09'],
  ['from a Saturday', '2026-03-07', 1, [], '2026-03-09'],
  ['over Good Friday and Easter Monday', '2026-04-02', 1, [], '2026-04-07'],
  ['over the school holidays', '2026-03-26', 3, [easter], '2026-04-14'],
  ['made in the holidays', '2026-04-01', 1, [easter], '2026-04-13'],
  ['over two holidays that touch', '2026-03-27', 1, [easter, { from: '2026-04-11', to: '2026-04-14' }], '2026-04-15'],
  ['sixty days', '2026-03-02', 60, [], '2026-05-29'],
])('When an offer lasts %s, its last day is right', (_, today, days, holidays, last) => {
  expect(lastDayOfOffer(today, days, holidays)).toBe(last);
});

test.each([
  ['made today', '2026-03-02', '2026-03-16', 10, [], '2026-03-03'],
  ['that ends before a new one would', '2026-03-05', '2026-03-16', 10, [], '2026-03-05'],
  ['whose last day is over', '2026-03-20', '2026-03-16', 10, [], '2026-03-20'],
  ['made on a Saturday', '2026-03-07', '2026-03-09', 1, [], '2026-03-09'],
  ['made by longer days than now', '2026-03-03', '2026-03-16', 5, [], '2026-03-10'],
  ['made before the school holidays', '2026-03-27', '2026-04-14', 2, [easter], '2026-04-13'],
])(
  'When an offer %s is to be extended, the first day that gives longer is right',
  (_, today, until, days, holidays, from) => {
    expect(extendableFrom(today, until, days, holidays)).toBe(from);
    expect(lastDayOfOffer(from, days, holidays) > until).toBe(true);
    if (from > today) expect(lastDayOfOffer(dayAfter(from, -1), days, holidays)).toBe(until);
  },
);

test.each([
  ['a Monday at 8', '2026-03-02T08:00:00Z', true],
  ['a minute before', '2026-03-02T07:59:00Z', false],
  ['a minute before 6', '2026-03-02T17:59:00Z', true],
  ['at 6', '2026-03-02T18:00:00Z', false],
  ['a Saturday', '2026-03-07T12:00:00Z', false],
  ['a bank holiday', '2026-04-06T12:00:00Z', false],
  ['8 am in summer', '2026-06-01T07:00:00Z', true],
])('When it is %s, applicants may hear or not', (_, now, may) => {
  expect(mayTellNow(new Date(now))).toBe(may);
});

test.each([
  ['before 8 on a working day', '2026-03-02T05:00:00Z', '2026-03-02T09:00:00.000Z'],
  ['in the evening', '2026-03-02T19:00:00Z', '2026-03-03T09:00:00.000Z'],
  ['on a Friday evening', '2026-03-06T19:00:00Z', '2026-03-09T09:00:00.000Z'],
  ['on the Friday before the clocks change', '2026-03-27T19:00:00Z', '2026-03-30T08:00:00.000Z'],
  ['before Easter', '2026-04-02T19:00:00Z', '2026-04-07T08:00:00.000Z'],
  ['early on a bank holiday', '2026-04-06T05:00:00Z', '2026-04-07T08:00:00.000Z'],
])('When it is asked %s, the next morning is right', (_, now, next) => {
  expect(nextMorning(new Date(now))).toBe(next);
});
