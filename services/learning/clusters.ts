import { topics } from '../questions/knowledge.ts';
import { rarityIn } from '../questions/likeness.ts';
import { termsOf } from '../questions/terms.ts';

/** Fewer different people than this, and nobody sees what they asked. */
const fewestAskers = 3;
/** Newest first, so many texts are compared: each with each. */
export const mostTexts = 500;
/** How much two questions share, weighed by how telling it is, before they are taken for one. */
const alike = 0.5;
const mostWords = 4;
const mostWordings = 3;

type Text = { text: string; asker: string };
/** Questions that are much the same, from three or more different people. */
export type Cluster = {
  /** How many questions, and from how many different people. */
  count: number;
  askers: number;
  /** Words that at least three of these people used, the most telling first. */
  words: string[];
  /** A few of the questions, each from somebody else. */
  wordings: string[];
};

/**
 * Groups texts that are alike, in pairs and through pairs, and gives back those groups that three or more different people
 * are behind, the largest first. The same texts give the same groups. Reads 500.
 */
export function clustersOf(texts: Text[]): Cluster[] {
  const read = texts.slice(0, mostTexts).map((one) => ({ ...one, words: wordsByTerm(one.text) }));
  const rarity = rarityIn([...usualTerms(), ...read.map(({ words }) => [...words.keys()])]);
  const vectors = read.map(({ words }) => vectorOf([...words.keys()], rarity));
  const groups = grouped(read, (a, b) => likeness(vectors[a], vectors[b]) >= alike);
  return groups
    .map((group) => clusterFrom(group, rarity))
    .filter(({ askers }) => askers >= fewestAskers)
    .sort((a, b) => b.askers - a.askers || b.count - a.count || compare(a.words.join(), b.words.join()));
}

let usual: string[][] | undefined;

/** How the known questions are worded, made when first needed: among a handful of texts no word is rare. */
function usualTerms(): string[][] {
  usual ??= topics.flatMap(({ questions }) => questions.map(termsOf));
  return usual;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The terms of a text, each with a word that stood for it. Signs for what was redacted say nothing. */
function wordsByTerm(text: string): ReadonlyMap<string, string> {
  const plain = text.replace(/\[\w+\]/g, ' ').toLowerCase();
  const words = plain.match(/[a-z'-]+|[\d.]+/g) ?? [];
  const named = new Map(words.map((word) => [termsOf(word).join(' '), word]));
  return new Map(termsOf(plain).map((term) => [term, named.get(term) ?? '']));
}

type Vector = ReadonlyMap<string, number>;

function vectorOf(terms: string[], rarity: (term: string) => number): Vector {
  const weights = terms.map((term) => [term, rarity(term)] as const);
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

/** The cosine of two vectors of length one. */
function likeness(a: Vector = new Map(), b: Vector = new Map()): number {
  let shared = 0;
  for (const [term, weight] of a) shared += weight * (b.get(term) ?? 0);
  return shared;
}

/** Groups in which each is alike to at least one other, in the order of their first. */
function grouped<T>(items: T[], areAlike: (a: number, b: number) => boolean): T[][] {
  const left = new Set(items.keys());
  const groups: T[][] = [];
  for (const first of items.keys()) {
    if (!left.delete(first)) continue;
    const members = [first];
    for (const member of members) {
      for (const other of left) {
        if (!areAlike(member, other)) continue;
        left.delete(other);
        members.push(other);
      }
    }
    groups.push(members.sort((a, b) => a - b).flatMap((index) => items.slice(index, index + 1)));
  }
  return groups;
}

type Read = Text & { words: ReadonlyMap<string, string> };

function clusterFrom(group: Read[], rarity: (term: string) => number): Cluster {
  const uses = Map.groupBy(
    group.flatMap(({ words, asker }) => [...words].map(([term, word]) => ({ term, word, asker }))),
    ({ term }) => term,
  );
  const shared = [...uses].flatMap(([term, used]) => {
    const people = new Set(used.map(({ asker }) => asker)).size;
    const [word] = used
      .map((one) => one.word)
      .filter(Boolean)
      .sort(compare);
    return people >= fewestAskers && word ? [{ word, weight: people * rarity(term) }] : [];
  });
  const telling = shared.sort((a, b) => b.weight - a.weight || compare(a.word, b.word));
  const byAsker = [...new Map(group.toReversed().map((one) => [one.asker, one.text])).values()];
  return {
    count: group.length,
    askers: byAsker.length,
    words: telling.slice(0, mostWords).map(({ word }) => word),
    wordings: [...new Set(byAsker)].slice(0, mostWordings),
  };
}
