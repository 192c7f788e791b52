import type { StagedLine } from '../../services/applications/lines.ts';
import type { Release } from '../../services/applications/release.ts';
import type { LeftBecause } from '../../services/applications/release-outcome.ts';
import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { instantInEngland, inWords, shortened } from '../words.ts';
import { decisionWords } from './decision-words.ts';

type Kept = {
  op: string;
  hubId: string;
  hubName: string;
  cohort: string;
  lines: Pick<StagedLine, 'applicationId' | 'name' | 'event'>[];
  next: string | undefined;
  isFirst: boolean;
  release: Pick<Release, 'due' | 'doneAt' | 'askedAt' | 'left'> | undefined;
  message: string;
};

/** Why somebody was not told when the others were. */
export const leftWords: Record<LeftBecause, string> = {
  full: 'all places are taken',
  'too-many': 'more offers were kept than places are free',
  'no-quota': 'the number of places is not set',
  conflicted: 'whoever released it knows them, so another lead must',
  'not-now': 'the application has moved on',
  denied: 'whoever released it is no lead any more',
  'too-early': 'the offer still runs',
  opened: 'the application has moved on',
  refused: 'the words are missing',
  merged: 'the hub that released it is part of another now',
};

/** The decisions that a hub's leads have made and told nobody yet. */
export const stagedList = defineList<Kept>({
  list: (shown) => {
    const { hubId, hubName, cohort, lines, message } = shown;
    return {
      where: `${hubName} · Decisions kept for later · Cohort ${cohort}`,
      headline: lines.length > 0 ? 'Nobody has been told of these' : 'Nothing is kept for later',
      message: [message, releaseWords(shown), lines.length > 0 ? '' : emptyWords].filter(Boolean).join(' '),
      rows: lines.map(({ applicationId, name, event }) => ({
        title: name,
        lines: [decisionWords[event].title],
        button: button('decisions.open', { hubId, applicationId }, { title: `Open ${shortened(name, 18)}` }),
      })),
      footnote: 'Applicants are told from 8 am to 6 pm on working days.',
      actions: actionsOf(shown),
    };
  },
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    cohort: '10',
    lines: [{ applicationId: 'sample', name: 'Tess **Okafor** ${name}', event: 'offer' }],
    next: 'sample',
    isFirst: true,
    release: {
      askedAt: '2026-03-03T19:05:00.000Z',
      doneAt: '2026-03-04T09:00:00.000Z',
      left: [{ applicationId: 'sample', name: 'Tess **Okafor** ${name}', why: 'full' }],
    },
    message: '',
  },
});

const emptyWords = 'When you decide on an application you can keep it for later, and tell everybody together.';

function releaseWords({ release, lines }: Kept): string {
  if (!release) return '';
  if (release.due) return `They go out on ${instantInEngland(release.due)}.`;
  if (!release.doneAt) return 'They are being told now, one after another. Open this again in a minute.';
  const left = release.left.filter(({ applicationId }) => lines.some((line) => line.applicationId === applicationId));
  if (left.length === 0) return '';
  const named = left.map(({ name, why }) => `${name} (${leftWords[why]})`);
  return `Not told when the others were, on ${instantInEngland(release.doneAt)}: ${inWords(named)}.`;
}

function actionsOf({ op, hubId, cohort, lines, next, isFirst, release }: Kept) {
  const waits = release?.due !== undefined;
  return [
    ...(lines.length > 0 && !waits
      ? [button('staged.ask', { hubId, cohort }, { title: 'Release all', style: 'positive' })]
      : []),
    ...(waits ? [button('staged.cancel', { op, hubId, cohort }, { title: 'Do not release them' })] : []),
    ...(next ? [button('staged.list', { hubId, cohort, after: next }, { title: 'Next page' })] : []),
    button(
      'staged.list',
      { hubId, cohort },
      { title: isFirst ? 'Refresh this list' : 'First page', overflow: next !== undefined },
    ),
    button('applications.list', { hubId, cohort }, { title: 'All applications' }),
  ];
}
