import MiniSearch from 'minisearch';
import type { Topic } from './knowledge.ts';
import { type Asked, coverage, likeness, profileOf, rarityIn, trust } from './likeness.ts';
import { readable, termsOf } from './terms.ts';

type Scored = { topic: string; score: number };
/** Which topics a question is about, best first, each with a score from 0 to 1. Bounded work for any text. */
export type Classifier = (text: string) => Scored[];

/** How many of the nearest known wordings are compared closely. */
const nearest = 60;
/** What a repaired term counts beside one that was spelt right. */
const repaired = 0.8;
/** What a part of a message counts beside the whole, and how many parts are looked at. */
const part = 0.95;
const mostParts = 8;

/**
 * Finds topics by the words a question shares with the known ways of asking: half by the one wording most like it, half
 * by all the wordings of the topic. Rare words count more, and words that no wording has count against.
 */
export function lexicalClassifier(topics: Topic[]): Classifier {
  const wordings = topics.flatMap(({ id, questions }) =>
    questions.map((question, i) => ({ id: `${id}#${i}`, topic: id, terms: [...new Set(termsOf(question))] })),
  );
  const byTopic = Map.groupBy(wordings, ({ topic }) => topic);
  const profiles = new Map([...byTopic].map(([topic, own]) => [topic, profileOf(own.map(({ terms }) => terms))]));
  const inWordings = rarityIn(wordings.map(({ terms }) => terms));
  const inTopics = rarityIn([...profiles.values()].map((profile) => [...profile.keys()]));
  const byId = new Map(wordings.map((wording) => [wording.id, wording]));
  const index = indexOf(wordings);
  const known = new Set(wordings.flatMap(({ terms }) => terms));

  function scoresFor(text: string): Scored[] {
    const asked = repair(termsOf(text), known, index);
    const found = index.search([...asked.keys()].join(' ')).slice(0, nearest);
    return found.map(({ id }) => {
      const { topic = '', terms = [] } = byId.get(id) ?? {};
      const profile = profiles.get(topic) ?? new Map();
      const like = (likeness(asked, terms, inWordings) + coverage(asked, profile, inTopics)) / 2;
      return { topic, score: like * trust(asked, profile, inTopics) };
    });
  }
  return (text) => {
    const ofParts = partsOf(text).flatMap(scoresFor);
    return bestOfEach([...scoresFor(text), ...ofParts.map(({ topic, score }) => ({ topic, score: score * part }))]);
  };
}

function indexOf(wordings: { id: string; terms: string[] }[]): MiniSearch {
  const index = new MiniSearch({ fields: ['text'], tokenize: (text) => text.split(' '), processTerm: (term) => term });
  index.addAll(wordings.map(({ id, terms }) => ({ id, text: terms.join(' ') })));
  return index;
}

/** A term that no wording has becomes the nearest one that some wording has, if only a letter or so is wrong. */
function repair(terms: string[], known: ReadonlySet<string>, index: MiniSearch): Asked {
  const asked = new Map<string, number>();
  for (const term of new Set(terms)) {
    const near = known.has(term) || term.length < 5 ? undefined : index.search(term, { fuzzy: 0.2 })[0]?.terms[0];
    asked.set(near ?? term, near ? repaired : 1);
  }
  return asked;
}

/** The sentences and clauses of a message that has several: people explain before or after they ask. */
function partsOf(text: string): string[] {
  const parts = text.slice(0, readable).split(/[?!;\n]|\.(?!\d)|, | - /);
  const telling = parts.filter((one) => termsOf(one).length > 1);
  return telling.length > 1 ? telling.slice(0, mostParts) : [];
}

function bestOfEach(scores: Scored[]): Scored[] {
  const best = new Map<string, number>();
  for (const { topic, score } of scores) best.set(topic, Math.max(score, best.get(topic) ?? 0));
  return [...best].map(([topic, score]) => ({ topic, score })).sort((a, b) => b.score - a.score);
}
