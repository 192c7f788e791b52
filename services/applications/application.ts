import { z } from 'zod';
import { fact } from '../eligibility/facts.ts';
import { hubPartition } from '../people/hub.ts';
import { personPartition } from '../people/person.ts';
import { defineRecord, type RecordOf } from '../store/record.ts';
import { applicationEvents, applicationStates, isEnded } from './states.ts';

const keyStages = ['KS3', 'KS4', 'KS5'] as const;
const qtsAnswers = ['yes', 'no', 'not-sure'] as const;

/** What an applicant tells their hub: the minimum it needs to choose. Lengths are limits on characters. */
export const answers = z.strictObject({
  name: z.string().min(1).max(100),
  email: z.email().max(200),
  role: z.string().min(1).max(100),
  school: z.string().min(1).max(200),
  /** The school's number in the DfE's register. Absent: it was typed and not found there. */
  urn: z
    .string()
    .regex(/^\d{5,7}$/)
    .optional(),
  keyStages: z.array(z.enum(keyStages)).min(1),
  qts: z.enum(qtsAnswers),
  /** The month in which they started teaching, `2021-09`. */
  startedTeaching: z.string().regex(/^\d{4}-\d{2}$/),
  why: z.string().min(1).max(2000),
  subjectLeaderKnows: z.literal(true),
  hasReadInformation: z.literal(true),
  headteacher: z.string().min(1).max(100),
});
export type Answers = z.infer<typeof answers>;

/** What the register says of a school that bears on eligibility, as it stood when the application was sent. */
const schoolFacts = z.strictObject({ stateFunded: fact, secondary: fact });

/** How the headteacher's word came: by the link that the applicant forwarded, or told to a lead. */
const endorsement = z.strictObject({
  kind: z.enum(['endorsed', 'refused']),
  how: z.enum(['by-link', 'recorded']),
  name: z.string().max(100),
  role: z.string().max(100),
  at: z.string(),
  /** The lead who recorded it, and what they say of how it came. */
  by: z.string().optional(),
  words: z.string().max(500).optional(),
  /** Which of the hub's commitments they agreed to: the date from which it applied. */
  commitments: z.string().optional(),
  /** The words of it, for the hub may have others by now. */
  commitmentsText: z.string().optional(),
  /** The hub they answered for, as it was then called: they have read no other's commitments. */
  answeredFor: z.strictObject({ hubId: z.string(), name: z.string() }).optional(),
  /** A lead has checked it with the school. By link it counts as not verified until then. */
  checked: z.strictObject({ by: z.string(), at: z.string() }).optional(),
});
export type Endorsement = z.infer<typeof endorsement>;

/** Why an application does not go on, from a list, so that hubs can count it. */
export const declineReasons = ['places', 'experience', 'school', 'fit', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** A decision that leads have made and not told anybody yet. */
const staged = z.strictObject({
  event: z.enum(['offer', 'put-on-reserve', 'decline']),
  reason: z.enum(declineReasons).optional(),
  words: z.string().max(1000).optional(),
  by: z.string(),
  at: z.string(),
});
export type Staged = z.infer<typeof staged>;

/** One move it made: the applicant and the leads can read them back. `by` is a personId, `headteacher` or `bot`. */
const step = z.strictObject({
  at: z.string(),
  by: z.string(),
  event: z.enum(['submit', 'move-hub', ...applicationEvents]),
  from: z.enum(applicationStates).optional(),
  to: z.enum(applicationStates),
  /** Room for a reason from the list before the words that go with it. */
  why: z.string().max(1100).optional(),
});
export type Step = z.infer<typeof step>;

export const opinionViews = ['yes', 'unsure', 'no'] as const;

/** An application, in the hub that decides it. */
export const applicationRecord = defineRecord('application', 1, {
  cohort: z.string(),
  tenantId: z.string(),
  state: z.enum(applicationStates),
  submittedAt: z.string(),
  answers,
  schoolFacts: schoolFacts.optional(),
  /** The lead who submitted it for them, when one did. */
  submittedBy: z.string().optional(),
  /** The hub whose texts the applicant was shown before they sent it: these dates are of no other's. */
  textsOf: z.string().optional(),
  /** Which privacy notice that was: the date from which it applied. */
  privacyShown: z.string().optional(),
  /** Which commitments those were: the date from which they applied. */
  commitmentsShown: z.string().optional(),
  /** How often it has gone from hub to hub. */
  moves: z.int().optional(),
  /** When a lead first opened it: from then on the applicant cannot edit it. */
  openedAt: z.string().optional(),
  endorsement: endorsement.optional(),
  /** Which link for the headteacher counts, until when, and when it was answered. An earlier one is void. */
  link: z.strictObject({ number: z.int(), until: z.string(), spent: z.string().optional() }),
  /** What the hub has asked for, and when. */
  asked: z.strictObject({ words: z.string(), at: z.string() }).optional(),
  /** The offer's last day, an ISO date in England. */
  offer: z.strictObject({ at: z.string(), until: z.iso.date() }).optional(),
  decline: z.strictObject({ reason: z.enum(declineReasons), words: z.string().max(1000) }).optional(),
  staged: staged.optional(),
  /** Leads who know the applicant: they decide nothing about them. */
  conflicts: z.array(z.string()).default([]),
  notes: z.array(z.strictObject({ by: z.string(), at: z.string(), text: z.string().max(500) })).default([]),
  opinions: z
    .array(z.strictObject({ by: z.string(), at: z.string(), view: z.enum(opinionViews), words: z.string().max(500) }))
    .default([]),
  steps: z.array(step).default([]),
  /** Which reminders have gone out, each by the day it was due. */
  reminded: z.array(z.string()).default([]),
});
export type Application = RecordOf<typeof applicationRecord>;

/**
 * A person's one open application for a cohort. Made first, so that nobody can have two; holds the answers only until
 * the hub has them. It stays when the application has ended, until another takes its place.
 */
export const openApplicationRecord = defineRecord('open-application', 1, {
  cohort: z.string(),
  hubId: z.string(),
  applicationId: z.string(),
  tenantId: z.string(),
  submittedAt: z.string(),
  submittedBy: z.string().optional(),
  textsOf: z.string().optional(),
  privacyShown: z.string().optional(),
  commitmentsShown: z.string().optional(),
  /** How many moves from hub to hub this record knows of. */
  moves: z.int().optional(),
  answers: answers.optional(),
  schoolFacts: schoolFacts.optional(),
});
export type OpenApplication = RecordOf<typeof openApplicationRecord>;

export const applicationAt = (hubId: string, applicationId: string) =>
  applicationRecord.at(hubPartition(hubId), `application:${applicationId}`);
export const openApplicationAt = (personId: string, cohort: string) =>
  openApplicationRecord.at(personPartition(personId), `open-application:${cohort}`);
export const applicationIdOf = (application: Pick<Application, 'id'>) => application.id.slice('application:'.length);
/** The cohort that an application's id names. */
export const cohortIn = (applicationId: string) => applicationId.split(':')[0] ?? '';

/** Whether the headteacher stands behind it. */
export const isEndorsed = ({ endorsement: given }: Pick<Application, 'endorsement'>) => given?.kind === 'endorsed';

/** Whether it waits because the headteacher did not agree: until a new link is made, or a lead records their word. */
export const isRefused = ({ state, endorsement: given, link }: Pick<Application, 'state' | 'endorsement' | 'link'>) =>
  state === 'waiting-for-endorsement' && given?.kind === 'refused' && link.spent !== undefined;

/** What brought it where it stands, in whichever hub that was: to come with a hub that ends decides nothing. */
export const broughtBy = ({ steps }: Pick<Application, 'steps'>): Step | undefined =>
  steps.findLast(({ event, from, to }) => event !== 'move-hub' && from !== to);

/** Whether it can still come to something. */
export const isOpen = ({ state }: Pick<Application, 'state'>) => !isEnded(state);
