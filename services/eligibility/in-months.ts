import { numberOf, numberWords } from './number-words.ts';
import { everywhere } from './pattern.ts';

const tens: Record<string, number> = { twenty: 20, thirty: 30, forty: 40 };
const units: Record<string, number> = { y: 12, m: 1, w: 12 / 52, d: 120 };
const unit = String.raw`(?:years?'?|yrs?'?|months?'?|mths?|mnths?|mos|terms?|weeks?|wks?|decades?)\b`;
const number = String.raw`(\d+(?:\.\d+)?)`;

const overTwenty = everywhere`\b(twenty|thirty|forty)(?:[ -](${numberWords.slice(2, 10).join('|')}|one))?\b`;
const upToTwenty = everywhere`\b(${numberWords.slice(2).join('|')})\b`;
const one = everywhere`\bone(?=[ -](?:and a half |and half |and a bit |and a little |full |whole |academic |school |or |to )*(?:\d
  |${unit}))`;
const a = everywhere`\b(?:a|an) (?=(?:full |whole |solid |single |good |academic |school )*
  (?:years?|yrs?|months?|decades?|term)\b(?! ?(?:\d|group|time)))`;
const between = everywhere`between (\d+) and (\d+) ?(${unit})`;
const range = everywhere`(?<![\d.])(\d{1,2}(?:\.\d+)?) ?(-|to|or) ?${number} ?(${unit})`;
const andABit = everywhere`(\d+) and (?:a|1) (?:bit|little) (${unit})`;
/** "5 years abroad and 3 here". */
const elided = everywhere`(?<![\d.])(\d+) (years?|yrs?|months?)\b([^.;?!\d]{0,40}?(?:\b(?:and|then|plus|but)
  |,) (?:[a-z]+ ){0,4}?)
  (?<![\d.])(\d{1,2})(?!\.\d)(?= (?:here|back (?:here|in|at)|in|at|abroad|overseas|on supply|now|overall|in total
  |altogether|all told|with|elsewhere|before)\b
  |[.,;?!)]|$)`;
const orSo = everywhere`(\d+)[ -]?(?:ish|odd) (${unit})`;
const amount = everywhere`${number} ?(\+|plus)? ?-?
  (years?|yrs?|y|months?|mths?|mnths?|mos|weeks?|wks?|decades?)\b'?`;

/** Puts every length of time in a plain message into digits and months: "two and a half years" becomes "30 months". */
export function inMonths(text: string): string {
  return bothUnits(classYearsOut(inDigits(text)))
    .replace(amount, (_, n, plus, u) => `${Number(n) * (units[u[0]] ?? 0)} months${plus ? '+' : ''}`)
    .replace(everywhere`${number} months,? (?:and )?${number} months`, (all, years, rest) =>
      Number(years) % 12 === 0 && Number(rest) < 12 ? `${Number(years) + Number(rest)} months` : all,
    );
}

function inDigits(text: string): string {
  return text
    .replace(overTwenty, (_, ten, digit) => String((tens[ten] ?? 0) + (digit ? numberOf(digit) : 0)))
    .replace(upToTwenty, (word) => String(numberOf(word)))
    .replace(/\bhalf a dozen\b/g, '6')
    .replace(/\ba dozen\b/g, '12')
    .replace(/(?<!\w )\b(?=(?:year|yr) and a (?:half|bit))/g, '1 ')
    .replace(/(?<=^|[.,;:!?(] ?)decade\b(?! ago)/g, '1 decade')
    .replace(one, '1')
    .replace(a, '1 ')
    .replace(/(\d+) (?:and (?:a |1 )?half|1\/2)\b/g, '$1.5')
    .replace(/(\d+) (years?|yrs?|months?),? (?:and )?(?:a|1) half\b/g, '$1.5 $2')
    .replace(/\bhalf (?:of )?(?:a|an|1) (?=year|decade)/g, '0.5 ')
    .replace(/(\d) \.(\d)/g, '$1.$2')
    .replace(/(?<!\d)\.(?=\d)/g, '0.')
    .replace(
      /(\d) (?:(?:full|whole|actual|proper|real|solid|academic|school|calendar|complete|completed|good|straight|unbroken|continuous|consecutive|happy|long)(?: time)? )+(?=\w)/g,
      '$1 ',
    );
}

/** "2-3 years": the unit belongs to both numbers. "2 and a bit years": it stands after the number. */
function bothUnits(text: string): string {
  return text
    .replace(between, 'between $1 $3 and $2 $3')
    .replace(range, '$1 $4 $2 $3 $4')
    .replace(andABit, '$1 $2 and a bit')
    .replace(/\b(\d+)y(?:rs?)? ?(\d+)m(?:ths?)?\b/g, '$1 years $2 months')
    .replace(elided, '$1 $2$3$4 $2')
    .replace(orSo, '$1 $2 ish');
}

/** "Year 7", "14 year olds" and the like are about pupils. */
function classYearsOut(text: string): string {
  return text
    .replace(
      /(?<!\d[ -]?)\b(?:years?|yrs?|y) ?\d{1,2}(?: ?(?:-|to|and|\/|,) ?(?:y|year )?\d{1,2})?\b(?! ?(?:years|months?|mths?|mnths?|mos))/g,
      ' class ',
    )
    .replace(/\b\d+[ -]?(?:years?|yrs?)[ -]?olds?\b|\b\d+ years? of age\b/g, ' pupils ')
    .replace(/\b(?:aged?|ages) \d[\d, ]*(?:(?:and|to|-) ?\d+)?(?: years?)?/g, ' pupils ');
}
