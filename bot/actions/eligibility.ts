import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { eligibilityForm } from '../../cards/eligibility/eligibility-form.ts';
import { eligibilityQuestion, hasButtons } from '../../cards/eligibility/eligibility-question.ts';
import { forgotten } from '../../cards/eligibility/forgotten.ts';
import { verdict as verdictCard } from '../../cards/eligibility/verdict.ts';
import { askHubButtons } from '../../cards/hub-questions/ask-buttons.ts';
import { dateInEngland } from '../../services/clock.ts';
import { criteria } from '../../services/eligibility/criteria.ts';
import { experienceSince } from '../../services/eligibility/experience.ts';
import { type Facts, factNames, facts } from '../../services/eligibility/facts.ts';
import { factsTold } from '../../services/eligibility/facts-told.ts';
import { forgetTold, keepTold, told } from '../../services/eligibility/memory.ts';
import { withNewer } from '../../services/eligibility/remembering.ts';
import { factsFromReply, tells } from '../../services/eligibility/reply.ts';
import { type Verdict, verdictOn } from '../../services/eligibility/rules.ts';
import { whoIsMeant } from '../../services/eligibility/who-is-meant.ts';
import { isoMonth } from '../../services/iso-month.ts';
import type { AnswerPart } from '../../services/questions/answer.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';
import { partInWords } from './part-in-words.ts';

export const eligibility: Pick<
  ActionHandlers,
  'eligibility.open' | 'eligibility.check' | 'eligibility.answer' | 'eligibility.forget'
> = {
  'eligibility.open': (_, turn) => openEligibility(turn),
  'eligibility.check': check,
  'eligibility.answer': ({ known, about, criterion, answer }, turn) =>
    judgeMore({ [factNames[criterion]]: answer }, known, about, turn),
  'eligibility.forget': async (_, turn) => {
    await forgetTold(turn.deps, turn.actor);
    return { card: forgotten({}) };
  },
};

/** What else was asked, with what the document says to it. */
type Also = { label: string; value: string }[];

/** Whom the facts are about. Only what somebody says of themselves is kept. */
type AboutWhom = 'self' | 'another';

/** What is known already, with the verdict on it or the form for the rest. */
export async function openEligibility(turn: Turn): Promise<Reply> {
  const { facts: known } = await told(turn.deps, turn.actor);
  return Object.keys(known).length > 0 ? judge(known, {}, 'self', turn) : askFor(verdictFor({}, turn), {}, 'self');
}

/** The verdict on a message that asks for one. What somebody told of themselves before counts too. */
export async function judgeText(text: string, turn: Turn, also: AnswerPart[]): Promise<Reply> {
  const said = await factsTold(turn.engine, text, today(turn));
  const about = whoIsMeant(text) === 'self' ? 'self' : 'another';
  // Reading may have taken long, without the store.
  return judgeMore(said, {}, about, { ...turn, deps: turn.fresh() }, also.map(partInWords));
}

/** The verdict on a message that answers what the bot has just asked; undefined for any other message. */
export async function judgeReply(text: string, turn: Turn): Promise<Reply | undefined> {
  if (!tells(text)) return undefined;
  const { facts: before, asked } = await told(turn.deps, turn.actor);
  if (asked.length === 0) return undefined;
  const said = factsFromReply(text, asked, today(turn));
  return Object.keys(said).length > 0 ? judge(withNewer(before, said), said, 'self', turn) : undefined;
}

/**
 * The verdict once more has been said. Of oneself it counts beside what the bot remembers, which is newer than any card;
 * of somebody else, beside what the card carries.
 */
async function judgeMore(said: Facts, onCard: Facts, about: AboutWhom, turn: Turn, also: Also = []): Promise<Reply> {
  const before = about === 'self' ? (await told(turn.deps, turn.actor)).facts : onCard;
  return judge(withNewer(before, said), said, about, turn, also);
}

const today = ({ deps }: Turn) => dateInEngland(deps.clock.now());
const verdictFor = (known: Facts, turn: Turn) => verdictOn(known, today(turn));

/** The verdict on what is known, or what is still missing, asked for. */
async function judge(known: Facts, said: Facts, about: AboutWhom, turn: Turn, also: Also = []): Promise<Reply> {
  const verdict = verdictFor(known, turn);
  if (about === 'self') await keepTold(turn.deps, turn.actor, said, verdict.missing);
  if (verdict.kind === 'need-to-know') return askFor(verdict, known, about, also);
  const reasons = verdict.reasons.map(({ criterion, outcome }) => {
    const { statement, reasons: words } = criteria[criterion];
    return { criterion, statement, outcome, reason: words[outcome] };
  });
  const { kind, qualifiesFrom } = verdict;
  const { source } = criteria.experience;
  const open = reasons.find(({ outcome }) => outcome === 'ask-hub')?.statement;
  const ask = open ? askHubButtons({ op: randomUUID(), text: `Can ${whom[about]} apply? In question: ${open}.` }) : [];
  return { card: verdictCard({ kind, about, qualifiesFrom, reasons, source, ask, also }) };
}

const whom: Record<AboutWhom, string> = { self: 'I', another: 'a colleague' };

/** One press where one thing with a choice of answers is missing, else a form for all that is. */
function askFor({ missing }: Verdict, told: Facts, about: AboutWhom, also: Also = []): Reply {
  const [only, another] = missing;
  // What they said of their experience settles nothing: it is asked again, in a way that does.
  const { experience: _, ...rest } = told;
  const known = missing.includes('experience') ? rest : told;
  if (only && !another && hasButtons(only))
    return { card: eligibilityQuestion({ criterion: only, known, about, also }) };
  return { card: eligibilityForm({ known, about, also, typed: {}, problem: '' }) };
}

function check({ known, about, started, ...typed }: Input<'eligibility.check'>, turn: Turn): Promise<Reply> | Reply {
  const chosen = facts.safeParse(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')));
  const since = known.experience ? undefined : experienceSince(isoMonth(started), today(turn));
  if (!chosen.success || !(known.experience ?? since)) {
    const problem = chosen.success
      ? 'Enter the month and year you started teaching, like 09/2021'
      : 'Choose one of the answers';
    return { card: eligibilityForm({ known, about, also: [], typed: { ...typed, started }, problem }) };
  }
  return judgeMore({ ...chosen.data, ...(since && { experience: since }) }, known, about, turn);
}
