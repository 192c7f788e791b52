import { z } from 'zod';
import type { FormStep, Way } from '../../services/applications/draft.ts';
import { type Button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { shortened } from '../words.ts';
import template from './step.json' with { type: 'json' };

const field = z.strictObject({
  kind: z.enum(['text', 'shaped', 'choice', 'school', 'tick', 'press', 'words', 'lines']),
  id: z.string(),
  label: z.string(),
  /** What is wrong with it, in our own words. It stands right above. */
  problem: z.string(),
  placeholder: z.string(),
  maxLength: z.int(),
  multiline: z.boolean(),
  regex: z.string(),
  error: z.string(),
  style: z.enum(['compact', 'expanded']),
  multiple: z.boolean(),
  title: z.string(),
  value: z.string(),
  options: z.array(z.strictObject({ title: z.string().min(1), value: z.string() })),
  /** Text from people, a run each. */
  lines: z.array(z.string().min(1)),
  presses: z.array(buttonSchema),
});
export type Field = z.infer<typeof field>;

const blank: Omit<Field, 'kind'> = {
  id: '',
  label: '',
  problem: '',
  placeholder: '',
  maxLength: 0,
  multiline: false,
  regex: '',
  error: '',
  style: 'compact',
  multiple: false,
  title: '',
  value: '',
  options: [],
  lines: [],
  presses: [],
};

/** Something the form asks for, or words and buttons that stand between its fields. */
export const formField = (kind: Field['kind'], given: Partial<Omit<Field, 'kind'>>): Field => ({
  ...blank,
  ...given,
  kind,
});

const data = z.strictObject({
  fallbackText: z.string(),
  where: z.string().min(1),
  headline: z.string().min(1),
  message: z.string(),
  paragraphs: z.array(z.string().min(1)),
  fields: z.array(field),
  footnote: z.string(),
  actions: z.array(buttonSchema).max(6),
});

const stepNumber: Record<FormStep, number> = { you: 1, school: 2, why: 3 };

/** What every step of the application form shows. */
export type StepShown = {
  op: string;
  cohort: string;
  version: number;
  /** The application that it changes, where one was sent already. */
  changes?: string | undefined;
  /** What became of the last press, in our own words. */
  message: string;
  /** What the hub asked for, where it asked for more: text from people. */
  asked: string;
};

/** What a button carries of the draft on its card. */
export const draftOn = ({ op, cohort, version, changes }: StepShown) => ({ op, cohort, version, changes });

type Step = StepShown & {
  step: FormStep;
  headline: string;
  paragraphs: string[];
  fields: Field[];
  footnote: string;
  actions: Button[];
};

const expand = defineCard({
  template,
  data,
  sample: {
    fallbackText: 'Step',
    where: 'Step',
    headline: 'Step',
    message: '',
    paragraphs: [],
    fields: [],
    footnote: '',
    actions: [],
  },
});

/** One step of the application form. */
export function stepCard({
  cohort,
  step,
  headline,
  message,
  asked,
  paragraphs,
  fields,
  footnote,
  actions,
}: Step): Card {
  const where = `Your application · Cohort ${cohort} · Step ${stepNumber[step]} of 3`;
  const said = [...askedLines(asked), ...paragraphs];
  const fallbackText = shortened([headline, message, ...said].filter(Boolean).join('\n'), 2000);
  return expand({ fallbackText, where, headline, message, paragraphs: said, fields, footnote, actions });
}

/** What the hub asked for, a line each. */
export const askedLines = (asked: string): string[] =>
  asked ? ['Your hub asks:', ...asked.split('\n').filter((line) => line.trim())] : [];

type Look = { title: string; style?: 'positive' };

/** The buttons at the foot of a step: on, back where there is something before it, and away. */
export function waysOn(press: (go: Way, look: Look) => Button, back: boolean): Button[] {
  return [
    press('next', { title: 'Save and next', style: 'positive' }),
    ...(back ? [press('back', { title: 'Save and go back' })] : []),
    press('later', { title: 'Save and finish later' }),
  ];
}
