import { z } from 'zod';
import { type Button, buttonSchema, type Link, linkSchema } from './actions.ts';
import { type Card, type CardBuilder, defineCard } from './card.ts';
import template from './page.json' with { type: 'json' };
import { shortened } from './words.ts';

/**
 * The shape most cards share: where am I, the headline, short paragraphs, label and value rows, a footnote, actions.
 * Paragraphs, values and footnotes are text runs, which show Markdown as it is: text from people may stand in them and
 * nowhere else on a page.
 */
export type Page = {
  where: string;
  headline: string;
  paragraphs?: string[];
  rows?: { label: string; value: string }[];
  /** A short question about the card itself, in our own words, with its answers side by side. */
  asked?: { question: string; buttons: Button[] };
  footnote?: string;
  actions?: (Button | Link)[];
};

const pageData = z.strictObject({
  fallbackText: z.string(),
  where: z.string().min(1),
  headline: z.string().min(1),
  paragraphs: z.array(z.string().min(1)),
  rows: z.array(z.strictObject({ label: z.string().min(1), lines: z.array(z.string().min(1)) })),
  asked: z.strictObject({ question: z.string(), buttons: z.array(buttonSchema).max(3) }),
  footnote: z.string(),
  actions: z.array(z.union([buttonSchema, linkSchema])).max(6),
});

const nothingAsked: NonNullable<Page['asked']> = { question: '', buttons: [] };

const expand = defineCard({
  template,
  data: pageData,
  sample: {
    fallbackText: 'Page',
    where: 'Page',
    headline: 'Page',
    paragraphs: [],
    rows: [],
    asked: nothingAsked,
    footnote: '',
    actions: [],
  },
});

/** A page as a card. */
export function page(shown: Page): Card {
  const { where, headline, paragraphs = [], rows = [], asked = nothingAsked, footnote = '', actions = [] } = shown;
  const fallbackText = [headline, ...paragraphs, ...rows.map(({ label, value }) => `${label}: ${value}`)].join('\n');
  return expand({
    fallbackText: shortened(fallbackText, 2000),
    where,
    headline,
    paragraphs: paragraphs.flatMap(lines),
    rows: rows.map(({ label, value }) => ({ label, lines: lines(value) })),
    asked,
    footnote,
    actions,
  });
}

/** Defines a card that is a page. */
export function definePage<D>({ page: build, sample }: { page: (data: D) => Page; sample: D }): CardBuilder<D> {
  return Object.assign((data: D) => page(build(data)), { sample: () => page(build(sample)) });
}

/** A text run shows no line breaks, so each line becomes a run of its own. */
function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
