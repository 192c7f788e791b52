import fc from 'fast-check';
import type { CriterionId } from '../../services/eligibility/criteria.ts';
import type { Facts } from '../../services/eligibility/facts.ts';
import { factsFrom } from '../../services/eligibility/facts-from-text.ts';
import { recalled, withNewer } from '../../services/eligibility/remembering.ts';
import { factsFromReply, tells } from '../../services/eligibility/reply.ts';
import { whoIsMeant } from '../../services/eligibility/who-is-meant.ts';

const today = '2026-11-25';

test.each<[string, ReturnType<typeof whoIsMeant>]>([
  ['I have QTS', 'self'],
  ['QTS, maths, state comp, 5 years', 'self'],
  ['my school is an academy', 'self'],
  ["My HoD has 20 years, I've 1 year", 'self'],
  ['my husband has QTS and I teach maths. Can I apply?', 'self'],
  ['my colleague has QTS', 'another'],
  ['She has QTS and teaches maths', 'another'],
  ['asking for a friend: QTS, 5 years', 'another'],
  ["I'm asking on behalf of my ECT", 'another'],
  ['One of our maths teachers (QTS, 6 years) would like to apply. Is she eligible?', 'another'],
  ['Sarah has QTS and 5 years', 'another'],
  ['if I had QTS could I apply', 'hypothetical'],
  ['when I get QTS can I apply', 'hypothetical'],
  ['would someone with QTS be eligible', 'hypothetical'],
  ['can a maths teacher with one year apply', 'hypothetical'],
  ['what if my school were private', 'hypothetical'],
  ['pretend I have QTS', 'hypothetical'],
])('When somebody writes "%s", it is about %s', (text, who) => {
  expect(whoIsMeant(text)).toBe(who);
});

test.each([
  "yes I've got QTS and it's an academy",
  'since 2019',
  'about 6 years',
  'yes',
  "no I don't",
  'not yet',
  '2019',
  'an academy',
  'QTLS',
  'yes to all',
])('When somebody answers "%s", they tell something of themselves', (text) => {
  expect(tells(text)).toBe(true);
});

test.each([
  'thanks',
  'yes please',
  'no thanks',
  'hello',
  'log 2 days',
  'I teach maths, how long is it',
  'Am I eligible?',
  'my colleague has QTS',
  'if I had QTS',
  'not sure',
  'in July',
  '12',
  '',
])('When somebody writes "%s", they tell nothing of themselves', (text) => {
  expect(tells(text)).toBe(false);
});

test.each<[CriterionId[], string, Facts]>([
  [['qts'], 'yes', { qts: 'yes' }],
  [['qts'], 'not yet', { qts: 'no' }],
  [['qts'], 'yes, since 2019', { qts: 'yes' }],
  [['qts'], 'yes but only QTLS', { qts: 'ask-hub' }],
  [['qts'], 'not sure', {}],
  [['qts'], 'no thanks', {}],
  [['state-funded'], 'nope', { stateFunded: 'no' }],
  [['state-funded'], 'private', { stateFunded: 'no' }],
  [['state-funded'], "yes, it's an academy", { stateFunded: 'yes' }],
  [['secondary'], 'yes it is', { secondary: 'yes' }],
  [['secondary'], "no, it's a middle school", { secondary: 'ask-hub' }],
  [['maths-teacher'], 'physics', { mathsTeacher: 'no' }],
  [['maths-teacher'], 'maths', { mathsTeacher: 'yes' }],
  [['experience'], '4 years', { experience: { minMonths: 48, maxMonths: 48 } }],
  [['experience'], '2019', { experience: { minMonths: 82, maxMonths: 94, startedBy: '2019-12-31' } }],
  [['experience'], 'Sept 2023', { experience: { minMonths: 37, maxMonths: 38, startedBy: '2023-09-30' } }],
  [['experience'], 'yes', {}],
  [['experience'], '12', {}],
  [['experience'], 'ages', {}],
  [['qts', 'secondary'], 'yes', {}],
  [['qts', 'secondary'], 'yes to both', { qts: 'yes', secondary: 'yes' }],
  [['qts', 'secondary'], 'QTS yes, and an academy', { qts: 'yes', stateFunded: 'yes' }],
  [[], 'yes', {}],
])('When %j was asked and somebody answers "%s", it means %j', (asked, text, facts) => {
  expect(factsFromReply(text, asked, today)).toEqual(facts);
});

const told = (minMonths: number, maxMonths = minMonths): Facts => ({
  qts: 'yes',
  experience: { minMonths, maxMonths },
});

test.each([
  ['the same day', '2026-11-25', 18, 18],
  ['two weeks on', '2026-12-09', 18, 19],
  ['a month on', '2026-12-25', 19, 19],
  ['half a year on', '2027-05-25', 24, 24],
  ['a day before half a year', '2027-05-24', 23, 24],
  ['earlier than it was told', '2026-01-01', 18, 18],
])('When 18 months were told and it is %s, the experience is between its bounds', (_, on, min, max) => {
  const then = recalled(told(18), today, on).experience;
  expect(then).toMatchObject({ minMonths: min, maxMonths: max });
  // The day from which they have two years stays the same, whenever they ask.
  if (on > today) expect(then?.startedBy).toBe('2025-05-25');
});

test('When more is told, the newest statement wins and the rest is kept', () => {
  expect(withNewer({ qts: 'no', secondary: 'yes' }, { qts: 'yes' })).toEqual({ qts: 'yes', secondary: 'yes' });
});

test('When a start is remembered, what it comes to agrees with reading it again', () => {
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  fc.assert(
    fc.property(fc.integer({ min: 2015, max: 2025 }), day, day, (year, a, b) => {
      const [toldOn, later] = [iso(a), iso(b)].sort();
      const text = `teaching maths since September ${year}`;
      const then = factsFrom(text, toldOn ?? today);
      const again = factsFrom(text, later ?? today).experience;
      const grown = recalled(then, toldOn ?? today, later ?? today).experience;
      if (!grown || !again) return true;
      return grown.minMonths <= again.minMonths && grown.maxMonths >= again.maxMonths - 1;
    }),
  );
});

test('When time passes, experience never shrinks and its bounds stay in order', () => {
  const months = fc.integer({ min: 0, max: 600 });
  fc.assert(
    fc.property(months, months, fc.integer({ min: 0, max: 3000 }), (a, b, days) => {
      const on = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
      const before = { minMonths: Math.min(a, b), maxMonths: Math.max(a, b) };
      const { experience } = recalled({ experience: before }, today, on);
      if (!experience) return false;
      return (
        experience.minMonths >= before.minMonths &&
        experience.maxMonths >= before.maxMonths &&
        experience.minMonths <= experience.maxMonths
      );
    }),
  );
});
