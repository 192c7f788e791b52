import { markAmounts } from './amounts.ts';
import { asksForAnother, asksForOthers, ofTwoPeople } from './asked-for.ts';
import { clausesOf } from './clauses.ts';
import { markDates } from './dates.ts';
import { type Experience, openEnded } from './facts.ts';
import { type Interval, mostOf, overlap, together } from './intervals.ts';
import { markLabels } from './labels.ts';
import { pattern } from './pattern.ts';
import { lessPauses, withoutDenials } from './pauses.ts';
import { abroad, inEngland, isFarAway } from './places.ts';
import { monthsNeeded } from './rules.ts';
import { spansIn } from './spans.ts';
import { markInduction, startsFromTraining, teachingSince } from './starts.ts';
import { areApart, atOnce } from './stints.ts';
import { otherSubject } from './subject.ts';
import { notSettled, otherWork, type Reading, readingOf } from './teaching-time.ts';

const partTime = /\bpart[- ]?time\b|\b0?\.\d\b|\bfte\b|\bjob[- ]?share|\b(?:\w+) days? (?:a|per|each) week\b/;
/** One stretch comes on top of another. */
const further =
  /\b(?:then|and (?:i'm |i am |am |she's |he's |is )?now|before|previous\w*|prior|plus|also|moved|another|as well|on top|after|followed|swapped|switched|changed|(?:and|but) since)\b/;
const training = '(?:pgce|training|trainee|scitt|itt|teach first|school direct|placement\\w*)';
/** One stretch comes after another, so that they add up. */
const oneAfterAnother = pattern`\bthen\b|\bfollowed by\b|\b(?:before|after) that\b
  |\b(?:at|in) (?:one|1|my (?:first|last|previous|old))\b.*\b(?:at|in) (?:another|the (?:next|second|other)|my (?:second
  |current|present|new|next))\b`;
/** They may be parts of one that was named before. */
const asAWhole = /\b(?:total\w*|altogether|overall|all told|in all|of which|of those|of them|including|first)\b/;
/** A part of the time that the document may not count: "two years, including my PGCE". */
const included = pattern`(?<!not )(?<!without )\b(?:incl(?:ud\w*|\b\.?)|if \w+ counts?(?: my| the)?|counting|of which
  |some of (?:it|that|which|them)|part(?:ly| of (?:it|that))?) [^.;?!]{0,40}?\b
  (?:${training}|overseas|abroad|supply|unqualified|maternity|paternity|leave)\b`;
/** "Started with Teach First, QTS after the first year" */
const qtsAfterAYear = /\bqts (?:came )?(?:after|at the end of) (?:the|my|a|one|1) (?:first |training )?year\b/;
/** Part of the time named was something else: how much, nobody can tell. */
const partElsewhere = pattern`\b(?:include|count) (?:the|my|that) first year\b|\b(?:pass|count|go|stand|round)(?:s
  |ed)?(?: up)? (?:as|for|to) (?:the )?(?:two|2|24)\b|\bbetween (?:us|them|the two)\b|\bfirst (?:in|on
  |as) (?:the |an? )?[^.;?!]{1,30}\b(?:later|then)\b(?= (?:as an? )?(?:\w+ )?teacher)|\b(?:hers|mine
  |theirs)\b[^.;?!]{0,30}\b(?:mine|hers
  |theirs)\b|\bcounts? (?:my |the |her |his )?(?:time|years?|stint) (?:in|as|at|on)\b|\b(?:look up|work out|tell|check
  |remember) how (?:much|many|long)\b|\b(?:of (?:them|those|which|it|that)|(?:first|last)(?: year)?(?: of (?:them|those
  |which|it|that))?)(?: (?:being|was|were|is|are))? (?:my |the |her |his |an? )?(?:training|pgce|scitt|itt
  |trainee) year\b|\banother job in between\b|\bexactly\?|\b(?:years?|yrs) (?:maybe|perhaps|possibly|i think
  |probably) ?\?|\b(?:dipp\w+ in and out|in and out of teaching)\b|\b(?:couldn't|can't|could not|don't know
  |not sure)(?: \w+){0,2} how (?:many|much|long)\b|\b(?:count|counting|include|including|with) (?:my |the )?(?:training
  |pgce|nqt|ect)(?: year)? and\b|\bleave (?:it|that) out\b|\b(?:none|not (?:all|much|any)|hardly any|little) of (?:it
  |them|that|which|those)\b|\bnot (?:in teaching|as a teacher)\b|\b${otherWork} (?:for )?\w+ of (?:them|those|these
  |it)\b|\bof (?:them|it|which|that|those
  |these)\b[^.;?!]{0,40}\b${otherWork}\b(?<!${training})
  |\b(?:years?|yrs)\b(?! (?:as an?|in) (?:\w+ )?${otherWork}\b)[^.;?!]{0,60}\b(?:last|only|just|first|\d|one|two
  |three)(?: \w+)? as an? (?:\w+ )?(?:teacher|ta)\b
  |\b(?:first|last|one|two|half|some|rest|other)(?: years?)?(?: of (?:it|them|those|that))? (?:was|were
  |is) (?:in |on |as )?(?:an? |my |the )?
    (?:\w+ )?${otherWork}\b
  |\bof (?:them|those|these)\b[^.;?!]{0,40}\b(?:overseas|abroad|supply|unqualified|break|leave|off
    |${abroad})\b`;
/** "Three years, but two on maternity leave", "of which one was training". */
const partOnLeave = pattern`\b(?:\d+|one|two|three|four|five|most|half|some)(?: (?:years?|months?|of (?:it
  |that)))* (?:(?:was |were )?on (?:\w+ )?leave
  |(?:was|were) (?!(?:up|done|complete|over)\b|(?:in|at) (?:an? )?(?:primary|private|independent|state|secondary
  |comp)))\b`;
/** "3 years: 1 here and 2 in Dubai", once the times that are surely meant are marked. */
const partsOfIt =
  /(?:^|[:,;(]) ?(?:(?:just|only|the|other) )*\d{1,2} (?:in|at|as|on|were|was|here|there|spent|abroad|overseas)\b/;
/** Asks whether other time counts, so there is some. */
const countsToo = pattern`\b(?:does|do|would|will|if|whether) (?:my |the |that |any |his |her )?(?:\w+ ){0,4}?
  (?:experience|time|teaching|years?|supply|pgce|training) (?:\w+ ){0,5}?counts?\b
  |\bif (?:the|my|that|those) [^.;?!]{0,60}?\b(?:counts?|goes|go|went|is|are|gets?) (?:on top|too|as well|towards|in
  |added|included)\b
  |\bif (?:you|i|we|they) (?:add|count|include)\b`;

/** "I've never taught abroad." */
const hasNot = /\b(?:never|not|no|without)\b|n't\b/;
const permanent = /\bpermanent/;
/** Nothing but such time, also since a date. */
const nothingElse = /\b(?:only|all|just|purely|entirely|exclusively|always)\b/;
/** Said of somebody's teaching in general, not of one stretch. */
const unsettledInGeneral = pattern`\b(?:supply|agency|(?<!\b(?:trained|qualified|studied|born|grew up
  |degree) )(?:overseas(?![ -](?:trained|qualified))|abroad))\b
  |^(?:but |and )?(?:(?:it was |all|most(?:ly)?|mainly|half|some|part(?:ly)?|a lot|much)(?: of (?:it|them|that|those
  |which))? ?(?:was |were )?)?in ${abroad}$`;

/**
 * How much teaching experience a plain message tells of, as it is and with its times marked, as an interval of completed months. Only time spent
 * teaching counts: not industry, training or the length of the programme. Undefined when it is not said, or when what is
 * said does not fit together.
 */
export function experienceFrom(message: string, marked: string): Experience | undefined {
  if ([partElsewhere, partOnLeave].some((part) => part.test(message)) || partsOfIt.test(marked)) return undefined;
  const readings = lessAllPauses(readingsOf(message, marked), marked);
  const settled = readings.filter(({ role }) => role === 'teaching' || role === 'here');
  const unsettled = readings.filter(({ role }) => role === 'unsettled');
  if (settled.length + unsettled.length === 0) return undefined;
  const total = settled.length > 0 ? combined(settled, message) : { min: 0, max: 0 };
  if (!total) return undefined;
  const known = withoutIncluded(sinceQts(total, readings), message);
  const rest = Math.min(mostOf(unsettled) + total.max - known.max, openEnded);
  const unplaced = startsTeaching(readings, message) ? 0 : mostOf(readings.filter(({ role }) => role === 'unplaced'));
  if (countsToo.test(message) && known.min < monthsNeeded && settled.length > 0) return undefined;
  if (known.max < monthsNeeded && known.max + mostOf(unread(marked)) >= monthsNeeded) return undefined;
  const startedBy = readings.length === 1 ? settled[0]?.startedBy : undefined;
  return {
    minMonths: known.min,
    maxMonths: Math.min(known.max + unplaced, openEnded),
    ...(rest > 0 && { unsettledMonths: rest }),
    ...(startedBy && { startedBy }),
  };
}

/** "Ten years in pharma, then started teaching in 2025": what came before was not teaching, unless of another subject. */
function startsTeaching(readings: Reading[], message: string): boolean {
  return readings.some(({ kind, role }) => kind === 'since' && role === 'teaching') && !anotherSubject.test(message);
}

const anotherSubject = pattern`\b${otherSubject}\b`;

/** Stretches in schools of which no wording says what they were: more than enough to keep from saying that it is too short. */
const unread = (marked: string): Interval[] =>
  clausesOf(marked)
    .filter((clause) => inSchools.test(clause) && !otherJob.test(clause))
    .flatMap((clause) =>
      spansIn(clause).filter((span) => (span.kind === 'amount' || span.kind === 'since') && !readingOf(span, clause)),
    );
const inSchools = /\b(?:schools?|comps?|academ\w+|secondar\w+|teach\w*|taught|maths|class\w*)\b/;
const otherJob = pattern`\b(?:${otherWork}|break|leave|gap|maternity|off|ago|old|need\w*|enough)\b`;

/** "One term in 2019": when that was, not since when. */
const taughtThen =
  /(<amount:[^>]*>)((?: of)?(?: (?:supply|maths|teaching|training|work))*(?: (?:at|in) an? (?:\w+ ){0,2}(?:comp|school|academy|secondary))?) (?:(?:back )?in|(?:in )?as of) +<since:[^>]*>/g;

/** The message with a mark for every stretch of time. */
export function timed(message: string, today: string): string {
  const dated = markDates(markLabels(startsFromTraining(withoutDenials(message))), today);
  return teachingSince(markAmounts(markInduction(dated)).replace(taughtThen, '$1$2'));
}

/** A pause between stretches that are told apart takes nothing from them. */
function lessAllPauses(readings: Reading[], marked: string): Reading[] {
  const isBetween =
    areApart(
      readings.filter(({ role }) => role !== 'qualified'),
      marked,
    ) && !awayFrom.test(marked);
  return readings.map((reading) =>
    reading.kind === 'amount' || reading.isReturn || reading.role === 'qualified' || isBetween
      ? reading
      : lessPauses(reading, marked),
  );
}
const awayFrom = /\b(?:leave|maternity|paternity|sabbatical|on and off)\b/;

function readingsOf(message: string, marked: string): Reading[] {
  const clauses = clausesOf(asksForAnother(marked) ? marked.replace(theirs, 'an $1') : marked);
  if (!asksForOthers(marked) && ofTwoPeople(clauses, marked, (clause) => spansIn(clause).length > 0)) return [];
  const total = notSettled.test(marked) ? undefined : totalOf(clauses);
  if (total) return spansIn(total).flatMap((span) => readingOf(span, total) ?? []);
  const contrast = clauses.some((clause) => spansIn(clause).length > 0 && inEngland.test(clause));
  const general = clauses.filter(
    (clause) => spansIn(clause).length === 0 && unsettledInGeneral.test(clause) && !hasNot.test(clause),
  );
  const wholly = general.some((clause) => nothingElse.test(clause));
  return clauses
    .filter((clause) => !enoughAsked.test(clause) || clauses.filter((one) => spansIn(one).length > 0).length === 1)
    .filter((clause, at) => !(bareTime.test(clause) && formerJob.test(clauses[at - 1] ?? '')))
    .flatMap((clause) => {
      const readings = spansIn(clause).map((span) => readingOf(span, clause));
      if (general.length > 0 && !permanent.test(clause)) return readings.map((one) => unsettle(one, wholly));
      return contrast && isFarAway(clause)
        ? readings.map((one) => (one?.kind === 'amount' ? unsettle(one) : one))
        : readings;
    })
    .filter((reading) => reading !== undefined)
    .map((reading) => (reading.kind === 'label' && partTime.test(message) ? { ...reading, max: openEnded } : reading));
}

const unsettle = <R extends Reading | undefined>(reading: R, wholly = false) =>
  reading?.role === 'teaching' || (wholly && reading?.role === 'here')
    ? { ...reading, role: 'unsettled' as const }
    : reading;

/** "Sixteen months of teaching in all": whatever else is told is a part of it. */
const inAll = pattern`<amount:[^>]*>(?: (?:of|in|as|an?|the|secondary|maths|teaching|teacher|taught|experience|job
  |classroom))* (?:all (?:in|told)
  |in (?:all|total)|altogether|overall)[ .,;!?]*$`;

/** The clause that tells all there is, where none tells more. */
function totalOf(clauses: string[]): string | undefined {
  const total = clauses.find((clause) => inAll.test(clause) && spansIn(clause).length === 1);
  const [span] = total ? spansIn(total) : [];
  if (!total || !span || readingOf(span, total)?.role !== 'teaching') return undefined;
  const isMost = clauses.flatMap(spansIn).every(({ kind, min }) => kind !== 'amount' || min <= span.max);
  return isMost ? total : undefined;
}

/** "Our ECT1", of whom one asks: where they stand counts, unlike that of an ECT whom one mentors. */
const theirs = /\b(?:my|our|the) (<label:[^>]*>)/g;

/** "Is two years enough? I have 20 months." */
const enoughAsked =
  /^(?:so |and |ok )*(?:is|are|would|do i need|you want|i need|(?:have|has) (?:i|he|she) (?:hit|reached|passed|done|got)(?: the| my)?) <amount[^>]*>|^<amount:[^>]*> ?\?/;

/** "Ex-engineer, 20 years" */
const bareTime = /^(?:for )?<amount:[^>]*>$/;
const formerJob = pattern`\b(?:ex[- ]|former |career changer)|\b${otherWork}\b(?<!${training}|degree|course|mentor\w*
  |governor)`;

/**
 * Several stretches may overlap or add up, so only the longest is certain where they are not told one after another.
 * Where one stands now ("ECT2") is one fact.
 */
function combined(settled: Reading[], message: string): Interval | undefined {
  const amounts = settled.filter(({ kind }) => kind === 'amount');
  const standings = settled.filter(({ kind }) => kind !== 'amount');
  if (areApart(settled, message)) return sumOf(settled);
  const areDated = amounts.length > 0 && amounts.every(({ endedBy }) => endedBy);
  const inARow = !areDated && oneAfterAnother.test(message) && !atOnce.test(message) && !asAWhole.test(message);
  if (inARow && standings.length === 0) return sumOf(amounts);
  const standing = standings.length > 0 ? overlap(standings) : undefined;
  if (standings.length > 0 && !standing) return undefined;
  const parts = [...(amounts.length > 0 ? [together(amounts)] : []), ...(standing ? [standing] : [])];
  return further.test(message) ? together(parts) : (overlap(parts) ?? overlap(parts.map(wholeYears)));
}

const sumOf = (intervals: Interval[]): Interval => ({
  min: Math.min(
    intervals.reduce((sum, { min }) => sum + min, 0),
    openEnded,
  ),
  max: Math.min(mostOf(intervals), openEnded),
});

/** "Two years", from September 2024 to November 2026. */
function wholeYears({ min, max }: Interval): Interval {
  return { min, max: min === max && min % 12 === 0 ? max + 11 : max };
}

/** Teaching before QTS is not settled, so no more is known than the time since. */
function sinceQts(total: Interval, readings: Reading[]): Interval {
  const qualified = readings.find(({ role }) => role === 'qualified');
  if (!qualified || total.max <= qualified.max) return total;
  return { min: Math.min(total.min, qualified.min), max: qualified.max };
}

/** "Two years, including my PGCE" settles a year less. */
function withoutIncluded(total: Interval, message: string): Interval {
  const part = included.exec(message)?.[0];
  if (!part && !qtsAfterAYear.test(message)) return total;
  const less = !part || new RegExp(training).test(part) ? 12 : total.min;
  return { min: Math.max(0, total.min - less), max: Math.max(0, total.max - 1) };
}
