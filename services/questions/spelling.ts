import { examples } from './engine/training.ts';
import { topics } from './knowledge.ts';

/** Words that people use of themselves and no known question has. */
const ofPeople = `academy academies independent private grammar comprehensive catholic faith free school community foundation
  voluntary aided controlled studio technical college university sixth form further education special needs middle
  primary secondary state funded maintained trust teacher teaching teach taught trained training qualified unqualified
  qualification status experience experienced months month years year since started start begun January February March
  April May June July August September October November December autumn spring summer term currently previously full
  part time supply cover overseas abroad Scotland Wales England physics science maths mathematics further eligible
  eligibility apply applying qualify allowed colleague department leader head deputy career early newly recently
  maternity leave break returned returning industry engineer accountant degree graduate international`;

/** Shorter words are too like one another to be mended. */
const shortest = 5;
/** Longer ones are no words. */
const longest = 24;

let words: Set<string> | undefined;

/** Every word the bot has been taught, made when first needed. */
function known(): Set<string> {
  if (words) return words;
  words = new Set();
  // Text by text: all their words at once are ten times the memory of those that differ.
  for (const text of taughtTexts()) for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) words.add(word);
  return words;
}

function* taughtTexts(): Iterable<string> {
  yield ofPeople;
  for (const { text } of examples()) yield text;
  for (const topic of topics) yield 'answer' in topic ? topic.answer : topic.subject;
}

/** The text with words that nobody taught the bot put right where they are one slip away from one that it knows. */
export function repaired(text: string): string {
  return text.replace(/[a-z]{5,}/gi, (word) => {
    const plain = word.toLowerCase();
    if (plain.length < shortest || plain.length > longest || known().has(plain)) return word;
    return slipsOf(plain).find((slip) => known().has(slip)) ?? word;
  });
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** All words one slip away: two letters swapped, then one too many, one wrong, one missing. */
function slipsOf(word: string): string[] {
  const places = [...word].map((_, at) => [word.slice(0, at), word.slice(at)] as const);
  return [
    ...places.map(([left, right]) => left + (right[1] ?? '') + (right[0] ?? '') + right.slice(2)),
    ...places.map(([left, right]) => left + right.slice(1)),
    ...places.flatMap(([left, right]) => [...letters].map((letter) => left + letter + right.slice(1))),
    ...[...places, [word, ''] as const].flatMap(([left, right]) => [...letters].map((letter) => left + letter + right)),
  ];
}
