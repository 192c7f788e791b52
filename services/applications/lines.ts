import { z } from 'zod';
import { criterionIds } from '../eligibility/criteria.ts';
import { defineRecord, type RecordOf, type StoredFields } from '../store/record.ts';
import { type Application, applicationIdOf } from './application.ts';
import { checkAsSent } from './check.ts';
import { type ApplicationState, applicationStates } from './states.ts';

/** How an endorsement stands in a list. */
const endorsementWords = ['none', 'refused', 'by-link', 'recorded', 'checked'] as const;

/**
 * An application's line in its hub's queue: what a row shows, so that a page of the queue is one read however many there
 * are. Lines stand state by state, oldest first.
 */
export const queueLine = defineRecord('queue-line', 1, {
  applicationId: z.string(),
  state: z.enum(applicationStates),
  submittedAt: z.string(),
  name: z.string(),
  school: z.string(),
  urn: z.string().optional(),
  endorsement: z.enum(endorsementWords),
  check: z.enum(['eligible', 'not-yet', 'no', 'need-to-know', 'ask-hub']),
  /** What of the eligibility rules is not met, or not certain. */
  flags: z.array(
    z.strictObject({ criterion: z.enum(criterionIds), outcome: z.enum(['not-met', 'ask-hub', 'missing']) }),
  ),
  staged: z.boolean(),
  /** The last day of the offer, while it stands. */
  until: z.iso.date().optional(),
});
export type QueueLine = RecordOf<typeof queueLine>;

/** An application's line under its school, so that others from there are found without looking through all. */
export const schoolLine = defineRecord('school-line', 1, { applicationId: z.string(), name: z.string() });

/** The line of an application whose decision is kept for later, so that all of them are found together. */
export const stagedLine = defineRecord('staged-line', 1, {
  applicationId: z.string(),
  name: z.string(),
  event: z.enum(['offer', 'put-on-reserve', 'decline']),
  /** When it was decided: another decision in its place has another instant. */
  at: z.string().optional(),
});
export type StagedLine = RecordOf<typeof stagedLine>;

/** Where the lines of a hub's applications in one state begin. */
export const queueStart = (cohort: string, state: ApplicationState) => `queue:${cohort}:${state}:`;
export const stagedStart = (cohort: string) => `staged:${cohort}:`;
export const schoolStart = (cohort: string, urn: string) => `school:${cohort}:${urn}:`;

/** How far an application is endorsed. */
export function endorsementOf({ endorsement }: Pick<Application, 'endorsement'>): QueueLine['endorsement'] {
  if (!endorsement) return 'none';
  if (endorsement.kind === 'refused') return 'refused';
  return endorsement.checked ? 'checked' : endorsement.how;
}

/** The lines that follow from an application as it is. */
export function linesOf(application: Application): StoredFields[] {
  const { partition, cohort, state, submittedAt, answers, staged, offer } = application;
  const applicationId = applicationIdOf(application);
  const { name, school, urn } = answers;
  const { kind: check, reasons } = checkAsSent(application);
  const line = queueLine.make({
    partition,
    id: `${queueStart(cohort, state)}${applicationId}`,
    applicationId,
    state,
    submittedAt,
    name,
    school,
    ...(urn && { urn }),
    endorsement: endorsementOf(application),
    check,
    flags: reasons.flatMap(({ criterion, outcome }) => (outcome === 'met' ? [] : [{ criterion, outcome }])),
    staged: staged !== undefined,
    ...(state === 'offered' && offer && { until: offer.until }),
  });
  const atSchool =
    urn && state !== 'withdrawn'
      ? [schoolLine.make({ partition, id: `${schoolStart(cohort, urn)}${applicationId}`, applicationId, name })]
      : [];
  const kept = staged
    ? [
        stagedLine.make({
          partition,
          id: `${stagedStart(cohort)}${applicationId}`,
          applicationId,
          name,
          event: staged.event,
          at: staged.at,
        }),
      ]
    : [];
  return [line, ...atSchool, ...kept];
}

/** What follows for the lists when an application comes, changes or goes. */
export function linesWith(before: Application | undefined, after: Application | undefined) {
  const put = after ? linesOf(after) : [];
  const stays = new Set(put.map(({ id }) => id));
  const gone = before ? linesOf(before).map(({ id }) => id) : [];
  return { put, remove: gone.filter((id) => !stays.has(id)) };
}
