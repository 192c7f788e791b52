import { asksToPretend } from './clauses.ts';
import type { CriterionId } from './criteria.ts';
import { type Experience, type Facts, factNames, openEnded } from './facts.ts';
import { factsFrom, isReadable } from './facts-from-text.ts';
import { inLengths, marked } from './learnt/prepared.ts';
import type { Likelihood, Reader } from './learnt/reader.ts';
import { contradicts, isInDoubt, stanceOn } from './likeness.ts';
import { monthsNeeded, verdictOn } from './rules.ts';
import { spansIn } from './spans.ts';

/** From how likely on a text asks for a verdict, in whatever words, and until when it asks for something else. */
const clearlyAsked = 0.95;
const clearlyNot = 0.2;

/**
 * What a message says about a teacher, on an ISO date: what the wordings say that are known, and for what they leave open,
 * what texts like it say. Where the two contradict each other, nothing, so that it is asked for.
 */
export async function factsTold(reader: Reader, text: string, today: string): Promise<Facts> {
  const facts = factsFrom(text, today);
  const timed = markedIfShort(text, today);
  const likely = await likelihoodOf(reader, timed);
  if (!likely || timed === undefined || asksToPretend(timed)) return facts;
  const sure = !isInDoubt(text, timed);
  const known = { ...facts };
  for (const { criterion, outcome } of verdictOn(facts, today).reasons) {
    const said = likely.says[criterion];
    if (contradicts(outcome, said)) delete known[factNames[criterion]];
    const stance = sure ? stanceOn(criterion, outcome, said, timed) : undefined;
    if (stance) Object.assign(known, asFact(criterion, stance, timed));
  }
  return known;
}

/** Whether a text is like those that ask if a certain person may apply, or like those that ask something else. */
export async function asksForVerdict(reader: Reader, text: string, today: string): Promise<'yes' | 'perhaps' | 'no'> {
  const likely = await likelihoodOf(reader, markedIfShort(text, today));
  if (!likely || (likely.asked > clearlyNot && likely.asked < clearlyAsked)) return 'perhaps';
  return likely.asked >= clearlyAsked ? 'yes' : 'no';
}

/** A text with its times marked; undefined for one that is too long to be read. */
const markedIfShort = (text: string, today: string) => (isReadable(text) ? marked(text, today) : undefined);

/** Undefined for what is not read, and while nothing can be learnt or read. */
async function likelihoodOf(reader: Reader, timed: string | undefined): Promise<Likelihood | undefined> {
  if (timed === undefined) return undefined;
  const [likely] = await reader.likelihoods([inLengths(timed)]).catch(() => []);
  return likely;
}

const asFact = (criterion: CriterionId, stance: 'yes' | 'no', timed: string): Facts =>
  criterion === 'experience'
    ? { experience: stance === 'yes' ? longEnough : tooShort(timed) }
    : { [factNames[criterion]]: stance };

/** How long exactly, nobody knows then. */
const longEnough: Experience = { minMonths: monthsNeeded, maxMonths: openEnded };

/** The one time that is told, if it is too short; else nobody knows how short. */
function tooShort(timed: string): Experience {
  const [only, another] = spansIn(timed);
  if (!only || another || only.max >= monthsNeeded) return { minMonths: 0, maxMonths: monthsNeeded - 1 };
  const { min, max, startedBy } = only;
  return { minMonths: min, maxMonths: max, ...(startedBy && { startedBy }) };
}
