/** How telling a term is: the fewer use it, the more. */
export type Rarity = (term: string) => number;

/** How rare each term is among these texts, each given as its terms. One that none uses weighs as much as a rather rare one. */
export function rarityIn(texts: string[][]): Rarity {
  const uses = Map.groupBy(texts.flat(), (term) => term);
  const unknown = Math.log(1 + texts.length / 10);
  return (term) => {
    const times = uses.get(term)?.length;
    return times ? Math.log(1 + texts.length / times) : unknown;
  };
}
