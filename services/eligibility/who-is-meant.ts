import { part, pattern } from './pattern.ts';
import { plain } from './plain.ts';

const colleague = part`(?:(?:my|our|a|the|this|another) (?:\w+ ){0,2}?(?:colleague|mate|friend)|(?:my|our|the
  |this) (?:\w+ ){0,2}?(?:teachers?|ect|nqt|hod|2ic|partner|wife
  |husband|head of \w+|deputy|trainee|mentee|member of (?:staff|my|our|the))|one of (?:my|our|the)|(?:someone|somebody)
  (?:in|on|at|from|else in) (?:my|our)|(?:he|she|they))`;
const anyone = part`(?:someone|somebody|anyone|anybody|a person|people|teachers|an? (?:\w+ ){0,3}?(?:teacher|ect|nqt|hod
  |head of \w+))`;
const asked = '(?:can|could|may|might|am|is|are|do|does|did|would|will|should|have|has|if|whether)';

const notReal = pattern`\b(?:what|suppose|supposing|imagine|hypothetical\w*|pretend|assum\w+|say) (?:if |that )?(?:i|he
  |she
  |they|someone|a)\b
  |\bwhat if\b|\bhypothetical\w*\b|\bif (?:i|he|she|they|someone|my school|we) (?:had|got|get|gets|were|was|moved?|did
  |do
  |became|become|left|leave|went)\b
  |\b(?:once|when|as soon as) (?:i|he|she|they)(?:'ve|'s)? (?:get|gets|got|have|has|reach|finish|complete|qualify)\b
  |\bwould i (?:still )?(?:be|qualify|count|need) .*\bif\b`;
const askedOfAnyone = pattern`\b${asked} ${anyone}\b|\b(?:what|how) about (?:${anyone})\b`;
const askedOfAnother = pattern`\b${asked} ${colleague}\b|\b(?:asking|ask|question|enquir\w+) (?:for|on behalf of
  |about) (?:my
  |our|a|an|one of)\b
  |\bon behalf of\b|\bfor (?:my|our|a) (?:\w+ )?(?:colleague|mate|friend|teacher|wife|husband|partner)\b
  |\b${colleague} wants? to\b`;
const pronoun = pattern`\b(?:he|she|they)(?:'s|'ve|'re| has| have| is| are| was| were| teach\w*| taught| works?| started
  | qualified| got| did)\b`;
const thirdPerson = pattern`\b(?:has|teaches) qts\b|^(?!i\b)[a-z]+ (?:has|teaches|works|is an?) |^${colleague}\b`;
const notAPerson = /^(?:it|it's|that|this|my school|our school|school|everyone|who|what|which|maths) /;
const ofMyself =
  /\b(?:i|i've|i'm) (?:have|hold|teach|work|am|got|taught|started|qts)\b|\bi've\b|\bi'm (?!asking|her|his|their)/;

/**
 * Whose facts a message tells. Only what is surely said of oneself is `self`; a kind of person, or what is not so today,
 * is `hypothetical`. A message without any subject ("QTS, maths, 5 years") is about oneself.
 */
export function whoIsMeant(text: string): 'self' | 'another' | 'hypothetical' {
  // "I am a teacher" states what "am a teacher" would ask of anybody.
  const message = plain(text.slice(0, 1000))
    .trim()
    .replace(/\bi am\b/g, "i'm");
  if (notReal.test(message) || askedOfAnyone.test(message)) return 'hypothetical';
  if (askedOfAnother.test(message) || pronoun.test(message.replace(/\bthey said\b/g, ' '))) return 'another';
  const clauses = message.split(/[.;!?,\n]| and | but /).map((clause) => clause.trim());
  const ofAnother = clauses.some((clause) => thirdPerson.test(clause) && !notAPerson.test(clause));
  return ofAnother && !ofMyself.test(message) ? 'another' : 'self';
}
