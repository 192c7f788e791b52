/** How a text looks beside what was learnt; all but `length` are from 0 to 1. */
export type Signals = {
  /** How likely the likeliest label is, by how much more than the next, and how likely by words alone. */
  probability: number;
  margin: number;
  byWords: number;
  /** How alike the nearest example of the label is in words and in meaning. */
  words: number;
  meaning: number;
  /** How many of the eight nearest examples in meaning have the label. */
  neighbours: number;
  /** How many of the terms were in an example. */
  known: number;
  /** In tens of words, at most two. */
  length: number;
};

type Weights = { bias: number } & Record<keyof Signals, number>;

/**
 * Fitted by `npm run eval -- --fit`: by logistic regression on each example of the bot's own topics as seen by what was
 * learnt without it, on questions that no topic answers, and on topics that were left out of what was learnt altogether.
 */
const withMeaning: Weights = {
  bias: -2.74,
  probability: 0.28,
  margin: 0.67,
  byWords: 0.16,
  words: 1.44,
  meaning: 2.09,
  neighbours: 0.52,
  known: -0.26,
  length: 0.2,
};
const wordsAlone: Weights = {
  bias: -2.53,
  probability: 0.21,
  margin: 0.89,
  byWords: 0.21,
  words: 1.9,
  meaning: 0,
  neighbours: 0,
  known: 0.77,
  length: 0.23,
};

/** How likely it is, from 0 to 1, that the likeliest label is what is meant. */
export function sureness(signals: Signals, encoded: boolean): number {
  const { bias, ...weights } = encoded ? withMeaning : wordsAlone;
  const seen = gateInput(signals);
  const sum = seen.reduce((all, [name, value]) => all + weights[name] * value, bias);
  return 1 / (1 + Math.exp(-sum));
}

/** The signals as the regression takes them: likelihoods by their log-odds. */
export const gateInput = (signals: Signals): [keyof Signals, number][] => [
  ['probability', logOdds(signals.probability)],
  ['margin', signals.margin],
  ['byWords', logOdds(signals.byWords)],
  ['words', signals.words],
  ['meaning', signals.meaning],
  ['neighbours', signals.neighbours],
  ['known', signals.known],
  ['length', signals.length],
];

/** Bounded: nothing is quite sure. */
const logOdds = (share: number) => Math.log((share + 0.005) / (1 - share + 0.005));
