import { openEnded } from './facts.ts';
import { month, season } from './months.ts';
import { everywhere, pattern } from './pattern.ts';
import { mark } from './spans.ts';

/**
 * Two ways to say since when one has taught, made plain: "qualified in 2019 and taught since", and a message that opens
 * with "started in March 2025", before any school.
 */
export const teachingSince = (text: string) =>
  text
    .replace(opening, '$1 teaching $2')
    .replace(onlyStart, (all, start, since) =>
      text.match(/<(?:amount|since|nth|label)/g)?.length === 1 ? `${start} teaching ${since}` : all,
    )
    .replace(sinceQualified, 'teaching for $1')
    .replace(thatMonth, '$1$2 in $1')
    .replace(taughtSince, '$1$2 $1')
    .replace(wholeTime, '$1$2 teaching since $1')
    .replace(stillTeachingThroughout, '$1$2 teaching since $1')
    .replace(qtsAndTaught, 'teaching for $1')
    .replace(standsSince, '$1')
    .replace(sinceThen, '$1$2 teaching since $1 ')
    .replace(straightIn, '$1$2teaching since $1 ')
    .replace(stillTeaching, '$1$2 since $1');
/** "QTS since 2016, doing maths at a comp the whole time." */
const wholeTime = everywhere`(<since:[^>]*>)([^<.;?!]{0,80}?\b(?:teach\w*|taught
  |maths)\b[^<.;?!]{0,60}?\b(?:the whole time|throughout|all the way through|all along|all that time|continuously
  |non[- ]?stop)\b)`;
/** "QTS in 2020, throughout, still teaching." */
const stillTeachingThroughout = everywhere`(<since:[^>]*>)( *(?:and )?throughout,? (?:and )?still (?:teach\w*|taught)\b)`;
/** "QTS for eleven years and taught maths throughout." */
const qtsAndTaught = everywhere`\bqts for (<amount:[^>]*>),? (?:and )?(?:i've |have |has )?(?=(?:taught
  |teaching)\b[^<.;?!]{0,40}\b(?:throughout|the whole time|ever since|all along|all that time)\b)`;
/** "ECT2 since September" */
const standsSince = everywhere`(<label:[^>]*>) since *<since:[^>]*>`;
/** "QTS in 2021, and since then I've taught." */
const sinceThen = everywhere`(<since:[^>]*>)([^<.;?!]{0,30}?)\bsince then(?= (?:i've|i have|she's|she has|he's|he has
  |i'm|i am|i|she|he
  |have|has)? ?(?:taught|teach\w*|been teaching)\b)`;
/** "QTS in June 2022, then straight into a comp teaching maths, and I'm still here." */
const straightIn = everywhere`(<since:[^>]*>)([^<.;?!]{0,12}?\b(?:then|and|went)? ?straight (?:in|into
  |to) )(?=[^<.;?!]{0,80}\bstill (?:here|there|in it|teach\w*)\b)`;
/** "Qualified in 2022, still there, still teaching." */
const stillTeaching = everywhere`(<since:[^>]*>)([^<.;?!]{0,40}?\bstill teaching)\b(?! since)`;
/** "I only started last year", where no other time is told. */
const onlyStart =
  /(?<=^|[.;!?] *|\bbut )((?:i |he |she )(?:only |just )(?:started|began)(?: in| on| back in)?) *(<since:[^>]*>)(?= *(?:[,.;]|$))/g;
/** "Five years since I qualified, and taught ever since." */
const sinceQualified = everywhere`(<amount:[^>]*>) since (?:i|he|she) (?:qualified|trained|(?:got|gained) qts)\b
  (?=[^<]{0,80}\b(?:taught|teaching)\b[^<]{0,60}\bsince\b)`;
/** "QTS in July 2022, first job that September." */
const thatMonth = everywhere`(<since:[^>]*>)([^<]{0,50}(?:\bfirst (?:teaching )?(?:job|post|role)|\b(?:started|joined
  |began)(?: (?:teaching|work|work here|here|with us|us|in post|at (?:our|my|this|the
  |an?) (?:\w+ ){1,3}?))?))(?: in)? that (?:${month}|${season}|year|term)\b`;
const taughtSince = everywhere`(<since:[^>]*>)([^<]{0,60}?\b(?:taught|teaching|in post|teachers?|timetable
  |maths (?:at|in)|at it|(?:been at )?(?:the )?same (?:place|school|job|post|comp|academy)|been at (?:this|that
  |one) (?:place|school|comp|academy)
  |classrooms|worked|working
  |there|here|classroom)\b
  [^<.]{0,60}?\b(?:since|from(?= then)))\b(?! *(?:then)? *<)(?![^.;?!]*\b(?:office|caretaker|ta|technician|admin\w*
  |librar\w+|cover|kitchen)\b)(?: then)?`;

/** Who came straight from training, or never taught before, started teaching when they started. */
export const startsFromTraining = (text: string) =>
  nothingBefore.test(text) ? text.replace(nothingBefore, ' ').replace(startedThen, 'began my teaching career') : text;
const nothingBefore = pattern`\b(?:straight|fresh|direct) (?:from|out of) (?:(?:my|the|her|his|a|teacher|university|uni
  |initial) )*(?:training|pgce|university|uni|college|scitt)\b
  |\b(?:newly|just) qualified\b(?= (?:this|in|last)|,| and)|\b(?:no|never any) teaching(?: experience)? before(?: that
  | this
  | then)?\b|\b(?:never|hadn't|not) taught before(?: that| this| then)?\b
  |\b(?:our|an?|the|my) (?:new )?(?:nqt|ect)(?: (?:in|of|for) maths)?(?=[:,]? (?:who |she |he |they )?(?:started|began
  |joined)\b)
  |\b(?:it's |it was |this is )?(?:my |her |his )?(?:very )?first time (?:ever )?(?:teaching|in (?:(?:an?|any) classroom
  |teaching))(?: anywhere| at all| ever)?\b`;
const startedThen = pattern`\b(started|began|joined|hired|appointed|recruited|taken on)(?! (?:the )?(?:teaching
  |profession))(?: with us| us| here
  | in post)?(?= (?:on |in |this |last )?(?:the )?(?:\d|[a-z]+ (?:\d|this|last)|september|january|april))`;

const opening = /^ *((?:started|began)(?: in| on)?) *(<since:[^>]*>)(?= *(?:[,.;]|so\b|$))/;

/** Induction takes two school years as an ECT and took one as an NQT; from its end, time has gone on. */
export const markInduction = (text: string) =>
  text
    .replace(bothYears, (all, before: string) => (notDone.test(before) ? all : before + mark('label', 24, openEnded)))
    .replace(toBeInducted, mark('label', 0, 23))
    .replace(inducted, (_, before, min, after, since) =>
      mark('label', Number(min ?? since) + (/^(?:both ect|ect|<label)/.test(before ?? after) ? 22 : 10), openEnded),
    );
/** What keeps both years from being done, or makes them somebody else's. */
const notDone =
  /\b(?:not|never|yet|half ?way|part ?way|going|once|if|when|until|must|who|they|mentor\w*|we've|about to)\b|n't\b/;
/** "Has done both her ECT years" */
const bothYears = everywhere`([^.;?!]{0,40})\b(?:done|did|finished|completed|passed|been through
  |got through) (?:(?:my|her|his|the) )?(?:both|two|2|all)(?: of)? (?:(?:my|her|his
  |the) )?(?:ect|early career)s?(?: induction)? years?\b(?! *(?:in |by )?(?:the )?(?:\w+ )?(?:<|someday))`;
const toBeInducted = everywhere`\b(?:complete|finish|pass|done with)(?:es)? (?:my|the|her|his) (?:ect
  |induction)s?(?: (?:induction|years?|period))* *(?:in )? *someday\b`;
const inducted = everywhere`\b(?:finished|completed|passed|done with|signed off)(?: (?:my|the|his|her|their))?[ ]
  (<label[^>]*>|(?:both )?ects?(?: induction)?|nqt(?: induction)?|induction)(?: (?:induction|years?
  |period))* (?:back )?(?:in |at the end of )? *
  <since:(\d+):\d+:[\d-]*>
  |\b(?:my |did my )?(ects?|nqt|induction)(?: (?:induction|years?|period))*(?: (?:at
  |in) [^<.;?!]{1,30},)? (?:was |is |has |and )?(?:signed off|finished|completed|complete|ended
  |done(?: and dusted)?|passed) (?:back )?(?:in |by |at the end of )? *<since:(\d+):\d+:[\d-]*>`;
