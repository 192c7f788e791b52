import type { Reminder } from '../../services/applications/reminder-rules.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { longDate } from '../words.ts';

type Reminded = {
  hubName: string;
  contact: string;
  cohort: string;
  rule: Reminder;
  headteacher: string;
  /** The last day of the offer, where there is one. */
  until: string | undefined;
};

/** Reminds an applicant of what their application waits for. */
export const applicationReminder = definePage<Reminded>({
  page: (shown) => {
    const { headline, paragraphs, waitsFor } = wordsFor(shown);
    return {
      where: `Your application · Cohort ${shown.cohort}`,
      headline,
      paragraphs,
      rows: [waitsFor, { label: 'Questions', value: shown.contact || 'Ask your hub.' }],
      footnote: 'You get this because you applied. Only you see it.',
      actions: [
        button('application.show', { cohort: shown.cohort }, { title: 'See my application', style: 'positive' }),
      ],
    };
  },
  sample: {
    hubName: 'Demo Maths Hub',
    contact: 'hub@demo.example',
    cohort: '10',
    rule: 'offer-ends-soon',
    headteacher: 'Dr Amara Lowe',
    until: '2026-03-16',
  },
});

function wordsFor({ hubName, rule, headteacher, until }: Reminded) {
  const head = { label: 'Headteacher', value: headteacher };
  const lastDay = { label: 'Last day to answer', value: until ? longDate(until) : 'Ask your hub' };
  switch (rule) {
    case 'endorsement-5':
      return {
        headline: 'Your headteacher has not answered yet',
        paragraphs: ['The link may have been missed. You can forward it once more, or make a new one.'],
        waitsFor: head,
      };
    case 'endorsement-10':
      return {
        headline: 'Your application still waits for your headteacher',
        paragraphs: [
          `${hubName} sees that it waits. If the link does not help, ask your hub: it can take your headteacher’s word another way.`,
        ],
        waitsFor: head,
      };
    case 'offer-half-way':
      return { headline: `${hubName} is keeping a place for you`, paragraphs: offerWords, waitsFor: lastDay };
    case 'offer-ends-soon':
      return { headline: 'The last day to accept your place is near', paragraphs: offerWords, waitsFor: lastDay };
  }
}

const offerWords = [
  'Accept it or turn it down by its last day. If you need longer, tell your hub.',
  'Nothing ends by itself: after the last day your hub decides whether to give you more time.',
];
