import { schoolNamesIn } from './school-names.ts';
import { months, withoutShapes } from './shapes.ts';
import { isAmong, mayBeNames, mayBePlaces, vocabulary } from './vocabulary.ts';
import { type Sign, sameSignAgain, signAlone, type Word, wordsIn } from './words-in.ts';

/** Characters that are kept at most of a question, and how many times as many are read. */
export const longestKept = 300;
const readTimes = 4;

/**
 * A question as it may be kept: without names, numbers, dates, addresses and places, at most 300 characters or `most`. Works the
 * other way round from a list of names: whatever is no plain word, or stands where a name would, goes. The programme's
 * own numbers stay. What was redacted before stays as it is.
 */
export function redact(text: string, most = longestKept): string {
  let kept = redactedOnce(text, most);
  // What has gone may be what made a neighbour a plain word: read again until nothing more goes.
  for (let again = redactedOnce(kept, most); again !== kept; again = redactedOnce(kept, most)) kept = again;
  return kept;
}

/** Each round takes words away, so there are no more rounds than words. */
function redactedOnce(text: string, most: number): string {
  const shaped = withoutShapes(readableIn(text, readTimes * most));
  const words = wordsIn(shaped);
  const schools = schoolNamesIn(words);
  let before: Sign | undefined;
  const kept = words.map((word, at) => {
    before = schools.has(at) ? 'school' : signFor(words, at, before);
    return word.gap + (before ? `[${before}]` : word.text);
  });
  const last = words.at(-1);
  const rest = last ? shaped.slice(last.at + last.text.length) : '';
  return shortened((kept.join('') + rest).replace(sameSignAgain, '$1').trim(), most);
}

/** The same for a text of several lines, which stay. */
export function redactLines(text: string, most: number): string {
  const lines = text.split('\n').map((line) => redact(line, most));
  return shortened(lines.filter(Boolean).join('\n'), most);
}

/** The part that is read: one way of writing each character, nothing hidden between letters, nothing but text. */
function readableIn(text: string, readable: number): string {
  const plain = text
    .slice(0, readable)
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\s£%+=]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const whole = text.length > readable ? plain.replace(/\S*$/, '') : plain;
  return whole === whole.toUpperCase() ? whole.toLowerCase() : whole;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/\s*\S*$/, '');
}

/** What takes the place of this word, or undefined when it may stay. `before`: what took the place of the last one. */
function signFor(words: Word[], at: number, before: Sign | undefined): Sign | undefined {
  const one = words[at];
  if (!one || signAlone.test(one.text)) return undefined;
  if (/\p{N}/u.test(one.word)) return isOwnNumber(words, at) ? undefined : 'number';
  if (inLetters.test(one.word)) return isOwnWording(words, at) ? undefined : 'number';
  const [last, next] = [words[at - 1], words[at + 1]];
  const around = { previous: one.starts ? '' : (last?.word ?? ''), next, before };
  if (standsForName(words, at, around)) return 'name';
  if (isMonth.test(one.word)) return monthAlone.test(around.previous) ? undefined : 'date';
  if (isIn.test(around.previous) && mayBePlaces.has(one.word)) return 'place';
  return signForWord(one, around);
}

type Around = { previous: string; next: Word | undefined; before: Sign | undefined };
const wordAt = (words: Word[], at: number): string => words[at]?.word ?? '';

/** Numbers that are the programme's own. */
const ownNumber = /^(?:7\.5|5\.5|2|10|2nd|10th|ncp ?25-?(?:03|15)|ks[345]|ect[12])$/;
const inLetters =
  /^(?:three|four|five|six|seven|eight|nine|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)s?$/;

const isOwnNumber = (words: Word[], at: number): boolean =>
  ownNumber.test(wordAt(words, at)) ||
  (wordAt(words, at) === '1' && wordAt(words, at - 1) === 'year' && words[at]?.gap === ' ');

/** “Year Three”, “three years”, “five big ideas”, “seven and a half”: what is asked about, whoever asks. */
function isOwnWording(words: Word[], at: number): boolean {
  const wording = [-1, 0, 1, 2, 3].map((step) => wordAt(words, at + step)).join(' ');
  return /^(?:year three |\S* three years? |\S* five big |\S* (?:five|seven) and a half)/.test(`${wording} `);
}

const title = /^(?:mr|mrs|miss|ms|mx|dr|prof|professor|sir|rev|revd|father|fr|sister|st|saint)$/;
const introduces = /^(?:i'm|im|called|named|dear|hi|hello|hey|regards|cheers|meet|from|with|by)$/;
const says =
  /^(?:said|says|told|tells|asked|asks|thinks|thought|wants|reckons|mentioned|emailed|teaches|taught|works|here)$/;
/** Words that go on with a sentence and are nobody's name. */
const goesOn =
  /^(?:i|i'm|my|we|our|you|your|he|she|it|they|there|this|that|these|the|a|an|any|teachers?|heads?|hubs?|people|maths|be|not|to|of|is|are|on|in)$/;

/** Whether it stands where a name does: after a title or “my name is”, or before “said”. */
function standsForName(words: Word[], at: number, { previous, next }: Around): boolean {
  const word = wordAt(words, at).replace(/'s$/, '');
  if (goesOn.test(word)) return false;
  if (title.test(wordAt(words, at - 1))) return true;
  if (/^(?:called|named|name's)$/.test(previous)) return true;
  if (/^(?:is|was)$/.test(previous) && wordAt(words, at - 2) === 'name') return true;
  if (!mayBeNames.has(word)) return false;
  return (
    introduces.test(previous) || (says.test(next?.word ?? '') && !/^(?:the|a|this|that|web|old|new)$/.test(previous))
  );
}

// “May” alone is the verb: as a name it is found before.
const isMonth = new RegExp(`^(?:${months.replace('may|', '')})$`);
const monthAlone =
  /^(?:in|by|from|until|till|since|before|after|this|next|last|every|for|during|early|late|of|or|and|mid)$/;
const isIn = /^(?:in|at|from|near|around|outside|to)$/;

/** By the word itself: no plain word, or one with a capital that it would not have. */
function signForWord({ word, text, starts, gap }: Word, { previous, next, before }: Around): Sign | undefined {
  const { plain, capitalised } = vocabulary();
  const capital = /^\p{Lu}/u.test(text);
  const mayBeName = mayBeNames.has(word.replace(/'s$/, ''));
  if (before === 'name' && (capital || mayBeName) && /^[ '-]*$/.test(gap)) return 'name';
  if (!isAmong(plain, word))
    return capital || before === 'name' || title.test(word) || introduces.test(previous) ? 'name' : 'word';
  if (!capital || capitalised.has(word.replace(/'s$/, ''))) return undefined;
  if (!starts || /\p{Ll}\p{Lu}/u.test(text)) return 'name';
  return mayBeName && !startsPlainly(word, next) ? 'name' : undefined;
}

/** Whether what may be a name is none here: it starts a question, as “will” does where no other name follows. */
function startsPlainly(word: string, next: Word | undefined): boolean {
  if (/^(?:best|day|little|long|read|short|small)$/.test(word) || goesOn.test(next?.word ?? '')) return true;
  const nameFollows = /^\p{Lu}/u.test(next?.text ?? '') && !vocabulary().capitalised.has(next?.word ?? '');
  return /^(?:will|may)$/.test(word) && !nameFollows && !/^(?:is|was|has|and|from|who|)$/.test(next?.word ?? '');
}
