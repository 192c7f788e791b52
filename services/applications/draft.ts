import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { personPartition } from '../people/person.ts';
import { defineRecord, type RecordOf, readPage } from '../store/record.ts';

/** The steps of the form, in their order. */
export const formSteps = ['you', 'school', 'why'] as const;
export type FormStep = (typeof formSteps)[number];

/** Where somebody goes from a step: `find` looks for their school, `message` lets them send a long answer as one. */
export const ways = ['next', 'back', 'later', 'find', 'message'] as const;
export type Way = (typeof ways)[number];

/** Says that a school is not in the register, where its number would stand. */
export const notListed = 'not-listed';

const typed = z.string().max(8000).optional();

/** What has been typed, as it was typed: nothing here is right until it is checked. */
const draftValues = z.strictObject({
  name: typed,
  email: typed,
  role: typed,
  keyStages: z.array(z.string().max(200)).max(100).optional(),
  qts: typed,
  started: typed,
  /** What the school was looked for by. */
  search: typed,
  /** The school's number in the register, or that it is not listed there. */
  school: typed,
  typedSchool: typed,
  headteacher: typed,
  why: typed,
  subjectLeaderKnows: z.boolean().optional(),
  hasReadInformation: z.boolean().optional(),
});
export type DraftValues = z.infer<typeof draftValues>;

/** An application that is not sent: the applicant's alone. One new for each cohort, and one for each that it changes. */
export const draftRecord = defineRecord('draft', 1, {
  cohort: z.string(),
  hubId: z.string().optional(),
  /** The local authority for which the hub was suggested, where it is not their own choice. */
  suggestedBy: z.string().optional(),
  values: draftValues,
  /** Where it is opened again. */
  step: z.enum([...formSteps, 'check']),
  /** Goes up with every change. */
  version: z.int(),
  /** The version it began with. A card of a draft before it has a lower one. */
  born: z.int().optional(),
  /** The version with which each step was last saved. */
  saved: z.partialRecord(z.enum(formSteps), z.int()),
  /** What came as a message and is not yet taken as the answer to why they apply. */
  heard: z.string().max(2000).optional(),
  /** The application that this changes, where one was sent already. */
  changes: z.string().optional(),
  at: z.string(),
  /** The last day of its hub as it was when it was saved. */
  closes: z.string().optional(),
  /** They have been reminded that the hub closes soon. */
  reminded: z.literal(true).optional(),
});
export type Draft = RecordOf<typeof draftRecord>;

/** Which of somebody's drafts: of a new application for a cohort, or of changes to one that was sent. */
export type DraftOf = { cohort: string; changes?: string | undefined };

export const draftAt = (personId: string, { cohort, changes }: DraftOf) =>
  draftRecord.at(personPartition(personId), changes ? `draft:${cohort}:${changes}` : `draft:${cohort}`);

/** Where a draft stands that was read. */
export const draftRef = ({ partition, id }: Pick<Draft, 'partition' | 'id'>) => draftRecord.at(partition, id);

/** More drafts than one person has: one for each cohort, and one for each application that they began to change. */
const mostDrafts = 100;

/** All drafts of one person. */
export const draftsOf = (deps: Pick<Deps, 'store'>, personId: string): Promise<Draft[]> =>
  readPage(deps.store, draftRecord, personPartition(personId), { limit: mostDrafts });
