/** The field's words and their short forms, each as one term. Longer wordings come first. */
const glossary: [RegExp, string][] = [
  [/\bwhat'?s\b/g, 'what'],
  [/\bsecondary (?:maths )?(?:teaching for )?mastery specialists? programme\b/g, 'programme'],
  [/\b(?:secondary )?(?:maths )?mastery specialists?\b|\bsms\b/g, 'specialist'],
  [/\b(?:qualified teacher status|q t s|qualified teachers?|fully qualified)\b/g, 'qts'],
  [/\bunqualified\b|\bnot qualified\b/g, 'no qts'],
  [/\b(?:subject|curriculum) lead(?:er)?s?(?:')? communit(?:y|ies)\b|\bslcs?\b/g, 'slc'],
  [/\bncp ?25-15\b/g, 'slc slccode'],
  [/\b(?:subject|curriculum) lead(?:er)?s?\b|\bhods?\b/g, 'subjectleader'],
  [/\bheads? of (?:maths|departments?|dept|faculty)\b/g, 'subjectleader'],
  [/\bhead of school\b|\bexecutive head\b/g, 'standin'],
  [/\b(?:deputy|assistant|vice) (?:head(?:teacher)?|principal)s?\b|\bdeput(?:y|ies)\b/g, 'standin'],
  [/\bstand(?:s|ing)? in\b|\bsubstitute\b|\bin (?:place|stead) of\b|\binstead of\b/g, 'standin'],
  [/\bhead ?teachers?\b|\bheads?\b|\bprincipals?\b|\bht\b/g, 'headteacher'],
  [/\bprofessional development lead(?:er)?(?: programme)?\b|\bpd lead(?:er)?(?: programme)?\b|\bpdlp\b/g, 'pdlead'],
  [/\bprofessional development\b|\bcpd\b|\binset\b/g, 'pd'],
  [/\blocal leaders? of (?:maths|mathematics)(?: education)?\b|\bllmes?\b/g, 'llme'],
  [/\bteaching for mastery\b|\btfm\b/g, 'mastery'],
  [/\bfive big ideas\b|\b5 big ideas\b/g, 'bigideas'],
  [/\binfo(?:rmation)? doc(?:ument)?\b/g, 'infodoc'],
  [/\bproject year\b|\byear of the project\b/g, 'projectyear'],
  [/\b(?:year|yr|y) ?(?:one|1)\b|\b(?:first|1st) (?:year|yr)\b/g, 'yearone'],
  [/\b(?:year|yr|y) ?(?:two|2)\b|\b(?:second|2nd) (?:year|yr)\b/g, 'yeartwo'],
  [/\b(?:year|yr|y) ?(?:three|3)\b|\b(?:third|3rd) (?:year|yr)\b|\bthree[ -]years?\b|\b3[ -]years?\b/g, 'yearthree'],
  [/\b(?:two|2)[ -]years?\b/g, 'twoyears'],
  [/\bseven and a half\b/g, '7.5'],
  [/\bfive and a half\b/g, '5.5'],
  [/\bfifteen\b/g, '15'],
  [/\btenth\b|\bten\b/g, '10'],
  [/\btwo\b/g, '2'],
  [/\bone\b/g, '1'],
  [/\bin[ -]school\b|\bschool[ -]based\b/g, 'inschool'],
  [/\bin[ -]hub\b/g, 'inhub'],
  [/\bcentrally(?: run| held)?\b|\bcentral\b/g, 'central'],
  [/\bmaths? hubs?\b/g, 'hub'],
  [/\bearly career teachers?\b|\bnewly qualified(?: teachers?)?\b|\b(?:ect|nqt)s?\d?\b/g, 'ect'],
  [/\b(?:senior|school) lead(?:er|ership)s?(?: team)?\b|\bleadership team\b|\bslt\b/g, 'schoolleader'],
  [/\b(?:pupils?|kids?|child(?:ren)?|learners?)\b/g, 'student'],
  [/\bstate[ -](?:funded|schools?|sector)\b/g, 'statefunded school'],
  [/\b(?:independent|private|fee[ -]paying)\b/g, 'private'],
  [/\bhow (?:many|much)\b|\bnumber of\b/g, 'howmany'],
  [/\bhow long\b|\bduration\b|\blength\b/g, 'howlong'],
  [/\bhow often\b/g, 'howoften'],
  [/\b(?:what|which) (?:date|day|time)\b|\bon which (?:date|day)\b|\bwhen\b/g, 'when'],
  [/\b(?:have|has|need|needs) to\b|\b(?:must|needed|needs?|required?|requires|requirements?)\b/g, 'must'],
  [/\b(?:compulsory|obligatory|mandatory|essential|necessary)\b/g, 'must'],
  [/\b(?:applying|applies|applied|applicants?|applications?|candidates?)\b/g, 'apply'],
  [/\b(?:eligibility|qualify|criteria|entry)\b/g, 'eligible'],
  [/\b(?:observe|observing|observation|watch|watching|visits|visiting|visited)\b/g, 'visit'],
  [/\b(?:out of|away from|off) (?:school|lessons|timetable|classes|class|the classroom)\b/g, 'release days'],
  [/\b(?:out of|away from) my class(?:es|room)?\b|\btime out\b/g, 'release days'],
  [/\b(?:pounds?|£)\b|£/g, ' money '],
  [/\b(?:funding|funded|money|grants?|reimburs\w+|refund\w*)\b/g, 'money'],
  [/\b(?:fees?|price|charged?|invoice|costs)\b/g, 'cost'],
  [/\b(?:paid|pays|payment|payments|paying)\b/g, 'pay'],
  [/\b(?:select\w*|choos\w+|chosen|pick\w*)\b/g, 'select'],
  [/\b(?:aims?|purpose|objectives?|emphasis|concentrate)\b/g, 'focus'],
  [/\b(?:closing|deadline|close|closes|cut-?off)\b(?! (?:\w+ ){0,2}doors?\b)/g, 'deadline'],
  [/\b(?:colleagues?|fellow|others?)\b/g, 'other'],
  [/\bdept\b/g, 'department'],
];

/** Words that say nothing about what is asked. */
const ignored = new Set(
  `a an the is are am was were of to in on for and or at it its this that these those be been being i im ive me
   my mine you your we our us he she they them their do does did done will would can could may might shall should
   please pls plz hi hello hey thanks so just with if as there any some by from about have has had get gets got
   getting also really actually then than s t m re ve ll d not don doesn isn wont quick question know tell give
   say says said think want wants like need thing things stuff bit lot kind sort go goes going doing use used
   heard told someone somebody anyone anything something mean means meant supposed look looking let whether yet
   even ever very quite roughly basically exactly currently now still too well ok okay yes sure thats whats
   because while only myself here everyone way up out back put`.split(/\s+/),
);

/** In characters. What lies beyond is not read. */
const readable = 500;

/** A question as terms: the field's short forms spelt one way, little words out, endings off. Reads 500 characters. */
export function termsOf(text: string): string[] {
  let plain = text.slice(0, readable).normalize('NFKC').toLowerCase().replace(/[’‘`]/g, "'");
  for (const [wording, term] of glossary) plain = plain.replace(wording, ` ${term} `);
  const words = plain.match(/\d+(?:\.\d+)?|[a-z][a-z-]*/g) ?? [];
  return words.filter((word) => !ignored.has(word)).map(stem);
}

/** Takes the commonest endings off, the same way for a question and for what it is compared with. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[a-z]{3})s$/, '');
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')
    .replace(/(?:ing|ed)$/, '')
    .replace(/(?:([bdgmnprt])\1)$/, '$1')
    .replace(/e$/, '');
}
