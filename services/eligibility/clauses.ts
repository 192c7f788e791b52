import { asksForAnother, asksForOneself, asksForOthers, ofTheOneAskedFor, tellsOfTwoPeople } from './asked-for.ts';
import { boundary } from './boundary.ts';
import { asOfNow } from './moves.ts';
import { everywhere, part, pattern } from './pattern.ts';

/** The bot is asked to play a part, or the message is about what could be, not what is. */
const pretence = pattern`\b(?:pretend|ignore|disregard|(?<=^|[.;!?,:] ?|\b(?:please|just|let's|lets|and|so) )assum(?:e
  |ing)|(?<!\bi )suppose|supposing|imagin(?:e|ing)|hypothetic\w*
  |role-?play|instructions?|system prompt|act (?:as|like)|developer mode|testing purposes|for the sake of|let's say
  |treat me|repeat after|overrid\w*|jailbreak|you are now|from now on|must (?:answer|say|reply)|(?:respond
  |reply) (?:only )?with
  |(?<!\b(?:please|pls|plz|plus|(?:can|could|should|do|may|he|she|they) (?:i|can|could|will)) )say (?:yes|eligible)
  |system ?[:>]
  |(?:(?<!\b(?:would|do) you )say|(?<!\b(?:please|pls|plz) )tell (?:me|them)|answer|reply|(?<!\b(?:can|could|would
  |will) (?:you|anyone|somebody|someone) (?:please |just |kindly )?)(?<!\b(?:please|kindly) )confirm|state
  |write) (?:that )?(?:i|he|she|they)
  (?:'m| am|'ve| have| can| is|'s| has)\b)`;

/** Asks what the rule is, instead of telling something about a person. */
const aboutTheRule = pattern`\b(?:(?<!special |educational |additional )needs?|needed|requir\w*
  |must(?! be (?:about |around |over |nearly |getting on for )?(?:\d|<|two|three|four|five|six|seven|eight|nine|ten))
  |essential|necessary
  |mandatory|compulsory|minimum|criteri\w+|ha(?:ve|s) to (?:have|be)|should(?! (?:like|love|be (?:glad|grateful)|get
  |receive|gain|have) (?:my |his |her )?qts))\b
  |^(?:is|are) (?:it(?! (?:alright|all right|ok|okay|fine|possible) for)|this|there|the|they|qtls|qts|iqts|my school
  |our school)\b
  |^(?:so |and |ok )?(?:how|what|whats|what's|which|why|when|where(?! (?:i|he|she)\b)|who(?! (?:has(?! to)|have(?! to)
  |holds?|joined|teaches|taught
  |trained|qualified|started|began|completed|came|gained|is (?:now |currently )?(?:an?|in|our|with)
  |works)\b))\b(?! (?:if|about))`;

/** In doubt, which says nothing. */
const doubtful = pattern`\b(?:not (?:\w+ )?sure|unsure|(?:don't|do not|doesn't) (?:really )?\w+|no idea
  |can't (?:for the life of me )?(?:say
  |tell|remember|recall)|wonder\w*)
  (?: \w+)? ?(?:if|whether|how|what|which|when)\b(?! (?:i |he |she |they )?(?:can|could|may|am|is|qualify|eligible
  |to) )`;

/** What somebody believed, which was not so: "thought I had QTS". */
const mistaken = pattern`\b(?:thought|assumed|believed|reckoned|supposed to|meant to|under the impression|was told
  |were told
  |led to believe|should have (?:had|got|been))\b`;

/** What changes where somebody stands. */
const change = part`(?:had|gets?|got|were|was|moved?|did|do|became|become|left|leave|went|go|c[ao]me|stay|wait|end up
  |take
  |took|earn|switch\w*|join\w*
  |start\w*|transfer\w*|chang\w*|finish\w*|complet\w*|gain\w*|pass\w*|achiev\w*|obtain\w*|receiv\w*|return\w*)\b`;
/** Something that is not so today. */
const notToday = pattern`\b(?:if (?:i|he|she|they|we|you)(?: ${change}|'d\b)
  |(?:were|was|had|should) (?:i|he|she|they|we) (?:to|moved?|go|get|got|join|switch|start|leave|left)\b
  |(?:supposing|say|what if|even if|as if|as though) (?:i|he|she|they|we)\b|(?:i|he|she|they)'d (?:be|have|need)\b
  |once (?:i|he|she|they)|when (?:i|he|she|they)(?:'ve|'s)? (?:gets?|got|have|has|reach|finish|complete|gain|pass
  |qualify)
  |(?:after|as soon as|by the time) (?:i|he|she|they) (?:get|gets|reach|finish|complete|gain|pass|qualify)\b
  |(?<!\bleave )until(?! now)|unless|will i|would i have to|could i have)\b`;

/** Somebody else's facts, when the message also says "I". */
const somebodyElse = pattern`\bthe other (?:woman|man|guy|teacher|one|person|lady|bloke)\b|(?<!\b(?:i'm|i am|am|as
  |being|mentor|mentoring|support|supporting|coach|manage|lead
  |leading) )\b(?:my|our|the) (?:head ?teacher|head(?! of)|hod|principal|boss|deputy|line manager
  |subject leader|head of (?:maths|department|dept)|predecessor|successor|mentors?|mentees?|trainees?|tas?
  |(?<!\b(?:on|in|of|through|during|into|finish\w*|start\w*|complet\w*|pass\w*|doing|did|done|after|since) (?:my
  |the) )(?:ects?|nqts?)(?! (?:finished|ended|is|was|years?|period|induction|completed|over|done)\b)
  |colleagues?|friends?|mate|wife|husband|partner|mum|dad|sons?|daughters?|kids?|children|child)\b|^(?:mum|dad|mother
  |father)\b`;
/** What a page is said to say. */
const quoted = everywhere`\b(?:it|website|site|job|spec|listing|contract|cv|form|advert|ad|document|page|flyer|leaflet
  |e-?mail
  |guidance|hub|they|someone)
  (?: \w+)? (?:says?|said|states|stated|mentions?|reads)\b[^.;!?\n]*?
  (?=\b(?:but|i've|i'm|i teach|i am|i have|i work|so|can i|am i|do i|though)\b|[.;!?\n]|$)`;
/** Teachers in general. */
const inGeneral = pattern`(?<!\b(?:one|two|three|some|both|any) of (?:\w+ ){0,3})\bteachers (?:with|who have|who've|in
  |at|from
  |working)\b`;
/** Asks about a kind of school or of time. With nothing else beside it, it is about the rule. */
const aboutAKind = pattern`^(?:so |and |ok |also )?(?:is|are|do|does|would|if|whether|(?:i )?(?:want|wanted
  |like) to (?:know
  |ask) (?:if|whether))
  (?: \w+)? (?:\w+ )?(?:academ\w+|grammars?|utcs?|schools?|colleges?|state|supply|experience|teaching|time|years?
  |primary
  |secondary|sixth forms?|prus?)\b`;
/** People who are spoken of, hardly for whom one asks. */
const bystander = pattern`(?<!\b(?:i'm|i am|as|being) )\b(?:my|our|the) (?:head ?teacher|head(?! of)|principal|boss
  |line manager|predecessor|successor
  |mentors?|mum|dad|sons?|daughters?
  |kids?|children|child)\b|^(?:kids|children)\b`;
/** Nobody asks for them without saying so. */
const family = /^(?:my|our) (?:wife|husband|partner|brother|sister)\b/;
const forBoth = /\b(?:are|can|could|do|would|may) (?:we|both)\b|\bboth of us\b/;
/** All that is told is somebody else's, or is so only later. */
const taken = pattern`\bnot (?:me|mine|myself)\b|^(?:i |i've |also )?(?:have|know|got) an? (?:\w+ )?(?:colleague|friend
  |mate)\b|^(?:only |starting |but )*(?:from|as of) next\b`;
/** "My HoD is at a comp and has ten years." */
const theyGoOn = /^(?:and |also )*(?:has|is|teaches|works|does)\b/;
const firstPerson = /\b(?:i|i'm|i've)\b/;
const asking = /\b(?:can|could|do|am|should|if) i\b|\bi (?:know|believe|hear)\b/g;

/**
 * What a plain message says, clause by clause. Left out: questions about the rule, what is not so today, other people's
 * facts beside one's own. Nothing at all from a message that asks to pretend.
 */
export function clausesOf(message: string): string[] {
  if (pretence.test(message)) return [];
  const said = piecesOf(message);
  if (!asksForAnother(message) && said.some((clause) => taken.test(clause)) && !asOfNow.test(message)) return [];
  if (
    forBoth.test(message) &&
    !/\babout me\b/.test(message) &&
    said.some((clause) => firstPerson.test(clause)) &&
    said.some((clause) => somebodyElse.test(clause) && !bystander.test(clause))
  )
    return [];
  const kept = toThePoint(message, said).filter(
    (clause) => ![doubtful, mistaken].some((reason) => reason.test(clause)),
  );
  const statements = kept.filter((clause) => !aboutAKind.test(clause));
  const own = kept.filter((clause) => !bystander.test(clause) && (asksForOthers(message) || !family.test(clause)));
  if (statements.length === 0) return [];
  return ofTheOneAskedFor(own.length > 0 ? own : kept, message);
}

/** Besides, also what is in doubt or was believed: enough to keep one from saying the opposite. */
export const evenInDoubt = (message: string) => toThePoint(message, piecesOf(message));

/** Whether a plain message asks the bot to pretend, so that nothing in it is told. */
export const asksToPretend = (message: string) => pretence.test(message);

/** Whether a plain message tells something personal of the writer and of somebody else besides. */
export const isOfTwoPeople = (message: string) => tellsOfTwoPeople(piecesOf(message), message);

function piecesOf(message: string): string[] {
  return message
    .replace(quoted, ' ')
    .split(boundary)
    .map((clause) => clause.trim());
}

/** Without questions about the rule, what is not so today, and other people's facts beside one's own. */
function toThePoint(message: string, said: string[]): string[] {
  const aboutOneself = asksForOneself(message) || firstPerson.test(message.replace(asking, ''));
  const others = asksForOthers(message) ? bystander : somebodyElse;
  const leftOut = [aboutTheRule, inGeneral, notToday];
  const isTheirs = (at: number): boolean =>
    aboutOneself && (others.test(said[at] ?? '') || (theyGoOn.test(said[at] ?? '') && isTheirs(at - 1)));
  const isFamily = (clause: string) => !asksForOthers(message) && family.test(clause);
  return said.filter(
    (clause, at) =>
      clause !== '' && !isFamily(clause) && !leftOut.some((reason) => reason.test(clause)) && !isTheirs(at),
  );
}
