import { z } from 'zod';
import { hubPartition } from '../people/hub.ts';
import { personPartition } from '../people/person.ts';
import { defineRecord, type RecordOf } from '../store/record.ts';

const keyStages = ['KS3', 'KS4', 'KS5'] as const;
const qtsAnswers = ['yes', 'no', 'not-sure'] as const;

/** What an applicant tells their hub: the minimum it needs to choose. Lengths are limits on characters. */
export const answers = z.strictObject({
  name: z.string().min(1).max(100),
  email: z.email().max(200),
  role: z.string().min(1).max(100),
  school: z.string().min(1).max(200),
  keyStages: z.array(z.enum(keyStages)).min(1),
  qts: z.enum(qtsAnswers),
  /** The month in which they started teaching, `2021-09`. */
  startedTeaching: z.string().regex(/^\d{4}-\d{2}$/),
  why: z.string().min(1).max(1000),
  subjectLeaderKnows: z.literal(true),
  hasReadInformation: z.literal(true),
  headteacher: z.string().min(1).max(100),
});
export type Answers = z.infer<typeof answers>;

/** An application, in the hub that decides it. */
export const applicationRecord = defineRecord('application', 1, {
  cohort: z.string(),
  tenantId: z.string(),
  state: z.enum(['with-hub', 'withdrawn']),
  submittedAt: z.string(),
  answers,
  /** The lead who submitted it for them, when one did. */
  submittedBy: z.string().optional(),
  /** Which of the hub's privacy notices was shown: the date from which it applied. */
  privacyShown: z.string().optional(),
  /** How often it has gone from hub to hub. */
  moves: z.int().optional(),
});
export type Application = RecordOf<typeof applicationRecord>;

/**
 * A person's one open application for a cohort. Made first, so that nobody can have two; holds the answers only until
 * the hub has them.
 */
export const openApplicationRecord = defineRecord('open-application', 1, {
  cohort: z.string(),
  hubId: z.string(),
  applicationId: z.string(),
  tenantId: z.string(),
  submittedAt: z.string(),
  submittedBy: z.string().optional(),
  privacyShown: z.string().optional(),
  /** How many moves from hub to hub this record knows of. */
  moves: z.int().optional(),
  answers: answers.optional(),
});
export type OpenApplication = RecordOf<typeof openApplicationRecord>;

/** How many applications of a cohort stand where in a hub. Always equal to the applications themselves. */
export const placesRecord = defineRecord('places', 1, { cohort: z.string(), withHub: z.int() });
export type Places = RecordOf<typeof placesRecord>;

export const applicationAt = (hubId: string, applicationId: string) =>
  applicationRecord.at(hubPartition(hubId), `application:${applicationId}`);
export const openApplicationAt = (personId: string, cohort: string) =>
  openApplicationRecord.at(personPartition(personId), `open-application:${cohort}`);
export const placesAt = (hubId: string, cohort: string) => placesRecord.at(hubPartition(hubId), `places:${cohort}`);
export const applicationIdOf = (application: Application) => application.id.slice('application:'.length);
