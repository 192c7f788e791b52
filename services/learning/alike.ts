import type { Rarity } from '../questions/rarity.ts';

/** How much two texts share, from 0 to 1, before they count as alike: by cosine, each term as much as it is telling. */
const enough = 0.5;

/** For each text, given as its terms, the places of those alike to it, itself included. */
export function besideEach(texts: string[][], rarity: Rarity): number[][] {
  const vectors = texts.map((terms) => vectorOf(terms, rarity));
  const entries = vectors.flatMap((vector, place) => [...vector].map(([term, weight]) => ({ term, place, weight })));
  const users = Map.groupBy(entries, ({ term }) => term);
  return vectors.map((vector, own) => {
    const likeness = new Float64Array(texts.length);
    for (const [term, weight] of vector)
      for (const other of users.get(term) ?? [])
        likeness[other.place] = (likeness[other.place] ?? 0) + weight * other.weight;
    likeness[own] = 1;
    return [...likeness.keys()].filter((place) => (likeness[place] ?? 0) >= enough);
  });
}

/** The terms with their weights, as a vector of length one. */
function vectorOf(terms: string[], rarity: Rarity): Map<string, number> {
  const length = Math.hypot(...terms.map(rarity)) || 1;
  return new Map(terms.map((term) => [term, rarity(term) / length]));
}

/**
 * Groups around a middle: whoever has the most beside them takes these, then the next of those left, while a group has
 * `fewest`. So each in a group is alike to its middle, and no chain of small steps ends somewhere else.
 */
export function groupsAround(beside: number[][], fewest: number): number[][] {
  const left = new Set(beside.keys());
  const groups: number[][] = [];
  for (;;) {
    const around = [...left].map((middle) => (beside[middle] ?? []).filter((other) => left.has(other)));
    const largest = around.reduce((most, group) => (group.length > most.length ? group : most), []);
    if (largest.length < fewest) return groups;
    for (const member of largest) left.delete(member);
    groups.push(largest);
  }
}
