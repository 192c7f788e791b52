import type { Endorsement } from '../../services/applications/application.ts';
import type { ApplicationState } from '../../services/applications/states.ts';
import type { School } from '../../services/schools/school.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';
import { type AnswersShown, answerRows } from './answer-rows.ts';
import { endorsementButtons, endorsementRows } from './endorsement-rows.ts';
import { stateWords } from './state-words.ts';

type View = {
  hubId: string;
  hubName: string;
  applicationId: string;
  state: ApplicationState;
  submittedAt: string;
  /** The lead who submitted it for them, when one did. */
  submittedBy?: string | undefined;
  answers: AnswersShown;
  endorsement?: Endorsement | undefined;
  /** The school as the register has it. */
  registered?: Pick<School, 'head' | 'website'> | undefined;
  /** Names the code that the next press makes, for somebody the bot has not met. */
  codeOp?: string | undefined;
  /** Who may be passed to another hub with it, when they may. */
  movable?: string | undefined;
};

/** One application, for the leads of its hub. */
export const applicationView = definePage<View>({
  page: ({ hubId, hubName, applicationId, state, submittedAt, submittedBy, answers, codeOp, movable, ...shown }) => ({
    where: `${hubName} · Application`,
    headline: stateWords[state],
    paragraphs: [...(codeOp ? ['They have not opened the bot. A code lets them see their application in it.'] : [])],
    rows: [
      { label: 'Submitted', value: instantInEngland(submittedAt) },
      ...(submittedBy ? [{ label: 'Submitted for them by', value: submittedBy }] : []),
      ...endorsementRows(shown, shown.registered),
      ...answerRows(answers),
    ],
    footnote: 'For the leads of this hub. Keep it out of the cohort channel.',
    actions: [
      ...endorsementButtons({ hubId, applicationId, state, endorsement: shown.endorsement }),
      ...(codeOp
        ? [button('on-behalf.code', { op: codeOp, hubId, applicationId }, { title: 'Make a code for them' })]
        : []),
      button('applications.list', { hubId }, { title: 'Back to all applications' }),
      ...(movable
        ? [button('people.moving', { hubId, personId: movable }, { title: 'Pass it to another hub', overflow: true })]
        : []),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    applicationId: 'sample',
    state: 'withdrawn',
    movable: 'sample',
    submittedBy: 'Helen Marsh',
    codeOp: 'sample',
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
