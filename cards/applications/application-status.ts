import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';
import { type AnswersShown, answerRows } from './answer-rows.ts';

type Status = {
  cohort: string;
  hubName: string;
  contact: string;
  state: 'on-its-way' | 'with-hub' | 'withdrawn';
  submittedAt: string;
  answers: AnswersShown;
};

/** Where somebody's own application stands: the confirmation after Submit, and "my application" ever after. */
export const applicationStatus = definePage<Status>({
  page: ({ cohort, hubName, contact, state, submittedAt, answers }) => ({
    where: `Your application · Cohort ${cohort}`,
    headline:
      state === 'with-hub' ? `Your application is with ${hubName}` : `Your application is on its way to ${hubName}`,
    paragraphs: [
      state === 'with-hub'
        ? 'Its leads can see it. Next, they choose from everyone who applied and tell you. The programme document does not say when.'
        : 'It is safely stored and will be with the hub shortly. There is nothing you need to do.',
    ],
    rows: [
      { label: 'Submitted', value: instantInEngland(submittedAt) },
      { label: 'Questions, or something to change', value: contact },
      ...answerRows(answers),
    ],
    footnote: `Only you and the leads of ${hubName} see this.`,
    actions: [
      button('application.show', {}, { title: 'See how it stands now' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {
    cohort: '10',
    hubName: 'Demo Maths Hub',
    contact: 'hub@demo.example',
    state: 'with-hub',
    submittedAt: '2026-03-03T16:05:00.000Z',
    answers: {
      name: 'Tess Okafor',
      email: 'tess@riverside.example',
      role: 'Maths teacher',
      school: 'Riverside Academy, Ashford',
      keyStages: ['KS3', 'KS4'],
      qts: 'yes',
      startedTeaching: '2021-09',
      why: 'I want my classes to understand, not only to remember.',
      headteacher: 'Dr Amara Lowe',
    },
  },
});
