import { button } from './actions.ts';
import { definePage } from './page.ts';

/** One plain sentence or two, and a way on: for what cannot be done, is out of date, or went wrong. */
export const notice = definePage({
  page: (data: { where?: string; headline: string; text?: string }) => ({
    where: data.where ?? 'Secondary Mastery Specialist Programme',
    headline: data.headline,
    paragraphs: data.text ? [data.text] : [],
    actions: [button('help.open', {}, { title: 'What I can do' })],
  }),
  sample: {
    headline: 'This card is out of date.',
    text: 'Nothing was changed. Open it again to see how things stand now.',
  },
});
