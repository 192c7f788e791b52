import type { DatedText } from '../../services/people/hub.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland, shortened } from '../words.ts';
import { type AnswersShown, answerRows } from './answer-rows.ts';
import { noticeIn } from './privacy-notice.ts';

type Status = {
  cohort: string;
  hubId: string;
  hubName: string;
  contact: string;
  state: 'on-its-way' | 'with-hub' | 'withdrawn';
  submittedAt: string;
  /** The lead who submitted it for them, when one did. */
  submittedBy?: string | undefined;
  answers: AnswersShown | undefined;
  /** The hub's privacy notice. */
  privacy?: DatedText | undefined;
};

/** Where somebody's own application stands: the confirmation after Submit, and "my application" ever after. */
export const applicationStatus = definePage<Status>({
  page: ({ cohort, hubId, hubName, contact, state, submittedAt, submittedBy, answers, privacy }) => ({
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
      ...(submittedBy ? [{ label: 'Submitted for you by', value: submittedBy }] : []),
      { label: 'Questions, or something to change', value: contact || 'Ask your hub.' },
      ...(privacy ? [{ label: 'Privacy notice of your hub', value: noticeIn(privacy) }] : []),
      ...(answers ? answerRows(answers) : []),
    ],
    footnote: `Only you and the leads of ${hubName} see this.`,
    actions: [
      button('application.show', {}, { title: 'See how it stands now' }),
      ...(state === 'with-hub' ? [button('application.moving', {}, { title: 'Choose another hub' })] : []),
      button('hubs.about', { hubId }, { title: `About ${shortened(hubName, 30)}` }),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    cohort: '10',
    hubId: 'demo',
    privacy: { text: 'https://demohub.example/privacy', since: '2026-03-02' },
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
