import { everywhere, part } from './pattern.ts';

const number = '(?:\\d+(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a)';
const unit = '(?:years?|yrs?|months?|mths?|terms?|weeks?|half[- ]terms?)';
/** What stands between a slip and what was meant, and never means anything else. */
const surely = part`(?:no,? (?:sorry|wait|hang on|hold on|i mean|i meant|make (?:that|it)|scratch that|actually
  |i tell a lie)
  |wait(?:,? no|,)|hang on,|hold on,|(?:scratch|strike) that|correction|make that|or rather|i tell a lie|tell a lie|oops
  |whoops|i meant?(?: to say)?|i should say
  |let me correct (?:that|myself))`;
/** The same between two times; elsewhere these are courtesies. */
const maybe = part`(?:${surely}|sorry|apologies|edit|oh wait|wait|ugh|argh|aargh|autocorrect|typo|erm?|um|actually
  |in fact|well|no(?=[,.;:-])|rather
  |more like)`;
const gap = '[ ,.:;!()-]*';

const betweenTimes = everywhere`\b${number}(?: (${unit})(?: (?:of|in|teaching|taught|maths|experience
  |total))*)?\b${gap}\b${maybe}\b${gap}(?:(?:actually|it's|that's|only|just|make that|sorry|wait|i mean|autocorrect
  |typo)\b${gap})*
  (${number})(?: (${unit}))?\b`;
/** "5 years - 5 terms rather." */
const putAfter = everywhere`\b${number} ${unit}${gap}(${number} ${unit}) ?,?(?: -)? ?(?:rather(?! than)|i mean|i meant
  |sorry
  |in fact)\b`;
/** "Six years. Sorry, months!": the unit alone is corrected. */
const unitOnly = everywhere`\b(${number}) ${unit}${gap}(?:${maybe}|not years but)\b${gap}(months?|terms?|years?
  |weeks?)\b(?! ?(?:ago|of|in))`;
/** "I said 1 year earlier." */
const saidBefore = /\bi (?:said|put|wrote|typed|told you) (?!i )[^,.;!?\n]*?(?:[,.;!\n]| but )/g;
const takenBack = everywhere`[^,.;!?\n]*${gap}\b${surely}\b${gap}|[^,.;!?\n]*, ?sorry,? (?!if|for|to|about|but|i know
  |this
  |that|in advance)`;

/** "Thought I had QTS, turns out I don't": that there is one criterion which people find out about so. */
const foundOut = everywhere`\b(?:thought|assumed|believed|reckoned|told|convinced)\b[^.?!]{0,20}\b(?:had|have|got
  |held) (?:\w+ )?qts\b[^.?!]{0,15}?
  \b(?:turns? out|turned out|apparently|but|actually|seems|found out)\b[^.?!]{0,20}?(?:n't|\b(?:not|never
  |no)\b)(?! (?:sure
  |certain|know|think|qtls))`;

/**
 * A plain message as its writer corrected it: "three years, no wait, three terms" is three terms. Where a correction is no
 * number, what stood before it is dropped, so that nothing is read of it.
 */
export function corrected(message: string): string {
  return message
    .replace(foundOut, ' no qts. ')
    .replace(saidBefore, ' ')
    .replace(betweenTimes, (_, before, meant, after) => `${meant} ${after ?? before ?? ''}`)
    .replace(putAfter, '$1')
    .replace(unitOnly, '$1 $2')
    .replace(takenBack, ' ');
}
