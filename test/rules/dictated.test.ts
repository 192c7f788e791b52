import { typed } from '../../services/eligibility/dictated.ts';
import { factsFrom } from '../../services/eligibility/facts-from-text.ts';
import { verdictOn } from '../../services/eligibility/rules.ts';

const today = '2026-11-26';

test.each([
  ['q t s', 'qts'],
  ['my cue tee s', 'my qts'],
  ['q t l s not q t s', 'qtls not qts'],
  ['an e c t one', 'an ect one'],
  ['our n q t', 'our nqt'],
  ['maths n qts', 'maths n qts'],
  ['since twenty twenty four', 'since 2024'],
  ['since twenty nineteen', 'since 2019'],
  ['in two thousand and nine', 'in 2009'],
  ['in twenty oh eight', 'in 2008'],
  ['an eleven to sixteen academy', 'an 11-16 academy'],
  ['key stage three and four', 'key stage 3 and 4'],
])('What is spoken as "%s" is read as "%s"', (spoken, meant) => {
  expect(typed(spoken)).toBe(meant);
});

test.each(['twenty two years', 'twenty teachers', 'key stages', "q, t and s are letters, aren't they"])(
  '"%s" stays as it is',
  (text) => {
    expect(typed(text)).toBe(text);
  },
);

test('Sentences that run on are parted where the next begins, not inside one', () => {
  expect(
    typed(
      "i just want to know if i've got enough i teach maths at the school i went to and it's a state secondary i've got qts",
    ),
  ).toBe(
    "i just want to know if i've got enough, i teach maths at the school i went to and it's a state secondary, i've got qts",
  );
});

test('A short message, and one that has stops, is left alone', () => {
  const short = "i've got qts i teach maths";
  expect(typed(short)).toBe(short);
  const stopped = "we are a state secondary, maths is what i teach, i've got qts, and five years of it are behind me.";
  expect(typed(stopped)).toBe(stopped);
});

test.each([
  [
    'do i have to be a lead first ive got q t s ive been a maths teacher for five years the school is a state grammar years seven to thirteen',
    'eligible',
  ],
  ['i have q t l s not q t s but i teach maths at a state secondary have done for seven years will that do', 'ask-hub'],
  [
    'i started teaching in september twenty twenty five i teach maths at a state secondary ive got my q t s is that long enough',
    'not-yet',
  ],
])('The verdict on "%s" is %s', (spoken, verdict) => {
  expect(verdictOn(factsFrom(spoken, today), today).kind).toBe(verdict);
});
