import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';
import { type AnswersShown, answerRows } from './answer-rows.ts';

type View = { hubId: string; hubName: string; submittedAt: string; answers: AnswersShown };

/** One application, for the leads of its hub. */
export const applicationView = definePage<View>({
  page: ({ hubId, hubName, submittedAt, answers }) => ({
    where: `${hubName} · Application`,
    headline: 'With your hub',
    rows: [{ label: 'Submitted', value: instantInEngland(submittedAt) }, ...answerRows(answers)],
    footnote: 'For the leads of this hub. Keep it out of the cohort channel.',
    actions: [button('applications.list', { hubId }, { title: 'Back to all applications' })],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    submittedAt: '2026-03-03T16:05:00.000Z',
    answers: {
      name: 'Tess **Okafor** ${name}',
      email: 'tess@riverside.example',
      role: 'Maths teacher',
      school: 'Riverside Academy, Ashford',
      keyStages: ['KS3', 'KS4'],
      qts: 'not-sure',
      startedTeaching: '2021-09',
      why: 'First line.\nSecond line.',
      headteacher: 'Dr Amara Lowe',
    },
  },
});
