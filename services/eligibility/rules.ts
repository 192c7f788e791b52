import { DateTime } from 'luxon';
import { type CriterionId, criterionIds } from './criteria.ts';
import type { Experience, Facts } from './facts.ts';

export type Outcome = 'met' | 'not-met' | 'ask-hub' | 'missing';

export type Verdict = {
  kind: 'eligible' | 'not-yet' | 'no' | 'need-to-know' | 'ask-hub';
  /** All five criteria, in order. */
  reasons: { criterion: CriterionId; outcome: Outcome }[];
  /** What must still be asked before there can be a verdict; empty when the verdict does not depend on it. */
  missing: CriterionId[];
  /** For `not-yet`: the ISO date by which the two years are certainly complete, if the person goes on teaching. */
  qualifiesFrom?: string;
};

/** Two years of teaching. Source: NCP25-03, Participant information. */
export const monthsNeeded = 24;

/**
 * Whether these facts make a person eligible to apply on an ISO date, which is never whether they get a place. A plain
 * no comes before everything; being short of experience before what is unknown; what is unknown before what only the
 * hub can say. Source: NCP25-03, Participant information.
 */
export function verdictOn(facts: Facts, today: string): Verdict {
  const reasons = criterionIds.map((criterion) => ({ criterion, outcome: outcomes[criterion](facts) }));
  const having = (outcome: Outcome) => reasons.filter((reason) => reason.outcome === outcome).map((r) => r.criterion);
  const failed = having('not-met');
  if (failed.some((criterion) => criterion !== 'experience')) return { kind: 'no', reasons, missing: [] };
  if (facts.experience && failed.length > 0)
    return { kind: 'not-yet', reasons, missing: [], qualifiesFrom: completeOn(facts.experience, today) };
  const missing = having('missing');
  if (missing.length > 0) return { kind: 'need-to-know', reasons, missing };
  return { kind: having('ask-hub').length > 0 ? 'ask-hub' : 'eligible', reasons, missing: [] };
}

const outcomes: Record<CriterionId, (facts: Facts) => Outcome> = {
  'maths-teacher': ({ mathsTeacher }) => outcomeOf(mathsTeacher),
  qts: ({ qts }) => outcomeOf(qts),
  'state-funded': ({ stateFunded }) => outcomeOf(stateFunded),
  secondary: ({ secondary }) => outcomeOf(secondary),
  experience: ({ experience }) => (experience ? outcomeOfExperience(experience) : 'missing'),
};

function outcomeOf(answer: Facts['qts']): Outcome {
  switch (answer) {
    case 'yes':
      return 'met';
    case 'no':
      return 'not-met';
    case 'ask-hub':
      return 'ask-hub';
    case undefined:
      return 'missing';
  }
}

/** How experience stands. Time of a kind the document does not settle matters only when the rest alone is too short. */
export function outcomeOfExperience({ minMonths, maxMonths, unsettledMonths = 0 }: Experience): Outcome {
  if (minMonths >= monthsNeeded) return 'met';
  if (maxMonths + unsettledMonths < monthsNeeded) return 'not-met';
  return unsettledMonths > 0 ? 'ask-hub' : 'missing';
}

function completeOn({ minMonths, startedBy }: Experience, today: string): string {
  if (startedBy)
    return DateTime.fromISO(startedBy, { zone: 'utc' }).plus({ months: monthsNeeded }).toFormat('yyyy-MM-dd');
  const now = DateTime.fromISO(today, { zone: 'utc' });
  const date = now.plus({ months: monthsNeeded - minMonths });
  // On 28 February, "23 months" may have begun on the 31st: a month's last day leads to a month's last day.
  return (now.day === now.daysInMonth ? date.endOf('month') : date).toFormat('yyyy-MM-dd');
}
