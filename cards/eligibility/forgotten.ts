import { button } from '../actions.ts';
import { definePage } from '../page.ts';

/** What somebody told the bot about themselves is gone. */
export const forgotten = definePage<Record<string, never>>({
  page: () => ({
    where: 'Can I apply?',
    headline: 'I have forgotten what you told me',
    paragraphs: ['Your application, if you have made one, is not touched.'],
    actions: [
      button('eligibility.open', {}, { title: 'Check again' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {},
});
