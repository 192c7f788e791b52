import { z } from 'zod';
import type { Facts } from '../../services/eligibility/facts.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import template from './eligibility-form.json' with { type: 'json' };
import { heard } from './heard.ts';
import { type Choice, questions, startQuestion } from './questions.ts';

const data = z.strictObject({
  fallbackText: z.string(),
  headline: z.string(),
  known: z.array(z.string()),
  problem: z.string(),
  choices: z.array(
    z.strictObject({
      id: z.string(),
      question: z.string(),
      value: z.string(),
      options: z.array(z.strictObject({ title: z.string(), value: z.string() })),
    }),
  ),
  askStart: z.boolean(),
  startQuestion: z.string(),
  started: z.string(),
  footnote: z.string(),
  check: buttonSchema,
  back: buttonSchema,
});

type Form = {
  known: Facts;
  about: 'self' | 'another';
  typed: Partial<Record<Choice['id'] | 'started', string>>;
  problem: string;
};

const build = ({ known, about, typed, problem }: Form) => {
  const anything = Object.keys(known).length > 0;
  const missing = questions.filter(({ id }) => known[id] === undefined);
  const asked = ({ question, questionOfThem }: Pick<Choice, 'question' | 'questionOfThem'>) =>
    about === 'self' ? question : questionOfThem;
  const headline = anything ? 'A little more, then I can tell you' : 'Can I apply? Tell me about yourself';
  return {
    fallbackText: [headline, ...missing.map(asked)].join('\n'),
    headline,
    known: heard(known, about),
    problem,
    choices: missing.map(({ id, options, ...choice }) => ({
      id,
      question: asked(choice),
      value: typed[id] ?? '',
      options,
    })),
    askStart: known.experience === undefined,
    startQuestion: startQuestion[about],
    started: typed.started ?? '',
    footnote:
      about === 'self'
        ? 'Only you see this. I remember it for 30 days, so that you are not asked twice. It is not an application.'
        : 'Only you see this. What you say about somebody else is not kept.',
    check: button('eligibility.check', { known, about }, { title: 'Check', style: 'positive' }),
    back: button('help.open', {}, { title: 'Not now' }),
  };
};

const sample: Form = {
  known: { qts: 'yes' },
  about: 'self',
  typed: {},
  problem: 'Enter the month and year, like 09/2021',
};

const expand = defineCard({ template, data, sample: build(sample) });

/** Asks for the facts the verdict still needs, and only for those. */
export const eligibilityForm = Object.assign((form: Form): Card => expand(build(form)), {
  sample: () => expand(build(sample)),
});
