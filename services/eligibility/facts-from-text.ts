import { asks } from './asking.ts';
import { elided, experienceAtLarge, nothingElse } from './at-large.ts';
import { clausesOf, evenInDoubt } from './clauses.ts';
import { corrected } from './corrections.ts';
import type { Experience, Facts } from './facts.ts';
import { presentOf, sameSchool, sameWork } from './moves.ts';
import { pattern } from './pattern.ts';
import { plain } from './plain.ts';
import { qtsFrom } from './qts.ts';
import { outcomeOfExperience } from './rules.ts';
import { schoolFrom } from './school.ts';
import { mathsFrom } from './subject.ts';
import { itemised } from './telegram.ts';
import { experienceFrom, timed } from './tenure.ts';
import { namesMaths } from './unopposed.ts';

/** In characters. A longer message is not read: half a story could give the wrong verdict. */
const readable = 1000;
/** Whether a message is short enough to be read, also once its signs are spelt out: one sign may stand for a sentence. */
export const isReadable = (text: string): boolean =>
  text.length <= readable && text.normalize('NFKC').length <= 2 * readable;

/**
 * What a message says about a teacher, on an ISO date. It reads a small set of wordings and never guesses: whatever it is
 * not sure of stays absent, to be asked; so does a length of experience on both sides of two years, which settles
 * nothing. A message of more than 1,000 characters is not read at all.
 */
export function factsFrom(text: string, today: string): Facts {
  if (!isReadable(text)) return {};
  const message = itemised(corrected(plain(text)));
  const clauses = clausesOf(message);
  const present = presentOf(clauses);
  const qts = qtsFrom(clauses, message);
  const experience = experienceIn(message, today);
  const mathsTeacher =
    mathsFrom(sameWork(present, clauses), clauses) ?? (namesMaths(clauses, message) ? 'yes' : undefined);
  return {
    ...(mathsTeacher && { mathsTeacher }),
    ...(qts && { qts }),
    ...schoolFrom(sameSchool(present), clauses, evenInDoubt(message)),
    ...(experience && outcomeOfExperience(experience) !== 'missing' && { experience }),
  };
}

/** Other teaching than the time that is told, of which nobody says that there was none. */
const mayBeMore = (message: string) => other.test(message) && !nothingElse.test(message);
const other = pattern`\b(?:(?<!\b(?:not|never) )before(?! (?:retrain\w*|teaching))|previous\w*|earlier|unqualified
  |overseas|abroad|supply|agency|another (?:school|comp|academy)|on top|add(?:s|ed)?|as well
  |first time round|originally)\b`;

/** By the wordings that are known; by the message at large where they settle nothing, and where there was nothing else. */
function experienceIn(message: string, today: string): Experience | undefined {
  const marked = timed(message, today);
  const read = experienceFrom(message, marked);
  const outcome = read ? outcomeOfExperience(read) : 'missing';
  if (outcome === 'not-met' && (mayBeMore(message) || elided.test(marked))) return undefined;
  if (outcome === 'met' || outcome === 'not-met') return read;
  const atLarge = experienceAtLarge(clausesOf(marked), message);
  const isSurer = atLarge && (outcome === 'missing' || outcomeOfExperience(atLarge) === 'not-met');
  return isSurer ? atLarge : read;
}

/**
 * Whether a message asks if a certain person may apply, and so wants a verdict. "Who can apply?" and "do I need QTS?" ask
 * what the rule is; "how do I apply?" asks neither.
 */
export function asksAboutEligibility(text: string): boolean {
  if (!isReadable(text)) return false;
  return asks(plain(text), Object.keys(factsFrom(text, anyDay)).length);
}

/** For where only counts how many facts there are, which hardly depends on the day. */
export const anyDay = '2026-01-01';
