import { asksAboutEligibility, factsFrom } from '../../services/eligibility/facts-from-text.ts';
import { verdictOn } from '../../services/eligibility/rules.ts';
import told from './told.json' with { type: 'json' };

const today = '2026-11-25';

test.each(told.said)('When somebody writes "$says", no more and no less is read', ({ says, ...expected }) => {
  const { experience, ...facts } = factsFrom(says, today);
  const { minMonths, maxMonths, unsettledMonths = 0 } = experience ?? {};
  expect({ ...facts, ...(experience && { months: [minMonths, maxMonths, unsettledMonths] }) }).toEqual(expected);
});

test.each(told.stories)('When somebody asks "$asks", the verdict is $verdict', ({ asks, verdict }) => {
  expect(asksAboutEligibility(asks)).toBe(true);
  expect(verdictOn(factsFrom(asks, today), today).kind).toBe(verdict);
});

describe('With one letter wrong', () => {
  test.each(told.stories)('"$asks" brings no other verdict than the right one, or a question', ({ asks, verdict }) => {
    const read = verdictOn(factsFrom(mistyped(asks), today), today).kind;
    expect([verdict, 'need-to-know', 'ask-hub']).toContain(read);
  });

  test('nearly all verdicts stay the same', () => {
    const same = told.stories.filter(
      ({ asks, verdict }) => verdictOn(factsFrom(mistyped(asks), today), today).kind === verdict,
    );
    expect(same.length / told.stories.length).toBeGreaterThanOrEqual(0.97);
  });
});

describe('With something beside it about another time, place or person', () => {
  const besides = [
    'My wife teaches at a private school.',
    'My wife teaches at a state comp.',
    'I went to a private school as a child.',
    'I used to be at a state secondary.',
    'I used to work in a primary.',
    'We share a hall with a primary.',
    'I nearly took a job in a state secondary.',
    'I mentor an ECT1.',
    'I trained in a state secondary.',
    'I have a maths degree.',
  ];
  const open = ['need-to-know', 'ask-hub'];
  test.each(besides)('"%s" brings no other verdict than the right one, or a question', (beside) => {
    const turned = told.stories.filter(({ asks, verdict }) => {
      const read = verdictOn(factsFrom(`${beside} ${asks}`, today), today).kind;
      return !open.includes(verdict) && ![verdict, ...open].includes(read);
    });
    expect(turned.map(({ asks }) => asks)).toEqual([]);
  });
});

/** Two letters of the longest word change places. */
function mistyped(text: string): string {
  const [longest = ''] = (text.match(/[a-z]{4,}/gi) ?? []).toSorted((a, b) => b.length - a.length);
  const at = Math.floor(longest.length / 2);
  const wrong =
    longest.slice(0, at) +
    longest
      .slice(at, at + 2)
      .split('')
      .reverse()
      .join('') +
    longest.slice(at + 2);
  return text.replace(longest, wrong);
}
