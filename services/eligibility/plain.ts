import { typed } from './dictated.ts';
import { everywhere } from './pattern.ts';
import { mended } from './spelling.ts';
import { otherSubject } from './subject.ts';
import { otherWork } from './teaching-time.ts';

const programmeNames = everywhere`\bsecondary (?:maths )?(?:teaching for )?(?:mastery )?specialists?(?: programmes?)?
  |\b(?:maths )?mastery specialists?(?: (?:programmes?|thing))?\b|\bsecondary mastery\b
  |\bsecondary (?:maths )?(?:programme|course|scheme|one)\b|\bmaths (?:hubs?|programmes?|mastery
  |project)\b`;

const abbreviated: Record<string, string> = { e: 'ect', n: 'nqt', r: 'rqt' };
const inFull: Record<string, string> = {
  sec: 'secondary',
  indep: 'independent',
  tchr: 'teacher',
  sch: 'school',
  skl: 'school',
  skool: 'school',
  hom: 'head of maths',
};
/** "Came to a state secondary from a private school": only where somebody is now. */
const cameFrom = everywhere`\b((?:came|moved|transferred|switched) to (?:[\w'-]+ ){1,5}?)from (?:an?|the|our
  |my) (?:[\w'-]+ ){0,3}?
  (?:school|academy|college|secondary|comp|primary|prep|one)\b`;
/** "Moving at Easter from a private school to a state comp": still there. */
const movingFrom = everywhere`\b(?:moving|switching|transferring|changing)(?: schools)?(?: (?:at|in|after|next
  |this) (?:[a-z]+ ?){1,2}?)? from (an? [^,.;?!]{3,30}?) to (?:an?|the) [^,.;?!]{3,40}`;
/** "Three years at a private school before it" */
const beforeThis = everywhere`\b((?:at|in) (?:an?|my) (?:\w+ )?)(?:private|independent) (school (?:before (?:it|that
  |this|then)|beforehand|previously)\b)`;
/** "Trust maths lead asking for Priya": what the one who asks is says nothing. */
const asker = everywhere`(?<=^|[.;] ?)(?:[\w']+ ){1,5}(?=asking (?:for|about|on behalf of) (?!me\b|my(?:self| own)\b))`;
const denials: Record<string, string> = {
  maths: 'not a maths teacher',
  state: 'not state-funded',
  secondary: 'not a secondary',
  academy: 'not an academy',
};
/** "QTS - not sure." */
const unsure = everywhere`\b(?:qts|maths|state(?:[- ]funded)?|secondary
  |academy)(?: school)? ?[-?:,.]+ ?(?:i )?(?:don't think so|(?:couldn't|can't|could not) (?:tell you|say)
  |haven't a clue|search me
  |never asked|not (?:really )?sure|not certain|dunno|don't know|unsure
  |no idea
  |maybe|possibly|perhaps|probably|think so|i think|sort of|kind of|doubt it|hopefully|unknown)\b`;
/** "QTS ❌ maths ✅": the marks stand behind what they are of, unless the first of them stands before anything. */
const crossed = everywhere`\b(qts|maths|state|secondary|academy)(?:[- ](?:teacher|funded|school|secondary
  |academy))* ?[❌✗✘✖](?<!^\W*[✅☑✔✓❌✗✘✖].*)`;
const crossedBefore = everywhere`[❌✗✘✖] ?(qts|maths|state|secondary|academy)(?:[- ](?:teacher|funded|school|secondary
  |academy))*`;
/** "❌ QTS ✅ maths": the marks stand before what they are of. */
function marksBefore(text: string): string {
  if (!/^\W*[✅☑✔✓❌✗✘✖]/.test(text)) return text;
  return text
    .replace(/[❌✗✘✖] ?(?=(?:\d|two|three|four|five)\+? ?(?:years|yrs))/g, ', not ')
    .replace(crossedBefore, (_, item) => `, ${deniedAs(item)}`)
    .replace(/[✅☑✔✓❌✗✘✖] ?/g, ', ');
}
const deniedAs = (item: string) => (item === 'qts' ? 'no qts' : (denials[item] ?? ''));
/** In a list: "state-funded no", "state-funded don't know", "two years' experience no". */
const listedNo = everywhere`\b(maths|state|secondary|academy)(?:[- ](?:teacher|funded|school|secondary|academy))* (?:no
  |nope|nah|false|[✗✘❌])(?= *(?:[.,;!?)\n]|$))`;
const listedDoubt = everywhere`\b(?:qts|maths(?: teacher)?|state(?:[- ]funded)?(?: school)?|secondary(?: school)?
  |academy) (?:i )?(?:don't know|not sure
  |unsure|dunno|no idea|unknown|not certain|tbc)(?= *(?:[.,;!?)\n]|$))`;
const listedNotYet = everywhere`\b((?:two|2)\+? (?:full )?(?:years|yrs))'?(?: (?:of )?(?:teaching|experience|exp|plus
  |or more|min))* (?:no|nope|nah|false|not yet|not quite
  |nearly|almost|[✗✘❌])(?= *(?:[.,;!?)\n]|$))`;
/** "The two-year mark" */
const twoYearMark = everywhere`\b(?:over|past|beyond|through) the (?:two|2)[- ]years? (?:mark|point|threshold|line
  |barrier)(?: since (?:last |this )?\w+(?: \d{4})?)?`;
/** "Two years? I wish." */
const wished = everywhere`\b((?:two|2|three|3) (?:full )?(?:years|yrs))\? *(?:not (?:quite|yet|even)|i wish|nearly
  |almost|no
  |nope|if only|nowhere near)\b`;
/** "State funded: no." */
const deniedItem = everywhere`\b(maths|state|secondary|academy)(?:[- ](?:teacher|funded|school
  |academy))? ?[:?=-]+ ?(?:no|nope
  |nah)(?= *(?:[.,;!?\n)]|$))`;
/** "HR lost my QTS certificate, not my QTS" */
const paperLost = everywhere`(?<=\b(?:certificate|paperwork|letter|proof
  |number)\b[^.;?!]{0,20}),? not (?:my |the )?qts(?: itself)?\b`;
/** "QTS, never lost it" */
const neverLost = everywhere`,? (?:(?:and|but) )?(?:i |i've )?(?:have |has )?(?:never|not) (?:lost|let go of
  |given up)(?: it| that)?(?= *(?:[.,;?!]|$))`;
/** "QTS? Don't have it." */
const answeredNo = everywhere`\bqts(?:\?|,| -)+ *(?:i |he |she )?(?:(?:don't|doesn't|do not|haven't|hasn't
  |never)(?: (?:yet|actually|even|really|have|had|got|hold|held|get|did|do|done|finish\w*|took|take|receiv\w*|earn\w*
  |gain\w*
  |complet\w*|pass\w*|bother\w* with)){0,3} (?:it|one|any|that)(?= *(?:[.,;!?)]|$| (?:yet|but|and|so|though)\b))
  |not yet)\b|\bqts ?[:?-]+ ?(?:i )?(?:don't|haven't|doesn't|hasn't)(?: have
  | got)?(?= *(?:[.,;!)]|$))|\b(?:everything|all|the lot) (?:but|except|bar
  |apart from)(?: for)? (?:the |my )?qts\b`;
/** "QTS? Yes." is no question. */
const answered = everywhere`\b(qts|maths|state|state[- ]funded|secondary|academy)\? *[-:]? *(?:(?:alas|sadly
  |unfortunately|sorry|afraid|er|erm|um
  |umm|well|oh|ah),? )*(yes|yep|yeah|of course|i do
  |i have|absolutely|definitely|no(?! (?:question|doubt|problems?|issues?|worries|idea|clue))|nope|nah|not yet
  |not(?= *(?:[.,;!)]|$)))\b`;

/** "Since I left uni in 2015." */
const sinceLeaving = everywhere`\bsince (?:(?:i|he|she) (?:left|finished|graduated(?: from)?|came out of)|leaving
  |finishing|completing|graduating(?: from)?)(?: (?:my|the|uni
  |university|college|pgce|training|school))*(?: \([^)]*\))? in (?=(?:[a-z]+ )?(?:19|20)\d\d)`;
/** "Until now" is so today, unlike "until July". */
const untilNow = /\b(?:(?:up )?until|through to|up to|to) (?:now|today|date|the present(?: day)?|this day)\b/g;
/** "Year 12 and 13" */
const classes = everywhere`\b(y(?:ea)?rs?|y) ?(\d{1,2}) ?(?:and|to|through|\/|,) ?(?:y(?:ea)?rs? ?
  |y)?(1?\d)\b(?! ?(?:years?|yrs?
  |months?|mths?|terms?))`;

/** "QTS is being processed, so I don't hold it", "hired without QTS and still hasn't got it". */
const notHeld = everywhere`(\bqts\b(?:(?!\b(?:qtls|npq\w*|phd|masters?|degree|pgce|experience)\b)[^.?!;:]){0,80}?)
  (?:(?:n't|\b(?:not|never))(?: (?:yet|actually|currently|still|even|have|had|got|hold|held|get|gained|received|been
  |awarded|given))+|\bwithout) (?:it|one)\b(?! (?:\w+ )?(?:approved|signed|in writing))
  |(\bqts\b(?: yet)? (?:but|whereas|while|and) (?:i|she|he) )(?:(?:do|does|have|has)(?:n't| not))(?= *(?:[.,;?!)]|$))`;
/** "A PGCE without QTS, and I never went back for it." */
const neverGot = everywhere`[^.?!;:,]{0,40}\b(?:without|no) qts (?:and|but) (?:i|she|he) never (?:went back for|got|did
  |finished|bothered with) (?:it|that)\b`;
/** "QTS I don't have", "QTS at the moment she hasn't" */
const qtsNotHad = everywhere`\bqts (?:(?:at the moment|right now|yet|still|currently|itself|though),? )?(?:(i|he
  |she) )(?:(?:do|does|have
  |has)(?:n't| not)|never (?:had|got)|lack)(?: (?:yet|have|has|got|hold|possess))*(?= *(?:[.,;?!)]|$| (?:yet|but
  |and)\b))`;
/** "Since three years I teach maths." */
const sinceSoLong = everywhere`\bsince ((?:about |over |nearly )?(?:\d+|an?|one|two|three|four|five|six|seven|eight
  |nine|ten|twelve|fifteen
  |twenty) (?:full )?(?:years?|months?))\b(?! ago| old)`;
const oftenTold = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty';
/** "Years? Eight." */
const yearsAsked = everywhere`(?<!\b(?:what|which) )\byears\? *(\d+|${oftenTold})\b(?! (?:to|and|-|mostly))`;
/** "Years teaching: eight" */
const listedYears = everywhere`(?<!\bwork )\b(?:years|yrs
  |experience)(?: in years| teaching| taught| in (?:the )?(?:classroom|job|post|profession|teaching))?: ?(\d+\+?|${oftenTold})(?= *(?:[.;?!\n]|$|,(?! ?(?:\d|and|in|as)\b)))`;
/** "Moved from a comp (nine years there) to a private school." */
const movedPast = everywhere`\b(moved|went|switched
  |transferred)((?: \w+){0,3}) from ([^,.;()]{3,30}) \(([^)]{1,70})\) to `;
/** "Qualified (QTS) in a state comp": what comes after an aside belongs to what stood before it. */
const aside =
  /(?<=\w) \(((?:qts|maths|state[- ]funded|secondary|an? academy)(?: [\w-]+){0,2})\) ((?:in|at|from|for|to|of)\b[^,.;!?()]*)/g;
/** "I'd like to put forward a maths teacher who …": whom one asks for. */
const putForward = everywhere`\b(?:i|we)(?:'d| would| am|'m| are|'re)? (?:like|want|hoping|hope|wish|keen
  |looking) to (?:put forward
  |nominate|recommend|propose|suggest|enter|send) (?=an?\b|one\b|our\b|my\b|mr|ms\b|miss\b)`;
/** "I'd like one of my teachers to do this." */
const sendOne = everywhere`\b(?:i|we)(?:'d| would)? (?:like|want|love) ((?:one of (?:my|our)|my|our
  |an?) (?:[\w-]+ ){1,4}?)to (?:do|apply|join|go|take|be|have)\b`;
/** What somebody trained in is not what they teach: "QTS in music". */
const trainedIn = everywhere`\b(qts|pgce|degree(?:'s)?|trained|training|qualified|specialism)(?: was
  | is)? in (?:${otherSubject})\b`;
/** "Art teacher by training" */
const byTraining = everywhere`\b(?:an? )?(?:${otherSubject})(?: teacher)? by (?:training|trade|background)\b`;
const qtsSubject = everywhere`\bqts \((?:in )?(?:${otherSubject})\)`;
/** "We used to be a comprehensive and are now an academy." */
const nowIs = everywhere`\bused to be (?:an? )?[^,.;]{0,40}? (?:and|but) (?:we |it )?(are|is|'re|'s) now\b`;
/** "I did PE for eight years." */
const didSubject = everywhere`\bdid (${otherSubject})(?= for (?:about |over |nearly )?(?:\d|an?\b|two|three|four|five
  |six|seven|eight|nine|ten|eleven|twelve|years))`;
/** "A state secondary that used to be independent". */
const oncePast = everywhere`,? (?:that|which|and) (?:used to be|was (?:once|formerly|previously|until (?:recently
  |\d{4})))\b[^.,;?!]*`;
/** "I've been told I need QTS. I don't have it." */
const notHeldThen = everywhere`(\bqts\b[^.?!;:]{0,30}[.;] (?:but |and |sadly |well )?(?:i|she|he) )(?:don't|doesn't
  |do not|haven't|hasn't)(?: (?:have|got|hold))* (?:it|one|that)\b`;
const heldThen = everywhere`(\bqts\b[^.?!;:]{0,30}[.;] (?:and |well )?(?:i|she|he) )(?:do|does) (?:have|hold) (?:it|one
  |that)\b`;
/** "Two years next month" */
const soonTwo = everywhere`(?<=^|[.,;!?] ?)((?:two|2) (?:years|yrs)) (?:up |done |complete )?(?:next
  |in another) (?:week|month|term|half[- ]term)\b`;
const justTwo = everywhere`\b((?:two|2) (?:years|yrs)) (?:up |done |complete )?last (?:week|month|term|half[- ]term)\b`;
/** "I have a colleague who …, can I put her forward?" */
const haveOne = everywhere`\bi(?:'ve| have| line manage| manage| lead
  | work with)(?: got)? (?=an? (?:[\w-]+ ){0,3}(?:colleague|teacher|member of (?:staff|my (?:team
  |department)))\b[^]*\b(?:put|nominate|recommend|suggest|propose|enter) (?:her|him|them)\b)`;
/** "After ten years in banking I started …" */
const afterThat = everywhere`(?<=^|[.;!?] )(after [^,.;!?]{5,60}?) (?=(?:i|he|she) (?:started|trained|retrained|became
  |moved|joined|began|switched|came)\b)`;
/** "… which is where I still am" */
const stillThere = everywhere`\btaught\b(?=[^.;!?]*,? which is where (?:i|he|she)(?:'m| am|'s| is)? still\b)`;
/** Went on all the time, which is no leaving. */
const stayed = everywhere`(?:,? (?:and|but))?(?: (?:i|i've|he|she|have|has|'ve))* (?:never|not|haven't|hasn't) (?:left
  |stopped|looked back
  |been away)(?: (?:teaching|the (?:classroom|profession|job)|it|since))?(?! \w)`;

/** "Eighteen years' experience - in the navy" */
const inOtherWork = everywhere`\b((?:years?|yrs?)'?(?: of)?(?: experience| service)?)(?:,| +-
  |:) +(?=(?:but |though )?(?:in|as|with) (?:an? |the )?(?:\w+ )?${otherWork}\b)`;

/** "QTS, no question about it", "ta in advance" */
const courtesies = everywhere`,?\b(?:no (?:question|doubt|problems?)(?: (?:about|there|with)(?: (?:it|that))?)?
  |without (?:a )?(?:doubt
  |question)|beyond question|ta in advance)\b(?= *(?:[.,;!?-]|$))`;

/** "Can she apply? Ta": in capitals it would be a teaching assistant. */
const ta = /(?<=[.!?\n] ?)(?:[Cc]heers |[Mm]any )?[Tt]a(?: muchly| very much| all| x+)?(?=[.! x]*$)/;

/** Lower case, one kind of quote and dash, the field's spellings made one, programme names out of the way. */
export function plain(text: string): string {
  return mended(marksBefore(typed(letters(text.replace(ta, '')))))
    .replace(/&| n (?=\w{2}|\d|i'|i )/g, ' and ')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/\bits (?=an? )/g, "it's ")
    .replace(/'?\btill?\b/g, 'until')
    .replace(untilNow, 'to now')
    .replace(sinceLeaving, 'since ')
    .replace(/\b(sec|indep|tchr|sch|skl|skool|hom)\b\.?/g, (short) => inFull[short.replace('.', '')] ?? short)
    .replace(/\b(1[1-4]) - (?=1[689]\b)/g, '$1-')
    .replace(/\bkey stages? ?(?=\d)/g, 'ks')
    .replace(/\bks ?(\d) ?(?:and|to|-|\/|,) ?(?:ks ?)?(?=\d\b)/g, 'ks$1-')
    .replace(/\b(y(?:ea)?rs?) ?(\d{1,2}),(?: y?\d{1,2},)* y?\d{1,2},? and y?(\d{1,2})\b/g, '$1 $2-$3')
    .replace(classes, '$1 $2-$3')
    .replace(cameFrom, '$1')
    .replace(movingFrom, 'currently at $1')
    .replace(beforeThis, '$1$2')
    .replace(asker, '')
    .replace(/\bnothing (?:but|except|other than|apart from|besides) (?=math)/g, 'only ')
    .replace(/\bb4\b/g, 'before')
    .replace(/\b2 ?i\/c\b|\bsecond in (?:charge|command)\b/g, '2ic')
    .replace(/\bleading practitioner\b/g, 'lead practitioner')
    .replace(/\bw\/o\b/g, 'without')
    .replace(/\bw(?:\/ ?| (?=qts))/g, 'with ')
    .replace(/\bmath(?:s|ematics)?\b/g, 'maths')
    .replace(/\bq\.t\.s\.?|\bqualified teacher status\b/g, 'qts')
    .replace(/\b(don|doesn|haven|hasn|isn|didn|wasn|can|won|couldn|ain)(?:| |;)t\b/g, "$1't")
    .replace(
      /\b(?:early|newly|recently)[ -](?:career|qualified)[ -]teachers?\b/g,
      (name) => abbreviated[name[0] ?? ''] ?? name,
    )
    .replace(/\b(year|month|decade|term)'s\b/g, '$1s')
    .replace(
      /\b(?:years?|yrs?)(?: of)? (?:teaching|experience|in teaching|taught|teaching experience) ?[:=?-]? ?(\d+\+?)(?! ?(?:y|m)|,? (?:and )?\d)/g,
      '$1 years teaching',
    )
    .replace(listedYears, '$1 years teaching')
    .replace(answered, (_, asked, answer) => `${asked}: ${/^n/.test(answer) ? 'no' : 'yes'}`)
    .replace(/\bstate: (?=y)/g, 'state-funded: ')
    .replace(/\[ ?[x✓✔] ?\]/g, ', ')
    .replace(crossed, (_, item) => `${deniedAs(item)}, `)
    .replace(listedNo, (_, asked) => denials[asked] ?? '')
    .replace(listedDoubt, ' ')
    .replace(listedNotYet, 'not $1 yet')
    .replace(twoYearMark, 'at least two years of teaching')
    .replace(deniedItem, (_, asked) => denials[asked] ?? '')
    .replace(unsure, ' ')
    .replace(wished, 'not $1 yet')
    .replace(paperLost, '')
    .replace(neverLost, '')
    .replace(answeredNo, 'qts: no')
    .replace(notHeld, '$1$2 no qts')
    .replace(/(?<=^|[.;!?,] ?)am (?=(?:an?|at|in|the|also|currently|head|hod)\b)/g, "i'm ")
    .replace(/\bain't (?=got\b|had\b)/g, "haven't ")
    .replace(neverGot, 'i have no qts')
    .replace(qtsNotHad, '$1 no qts')
    .replace(sinceSoLong, 'for $1')
    .replace(/\bfrom then(?: on)?,? (?=(?:i|he|she)\b)/g, 'since then ')
    .replace(movedPast, '$4, $1$2 from $3 to ')
    .replace(haveOne, 'asking about ')
    .replace(afterThat, '$1, ')
    .replace(stillThere, 'teaching')
    .replace(/\bwhat (i|he|she) (am|have|do have|is|has) is\b/g, '$1 $2')
    .replace(oncePast, '')
    .replace(notHeldThen, '$1have no qts')
    .replace(heldThen, '$1have qts')
    .replace(soonTwo, 'not $1 yet')
    .replace(justTwo, 'at least $1 of teaching')
    .replace(yearsAsked, '$1 years teaching')
    .replace(/(?<=\bsince )(0?[1-9]|1[0-2])\/(1[3-9]|2\d)\b(?![/\d])/g, '$1/20$2')
    .replace(putForward, 'asking about ')
    .replace(sendOne, 'asking about $1')
    .replace(didSubject, 'taught $1')
    .replace(trainedIn, '$1')
    .replace(byTraining, 'trained')
    .replace(qtsSubject, 'qts')
    .replace(nowIs, '$1 now')
    .replace(stayed, (left) => (/classroom|teaching|profession/.test(left) ? ' teaching throughout' : ' throughout'))
    .replace(inOtherWork, '$1 ')
    .replace(
      /(?<=^|[.;!?(] ?|\b(?:but|and) )(before (?:that|this|then)|prior to (?:that|this)|previously|until then), (?=[a-z\d])/g,
      '$1 ',
    )
    .replace(
      /\b(?:second|2nd|two[- ]year) anniversary(?: of (?:my |her |his )?(?:starting|start|first day))?(?: (?:of|in))?(?: teaching)?/g,
      'two years of teaching',
    )
    .replace(courtesies, ' ')
    .replace(/\b(?:secondary|state|maths) enough ?(?=\?)/g, 'enough')
    .replace(
      /\b(moved|went|switched|gone) (?:down|up|over|across|back) (?=from|to)(?!to (?:it|teaching|the (?:classroom|job))\b)/g,
      '$1 ',
    )
    .replace(/\bun-?retired\b/g, 'returned')
    .replace(/\bduke of edinburgh(?:'s)?(?: award)?\b/g, 'an award')
    .replace(/\benglish (?=qts\b)/g, '')
    .replace(aside, ' $2, $1, ')
    .replace(programmeNames, 'programme')
    .replace(/[ \t]+/g, ' ');
}

/** Lower case, in one kind of letter, quote, dash and space. */
export function letters(text: string): string {
  return text
    .replace(/½/g, '.5')
    .replace(/¼/g, '.25')
    .replace(/¾/g, '.75')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/\b(?:i(?=m\b)|(?:i|we|they|you)(?=ve\b)|(?:they|you)(?=re\b)|(?:she|he|that)(?=s\b))/g, "$&'")
    .replace(/(\d) ?[–—−] ?(?=\d)/g, '$1-')
    .replace(/[–—−]/g, ' - ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/(?: *[-:;,~=_*()]){5,}/g, ' - ');
}
