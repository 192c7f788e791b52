import type { Terms } from '../../services/questions/engine/features.ts';
import { gateInput, type Signals } from '../../services/questions/engine/gate.ts';
import { type Example, learnFrom, looker } from '../../services/questions/engine/model.ts';
import { none } from '../../services/questions/engine/training.ts';
import { regression } from './regression.ts';

/** An example as seen by what was learnt without it: one of its kind was taught, nothing knows it, or its topic was left out. */
export type Case = { signals: Signals; guess: string; label: string; group: 'known' | 'outside' | 'left out' };
type Split = { kept: number[]; tested: number[]; leftOut: boolean };

const folds = 5;
/** Questions on topics that nobody taught are rarer than the examples of those left out make them. */
const weightOf = { known: 1, outside: 1, 'left out': 0.25 };

/** What is made of every example twice: without it, and without its whole topic, when whatever is made of it is wrong. */
export function casesOf(all: Example[], terms: Terms, encoded: Float32Array[] | undefined) {
  const byMeaning: Case[] = [];
  const byWords: Case[] = [];
  for (const { kept, tested, leftOut } of splits(all)) {
    const some = <T>(list: T[]) => kept.flatMap((index) => list[index] ?? []);
    const learnt = learnFrom(some(all), terms, encoded && some(encoded));
    const look = looker(learnt, terms);
    for (const index of tested) {
      const { text, label } = all[index] ?? { text: '', label: none };
      const group = leftOut ? 'left out' : label === none ? 'outside' : 'known';
      const seen = (vector: Float32Array | undefined): Case => {
        const { signals, order } = look(text, vector);
        return { signals, guess: learnt.labels[order[0] ?? 0] ?? none, label, group };
      };
      if (encoded) byMeaning.push(seen(encoded[index]));
      byWords.push(seen(undefined));
    }
  }
  return { byMeaning, byWords };
}

/** Every fifth example apart, five times, and every fifth topic apart, five times. */
function splits(all: Example[]): Split[] {
  const places = all.map((_, index) => index);
  const labels = [...new Set(all.map(({ label }) => label))].filter((label) => label !== none);
  const apart = (isApart: (index: number) => boolean, leftOut: boolean): Split => ({
    kept: places.filter((index) => !isApart(index)),
    tested: places.filter(isApart),
    leftOut,
  });
  return [...Array(folds).keys()].flatMap((fold) => {
    const gone = new Set(labels.filter((_, index) => index % folds === fold));
    return [
      apart((index) => index % folds === fold, false),
      apart((index) => gone.has(all[index]?.label ?? none), true),
    ];
  });
}

export const isRight = ({ group, guess, label }: Case): boolean => group === 'known' && guess === label;
const inputOf = ({ signals }: Case) => gateInput(signals).map(([, value]) => value);

/** How likely a guess is right, from its signals: logistic regression on cases in which something was guessed. */
export function gateFrom(cases: Case[]) {
  const some = cases.filter(({ guess }) => guess !== none);
  const { bias, weights, score } = regression(
    some.map(inputOf),
    some.map((one) => Number(isRight(one))),
    some.map(({ group }) => weightOf[group]),
  );
  return { bias, weights, sure: (one: Case) => score(inputOf(one)) };
}
