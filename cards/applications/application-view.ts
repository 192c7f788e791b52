import type { Application } from '../../services/applications/application.ts';
import { opinionViews } from '../../services/applications/application.ts';
import type { Conflict } from '../../services/applications/open.ts';
import type { Hub } from '../../services/people/hub.ts';
import type { School } from '../../services/schools/school.ts';
import type { viewParts } from '../actions.ts';
import { type Button, button } from '../actions.ts';
import { definePage, type Page } from '../page.ts';
import { answersPart } from './application-view-answers.ts';
import { checkPart } from './application-view-check.ts';
import { historyPart, notesPart } from './application-view-notes.ts';
import { sampleApplication } from './sample-application.ts';
import { stateWords } from './state-words.ts';

export type ViewPart = (typeof viewParts)[number];

/** One application as a lead sees it, whichever of its cards is shown. */
export type View = {
  /** Names the next press. */
  op: string;
  hubId: string;
  hubName: string;
  applicationId: string;
  application: Application;
  /** Why this lead leaves it to others, when they do. */
  conflict: Conflict | undefined;
  /** Those that this lead may see, and whether they may give theirs. */
  opinions: Application['opinions'];
  mayOpine: boolean;
  /** The school as the register has it, and how many others applied from there. */
  school: School | undefined;
  others: number;
  /** What the hub looks for, in its own words. */
  criteria: { text: string; since: string } | undefined;
  /** What it has a school commit to. */
  commitments: Hub['commitments'];
  /** What leads and others who did something are called, by personId. */
  names: Record<string, string>;
  /** Which note the card begins with, the newest being 0. */
  from: number;
  /** Names the code that the next press makes, for somebody the bot has not met. */
  codeOp: string | undefined;
  /** Who may be passed to another hub with it, when they may. */
  movable: string | undefined;
  /** What became of the last press. */
  message: string;
};

type Part = Pick<Page, 'rows' | 'paragraphs' | 'asked'> & { buttons: Button[] };

/** What each of its cards is called, and what stands on it. */
const parts: Record<ViewPart, { title: string; build: (view: View) => Part }> = {
  answers: { title: 'Answers', build: answersPart },
  check: { title: 'Check and school', build: checkPart },
  notes: { title: 'Notes and opinions', build: notesPart },
  history: { title: 'History', build: historyPart },
};

const conflictWords: Record<Conflict, string> = {
  own: 'This is your own application, so other leads decide it and you see no more than you sent.',
  known: 'You have said that you know this person, so other leads decide it.',
};

function pageOf(view: View, part: ViewPart): Page {
  const { hubName, application, conflict, message } = view;
  const { buttons, paragraphs = [], ...shown } = parts[part].build(view);
  return {
    where: `${hubName} · Application · ${parts[part].title}`,
    headline: stateWords[application.state],
    ...shown,
    paragraphs: [message, conflict ? conflictWords[conflict] : '', ...paragraphs].filter(Boolean),
    footnote: 'For the leads of this hub. Keep it out of the cohort channel.',
    actions: [...ways(view, part), ...buttons.map((one) => ({ ...one, mode: 'secondary' }))],
  };
}

/** Where one goes from here: to the decision first, then to the other cards of the application, then to the list. */
function ways({ hubId, applicationId, application, conflict }: View, part: ViewPart): Button[] {
  const back = (overflow: boolean) =>
    button(
      'applications.list',
      { hubId, cohort: application.cohort, state: application.state },
      { title: 'Back to all applications', overflow },
    );
  if (conflict === 'own') return [back(false)];
  const to = (other: ViewPart, overflow = false) =>
    button('applications.view', { hubId, applicationId, part: other }, { title: parts[other].title, overflow });
  const decide = button('decisions.open', { hubId, applicationId }, { title: 'Decide', style: 'positive' });
  const first = conflict ? [] : [decide];
  switch (part) {
    case 'answers':
      return [...first, to('check'), to('notes'), back(true)];
    case 'check':
      return [...first, to('answers'), to('notes'), back(true)];
    case 'notes':
      return [...first, to('answers'), to('history'), back(true)];
    case 'history':
      return [...first, to('answers'), to('notes'), back(true)];
  }
}

const nasty = 'Tess **Okafor** ${name}';
const sample: View = {
  op: 'sample',
  hubId: 'demo',
  hubName: 'Demo Maths Hub',
  applicationId: 'sample',
  application: sampleApplication(nasty),
  conflict: undefined,
  opinions: opinionViews.map((view) => ({ by: 'helen', at: '2026-03-04T10:00:00.000Z', view, words: nasty })),
  mayOpine: true,
  school: undefined,
  others: 2,
  criteria: { text: 'We look for people who will share what they learn.', since: '2026-03-02' },
  commitments: { text: 'Ten days of cover.', since: '2026-03-02' },
  names: { helen: 'Helen Marsh' },
  from: 0,
  codeOp: 'sample',
  movable: 'sample',
  message: 'This changed while you were looking. Here is how it stands now.',
};

const define = (part: ViewPart) => definePage<View>({ page: (view) => pageOf(view, part), sample });

/** One application, for the leads of its hub, on four cards. */
export const applicationView: Record<ViewPart, ReturnType<typeof define>> = {
  answers: define('answers'),
  check: define('check'),
  notes: define('notes'),
  history: define('history'),
};
