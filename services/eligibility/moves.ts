import { moved } from './boundary.ts';
import { month, season } from './months.ts';
import { pattern } from './pattern.ts';

/** A past that says nothing about where a person works or what they teach now. */
const past = pattern`\b(?:from )?(?:19|20)\d\d ?(?:to|-|until) ?(?:19|20)\d\d\b|\b(?:years?|yrs|months
  |terms) (?:of )?not (?:teaching|working)\b|^taught .* (?:first|for (?:years|ages|a while|a bit)(?: me)?)$|\b(?:had
  |taught|did|spent) [\w.]+ (?:years?|yrs?) (?:teaching )?(?:in|at) an? (?:\w+ )?primary(?: school)?$|\b(?:team|staff
  |colleagues?|teachers?) (?:did|spent|taught|worked)\b
  |^[\w.]+ (?:years?|yrs|months|terms) (?:in|at) an? .* and$|\b(?:used to|previously|formerly
  |(?:former |ex[- ])\w+(?! (?:now |and |who )*(?:teach|a maths|maths))|(?:was
  |were|had been)(?! (?:just |then |since )?(?:moved|transferred|redeployed)\b)|left|(?:swapped|traded
  |exchanged)(?! (?:over )?(?:to|into)\b)
  |trained|retrained(?! as an? maths teacher)|${moved} (?:\w+ )?from|my (?:last|old|previous
  |first)(?! (?:year|term))
  |(?<!\b(?:moved|went|switched|came|changed|crossed|swapped)\b[^,]{0,40})years? ago|as an? (?:child|kid|pupil|boy|girl
  |student|teenager)|attended|educated|no longer (?:at|in|with|working|an?)|not (?:at|in) .* any ?more|finished at
  |retired from
  |(?:the |my )?first (?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|couple|half)(?: years?)?(?: of (?:them
  |those
  |which))?(?: were| was)? (?:in|at)|(?:i|he|she|they|we|who|previously|once) (?:only |also )?(?:taught|worked|did
  |spent))\b
  |^before (?:that|this|then)\b|^(?!.*\b(?:taught|teach)).*\bbefore (?:that|this)$|^after (?:[\w.]+ ){1,3}?(?:years?
  |yrs|decades?|months|terms)\b|^(?:originally|did|worked|taught primary|started out|began in)\b
  |^(?:do|does|would|will) (?:the|my|those|these|any) (?:\w+ ){0,3}(?:years?|time|experience|past|background
  |history)\b`;

/** In a school again. */
export const comeBack =
  /\b(?<!\b(?:not|never) |n't )(?:(?:came|come|coming|going|get|getting) back|(?<!\bway )back (?:in|to|into|teaching|at it)|return\w*|rejoin\w*|again)\b/;

/** A move that is only thought of. */
const idea = pattern`\b(?:thinking (?:of|about)|considering|might|may|hop(?:e|ing) to|tempted(?: to| by)?|toying with
  |(?:would
  |'d) (?:like|love) to|want(?:ing)? to|looking (?:to|at)|plan(?:ning)? to)
    (?: (?:maybe|perhaps|be|an?|one day))*[ ](?:mov(?:e|ing)|go(?:ing)? (?:to|into|back|private|state)|switch
    |join(?:ing)? (?:an?|the)|transfer|leav(?:e|ing)|chang(?:e|ing)|retrain|work(?:ing)? (?:in|at)|teach)\w*
  |\b(?:nearly|almost) (?:took|went|moved|joined|accepted|got)\b|\b(?:offered|turned down|wants? me|approached)\b
  |\bappl(?:ied|ying) (?:for (?:an? )?(?:job|post|role)|to (?:teach|work|an?)|at)\b|\binterview\w* (?:at|for|with)\b`;
/** A move that is to come. */
const toCome = pattern`\b(?:i'm|he's|she's|they're|be|will|'ll|due to|about to|going to|to) (?:\w+ )?(?:moving|starting
  |joining|switching|transferring|move|start|join|switch|transfer)(?! (?:my|her|his|the)\b)
  |(?<!\b(?:before|after|since|by|on|until) )\b(?:moving|starting|joining|going|switching|transferring|start|move|join
  |go)s?\b.*\b(?:next|in (?:the )?(?:new year|january|april|september|summer|spring|autumn|easter)|after (?:easter
  |christmas
  |summer))\b
  |\b(?:are|is|we're|it's) (?:turning|becoming|converting|changing)\b|\bmerg(?:es|ing)\b|^becomes?\b|^(?:that
  |which) (?:might|may|will|is going to)\b|\bfrom (?:next|tomorrow|(?:mon|tues
  |wednes|thurs|fri)day)\b
  |^(?:moving|joining|switching|transferring|leaving)\b`;
export const asOfNow =
  /\b(?:right now|currently|at the moment|at present|still|today|for the time being|as things stand|presently)\b/;

/** Over when a move follows: "taught in a private school, then moved to a state one". */
const untilTheMove = pattern`^(?:(?:i|he|she|they|we) )?(?:have |has |had |'ve )?(?:taught|teaching|was|been|spent|did
  |started)\b
  |^after\b|^[\w.]+ (?:years|yrs)\b`;
const move = pattern`^(?:i |i've |he |she |they |has |have |and |then |now |since |just )*
    (?:moved|jumped(?: ship)?|switched|transferred|changed|joined|went|before \w+ing)(?: \w+)?(?: (?:in|on))?(?: to)?\b
  |\bnow (?:i'm |i am |i |he's |she's |at|in|teach)|\bback (?:in|at) an?\b|^since\b.*\b(?:i'm|i am|at|in)\b
  |^for an?\b|^(?:and |then |now )*(?:only |just |100 ?% |full[- ]time )*maths since\b`;
const aSchool = pattern`\b(?:schools?|secondary|academy|comp|comprehensive|grammar|college|primary|utc|state|private
  |independent)\b`;
const aRole = /\b(?:role|job|post|slt|leadership|management|office|pastoral|admin\w*)\b/;

/** From the surest word for where somebody is by now to the least sure. */
const arrivals = [
  pattern`\b(?:now|nowadays|these days|currently|at present|at the moment|today|this (?:${month}|${season}|term
  |year))\b|\b(?:mine|ours)(?:'s| is)\b`,
  pattern`\b(?:moved|jumped|swapped|switched|transferred|redeployed|changed|crossed|joined|came|went|returned|back
  |ended up)\b
    |^for an?\b`,
  /\bsince\b/,
];
const besides = /\b(?:also|as well|some|(?<!and )a bit|sometimes|occasionally|before (?:that|this|then))\b/;

/**
 * Clauses from the one on that says best where somebody is by now, of a kind of thing: what was said of it before is over.
 * All of them, where none says that.
 */
export function fromArrival(clauses: string[], kind: RegExp): string[] {
  const at = arrivals
    .map((arrival) => clauses.findLastIndex((one) => arrival.test(one) && kind.test(one) && !besides.test(one)))
    .find((index) => index >= 0);
  return clauses.slice(at ?? 0);
}

/** Whether a clause may be about today: neither clearly over nor clearly to come. */
export const mayBeNow = (clause: string) =>
  !idea.test(clause) && !toCome.test(clause) && (!past.test(clause) || arrivals[0]?.test(clause) === true);

/** What was so before, at the school where they still are. */
const atTheSame =
  /^before (?:that|this)\b.*\bhere\b|\b(?:at|in) the same (?:\w+ ){0,2}(?:school|comp\w*|academy|secondary|place|department)\b/;
/** The clauses about a person's present: what they are, what they teach. */
export function presentOf(clauses: string[]): string[] {
  return clauses.filter((clause) => (!past.test(clause) || atTheSame.test(clause)) && !idea.test(clause));
}

/** Those that say what somebody teaches. Who moved to another school goes on with it; to a role, maybe not. */
export function sameWork(present: string[], all: string[]): string[] {
  const lastMove = all.findLastIndex((clause) => move.test(clause) && aSchool.test(clause) && !aRole.test(clause));
  const goneOnWith = all
    .slice(0, Math.max(lastMove, 0))
    .filter((clause) => past.test(clause) && taughtMaths.test(clause));
  return [
    ...goneOnWith,
    ...after(present, (clause) => move.test(clause) && (aRole.test(clause) || !aSchool.test(clause))),
  ];
}

const taughtMaths = /^(?!.*\b(?:used to|previously|former\w*|once|ago|gave up)\b).*\b(?:taught|teaching) maths\b/;

/** Those of the present that are not about a school which somebody has left. None, where they are leaving and say no more. */
export function sameSchool(present: string[]): string[] {
  const isToCome = (clause: string) => toCome.test(clause) && aSchool.test(clause);
  const here = present.filter((clause) => !isToCome(clause));
  if (here.length < present.length && !here.some((clause) => asOfNow.test(clause))) return [];
  return after(here, (clause) => move.test(clause) && aSchool.test(clause));
}

function after(present: string[], isMove: (clause: string) => boolean): string[] {
  const last = present.findLastIndex(isMove);
  return present.filter((clause, at) => at >= last || !untilTheMove.test(clause));
}
