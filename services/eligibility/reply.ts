import type { CriterionId } from './criteria.ts';
import { type Facts, factNames } from './facts.ts';
import { anyDay, factsFrom } from './facts-from-text.ts';
import { month } from './months.ts';
import { pattern } from './pattern.ts';
import { plain } from './plain.ts';
import { whoIsMeant } from './who-is-meant.ts';

const thanks = `(?:[,. ]+(?:thanks|thank you|ta|cheers|mate|of course|definitely|absolutely|sure))*`;
const yes = pattern`^(?:(?:yes|yep|yeah|yup|aye|correct|true|y|i do|i have|i am|it is|we are|of course|absolutely
  |definitely
  |indeed)
  (?:[,. ]+(?:i|it|we|they|she|he) (?:do|have|am|is|are|does|has))?(?:[,. ]+(?:it|i)(?:'s|'m|'ve) (?:is|got it
  |one))?)${thanks}[.! ]*$`;
const no = pattern`^(?!no[,. ]+(?:thanks|thank you|ta|cheers)\b)(?:(?:no|nope|nah|n|not yet|no not yet|afraid not
  |i'm afraid not|unfortunately not|sadly not|i don't|i haven't|it isn't|it's not
  |i'm not|never)(?:[,. ]+(?:i|it|we|they|she|he) ?(?:don't|do not|haven't|have not|am not|isn't|is not|aren't|doesn't
  |hasn't
  |'m not|'s not))?
  (?:[,. ]+(?:not )?(?:yet|at the moment))?)${thanks}[.! ]*$`;
const yesToAll =
  /^(?:yes|yep|yeah) to (?:all|both|everything)(?: of (?:them|those|these|it))?[.! ]*$|^(?:all|both) yes[.! ]*$/;
const asking = pattern`\?|^(?:so |and |but |ok )*(?:how|what|whats|what's|when|where|which|who|why|can|could|do|does|is
  |are
  |will|would
  |should)\b|\b(?:how|when|where|what|who|why) (?:do|does|can|is|are|will|many|much|long|to)\b|^(?:please )?(?:log|show
  |book
  |record|add|put|delete
  |send|resume|start|open|cancel|help|tell|say)\b`;
const time = pattern`^(?:in |since |from |about |around |roughly |nearly |almost |over |just over |just under |only |i started |started |it was )*
  (?:\d[\d./ +-]*|(?:${'one|two|three|four|five|six|seven|eight|nine|ten|a|an|last|this'}) )?[ ]?[a-z+ ,/.'\d-]{0,30}$`;

/** In characters: a bare answer is short. */
const short = 60;

/** Whether a message that asks nothing tells something of oneself: an answer to what was asked, in words or a bare yes or no. */
export function tells(text: string): boolean {
  const message = plain(text.slice(0, 1000)).trim();
  if (asking.test(message) || whoIsMeant(text) !== 'self') return false;
  if (yes.test(message) || no.test(message) || yesToAll.test(message)) return true;
  return Object.keys(factsFrom(text, anyDay)).length > 0 || aYear.test(message);
}

const aYear = pattern`^(?:in |since |about )?(?:${month} |0?\d[/.]|1[0-2][/.])?(?:19|20)\d\d[.! ]*$`;

/**
 * What an answer says when these criteria were asked: all that it states, and where just one was asked, also what a bare
 * "yes", "4 years" or "2019" means for that one. A bare yes to several tells nothing, unless it is "yes to all".
 */
export function factsFromReply(text: string, asked: CriterionId[], today: string): Facts {
  const stated = factsFrom(text, today);
  const message = plain(text.slice(0, 1000)).trim();
  if (yesToAll.test(message)) return Object.assign({}, ...asked.map((one) => answered(one, 'yes')), stated);
  const [only, another] = asked;
  if (!only || another || message.length > short) return stated;
  if (only !== 'experience' && yesSince.test(message)) return answered(only, 'yes');
  return { ...bare(only, message, today), ...stated };
}

/** Asked for QTS, "yes, since 2019" tells how long they have had that. */
const yesSince = pattern`^(?:yes|yep
  |yeah)[,. ]+(?:i |it |got it |awarded |have |for |since |in |from |about )+(?:${month} )?[\d ]+(?:years?
  |yrs?)?[.! ]*$`;

function bare(criterion: CriterionId, message: string, today: string): Facts {
  if (criterion === 'experience') return timeFrom(message, today);
  if (yes.test(message)) return answered(criterion, 'yes');
  if (no.test(message)) return answered(criterion, 'no');
  if (criterion === 'maths-teacher') return picked(factsFrom(`i teach ${message}`, today), 'mathsTeacher');
  if (criterion === 'state-funded' && feePaying.test(message)) return { stateFunded: 'no' };
  return {};
}

const feePaying =
  /^(?:no[,. ]+)?(?:it's |it is |we're )?(?:an? )?(?:private|independent|fee[- ]paying)(?: one)?[.! ]*$/;

/** A bare answer tells nothing of how long. */
const answered = (criterion: CriterionId, answer: 'yes' | 'no'): Facts =>
  criterion === 'experience' ? {} : { [factNames[criterion]]: answer };

/** "2019", "since Sept 2023", "about 4 years": the time since somebody started to teach. */
function timeFrom(message: string, today: string): Facts {
  if (message.length > short || !time.test(message)) return {};
  const start = message.replace(/^(?:i |it was )?(?:started |began )?(?:teaching )?(?:(?:in|since|from|around) )?/, '');
  const since = picked(factsFrom(`teaching since ${start}`, today), 'experience');
  return since.experience ? since : picked(factsFrom(`teaching for ${message}`, today), 'experience');
}

const picked = (facts: Facts, name: keyof Facts): Facts => (facts[name] === undefined ? {} : { [name]: facts[name] });
