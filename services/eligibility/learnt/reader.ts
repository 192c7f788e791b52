import { type Kinds, type Vocabulary, vectoriser } from '../../questions/engine/features.ts';
import { type Logistic, probabilities } from '../../questions/engine/logistic.ts';
import type { CriterionId } from '../criteria.ts';
import { pattern } from '../pattern.ts';

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
const terms = (text: string): string[] => text.match(/[a-z0-9][a-z0-9'-]*|[.,;?!]/g) ?? [];

/** What a criterion is told by. */
const telling = pattern`^(?:qts|qtls|maths|mathematics|mathematician|teach\w*|taught|school|academy|secondary|primary|comp
  |comprehensive|state|college|(?:amount|since|nth|label)(?:two|long|short|between))$`;
/** In words, to either side, as far as the sentence goes: "QTS I am afraid I do not yet have". */
const reach = 6;

/** What stands around each word that a criterion is told by, and on which side of it. */
const around = (text: string): string[] => text.split(/[.;?!]/).flatMap(aroundIn);

function aroundIn(sentence: string): string[] {
  const words = sentence.match(/[a-z0-9][a-z0-9'-]*/g) ?? [];
  return words.flatMap((word, at) =>
    telling.test(word)
      ? [
          ...words.slice(Math.max(0, at - reach), at).map((before) => `${before} < ${word}`),
          ...words.slice(at + 1, at + 1 + reach).map((after) => `${word} > ${after}`),
        ]
      : [],
  );
}

/** What eligibility is learnt from. */
export const kinds: Kinds = { terms, near: around };

/** A reader from what was learnt. */
export function readerFrom({ vocabulary, asked, says }: Learnt): Reader {
  const vectorOf = vectoriser(vocabulary, kinds);
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
