import type { Release } from '../../services/applications/release.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { tooManyWords } from './release-words.ts';

type Left = {
  hubId: string;
  hubName: string;
  cohort: string;
  left: Pick<Release['left'][number], 'why'>[];
  /** Whether it goes to one lead, and not to their channel. */
  personal: boolean;
};

const mergedWords =
  'They were released by a hub that is part of yours now. Whether they hold for your hub is yours to say: I told nobody.';

/** Tells leads that somebody was not told when the others were. Without names: one of them may have applied. */
export const decisionsLeft = definePage<Left>({
  page: ({ hubId, hubName, cohort, left, personal }) => ({
    where: `${hubName} · For the leads · Decisions kept for later · Cohort ${cohort}`,
    headline: left.length === 1 ? '1 applicant has not been told' : `${left.length} applicants have not been told`,
    paragraphs: [
      'Their decisions were released, but something has changed since. They are still kept. Any others have been told.',
      ...(left.some(({ why }) => why === 'too-many') ? [tooManyWords] : []),
      ...(left.some(({ why }) => why === 'merged') ? [mergedWords] : []),
      ...(personal ? [] : ['Who they are and why: type “applications” to me and choose “Decisions kept for later”.']),
    ],
    footnote: `For the leads of ${hubName}.`,
    actions: personal
      ? [button('staged.list', { hubId, cohort }, { title: 'See who and why', style: 'positive' })]
      : [],
  }),
  sample: { hubId: 'demo', hubName: 'Demo Maths Hub', cohort: '10', left: [{ why: 'too-many' }], personal: true },
});
