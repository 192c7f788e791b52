import { lesserKnown } from './places.ts';
import { realWords } from './real-words.ts';
import { vocabulary } from './vocabulary.ts';

/** Words that are something else than a slip of the pen: "form" is not "from". */
const real = new Set([...realWords.split(/\s+/), ...lesserKnown.split(/[^a-z]+/)]);

/** Slips that people make with whole syllables, and those that could stand for two words. */
const known: Record<string, string> = {
  elig: 'eligible',
  maht: 'maths',
  mahts: 'maths',
  wld: 'would',
  tought: 'taught',
  teached: 'taught',
  havnt: "haven't",
  havn: "haven't",
  dosnt: "doesn't",
  dosent: "doesn't",
  donot: "don't",
  experiance: 'experience',
  expirience: 'experience',
  experince: 'experience',
  exprience: 'experience',
  indipendant: 'independent',
  independant: 'independent',
  secondry: 'secondary',
  techer: 'teacher',
  teching: 'teaching',
  yeras: 'years',
  yers: 'years',
  yesrs: 'years',
  collage: 'college',
  qtss: 'qts',
  qtts: 'qts',
  qqts: 'qts',
};

/** In letters. Nothing in the vocabulary is longer. */
const longest = 20;

/** Words that are real, but not here. */
const inPlace: [RegExp, string][] = [
  [
    /(?<=(?:\d|one|two|three|four|five|six|seven|eight|nine|ten) )(?:yeas|yer|yars|yar|ears|rs|years')(?= |[.,;?!)]|$)/g,
    'years',
  ],
  [/(?<=(?:\d|one|two|three|four|five|six|seven|eight|nine|ten) )(?:moths|mouths|moth)\b/g, 'months'],
  [/\b(?:taught|tought) (?=(?:i|he|she) (?:had|have|has)\b)/g, 'thought '],
  [/\btree (?=y(?:ea)?rs\b)/g, 'three '],
  [/\btan (?=(?:two|2|three|\d|a)\b)/g, 'than '],
  [/\blst (?=month|year|term|week|sept|summer)/g, 'last '],
  [/\bdot (?=have\b)/g, "don't "],
  [/(?<=\bqts:? )(?:noe|noo|np|nop)\b/g, 'no'],
  [/\bne (?=years?|yrs?|months?)/g, 'one '],
  [/(?<=\b(?:have|got|for|than|over|about|nearly|taught) )(?:to|tow|too) (?=years)/g, 'two '],
  [
    /\b(?:sate|stat|tate|sttate|states|skate|slate|stake|stare|stage|spate|estate)(?=[ -](?:school|secondary|academy|grammar|funded|comp))/g,
    'state',
  ],
  [/\b(?:aught|taut)(?= maths)/g, 'taught'],
  [/\b(?:q[a-km-z]s|qt[a-km-xz]|[adgjlmnorsvwxyz]ts|ts(?! (?:and|&) c))\b(?!')/g, 'qts'],
  [/\bsine(?= (?:19|20)\d\d)/g, 'since'],
  [/(?<=[a-z],? |ks\d |^)mths\b/g, 'maths'],
  [
    /(?<=\b(?:teach\w*|some|(?:years|yrs|months) of|head of|lead of|subject|a|the|taught|ks\d|time|second in|2ic|hod|qts) |[,.;] |^)(?:mats|meths|matts|mathe|baths|myths|moths)\b/g,
    'maths',
  ],
  [/\b(?:set|spt|seppt|spet|sepr|dept)(?= (?:20)?\d\d\b)/g, 'sept'],
  [/(?<=\b(?:first|second|third|fourth|fifth|sixth|nth|\dth) )(?:yer|yar|ear|yeas|yea)\b/g, 'year'],
  [/(?<=\bwith |, )qs(?=[,.;?!]| (?:and|in|since|,)|$)/g, 'qts'],
];

/** A plain text with words that are nobody's put right, where they are one slip away from just one word that matters. */
export function mended(text: string): string {
  const placed = inPlace.reduce((sofar, [slip, meant]) => sofar.replace(slip, meant), text);
  return placed.replace(
    /(?<![a-z'])([a-z][a-z']+?)('(?:s|re|ve|ll|d|m)?)?(?![a-z'])/g,
    (_, word, end = '') => put(word) + end,
  );
}

function put(word: string): string {
  if (Object.hasOwn(known, word)) return known[word] ?? word;
  if (word.length < 3 || word.length > longest || vocabulary.has(word) || real.has(word)) return word;
  return likeliest(word) ?? word;
}

/** The one word that a slip was meant to be; the kinds of slip from the most common to the rarest. */
function likeliest(word: string): string | undefined {
  for (const slips of word.length > 3 ? [swapped, lost, doubled, wrong, added] : [swapped, lost, doubled]) {
    const meant = [...new Set(slips(word).filter((slip) => vocabulary.has(slip)))];
    if (meant.length > 1) return undefined;
    if (meant[0]) return meant[0];
  }
  return undefined;
}

const letters = [..."abcdefghijklmnopqrstuvwxyz'"];
const places = (word: string) => [...word].map((_, at) => [word.slice(0, at), word.slice(at)] as const);

const swapped = (word: string) =>
  places(word).map(([left, right]) => left + (right[1] ?? '') + (right[0] ?? '') + right.slice(2));
const lost = (word: string) =>
  [...places(word), [word, ''] as const].flatMap(([left, right]) => letters.map((letter) => left + letter + right));
const doubled = (word: string) =>
  places(word).flatMap(([left, right]) => (right[0] === right[1] ? [left + right.slice(1)] : []));
const wrong = (word: string) =>
  places(word).flatMap(([left, right]) => letters.map((letter) => left + letter + right.slice(1)));
const added = (word: string) => places(word).map(([left, right]) => left + right.slice(1));
