import type { CriterionId } from '../../services/eligibility/criteria.ts';
import type { Verdict } from '../../services/eligibility/rules.ts';
import { button } from '../actions.ts';
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
  qualifiesFrom: string | undefined;
  reasons: Reason[];
  source: string;
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
  page: ({ kind, qualifiesFrom, reasons, source }) => ({
    where: 'Can I apply? · Answer',
    ...messageFor(kind, qualifiesFrom),
    rows: rowsFor(reasons),
    footnote: `Source: ${source}. Checked from what you told me, today.`,
    actions: actionsFor(kind),
  }),
  sample: {
    kind: 'not-yet',
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
  },
});

function messageFor(kind: Shown['kind'], qualifiesFrom: string | undefined): Pick<Page, 'headline' | 'paragraphs'> {
  switch (kind) {
    case 'eligible':
      return { headline: 'Yes, you can apply', paragraphs: [limited] };
    case 'not-yet': {
      const when = qualifiesFrom ? `, and you will have them from ${longDate(qualifiesFrom)}` : '';
      return { headline: `Not yet: you need two years of teaching${when}`, paragraphs: [] };
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

function actionsFor(kind: Shown['kind']) {
  const again = button('eligibility.open', {}, { title: 'Check again' });
  const person = button('hubs.contacts', {}, { title: 'Reach a person' });
  if (kind !== 'eligible') return [person, again];
  return [button('application.open', {}, { title: 'Start an application', style: 'positive' }), person, again];
}
