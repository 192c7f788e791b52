import { part, pattern } from './pattern.ts';

const modal = '(?:can|could|may|might|is|does|would|will|should|do|are)';
const other = part`(?:she|he|they(?= (?:be |still |also )*(?:eligible|apply|qualify|join|do|go|come|take part|become
  |allowed)\b)|(?:my|our|the|this|that) (?:[\w-]+ ){0,2}?(?:colleague|mate|friend|teacher|(?:ects?(?: ?[12])?|nqt
  |<label[^>]*>)(?! (?:label|status|badge|year|period|thing))
  |hod|2ic|partner|wife|husband
  |sister|brother|deputy|second|assistant head|one)|(?:one|some|any|a member) of (?:my|our|the)|(?:mrs?|ms|miss
  |dr)\.? \w+)`;

const forAnother = pattern`\bis (?!it|this|that|there|my|our|the|maths|qts|an?\b|any|some|every|who|experience|supply
  |teaching|part|slt|hods?|heads?|staff|leaders\w*)[a-z]+ (?:eligible|allowed)\b|\b(?:encourage|support|back|let|tell
  |stop|stopping|bar|bar on) (?:him|her|them)\b
  |^ ?(?:our|my) (?:[\w-]+ ){0,3}?(?:teacher|2ic|second|colleague|trainee|ect ?[12]?|nqt|head of maths
  |lead practitioner|hlta)\b(?! (?:says?|said|thinks?|reckons?|told|tells|suggest\w*|wants?|asked|mention\w*
  |is keen for me|year|training))(?=[^]*\b(?:he|she|him|her)\b)
  |\b${modal} ${other}(?!\w)|\b(?:she|he|they)(?:'s|'re| is| are) the one\b|\b(?:asking|ask|checking
  |enquiring) (?:for|on behalf of|about) (?!me\b|my(?:self| own)\b)
  |\btoo (?:soon|early|late|junior|new|inexperienced) for (?:her|him|them)\b|\beligibility (?:for|of) (?!me\b|my(?:self
  | own)\b|the\b|this\b)|\bon behalf of\b|\b(?:put|putting|nominate|nominating|send|enter|recommend|suggest
  |propose) (?:her|him|them)\b
  |\bwants? me to (?:ask|check)\b|\bcolleague asking\b`;
/** "Can I": not where one may do something for somebody else. */
const forOneself = pattern`\b(?:can|could|am|do|would|will|may|might|should|have) i\b(?! (?:need|have to|put|nominate
  |send|enter|recommend
  |suggest|propose|ask|check|get|sign) )
  |\b(?:let|accept|have|take) me\b|\b(?:for|about) me\b|\bcounts? me\b|\brules? me out\b`;

const firstPerson = pattern`^(?:and |but |so |well |also )*(?:i|i've|i'm|i'd|me|mine|myself|personally)\b`;
const thirdPerson = pattern`^(?:and |but |so |well |also |while |whereas )*(?:(?:she|he|they)\b|(?:my|our|the
  |a(?! (?:\w+ )?teacher)) (?:[\w-]+ ){0,2}?
  (colleagues?|mate|friend|woman|man|lad|lass|bloke|chap|lady|teacher|(?:ect|nqt)(?! (?:years?|induction|period|was
  |is|in)\b)|hod|2ic|partner|wife|husband
  |sister
  |brother|deputy|trainee|mentee)\b)`;
/** What is a person's own, unlike the school that they share with a colleague. */
const personal = pattern`<|\d|\b(?:years?|yrs?|terms?|qts|qtls|qualified|teach\w*(?! (?:at|in|here|with)\b)|taught
  |ects?|nqts?
  |hod|head of)\b`;

/** Whether the clauses that are picked tell of a colleague and of somebody else besides. */
export function ofTwoPeople(clauses: string[], message: string, picked: (clause: string) => boolean): boolean {
  const subjects = subjectsOf(clauses, message).filter((_, at) => picked(clauses[at] ?? ''));
  return subjects.includes('another') && subjects.some((subject) => subject !== 'another');
}

/** Says only that somebody asks: "I'm asking for a colleague". */
const asker =
  /^(?:and |but |so )*(?:i'm|i am|i've|i|i'd|i was|me)\b(?: [\w']+){0,3} (?:ask\w*|wonder\w*|enquir\w*|check\w*|writ\w*|want\w*|like|hop\w*|put\w*|nominat\w*|recommend\w*|send\w*|got an?|have an?|manage|line manage|lead a|run an?)\b/;

/** Officials, and heads who ask for their teachers. */
const notOfSomebody =
  /^they\b|^(?:i'm|i am) (?:the |a )?(?:head(?! of (?:maths|department|dept))|principal|deputy|vice)/;

/** Whether the clauses of a message tell something personal of the writer and of somebody else. */
export function tellsOfTwoPeople(clauses: string[], message: string): boolean {
  const subjects = subjectsOf(clauses, message).filter((_, at) => {
    const clause = clauses[at] ?? '';
    return personal.test(clause) && !notOfSomebody.test(clause);
  });
  return (
    subjects.includes('oneself') && (subjects.includes('another') || asksForAnother(message.replace(/\bthey\b/g, 'it')))
  );
}

type Subject = 'oneself' | 'another' | undefined;

/**
 * The clauses of a message about two people that are about the one it asks for. Where nobody can tell for whom, none that
 * are personal to either.
 */
export function ofTheOneAskedFor(clauses: string[], message: string): string[] {
  const subjects = subjectsOf(clauses, message);
  const another = forAnother.test(message);
  const both = subjects.includes('oneself') && subjects.includes('another');
  const unclear = another === forOneself.test(message) || severalOthers(clauses);
  const isMeant = (subject: Subject) => !subject || (!unclear && subject === (another ? 'another' : 'oneself'));
  if (!another && isAfterthought(clauses, subjects)) return clauses.filter((_, at) => subjects[at] !== 'another');
  if (!both && !severalOthers(clauses) && (unclear || !another)) return clauses;
  return clauses.filter((clause, at) => isMeant(subjects[at]) || !personal.test(clause));
}

/** "11-16", which is a school's. */
const ages = /\b1[1-4]-1[689]s?\b/g;

/** "QTS, maths, 14 months. My colleague has ten years." */
function isAfterthought(clauses: string[], subjects: Subject[]): boolean {
  const first = clauses.findIndex((clause, at) => subjects[at] === 'another' && thirdPerson.exec(clause)?.[1]);
  return clauses
    .slice(0, Math.max(0, first))
    .some((clause) => personal.test(clause.replace(ages, '')) && !clause.endsWith('?'));
}

/** "My HoD has twenty years, my friend has one." */
function severalOthers(clauses: string[]): boolean {
  const named = clauses
    .filter((clause) => personal.test(clause))
    .flatMap((clause) => thirdPerson.exec(clause)?.[1] ?? []);
  return new Set(named).size > 1;
}

function subjectsOf(clauses: string[], message: string): Subject[] {
  let subject: Subject;
  return clauses.map((clause) => {
    const own = subjectOf(clause);
    if (own || asker.test(clause) || opensSentence(clause, message)) subject = own;
    return subject;
  });
}

const opensSentence = (clause: string, message: string) =>
  /[.;!?\n]$/.test(message.slice(0, Math.max(0, message.indexOf(clause))).trimEnd());

function subjectOf(clause: string): Subject {
  if (asker.test(clause)) return undefined;
  if (firstPerson.test(clause)) return 'oneself';
  return thirdPerson.test(clause) ? 'another' : undefined;
}

/** Whether a message asks for somebody else, and maybe for the writer too. */
export const asksForOthers = (message: string) => forAnother.test(message);
/** Whether a message asks for somebody else, not for the writer. */
export const asksForAnother = (message: string) => forAnother.test(message) && !forOneself.test(message);
/** Whether a message asks for the writer alone. */
export const asksForOneself = (message: string) => forOneself.test(message) && !forAnother.test(message);
