import type { Facts } from './facts.ts';
import { part, pattern } from './pattern.ts';

const own = '(?:my|his|her|their|your)';
const between = part`(?:have|has|had|got|get|gained|hold|yet|${own}|the|any|actually|currently|full|been|awarded|given
  |achieved|received|completed|finished|a|technically|officially|quite|even|still)`;
const having = part`(?:have|has|having|had|got|holds?|held|holding|holder of|possession of|with|gained|obtained|obtaining|earned|awarded|achieved|received|granted|given|completed
  |full|'ve|${own})`;
const getting = '(?:get|gain|have|receive|be awarded)';
const course = '(?:scitt|pgce|school direct|itt|teacher training|(?:a )?(?:maths )?teacher)';
const opening = '(?:hi |both |hello |also |plus |and |is |am )?';

/** Said outright that they do not have it, or are on the way to it. */
const no = pattern`(?:\b(?:no|without|lack(?:s|ing)?|not|never|minus|neither)|n't)(?: ${between}){0,4} qts\b
  |\bqts ?[-:=?]? ?(?:not|no|nope|none|n$|✗|✘|❌|pending|in progress|soon|due|expected|next|by|on the way|to follow)\b
  |\b(?:working|heading|studying|training|going) (?:towards?|for) (?:${own} )?qts\b
  |\b(?:getting|gaining|awaiting|waiting (?:for|on)) (?:${own} )?qts\b
  |(?:\bwill|'ll|\bgoing to|\bhop(?:e|ing) to|\babout to|\bdue to|\byet to) ${getting} (?:${own} )?qts\b
  |\bunqualified\b|\bapprentice teacher\b|\bteacher in training\b|\bon (?:an? |the )?assessment[- ]only\b
  |(?:^|\b(?:i'm|i am|am|is|as|still|currently|'s)(?: (?:a|an|still|currently|only|just))* )
    (?:(?:maths|school direct|salaried|scitt|itt|teach first) )*(?:trainee|student teacher|pgce student)\b
  |\b(?:i'm|i am|currently|still) (?:currently |still )?(?:in )?training\b(?! (?:others|staff|colleagues|teachers))
  |\btraining to (?:be|become) ${course}\b
  |\b(?:on|doing|completing|studying|(?:half|part) ?way through)(?: (?:a|an|my|the|his|her))? ${course}\b`;

/** Has it: said with a verb, or as an item of a list. */
const yes = pattern`(?:\b|(?<='))${having}(?: (?:my|full|a|got|english|uk|the)){0,2} qts\b(?! ?\?)
  |^${opening}qts$|\b(?:i'm|i am|she's|he's) (?:fully )?qts\b
  |^${opening}qts[ -](?:and|with|yes|since|in|from|got|done|check|complete|in hand|gained|obtained|achieved|awarded|maths|secondary|year|qualified|holder|held|throughout|all along|of course|\d|\+)
  |\b(?:and|plus|\+|fully qualified|teacher|pgce|maths|degree) ?(?:with )?[+/]? ?qts$|\bqts\/pgce\b|\bqts holder\b
  |\byes to qts\b|[:-] qts$|\bqts (?:in )?(?:19\d\d|20[01]\d|202[0-5])\b|\b(?:an?|as) qts (?:maths )?teacher\b|\b(?:maths|secondary|academy|school|comp) qts\b
  |\bqts ?[:=+-]? ?(?:y$|y\b(?! \d)|yes|yep|yeah|✓|✔|✅|☑|👍)`;

/** Not sure, not really QTS, or no longer. */
const unclear = pattern`\bqts (?:equivalent|equivalence)
  |\b(?:wish|(?:like|want|hope|plan|love) to|fail\w*|resit\w*|retak\w*|think|believe|guess|sure|wonder\w*|used to|lost|revoked|suspended|expired|removed)\b
  |\b(?:equivalent (?:of|to)|before|pre-?|for|route to|towards) ?qts\b`;

/** A denial or a delay that the patterns above did not understand: then nothing is read. */
const denied = pattern`(?:\b(?:no|not|never|without|neither|nor|lack\w*)\b|n't).*\bqts\b
  |\bqts\b.*(?:\b(?:not|pending|soon|due|expected|process\w*|confirm\w*|will|application|once|when|waiting)\b|n't)`;

/** "2 years unqualified" may be over. */
const forAWhile = /\b(?:years?|yrs?|months?|mths?) (?:\w+ ){0,3}?unqualified\b/;
const mentioned = /\bqts\b|\bqualified\b/;
const both =
  /\b(?:have|hold|has|holds|got|with) (?:both )?(?:qts (?:and|plus|as well as) qtls|qtls (?:and|plus|as well as) qts)\b/;

/** "I was unqualified at first" is no longer so. */
const wasSo = /\b(?:was|were|started|began|as an unqualified|used to|first|previously|before)\b/;

/**
 * Whether a person has QTS, from the clauses of what they said; undefined when they did not say or said both. A PGCE, or
 * "qualified" alone, says nothing. QTLS is for the hub.
 */
export function qtsFrom(clauses: string[]): Facts['qts'] {
  const readings = new Set(clauses.map(readingOf));
  if (readings.has('yes')) return readings.has('no') ? undefined : 'yes';
  if (readings.has('ask-hub')) return 'ask-hub';
  if (readings.has('no')) return 'no';
  const unqualified =
    clauses.some((clause) => forAWhile.test(clause)) && !clauses.some((clause) => mentioned.test(clause));
  return unqualified ? 'no' : undefined;
}

function readingOf(clause: string): Facts['qts'] {
  if (both.test(clause)) return 'yes';
  if (/\bqtls\b|\biqts\b/.test(clause)) return /\bnot (?:qtls|iqts)\b/.test(clause) ? undefined : 'ask-hub';
  if (forAWhile.test(clause)) return undefined;
  if (no.test(clause))
    return wasSo.test(clause) || (yes.test(clause) && /\bunqualified\b/.test(clause)) ? undefined : 'no';
  if (unclear.test(clause) || denied.test(clause)) return undefined;
  return yes.test(clause) ? 'yes' : undefined;
}
