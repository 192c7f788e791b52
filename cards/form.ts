import { z } from 'zod';
import { type Button, buttonSchema } from './actions.ts';
import { type Card, type CardBuilder, defineCard } from './card.ts';
import template from './form.json' with { type: 'json' };
import { shortened } from './words.ts';

/**
 * The shape of a short form: what it is for, a choice or a line to type, required unless it is `optional`, and boxes to
 * tick. A choice among many is `searched`, a text of several lines is `long`. Paragraphs may be text from people.
 */
export type Form = {
  where: string;
  headline: string;
  /** Why the last press did not do it. */
  problem?: string;
  paragraphs?: string[];
  choices?: {
    id: string;
    label: string;
    error: string;
    options: { title: string; value: string }[];
    /** What was chosen, or is unless they choose otherwise. */
    value?: string;
    searched?: true;
    optional?: true;
  }[];
  texts?: {
    id: string;
    label: string;
    error: string;
    maxLength: number;
    value: string;
    /** What is wrong with what was typed here. */
    problem?: string;
    long?: true;
    optional?: true;
  }[];
  ticks?: { id: string; label: string; title: string; value: boolean }[];
  footnote?: string;
  actions: Button[];
};

const data = z.strictObject({
  fallbackText: z.string(),
  where: z.string().min(1),
  headline: z.string().min(1),
  problem: z.string(),
  paragraphs: z.array(z.string().min(1)),
  choices: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string().min(1),
      error: z.string().min(1),
      options: z.array(z.strictObject({ title: z.string().min(1), value: z.string() })),
      value: z.string(),
      style: z.enum(['compact', 'filtered']),
      required: z.boolean(),
    }),
  ),
  texts: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string().min(1),
      error: z.string().min(1),
      maxLength: z.int(),
      value: z.string(),
      problem: z.string(),
      multiline: z.boolean(),
      required: z.boolean(),
    }),
  ),
  ticks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string().min(1),
      label: z.string().min(1),
      value: z.enum(['true', 'false']),
    }),
  ),
  footnote: z.string(),
  actions: z.array(buttonSchema).max(6),
});

const empty = { problem: '', paragraphs: [], choices: [], texts: [], ticks: [], footnote: '', actions: [] };
const sample = { ...empty, fallbackText: 'Form', where: 'Form', headline: 'Form' };
const expand = defineCard({ template, data, sample });

function form({ choices = [], texts = [], ticks = [], ...shown }: Form): Card {
  const text = [shown.headline, shown.problem ?? '', ...(shown.paragraphs ?? [])].filter(Boolean).join('\n');
  return expand({
    ...empty,
    ...shown,
    choices: choices.map(({ searched, optional, value = '', ...choice }) => {
      return { ...choice, value, style: searched ? 'filtered' : 'compact', required: !optional };
    }),
    texts: texts.map(({ long, optional, problem = '', ...one }) => ({
      ...one,
      problem,
      multiline: long ?? false,
      required: !optional,
    })),
    ticks: ticks.map(({ value, ...tick }) => ({ ...tick, value: value ? 'true' : 'false' })),
    fallbackText: shortened(text, 2000),
  });
}

/** Defines a card that is a short form. */
export function defineForm<D>({ form: build, sample }: { form: (data: D) => Form; sample: D }): CardBuilder<D> {
  return Object.assign((data: D) => form(build(data)), { sample: () => form(build(sample)) });
}
