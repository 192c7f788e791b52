import { openEnded } from './facts.ts';
import { inMonths } from './in-months.ts';
import { everywhere, pattern } from './pattern.ts';
import { mark } from './spans.ts';

const n = String.raw`(\d+(?:\.\d+)?) months\b`;
const full = '(?:the |my |a |of |full )*';

type Rule = [RegExp, (a: number, b: number) => [min: number, max: number]];

/** From the most telling wording to the plainest. `a` and `b` are months. */
const rules: Rule[] = [
  [everywhere`\bhalf (?:of )?(?:the |those |my |that )+${n}`, (a) => [a / 2, a / 2]],
  [
    everywhere`${n} (?:short of|shy of|off(?: having)?|under|away from|until|till|before|less than
      |to go (?:until|till|before)) ${full}${n}`,
    (a, b) => [b - a, b - a],
  ],
  [everywhere`\b(?:between )?${n} ?(?:-|to|or|and) ?${n}`, (a, b) => [Math.min(a, b), Math.max(a, b)]],
  [
    everywhere`\b(?:no|not) (?:more|longer) than ${n}|(?:(?<!coming )\bup to|\b(?:at most|max(?:imum)?(?: of)?)) ${n}`,
    (a) => [0, a],
  ],
  [
    everywhere`(?:\b(?:don't|do not|doesn't|haven't|hasn't|not|never|without))(?: (?:yet|have|has|got|quite|done|had
      |reached|completed|hit|even|full|the|my|been|at)){0,4} ${n}`,
    (a) => [0, a - 1],
  ],
  [
    everywhere`(?:n't|\bnot) (?:been )?(?:taught|teaching|a teacher)(?: maths)? (?:for )?${full}${n} (?:yet|so far)`,
    (a) => [0, a - 1],
  ],
  [
    everywhere`\b(?:nearly|almost|just under|coming up (?:to|for|on)|going on(?: for)?|touching|approaching|close to
  |getting on for|just short of|(?:just )?shy of|not far off
      |pushing|towards|nearly (?:at|on)|almost (?:at|on)) ${full}${n}|${n}[^.,;]{0,20}\((?:nearly|almost|not quite
  |just under)\)`,
    (a) => [a * 0.75, a - 1],
  ],
  [
    everywhere`\b(?:(?:nowhere|not anywhere|not even) near|under|(?<!\b(?:no|not) )(?:less|fewer) than|below
  |within) ${full}${n}`,
    (a) => [0, a - 1],
  ],
  [everywhere`\bjust over ${n}|${n} and (?:a|1) (?:bit|little|few|some)(?: months)?`, (a) => [a, a + 11]],
  [
    everywhere`\b(?:over|more than|at least|well over|upwards of|(?:no|not) (?:less|fewer) than|in excess of
  |a good) ${full}${n}
      |${n} ?(?:\+|plus|or more|and counting)(?! ?(?:\d|a |an |half |this|the |my |<))`,
    (a) => [a, openEnded],
  ],
  [
    everywhere`\b(?:about|around|roughly|approx(?:imately|\.)?|circa|c\.|~|some|maybe|probably|perhaps) ?${n}
      |${n} ?-?(?:or so|ish|give or take)`,
    (a) => [a - Math.max(3, a * 0.15), a + Math.max(3, a * 0.15)],
  ],
  [
    everywhere`${n} (?:(?:are|is|were) )?(?:done|complete|completed|in the bag)\b`,
    (a) => [a, a % 12 === 0 ? a + 11 : a],
  ],
  [everywhere`${n}`, (a) => [a, a]],
];

const vague: [RegExp, number, number][] = [
  [/\b(?:a )?couple (?:of )?(?:years|yrs)\b/g, 18, 30],
  [/\b(?:a )?few (?:years|yrs)\b/g, 18, openEnded],
  [/\b(?:a )?(?:couple|few) (?:of )?months\b/g, 1, 11],
  [/\b(?:a )?couple (?:of )?terms\b/g, 4, 9],
  [/\b(?:a )?few terms\b/g, 6, 23],
  [/\bseveral (?:years|yrs)\b/g, 30, openEnded],
  [/\b(?:many|lots of|loads of|donkey'?s) (?:years|yrs)\b/g, 48, openEnded],
  [/\bdecades\b(?! ago)/g, 120, openEnded],
];

/** "At three a year": how many terms, where somebody counts in terms. */
const termsAYear = pattern`(?<=\bterms?\b.*)(?:,? (?:at|and|with|so|we have|there are|that's|i mean))* \(?(?:3|6|three
  |six)(?: terms?| of them)? (?:to )?
  (?:a|per|each|every|in an?|the) (?:school |academic |full )?year\b\)?`;

/** Years are told roughly, months are not. */
const since = (months: number) =>
  months % 12 === 0 ? mark('since', months - 3, months + 11) : mark('since', months - 1, months + 1);

/** Marks every stretch of time that a plain message names: "just under two years" is 18 to 23 months. */
export function markAmounts(text: string): string {
  const aYear = /[36]|three|six/.exec(termsAYear.exec(text)?.[0] ?? '')?.[0];
  const [short, long] = !aYear ? [2, 4] : /3|three/.test(aYear) ? [4, 4] : [2, 2];
  let marked = inMonths(text.replace(termsAYear, ' '));
  marked = marked.replace(everywhere`${n} or (?:2|two)\b(?! months)`, (_, a) =>
    mark('amount', Number(a), Number(a) * 2),
  );
  marked = marked.replace(everywhere`${n} (?:short of|shy of|off|away from) (?:the |my )?2\b(?! months)`, (_, a) =>
    mark('amount', 24 - Number(a), 24 - Number(a)),
  );
  for (const [wording, min, max] of vague) marked = marked.replace(wording, mark('amount', min, max));
  marked = marked.replace(/\bhalf a term\b/g, mark('amount', 0, 3));
  // Some schools have three terms a year and some six.
  marked = marked.replace(/\b(\d+) half[- ]?terms?\b/g, (_, halves) => mark('amount', halves * 1.5, halves * 2.5));
  marked = marked.replace(/(?<!half )\b(\d+) terms?\b/g, (_, terms) => mark('amount', terms * short, terms * long));
  marked = marked.replace(everywhere`${n} ago`, (_, ago) => since(Number(ago)));
  for (const [wording, interval] of rules)
    marked = marked.replace(wording, (...found) => mark('amount', ...interval(...monthsIn(found))));
  return marked.replace(yearsAndTerms, (all, ...[min, max, less, more]) =>
    min % 12 === 0 && min === max && more < 12
      ? mark('amount', Number(min) + Number(less), Number(max) + Number(more))
      : all,
  );
}

/** "A year and a term" */
const yearsAndTerms =
  /<amount:(\d+):(\d+):[^>]*> and (?:about |just )?<amount:(\d+):(\d+):[^>]*>(?= (?:in all|altogether|all told|in total|now|so far)|\s*(?:[.,;?!]|is that|$))/g;

/** The numbers among what a pattern caught; the place where it was found is a number too, but not written out. */
function monthsIn(found: unknown[]): [number, number] {
  const [a = 0, b = 0] = found
    .slice(1)
    .filter((group) => typeof group === 'string' && /^[\d.]+$/.test(group))
    .map(Number);
  return [a, b];
}
