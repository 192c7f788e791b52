import { openEnded } from './facts.ts';
import { month, season } from './months.ts';
import { everywhere, part, pattern } from './pattern.ts';
import { abroad } from './places.ts';
import type { Span } from './spans.ts';

/**
 * What a span of time is about. `here` is time in one school or post: the person may have taught for longer; `unplaced`
 * may be teaching or something else.
 */
type Role = 'teaching' | 'here' | 'qualified' | 'unsettled' | 'unplaced';
export type Reading = Pick<Span, 'kind' | 'min' | 'max' | 'startedBy' | 'endedBy'> & {
  role: Role;
  /** In the school where they are now, or in some other. */
  place?: 'here' | 'there';
  /** Since they came back to teaching. */
  isReturn?: boolean;
};

/** Work and study that is not teaching in a school. */
export const otherWork = part`(?:industry|engineer\w*|bank\w*|financ\w+|accountan\w+|actuar\w+|army|navy|raf|forces
  |military|police|nhs|business|sales|retail|software|developer|pharma\w*|law|insurance|marketing|recruitment
  |publishing|oil
  |construction|logistics|hospitality|catering|civil service|nursing|chef|journalis\w*|architect\w*|manufacturing
  |telecoms
  |aerospace|information technology|it (?:support|industry|sector)
  |programm\w+|analyst|consultan\w+|research\w*|academia
  |private sector|public sector|universit\w+|uni|degree|phd|lectur\w+|tutor\w*|ta|teaching assistants?|hlta
  |cover supervis\w+|technicians?|caretaker\w*|kitchens?|lsa|midday|receptionist|canteen|clean(?:er|ing)|course|pgce
  |scitt|itt|trainee|training|placement|governor|mentor\w*)`;
/** Other work, time off, time to come, and time that is no work at all. */
const elsewhere = pattern`\b${otherWork}\b|\b(?:in|with) (?:various|different|several|other|many) (?:roles|jobs|posts
  |positions|capacities|guises)\b|\blong\?|\b(?:leave|maternity|paternity|sabbatical|break|gap|left
  |(?<!permanent |full[- ]time |teaching )contract
  |notice|(?<!(?:into|of) (?:(?:my|the|her|his) )?(?:teaching )?)career|commitment|married|trained
  |kids?|children|pupils|old(?! (?:place|school|job|one|comp|academy|post|shop)\b)|later|(?<!\b(?:at
  |in) )another(?! (?:\w+ ){0,2}(?:school|comp|academy|secondary))|(?<!\b(?:at|in) the )next(?! (?:month|term|half
  |week|year
  |${month}|${season})))\b
  |\b(?:head|leader|deputy head|assistant head) of +(?:year|house|key stage|ks\d|sixth|class)|\b(?:pastoral|senco
  |dsl)\b`;
/** "Our school has been open for 2 years" */
const ofTheSchool = /\b(?:school|academy|department|trust|hub)(?:'s| has) been\b/;
/** "Five years now as a maths teacher after the navy." */
const asTeacher = /^ *(?:now )?(?:as|being) an? (?:full[- ]time |secondary )?(?:maths )?(?:teacher|ect|nqt)\b/;
/** "Two years in a school as caretaker" */
const asSomethingElse = pattern`^[^<]*\b(?:as (?:an? |the |their )?(?!(?:[\w-]+ ){0,3}(?:teachers?|teaching|hod|head
  |lead\w*|ects?|nqts?|rqt|2ic|second|practitioner
  |coordinator)\b|(?:well|part|of|long|such|much|the|it|a\b))\w|doing (?!maths|ks|gcse|a level|it\b|so\b|the same
  |both|that)\w|(?:in|for) (?:the|an?) (?:\w+ )?office)`;
const afterElsewhere = /^(?:'| |-)*(?:time\b|to go\b|off\b|out\b|programme|of the programme|each\b|per\b|a week)/;

const teaching = pattern`\b(?:teach\w*|taught|experience|exp|timetable|service|classroom
  |front of (?:an? |my )?class(?:es)?|ect|nqt|induction|profession|the job
  |supply
  |permanent\w*|unqualified|under (?:my|her|his|their) belt|chalkface)\b`;
const atASchool = pattern`^ *(?:(?:full|part)[- ]time )?(?:in|at|of|with|across|over) (?:(?:an?|the|my|our|this|same
  |current|present|previous|old|\d|one|at|in
  |different|private|independent|prep|boarding|international|selective|mixed|girls'?|boys'?|catholic|various|several
  |large
  |small|local|state|secondary
  |community|comprehensive|primary|middle|special|junior|high|maths|maintained|funded|free|grammar)[ -])*(?:[a-z']+ )?
  (?:academ\w+|schools?|secondary|secondaries|comps?|comprehensives?|utc|primary|primaries|grammar|1[1-4]-1[689])\b`;
/** "Head of maths in a state secondary for nine years" */
const inASchoolFor =
  /\b(?:in|at) (?:an?|the|my|our|this) (?:[\w'-]+ ){0,4}(?:school|academy|secondary|comp|comprehensive|utc) for(?: the| over| about)?(?: past| last)? $/;
const ofMaths =
  /^ ?(?:of (?:\w+ )?maths\b(?! (?:degree|stud\w+|tuition|tutoring|research|at (?:uni|university|college)))| *(?:teaching )?maths (?:in|at)\b(?! (?:uni|university|college)))/;
/** "13 months into a job at an academy" */
const intoAJob = /^ into (?:a|my|this|her|his) (?:new )?(?:job|post|role)\b/;
const intoAJobAt = new RegExp(`${intoAJob.source} (?:at|in)\\b`);
/** "Six at my previous one" */
const atAnother =
  /^ ?(?:in|at) (?:my|the|her|his|an?) ?(?:previous|last|old|other|first|current|present|another|different) (?:one|place|school|job|post)\b|^ ?(?:at|in) (?:one|another|the (?:next|other|second))\b(?! (?:year|subject))/;
const here = pattern`\b(?:at|in|with) (?:this|my|our|the same|the|her|his|their)(?: [\w-]+){0,3}[ ]
  (?:school|academy|post|role|job|comp|trust|place|department|dept|secondary)\b
  |\bwhere (?:i|he|she)(?:'ve|'s| have| has)? (?:been|worked|been working)\b
  |\b(?:here|there|joined|moved|head of|hod|2ic|in charge|lead|leader|leading|led
  |(?:this|my|same) (?:school|academy|post|role|job))\b`;
/** The start of somebody's teaching altogether. */
const career = pattern`\b(?:first (?:ever )?teaching (?:post|job|role|position|day|lesson|term)|first (?:ever )?(?:day
  |lesson)(?: of teaching| as a teacher| in (?:a|the) classroom| in front of (?:a |my )?class)?
  |first (?:ever )?(?:taught|stood in front of a class|set foot in a classroom)|first (?:post|job
  |appointment)(?: since)?|(?:teaching|career) start(?: date)?:?|(?:began
  |start\w*) (?:my |her |his |their )?(?:teaching )?career
  |(?:started|began) (?:on )?(?:my |her |his |their |the )(?:ects?|nqt)(?: years?| induction)?
  |(?:my|her|his|their|^) ?(?:teaching )?career (?:began|started)|(?:took up|turned to|moved (?:in)?to
  |switched (?:in)?to) teaching
  |(?:started|began|joined|entered|went into|came into) (?:the )?(?:teaching|profession)|(?:started|came|went
  |got) (?:out )?(?:in|into) (?:teaching|the profession)|(?:started|began) (?:out )?teaching(?: (?:secondary )?maths)?)
  (?: was| (?:as )?an? (?:\w+ ){0,2}teacher)?(?: back)?(?: in| on| from| was)* *$`;
const altogether = /\bcareer(?: (?:in|on|from|back))* *$/;
/** Of one subject, not of teaching. */
const onlyOf = /\b(?:only|just|nothing but) maths (?:ever )?since *$/;
/** Time that the document may not count. */
export const notSettled = pattern`\b(?:overseas|abroad|supply|agency|unqualified|${abroad}
  |(?:before|pre-?) ?(?:i |my |getting |gaining )*(?:qts|qualif\w+))\b`;
const ofTeaching = pattern`^ *in *$|^ *(?:of |in |as )?(?:an? |the |my )?(?:full[- ]time |secondary )?(?:maths )?
  (?:teach\w*|job|profession|classroom|ect|nqt)\b|^ *of (?:(?:my|her|his|their) )?(?:teaching )?career\b`;
const ofAnother = pattern`\b(?:mentor\w*|support\w*|coach\w*|(?<!\b(?:through|in|into|of|on|finish\w*|start\w*
  |complet\w*
  |pass\w*|done|doing|during|still) )my|our|their|for|with) (?:an? |the )?$`;
const future = pattern`'ll\b|\bgets? to\b|\b(?:is|are) (?:only )?(?:up|due|done|complete)? *(?:in )? *someday\b
  |\b(?:will|going to
  |reach(?:es)?|hits?
  |(?:i|she|he|they|to) complete|completing)\b
  |\b(?:by|come|next|coming) (?:next |the )?(?:${month}|${season}|year|term|month)\b`;
/** What was so then: by now it may be more. */
const then = /\b(?:was|were|(?<!have |has |'ve |'s )had|finished|completed|passed|former|back then|by then)\b|<since/;

/** What may stand around a bare stretch of time: "18 months in". */
const filler = everywhere`\b(?:i've|ive|i'm|i'll|it'll|that'll|i|she's|he's|she|he|have|has|had|got|of|in|now|so far
  |total
  |altogether|up|due|are|still|behind|me|him|plus|colleague|mate|friend
  |overall|only|just|with|for|and|a|an|the|also|maths|qts|both|each|full[ -]?time|part[ -]?time|years?|is|enough|ok
  |okay|fine|alright|that's
  |been
  |doing|it|(?:pre|post)-covid|exactly|precisely|non[ -]?stop|unbroken|solid|good|full|whole|completed?|into|career|all
  |told|more|like|on|past|last|long|lark|game|clock|coalface|odd|must|tally|trenches|saddle|bag|row|bounce|running
  |across
  |different|to|day|primary|private|state|independent|comps?|secondaries|sectors?|coming
  |half|someday|yearson
  |this|secondary|my|her|his|yes|done|already|today|yet|will|be|come|reach(?:es)?|hits?|gets to|sees|by|at|next|term
  |${month}|${season})\b|[^a-z]`;

/** What this span says about teaching, in its clause; undefined when it is surely about something else. */
export function readingOf(whole: Span, clause: string): Reading | undefined {
  const span = { ...whole, after: withoutAsides(whole.after) };
  if (isElsewhere(span, clause)) return undefined;
  const role = roleOf(span, clause) ?? (span.kind === 'amount' ? roleOfRest(span, clause) : undefined);
  if (!role) return undefined;
  const { kind, min, max } = yetToCome(span, clause);
  const isReturn = kind === 'since' && cameBack.test(span.before);
  const told = { role, kind, min, max, ...placeOf(span, role), ...(isReturn && { isReturn }) };
  if (span.endedBy) return { ...told, endedBy: span.endedBy };
  if (isReturn || role === 'here' || (kind !== 'since' && then.test(clause)))
    return { ...told, ...startOf(span), max: openEnded };
  return { ...told, ...startOf(span) };
}

const startOf = ({ startedBy }: Span) => startedBy && { startedBy };
const cameBack = /\b(?:back|return\w*|rejoin\w*|went back to it)\b(?: [\w-]+){0,10} *$/;
const atSomeSchool = pattern`^ *(?:(?:of|teaching|maths|as an? (?:maths )?teacher) )*(?:in|at) (?:an?|one|another
  |my (?:last|old|previous
  |first)|the (?:first|last|next|other|old))\b[^<]*\b(?:schools?|comps?|academ\w+|secondary|grammar|utc|one|place
  |comprehensive
  |independent|prep)\b`;

function placeOf({ kind, before, after }: Span, role: Role): Pick<Reading, 'place'> {
  if (kind === 'amount' && intoAJob.test(after)) return { place: 'here' };
  if (kind === 'amount' && atSomeSchool.test(after)) return { place: 'there' };
  return role === 'here' || /\bnow\b/.test(before) ? { place: 'here' } : {};
}

/** Time in a school of somebody who says that they teach; any other time may be anything. */
const roleOfRest = ({ before, after }: Span, clause: string): Role => {
  if (/^ in post\b|^ here in (?:england|this country|the uk)\b/.test(after)) return 'here';
  return inASchoolFor.test(before) && /\b(?:qts|teachers?|hod|2ic)\b/.test(clause) ? 'here' : 'unplaced';
};

const withoutAsides = (after: string) =>
  after.split(/\b(?:not )?(?:incl|if you count|count|exclud|without|plus)/)[0] ?? '';

function yetToCome(span: Span, clause: string): Pick<Span, 'kind' | 'min' | 'max'> {
  if (!future.test(clause)) return span;
  return clause.includes('yearson') ? { ...lessAYear(span), min: 0 } : lessAYear(span);
}

/** What is complete within the next year is not complete now. */
const lessAYear = ({ kind, min }: Span) => ({ kind, min: Math.max(0, min - 12), max: Math.max(0, min - 1) });

function isElsewhere({ kind, before, after }: Span, clause: string): boolean {
  if (/^ *(?:[a-z]+ ){0,3}? *someday\b/.test(after) && !future.test(clause)) return true;
  if (kind === 'amount' && /\bin $/.test(before)) return true;
  if (/(?:n't|\bnot) (?:been )?(?:taught|teaching)\b/.test(before)) return true;
  if (ofTheSchool.test(before)) return true;
  if (asTeacher.test(after)) return false;
  if (asSomethingElse.test(after)) return true;
  if (kind === 'since' && career.test(before)) return false;
  return elsewhere.test(`${before} | ${after}`) || afterElsewhere.test(after);
}

function roleOf(span: Span, clause: string): Role | undefined {
  switch (span.kind) {
    case 'since':
      return roleOfDate(span, clause);
    case 'label':
      return ofAnother.test(span.before) || /^(?:s|'s)? ?(?:mentor|tutor)/.test(span.after) ? undefined : 'teaching';
    case 'nth':
      return roleOfTime(span, isTeachingYear(span));
    case 'amount':
      return roleOfTime(
        span,
        teaching.test(clause) ||
          ofMaths.test(span.after) ||
          atASchool.test(span.after) ||
          atAnother.test(span.after) ||
          intoAJobAt.test(span.after) ||
          /\bmine (?:is|are|was|were)(?: from)? *$/.test(span.before) ||
          (/\b(?:done|did|had)\b/.test(span.before) && /^ ?of (?:it|that) before\b/.test(span.after)) ||
          isBare(span),
      );
  }
}

function roleOfDate({ before, after }: Span, clause: string): Role | undefined {
  if (career.test(before) && !notSettled.test(clause) && (!here.test(after) || altogether.test(before)))
    return 'teaching';
  const teaches = /\b(?:teach\w*|taught|classrooms?|timetable|as an? (?:maths )?(?:ect|nqt))\b/.test(
    `${before} ${after}`,
  );
  const starts = /\b(?:began|started)(?: back)?(?: in| on)* *$/.test(before);
  if (/\b(?:qts|qualif\w+)\b/.test(before) && !teaches && !starts) return 'qualified';
  if (
    !/\b(?:since|start\w*|began|begun|from|(?:appointed|employed|hired)(?= \| *as an? (?:ect|nqt)|.*\bas an? (?:ect|nqt)\b)|became (?=an? (?:\w+ ){0,2}(?:teacher|ect|nqt|head|hod|lead|2ic)|head|hod)|joined|moved|back|return\w*|rejoin\w*)\b/.test(
      `${before} ${after}`,
    )
  )
    return undefined;
  if (notSettled.test(clause)) return 'unsettled';
  return teaches && !here.test(clause) && !onlyOf.test(before) ? 'teaching' : 'here';
}

function roleOfTime({ before, after }: Span, isTeaching: boolean): Role | undefined {
  const around = `${before} | ${after}`;
  if (/\b(?:qualified|qts)(?: for)? ?$/.test(before)) return 'qualified';
  if (/\bwhere (?:i'm|he's|she's|i am) (?:now )?$/.test(before) && /^ in\b/.test(after)) return 'here';
  const isHere =
    here.test(around) &&
    (isTeaching || /\bbeen\b|\bwhere (?:i|he|she)(?:'ve|'s| have| has)? worked\b|\b(?:head of|hod|2ic)\b/.test(before));
  if (!isHere && !isTeaching) return undefined;
  if (notSettled.test(around)) return 'unsettled';
  return isHere && !/^ *(?:of teach|in (?:the profession|teaching)\b)/.test(after) ? 'here' : 'teaching';
}

/** "My third year", "third year of teaching": not the third year of something else. */
function isTeachingYear({ before, after }: Span): boolean {
  const own = /\b(?:my|her|his|their) *$|^ *(?:now |in |still |just |currently )*$/.test(before);
  return ofTeaching.test(after) || (own && (isBare({ before: '', after }) || atASchool.test(after)));
}

function isBare({ before, after }: Pick<Span, 'before' | 'after'>): boolean {
  return `${before} ${after}`.replace(filler, '') === '';
}
