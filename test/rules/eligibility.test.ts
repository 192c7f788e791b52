import { criteria, criterionIds } from '../../services/eligibility/criteria.ts';
import { experienceSince } from '../../services/eligibility/experience.ts';
import { type Facts, facts } from '../../services/eligibility/facts.ts';
import { verdictOn } from '../../services/eligibility/rules.ts';

const today = '2026-11-23';
const all: Facts = {
  mathsTeacher: 'yes',
  qts: 'yes',
  stateFunded: 'yes',
  secondary: 'yes',
  experience: { minMonths: 60, maxMonths: 60 },
};
const months = (minMonths: number, maxMonths = minMonths, unsettledMonths = 0) => ({
  experience: { minMonths, maxMonths, ...(unsettledMonths > 0 && { unsettledMonths }) },
});
const without = (...names: (keyof Facts)[]): Facts =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.some((one) => one === name)));

describe('Whether somebody may apply', () => {
  test.each<[string, Facts, string]>([
    ['everything is met', all, 'eligible'],
    ['nothing is known', {}, 'need-to-know'],
    ['they do not teach maths', { ...all, mathsTeacher: 'no' }, 'no'],
    ['they have no QTS', { ...all, qts: 'no' }, 'no'],
    ['their school is not state-funded', { ...all, stateFunded: 'no' }, 'no'],
    ['their school is not a secondary', { ...all, secondary: 'no' }, 'no'],
    ['they have taught for exactly 24 months', { ...all, ...months(24) }, 'eligible'],
    ['they have taught for 23 months', { ...all, ...months(23) }, 'not-yet'],
    ['they have just started', { ...all, ...months(0) }, 'not-yet'],
    ['they have between 12 and 23 months', { ...all, ...months(12, 23) }, 'not-yet'],
    ['they have between 18 and 30 months', { ...all, ...months(18, 30) }, 'need-to-know'],
    ['they have 24 months or more', { ...all, ...months(24, 1200) }, 'eligible'],
    ['QTS is not said', without('qts'), 'need-to-know'],
    ['experience is not said', without('experience'), 'need-to-know'],
    ['they have QTLS', { ...all, qts: 'ask-hub' }, 'ask-hub'],
    ['their school is a middle school', { ...all, secondary: 'ask-hub' }, 'ask-hub'],
    ['they teach maths in part', { ...all, mathsTeacher: 'ask-hub' }, 'ask-hub'],
    ['a year here and two overseas', { ...all, ...months(12, 12, 24) }, 'ask-hub'],
    ['two years here and two overseas', { ...all, ...months(24, 24, 24) }, 'eligible'],
    ['six months here and six overseas', { ...all, ...months(6, 6, 6) }, 'not-yet'],
    ['all of it overseas', { ...all, ...months(0, 0, 60) }, 'ask-hub'],
  ])('When %s, the verdict follows', (_, known, kind) => {
    expect(verdictOn(known, today).kind).toBe(kind);
  });

  test.each<[string, Facts, string]>([
    ['a no and something missing', { qts: 'no' }, 'no'],
    ['a no and something for the hub', { ...all, secondary: 'no', qts: 'ask-hub' }, 'no'],
    ['a no and too little experience', { ...all, qts: 'no', ...months(6) }, 'no'],
    ['too little experience and something missing', months(6), 'not-yet'],
    ['too little experience and something for the hub', { ...all, qts: 'ask-hub', ...months(6) }, 'not-yet'],
    ['something missing and something for the hub', { ...without('qts'), secondary: 'ask-hub' }, 'need-to-know'],
  ])('When there is %s, the weightier one decides', (_, known, kind) => {
    expect(verdictOn(known, today).kind).toBe(kind);
  });

  test('When something is missing, it is named, and only for a verdict that needs it', () => {
    expect(verdictOn(without('qts', 'secondary'), today).missing).toEqual(['qts', 'secondary']);
    expect(verdictOn({ ...all, ...months(18, 30) }, today).missing).toEqual(['experience']);
    expect(verdictOn({ qts: 'no' }, today).missing).toEqual([]);
    expect(verdictOn(months(6), today).missing).toEqual([]);
  });

  test('When there is a verdict, it gives the outcome of all five criteria in order', () => {
    const { reasons } = verdictOn({ mathsTeacher: 'yes', qts: 'no', stateFunded: 'ask-hub' }, today);
    expect(reasons.map(({ criterion }) => criterion)).toEqual([...criterionIds]);
    expect(reasons.map(({ outcome }) => outcome)).toEqual(['met', 'not-met', 'ask-hub', 'missing', 'missing']);
  });
});

describe('From when somebody qualifies', () => {
  test.each([
    ['23 months today', 23, 23, '2026-11-23', '2026-12-23'],
    ['18 to 23 months', 18, 23, '2026-11-23', '2027-05-23'],
    ['0 to 11 months', 0, 11, '2026-11-23', '2028-11-23'],
    ['a date into a leap year', 9, 9, '2026-11-29', '2028-02-29'],
    ['a short month ahead', 23, 23, '2027-01-30', '2027-02-28'],
    ['the last day of February, which may stand for the 31st', 23, 23, '2026-02-28', '2026-03-31'],
    ['29 February', 12, 12, '2028-02-29', '2029-02-28'],
    ['the last day of April', 23, 23, '2026-04-30', '2026-05-31'],
  ])('When it is %s, the date is the certain one', (_, min, max, on, from) => {
    expect(verdictOn({ ...all, ...months(min, max) }, on).qualifiesFrom).toBe(from);
  });

  test('When the start is known, the date is two years after it', () => {
    const experience = experienceSince('2025-09', today);
    expect(verdictOn({ ...all, experience }, today)).toMatchObject({ kind: 'not-yet', qualifiesFrom: '2027-09-01' });
  });

  test('When two years are complete, there is no date', () => {
    expect(verdictOn(all, today).qualifiesFrom).toBeUndefined();
  });
});

describe('Experience since a month', () => {
  test.each([
    ['2024-11', '2026-11-01', 24, 'eligible'],
    ['2024-11', '2026-10-31', 23, 'not-yet'],
    ['2024-02', '2026-02-01', 24, 'eligible'],
    ['2024-03', '2026-02-28', 23, 'not-yet'],
    ['2024-03', '2028-02-29', 47, 'eligible'],
    ['2026-11', '2026-11-23', 0, 'not-yet'],
    ['2016-09', '2026-11-23', 122, 'eligible'],
  ])('When somebody started in %s, on %s they have %i months', (month, on, count, kind) => {
    const experience = experienceSince(month, on);
    expect(experience).toMatchObject({ minMonths: count, maxMonths: count });
    expect(verdictOn({ ...all, experience }, on).kind).toBe(kind);
  });

  test.each(['2027-01', '2026-13', '09/2021', '1850-01', '', 'soon'])(
    'When the month is "%s", there is none',
    (month) => {
      expect(experienceSince(month, today)).toBeUndefined();
    },
  );
});

test('When criteria are read, each has its question, its reasons and its source', () => {
  expect(Object.keys(criteria)).toEqual([...criterionIds]);
  for (const { question, reasons, source } of Object.values(criteria)) {
    expect(question).toMatch(/\?/);
    expect(Object.values(reasons).every((reason) => reason.endsWith('.'))).toBe(true);
    expect(source).toBe('NCP25-03, Participant information');
  }
});

test('When facts come from outside, an interval the wrong way round or a new field is refused', () => {
  expect(facts.safeParse(all).success).toBe(true);
  expect(facts.safeParse(months(30, 20)).success).toBe(false);
  expect(facts.safeParse({ ...all, age: 40 }).success).toBe(false);
  expect(facts.safeParse({ qts: 'maybe' }).success).toBe(false);
});
