import { everywhere, part, pattern } from './pattern.ts';

const person = part`(?:i|he|she|they|(?:someone|somebody) like (?:me|us)|someone|somebody|someone (?:with|in) my \w+
  |any(?:one|body)(?: (?:in|on|at) (?:my
  |our) \w+)?
  |(?:one|some|any) of (?:my|our|the) (?:\w+ ){0,2}?(?:teachers?|staff|team|colleagues?|department|dept)|(?:my|our|a
  |the) (?:\w+ )?
  (?:(?:colleague|mate|friend)(?: [a-z]+)?|teacher|ect|nqt|hod|2ic|partner|wife|husband|deputy|head of \w+|ta|hlta
  |(?:teaching
  |cover) (?:assistant|supervisor)))`;
const fill = '(?:still |even |actually |also |now |be |already )*';

/** Asks outright whether a person may apply. */
const outright = pattern`\b(?:am|is|are|was|would|will|could|might) ${person} ${fill}(?:eligible|allowed|ok|okay
    |suitable|(?:the )?right (?:for|sort|kind|person)|(?:the )?(?:sort|kind|type) of (?:person|teacher)
  |able to (?:apply|join|do this|take part)|too (?:early|new|junior
  |senior
    |inexperienced|soon|late))\b
  |\b(?:do|does|would|will|did) ${person} ${fill}(?:qualify|count|(?:meet|fit) (?:(?:all|the|your|these|entry
  |eligibility) )+(?:criteria
  |requirements|bill)|meet (?:the|all|your|these|every)|fit the|tick)\b
  |\b(?:can|could|may|is it ok (?:for me )?to|ok to|am i able to) (?:${person} )?${fill}apply\b
    (?! (?:for (?:a |my )?(?:refund|funding|cover|two)|through|via|online|twice|late|to two|on behalf|by|after|next
    |with (?:a|my) (?:colleague|friend)))
  |\b(?:can|could|may|might) ${person} ${fill}(?:qualify|be (?:eligible|considered|accepted))\b
  |\b(?:can|could|may|might) ${person} ${fill}(?:do|join|go on|get on(?:to)?|come on|take part in) (?:this|it|that
  |the (?:\w+ )?(?:programme|course|training|scheme|thing)|this (?:programme|course))(?= *(?:[?.!,]|$|\b(?:too|please
  |as well|myself
  |then)\b))
  |\b(?:can|could|may|might) ${person} (?:be|become) (?:an?|one of (?:these|the|your)) (?:\w+ ){0,2}specialists?\b
  |\bhave i got (?:what it takes|enough)\b|\b(?:my|her|his) (?:experience|background) makes? (?:me|him|her) eligible\b
  |\beligible\b ?\??$|^(?:and )?eligible\b|[.,;] ?eligible ?\?
  |\b(?:check|work out|find out|see) (?:if|whether) ${person}(?:'m| am|'s| is|'re| are)?[ ]
    (?:eligible|qualify|can apply)`;

/** Asks it only when facts about a person stand beside it. */
const withFacts = pattern`\b(?:can|could|may) (?:i|he|she|they) ?\?$|\b(?:can|could|may|would) (?:an?|someone
  |somebody|one of)\b[^?]{0,90}\b(?:apply|join
  |take part|count
  |qualify)\b
  |\b(?:can|could|may|should|would) (?:i|he|she|they|we)\b[^?]{0,25}\b
    (?:do (?:this|it)|join|go for|take part|be considered|come (?:on|along)|get on|get in|become|sign up|be a)\b
  |\b(?:long|good|experienced|qualified) enough\b|\benough (?:experience|time|years)\b
  |\bis (?:that|this|it) (?:enough|ok|okay|all)|\btoo (?:early|soon|new|junior|senior|late)\b
  |\bdo(?:es)? (?:\w+ ){1,4}(?:count|matter|qualify|rule)|\b(?:rule|rules|ruled) (?:me|us|him|her|them) out
  |\b(?:stop|bar|disqualify|exclude|prevent)s? (?:me|us|him|her|them)\b|\b(?:open|available) (?:to|for) (?:me|us|him|her
  |them)\b|\bmakes? (?:me|us|him|her|them) eligible\b|\byes or no\b|\bam i (?:ok|okay|in|out|allowed|there)
  |\beligible or not?\b|\bin or out\b|\bany chance\b|\bworth (?:me )?(?:applying|a go)\b
  |\bwould (?:they|you|it) (?:have|take|accept|consider|let) (?:me|her|him|them|an application)\b|\b(?:would|will
  |could) (?:i
  |he|she) (?:still )?be (?:let|considered|accepted|taken)\b|\bput (?:her|him|them) forward\b|\bwhat else do i need\b
  |\bdo i have (?:what|enough)
  |\bok(?:ay)? (?:for|to)\b|\b(?:do|does|would|will|have|has|did) (?:i|he|she|they) (?:still |just |even |now )*(?:fit
  |pass|get
  (?:through|in)|make (?:it|the cut)|scrape\w*|wasted)\b|\b(?:what|how) about (?:me|him|her)\b|\b(?:all|i'm
  |is that) (?:fine|good)\?
  |\bis there (?:any|a) (?:route|way|hope|chance)\b|\bis (?:my|her|his|the|this|that|it|being
  |having)\b[^?]{0,40}\b(?:problem|issue|barrier
  |obstacle|deal-?breaker)\b|\b(?:can|could|should|may) (?:i|we) (?:nominate|put|enter|recommend|suggest|propose)\b`;

/** Asks something else: how, when, where, or about the programme. */
const somethingElse = pattern`\b(?:how|when|where|what|which|why)\b(?! (?:if|about|else do i need))
  |\b(?:do|will|would|must) (?:i|we|they|my|you) (?:have|need|get|be|work|still)\b|\b(?:is|are) (?:there|the)\b
  |^(?:log|show|book|record|add|put|delete|send|resume|start)\b`;
const howOrWhen =
  /\b(?:how|when|where(?! does (?:that|this|it) leave)|what (?:date|day|time)|who|which hubs?) (?:do|does|can|could|should|would|may) /;

/** "Do the rules say that applicants must have QTS?" */
const ofRules = /\b(?:do|does|are|is|must|should) (?:the )?(?:rules?|criteria|applicants?|candidates)\b/;

/** Nothing but what bars oneself: "I don't have QTS". */
const barred =
  /^(?:but |sorry,? )?i (?:don't|do not|haven't|have not|have no)(?: (?:have|got|hold|any|a|my))* qts[.! ]*$/;

/** Words that tell nothing about a person. */
const courtesies = everywhere`\b(?:hi|hiya|hello|hey|there|morning|afternoon|folks|honestly|any chance|get on|they
  |want|please|pls|plz|thanks|thank you|for|to|the|this|it|a|an|be|become|apply
  |programme|mastery|specialists?|cohort 10|ncp25-03|at all|or not|yet|now|today|just|quick|question|wondering|if
  |i(?:'m)?|was|do|you
  |know|think|can|could|tell|me|check|whether|and|my|colleague|mate|friend|sort|kind|of|person
  |in|thing|team|teacher|department|does|someone|with)\b`;

/**
 * Whether a plain message asks if a certain person may apply, rather than what the rule is ("who can apply?") or how to
 * apply. `stated` is how many facts it tells about them: somebody who tells several and asks nothing else asks it too.
 */
export function asks(message: string, stated: number): boolean {
  if (howOrWhen.test(message) || (stated < tellsMost && ofRules.test(message))) return false;
  if (outright.test(message)) return stated > 0 || isBare(message);
  if (stated > 0 && (withFacts.test(message) || barred.test(message))) return true;
  if (stated >= tellsMost && !openQuestion.test(message)) return true;
  return stated >= (message.includes('?') ? 3 : 2) && !somethingElse.test(message);
}

/** So many facts are told only for a verdict. */
const tellsMost = 4;
const openQuestion = /\b(?:how|when|where(?! (?:i|he|she|they|does (?:that|this|it) leave)\b)|what|which|why|who)\b/;

/** Nothing but the question, "hi, am I eligible for the programme please?", beside what asks nothing: "She is brilliant." */
function isBare(message: string): boolean {
  const sentences = message.match(/[^.!?]+[.!?]*/g) ?? [];
  return sentences.every((sentence) =>
    outright.test(sentence) || sentence.includes('?')
      ? !/[a-z]/.test(sentence.replace(outright, ' ').replace(courtesies, ' '))
      : praise.test(sentence),
  );
}

/** Says nothing that a verdict could rest on. */
const praise = pattern`^\W*$|^ ?(?:(?:he|she|they|i)(?:'s|'m|'re| is| are| am)|(?:a|my|our) (?:\w+ )?(?:colleague
  |friend|mate|teacher)(?: of mine)?(?:'s| is)?|one
  of (?:my|our) (?:team|teachers|staff) is) (?:an? )?(?:really |very |so |such an? |absolutely )*(?:brilliant|great
  |fantastic|amazing|excellent
  |lovely|keen|good|interested|enthusiastic|ace|star)\b|^ ?(?:i'd|she'd|he'd|i|we|(?:a|my|our) (?:\w+ )?(?:colleague
  |friend|mate|teacher)(?: of mine)?) (?:really |would )*(?:loves?|likes?|wants?|is hoping) to\b
  |^ ?i (?:just |really )?love (?:teaching )?maths\b`;
