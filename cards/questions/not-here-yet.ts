import { button } from '../actions.ts';
import { definePage } from '../page.ts';

/** What people ask the bot to do that it leaves to their hub for now. */
export type NotHereYet = 'log-day' | 'visits' | 'peers';

const words: Record<NotHereYet, { headline: string; text: string }> = {
  'log-day': {
    headline: 'I cannot log days here yet',
    text: 'Keep a note of the date, how long it took and what it was, and ask your hub how it records days. What your hub has sent me stands under “what next”.',
  },
  visits: {
    headline: 'I cannot arrange classroom visits here yet',
    text: 'Visits to primary and secondary classrooms are part of the two days in school and hub. Ask your hub which ones there are.',
  },
  peers: {
    headline: 'I cannot introduce you to other Specialists here yet',
    text: 'You develop lessons and resources with Cohort 10 peers. Ask your hub who they are.',
  },
};

/** Says what the bot cannot do, and who can. */
export const notHereYet = definePage<{ what: NotHereYet }>({
  page: ({ what }) => ({
    where: 'Not in this chat yet',
    headline: words[what].headline,
    paragraphs: [words[what].text],
    actions: [
      button('hubs.contacts', {}, { title: 'Reach my hub', style: 'positive' }),
      button('next.open', {}, { title: 'What next' }),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: { what: 'log-day' },
});
