import { DateTime } from 'luxon';
import { completedMonths } from './experience.ts';
import { month, monthNumber, season } from './months.ts';
import { everywhere } from './pattern.ts';
import { mark } from './spans.ts';

/** A start, as the first and the last day on which it may have been. */
type Start = { from: DateTime; to: DateTime };

const year = String.raw`((?:19|20)\d\d)`;
const to = '(?:-|to|until|and|through to|up to)';
const stretch = everywhere`\b(?:from |between )?(?:(${month}) )?${year} ?${to} ?(?:the end of )?(?:(${month}) )?${year}\b`;
const withinAYear = everywhere`\b(?:from |between )?(${month}) ?${to} ?(${month}),? ${year}\b`;
/** "QTS 2009. Taught maths until 2015" */
const sinceUntil = everywhere`(?<=\b(?:qts|qualified
  |pgce)(?: was| in| from| since)* )${year}([ ,.]*(?:and |then |i |she |he |i've |have |has )*taught(?: (?:maths
  |secondary|full[- ]time|there|here))*) (?:until|to) (?:${month} )?${year}\b`;
const inFigures = everywhere`\b(?:0?[1-9]|1[0-2])[/.]${year}\b`;
/** The day stands before the month in England, so that "Sept 24" is a year. */
const shortYear = everywhere`\b(${month})[ -]?(')?(\d\d)\b(?![\d:]| ?(?:years?|yrs?|months?))`;
/** What everybody dates by. */
const beforeCovid = /\bsince (?:before|pre)[- ](?:the )?(?:covid|pandemic|lockdown)s?\b/g;
const sinceCovid = /\bsince (?:the )?(?:year of )?(?:the )?(?:first )?(?:covid|pandemic|lockdown)\b/g;
const justGone = everywhere`\b(${month}|${season}) just (?:gone|past)\b`;
const ongoing = everywhere`\b(?:from )?((?:${month} )?(?:19|20)\d\d)(?:\/\d\d)? ?(?:-|to|until
  |through to)? ?(?:the )?(?:present|now|date|today
  |onwards?)\b`;
/** "Trained 2021-22\": what is said from there on began when that year ended. */
const trainingYear = everywhere`(?<=\b(?:trained|training|pgce|scitt|itt
  |school direct|teach first|salaried|qualified)\b[^.,;?!\d]{0,24})\b20(\d\d) ?[-/] ?(?:20)?(\d\d)\b`;
const fullDate = everywhere`\b(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?(${month})[ ,]+${year}\b`;
const dateInFigures = everywhere`\b(\d{1,2})[/.](\d{1,2})[/.]${year}\b`;
const monthAndYear = everywhere`\b(${month})[ ,]+(?:of )?${year}\b`;
const seasonAndYear = everywhere`\b(${season})(?: term)?[ ,]+(?:of )?${year}\b`;
const bareYear = everywhere`\b${year}\b(?![/-]\d)`;
const bareMonth = everywhere`\b(last|this|since|(?:began|started|(?:finished|completed
  |passed)(?= (?:my |the |her |his )?(?:second |final |last |two )?(?:ect|nqt|induction))|joined (?:the )?(?:profession
  |teaching))(?: [\w-]+){0,6}? in
  |(?:started|began)(?: teaching)?) (${month}|${season})\b(?! \d)`;
/** "Hit two years last month": by now it is as much. */
const hitLately = everywhere`\b(?:hit|reached|passed|clocked(?: up)?|completed|made
  |got to) (?:my |the )?((?:[\w.]+ ){1,3}?(?:years?|yrs?)(?: of teaching
  | teaching)?) (?:just )?(?:last (?:month|week|term|half[- ]term)|this (?:month|week|term)|yesterday|today
  |(?:in )?(?:${month}|${season}) (?:just )?(?:gone|past)(?! ?\?)|a (?:week
  |month|few weeks) ago)\b`;
/** Said in November, "I hit two years in September" may be past or to come. */
const hitIn = everywhere`(?<!\b(?:will|to) |'ll )\bhit (?:my |the )?(?:[\w.]+ ){1,3}?(?:years?|yrs?)(?: of teaching
  | teaching)? in (?=${month}|${season})`;
/** "In October or December 2024" */
const eitherMonth = everywhere`\b(${month}) or (${month}),? ((?:19|20)\d\d)\b`;
const eitherDate = /<since:(\d+):(\d+):([\d-]*)> +or +(?:in +)?<since:(\d+):(\d+):[\d-]*>/g;
const monthOfYear = everywhere`\b(${month}|${season}) (?:of )?(this|last) year\b`;
/** A school year, "2012-13", in which somebody started. */
const startingYear = everywhere`(?<=\b(?:since|start\w*|began)(?: (?:my|the|her|his|nqt|ect ?1?|year|teaching|maths|back
  |in))* )(20\d\d) ?[-/] ?(?:20)?(\d\d)\b`;
/** "Some time in the 2024-25 school year": when, nobody can tell. */
const anyYear =
  /\b(?:at some (?:stage|point)|some ?time|somewhere) (?:in|during) (?:the )?20\d\d ?[-/] ?(?:20)?\d\d\b(?: (?:school|academic) year)?/g;
/** "My NQT year was 2012-13": teaching began then. */
const firstYear = everywhere`\b(?:my |her |his |the )?(nqt|ect ?1|ect year 1)(?: year| induction)?(?: was| in| back
  | during
  | of)* (?=20\d\d\b)`;
const wereUp = everywhere`\b((?:my |the )?(?:[\w.]+ ){1,2}?(?:years?|yrs?)(?: of teaching| teaching)?) (?:was
  |were) (?:up|complete|done|over) (?:back |last )?
  in (?=${month}\b(?! ?\d)|${season}\b(?! ?\d))`;
/** "The 90s", "the early 2000s" */
const decade = everywhere`\bthe (early |mid |late |mid-)?'?(?:19)?([6-9]0)'?s\b`;
/** "Since that September": since the date before it. */
const thatMonth = everywhere`\b(since|from) (?:that(?: same| very)?|the same|this same) (?:${month}|${season}|year
  |term|day|point|date)\b`;
/** "It was two years in September": so it is more by now. */
const reached = everywhere`\b(was|were|made|marked|turned|reached|passed|completed
  |finished) ((?:my |the )?(?:[\w.]+ ){1,3}?(?:years?|yrs?)(?: of (?:maths |secondary )?teaching
  | teaching(?: maths)?)?)(?: (?:mark|point|milestone|stage))? (?:back |last |this )?in (?=${month}\b(?! ?\d)
  |${season}\b(?! ?\d))`;
const aYear = /\b(last|this) (?:academic |school )?year\b/g;
const soon =
  /\bin (?:just |only )?(?:a (?:few|couple of|matter of)|the next few|another few|\d+|two|three|four|six) (?:more )?(?:weeks|days)\b/g;
/** Neither clearly past nor clearly to come. */
const someMonth = everywhere`\bin (?:${month}|${season})\b`;

/**
 * Marks "since 2019", "Sept 2023", "last July" with how long that is before an ISO date, in completed months. A stretch
 * with both ends ("from 2015 to 2018") becomes an amount; a date still to come, or hard to place, becomes "someday".
 */
export function markDates(text: string, today: string): string {
  const now = DateTime.fromISO(today, { zone: 'utc' });
  const since = (start: Start | undefined) => (start && start.from <= now ? markOf(start, now) : toCome(start, now));
  return text
    .replace(reached, 'by now at least $2 ')
    .replace(wereUp, 'by now at least $1 ')
    .replace(hitLately, 'by now at least $1 ')
    .replace(hitIn, ' someday ')
    .replace(firstYear, 'started my $1 in ')
    .replace(startingYear, (all, a, b) => (b - (a % 100) === 1 ? since(schoolYearOf(Number(a))) : all))
    .replace(anyYear, ' someday ')
    .replace(eitherMonth, '$1 $3 or $2 $3')
    .replace(monthOfYear, (_, name, which) =>
      since(monthOf(which === 'this' ? now.year : now.year - 1, monthNumber(name))),
    )
    .replace(ongoing, 'since $1')
    .replace(/\bthe (?:millennium|turn of the (?:century|millennium))\b/g, '2000')
    .replace(/\bthe (?:noughties|2000s)\b/g, () => since({ from: DateTime.utc(2000), to: DateTime.utc(2009, 12, 31) }))
    .replace(decade, (_, part, ten) => since(tenYearsOf(part, Number(ten))))
    .replace(thatMonth, '$1 then')
    .replace(/\bsince '(\d\d)\b/g, 'since 20$1')
    .replace(dateInFigures, (_, day, number, of) => since(dayOf(Number(of), Number(number), Number(day))))
    .replace(inFigures, (date) => since(monthOf(Number(date.slice(-4)), Number.parseInt(date, 10))))
    .replace(beforeCovid, 'since 2019')
    .replace(sinceCovid, 'since 2020')
    .replace(justGone, 'this $1')
    .replace(shortYear, (_, name, apostrophe, of) =>
      apostrophe || (of >= 10 && of <= now.year % 100) ? `${name} 20${of}` : `${name} someday`,
    )
    .replace(trainingYear, (all, a, b) => (b - a === 1 ? since(around(2000 + Number(b), 8)) : all))
    .replace(sinceUntil, (all, from, said, until) =>
      until > from ? `${from}${said} for ${mark('amount', ...betweenYears(from, until))} ` : all,
    )
    .replace(withinAYear, (_, start, end, of) => {
      const sameYear = monthNumber(start) <= monthNumber(end);
      return ` ${stretchOf(sameYear ? Number(of) : of - 1, start, Number(of), end)} `;
    })
    .replace(stretch, (_, start, a, end, b) => ` ${stretchOf(Number(a), start, Number(b), end)} `)
    .replace(fullDate, (_, day, name, of) => since(dayOf(Number(of), monthNumber(name), Number(day))))
    .replace(monthAndYear, (_, name, of) => since(monthOf(Number(of), monthNumber(name))))
    .replace(seasonAndYear, (_, name, of) => since(around(Number(of), monthNumber(name))))
    .replace(bareYear, (of) => since(wholeYear(Number(of))))
    .replace(bareMonth, (_, before, name) => kept(before) + since(recent(monthNumber(name), before, now)))
    .replace(aYear, (_, which) => since(schoolYear(which, now)))
    .replace(someMonth, ' someday ')
    .replace(soon, ' someday ')
    .replace(eitherDate, (_, min, max, by, less, more) => mark('since', Math.min(min, less), Math.max(max, more), by));
}

/** In months, at least and at most, between some day of a year and some day of another. */
const betweenYears = (from: number, to: number): [number, number] => [(to - from - 1) * 12, (to - from + 1) * 12];

/** Between two dates; a school year that ends in June or July is paid until the end of August. */
function stretchOf(a: number, start: string | undefined, b: number, end: string | undefined): string {
  if (!start || !end) return mark('amount', ...betweenYears(a, b), `${b}-12-31`);
  const ended = DateTime.utc(b, monthNumber(end)).endOf('month');
  const months = completedMonths(DateTime.utc(a, monthNumber(start)), ended.plus({ days: 1 }));
  const summer = ended.month === 6 || ended.month === 7 ? 8 - ended.month : 0;
  return mark('amount', months - 1, months + summer, ended.toFormat('yyyy-MM-dd'));
}

/** Within a year is "someday"; what is later, "years on". */
const toCome = (start: Start | undefined, now: DateTime) =>
  start && start.from > now.plus({ years: 1 }) ? ' yearson ' : ' someday ';

function markOf({ from, to }: Start, now: DateTime): string {
  const span = mark('since', completedMonths(to, now), completedMonths(from, now), to.toFormat('yyyy-MM-dd'));
  return ` ${span} `;
}

const kept = (before: string) => (/^(?:last|this)$/.test(before) ? '' : `${before} `);

function dayOf(of: number, number: number, day: number): Start | undefined {
  const date = DateTime.utc(of, number, day);
  return date.isValid ? { from: date, to: date } : undefined;
}

function monthOf(of: number, number: number): Start {
  const from = DateTime.utc(of, number);
  return { from, to: from.endOf('month').startOf('day') };
}

function around(of: number, number: number): Start {
  const start = DateTime.utc(of, number);
  return { from: start.minus({ months: 1 }), to: start.plus({ months: 2 }) };
}

function wholeYear(of: number): Start {
  return { from: DateTime.utc(of, 1), to: DateTime.utc(of, 12, 31) };
}

function tenYearsOf(part: string | undefined, of: number): Start {
  const [from, to] = part?.startsWith('early') ? [0, 3] : part?.startsWith('mid') ? [3, 6] : part ? [6, 9] : [0, 9];
  return { from: DateTime.utc(1900 + of + from, 1), to: DateTime.utc(1900 + of + to, 12, 31) };
}

/** The latest such month up to now; "last" may also mean the one before; "this" may be still to come. */
function recent(number: number, before: string, now: DateTime): Start | undefined {
  if (before === 'this' && number > now.month) return undefined;
  const latest = monthOf(now.month >= number ? now.year : now.year - 1, number);
  return before === 'last' ? { from: latest.from.minus({ years: 1 }), to: latest.to } : latest;
}

function schoolYearOf(of: number): Start {
  return { from: DateTime.utc(of, 9), to: DateTime.utc(of + 1, 7, 31) };
}

function schoolYear(which: string, now: DateTime): Start {
  if (which === 'this') return { from: now.minus({ months: 12 }), to: now };
  return { from: now.minus({ months: 23 }), to: now.minus({ months: 2 }) };
}
