import { button } from '../actions.ts';
import { definePage } from '../page.ts';

/** "My application" where there is none yet, or only a draft. */
export const noApplication = definePage<{ drafted: boolean }>({
  page: ({ drafted }) => ({
    where: 'Your application',
    headline: drafted ? 'Your application is a draft, not sent yet' : 'You have not applied yet',
    paragraphs: [
      drafted
        ? 'Only you see it. Go on with it where you stopped.'
        : 'When you do, this is where you see how your application stands.',
    ],
    actions: [
      button(
        'application.open',
        {},
        {
          title: drafted ? 'Go on with my application' : 'Start an application',
          style: 'positive',
        },
      ),
      button('eligibility.open', {}, { title: 'Check if I can apply' }),
    ],
  }),
  sample: { drafted: false },
});
