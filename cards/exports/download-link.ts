import { type Button, button, link } from '../actions.ts';
import { definePage } from '../page.ts';

type Shown = {
  what: string;
  url: string;
  minutes: number;
  /** To where the link was asked for. */
  back: Button;
};

/** A link to one download. */
export const downloadLink = definePage<Shown>({
  page: ({ what, url, minutes, back }) => ({
    where: 'Download',
    headline: 'Your download is ready',
    paragraphs: [
      `${what}. The link works once, for ${minutes} minutes. Whoever has it can use it, so keep it to yourself.`,
    ],
    footnote: `The button opens ${new URL(url).host} in your browser. Downloads are recorded.`,
    actions: [link(url, 'Open the download page'), back],
  }),
  sample: {
    what: 'What people asked in March 2026, as a CSV file',
    url: 'https://bot.example/exports/sample',
    minutes: 10,
    back: button('learning.insights', { month: '2026-03' }, { title: 'What people ask' }),
  },
});
