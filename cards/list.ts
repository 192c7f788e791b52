import { z } from 'zod';
import { type Button, buttonSchema } from './actions.ts';
import { type Card, type CardBuilder, defineCard } from './card.ts';
import template from './list.json' with { type: 'json' };
import { shortened } from './words.ts';

/** The shape of every list: rows of a title, small lines and one button. Titles and lines may be text from people. */
export type List = {
  where: string;
  headline: string;
  /** What became of the last press, or what an empty list says. */
  message?: string;
  rows: { title: string; lines: string[]; button: Button }[];
  footnote?: string;
  actions: Button[];
};

const data = z.strictObject({
  fallbackText: z.string(),
  where: z.string().min(1),
  headline: z.string().min(1),
  message: z.string(),
  rows: z
    .array(z.strictObject({ title: z.string().min(1), lines: z.array(z.string().min(1)), button: buttonSchema }))
    .max(10),
  footnote: z.string(),
  actions: z.array(buttonSchema).max(6),
});

const sample = {
  fallbackText: 'List',
  where: 'List',
  headline: 'List',
  message: '',
  rows: [],
  footnote: '',
  actions: [],
};
const expand = defineCard({ template, data, sample });

function list({ message = '', footnote = '', ...shown }: List): Card {
  const lines = [shown.headline, message, ...shown.rows.flatMap(({ title, lines }) => [title, ...lines])];
  return expand({ ...shown, message, footnote, fallbackText: shortened(lines.filter(Boolean).join('\n'), 2000) });
}

/** Defines a card that is a list. */
export function defineList<D>({ list: build, sample }: { list: (data: D) => List; sample: D }): CardBuilder<D> {
  return Object.assign((data: D) => list(build(data)), { sample: () => list(build(sample)) });
}
