import { link } from '../actions.ts';
import { definePage } from '../page.ts';

type Shown = { what: string; url: string; minutes: number };

/** A link to one download. */
export const downloadLink = definePage<Shown>({
  page: ({ what, url, minutes }) => ({
    where: 'Download',
    headline: 'Your download is ready',
    paragraphs: [
      `${what}. The link works once, for ${minutes} minutes. Whoever has it can use it, so keep it to yourself.`,
    ],
    footnote: `The button opens ${new URL(url).host} in your browser. Downloads are recorded.`,
    actions: [link(url, 'Open the download page')],
  }),
  sample: {
    what: 'What people asked in March 2026, as a CSV file',
    url: 'https://bot.example/exports/sample',
    minutes: 10,
  },
});
