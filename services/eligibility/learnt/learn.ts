import { readFile } from 'node:fs/promises';
import { featuresOf, type Sparse } from '../../questions/engine/features.ts';
import { fitted, type Logistic } from '../../questions/engine/logistic.ts';
import { type CriterionId, criterionIds } from '../criteria.ts';
import { asksElse, type Example, told } from './examples.ts';
import { kinds, type Learnt, type Stance, stances } from './reader.ts';

/** A feature that fewer texts share teaches nothing about others. */
const sharedBy = 4;
/** More rounds or longer steps make it surer, not better: found by cross-validation. */
const pace = { rounds: 6, firstStep: 0.5 };

/** Learns from all examples, beside texts that ask something else. */
export async function learn(others: string[]): Promise<Learnt> {
  const json = await readFile(new URL('examples.json', import.meta.url), 'utf8');
  return learnFrom([...told(json), ...others.map(asksElse)]);
}

/** Learns from examples what texts ask and say: a linear classifier for each, on the same features. */
export function learnFrom(examples: Example[]): Learnt {
  const texts = examples.map(({ text }) => text);
  const { vocabulary, vectors } = featuresOf(texts, kinds, sharedBy);
  const fittedTo = (classes: number, targetOf: (example: Example) => number | undefined): Logistic => {
    const known = examples.flatMap((example, index): [Sparse, number][] => {
      const [vector, target] = [vectors[index], targetOf(example)];
      return vector && target !== undefined ? [[vector, target]] : [];
    });
    const [inputs, targets] = [known.map(([vector]) => vector), known.map(([, target]) => target)];
    return fitted(inputs, targets, { classes, dimensions: vocabulary.keys.length }, pace);
  };
  const placeOf = (stance: Stance | undefined) => (stance ? stances.indexOf(stance) : undefined);
  const says = criterionIds.map((id) => [id, fittedTo(stances.length, ({ says }) => placeOf(says[id]))]);
  return {
    vocabulary,
    asked: fittedTo(2, ({ asked }) => Number(asked)),
    says: Object.fromEntries(says) as Record<CriterionId, Logistic>,
  };
}
