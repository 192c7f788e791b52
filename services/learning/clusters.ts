import { topics } from '../questions/knowledge.ts';
import { rarityIn } from '../questions/rarity.ts';
import { termsOf } from '../questions/terms.ts';
import { besideEach, groupsAround } from './alike.ts';

/** Fewer different people than this, and nobody sees what they asked. */
const fewestAskers = 3;
/** Newest first, so many texts are compared: each with each. */
export const mostTexts = 500;
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
 * Groups texts that are alike and gives back those groups that three or more different people are behind, the largest
 * first. The same texts give the same groups. Reads 500.
 */
export function clustersOf(texts: Text[]): Cluster[] {
  const wordsByTerm = termReader();
  const read = texts.slice(0, mostTexts).map((one) => ({ ...one, words: wordsByTerm(one.text) }));
  const rarity = rarityIn([...usualTerms(), ...read.map(({ words }) => [...words.keys()])]);
  const groups = groupsAround(
    besideEach(
      read.map(({ words }) => [...words.keys()]),
      rarity,
    ),
    fewestAskers,
  );
  return groups
    .map((places) => places.flatMap((place) => read.slice(place, place + 1)))
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
function termReader(): (text: string) => ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  const termOf = (word: string): string => {
    const term = terms.get(word) ?? termsOf(word).join(' ');
    terms.set(word, term);
    return term;
  };
  return (text) => {
    const plain = text.replace(/\[\w+\]/g, ' ').toLowerCase();
    const words = plain.match(/[a-z'-]+|[\d.]+/g) ?? [];
    const named = new Map(words.map((word) => [termOf(word), word]));
    return new Map(termsOf(plain).map((term) => [term, named.get(term) ?? '']));
  };
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
  const byAsker = [...Map.groupBy(group, ({ asker }) => asker).values()].flatMap((said) => said.slice(0, 1));
  return {
    count: group.length,
    askers: byAsker.length,
    words: telling.slice(0, mostWords).map(({ word }) => word),
    wordings: [...new Set(byAsker.map(({ text }) => text))].slice(0, mostWordings),
  };
}
