import { everywhere, pattern } from './pattern.ts';
import { otherWork, type Reading } from './teaching-time.ts';

/** A pause: where one stands, or a start date, no longer says how long somebody has taught. */
export const pause = pattern`\b(?:break|gap|sick|came back|come back|return\w*|on and off|time out|time off
  |sabbatical|maternity
  |paternity|leave|years? out|left(?! (?:(?:the|a|my|an) )?(?:\w+ )?(?:${otherWork}|uni)))\b`;
const noPause =
  /\b(?:without|no|never had|never taken|n't had|not had|bar) (?:an? |any |one )?(?:career )?(?:breaks?|gaps?|sabbatical)\b/g;
const measured = everywhere`<amount:\d+:(\d+):[\d-]*>(?:[ -]\w+){0,2}?[ -](?:break|gap|out|off|sabbatical|leave
  |maternity leave)\b
  |\b(?:break|gap|sabbatical|leave) of <amount:\d+:(\d+):[\d-]*>|\b(?:leave|sick|break
  |sabbatical) *<amount:\d+:(\d+):[\d-]*>`;

const parentalLeave = /\b(?:maternity|mat|paternity|parental|adoption) leaves?\b/g;
const several = /\b(?:leaves|twice|two|both|several|multiple|second|another|other)\b/;
/** In months. The law gives 52 weeks for a child; some add holidays and unpaid weeks, so there is half a year to spare. */
const longestLeave = 18;
/** The end of a pause of which is told besides how long it was. */
const comingBack = /\b(?:(?:came|come|been|am|i'm)? ?back|return\w*)(?= (?:\w+ )?from\b)/g;

const anyReturn = /\b(?:(?:came|come|been|am|i'm)? ?back|return\w*)\b/g;

/** A message without what only says that there was no pause. */
export const withoutDenials = (message: string) =>
  message.replace(noPause, ' throughout ').replace(beforeIt, '$1 before that').replace(askedOf, ' ');
/** "Eight years of maths before the break" is no break. */
const beforeIt =
  /(\b(?:years?|yrs|months)\b[^.;?!]{0,40}?) before (?:(?:the|my|her|his|that|a) (?:career )?(?:break|gap|kids|children)\b|(?:i|she) had (?:the |my |her )?(?:kids|children|baby|babies)\b)/g;
/** "Does the break matter?" tells of none that is not told besides. */
const askedOf =
  /\b(?:does|do|will|would|is|did) (?:the|my|that|this|her|his) (?:career )?(?:break|gap|leave|time out|time off|year out)\b[^?]*\?/g;

/** A message with its times marked, without those that are a pause. */
export const withoutPauses = (marked: string) => marked.replace(measured, ' ');

/** A pause counts for what is said of its length, or the time since a date may all have been a pause. */
export function lessPauses(reading: Reading, message: string): Reading {
  if (!pause.test(message)) return reading;
  const { role, kind, min, max } = reading;
  const paused = [...message.matchAll(measured)].reduce((sum, [, a, b, c]) => sum + Number(a ?? b ?? c), 0);
  const rest = message.replace(measured, ' ');
  const statutory = rest.match(parentalLeave)?.length === 1 && !several.test(rest) ? longestLeave : 0;
  const back = paused > 0 ? anyReturn : comingBack;
  const unmeasured = pause.test((statutory > 0 ? rest.replace(parentalLeave, ' ') : rest).replace(back, ' '));
  return { role, kind, min: unmeasured ? 0 : Math.max(0, min - paused - statutory), max };
}
