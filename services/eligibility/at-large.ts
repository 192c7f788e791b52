import { type Experience, openEnded } from './facts.ts';
import { pattern } from './pattern.ts';
import { abroad, beyondEngland } from './places.ts';
import { monthsNeeded } from './rules.ts';
import { type Span, spansIn } from './spans.ts';
import { otherWork } from './teaching-time.ts';

const teach = '(?:teach\\w*|taught)';
/** There was no teaching before what is told, or none besides. */
export const nothingElse = pattern`\b(?:never|not|nowhere|nor|having never|hadn't|haven't|no)(?: \w+){0,2} (?:taught
  |teaching)(?: \w+){0,3}? (?:before|until|prior)\b|\btaught nowhere\b|\b(?:nothing|none|not an? (?:hour|day|lesson
  |minute)|no teaching)(?: \w+){0,2} (?:before|earlier|prior)\b|\bnothing earlier\b|\bnothing (?:else
  |in between)(?= *(?:[.,;?!)]|$))|\bno other teaching\b|\bthat's it(?= *(?:[.,;?!)]|$| so far))|\b(?:that's
  |it's) all (?:the teaching )?i(?:'ve| have) (?:ever )?(?:done|taught)\b|\bnever before(?= *(?:[.,;?!]|$))
  |\bbefore that (?:there was |i had |i'd |she had |he had )*(?:nothing|none|no teaching)\b|\b(?:first
  |1st) (?:ever )?(?:teaching )?(?:job|post|role|position|appointment|employment)(?! (?:was|here|at|in (?:a|an|this|my
  |our))\b)|\b(?:first|1st) year (?:as an? (?:\w+ )?teacher|of teaching|teaching|in teaching|in the (?:job|classroom
  |profession))\b|\bfirst (?:lesson|day|term|class)(?: (?:i|he|she|they))?(?: ever)? (?:taught|teaching)\b
  |\bfirst (?:set foot|stood|taught|stepped)\b|\b(?:my|her|his|the) (?:whole|entire|only) (?:teaching )?(?:career
  |teaching|experience)\b|\b(?:that|this|it)(?:'s| is)? all the ${teach}\b|\ball (?:that )?(?:she|he|i)(?: has|have
  |'ve|'s)(?: got| done| taught)?(?: *$|[,.;)]| so far| to date)|\b(?:months?
  |terms?)'? (?:of (?:\w+ )?)?${teach} (?:all told|altogether|in total|in all|ever)\b|\bof teaching ever\b
  |\bfirst (?:ever )?(?:day|week|month|term|half[- ]term) (?:as an? (?:\w+ )?teacher|of teaching|teaching)\b
  |\bat my first school\b.*\b(?:at|in) (?:this|my (?:second|current|present))\b|\bthat's (?:the lot|all i've (?:got
  |done))\b|\btot(?:ted|ting)? (?:it|everything|them)\b|\badd(?:ed|ing)? (?:it|everything|them) all up\b
  |\bcareer[- ]changer\b|\bbrand[- ]new (?:maths )?teacher\b|\bnew (?:career|to teaching|to the profession)\b
  |\b(?:straight|fresh) (?:from|out of) (?:\w+ ){0,2}(?:pgce|uni\w*|training|college)\b|\b(?:before that|until then
  |previously) (?:i |he |she )?(?:was|worked|been|did) (?:as |in )?(?:an? |the )?(?:\w+ )?${otherWork}\b`;
/** "One year in Kent, five since": years that no unit is named for, in a message with its times marked. */
export const elided = /(?<![\d:<-])\b\d{1,2} (?:since|here|there|more|at (?:an?|this|my|the|another))\b/;
/** Time of somebody's teaching that the document may not count, or that nobody has told the length of. */
const besides = pattern`\b(?:abroad|overseas|supply|agency|unqualified|previous\w*|other|count\w*|${abroad}
  |${beyondEngland})\b`;
/** Where somebody stands now. */
const inFirstYear = pattern`\b(?:in|into|this (?:is|being)|it's|i'm|she's|he's) (?:only |just |still )?(?:my|her|his
  |the) (?:very )?first year (?:of teaching|as a teacher|teaching|in teaching)\b`;
const inFirstTerm =
  /(?:^|[.;,!?] ?|\b(?:in|this (?:is|being)|it's) (?:my|her|his) )first (?:half[- ])?term (?:in the (?:classroom|job|profession)|of teaching|as an? (?:[\w()]+ ){0,3}teacher)\b/;
const inSecondYear = pattern`\b(?:began|started|start|in|into|this (?:is|being)) (?:my|her|his
  |the) second year (?:of teaching|as an? (?:\w+ )?teacher|in teaching)\b`;
/** Time that is no teaching, or that is asked for, not told. */
const notTaught = pattern`\b(?:${otherWork}|pupil|opened|open|married|old|retrained|need\w*|enough|rule|requir\w*
  |minimum|contract|average|role|lifeguard|(?:school|academy|department)(?:'s| has| is| was))\b|\?$|\b(?:it|they
  |website|page) says?\b|\brounds?\b`;

/** Anything that may make the time that is told something else than unbroken teaching until today. */
const uncertain = pattern`\b(?:${otherWork}|leave|maternity|paternity|sabbatical|break|gap|left|travel\w*|contract
  |married|kids|old|aged?|overseas|agency|supply|unqualified|volunteer\w*|trainee|training|tutor\w*|retired|ago|back
  |return\w*|abroad|switched|new|open\w*|${abroad}|${beyondEngland}|private|independent|primary|intermittent\w*
  |on and off|in and out|cover\w*|other|previous\w*|former\w*|mentor\w*|governor|parent|husband|wife|son|daughter
  |combined|between|used to|ta|technician|deputy|slt|chair|secretary|instructor|lsa|hlta|together|total|if you
  |including|count\w*|various|head of|for a (?:bit|while)|briefly|not|no|never|nearly|almost|half|some|part of
  |about to|if|most|need\w*|requir\w*|must|minimum|enough|will|going to|due|soon|next|until|someday|once|when|by|think
  |maybe|perhaps|probably|roughly|about)\b|n't\b|'ll\b`;
const qualified = /\b(?:qts|qualified|qualification|pgce)\b/;
const ofTeaching = /\b(?:teach\w*|taught|maths|lessons?|classes|classroom|service)\b/;
/** "Taught ten years ago" is long over. */
const goesOn = /\b(?:since|from|began|begun|start\w*|joined|appointed|came)\b/;

const isTeaching = (clause: string) =>
  ofTeaching.test(clause) && (goesOn.test(clause) || spansIn(clause).every(({ kind }) => kind !== 'since'));

const nows: [RegExp, number, number][] = [
  [inFirstTerm, 0, 5],
  [inFirstYear, 0, 11],
  [inSecondYear, 12, 23],
];

/**
 * How much teaching a message tells of where no wording was recognised, from its clauses with their times marked and as it
 * is: too little, where it says that there was nothing else; long enough, where every time in it is and nothing in it puts
 * that in doubt.
 */
export function experienceAtLarge(clauses: string[], message: string): Experience | undefined {
  if (clauses.length === 0) return undefined;
  const told = clauses.filter((clause) => ![notTaught, qualified].some((no) => no.test(clause))).flatMap(spansIn);
  const now = told.every(({ max }) => max < monthsNeeded) && nows.find(([wording]) => wording.test(message));
  if (now) return { minMonths: now[1], maxMonths: now[2] };
  if (told.length > 0 && nothingElse.test(message) && !besides.test(message)) return tooShort(told);
  const timed = clauses.filter((clause) => spansIn(clause).length > 0 && !qualified.test(clause));
  const spans = timed.flatMap(spansIn);
  const sure = spans.length > 0 && spans.every(({ min }) => min >= monthsNeeded) && timed.every(isTeaching);
  if (!sure || uncertain.test(message) || nothingElse.test(message)) return undefined;
  return { minMonths: Math.min(...spans.map(({ min }) => min)), maxMonths: openEnded };
}

/** Undefined where it may be long enough: several times may be one, told twice. */
function tooShort(told: Span[]): Experience | undefined {
  const [only, another] = told;
  const maxMonths = told.reduce((sum, { max }) => sum + max, 0);
  if (maxMonths >= monthsNeeded) return undefined;
  const minMonths = Math.max(...told.map(({ min }) => min));
  return { minMonths, maxMonths, ...(only?.startedBy && !another && { startedBy: only.startedBy }) };
}
