import type { WordsUnsent } from '../../services/applications/draft-answers.ts';
import { type OwnApplication, ownStanding } from '../../services/applications/look.ts';
import { ownEvents } from '../../services/applications/own-move.ts';
import { isEnded, isUndecided } from '../../services/applications/states.ts';
import type { Hub } from '../../services/people/hub.ts';
import { type Button, behindDots, button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland, shortened } from '../words.ts';
import { answerRows } from './answer-rows.ts';
import { historyLines } from './history.ts';
import { linkButtons } from './link-buttons.ts';
import { noticeIn } from './privacy-notice.ts';
import { dateRows, saidRows } from './said-rows.ts';
import { standingWords, waitingFor } from './state-words.ts';
import { unsentRows } from './unsent-rows.ts';

/** What of somebody's own application is shown to them. */
type OwnShown = Pick<
  OwnApplication,
  'state' | 'hubId' | 'applicationId' | 'submittedAt' | 'answers' | 'application'
> & { hub: Pick<Hub, 'name' | 'contact' | 'privacy'> };

type Status = {
  op: string;
  cohort: string;
  own: OwnShown;
  /** The lead who submitted it for them, when one did. */
  submittedBy?: string | undefined;
  /** What became of the last press, in our own words. */
  message?: string;
  /** What they had written to change it, where it was not sent. */
  unsent?: WordsUnsent | undefined;
};

/** Where somebody's own application stands: the confirmation after Submit, and "my application" ever after. */
export const applicationStatus = definePage<Status>({
  page: (shown) => {
    const { cohort, own, submittedBy, message, unsent = {} } = shown;
    const { hub, state, submittedAt, answers, application } = own;
    const standing = ownStanding(state, application);
    const waiting = waitingFor(standing, hub.name);
    return {
      where: `Your application · Cohort ${cohort}`,
      headline: standingWords[standing].headline(hub.name),
      paragraphs: [
        ...(message ? [message] : []),
        ...(unsentRows(unsent).length > 0 ? ['What you wrote was not sent. It is below, to copy.'] : []),
        standingWords[standing].next,
      ],
      rows: [
        ...unsentRows(unsent),
        ...(application ? saidRows(application, hub.name) : []),
        ...(waiting ? [{ label: 'Who is being waited for', value: waiting }] : []),
        ...(application ? dateRows(application) : []),
        { label: 'Submitted', value: instantInEngland(submittedAt) },
        ...(submittedBy ? [{ label: 'Submitted for you by', value: submittedBy }] : []),
        { label: 'Questions, or something to change', value: hub.contact || 'Ask your hub.' },
        ...(application && application.steps.length > 1
          ? [{ label: 'What has happened', value: historyLines(application.steps) }]
          : []),
        ...(hub.privacy ? [{ label: 'Privacy notice of your hub', value: noticeIn(hub.privacy) }] : []),
        ...(answers ? answerRows(answers) : []),
      ],
      footnote: `Only you and the leads of ${hub.name} see this.`,
      actions: threeInSight(buttonsFor(shown)),
    };
  },
  sample: {
    op: 'sample',
    cohort: '10',
    own: {
      hubId: 'demo',
      applicationId: 'sample',
      hub: {
        name: 'Demo Maths Hub',
        contact: 'hub@demo.example',
        privacy: { text: 'https://demohub.example/privacy', since: '2026-03-02' },
      },
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
        subjectLeaderKnows: true,
        hasReadInformation: true,
        headteacher: 'Dr Amara Lowe',
      },
      application: undefined,
    },
  },
});

/** What they can do, what matters most first. */
function buttonsFor({ op, cohort, own }: Status): Button[] {
  const { state, applicationId, hubId, hub } = own;
  const events = ownEvents(own);
  const about = { cohort, applicationId };
  const accept = { title: 'Accept your place', style: 'positive' as const };
  const withdraw = state === 'accepted' ? 'Give my place back' : 'Withdraw my application';
  return [
    ...(events.includes('accept') ? [button('application.accept', { op, ...about }, accept)] : []),
    ...(events.includes('turn-down') ? [button('application.turning-down', about, { title: 'Turn it down' })] : []),
    ...(events.includes('send-more')
      ? [button('application.edit', about, { title: 'Change it and send it again', style: 'positive' })]
      : []),
    ...linkButtons({ state, cohort }),
    ...(state !== 'on-its-way' && isEnded(state)
      ? [button('application.open', {}, { title: 'Apply again', style: 'positive' })]
      : []),
    ...(events.includes('edit') ? [button('application.edit', about, { title: 'Change my application' })] : []),
    button('application.show', { cohort }, { title: 'See how it stands now' }),
    ...(state !== 'on-its-way' && isUndecided(state)
      ? [button('application.moving', { cohort }, { title: 'Choose another hub' })]
      : []),
    ...(events.includes('withdraw') ? [button('application.withdrawing', about, { title: withdraw })] : []),
    button('hubs.about', { hubId }, { title: `About ${shortened(hub.name, 30)}` }),
  ];
}

/** The first three in sight, three more behind the dots. */
const threeInSight = (buttons: Button[]): Button[] =>
  buttons.slice(0, 6).map((one, index) => (index < 3 ? one : behindDots(one)));
