import { button } from '../actions.ts';
import { definePage } from '../page.ts';

/** "My application" where there is none yet. */
export const noApplication = definePage({
  page: (_: Record<string, never>) => ({
    where: 'Your application',
    headline: 'You have not applied yet',
    paragraphs: ['When you do, this is where you see how your application stands.'],
    actions: [
      button('application.open', {}, { title: 'Start an application', style: 'positive' }),
      button('eligibility.open', {}, { title: 'Check if I can apply' }),
    ],
  }),
  sample: {},
});
