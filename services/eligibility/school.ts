import type { Facts } from './facts.ts';
import { comeBack, fromArrival, mayBeNow } from './moves.ts';
import { part, pattern } from './pattern.ts';
import { abroad, beyondEngland } from './places.ts';

type School = Pick<Facts, 'stateFunded' | 'secondary'>;

/** What stands before "academy" where it is a type of school, not a name. */
export const beforeAcademy = part`(?:^|,|:|an?|the|my|our|his|her|their|this|same|another|large|small|big|local|rural
  |urban
  |inner-city|mixed|church|faith|catholic|c of e|cofe|co-op|secondary|state|funded|comprehensive|through|mat|trust
  |converter|sponsored|led|single
  |girls'?|boys'?|selective|primary|maths|at|in|y(?:ea)?r?s? ?7 ?(?:-|to) ?(?:y(?:ea)?r? ?)?1[0-3]|1[1-4] ?- ?1[68]
  |[2-5] ?- ?1[689])`;
const comprehensive = part`\bcomprehensives\b|\bcomprehensive(?= (?:school|academy|secondary|in\b|with\b|for\b)|$)
  |\bcomps?\b
  |\b(?:state|maintained|an?|my|our|mixed|local|1[1-4]-1\d|city) comprehensive\b(?! (?:list|range|understanding|view
  |guide
  |knowledge|overview|set|programme|answer|plan|review|subject))`;

/** Types of school that the state funds. "Academy" counts as a type, not inside a name. */
const stateFunded = pattern`\bstate(?:[- ]funded\b|[- ](?:kind|sort)\b|[- ]secondaries\b|$
    |[- ](?:run )?(?:1[1-4] ?- ?1[689]|secondary|schools?|comp(?:rehensive)?|academy|grammar|sector|primary|special
  |middle|all
    |high|upper
    |maintained|boarding|catholic|faith|girls'?|boys'?))
  |(?<!non[- ]|not )\bmaintained\b|\bvoluntary[- ](?:aided|controlled)|\bv[ac]\b
  |\b(?:run|paid for|funded|maintained|owned) by (?:the )?(?:\w+ )?(?:council|county|state|government|local authority
  |la|lea|taxpayers?|dfe)\b
  |\b(?:government|publicly|la|lea|local authority|council)[- ](?:funded|run)\b|\bsecondary modern\b
  |\b(?:community|foundation) (?:secondary|school|comp\b)|\bfree schools?\b(?! meal)
  |\butc\b|\buni(?:versity)? tech(?:nical)? college|\bstudio school|\bcity technology college|\bctc\b
  |${comprehensive}|\bacademy status\b|\b(?:multi[- ])?academy trust\b|\bmat\b|\bacademy converter\b
  |\b(?:local authority|lea|la) (?:school|secondary|maintained)|${beforeAcademy} ?academy\b`;
const kind = part`(?:day|boarding|girls'?|boys'?|mixed|secondary|catholic|selective|senior|high|faith|special|grammar
  |church
  |prep)`;
const feePaying = pattern`(?<!\bnon[- ])\bfees?[- ](?:paying|charging|based)|\bnon[- ]state\b|^(?:we're
  |ours is) (?:an? )?independent\b(?! of)|\bfee schools?\b|\b(?:schools?|it|ours|academy
  |secondary)(?:'s
  | is) (?:an? )?(?:private|independent)\b(?! of)
  |(?<!\b(?:no|without|any) )\bfees? (?:of|per|through|around|from|about|for|run|and)\b
  |\bparents pay\b(?! (?:for (?:the )?(?:bed|boarding|trips
  |lunch\w*|uniform)|attention))|\beton\b|\bnot a penny of (?:state|government|public) money\b|\bby what (?:families
  |parents) pay\b|\b(?:families|parents) (?:do |all )pay\b|\bno (?:state|government|public) (?:money|funding|funds)\b
  |\bparents (?:do |have to |all )?pay (?:\w+ )?fees\b|\bour (?:school )?fees\b|\b(?:with (?:the |its )?)fees\b
  |\bfees to match\b|\bfees are\b(?! (?:paid|covered|waived))
  |\bcharges? (?:\w+ )?(?:fees|£)|^(?:and |with |there are |has )*(?:school |tuition )?fees(?: and all)?$
  |\b(?:private|independent|indie) (?:${kind} ){0,2}(?:schools?|academy|grammar|college|secondary|prep|sixth[- ]?form
  |crammer)\b
  |^(?:my |our |type of )?school(?: type)?:? (?:private|independent)$|\bindependent (?:sector|day|boarding|special)\b
  |\b(?:in|at|for|to|into|with|joined) (?:the |an )?independents?\b(?! (?:of|learn
  |study|work|living|review|reading|practice))|\bit's an? (?:private|independent)(?: one)?$|\b(?:these days|nowadays
  |now|currently) an? (?:private|independent) one\b|\bindependent one\b|\b(?:at
  |in|to) a private(?: one)?(?= (?:now|last|this|in
  |since)\b|$)|\b(?:now|currently|gone|went|it's) (?:in )?(?:the )?(?:private|independent)(?: sector)?$
  |\bprivately (?:run
  |funded|owned)\b|\bboarders\b.*\bfees\b
  |(?:\b(?:british|english|international) (?:\w+ )?school(?: maths)?(?: teacher)? (?:in|abroad|overseas)\b.*\b
    |(?:\bschool|(?:(?:\bi |^)(?:now |currently )?(?:teach|work|teaching|working|based)
      |\bi'm (?:now |currently )?(?:teaching|working|based))(?: \w+){0,2}) in )${abroad}\b`;
const forcesSchool = /\bservices? children'?s?|\bforces school|\bmod school/;
const fundingForTheHub = pattern`\binternational school\b
  |\b${beyondEngland}\b(?! (?:uni|street|road))(?<!\b(?:qualified|trained|pgce|studied|born|degree
  |grew up) in (?:\w+ )?\w+)(?<!\b(?:qts|pgce|it's|qualification|degree) from (?:\w+ )?\w+)
  |\b(?:welsh|scottish) (?:state |secondary |high )*(?:school|secondary|comp|academy)`;

const phaseForTheHub = pattern`\bmiddle school|\bmiddle\b(?= deemed|$)|\ball[- ]through|\b[2-5] ?(?:-|to) ?1[689]\b
  |\bdeemed secondary\b|\b(?:school|academy|provision|unit|college) for (?:pupils|children|students) with (?:send?
  |additional needs)\b|\bspecial (?:needs? )?(?:school|academy|provision|secondary|education)|\bsemh\b|\bsend? school
  |\bhospital school
  |\bprus?\b|\bpupil referral|\balternative provision|\bap academy|\bsecure (?:unit|home|children)|\bservices? children
  |\bsixth[- ]?form (?:college|centre)|\b16 ?- ?19\b|\bfe\b|\bfurther education`;
const primary = pattern`\bprimary\b|\b(?:infant|junior|nursery|first|prep) (?:school|teacher|academy)
  |\breception (?:teacher|class)|\bks[12] teacher`;
const secondary = pattern`
  \bsecondaries\b|\bsecondary\b(?![ -](?:age|aged|pupils|phase|students|trained|pgce|qualified|specialist))
  |${comprehensive}
  |\bgrammar\b|(?<!junior )\bhigh school\b|\bupper school\b|\butc\b|\buni(?:versity)? tech(?:nical)? college
  |\bstudio school
  |\bcity technology college|\bctc\b
  |\b1[1-4] ?(?:-|to) ?1[689]s?\b(?! ?(?:months|mths|years(?! old)|yrs))`;
/** Classes that only secondary schools have all of. */
const secondaryClasses = pattern`\by(?:ea)?r?s? ?[789] ?(?:-|to|through to) ?(?:y(?:ea)?r? ?)?1[0-3]\b
  |\bks ?3 ?(?:and|-|\/|to|&|,) ?(?:ks ?)?[45]\b`;
const primaryPhase =
  /\bprimary\b|\bks[12]\b|\b(?:y(?:ea)?rs?|y) ?[1-6]\b(?! ?(?:-|to))|\b(?:reception|infants?|juniors?)\b/;
const secondaryPhase = /\bsecondary\b|\bks[34]\b|\bgcse\b|\b(?:y(?:ea)?rs?|y) ?(?:[7-9]|1[01])\b/;

const tutor =
  /\b(?:run|own|have) (?:my own |a |an? )?tuition\b|\btuition (?:firm|company)\b|\b(?:private|self-employed|freelance|home|online) (?:maths )?tutor(?:ing)?\b|\btutor\b.*\b(?:privately|from home|online)\b/;
const retired = /^(?:i |i'm |i am |he |he's |she |she's |now )*retired\b(?! from (?!teaching))/;
const teachesNow =
  /\b(?:now|still|again)\b(?!.*\b(?:tutor\w*|kitchen|home)\b).*\b(?:teach\w*|at|in|school)\b|\bteach (?:maths|one|two|part)\b/;
const outOfSchool = pattern`\bi lecture\b|\bnever (?:worked|taught) in (?:a |any )?schools?\b|\bi (?:now )?(?:sell
  |drive)\b|\bno school since\b|(?<!and )\bout of (?:schools?|the classroom|teaching) since\b
  |^(?:i |she |he |i've |she's |he's )?(?:have |has )?(?:quit|packed it in|jacked it in
  |chucked it in)\b(?! (?:private|my|the|a|an)\b)
  |\b(?:i'm|she's|he's|i am|now) (?:now )?in (?:recruitment|banking|finance|insurance|sales|retail|marketing|law
  |publishing
  |industry|accountancy|logistics|property|hr)(?: now)?(?= *(?:[.,;?!]|$)| and\b)
  |\bnow (?:i|she|he) works? (?:in|for|at) an? (?:\w+ )?(?:bank|office|shop|factory|warehouse|pub|start-?up|charity
  |publisher
  |law firm|call centre|garden centre|tech company)\b
  |(?:\bnot
  |n't) working anywhere\b|\b(?:left|quit|gave up|given up) teaching(?! (?!(?:in|last|this|and|altogether
  |for good)\b)\w)|\bretired (?:from teaching|(?:maths )?teacher)\b
  |\buniversity lecturer\b|\blectur\w+ (?:at|in) (?:an? |the )?uni
  |\b(?:i'm|i am|she's|he's|is|am|now) (?:now |currently )?an? (?:accountant|estate agent|engineer|actuary|analyst
  |developer|lawyer|solicitor|nurse|full[- ]time (?:mum|dad|parent|carer))\b|\bno longer (?:work
  |teach) in (?:a )?schools?\b
  |(?:\bnot|n't) (?:currently |now |actually )?(?:(?:work|teach|working|teaching|employed) )?(?:in|for
  |at) (?:a |any )?schools?\b`;
/** Somebody is not sure of it. */
const guess =
  /\b(?:think|believe|guess|suppose|assume|presume|(?:might|may|could|must|should) be|probably|possibly|perhaps|maybe|asked \w+ if|calls? us)\b/;
/** Schools that are looked at or helped, or named as what theirs is not. */
const visiting = pattern`\bin (?:a|the same) (?:trust|mat) (?:with|as)\b|\b(?:under secondary|(?:state
  |secondary) enough)\b|\b(?:pupils|students|kids|children) from\b|\bsell\w*\b|\b(?:count|class(?:ed)?|treated) as\b
  |\b(?:parent|mum|dad|father|mother) of\b|^there(?:'s| is| are)\b|\b(?:trust|mat|group|chain|federation
  |foundation) (?:\w+ )?(?:runs?|owns?|has|includes?)\b|\b(?:visit\w*|observ\w*|watch\w*|see an?|book\w*|feeder
  |governor|work\w* with(?! (?:me|us)\b)
  |support\w*|help\w*
  |shar\w+ (?:an? |our |the )?(?:\w+ )?\w+ with|^(?:the|a|our) (?:\w+ )?(?:school|academy|comp|college
  |secondary) (?:down|up|over|across|round|opposite|next door)\b|next door to|across town|feeds? into|down the road from
  |partner\w* with|transition|experience (?:in|of|at|with) (?:\w+ )?(?:secondaries|schools|academies))\b`;
const denial = pattern`\bno longer (?:work\w* |teach\w* )?(?:in |at |for )?(?:an? |the |my )?(?:private|independent
  |fee)|(?:\b(?:not|never)|n't) (?:\w+ )?(?:an? |in an? |at an? )?
  (?:private|independent|fee|fe\b|prep|special|middle|sixth|state|secondary|primary|maintained)`;

/**
 * Whether a person's school is state-funded and secondary, from the clauses about their present, from all of them, and
 * from what is in doubt besides. A name settles nothing; what the document leaves open is for the hub; what was not said
 * stays undefined. It is a "no" only where nothing that may be about today says the opposite.
 */
export function schoolFrom(present: string[], all: string[], inDoubt: string[]): School {
  const own = present.filter(
    (clause) => ![visiting, denial, guess, whichOfThem, asksIfItIs].some((other) => other.test(clause)),
  );
  const open = inDoubt.filter(
    (clause) => mayBeNow(clause) && !asksOfIt.test(clause) && ![visiting, denial].some((other) => other.test(clause)),
  );
  const funding = uncontested(fundingFrom(saidIn(own, funded)), stateFunded, saidIn(open, funded));
  const phase = uncontested(phaseFrom(saidIn(own, phased)), secondary, saidIn(open, phased));
  if (
    all.some((clause) => retired.test(clause)) &&
    !all.some((clause) => comeBack.test(clause) || teachesNow.test(clause))
  )
    return { stateFunded: 'no', secondary: 'no' };
  const gone = all.some((clause) => outOfSchool.test(clause)) && !all.some((clause) => comeBack.test(clause));
  const inASchool = own.some((clause) => aState.test(clause) && !worked.test(clause));
  const tutors = own.some((clause) => tutor.test(clause));
  if (!inASchool && (gone || tutors)) return { stateFunded: 'no', secondary: 'no' };
  if (gone || (tutors && !own.some((clause) => aState.test(clause) && teachesThere.test(clause)))) return {};
  if (funding === 'yes' && inDoubt.some((clause) => whichKind.test(clause))) return phase ? { secondary: phase } : {};
  const farOff =
    all.some((clause) => farAway.test(clause)) && own.some((clause) => /\b(?:teach|work)\w*\b.*\bthere\b/.test(clause));
  if (farOff) return { stateFunded: 'ask-hub', ...(phase && { secondary: phase }) };
  const notState = all.some((clause) => /(?:\bnot|n't) (?:an? )?state[- ]?(?:funded|school)/.test(clause));
  return {
    ...((notState || funding) && { stateFunded: notState ? 'no' : funding }),
    ...(phase && { secondary: phase }),
  };
}

/** "Moved to Edinburgh and teach in a state secondary there." */
const farAway = pattern`\b(?:moved|relocated|live|living|qualified|trained)\b.*\b(?:${beyondEngland}|${abroad})\b`;
/** "Whether it's state or private I couldn't tell you." */
const whichKind =
  /\bwhich side of the (?:line|fence)\b|\bwhether\b.*\b(?:state|private|independent)\b.*\b(?:couldn't|can't|don't|not sure|unsure|no idea)\b|\b(?:couldn't|can't|don't|not sure|unsure|no idea)\b.*\b(?:if|whether)\b.*\b(?:state|private|independent)\b/;
/** "Is a girls' high school state funded?" */
const whichOfThem =
  /^(?:is|are|does|do|would|will) (?!(?:i|we|he|she|they)\b).*\b(?:state(?:[- ]funded)?|private|independent|secondary) ?\?$/;
/** "Am I still in a secondary school?" */
const asksIfItIs =
  /^(?:so |and |but )*(?:am|are|is|does|do) (?:i|we|it|that|this|they)\b.*\b(?:secondary|state|private|independent)\b.*\?/;
/** "Does that make us state-funded?" */
const asksOfIt = /^(?:so |and |but )*(?:do|does|is|are|will|would|did)\b.*\?$/;
const teachesThere = /^(?!(?:my|our|the) ).*\b(?:teach|teacher|work|job|post|i'm|here)\b/;
const worked =
  /^(?:i |she |he )?(?:taught|worked|spent|did|had)\b|^(?:after |about |over )?[\w.]+ (?:years?|yrs|terms|months)\b/;

type Said = (pattern: RegExp) => boolean;

/** What is said of a kind of thing where somebody is by now. */
function saidIn(clauses: string[], kind: RegExp): Said {
  const here = fromArrival(clauses, kind);
  return (pattern) => here.some((clause) => pattern.test(clause));
}

const uncontested = <A>(answer: A | 'no', opposite: RegExp, maybe: Said) =>
  answer === 'no' && maybe(opposite) ? undefined : answer;

const either = (...patterns: RegExp[]) => new RegExp(patterns.map(({ source }) => source).join('|'));
const funded = either(stateFunded, feePaying, fundingForTheHub, forcesSchool);
const aState = either(stateFunded, secondary);
const phased = either(primary, secondary, secondaryClasses, phaseForTheHub);

function fundingFrom(said: Said): Facts['stateFunded'] {
  if (said(forcesSchool)) return 'ask-hub';
  if (said(feePaying)) return said(stateFunded) ? undefined : 'no';
  if (said(fundingForTheHub)) return 'ask-hub';
  return said(stateFunded) ? 'yes' : undefined;
}

function phaseFrom(said: Said): Facts['secondary'] {
  if (said(/\ball[- ]through/)) return said(secondaryPhase) && !said(primaryPhase) ? 'yes' : 'ask-hub';
  if (said(phaseForTheHub)) return 'ask-hub';
  if (said(primary)) return said(secondary) || said(secondaryClasses) ? undefined : 'no';
  return said(secondary) || said(secondaryClasses) ? 'yes' : undefined;
}
