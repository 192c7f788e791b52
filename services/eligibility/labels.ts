import { openEnded } from './facts.ts';
import { numberWords } from './number-words.ts';
import { everywhere } from './pattern.ts';
import { mark } from './spans.ts';

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const cardinals = numberWords.slice(1, 11);
const nth = String.raw`(${ordinals.join('|')}|\d{1,2}(?:st|nd|rd|th))`;

/** "ECT2 is behind me", "past my ECT": by now it may be any time since. */
const ectDone = everywhere`\b(?:past|beyond|out of|done with|finished with) (?:my |the )?ects?(?: ?2| years?)?\b
  |\bects?(?: ?2
  | years?| induction)?(?:'s| is| are)* (?:behind (?:me|her|him|them)|all done|out of the way)\b`;
const noLongerEct = /\b(?:no longer|not) (?:an? )?(?:ect|nqt) ?[12]?\b/g;
const ectYear = everywhere`\bect ?-?(?:year |yr |y)?(?:1|2|one|two)s?\b|\bect ?[,(-]+ ?(?:year |yr |y)(?:1|2|one
  |two)\b(?! ?(?:years?|yrs?|months?|terms?))
  |\bect in (?:my |her |his )?(?:year|yr) (?:1|2|one|two)\b
  |\b(?:year|yr) (?:1|2|one|two) (?:(?:of|as|in)(?: my| an| the)? )?ect\b`;
const yearAsEct = everywhere`\b${nth}[ -](?:ect year
  |year (?:(?:of|as|on|in) )?(?:an? |my |the |his |her )?(?:ect|nqt))\b`;
const ectInYear = /\b(?:ect|nqt),? (first|second|1st|2nd) (?:year|yr)\b/g;
const yearsPast = /\b(nqt|ect ?2|ect) ?(?:\+|plus) ?(\d)\b(?! ?(?:years?|yrs?|months?|terms?))/g;
const nthYear = everywhere`\b(?:(?<!(?:n't|not|yet|almost|nearly|half ?way|part ?way|midway) )(completed|finished|done
  |through)
  |(starting|start of|beginning|entering|into|coming up (?:to|on|for)|about to start|approaching|nearly in|end of
  |finishing|completing|nearly (?:finished|done|through)))? ?
  ((?:(?:in|on|of) )?(?:my|his|her|their|the|a)? ?)${nth} (?:full |school |academic |whole )?(?:year
  |yr)\b( (?:back )?in (?:june|july|the summer)\b)?`;

/** "Did my NQT year last year." */
const firstYearLast = everywhere`\b(?:(?:did|had|was|finished|completed) )?(?:(?:my|the|her|his) )?(?:nqt|ect ?1
  |first)(?: year)?(?: of teaching| induction)? (?:was )?last (?:academic |school )?year\b`;
/** "Half way through my two-year induction" */
const halfInducted =
  /\b(?:half|part|mid) ?way (?:through|into) (?:my |the |her |his )?(?:two|2)[- ]year (?:ects? )?induction\b/g;
const newcomer = everywhere`\b(?:(?:only )?just (?:begun|started|starting)(?: out)?|brand new
  |newly started) (?:as an? (?:ect
  |nqt)\b|(?:to |in |into )?(?:the profession\b|teaching(?= *(?:[.,;?!]|$))
  |(?:my|her|his) (?:ects?|nqt)\b(?: year| induction)?))`;
/** "In my first year at a new school" is not the first of teaching. */
const firstHere = /\b(?:first|1st) (?:year|yr) (?:at|in) (?:an?|this|the|my|our) (?:\w+ )?(?:school|comp|academy)\b/g;
const newToIt =
  /(?<!\b(?:not|hardly|never|isn't) )\b(?:brand |very |quite |still )?new to (?:teaching|the profession)\b/g;
const firstTerm = /\bfirst (?:ever )?(?:half[- ])?term (?:of|in|as)(?: an?| my)? (?:teaching|ect|nqt)\b/g;
const startedAs =
  '(?:started|began|been|came into) (?:teaching|in teaching|out as a teacher)(?: maths)?(?: at| aged| from| when (?:i|he|she) (?:was|were)| since)+';
/** "27, started teaching at 22", in either order. */
const agedThen = everywhere`\b(?:i'm|he's|she's|am|aged|now) (\d\d)\b(?! (?:years|months|yrs
  |mths))[^.;?!\d]{0,20}\b${startedAs} (\d\d)\b(?! ?(?:years|months|yrs))`;
const agedNow = everywhere`\b${startedAs} (\d\d)\b[^.;?!\d]{0,20}\b(?:now|i'm|he's|she's
  |am) (?:now |i'm )?(\d\d)\b(?! (?:years|months|yrs|mths))`;
/** "Since I was 22, now 30". */
const ages = everywhere`\bsince (?:i|he|she|they) (?:was|were) (\d\d)\b[^\d.;?!]{0,12}\b(?:now|i'm|am|he's|she's
  |aged) (?:now |i'm |am )?(\d\d)\b`;
const yearOfTeaching = everywhere`\b(?:year|yr) ?(\d{1,2}|${cardinals.join('|')}) (?:of
  |in) (?:my |her |his )?(?:maths )?
  (teaching(?: career)?|career|being a (?:maths )?teacher)\b`;
/** "Into year five with us" */
const yearWithUs = everywhere`\b(?:in|into|is|now in) (?:year|yr) (${cardinals.slice(2).join('|')}) (?:for me|with us
  |here|now)\b`;

/** Marks "ECT2", "NQT+1" and "in my third year" with the completed months that they stand for. */
export function markLabels(text: string): string {
  return text
    .replace(yearsPast, (_, what, years) => yearsAfter(what, Number(years)))
    .replace(ectDone, mark('label', 20, openEnded))
    .replace(noLongerEct, ' ')
    .replace(ectYear, (label) => ectIn(/1|one/.test(label) ? 1 : 2))
    .replace(ectInYear, (_, word) => ectIn(numberOf(word)))
    .replace(yearAsEct, (all, word) => (numberOf(word) <= 2 ? ectIn(numberOf(word)) : all))
    .replace(halfInducted, mark('label', 6, 18))
    .replace(newcomer, mark('label', 0, 11))
    .replace(firstHere, ' ')
    .replace(newToIt, mark('label', 0, 18))
    .replace(firstTerm, mark('label', 0, 4))
    .replace(firstYearLast, mark('label', 10, 23))
    .replace(agedThen, (all, now, then) => between(then, now) ?? all)
    .replace(agedNow, (all, then, now) => between(then, now) ?? all)
    .replace(ages, (all, then, now) => between(then, now) ?? all)
    .replace(yearWithUs, (_, word) => `${inYear(numberOf(word))} here`)
    .replace(yearOfTeaching, (_, word, what) => `${inYear(numberOf(word))} of ${what}`)
    .replace(/\bweek (\d{1,2}) of (?:my )?teaching(?: career)?\b/g, (_, week) => mark('label', 0, week / 4))
    .replace(/\bmonth (\d{1,2}) of teaching\b/g, (_, month) => mark('label', month - 1, month))
    .replace(
      /\b(?:no|zero|without(?: any)?) teaching experience\b(?! (?:in|of|outside|beyond|before|overseas|abroad|elsewhere))/g,
      mark('label', 0, 0),
    )
    .replace(/\brqt\b/g, mark('label', 12, 35))
    .replace(
      nthYear,
      (_, done, edge, words, word, when = '') => ` ${words} ${inYear(numberOf(word), done, edge)}${done ? '' : when}`,
    );
}

/** "ECT+1" may be counted from the first year or from the second. */
function yearsAfter(what: string, years: number): string {
  const [from, to] = what === 'nqt' ? [0, 0] : what === 'ect' ? [0, 12] : [12, 12];
  return mark('label', from + years * 12, to + years * 12 + 11);
}

/** The time between two ages, in words of teaching. */
function between(then: number, now: number): string | undefined {
  return now > then ? `teaching ${mark('amount', (now - then - 1) * 12, (now - then + 1) * 12)}` : undefined;
}

const ectIn = (year: number) => mark('label', year * 12 - 12, year * 12 - 1);
const numberOf = (word: string) =>
  ordinals.indexOf(word) + 1 || cardinals.indexOf(word) + 1 || Number.parseInt(word, 10);

/** Where somebody stands who is in their nth year, has finished it, or is about to start or finish it. */
function inYear(year: number, done?: string, edge?: string): string {
  if (done) return mark('nth', year * 12, year * 12 + 11);
  if (edge) return mark('nth', year * 12 - 15, year * 12);
  return mark('nth', year * 12 - 12, year * 12 - 1);
}
