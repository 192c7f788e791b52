import { definePage } from './page.ts';

/** A headline and a sentence or two for somebody the bot can do nothing for but say how to reach a person. */
export const notice = definePage({
  page: (data: { headline: string; text: string }) => ({
    where: 'Secondary Mastery Specialist Programme',
    headline: data.headline,
    paragraphs: [data.text],
  }),
  sample: {
    headline: 'This card is out of date.',
    text: 'Nothing was changed. Open it again to see how things stand now.',
  },
});
