import type { OwnApplication } from '../../services/applications/look.ts';
import { isUndecided } from '../../services/applications/states.ts';
import type { DatedText } from '../../services/people/hub.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland, shortened } from '../words.ts';
import { type AnswersShown, answerRows } from './answer-rows.ts';
import { linkButtons } from './link-buttons.ts';
import { noticeIn } from './privacy-notice.ts';
import { standingWords } from './state-words.ts';

type Status = {
  cohort: string;
  hubId: string;
  hubName: string;
  contact: string;
  state: OwnApplication['state'];
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
    headline: standingWords[state].headline(hubName),
    paragraphs: [standingWords[state].next],
    rows: [
      { label: 'Submitted', value: instantInEngland(submittedAt) },
      ...(submittedBy ? [{ label: 'Submitted for you by', value: submittedBy }] : []),
      { label: 'Questions, or something to change', value: contact || 'Ask your hub.' },
      ...(privacy ? [{ label: 'Privacy notice of your hub', value: noticeIn(privacy) }] : []),
      ...(answers ? answerRows(answers) : []),
    ],
    footnote: `Only you and the leads of ${hubName} see this.`,
    actions: [
      ...linkButtons({ state }),
      button('application.show', {}, { title: 'See how it stands now' }),
      ...(state !== 'on-its-way' && isUndecided(state)
        ? [button('application.moving', {}, { title: 'Choose another hub' })]
        : []),
      button('hubs.about', { hubId }, { title: `About ${shortened(hubName, 30)}`, overflow: true }),
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
