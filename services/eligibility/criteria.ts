import { z } from 'zod';
import raw from './criteria.json' with { type: 'json' };

/** The five criteria, in the order in which people are told of them. */
export const criterionIds = ['maths-teacher', 'qts', 'state-funded', 'secondary', 'experience'] as const;
export type CriterionId = (typeof criterionIds)[number];

const criterion = z.strictObject({
  statement: z.string(),
  /** What to ask the person when the fact is missing. */
  question: z.string(),
  /** Why the verdict is what it is, worded to fit the person asking or a colleague. */
  reasons: z.strictObject({ met: z.string(), 'not-met': z.string(), 'ask-hub': z.string(), missing: z.string() }),
  source: z.string(),
});
export type Criterion = z.infer<typeof criterion>;

/** What the programme document asks of a participant. Source: NCP25-03, Participant information. */
export const criteria: Record<CriterionId, Criterion> = z.record(z.enum(criterionIds), criterion).parse(raw);
