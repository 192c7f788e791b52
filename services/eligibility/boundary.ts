import { part, pattern } from './pattern.ts';

/** Went from one place to another. */
export const moved =
  '(?:(?:moved|moving|jumped(?: ship)?|came|went|gone|switched|swapped|changed|crossed|transferred)(?: over| across)?)';
const few = String.raw`(?:[\w'-]+ ){1,6}`;
/** Words whose colon gives the answer to them: "QTS: yes". Any other colon ends a clause: "Applicant: maths, QTS". */
const asked = part`(?:qts|qtls|maths|state|funded|school|secondary|academy|experience|teaching|taught|years?|subject
  |role
  |phase
  |status|funding|teacher)`;

/** From one school to the next: "moved from a private school | to a state one", "left a comp | for a private school". */
const schools = part` (?=before (?:moving|going|joining|coming|switching|transferring)\b)
  |(?<=\b(?:left|swapped|traded|exchanged) ${few})(?=for an?\b)|(?<=\b${moved} from ${few})(?=to\b)
  | (?=i became\b)| (?=i'm (?:back|now)\b)| (?=after (?:\w+ )?(?:[\w.]+ (?:years|yrs)|<))|(?<!\b(?:if|when|once|before
  |after
  |until|unless|since|say|suppose)) (?=i(?:'ve| have)? (?:now |since |just )?(?:moved|joined|switched)\b)`;

/** Where one clause ends and the next begins. A question mark stays with its clause; a decimal point is no end. */
export const boundary = pattern`(?<=\?)|[!;()\n]|,(?! for (?:<|\d))|(?<!\d)\.|\.(?!\d)
  | - | \/ | but |(?<!\bsince) then | though | although | because | so | who (?=teach|also|only|now)
  | and (?=(?:about |over |nearly |almost |just |only )?(?:[\d<]|a (?:year|couple|few|decade)))
  | and (?=(?:i|he|she|they|we|my|now|am|is|have|has|had|got|been|moved|works?|teach|taught|did)\b)
  | and (?=(?:since|nowadays|came|returned|took|switched|joined|jumped|left|still|these days|no|not|never|currently
  |started|qts)\b)
  | and (?=(?:wonder\w*|was wondering|becomes?)\b)| (?=(?:that|which) (?:might|may|will|is going to)\b)
  | and (?=just (?:moved|joined|started|switched)\b)| and (?=(?:i|he|she|they|we)'|(?:hasn|haven|hadn|didn|isn|doesn
  |don|wasn)'t\b)| and (?=(?:the |my )?(?:last|latest|rest
  |other)\b)
  |(?<!\b${asked}) ?: (?!yes|no\b)|${schools}
  |(?<!\b(?:since|last|in|this|until|every)) (?=(?:can|could|am|would|may|might) (?:i|he|she|they|we)\b)| (?=do i\b)
  | (?=my (?:sons?|daughters?|head ?teacher|boss|mum|dad|kids?|children) (?:is|are|has|have|says?)\b)`;
