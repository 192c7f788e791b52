import { readdirSync } from 'node:fs';
import { factsFrom } from '../../services/eligibility/facts-from-text.ts';
import { verdictOn } from '../../services/eligibility/rules.ts';
import { verdictNames } from '../eval/outcome.ts';
import { questionsIn } from '../eval/question.ts';

const folder = new URL('../questions/', import.meta.url);
const today = '2026-11-26';
const asked = readdirSync(folder)
  .flatMap((file) => questionsIn(new URL(file, folder).pathname))
  .filter(({ kind }) => kind === 'eligibility')
  .map(({ id, question, expect: { verdict, accept = [] } }) => ({
    id,
    question,
    right: [verdict, ...accept],
    got: verdictNames[verdictOn(factsFrom(question, today), today).kind],
  }));

test('Of all texts that are kept, not one gets a wrong verdict: where the bot is not right, it asks', () => {
  expect(asked.length).toBeGreaterThan(1900);
  expect(asked.filter(({ right, got }) => got !== 'needs_more_info' && !right.includes(got))).toEqual([]);
});

test('Most of them get the right verdict', () => {
  const right = asked.filter(({ right, got }) => right.includes(got));
  expect(right.length / asked.length).toBeGreaterThanOrEqual(0.88);
});
