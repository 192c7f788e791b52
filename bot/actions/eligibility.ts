import type { Input } from '../../cards/actions.ts';
import { eligibilityForm } from '../../cards/eligibility/eligibility-form.ts';
import { verdict as verdictCard } from '../../cards/eligibility/verdict.ts';
import { dateInEngland } from '../../services/clock.ts';
import { criteria } from '../../services/eligibility/criteria.ts';
import { experienceSince } from '../../services/eligibility/experience.ts';
import { type Facts, facts } from '../../services/eligibility/facts.ts';
import { verdictOn } from '../../services/eligibility/rules.ts';
import { isoMonth } from '../iso-month.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const eligibility: Pick<ActionHandlers, 'eligibility.open' | 'eligibility.check'> = {
  'eligibility.open': () => openEligibility(),
  'eligibility.check': check,
};

/** The form that asks for everything the verdict needs. */
export function openEligibility(): Reply {
  return { card: eligibilityForm({ known: {}, typed: {}, problem: '' }) };
}

/** The verdict on what is known, or the form for what is still missing. */
export function judge(known: Facts, { deps }: Turn): Reply {
  const verdict = verdictOn(known, dateInEngland(deps.clock.now()));
  if (verdict.kind === 'need-to-know') return { card: eligibilityForm({ known, typed: {}, problem: '' }) };
  const reasons = verdict.reasons.map(({ criterion, outcome }) => {
    const { statement, reasons: words } = criteria[criterion];
    return { criterion, statement, outcome, reason: words[outcome] };
  });
  const { source } = criteria.experience;
  return { card: verdictCard({ kind: verdict.kind, qualifiesFrom: verdict.qualifiesFrom, reasons, source }) };
}

function check({ known, started, ...typed }: Input<'eligibility.check'>, turn: Turn): Reply {
  const chosen = facts.safeParse(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')));
  const experience = known.experience ?? experienceSince(isoMonth(started), dateInEngland(turn.deps.clock.now()));
  if (!chosen.success || !experience) {
    const problem = experience
      ? 'Choose one of the answers'
      : 'Enter the month and year you started teaching, like 09/2021';
    return { card: eligibilityForm({ known, typed: { ...typed, started }, problem }) };
  }
  return judge({ ...chosen.data, ...known, experience }, turn);
}
