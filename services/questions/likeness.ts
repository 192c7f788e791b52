/** A question as its terms, each with how sure it is, from 0 to 1: less when its spelling had to be repaired. */
export type Asked = ReadonlyMap<string, number>;
/** How telling a term is: the fewer use it, the more. */
export type Rarity = (term: string) => number;
/** For one topic, how usual each term is in the ways of asking it, from 0 to 1. */
export type Profile = ReadonlyMap<string, number>;

/** Terms that change what is asked: a topic that never uses one of them is a poor fit. */
const telling = new Set([
  'when',
  'where',
  'who',
  'why',
  'howmany',
  'howlong',
  'howoften',
  'yearone',
  'yeartwo',
  'yearthree',
  'primary',
  'secondary',
  'onlin',
]);
const poorFit = 0.85;
/** How much must be shared before a likeness is believed: a single everyday word is hardly evidence. */
const littleEvidence = 2;

/** How rare each term is among these. A term that none uses weighs as much as a rather rare one. */
export function rarityIn(all: string[][]): Rarity {
  const uses = Map.groupBy(all.flat(), (term) => term);
  const unknown = Math.log(1 + all.length / 10);
  return (term) => {
    const times = uses.get(term)?.length;
    return times ? Math.log(1 + all.length / times) : unknown;
  };
}

/** The profile of a topic from the terms of its wordings. */
export function profileOf(wordings: string[][]): Profile {
  const uses = Map.groupBy(wordings.flat(), (term) => term);
  return new Map([...uses].map(([term, { length }]) => [term, 0.3 + 0.7 * Math.sqrt(length / wordings.length)]));
}

/** The share of the question that one wording covers and of the wording that the question covers, as one number. */
export function likeness(asked: Asked, wording: string[], rarity: Rarity): number {
  const shared = sum(wording, (term) => rarity(term) * (asked.get(term) ?? 0));
  const all = sum([...asked.keys()], rarity) * sum(wording, rarity);
  return all > 0 ? shared / Math.sqrt(all) : 0;
}

/** How well all the wordings of a topic together cover the question, from 0 to 1. */
export function coverage(asked: Asked, profile: Profile, rarity: Rarity): number {
  const covered = sum([...asked], ([term, sure]) => rarity(term) * sure * (profile.get(term) ?? 0));
  const all = sum([...asked.keys()], rarity);
  return all > 0 ? covered / all : 0;
}

/** How far what question and topic share can be trusted, from 0 to 1. */
export function trust(asked: Asked, profile: Profile, rarity: Rarity): number {
  const evidence = sum([...asked], ([term, sure]) => (profile.has(term) ? rarity(term) * sure : 0));
  const fits = [...asked.keys()].every((term) => !telling.has(term) || profile.has(term));
  return (evidence / (evidence + littleEvidence)) * (fits ? 1 : poorFit);
}

function sum<T>(items: T[], weigh: (item: T) => number): number {
  return items.reduce((total, item) => total + weigh(item), 0);
}
