import type { LeftBecause, ReleaseOutcome } from '../../services/applications/release-outcome.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';
import { decisionLines, tooManyWords } from './release-words.ts';
import { leftWords } from './staged-list.ts';

type Released = {
  hubId: string;
  hubName: string;
  cohort: string;
  /** When it was pressed. */
  askedAt: string;
  outcome: ReleaseOutcome;
};

/** Tells the lead who released decisions in the evening what became of them in the morning: counts, without names. */
export const decisionsReleased = definePage<Released>({
  page: ({ hubId, hubName, cohort, askedAt, outcome: { told, left, gone } }) => {
    const kept = sum(left);
    return {
      where: `${hubName} · Decisions kept for later · Cohort ${cohort}`,
      headline: headlineOf(sum(told), kept),
      paragraphs: [
        `You released these decisions on ${instantInEngland(askedAt)}, to go out when applicants are told.`,
        ...(left['too-many'] ? [tooManyWords] : []),
      ],
      rows: [
        ...(kept > 0 ? [{ label: 'Not told, and still kept', value: leftLines(left) }] : []),
        ...(sum(told) > 0 ? [{ label: 'What they were told', value: decisionLines(told) }] : []),
        ...(gone > 0 ? [{ label: 'Not told, because something else came first', value: String(gone) }] : []),
      ],
      footnote: 'Only you get this, because you released them.',
      actions: [
        ...(kept > 0
          ? [button('staged.list', { hubId, cohort }, { title: 'See who and why', style: 'positive' })]
          : []),
        button('applications.list', { hubId, cohort }, { title: 'All applications' }),
      ],
    };
  },
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    cohort: '10',
    askedAt: '2026-03-03T19:05:00.000Z',
    outcome: { told: { 'put-on-reserve': 1, decline: 12 }, left: { 'too-many': 4, conflicted: 1 }, gone: 2 },
  },
});

const sum = (counts: Partial<Record<string, number>>): number =>
  Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);

function headlineOf(told: number, kept: number): string {
  const are = told === 1 ? '1 applicant has been told' : `${told} applicants have been told`;
  const said = told === 0 ? 'Nobody has been told' : are;
  return kept > 0 ? `${said}, ${kept} still ${kept === 1 ? 'waits' : 'wait'}` : said;
}

const leftLines = (left: ReleaseOutcome['left']): string =>
  Object.entries(left)
    .toSorted(([, one], [, other]) => other - one)
    .map(([why, count]) => `${count}: ${whyWords(why as LeftBecause)}`)
    .join('\n');

const whyWords = (why: LeftBecause): string =>
  why === 'conflicted' ? 'you know them, so another lead must tell them' : leftWords[why];
