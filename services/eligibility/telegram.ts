import { part, pattern } from './pattern.ts';
import { otherSubject } from './subject.ts';

const number = String.raw`(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)`;
const time = part`(?:(?:for|about|over|nearly|almost|just|under|last|past|only|full|time) )*${number}(?: ?(?:-|to
  |or) ?${number})?
  (?:\+| plus| and a half| full)? ?(?:years?|yrs?|y|months?|mths?)\b'?(?: (?:and )?${number} (?:months?|mths?)\b)?
  (?: (?:in(?! (?:an?|the|my|our|this)\b)|of|exp|experience|teaching|total|done|so far)\b)*`;
const since = String.raw`(?:(?:been )?(?:in )?(?:teaching|taught) )?(?:(?:since|began|started)(?: in)? (?:then|(?:[a-z]+ )?\d{4})|ever since)\b`;
const leads = '(?:hod|2ic|head|second|lead|leader|head of (?:dept|department|faculty)|subject lead|ks[345] lead)';
const role = part`(?:(?:${leads}|ect ?[12]?|nqt|rqt|teacher|head teacher)\b(?: (?:of|in|for))? maths(?: teacher)?
  |(?:secondary |qualified |full[- ]time |(?:ks[345]|gcse|a level) )*maths(?: (?:teacher|teach|teaching|lead|leader|hod
  |2ic
  |coordinator|ect ?[12]?|nqt|rqt)|)
  |hod|2ic|ect ?[12]|rqt|(?:teach |teaching )maths|${otherSubject}(?: teacher)?)\b`;
const kind = part`(?:state(?:[- ]funded)?|secondary|mixed|mat|lea|la|maintained|foundation|free|1[1-4] ?- ?1[689]
  |grammar|community
  |comprehensive
  |catholic|faith|c of e|voluntary (?:aided|controlled)|primary|special|private|independent|fee[- ]paying|girls'?|boys'?
  |local|large|small|selective|middle|all[- ]through|trust|high|upper|technical|studio|comp|school|academy|college|utc
  |pru|sector|sixth form|fe)`;
const school = part`(?:(?:in|at|from) )?(?:(?:an?|the|my|our) )?${kind}(?: ${kind})*\b`;
const qts = part`(?:(?:have|has|got|full|with|no|without|hold) )?qts(?: (?:yes|done|held|throughout
  |(?:in |since )?\d{4}))?\b`;
const courtesy = part`(?:hi|hello|hey|ok|okay|eligible|yes|pls|please|thanks|here|currently|now|enough|yes or no
  |in or out
  |worth a try)\b
  |(?:am|is|are|can|could|do|does|would|will|should|may|have|what|how|worth)\b(?= (?:i|he|she|they|we|it|that|this
  |a)\b).*`;

const link = String.raw`(?: |[+\/&=✔✓✅☑]|\?+ *$|and |with |plus )*`;
/** The time right after them is how long they have been that, not how long they have taught. */
const ownTime = pattern`^(?:.*\b(?:${leads}|hod|2ic|lead|leader)\b.*|.*\bqts)$`;
const continues = /^(?:in|at|from|for|since)\b/;
const aTime = new RegExp(time);
const times = new RegExp(time, 'g');
const linked = /(?: |[+/&=✔✓✅☑]|\band|\bwith|\bplus)+$/;
const items = [role, time, since, qts, school, courtesy].map((item) => new RegExp(`(?:${item})(?![\\w-])${link}`, 'y'));

/**
 * A message in which people list what they are without commas, "qts maths state secondary 6 yrs ok?", with the commas
 * put in. Only where every word belongs to such an item: anything else may turn what they mean.
 */
export function itemised(message: string): string {
  const several = (message.match(times) ?? []).length > 1;
  return message
    .split(/((?<!\d)\.|\.(?!\d)|[,;!()\n]| - | \/ | but )/)
    .map((piece) => itemsOf(piece, several))
    .join('');
}

function itemsOf(piece: string, severalTimes: boolean): string {
  const found: string[] = [];
  let at = piece.length - piece.trimStart().length;
  while (at < piece.length) {
    const item = itemAt(piece, at);
    if (!item) return piece;
    const before = found.at(-1);
    const name = item.replace(linked, '');
    if (before && belongsTo(before, name, severalTimes)) found.splice(-1, 1, `${before} ${name}`);
    else found.push(name);
    at += item.length;
  }
  return found.length > 1 ? ` ${found.join(', ')}` : piece;
}

/** "Maths teacher, at a comp", "head of maths, 1 year": the second is said of the first. */
function belongsTo(before: string, item: string, severalTimes: boolean): boolean {
  if (continues.test(item) || /^(?:now|currently)$/.test(before)) return true;
  return aTime.test(item) && ownTime.test(before) && (severalTimes || !before.endsWith('qts'));
}

/** The longest item that stands at a place. */
function itemAt(text: string, at: number): string | undefined {
  const fitting = items.flatMap((item) => {
    item.lastIndex = at;
    return item.exec(text)?.[0] ?? [];
  });
  return fitting.toSorted((a, b) => b.length - a.length)[0];
}
