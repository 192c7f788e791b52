import type { CriterionId } from '../../services/eligibility/criteria.ts';
import type { Verdict } from '../../services/eligibility/rules.ts';
import { type Button, button } from '../actions.ts';
import { definePage, type Page } from '../page.ts';
import { longDate } from '../words.ts';

type Reason = {
  criterion: CriterionId;
  statement: string;
  outcome: Verdict['reasons'][number]['outcome'];
  reason: string;
};
type Shown = {
  kind: Exclude<Verdict['kind'], 'need-to-know'>;
  /** Whom it is about: the person asking, or somebody they ask for. */
  about: 'self' | 'another';
  qualifiesFrom: string | undefined;
  reasons: Reason[];
  source: string;
  /** Ways to ask one's hub what the document leaves open. */
  ask: Button[];
};

const outcomeWords = { 'not-met': 'Not met', 'ask-hub': 'Ask your hub', missing: 'Not told yet' };

/** What stands in the way first, a row each; then all that is in place, in one. */
function rowsFor(reasons: Reason[]) {
  const open = reasons.flatMap(({ statement, outcome, reason }) =>
    outcome === 'met' ? [] : [{ label: statement, value: `${outcomeWords[outcome]}. ${reason}` }],
  );
  const met = reasons.filter(({ outcome }) => outcome === 'met').map(({ statement }) => statement);
  return met.length > 0 ? [...open, { label: 'In place', value: met.join('\n') }] : open;
}

const limited = 'Being able to apply is not a place: places are limited, and your hub selects from those who apply.';

/** Whether somebody can apply, with each reason and where it comes from. */
export const verdict = definePage<Shown>({
  page: ({ kind, about, qualifiesFrom, reasons, source, ask }) => ({
    where: about === 'self' ? 'Can I apply? · Answer' : 'Can they apply? · Answer',
    ...messageFor(kind, about, qualifiesFrom),
    rows: rowsFor(reasons),
    footnote: `Source: ${source}. Checked from what you told me, today.`,
    actions: [...ask, ...actionsFor(kind, about)],
  }),
  sample: {
    kind: 'not-yet',
    about: 'self',
    qualifiesFrom: '2027-09-01',
    reasons: [
      { criterion: 'qts', statement: 'Qualified teacher status', outcome: 'met', reason: 'You have QTS.' },
      {
        criterion: 'experience',
        statement: 'Two years of teaching',
        outcome: 'not-met',
        reason: 'You have less than two years so far.',
      },
    ],
    source: 'NCP25-03, Participant information',
    ask: [],
  },
});

function messageFor(
  kind: Shown['kind'],
  about: Shown['about'],
  qualifiesFrom: string | undefined,
): Pick<Page, 'headline' | 'paragraphs'> {
  const who = about === 'self' ? 'you' : 'they';
  switch (kind) {
    case 'eligible':
      return { headline: `Yes, ${who} can apply`, paragraphs: [limited] };
    case 'not-yet': {
      const when = qualifiesFrom ? `, and ${who} will have them from ${longDate(qualifiesFrom)}` : '';
      return { headline: `Not yet: ${who} need two years of teaching${when}`, paragraphs: [] };
    }
    case 'no':
      return {
        headline: 'Not as things stand',
        paragraphs: ['If something here is wrong or changes, check again, or ask your hub.'],
      };
    case 'ask-hub':
      return {
        headline: 'Your hub can tell you',
        paragraphs: ['The programme document does not settle this, so I give neither a yes nor a no.'],
      };
  }
}

/** Starting afresh forgets what was told; what somebody says of another is not kept to begin with. */
function actionsFor(kind: Shown['kind'], about: Shown['about']) {
  const person = button('hubs.contacts', {}, { title: 'Reach a person' });
  if (about === 'another') return [person, button('help.open', {}, { title: 'What I can do' })];
  const again = button('eligibility.forget', {}, { title: 'Start afresh' });
  if (kind !== 'eligible') return [person, again];
  return [button('application.open', {}, { title: 'Start an application', style: 'positive' }), person, again];
}
