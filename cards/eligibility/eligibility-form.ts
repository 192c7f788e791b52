import { z } from 'zod';
import { criteria } from '../../services/eligibility/criteria.ts';
import type { Facts } from '../../services/eligibility/facts.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import template from './eligibility-form.json' with { type: 'json' };

type Choice = {
  id: 'mathsTeacher' | 'qts' | 'stateFunded' | 'secondary';
  question: string;
  known: string;
  options: [string, string][];
};

/** The questions with a choice of answers. The values are the facts' own. */
const questions: Choice[] = [
  {
    id: 'mathsTeacher',
    question: criteria['maths-teacher'].question,
    known: 'You teach maths',
    options: [
      ['Yes', 'yes'],
      ['No', 'no'],
    ],
  },
  {
    id: 'qts',
    question: criteria.qts.question,
    known: 'You have QTS',
    options: [
      ['Yes', 'yes'],
      ['No, or not yet', 'no'],
      ['I have QTLS or something else', 'ask-hub'],
    ],
  },
  {
    id: 'stateFunded',
    question: criteria['state-funded'].question,
    known: 'Your school is state-funded',
    options: [
      ['By the state: academy, free school, council school …', 'yes'],
      ['By fees: independent school', 'no'],
      ['Something else, or not sure', 'ask-hub'],
    ],
  },
  {
    id: 'secondary',
    question: criteria.secondary.question,
    known: 'Your school is a secondary',
    options: [
      ['Yes, secondary', 'yes'],
      ['No, primary', 'no'],
      ['Something else: middle, all-through, special, college …', 'ask-hub'],
    ],
  },
];

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
  check: buttonSchema,
  back: buttonSchema,
});

type Form = { known: Facts; typed: Partial<Record<Choice['id'] | 'started', string>>; problem: string };

const build = ({ known, typed, problem }: Form) => {
  const anything = Object.keys(known).length > 0;
  const missing = questions.filter(({ id }) => known[id] === undefined);
  const headline = anything ? 'A little more, then I can tell you' : 'Can I apply? Tell me about yourself';
  return {
    fallbackText: [headline, ...missing.map(({ question }) => question)].join('\n'),
    headline,
    known: anything ? [`So far: ${heard(known)}.`] : [],
    problem,
    choices: missing.map(({ id, question, options }) => ({
      id,
      question,
      value: typed[id] ?? '',
      options: options.map(([title, value]) => ({ title, value })),
    })),
    askStart: known.experience === undefined,
    startQuestion: criteria.experience.question,
    started: typed.started ?? '',
    check: button('eligibility.check', { known }, { title: 'Check', style: 'positive' }),
    back: button('help.open', {}, { title: 'Not now' }),
  };
};

/** What the person has said so far, read back in words. */
function heard(known: Facts): string {
  const said = questions.flatMap(({ id, known: words, question, options }) => {
    if (known[id] === undefined) return [];
    const answer = options.find(([, value]) => value === known[id])?.[0] ?? 'your hub decides';
    return known[id] === 'yes' ? [words] : [`${question} ${answer}`];
  });
  return [...said, ...(known.experience ? ['You have told me how long you have taught'] : [])].join('; ');
}

const sample: Form = { known: { qts: 'yes' }, typed: {}, problem: 'Enter the month and year, like 09/2021' };

const expand = defineCard({ template, data, sample: build(sample) });

/** Asks for the facts the verdict still needs, and only for those. */
export const eligibilityForm = Object.assign((form: Form): Card => expand(build(form)), {
  sample: () => expand(build(sample)),
});
