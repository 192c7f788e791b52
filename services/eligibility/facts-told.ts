import type { CriterionId } from './criteria.ts';
import { type Facts, openEnded } from './facts.ts';
import { factsFrom, readable } from './facts-from-text.ts';
import { prepared } from './learnt/prepared.ts';
import type { Reader } from './learnt/reader.ts';
import type { Likelihood, Stance } from './learnt/reading.ts';
import { pattern } from './pattern.ts';
import { letters } from './plain.ts';
import { monthsNeeded, type Outcome, verdictOn } from './rules.ts';
import { beforeAcademy } from './school.ts';

/**
 * From how likely on a criterion counts as met, or as not met, where no wording was recognised; and as not met after all
 * where what was recognised is for the hub to judge. Chosen by cross-validation: a wrong verdict costs more than a question.
 */
const enough = { yes: 0.93, no: 0.85, noAfterAll: 0.9 };
/** What a wording was recognised for is asked for after all where it is less likely than this. */
const doubtful = 0.12;
/** Somebody who is not sure of something is asked; likeness cannot tell of what. */
const inDoubt = pattern`\b(?:unsure|not (?:\w+ )?(?:sure|certain|clear)|not a clue|no idea|dunno|(?:don|doesn)'?t know
  |do(?:es)? not know|(?:don'?t|can'?t|cannot|could ?n'?t) (?:\w+ )?(?:recall|remember|tell|say)|nobody (?:ever )?\w+|doubts|elsewhere|who knows|whether|might|maybe|perhaps|vague|silent|counts? as|being (?:sorted|processed|looked into|checked)
  |down the road|and i both|both of us|(?:the )?(?:pair|two) of us|never said|lost track|dragged on|asked \w+ if|claims?)\b`;

/** Without any of these words, nothing was said of a criterion that could count as met. */
const named: Record<CriterionId, RegExp> = {
  'maths-teacher': /\bmath/,
  qts: /\bqts\b|\bqualified teacher/,
  'state-funded': pattern`${beforeAcademy} ?academ\w+|\b(?:state|comp|comprehensive|maintained|foundation|community|council|la|lea
    |local authority|public\w*|govern\w+|free|grammar|voluntary|v[ac]|fund\w*|trust|utc|mat)\b`,
  secondary: pattern`\bsecondar\w+|\bhigh school|\b11 ?- ?1[1-9]\b|\b(?:comp|comprehensive|ks[34]|gcse\w*|upper school
    |grammar)\b|\by(?:ear|r)?s? ?(?:7|8|9|1[01])\b`,
  // "QTS since 2017" is not how long they have taught.
  experience: pattern`\b(?:amount|nth|label)long\b|(?:^|[.,;?!])(?:(?!\b(?:qts|qualified|pgce)\b)[^.,;?!])*\bsincelong\b
    (?!(?:(?!\b(?:qts|qualified|pgce)\b)[^.,;?!])*\b(?:qts|qualified|pgce)\b)|\b(?:ever since|since then|from then|both ects?)\b`,
};

/**
 * What a message says about a teacher, on an ISO date: what the wordings say that are known, and for what they leave open,
 * what texts like it say. Where the two contradict each other, nothing, so that it is asked for.
 */
export async function factsTold(reader: Reader, text: string, today: string): Promise<Facts> {
  const facts = factsFrom(text, today);
  if (text.length > readable) return facts;
  const message = prepared(text, today);
  const likely = await likelihoodOf(reader, message);
  return likely ? weighed(facts, likely, inDoubt.test(letters(text)) ? '' : message, today) : facts;
}

/** From how likely on a text that asks for no verdict in a wording that is known asks for one. */
const clearlyAsked = 0.95;

/** Whether a text is like those that ask if a certain person may apply, and unlike all that ask something else. */
export async function asksForVerdict(reader: Reader, text: string, today: string): Promise<boolean> {
  if (text.length > readable) return false;
  const likely = await likelihoodOf(reader, prepared(text, today));
  return likely !== undefined && likely.asked >= clearlyAsked;
}

/** Undefined while nothing can be learnt or read. */
async function likelihoodOf(reader: Reader, message: string): Promise<Likelihood | undefined> {
  const [likely] = await reader.likelihoods([message]).catch(() => []);
  return likely;
}

/** Of a message in doubt, which comes empty here, nothing more is known by likeness. */
function weighed(facts: Facts, likely: Likelihood, message: string, today: string): Facts {
  const known = { ...facts };
  for (const { criterion, outcome } of verdictOn(facts, today).reasons) {
    const stance = stanceIn(message, criterion, outcome, likely.says[criterion]);
    if (stance) Object.assign(known, asFact(criterion, stance));
    if (contradicts(outcome, likely.says[criterion])) delete known[names[criterion]];
  }
  return known;
}

function stanceIn(
  message: string,
  criterion: CriterionId,
  outcome: Outcome,
  { yes, no }: Record<Stance, number>,
): 'yes' | 'no' | undefined {
  if (message === '') return undefined;
  if (outcome === 'ask-hub') return no >= enough.noAfterAll ? 'no' : undefined;
  if (outcome !== 'missing') return undefined;
  if (yes >= enough.yes && named[criterion].test(message)) return 'yes';
  return no >= enough.no ? 'no' : undefined;
}

const contradicts = (outcome: Outcome, { yes, no }: Record<Stance, number>) =>
  (outcome === 'met' && yes < doubtful) || (outcome === 'not-met' && no < doubtful);

const names = {
  'maths-teacher': 'mathsTeacher',
  qts: 'qts',
  'state-funded': 'stateFunded',
  secondary: 'secondary',
  experience: 'experience',
} as const satisfies Record<CriterionId, keyof Facts>;

/** How long exactly nobody knows then: two years at least, or less. */
function asFact(criterion: CriterionId, stance: 'yes' | 'no'): Facts {
  if (criterion !== 'experience') return { [names[criterion]]: stance };
  const experience =
    stance === 'yes'
      ? { minMonths: monthsNeeded, maxMonths: openEnded }
      : { minMonths: 0, maxMonths: monthsNeeded - 1 };
  return { experience };
}
