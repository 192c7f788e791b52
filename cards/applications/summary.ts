import { type FormStep, formSteps } from '../../services/applications/draft.ts';
import type { Problems, Window } from '../../services/applications/rules.ts';
import type { Verdict } from '../../services/eligibility/rules.ts';
import type { DatedText } from '../../services/people/hub.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { longDate } from '../words.ts';
import { type AnswersShown, answerRows } from './answer-rows.ts';
import { warningsFor } from './check-words.ts';
import { deleteButton } from './draft-deletion.ts';
import { noticeIn } from './privacy-notice.ts';
import { problemLines, windowNotice } from './problems.ts';
import { askedLines, draftOn, type StepShown } from './step.ts';

type Summary = StepShown & {
  hub:
    | {
        name: string;
        window: Window;
        privacy?: DatedText | undefined;
        commitments?: DatedText | undefined;
        /** Which texts these are. */
        texts: string;
      }
    | undefined;
  /** The whole, or what is wrong with it. */
  state: { kind: 'complete'; answers: AnswersShown; verdict: Verdict } | { kind: 'incomplete'; problems: Problems };
  /** The step to go to first. */
  first: FormStep;
  /** It changes an application that was sent. */
  changing: boolean;
  /** Which question of the hub's it answers, empty for none. */
  question: string;
  /** It names another school or headteacher than the one that was sent. */
  otherSchool: boolean;
};

const changeWords: Record<FormStep, string> = {
  you: 'Change what you say of yourself',
  school: 'Change school and hub',
  why: 'Change why',
};

/** All of a draft, before it is sent. */
export const summary = definePage<Summary>({
  page: (shown) => {
    const { cohort, hub, state, changing, message, asked } = shown;
    return {
      where: `Your application · Cohort ${cohort} · Check and send`,
      headline: headlineOf(shown),
      paragraphs: [
        ...(message ? [message] : []),
        ...askedLines(asked),
        ...(shown.otherSchool ? [agreeAnew] : []),
        ...(state.kind === 'incomplete' ? problemLines(state.problems) : warningsFor(state.verdict)),
      ],
      rows: [
        ...(hub ? [{ label: 'Your hub', value: hub.name }] : []),
        ...(hub && !changing ? [{ label: 'Applications', value: windowLine(hub.window) }] : []),
        ...(state.kind === 'complete' ? answerRows(state.answers) : []),
        ...(hub?.commitments ? [{ label: `What ${hub.name} asks of schools`, value: noticeIn(hub.commitments) }] : []),
        ...(hub?.privacy ? [{ label: 'Privacy notice of your hub', value: noticeIn(hub.privacy) }] : []),
      ],
      asked: { question: 'Something to change?', buttons: formSteps.map((step) => editButton(shown, step)) },
      footnote: hub
        ? `Nothing is sent until you press the button. Then the leads of ${hub.name} see this.`
        : 'Nothing is sent until you press the button.',
      actions: actionsOf(shown),
    };
  },
  sample: {
    op: 'sample',
    cohort: '10',
    version: 1,
    message: '',
    asked: '',
    hub: {
      name: 'Demo Maths Hub',
      window: { kind: 'open', closes: '2026-04-13' },
      privacy: { text: 'https://demohub.example/privacy', since: '2026-03-02' },
      commitments: { text: 'Cover for 7.5 days.', since: '2026-03-02' },
      texts: 'sample',
    },
    state: {
      kind: 'complete',
      answers: {
        name: 'Tess **Okafor** ${name}',
        email: 'tess@riverside.example',
        role: 'Maths teacher',
        school: 'Riverside Academy, Ashford',
        keyStages: ['KS3', 'KS4'],
        qts: 'yes',
        startedTeaching: '2025-09',
        why: 'I want my classes to understand.',
        headteacher: 'Dr Amara Lowe',
      },
      verdict: {
        kind: 'not-yet',
        reasons: [{ criterion: 'experience', outcome: 'not-met' }],
        missing: [],
        qualifiesFrom: '2027-09-01',
      },
    },
    first: 'you',
    changing: false,
    question: '',
    otherSchool: false,
  },
});

const agreeAnew =
  'You name another school or headteacher. Once you have sent this, a headteacher has to agree to it anew: you get a new link to forward, and an earlier one works no more.';

const editButton = ({ cohort, changes }: Summary, step: FormStep) =>
  button('application.step', { cohort, changes, step }, { title: changeWords[step] });

const isSendable = ({ hub, state, changing }: Summary) =>
  state.kind === 'complete' && (changing || hub?.window.kind === 'open');

function headlineOf(shown: Summary): string {
  if (shown.state.kind === 'incomplete') return 'Not ready to send yet';
  if (!isSendable(shown)) return 'Ready, but it cannot be sent today';
  return shown.changing ? 'Check your changes and send them' : 'Check your application and send it';
}

function windowLine(window: Window): string {
  return window.kind === 'open' ? `Open until the end of ${longDate(window.closes)}` : windowNotice(window);
}

function actionsOf(shown: Summary) {
  const { cohort, changes, question, otherSchool, hub, changing, state, first } = shown;
  const asShown = { ...draftOn(shown), asked: question, otherSchool, texts: hub?.texts ?? '' };
  const send = changing ? 'Send my changes' : 'Submit my application';
  const look = { title: send, style: 'positive' as const };
  return [
    ...(isSendable(shown) ? [button('application.submit', asShown, look)] : []),
    ...(state.kind === 'incomplete'
      ? [button('application.step', { cohort, changes, step: first }, { title: 'Go on with it', style: 'positive' })]
      : []),
    ...(changing
      ? [button('application.show', { cohort }, { title: 'Leave it as it was sent' })]
      : [button('help.open', {}, { title: 'Finish later' })]),
    deleteButton({ cohort, changes }),
  ];
}
