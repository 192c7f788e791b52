import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';
import { decisionLines } from './release-words.ts';

type Asked = {
  op: string;
  hubId: string;
  hubName: string;
  cohort: string;
  /** What is released, in one word: other decisions are another. */
  seen: string;
  offers: number;
  reserves: number;
  declines: number;
  /** When they go out, where it is outside working hours now. */
  waitsUntil: string | undefined;
  message: string;
};

/** Asks once more before everybody is told. */
export const stagedRelease = definePage<Asked>({
  page: ({ op, hubId, hubName, cohort, offers, reserves, declines, seen, waitsUntil, message }) => {
    const total = offers + reserves + declines;
    return {
      where: `${hubName} · Decisions kept for later · Cohort ${cohort}`,
      headline: total === 1 ? 'Tell 1 applicant?' : `Tell ${total} applicants?`,
      paragraphs: [
        ...(message ? [message] : []),
        waitsUntil
          ? `Applicants are told from 8 am to 6 pm on working days, so these go out on ${instantInEngland(waitsUntil)}. Until then you can call it off. I write to you here once they are out.`
          : 'They are told at once, each in their own chat with me. It cannot be called off then.',
      ],
      rows: [
        {
          label: 'What they are told',
          value: decisionLines({ offer: offers, 'put-on-reserve': reserves, decline: declines }),
        },
      ],
      actions: [
        button('staged.release', { op, hubId, cohort, seen }, { title: 'Release them', style: 'positive' }),
        button('staged.list', { hubId, cohort }, { title: 'Back, tell nobody' }),
      ],
    };
  },
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    cohort: '10',
    seen: 'sample',
    offers: 4,
    reserves: 1,
    declines: 12,
    waitsUntil: '2026-03-04T09:00:00.000Z',
    message: 'What is kept has changed while you were looking. This is what would be told now.',
  },
});
