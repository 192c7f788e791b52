import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { deleteButton } from './draft-deletion.ts';

/** What there is instead: nothing, a draft, nothing any more, or nothing that could be deleted. */
export type Instead = 'nothing' | 'draft' | 'deleted' | 'no-draft';

const words: Record<Instead, { headline: string; paragraph: string }> = {
  nothing: {
    headline: 'You have not applied yet',
    paragraph: 'When you do, this is where you see how your application stands.',
  },
  draft: {
    headline: 'Your application is a draft, not sent yet',
    paragraph: 'Only you see it. Go on with it where you stopped.',
  },
  deleted: {
    headline: 'Your draft is deleted',
    paragraph:
      'Nothing of it is left, nothing was sent, and I do not remind you of it. You can begin anew at any time.',
  },
  'no-draft': {
    headline: 'You have no draft',
    paragraph: 'There is nothing to delete. What you save of an application is kept as a draft until you send it.',
  },
};

/** "My application" where there is none yet, or only a draft; also once that is deleted. */
export const noApplication = definePage<{ cohort: string; instead: Instead }>({
  page: ({ cohort, instead }) => ({
    where: 'Your application',
    headline: words[instead].headline,
    paragraphs: [words[instead].paragraph],
    actions: [
      button(
        'application.open',
        {},
        { title: instead === 'draft' ? 'Go on with my application' : 'Start an application', style: 'positive' },
      ),
      button('eligibility.open', {}, { title: 'Check if I can apply' }),
      ...(instead === 'draft' ? [deleteButton({ cohort })] : []),
    ],
  }),
  sample: { cohort: '10', instead: 'draft' },
});
