import { readdirSync } from 'node:fs';
import { factsFrom } from '../../services/eligibility/facts-from-text.ts';
import { type Verdict, verdictOn } from '../../services/eligibility/rules.ts';
import { questionsIn } from '../eval/question.ts';

const folder = new URL('../questions/', import.meta.url);
const today = '2026-11-26';
const named: Record<Verdict['kind'], string> = {
  eligible: 'eligible',
  'not-yet': 'not_eligible',
  no: 'not_eligible',
  'need-to-know': 'needs_more_info',
  'ask-hub': 'needs_more_info',
};
const asked = readdirSync(folder)
  .flatMap((file) => questionsIn(new URL(file, folder).pathname))
  .filter(({ kind }) => kind === 'eligibility')
  .map(({ id, question, expect: { verdict, accept = [] } }) => ({
    id,
    question,
    right: [verdict, ...accept],
    got: named[verdictOn(factsFrom(question, today), today).kind],
  }));

test('Of all texts that are kept, not one gets a wrong verdict: where the bot is not right, it asks', () => {
  expect(asked.length).toBeGreaterThan(1900);
  expect(asked.filter(({ right, got }) => got !== 'needs_more_info' && !right.includes(got))).toEqual([]);
});

test('Most of them get the right verdict', () => {
  const right = asked.filter(({ right, got }) => right.includes(got));
  expect(right.length / asked.length).toBeGreaterThanOrEqual(0.88);
});
