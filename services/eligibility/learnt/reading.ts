import { type Sparse, type Vocabulary, vectoriser, vocabularyOf } from '../../questions/engine/features.ts';
import { fitted, type Logistic, probabilities } from '../../questions/engine/logistic.ts';
import { type CriterionId, criterionIds } from '../criteria.ts';

/** What a text says of a criterion: that it is met, that it is not, or nothing that settles it. */
const stances = ['yes', 'no', 'open'] as const;
export type Stance = (typeof stances)[number];
/** A text, prepared: whether it asks if somebody may apply, and what it says of each criterion where that is known. */
export type Example = { text: string; asked: boolean; says: Partial<Record<CriterionId, Stance>> };
/** How likely it is that a text asks if somebody may apply, and each stance of each criterion; together 1 for each. */
export type Likelihood = { asked: number; says: Record<CriterionId, Record<Stance, number>> };
/** All that is learnt: what a cache keeps. */
export type Learnt = { vocabulary: Vocabulary; asked: Logistic; says: Record<CriterionId, Logistic> };

/** A feature that fewer texts share teaches nothing about others. */
const sharedBy = 4;
/** More rounds or longer steps make it surer, not better: found by cross-validation. */
const pace = { rounds: 6, firstStep: 0.5 };

/** Words, and where the clauses end: "QTS, no maths" is not "QTS? no, maths". */
const terms = (text: string) => text.match(/[a-z0-9][a-z0-9'-]*|[.,;?!]/g) ?? [];

/** Learns from examples what texts ask and say: a linear classifier for each, on the same features. */
export function learn(examples: Example[]): Learnt {
  const vocabulary = vocabularyOf(
    examples.map(({ text }) => text),
    terms,
    sharedBy,
  );
  const vectorOf = vectoriser(vocabulary, terms);
  const vectors = examples.map(({ text }) => vectorOf(text));
  const fittedTo = (classes: number, targetOf: (example: Example) => number | undefined): Logistic => {
    const known = examples.flatMap((example, index): [Sparse, number][] => {
      const [vector, target] = [vectors[index], targetOf(example)];
      return vector && target !== undefined ? [[vector, target]] : [];
    });
    const [inputs, targets] = [known.map(([vector]) => vector), known.map(([, target]) => target)];
    return fitted(inputs, targets, { classes, dimensions: vocabulary.keys.length }, pace);
  };
  const placeOf = (stance: Stance | undefined) => (stance ? stances.indexOf(stance) : undefined);
  return {
    vocabulary,
    asked: fittedTo(2, ({ asked }) => Number(asked)),
    says: ofEach((criterion) => fittedTo(stances.length, ({ says }) => placeOf(says[criterion]))),
  };
}

/** From what was learnt: what a prepared text most likely asks and says. */
export function readerFrom({ vocabulary, asked, says }: Learnt): (text: string) => Likelihood {
  const vectorOf = vectoriser(vocabulary, terms);
  return (text) => {
    const vector = vectorOf(text);
    const [, yesAsked = 0] = probabilities(asked, vector);
    const stancesOn = (criterion: CriterionId) => {
      const [yes = 0, no = 0, open = 0] = probabilities(says[criterion], vector);
      return { yes, no, open };
    };
    return { asked: yesAsked, says: ofEach(stancesOn) };
  };
}

const ofEach = <T>(make: (criterion: CriterionId) => T): Record<CriterionId, T> =>
  Object.fromEntries(criterionIds.map((criterion) => [criterion, make(criterion)])) as Record<CriterionId, T>;
