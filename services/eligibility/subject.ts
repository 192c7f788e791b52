import type { Facts } from './facts.ts';
import { part, pattern } from './pattern.ts';

const other = part`(?:science|sciences|physics|chemistry|biology|history|geography|humanities|english|pe|p\.e|art|music
  |drama|computing|computer science|ict|dt|d and t|design(?: and technology)?|technology|mfl|languages|french|spanish
  |german|latin|re|rs|religious studies|business(?: studies)?|economics|psychology|sociology|food(?: tech)?|photography)`;
const teach = '(?:teach|teaches|teaching|taught)';
const level = part`(?:a[- ]level|ks|gcse|key stage|class|sixth|primary|higher|foundation|post|the top|the bottom|uni
  |college)`;
/** What may stand between "teach" and "maths" without changing what is said. */
const aside = part`(?: (?!some|bit|little|of|and|a\b(?!-level)|an\b|never|no\b|love|the\b|in\b|mostly|mainly|primarily|${other}\b)[\w'+-]+
  | and(?= ks\d| gcse| a[- ]level| class)){0,6}?`;

const denial = part`(?:\b(?:never|not|no longer)|n't) (?:\w+ ){0,2}?${teach}\b`;
const denies = pattern`${denial}`;
const never = pattern`${denial} (?:any )?maths\b(?! (?:at|to|in|for|with) ${level})
  |\b(?:not|isn't) an? (?:\w+ )?maths teacher\b|\bno maths teaching\b`;
const forNow = /\b(?:at the moment|currently|at present|any ?more|this (?:year|term)|right now|these days)\b/;

const supportRole = String.raw`(?:ta|hlta|teaching assistant|cover supervisor|technician|learning support \w+|lsa)`;
/** In the classroom, but not as its teacher. */
const support = pattern`(?:^|\b(?:i'm|i am|is|work as|work|working as|employed as)|'s)
    (?: (?:an?|the|currently|still|only|just))* (?:maths )?${supportRole}\b(?! (?:mentor|lead|line))
  |^(?:an? )?(?:maths )?${supportRole}\b`;
const withoutClasses = pattern`\bno (?:\w+ )?(?:timetable|classes|teaching load)\b|\bnon-teaching\b
  |(?:\b(?:do not|no longer|not)|n't) (?:actually |currently |really )?(?:teach|teaching)\b
    (?! (?:maths|any maths|${other}|${level}))
  |\b(?:trust|mat|regional) (?:maths )?(?:director|lead|adviser|advisor)|\bdirector of maths
  |\bmaths (?:consultant|adviser|advisor)|\bsecond(?:ment|ed|ee)\b
  |\b(?:between jobs|on a career break|out of work|unemployed|looking for a (?:job|post))\b`;

const gives = part`(?:${teach}|do|does|doing|covers?|covering|takes?|taking|delivers?|delivering|timetabled for|picks? up)`;
const partly = pattern`\b${gives} (?:\w+ )?(?:some|a bit of|a little|bits of|the odd|a few|part|half
    |an? \w+ (?:class|group|set) (?:of|for|in)|one (?:class|group|set) of
    |\d (?:classes|groups|sets|lessons|hours|periods) of)\b.*\bmaths\b
  |\bhalf (?:a |my |of my |the |her |his )?(?:\w+ )?(?:timetable|maths)
  |\bpart (?:of (?:my|the) )?(?:timetable|maths)\b(?! (?:faculty|department|dept|team))
  |(?:\b(?:most|part|thirds?|quarters?)|\d ?%|\bpercent) of (?:my|the|his|her|their) (?:timetable|lessons|teaching|classes)\b
  |\b(?:one|two|three|a|a single|just the one|\d) maths (?:class|classes|group|groups|set|sets|lesson|lessons)\b
  |\b(?:mainly|mostly|primarily) maths\b
  |\bmaths (?:for )?(?:half|some|part) of\b|\bnon-specialist\b|\b(?:mainly|mostly|primarily) ${other}\b
  |\bmaths(?: and | ?\/ ?| as well as | plus | with (?:some |a bit of )?)${other}\b
  |\b${other}(?: and | ?\/ ?| as well as | plus )(?:some |a bit of )?maths\b`;
const otherSubject = pattern`\b${other} (?:\w+ )?(?:teachers?|ect|nqt|specialist)\b|\b(?:teacher|head) of ${other}\b
  |\b${teach}(?: (?:only|just|mostly|mainly|gcse|ks[345]|secondary|a level))* ${other}\b`;
const maths = pattern`\bmaths (?:\w+ )?(?:teachers?|ect|nqt|rqt|hod)\b|\bmaths (?:subject |faculty |department )?(?:lead|leader|coordinator|co-ordinator)\b
  |\bteacher(?: of|:) (?:\w+ )?maths\b|\b(?:ect|nqt|rqt)\b.*\bin maths\b|\bi'm maths\b|^(?:a )?maths (?:and|with|yes)\b
  |\b(?:head|hod|2ic|second|ect|nqt|lead practitioner|lead teacher|(?:subject|faculty|curriculum) (?:lead|leader)) ?(?:of|in|for)? ?maths\b
  |\b${teach}${aside} maths\b|\bmoved (?:in)?to (?:teaching )?(?:secondary )?maths\b
  |\b(?:i|she|he) (?:also )?(?:leads?|runs?) maths\b|\b(?:my |her |his |^)subject(?: is|'s|:)? maths\b
  |\b(?:years|yrs|months|experience|yrs'|years')(?: of)? maths teaching\b|^all maths$
  |\ball (?:of )?(?:my |her |his )?(?:lessons|classes|timetable) (?:is|are) maths\b|\btimetable is all maths\b
  |^(?:also |and |secondary |qts |state |gcse |full[- ]time |it's |is |in |a |[\d.+]+ ?(?:years|yrs) (?:of )?)*maths
    (?:(?: ?[:=-])? ?yes| with| and| qts)* *$`;
/** "TA for 6 years, then a maths teacher". */
const forSoLong = /\bfor (?:\w+ )?[\w.]+ (?:years|yrs|months)\b/;
const fondness = /\b(?:love|like|enjoy\w*|keen|interest\w*|passion\w*|good at|a level in|degree)\b/;

/**
 * Whether a person is a maths teacher, from the clauses about their present and from all of them. Part of a timetable, or
 * leading maths without classes, is for the hub; undefined when they did not say.
 */
export function mathsFrom(present: string[], all: string[]): Facts['mathsTeacher'] {
  const said = (pattern: RegExp) => present.some((clause) => pattern.test(clause));
  const later = present.slice(present.findIndex((clause) => support.test(clause)) + 1);
  if (said(support) && !later.some((clause) => maths.test(clause))) return 'no';
  if (present.some((clause) => support.test(clause) && !forSoLong.test(clause))) return 'no';
  const denied = all.filter((clause) => never.test(clause));
  if (denied.length > 0) return denied.some((clause) => forNow.test(clause)) ? 'ask-hub' : 'no';
  if (said(withoutClasses) || said(partly)) return 'ask-hub';
  const teaches = present.some((clause) => maths.test(clause) && !denies.test(clause));
  if (!said(otherSubject)) return teaches ? 'yes' : undefined;
  return present.some((clause) => /\bmaths\b/.test(clause) && !fondness.test(clause)) ? 'ask-hub' : 'no';
}
