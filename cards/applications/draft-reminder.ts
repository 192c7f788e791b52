import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { longDate } from '../words.ts';

/** Reminds somebody, once, of a draft whose hub closes soon. */
export const draftReminder = definePage<{ cohort: string; hubName: string; closes: string }>({
  page: ({ cohort, hubName, closes }) => ({
    where: `Your application · Cohort ${cohort}`,
    headline: 'Your draft has not been sent yet',
    paragraphs: [
      'If you would like to apply, finish and send it by the last day. If not, there is nothing you need to do.',
    ],
    rows: [{ label: `${hubName} takes applications until`, value: longDate(closes) }],
    footnote: 'This is the only reminder. Only you see your draft.',
    actions: [button('application.open', {}, { title: 'Go on with it', style: 'positive' })],
  }),
  sample: { cohort: '10', hubName: 'Demo Maths Hub', closes: '2026-04-13' },
});
