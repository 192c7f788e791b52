import type { Facts } from './facts.ts';
import { month, season } from './months.ts';
import { part, pattern } from './pattern.ts';
import { namesQts } from './unopposed.ts';

const own = '(?:my|his|her|their|your)';
const between = part`(?:have|possess|has|had|got|get|gained|hold|held|yet|${own}|the|any|actually|currently|full|been
  |awarded
  |given
  |achieved|received|completed|finished|a|technically|officially|quite|even|still|did|do|ever|really|formally|managed to
  |bothered (?:to|with|getting)
  |around to|round to|put (?:me|him|her)|through|getting|converted (?:in)?to|turned into|transferred (?:in)?to
  |came with|led to|with|recognised as
  |come through with)`;
const having = part`(?:have|has|having|had|got|holds?|held|holding|holder of|possession of|possess\w*|in receipt of
  |gave (?:me
  |her|him)|comes? with|came with|with|gained|obtained|obtaining|earned|awarded|achieved|received|granted|given
  |completed
  |full|'ve|${own})`;
const getting = '(?:get|gain|have|receive|be awarded)';
const course = '(?:assessment[- ]only|scitt|pgce|school direct|itt|teacher training|(?:a )?(?:maths )?teacher)';
const opening =
  '(?:(?:already|only|obviously|naturally|tick for|the|hi|both|hello|also|plus|and|is|am|proper|real|full|definitely|yes|english) )*';

/** What follows it in a list when they have it: "QTS since 2019", "QTS sorted". */
const asHeld = part`(?:only (?=(?:this|last|since|in|from)\b)|and|with|yes|since|in|at|from|got|had|came|arrived|sorted
  |confirmed|was (?:awarded|given|granted
  |gained)|done|check|tick|complete|in hand|gained|obtained|achieved|awarded|recommended
  |maths|secondary|year|qualified|certificate|holder|held|throughout|all along|of course|last|this|obviously|obvs
  |naturally
  |already|too|as well|through|via|by (?:the |an? )?(?:\w+ )?route|by overseas|both|the (?:whole|entire) \w+
  |all (?:that|the) time|before (?:that
  |then|i)
  |for (?:\d|over|about|years|ages|two|three|four|five|six|seven|eight|nine|ten|many)|is (?:sorted|there|fine|in place
  |no problem|not a problem|not an issue)|no (?:problem|problems|issue|worries)|all present|\d|\+)`;
/** What follows it when it is still to come. */
const asToCome = part`(?:pending|in progress|soon|due|expected|next|by (?:the end|next|then|summer|easter|christmas|20
  |jan|feb
  |mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|on the way|still to come|outstanding|to (?:follow|come))`;

/** Said outright that they do not have it, or are on the way to it. */
const no = pattern`\b(?:zero|nil) qts\b(?! (?:worries|issues|problems))|\brefused (?:me|her
  |him) (?:my |her |his )?qts\b|\bqts\b[^.;?!]{0,30}\b(?:taken|stripped|removed) (?:off|from) (?:me|her|him)\b
  |(?<!\b(?:say|said|saying) )\bno to qts\b|\bnever trained (?:for it|as a teacher|to (?:be|teach))\b|(?:\bnot
  |n't) an? qualified teacher\b
  |\bteaching apprenticeship\b|\bqts comes (?:at the end|later|next|after)\b|(?:\b(?:no|without|lack(?:s|ing)?|not
  |never|minus|neither)|n't)(?: ${between}){0,5} qts\b
  |\bqts (?:is )?(?:something|the (?:one|only) thing|all|what|which|that) (?:i|he|she) (?:don't|doesn't|haven't|hasn't
  |never
  |lack)
  |\b(?:thing|item|part|bit|one|criterion) (?:that's |that is |i'm |i am )?(?:missing|lacking)(?: is
  |:)? (?:my |the )?qts\b|\bqts was never (?:awarded|given|granted|gained)\b|\bqts ?[-:=?]? ?(?:not(?! (?:a
  |an) (?:problem|issue))|no(?! (?:problem
  |problems|issue|worries|doubt)\b)|nope|none|n$|✗|✘|❌|${asToCome})\b
  |\b(?:working|heading|studying|training|going|assess\w*)(?: (?:me|her|him))? (?:towards?|for|on) (?:${own} )?qts\b
  |(?<!\b(?:since|after|before|from|upon|on) )\b(?:getting|gaining|finishing|completing|doing|awaiting|due
  |waiting (?:for|on)) (?:${own} )?qts\b
  |(?:\bwill|'ll|\bgoing to|\bhop(?:e|ing) to|\babout to|\bdue to|\byet to|\bexpect(?:ing)?(?: to)?|\baim(?:ing)? to
  |\bon track to) ${getting} (?:${own} )?qts\b
  |\bshould (?:get|gain|receive) (?:${own} )?qts\b|\bshould have (?:${own} )?qts (?:by|in|soon|next|before|later)\b
  |\b(?:rather than|instead of|short of) qts\b|\b(?:start|starting|begin
  |beginning) (?:my |an? |the )?assessment[- ]only\b
  |\bunqualified\b|\bnot (?:yet qualified|qualified yet)\b|\bapprentice teacher\b|\bteacher in training\b|\b(?:on
  |doing) (?:an? |the |my )?assessment[- ]only\b
  |(?:\b(?:no|without|never)|n't|\bnot)(?! (?:just|only)\b)(?: (?:have|had|got|hold|any|an?|formal|recognised
  |proper)){0,3} teach(?:ing|er) qualifications?\b
  |(?:^|\b(?:i'm|i am|am|is|as|still|currently|'s)(?: (?:a|an|still|currently|only|just))* )
    (?:(?:maths|school direct|salaried|scitt|itt|teach first) )*(?:trainee|student teacher|(?:pgce|scitt|itt
  |school direct) student)\b
  |\b(?:i'm|i am|currently|still) (?:currently |still )?(?:in )?training\b(?! (?:others|staff|colleagues|teachers))
  |\btraining to (?:be|become) ${course}\b|\bwe have an? (?:\w+ ){0,2}(?:trainee|(?:pgce|scitt|itt) student)\b
  |\bon placement (?:with us|here|at)\b
  |\b(?:our|my) (?:(?:maths|current|own|school direct|salaried) ){0,2}trainee(?! (?:teacher )?mentor)\b
  |\b(?:(?<!\b(?:trained|qualified|came|started) )on|doing|completing|studying|(?:half|part) ?way through)(?: (?:a|an
  |my|the|his|her))? ${course}\b`;

/** Applied for it in vain. */
const refused = pattern`\bqts (?:application|claim|request) (?:was |has |been |got |just |sadly )*(?:turned down
  |refused|rejected
  |declined|unsuccessful)\b`;

/** Has it: said with a verb, or as an item of a list. */
const yes = pattern`(?:\b|(?<='))${having}(?: (?:my|full|a|got|english|uk|the|proper|real|actual)){0,2} qts\b(?! ?\?)
  |^${opening}qts$|\b(?:since|after|upon|on) (?:getting|gaining|receiving|being awarded
  |achieving) (?:my |her |his )?qts\b|\b(?:i'm|i am|she's|he's) (?:fully )?qts\b
  |^${opening}qts[ -]${asHeld}
  |\b(?:and|plus|\+|fully qualified|teacher|pgce|maths|degree) ?(?:with )?[+/]? ?qts$|\bqts\/pgce\b|\bqts holder\b
  |\byes to qts\b|\bqts (?:(?:was|has been|got) (?:awarded|given|granted)|is (?:awarded|there)
  |certificate i have)\b(?! (?:in|by|next|after|when|at|once)\b)|[+] ?qts\b(?! ?\?)|[:-] qts$
  |\bqts[:,-]? (?:in )?(?:${month} |${season} )?(?:19\d\d|20[01]\d
  |202[0-5])\b|\b(?:an?|as) qts (?:maths )?teacher\b|\b(?:maths
  |secondary|academy|school|comp) qts\b
  |\bqts ?[:=+-]? ?(?:y$|y\b(?! \d)|yes|yep|yeah|✓|✔|✅|☑|👍)`;

/** Not sure, not really QTS, or no longer. */
const unclear = pattern`\bi suppose\b|\bqts (?:equivalent|equivalence)|\b(?:he|she|they|hr|someone) (?:says?|said
  |claims?|swears?
  |tells? me|told me)\b|\bqts (?:box|field|column|entry|record)\b.*\b(?:blank|empty)\b
  |\b(?:wish|(?:like|want|hope|plan|love) to|fail\w*|resit\w*|retak\w*|think|believe|guess|sure|wonder\w*|used to|lost
  |revoked
  |suspended|expired|removed|took|taken|assume|presume|withdrawn|stripped|struck off|barred|thought|assumed|supposed
  |(?:i|he|she
  |they) (?:might|may|could|must)|possibly|perhaps|maybe|probably|in theory|under review|nearly|almost|think so
  |being (?:sorted|processed|looked|checked|transferred|reviewed|verified)
  |investigat\w*)\b
  |\b(?:equivalent (?:of|to)|before|pre-?|for|route to|towards) ?qts\b`;

/** A denial or a delay that the patterns above did not understand: then nothing is read. */
const denied = pattern`(?:\b(?:no|not|never|without|neither|nor|lack\w*)\b|n't).*\bqts\b
  |\bqts\b.*(?:\b(?:not|never|lapsed|refused|rejected|pending|soon|due|expected|progress|underway|process\w*|(?:be
  |being) confirmed|confirm(?!ed\b)\w*|will
  |application|once|when|waiting)\b|n't)`;

/** "I've never asked her about QTS." */
const neverChecked = pattern`\bodd one out\b|(?:\bnever|n't|\bnot)(?: yet| actually| really)? (?:asked|checked|seen
  |looked)\b[^.;?!]{0,30}\bqts\b|\bqts\b[^.;?!]{0,30}\b(?:all of them|cancelled|by mistake)\b`;

/** Two denials in one: "I don't lack QTS". Any but the plainest says nothing. */
const deniedTwice = pattern`(?:n't|\b(?:not|never|nor|hardly|isn't))(?: \w+){0,2} (?:lack\w*|without|missing
  |unqualified|minus
  |no)\b
  |(?:(?:\bnot|n't) (?:true|that|as if|the case)|\bno (?:doubt|question|problem|issue))\b.*(?:n't|\b(?:no|not|without
  |lack)\b
  |\bqts\b)`;
const hasAfterAll = pattern`\b(?:do|does)(?:n't| not) lack (?:\w+ )?qts\b|\b(?:i'm|he's|she's|am|is|been) (?:not
  |never) (?:without|lacking|missing) (?:\w+ )?qts\b`;
/** "QTS, not QTLS" */
const otherStatusDenied =
  /\b(?:not|never|no|nor|rather than|instead of|as opposed to) (?:just |only |a |my )?(?:qtls|iqts)\b/g;

/** "2 years unqualified" may be over. */
const forAWhile =
  /\b(?:years?|yrs?|months?|mths?) (?:\w+ ){0,3}?unqualified\b|\bunqualified for (?:[\w.]+ ){1,3}?(?:years?|yrs?|months?)\b/;
const mentioned = /\bqts\b|\bqualified\b/;
const both =
  /\b(?:have|hold|has|holds|got|with) (?:both )?(?:qts (?:and|plus|as well as) qtls|qtls (?:and|plus|as well as) qts)\b/;

/** "I was unqualified at first" is no longer so. */
const wasSo = pattern`\b(?:some|part|most|half|all|two|three|four|years?|\d)(?: of (?:it|them|that|those
  |which))? unqualified
  |\b(?:was|were|started|began|as an unqualified|used to|first|previously|before)\b`;

/**
 * Whether a person has QTS, from the clauses of what they said and all of it; undefined when they did not say or said both. A PGCE, or
 * "qualified" alone, says nothing. QTLS is for the hub.
 */
export function qtsFrom(clauses: string[], message: string): Facts['qts'] {
  if (neverChecked.test(message)) return undefined;
  const readings = new Set(clauses.map(readingOf));
  if (readings.has('yes')) return readings.has('no') ? undefined : 'yes';
  if (readings.has('ask-hub')) return 'ask-hub';
  if (readings.has('no')) return 'no';
  const unqualified =
    clauses.some((clause) => forAWhile.test(clause)) && !clauses.some((clause) => mentioned.test(clause));
  if (unqualified) return 'no';
  return namesQts(clauses, message) ? 'yes' : undefined;
}

function readingOf(said: string): Facts['qts'] {
  const clause = said.replace(otherStatusDenied, ' ').trim();
  if (both.test(clause)) return 'yes';
  if (/\bqtls\b|\biqts\b/.test(clause)) return 'ask-hub';
  if (deniedTwice.test(clause)) return hasAfterAll.test(clause) ? 'yes' : undefined;
  if (forAWhile.test(clause)) return undefined;
  if (refused.test(clause)) return 'no';
  if (no.test(clause))
    return wasSo.test(clause) || (yes.test(clause) && /\bunqualified\b/.test(clause)) ? undefined : 'no';
  if (unclear.test(clause) || denied.test(clause)) return undefined;
  return yes.test(clause) ? 'yes' : undefined;
}
