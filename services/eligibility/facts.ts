import { z } from 'zod';
import type { CriterionId } from './criteria.ts';

/** What somebody says of one criterion. `ask-hub`: something the document does not settle. */
export const fact = z.enum(['yes', 'no', 'ask-hub']);
const answer = fact.optional();
const months = z.int().min(0);

/** Stands for "no upper limit" in an interval of months. */
export const openEnded = 1200;

/** How much teaching experience somebody has today, in completed months: at least `minMonths`, at most `maxMonths`. */
const experience = z
  .strictObject({
    minMonths: months,
    maxMonths: months,
    /** The most there may be besides, of a kind the document does not settle: overseas, supply, training, before QTS. */
    unsettledMonths: months.optional(),
    /** The last day on which they can have started, where they said when. */
    startedBy: z.iso.date().optional(),
  })
  .refine(({ minMonths, maxMonths }) => minMonths <= maxMonths, 'minMonths is more than maxMonths');
export type Experience = z.infer<typeof experience>;

/** What a person has said that bears on eligibility. What they have not said is absent, never assumed. */
export const facts = z.strictObject({
  mathsTeacher: answer,
  qts: answer,
  stateFunded: answer,
  secondary: answer,
  experience: experience.optional(),
});
export type Facts = z.infer<typeof facts>;

/** Under which name the fact that a criterion goes by is kept. */
export const factNames = {
  'maths-teacher': 'mathsTeacher',
  qts: 'qts',
  'state-funded': 'stateFunded',
  secondary: 'secondary',
  experience: 'experience',
} as const satisfies Record<CriterionId, keyof Facts>;
