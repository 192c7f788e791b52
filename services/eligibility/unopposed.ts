import { pattern } from './pattern.ts';
import { otherSubject } from './subject.ts';

/** Whatever may turn a clause around: a denial, a doubt, what is to come, what is over, and what is another person's. */
const turns = [
  pattern`\b(?:no(?! (?:longer than|problem))|not|never|nor|neither|none|without|nothing|lack\w*|minus|zero|cannot
    |hardly|barely|except|unless|silent|missing|blank|as to|about)\b|n't\b`,
  pattern`\b(?:think|thinks|thought|believe\w*|assum\w+|reckon\w*|guess|suppose\w*|sure|unsure|maybe|perhaps|probably
    |possibly|might|may(?! (?:i|she|he|they|we|a)\b)|could(?! (?:i|she|he|they|we|you|a)\b)|should(?! (?:i|we)\b)
    |would(?! (?:i|she|he|they|we|you|a|my|our|mr|mrs|ms)\b)|apparently|allegedly|claims?|says?|said|told|heard
    |wonder\w*|wish\w*|hope\w*|hoping|want\w*|love\w*|like|nearly|almost|partly|half|some|\d+ of (?:my|the|her|his)
  |(?:one|two|three|four|five|six) of (?:my|the|her|his)|fail\w*|everything|except\w*
    |sort of|kind of|equivalent|whether|if|being)\b`,
  pattern`\b(?:will|going to|about to|due|soon|next|until|once|when|after|by the|in progress|pending|await\w*
    |expect\w*|waiting|towards|working (?:on|towards)|becoming|starting|to (?:get|gain|be|become|start|do)
    |apply(?:ing)? for|applied|application|process\w*)\b|'ll\b`,
  pattern`\b(?:used to|previous\w*|former\w*|ex|once|ago|gave up|given up|left|lost|quit|stopped|retired|had been
    |before|(?:was|were)(?! (?:conferred|awarded|granted|gained|given|part|obtained|earned|recommended|achieved)))\b`,
  pattern`\b(?:husband|wife|spouse|partner|colleague's|friend's|daughter|son|mentor\w*|mentee|everyone|everybody
    |others?|rest|team mates|head's|hers|theirs|mum|dad|mother|father|brother|sister|bar|most|all of (?:them|us)
    |each of)\b`,
];
const straight = (clause: string) => !turns.some((turn) => turn.test(clause));

/** A status that is not QTS, or a way to it. */
const otherStatus = pattern`\b(?:unqualified|trainees?|training year|qtls|iqts|tefl|overseas|abroad|student teacher
  |equivalen\w+|get (?:my|her|his) qts|scotland|scottish|wales|welsh)\b|\bqts\b[^?.;!]{0,20}\?|\b(?:but|bar|save
  |except|apart from) (?:the |for )?qts\b`;
/** Another subject, another phase, or somebody in a school who may be no teacher. */
const otherWork = pattern`\b(?:${otherSubject}|biochem\w*|religious|ta|tas|hlta|assistants?|cover|supervisors?
  |technicians?|tech|support staff|mentor|tutor\w*|governor|parent|librarian|office|admin\w*|manager|bursar|consultant
  |adviser|advisor|slt|pastoral|head ?teacher|principal(?! of)|deputy|assistant head|executive|trust lead|non-teaching
  |retired|degree|a level|catch[- ]up|intervention|inclusion|role|charity|publisher|company|firm|marking|primary
  |junior|infant|reception|trainee|student|unqualified|supply|agency|senco|inspector|instructor|lecturer)\b`;
const teaching = pattern`\b(?:teach\w*|taught|class(?:es|room)?|lessons?|years?|yrs?|ect|nqt|since|hod|head of|lead
  |sets?|job
  |qts)\b`;

/** Maths that somebody has learnt, or has beside their work. */
const studied = pattern`\b(?:first (?:in|class)|2:1|2:2|third|honours|bsc|ba|msc|ma|phd|masters|gradua\w+|studied
  |study|read|good at|background|trained|mark(?:s|ed|ing)?)\b.*\bmaths\b|\bmaths by training\b|\b(?:my|our
  |the) maths (?:lead|leads|department|dept|team|colleagues?)\b|\bmaths (?:degree|from|graduate|olympiad|puzzles?
  |clubs?|books?
  |hub)\b`;
/** "As headteacher of a comp I ask …" */
const ofTheWriter = /\b(?:as|i'm|i am) (?:the |a )?(?:head ?teacher|principal|deputy(?: head)?|assistant head)\b/g;

/**
 * Whether QTS is named in the clauses of a message and nothing turns it around, in whatever words it is told: the last
 * reading, for what no wording was recognised in.
 */
export function namesQts(clauses: string[], message: string): boolean {
  const named = clauses.filter((clause) => /\bqts\b/.test(clause));
  return named.length > 0 && named.every(straight) && !otherStatus.test(message);
}

/** The same of maths, beside anything that belongs to teaching; where no other subject, phase or post is named at all. */
export function namesMaths(clauses: string[], message: string): boolean {
  const named = clauses.filter((clause) => /\bmaths\b|\bmathematicians?\b/.test(clause));
  return (
    named.length > 0 &&
    named.every((clause) => straight(clause) && !studied.test(clause)) &&
    teaching.test(message) &&
    !otherWork.test(message.replace(ofTheWriter, ' '))
  );
}
