import { actions, type Input, isVerb, type Verb } from '../../cards/actions.ts';
import { onlyInPrivate, type Reply, type Turn } from '../turn.ts';
import { accounts } from './accounts.ts';
import { application } from './application.ts';
import { applicationDraft } from './application-draft.ts';
import { applicationMoves } from './application-moves.ts';
import { applications } from './applications.ts';
import { channels } from './channels.ts';
import { cohort } from './cohort.ts';
import { decisions } from './decisions.ts';
import { draftDeletions } from './delete-draft.ts';
import { digest } from './digest.ts';
import { eligibility } from './eligibility.ts';
import { endHubs } from './end-hub.ts';
import { endorsement } from './endorsement.ts';
import { exportsApplications } from './exports-applications.ts';
import { help } from './help.ts';
import { hubAnswers } from './hub-answers.ts';
import { hubDecides } from './hub-decides.ts';
import { hubQuestions } from './hub-questions.ts';
import { hubs } from './hubs.ts';
import { leads } from './leads.ts';
import { leadsQuestions } from './leads-questions.ts';
import { learning } from './learning.ts';
import { moves } from './moves.ts';
import { next } from './next.ts';
import { numbers } from './numbers.ts';
import { onBehalf } from './on-behalf.ts';
import { oneApplication } from './one-application.ts';
import { people } from './people.ts';
import { peopleImport } from './people-import.ts';
import { questions } from './questions.ts';
import { reserve } from './reserve.ts';
import { school } from './school.ts';
import { setUp } from './set-up.ts';
import { staged } from './staged.ts';
import { tenants } from './tenants.ts';
import { unreached } from './unreached.ts';

/** What each button does. */
export type ActionHandlers = { [V in Verb]: (input: Input<V>, turn: Turn) => Promise<Reply> | Reply };

/** Every button and what it does. A verb without a handler does not compile. */
const handlers: ActionHandlers = {
  ...help,
  ...next,
  ...hubs,
  ...questions,
  ...eligibility,
  ...application,
  ...applicationDraft,
  ...draftDeletions,
  ...applicationMoves,
  ...applications,
  ...oneApplication,
  ...decisions,
  ...staged,
  ...reserve,
  ...hubDecides,
  ...endorsement,
  ...numbers,
  ...digest,
  ...exportsApplications,
  ...leads,
  ...setUp,
  ...cohort,
  ...tenants,
  ...channels,
  ...accounts,
  ...people,
  ...onBehalf,
  ...unreached,
  ...learning,
  ...peopleImport,
  ...moves,
  ...school,
  ...endHubs,
  ...hubQuestions,
  ...leadsQuestions,
  ...hubAnswers,
};

/**
 * Answers a click. What it carries came over the network and may be old, forged or broken: it is parsed with the
 * verb's contract, and what does not fit changes nothing and gets a sentence.
 */
export async function dispatch(verb: unknown, data: unknown, turn: Turn): Promise<Reply> {
  if (!isVerb(verb)) return outOfDate;
  const { fixed, typed, anywhere } = actions[verb];
  if (!anywhere && turn.place !== 'personal') return { say: onlyInPrivate };
  const fixedPart = fixed.safeParse(data);
  const typedPart = typed.safeParse(data);
  if (!fixedPart.success || !typedPart.success) return outOfDate;
  // The one place where the table's types meet data: both were just parsed by the verb's own schemas.
  const handle = handlers[verb] as (input: unknown, turn: Turn) => Promise<Reply> | Reply;
  return handle({ ...fixedPart.data, ...typedPart.data }, turn);
}

const outOfDate: Reply = {
  say: 'That button is out of date, so nothing was changed. Type “help” and start again from there.',
};
