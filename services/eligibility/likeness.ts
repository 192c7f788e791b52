import { elided, nothingElse } from './at-large.ts';
import { isOfTwoPeople } from './clauses.ts';
import type { CriterionId } from './criteria.ts';
import { typed } from './dictated.ts';
import { mostOf } from './intervals.ts';
import { inLengths } from './learnt/prepared.ts';
import type { Stance } from './learnt/reader.ts';
import { pattern } from './pattern.ts';
import { pause, withoutPauses } from './pauses.ts';
import { letters } from './plain.ts';
import { monthsNeeded, type Outcome } from './rules.ts';
import { beforeAcademy } from './school.ts';
import { spansIn } from './spans.ts';
import { notSettled } from './teaching-time.ts';

/**
 * From how likely on a criterion counts as met or as not met, where no wording was recognised: more is needed where what is
 * told may be over or somebody else's, where a school of the right kind is named as well, and where what was recognised is
 * for the hub to judge. Chosen by cross-validation: a wrong verdict costs more than a question.
 */
const enough = { yes: 0.88, yesThoughMixed: 0.96, no: 0.85, noQts: 0.7, noThoughNamed: 0.93, noAfterAll: 0.9 };
/** What a wording was recognised for is asked for after all where it is less likely than this. */
const doubtful = { met: 0.1, notMet: 0.05 };
/** Somebody who is not sure of something is asked; likeness cannot tell of what. */
const inDoubt = pattern`\b(?:unsure|not (?:\w+ )?(?:sure|certain|clear)|not a clue|no idea|dunno|(?:don|doesn)'?t know
  |do(?:es)? not know|(?:don'?t|can'?t|cannot|could ?n'?t) (?:\w+ )?(?:recall|remember|tell|say)|nobody (?:ever )?\w+
  |doubts|elsewhere|who knows|whether|might|maybe|perhaps|vague|silent|counts? as
  |being (?:sorted|processed|looked into|checked)|down the road|and i both|both of us|(?:the )?(?:pair|two) of us
  |never (?:said|found|heard|told|asked)|no ?one (?:can|knows|could|ever)|lost track|dragged on|asked \w+ if|claims?
  |give or take|roughly|counted properly|may or may not|no clue|far from it|sight of|could be|either|rather not
  |hard to (?:say|tell)|odd one out|(?:isn't|not|n't) (?:the case|as if|true that|that i)|less than certain
  |think (?:i|she|he)(?:'ve| have|'s| has)(?: got)? (?:qts|it\b|enough|two|2|done)|i wish|wish (?:i|she|he)|i suppose
  |assume i|guess i|hers|am i still in an?
  |^is (?:my|our) (?:school|place|academy)|[.?!] ?is (?:my|our) (?:school|place|academy))\b`;

/** "Does my PGCE year count?" */
const trainingCounted =
  /\b(?:pgce|training|scitt|teach first)\b[^.?!]*\b(?:counts?|counted|add|added|includ\w+)\b|\b(?:count|add|includ)\w*\b[^.?!]*\b(?:pgce|training|scitt|teach first)\b/;
/** Long enough without counting from a date, which may have a pause after it. */
const longStretch = /\b(?:amount|nth|label)long\b/;
/** What is told may be over, or somebody else's. */
const overOrOthers = pattern`\b(?:used to|former\w*|gave up|given up|came out of|out of (?:teaching|the classroom)
  |no longer
  |these days|nowadays|now (?:an?|it's|just)|self[- ]?employed|not (?:attached|employed)|retired|home[- ]?educat\w*
  |librarian|officer|supervisor|caretaker|kitchens?|lsa|pastoral|packed it in|not going back|manager|technician
  |governor|deputy|principal|tuition|tutor\w*|line manages?|friend|replacement
  |between us|changed schools|at another|my last school)\b`;

/** Without any of these words, nothing was said of a criterion that could count as met. */
const named: Record<CriterionId, RegExp> = {
  'maths-teacher': /\bmath/,
  qts: /\bqts\b|\bqualified teacher/,
  'state-funded': pattern`${beforeAcademy} ?academ\w+|\b(?:state|comp|comprehensive|maintained|foundation|community
  |council
    |la|lea|local authority|public\w*|govern\w+|free|grammar|voluntary|v[ac]|fund\w*|trust|utc|mat)\b`,
  secondary: pattern`\bsecondar\w+|\bhigh school|\b11 ?- ?1[1-9]\b|\b(?:comp|comprehensive|ks[34]|gcse\w*|upper school
    |grammar)\b|\by(?:ear|r)?s? ?(?:7|8|9|1[01])\b`,
  // "QTS since 2017" is not how long they have taught.
  experience: pattern`\b(?:amount|nth|label)(?:long|two)\b|(?:^|[.,;?!])(?:(?!\b(?:qts|qualified
  |pgce)\b)[^.,;?!])*\bsincelong\b
    (?!(?:(?!\b(?:qts|qualified|pgce)\b)[^.,;?!])*\b(?:qts|qualified|pgce)\b)
    |\b(?:ever since|since then|from then)\b`,
};

/** Whether somebody is not sure of something, or tells of somebody else besides: then likeness settles nothing. */
export const isInDoubt = (text: string, timed: string): boolean =>
  inDoubt.test(typed(letters(text))) || isOfTwoPeople(timed);

type Says = Record<Stance, number>;

/** What likeness settles of a criterion that came out so by the wordings, in a message with its times marked. */
export function stanceOn(
  criterion: CriterionId,
  outcome: Outcome,
  said: Says,
  timed: string,
): 'yes' | 'no' | undefined {
  if (outcome === 'ask-hub') return criterion !== 'experience' && said.no >= enough.noAfterAll ? 'no' : undefined;
  if (outcome !== 'missing') return undefined;
  return criterion === 'experience' ? stanceOnTime(said, timed) : stanceOnStatus(criterion, said, inLengths(timed));
}

function stanceOnStatus(criterion: Exclude<CriterionId, 'experience'>, { yes, no }: Says, message: string) {
  const isMixed = criterion !== 'qts' && overOrOthers.test(message);
  const isNamed = named[criterion].test(message);
  if (isNamed && yes >= (isMixed ? enough.yesThoughMixed : enough.yes)) return 'yes';
  return no >= enoughForNo(criterion, isNamed) ? 'no' : undefined;
}

/** Time that may not count, pauses, and several stretches are for the wordings to read, or to be asked. */
function stanceOnTime({ yes, no }: Says, timed: string) {
  const [message, worked] = [inLengths(timed), inLengths(withoutPauses(timed))];
  if (pause.test(message) && !longStretch.test(worked)) return undefined;
  const mayNotCount = notSettled.test(message) || trainingCounted.test(message);
  const isMixed = mayNotCount || overOrOthers.test(message);
  if (named.experience.test(worked) && yes >= (isMixed ? enough.yesThoughMixed : enough.yes)) return 'yes';
  return no >= enough.no && !mayNotCount && !couldAddUp(timed) ? 'no' : undefined;
}

/** Whether several stretches, each too short, may be long enough together; where somebody stands now is told once. */
function couldAddUp(timed: string): boolean {
  if (nothingElse.test(timed)) return false;
  if (elided.test(timed)) return true;
  const told = new Map(spansIn(timed).map((span) => [`${span.kind} ${span.min} ${span.max}`, span]));
  const short = [...told.values()].filter(({ max }) => max < monthsNeeded);
  const [past, now] = [short.filter(({ kind }) => kind === 'amount'), short.filter(({ kind }) => kind !== 'amount')];
  return past.length > 0 && mostOf(past) + Math.max(0, ...now.map(({ max }) => max)) >= monthsNeeded;
}

function enoughForNo(criterion: CriterionId, isNamed: boolean): number {
  if (criterion === 'qts') return enough.noQts;
  return isNamed && (criterion === 'state-funded' || criterion === 'secondary') ? enough.noThoughNamed : enough.no;
}

/** Whether texts like it hardly ever say what the wordings found. */
export const contradicts = (outcome: Outcome, { yes, no }: Says) =>
  (outcome === 'met' && yes < doubtful.met) || (outcome === 'not-met' && no < doubtful.notMet);
