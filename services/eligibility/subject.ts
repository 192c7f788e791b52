import type { Facts } from './facts.ts';
import { comeBack } from './moves.ts';
import { everywhere, part, pattern } from './pattern.ts';

/** What else people teach. */
export const otherSubject = part`(?:science|sciences|physics|chemistry|biology|history|geography|humanities|english|pe
  |p\.e
  |art|music
  |drama|computing|computer science|ict|dt|d and t|design(?: and technology)?|technology|mfl|languages|french|spanish
  |german|latin|(?<!')re|rs|religious studies|business(?: studies)?|economics|psychology|sociology|food(?: tech)?
  |photography)`;
const teach = '(?:teach|teaches|teaching|taught)';
const level = part`(?:a[- ]level|ks|gcse|key stage|class|sixth|primary|higher|foundation|years? |yrs? |y\d|post|the top
  |the bottom|uni
  |college)`;
/** What may stand between "teach" and "maths" without changing what is said. */
const aside = part`(?: (?!some|bit|little|of|and|a\b(?!-level)|an\b|never|no\b|love|the\b|in\b|mostly|mainly|primarily
  |${otherSubject}\b)[\w'+-]+
  | and(?= ks\d| gcse| a[- ]level| class)){0,6}?`;

const denial = part`(?:\b(?:never|not|no longer)|n't) (?!(?:stopped|quit|given|left)\b)(?:\w+ ){0,2}?${teach}\b`;
const denies = pattern`${denial}`;
const never = pattern`${denial} (?:any )?maths\b(?! (?:at|to|in|for|with) ${level})
  |\b(?:not|isn't) an? (?:\w+ )?maths teacher\b|\bno maths teaching\b|\b(?:neither|nor)(?: do i)?(?: teach)? maths\b
  |^(?:and )?never (?:taught )?maths$|\bnever (?:have |had |has )?(?:had|taught|done|taken) (?:any|one|it)$`;
/** None on the timetable: of another subject's teacher, or of somebody who leads maths without classes. */
const noneTimetabled = pattern`\bnone (?:of (?:them|it) )?(?:is|are) maths\b|\bnot (?:one|a single|a minute of) maths\b
  |\b(?:no|zero|nil|without(?: any)?|not any) ?maths(?: at all)?
    (?: (?:lessons|classes|groups|sets|teaching)\b| (?:on|in) (?:my|her|his|their|the) timetable\b)
  |\bnever (?:had|taken|taught|been given) (?:an? |any )?maths (?:class|classes|group|lessons?|set)\b|\b(?:teach(?:es)?
  |do|have) (?:no|zero|nil) maths\b|(?<!n't |not |never )\b(?:stopped|gave up|given up) teaching maths\b|^(?:and )?(?:no
  |zero) maths(?: at all| whatsoever)?(?= (?:at|in) |$)|\bno maths (?:at all|whatsoever)\b|\bnone of (?:my|her|his
  |their|the) (?:lessons|classes|groups
  |timetable) (?:is|are) maths\b`;
const forNow = /\b(?:at the moment|currently|at present|any ?more|this (?:year|term)|right now|these days)\b/;

const supportRole = part`(?:ta|hlta|(?:higher level )?teaching assistant|classroom assistant|cover (?:supervisor
  |assistant
  |manager)|technician|learning support \w+|learning mentor|lsa)`;
const outsider = part`(?:administrator|admin|secretary|receptionist|bursar|parent|grandparent|carer|governor|librarian
  |caretaker|counsellor
  |admin (?:assistant|officer|manager)|(?:business|office|data|site|premises|catering|attendance|hub|project
  |exams?) (?:manager|officer|coordinator))`;
/** People around a school or a hub, who are no teachers unless they say that they teach. */
const noTeacher = pattern`(?:^(?:the |an? )?|\b(?:i'm|is|as|he's|she's) (?:(?:only|just|currently|actually|the|an?|your
  |our) )*)(?:(?:school|hub|link|parent|maths|local|primary|vice|co-opted|chair|of) ){0,3}${outsider}\b(?! (?:evening
  |training))|\bwork(?:s|ing)? (?:in|for|at|on) the (?:school |hub )?(?:office|admin\w*|reception|library|canteen
  |finance)\b
  |\b(?:not|isn't|never been) (?:(?:actually|really|even|myself
  |currently) )*an? (?:school |classroom )?teacher\b(?! (?:of|in
  |at|with|who)\b)`;
const teachesAtAll = /\b(?:teach(?:es|ing)?|taught|teachers?|ects?|nqt|qts|head of|hod)\b/;
/** Whatever they were before. */
const nowNoTeacher = pattern`\bnow (?:an? |the )?(?:school |hub )?${outsider}\b`;
/** In the classroom, but not as its teacher. */
const support = pattern`(?:^|\b(?:i'm|i am|is|work as|work|working as|employed as)|'s)
    (?: (?:an?|the|currently|still|only|just))* (?:maths )?${supportRole}\b(?! (?:mentor|lead|line))
  |^(?:an? )?(?:maths )?${supportRole}\b(?! (?:on|wants?|needs?|ask\w*|say\w*|said|is|has|keeps?|will|would|won't|can't
  |wondering|manager)\b)|^(?:but |only |just )*as an? (?:\w+ )?${supportRole}\b
  |\bteach\w* .*\bas an? (?:maths )?${supportRole}\b|\b(?:can|could|may|would|is) (?:my
  |our) (?:maths )?${supportRole}\b`;
const withoutClasses = pattern`\bno (?:\w+ )?(?:timetable|classes|teaching load)\b|\bnon-teaching\b
  |\bnot (?:\w+ )?timetabled\b|\bonly team[- ]teach\w*
  |(?:\b(?:do not|no longer|not)|n't) (?:actually |currently |really )?(?:teach|teaching)\b
    (?! (?:maths|any maths|${otherSubject}|${level}))
  |\b(?:trust|mat|regional) (?:maths )?(?:director|lead|adviser|advisor)|\bdirector of maths
  |\bmaths (?:consultant|adviser|advisor)|\bsecond(?:ment|ed|ee)\b
  |\b(?:between jobs|on a career break|out of work|(?:i'm|i am|as|is) an? (?:\w+ )?inspector
  |(?:work|works|working|job|employed) (?:for|at|with) (?:an? |the )?(?:exam board|ofsted|la|local authority
  |council|publisher|charity)|unemployed|resigned|made redundant|handed in my notice|looking for a (?:job|post))\b`;

/** Teaches nothing today, whatever they taught before; on leave or beside a lead role is for the hub. */
const teachesNothing = pattern`\bnot an? (?:\w+ )?teacher any ?more\b|\b(?:no longer|don't|do not|doesn't
  |not)(?: actually
  | currently)? teach(?:ing)?(?: maths)? (?:at all|any ?more|anything
  |any (?:classes|lessons))\b|(?<!\b(?:never|not|haven't|hasn't) )\b(?:stopped|gave up|given up
  |quit) teaching(?: altogether| completely| for good)?(?= *$| (?:in|last|this)\b)`;
const mayTeachAgain = pattern`\b(?:leave|maternity|paternity|sabbatical|second(?:ment|ed)|break|at the moment|currently
  |this (?:year|term)|lead\w*|director
  |adviser|advisor|consultant|head of maths|coordinator|for now)\b`;

const gives = part`(?:${teach}|do|does|doing|covers?|covering|takes?|taking|delivers?|delivering|timetabled for
  |picks? up)`;
const partly = pattern`(?<!\ball )\b(?:\d+|one|two|three|four|five|six|seven|eight|ten) (?:out )?of (?:my|the|her|his
  |their) (?:[\w]+ )?(?:lessons|periods|classes|groups
  |sets|hours)\b|\bhalf (?:of )?(?:my|her|his) (?:lessons|classes|timetable)\b|\b${gives} (?:\w+ )?(?:some
  |a bit of|a little|bits of|the odd|a few|part|half
    |an? \w+ (?:class|group|set) (?:of|for|in)|one (?:class|group|set) of
    |\d (?:classes|groups|sets|lessons|hours|periods) of)\b.*\bmaths\b
  |\bmaths\b.*(?<!\bto )\bthe (?:rest|remainder)(?= *$)
  |(?<!\band a )\bhalf (?:a |my |of my |the |her |his )?(?:\w+ )?(?:timetable
  |maths)
  |\bpart (?:of (?:my|the) )?(?:timetable|maths)\b(?! (?:faculty|department|dept|team))
  |(?:\b(?:most|part|thirds?|quarters?)|\d ?%|\bpercent) of (?:my|the|his|her|their) (?:timetable|lessons|teaching
  |classes)\b
  |\b(?:one|two|three|a|a single|just the one|\d) maths (?:class|classes|group|groups|set|sets|lesson|lessons)\b
  |\b(?:mainly|mostly|primarily) maths\b
  |(?<!\b100 ?)(?:\b(?:third|quarter|fifth|half|tenth)s?|%|\bpercent|\bper cent)(?: of (?:(?:my|her|his|the
  |their) )?(?:timetable|lessons|teaching|time|it|classes))?
    (?: (?:is|are|being|on|in))? maths\b
  |\bmaths (?:for )?(?:half|some|part|most)\b|\bnon-specialist\b|\bincluding (?:some )?maths\b|\b(?:mainly|mostly
  |primarily) ${otherSubject}\b
  |\bmaths(?: and | ?\/ ?| as well as | plus | with (?:some |a bit of )?)${otherSubject}\b
  |\bmaths\b.*(?:\b(?:and|plus|with|alongside)|,) (?:also |i |do |take |teach |cover )*(?:some|a bit of|a little|bits of
  |the odd|a few|a couple of|one|two|three|\d)
    (?: (?:class|classes|groups?|sets?|lessons|hours|periods))?(?: (?:of|bits of))? ${otherSubject}\b
  |\b${otherSubject}(?: and | ?\/ ?| as well as | plus )(?:some |a bit of )?maths\b`;
/** "And do some science too." */
const someOther = pattern`\b${gives} (?:also |in )?(?:some|a bit of|a little|bits of|the odd|a few|a couple of|\d|one
  |two)(?: (?:class|classes|groups?|sets?|lessons?|hours|periods)(?: of)?)? ${otherSubject}\b`;
const teachesOther = pattern`(?:^|\b(?:i|i've|she|he|she's|he's|have|has|been) )(?:now )?(?:switched|moved|changed
  |gone|went)(?: over| across)? to (?:teaching )?${otherSubject}\b|\bit's ${otherSubject} only\b
  |\bteach\w* ${otherSubject} and only ${otherSubject}\b|\blessons are ${otherSubject}\b|^${otherSubject} only\b
  |\b(?:it's|its|it is|it's been) (?:all|only|just) ${otherSubject}\b(?! (?:labs?|kit|rooms?|stuff))
  |\b${otherSubject}(?:'s| is) (?:my|her|his) (?:only |main )?subject\b|\bsubject(?: is|'s|:) ${otherSubject}\b
  |\b(?:taught|teach|teaches|do|does|is) (?:is |only )?${otherSubject}(?: and|,) (?:only|nothing)\b|^(?:and )?(?:only
  |just|purely) ${otherSubject}$|\b${otherSubject} (?:through and through|and nothing else|and only that)\b|\b(?:full
  |whole) ${otherSubject} timetable\b|\b(?:i'm|he's|she's|i am) all ${otherSubject}\b|\b(?:he|she|next door
  |colleague) does ${otherSubject}$|\botherwise (?:i'm|he's|she's|i am) ${otherSubject}\b|\b${otherSubject}(?:(?: and
  |,) ${otherSubject})? (?:is|are) (?:my|her|his) (?:only |main )?subjects?\b|\b${otherSubject} (?:\w+ )?(?:teachers?
  |ect|nqt|specialist)\b|\b(?:teacher
  |head) of ${otherSubject}\b
  |^${otherSubject}(?: (?:in|at) .*)?$|\b${teach}(?: (?:only|just|mostly|mainly|gcse|ks[345]|secondary
  |a level))* ${otherSubject}\b`;
/** What may stand before "maths" where somebody lists what they teach. */
const listed = part`(?:(?:also|and|still|now|again|just|only|purely|solely|exclusively|entirely|always|secondary|qts
  |state|gcse
  |full[- ]time|it's|is|in|a|all(?: of (?:it|them|that))?|100 ?%|has been|been|[\d.+]+ ?(?:years|yrs)(?: of)?) )*`;
const maths = pattern`\b(?:every|each) (?:single )?lesson (?:on (?:my|her|his) timetable |(?:i|she
  |he) (?:teach(?:es)?|have|has) )?is maths\b
  |\bmaths (?:is|has been|'s been) (?:my|her|his) (?:whole|full|entire|only) (?:timetable|teaching|load)\b
  |\b(?:joined|in) (?:my|our|the|a|this) maths (?:dept|department|team|faculty) as an? (?!cover
  |supply)(?:\w+ )?teacher\b
  |\bmaths (?:\w+ )?(?:teachers?|ect|nqt|rqt|hod|2ic)\b
  |\bmaths (?:subject |faculty |department )?(?:lead
  |leader|coordinator|co-ordinator)\b|\b(?:lead|leader|coordinator|co-ordinator|responsible) for maths\b(?! (?:in
  |at) (?:an? )?(?:primary|trust))
  |\bteacher(?: of|:) (?:\w+ )?maths\b|\b(?:ect|nqt|rqt)\b.*\bin maths\b|\bi'm maths\b|\byes to (?:teaching )?maths\b
  |\b(?:head|hod|2ic|second|2nd|ks[345] lead(?:er)?|ect|nqt|lead practitioner|lead teacher|(?:subject|faculty
  |curriculum) (?:lead|leader))(?: (?:in|of) (?:the )?(?:department|dept|faculty))? ?(?:of|in|for)? ?maths\b
  |\b${teach}${aside} maths\b|\b(?:moved|switched|changed|crossed|converted|came|gone|retrained)(?: over
  | across)?(?: from (?:teaching )?${otherSubject})? (?:in|into|to) (?:teaching )?(?:secondary )?maths\b
  |\bmaths (?:that )?(?:i|she
  |he) teach(?:es)?\b
  |\b(?:i|she|he) (?:also )?(?:leads?|runs?) maths\b|\b(?:my |her |his |^)subject(?: is|'s|:)? maths\b|\bmaths is (?:my
  |her
  |his) (?:only |sole )?(?:subject|job)\b|\b(?:have|has|hold|holds|got|in
  |'ve) an? (?:\w+ ){0,2}maths (?:teaching )?(?:post|job|role)\b|\b(?:years|yrs
  |months) into (?:secondary |teaching )*maths\b|\bteacher maths\b|\bmaths tlr\b|\b2ic of maths\b
  |\bdirector of learning for maths\b
  |\b(?:i|she|he) (?:only |just )?(?:deliver|do|take)s? (?:(?:all|the|top|bottom|lower|upper|middle|higher|foundation
  |sets?
  |our) )*maths(?: +to (?:ks|years?|classes).*)?(?= *$| (?:at|in) (?:an?|my|our|the|this)\b)
  |\bmaths is (?:all|what) (?:that )?(?:i've|i have|she's|he's)(?: ever| always)? taught\b
  |\bmaths is (?:the only (?:thing|subject)|all|what)(?: that)? (?:i|she
  |he|they) (?:actually )?teach|\b(?:all
  |the only thing)(?: that)? (?:i|she|he) teach(?:es)? is maths\b|\b(?:doing|do|does) maths (?:in|at) (?:an?|the|my|our
  |this)\b
  |\b(?:years|yrs|terms|months|experience|yrs'|years')(?: of)? (?:secondary )?maths (?:teaching|(?:at|in) (?:an?|one
  |two|the|this
  |my|our|state|several|various)(?! uni))\b
  |\b(?:i|she|he|i've) (?:only|just) (?:have |has |got |takes? |does |do |teach )*maths (?:classes|groups|sets
  |lessons)\b|^all maths$|^maths teaching\b
  |\ball (?:\d+ )?(?:of )?(?:my |her |his )?(?:lessons|classes|timetable) (?:is|are) maths\b|\ball (?:of )?(?:my|her
  |his) own (?:lessons|classes) (?:is|are) maths\b|\b(?:i|she|he) takes? (?:(?:a level|gcse|ks[345]|and|top|all|the|set
  |sets|lower|upper|sixth form) )+maths (?:classes|groups|sets|lessons)\b|\b(?:only|just|all) maths on (?:my|her|his
  |the) timetable\b|\btimetable(?:'s| is| has been) (?:full of
  |all|only|entirely|purely|just|nothing but|100 ?%) maths\b
  |\beverything (?:i teach|on (?:my|her|his) timetable) is maths\b|\btimetabled (?:in|for|on|with) maths\b|\b(?:full
  |whole
  |entire|complete|100 ?%) (?:maths timetable|timetable (?:of|is|in) maths)\b
  |\b(?:one|two|both|someone|somebody|member|members|teachers?|person) (?:of|in|from|on) (?:the (?:teachers|staff) (?:in
  |on) )?
    (?:my|our|the) maths (?:staff|team|dept|department|lot|faculty|people|crew|teachers)\b
    |\bmaths (?:department |dept |team )?colleague\b|\bit(?:'s| is| has) (?:been )?(?:only|all|just|purely
    |nothing but) maths\b|\bit(?:'s| has) been (?:secondary )?maths\b|^${listed}maths (?:and|with|yes|in|at
  |since(?! then)|for
    |from|100|on (?:my|her|his|the|a) (?:full )?timetable)\b
  |^${listed}maths
    (?:(?: ?[:=-])? ?yes| with| and| qts| again| teach| teaching| throughout| only| too| full[- ]time| full timetable
    | all along| both times| in both| ever since| there too)* *$`;
/** What somebody is to teach, not what they teach. */
const toTeach = pattern`\bteach(?:ing)?\b.*\bnext (?:year|term|september|january)\b|\b(?:will|'ll|going to|asked to
  |due to
  |about to|hoping to|starting to) (?:be )?(?:teach|teaching|take on)\b`;
/** "Am I what you'd call a maths teacher?" */
const askedAs =
  /\bmaths enough ?\?$|\b(?:that|it|this) (?:be|make me|count as) an? maths teacher\b.*\?$|\b(?:call|count|class|regard|see)\w*\b.*\bmaths teacher\b.*\?$/;
/** "Teaching assistant once", "not a technician any more" */
const onceInSupport = pattern`\b${supportRole}\b.*\b(?:once|at first|any ?more|back then)\b
  |\bwas (?:our |an? |the )?(?:\w+ )?${supportRole}\b`;
/** "TA for 6 years, then a maths teacher". */
const forSoLong = /\bfor (?:\w+ )?[\w.]+ (?:years|yrs|months|of \w+)\b/;
/** For whom, "KS3 and KS4 maths", makes no difference. */
const levels = everywhere`(?<![a-z])(?:(?:mostly|mainly|primarily) )?(?:(?:ks ?|key stages? ?|y(?:ea)?r?s? ?)\d{1,2}
  |gcse|a[- ]level)(?:(?: ?(?:-|\/|to
  |and|,
  |&) ?)(?:(?:ks ?|y(?:ea)?r?s? ?)?\d{1,2}|gcse|a[- ]level)\b){0,3}(?= maths\b) `;
const fondness = /\b(?:love|like|enjoy\w*|keen|interest\w*|passion\w*|good at|a level in|degree)\b/;

/** Maths that is somebody else's, elsewhere, over or still to come. */
const beside = pattern`\bmaths (?:staff|teachers|lot|office|corridor|block|rooms?|staffroom|puzzles?|a level|gcse
  |books?|clubs?|teacher's)\b
  |\b(?:married|next door|hers|his job|no maths|zero maths|without|never|next (?:year|term|september)|will|might
  |used to|once|^taught maths (?:from|until|between|for))\b|'ll\b|n't\b`;

/** "Not an English teacher any more", "English not maths": what they do not teach is no part of their timetable. */
const notTaught = everywhere`(?:\b(?:not|isn't|no longer|rather than|instead of|(?<!never |not )stopped|quit|gave up
  |given up|dropped|never)
  |n't)(?: an?| teach(?:ing)?| taught| do| being an?)*[ ]
  (${otherSubject}|maths)(?: teach(?:er|ing))?(?: any ?more| now| at all| in (?:19|20)\d\d)?\b`;

/** "Would you have an ex-PE teacher?" */
const exTeacher = everywhere`\b(?:ex|former)[- ]${otherSubject}(?: teachers?)?\b`;

/** Without the subjects that are denied; maths only where another is taught, or else it may be denied just for a while. */
function withoutDenied(all: string[]): string[] {
  const clauses = all.map((clause) => clause.replace(exTeacher, ' '));
  const rest = clauses.map((clause) => clause.replace(notTaught, ' ').trim());
  if (rest.some((clause) => teachesOther.test(clause))) return rest;
  return clauses.map((clause) => clause.replace(notTaught, (all, what) => (what === 'maths' ? all : ' ')).trim());
}

/**
 * Whether a person is a maths teacher, from the clauses about their present and from all of them. Part of a timetable, or
 * leading maths without classes, is for the hub; undefined when they did not say.
 */
export function mathsFrom(presentClauses: string[], all: string[]): Facts['mathsTeacher'] {
  const present = withoutDenied(
    presentClauses
      .filter((clause) => ![toTeach, askedAs, onceInSupport].some((no) => no.test(clause)))
      .map((clause) => clause.replace(levels, '')),
  );
  const said = (pattern: RegExp) => present.some((clause) => pattern.test(clause));
  const later = present.slice(present.findIndex((clause) => support.test(clause)) + 1);
  if (said(support) && !later.some((clause) => maths.test(clause))) return 'no';
  if (present.some((clause) => support.test(clause) && !forSoLong.test(clause))) return 'no';
  if (said(noTeacher) && !said(maths) && !all.some((clause) => teachesAtAll.test(clause.replace(noTeacher, ' '))))
    return 'no';
  if (present.some((clause) => nowNoTeacher.test(clause) && !maths.test(clause))) return 'no';
  if (
    said(teachesNothing) &&
    !said(maths) &&
    !all.some((clause) => mayTeachAgain.test(clause) || comeBack.test(clause))
  )
    return 'no';
  const denied = all.filter((clause) => never.test(clause));
  if (denied.length > 0) return denied.some((clause) => forNow.test(clause)) && !said(teachesOther) ? 'ask-hub' : 'no';
  if (said(noneTimetabled)) return said(teachesOther) ? 'no' : 'ask-hub';
  const isBack = said(maths) && all.some((clause) => comeBack.test(clause));
  if ((said(withoutClasses) && !isBack) || said(partly) || said(someOther)) return 'ask-hub';
  const teaches = present.some((clause) => maths.test(clause) && !denies.test(clause));
  if (!said(teachesOther)) return teaches ? 'yes' : undefined;
  const also = (clause: string) =>
    /\bmaths\b/.test(clause) && ![fondness, beside, denies].some((no) => no.test(clause));
  return present.some(also) ? 'ask-hub' : 'no';
}
