import { type Terms, type Vocabulary, vectoriser } from '../../questions/engine/features.ts';
import { type Logistic, probabilities } from '../../questions/engine/logistic.ts';
import type { CriterionId } from '../criteria.ts';

/** What a text says of a criterion: that it is met, that it is not, or nothing that settles it. */
export const stances = ['yes', 'no', 'open'] as const;
export type Stance = (typeof stances)[number];
/** How likely it is that a text asks if somebody may apply, and each stance of each criterion; together 1 for each. */
export type Likelihood = { asked: number; says: Record<CriterionId, Record<Stance, number>> };
/** Tells what texts most likely ask and say of eligibility: texts as `prepared` makes them. */
export type Reader = { likelihoods(texts: string[]): Promise<Likelihood[]> };
/** All that is learnt: linear classifiers on the same features. */
export type Learnt = { vocabulary: Vocabulary; asked: Logistic; says: Record<CriterionId, Logistic> };

/** Words, and where the clauses end: "QTS, no maths" is not "QTS? no, maths". */
export const terms: Terms = (text) => text.match(/[a-z0-9][a-z0-9'-]*|[.,;?!]/g) ?? [];

/** A reader from what was learnt. */
export function readerFrom({ vocabulary, asked, says }: Learnt): Reader {
  const vectorOf = vectoriser(vocabulary, terms);
  const criteria = Object.entries(says) as [CriterionId, Logistic][];
  function likelihood(text: string): Likelihood {
    const vector = vectorOf(text);
    const [, yesAsked = 0] = probabilities(asked, vector);
    const stancesOn = ([criterion, model]: [CriterionId, Logistic]) => {
      const [yes = 0, no = 0, open = 0] = probabilities(model, vector);
      return [criterion, { yes, no, open }] as const;
    };
    return { asked: yesAsked, says: Object.fromEntries(criteria.map(stancesOn)) as Likelihood['says'] };
  }
  return { likelihoods: async (texts) => texts.map(likelihood) };
}
