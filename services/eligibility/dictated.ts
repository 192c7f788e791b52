import { numberOf, numberWords } from './number-words.ts';
import { everywhere, part } from './pattern.ts';

/** Letters that were spoken, as a phone writes them down: "q t s", "cue tee s", "e c t one". */
const spelt: [RegExp, string][] = [
  [everywhere`\b(?:q|cue|queue)[ .-]?(?:t|tea|tee)[ .-]?(?:l|el|ell)[ .-]?(?:s|es|ess)\b`, 'qtls'],
  [everywhere`\b(?:q|cue|queue)[ .-]?(?:t|tea|tee)[ .-]?(?:s|es|ess)\b`, 'qts'],
  [everywhere`\b(?:e|ee)[ .-](?:c|see|sea)[ .-]?(?:t|tea|tee)(s?)\b`, 'ect$1'],
  [everywhere`\b(?:n|en)[ .-](?:q|cue|queue)[ .-](?:t|tea|tee)\b(?! s\b)`, 'nqt'],
  [/\bp g c e\b/g, 'pgce'],
  [/\bh o d\b/g, 'hod'],
];

const units = numberWords.slice(1, 10).join('|');
const teens = numberWords.slice(10, 20).join('|');
const twenties = part`twenty(?:[ -](?:${units}))?`;
/** "Twenty twenty four", "twenty nineteen", "twenty oh nine", "two thousand and nine". */
const year = everywhere`\b(?:twenty (?=oh |twenty|${teens})|two thousand(?: and)? )((?:oh )?(?:${units})|${teens}
  |${twenties})\b`;
/** "An eleven to sixteen academy" */
const ages = everywhere`\b(eleven|twelve|thirteen|fourteen) (?:to|until|through) (sixteen|eighteen|nineteen)\b`;
const keyStages = everywhere`\bkey stages? ((?:two|three|four|five|and|to|or| )+)\b`;

/** Where a sentence begins that nobody put a full stop before. */
const begins = part`(?:i've (?:got|been|had|taught|done|also|only|never|no)|i'm (?:an?|the|at|in|now|not|currently
  |head|hod)
  |i (?:teach|work|have|hold|haven't|don't|started|qualified|trained|joined|moved|became)|my (?:school|subject)
  |the school
  |our school|we're (?:an?|the)|(?:it's|its) (?:an?|state|been|only|all)|(?:she
  |he)(?:'s| has| is| teaches| works| started)
  |(?:can|could|am|would|do|may|will) (?:i|she|he|they|we))\b`;
/** Words that what comes after them belongs to: "if I've got", "the school I teach at". */
const joining = part`(?:if|when|once|that|whether|because|cause|cos|until|unless|since|what|where|who|how|why|which
  |after
  |before|as|like|think|thought|say|said|says|told|know|knows|believe|hope|wish|sure|assume|guess|reckon|while|though
  |although|than|so|and|n|but|or|do|did|does|just|is|was|in|at|of|for|to|with|from|by|the [\w-]+|this|me|everything
  |qts|qtls|since \w+|\w+ (?:19|20)\d\d)`;
const runsOn = everywhere`(?<!\b${joining}) (?=${begins})
  |(?<=\d) (?=(?:i (?:don't|haven't|have)|(?:can|could|am|would|do|may|will) (?:i|she|he|they|we))\b)`;
/** In words. A shorter stretch needs no stop. */
const breath = 14;

/**
 * A lower-case text that was dictated, as it would have been typed: spoken letters and numbers written, and stops where
 * sentences run on.
 */
export function typed(text: string): string {
  return spelt
    .reduce((sofar, [spoken, meant]) => sofar.replace(spoken, meant), text)
    .replace(year, (_, words: string) =>
      String(2000 + words.split(/[ -]/).reduce((sum, word) => sum + Math.max(0, numberOf(word)), 0)),
    )
    .replace(ages, (_, from: string, to: string) => `${numberOf(from)}-${numberOf(to)}`)
    .replace(keyStages, (of) => of.replace(/two|three|four|five/g, (word) => String(numberOf(word))))
    .replace(/[^.,;:!?()\n]+/g, (stretch) =>
      stretch.split(' ').length > breath ? stretch.replace(runsOn, ', ') : stretch,
    );
}
