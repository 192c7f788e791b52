import { randomUUID } from 'node:crypto';
import { applicationStatus } from '../../cards/applications/application-status.ts';
import { type Instead, noApplication } from '../../cards/applications/no-application.ts';
import { noHubOpen } from '../../cards/applications/no-hub-open.ts';
import { type DraftOf, draftAt } from '../../services/applications/draft.ts';
import { type WordsUnsent, wordsUnsent } from '../../services/applications/draft-answers.ts';
import { bringToCohort } from '../../services/applications/draft-for-cohort.ts';
import { hubWindows, isOver, type OwnApplication, ownApplication } from '../../services/applications/look.ts';
import { ownDraft, startDraft } from '../../services/applications/open-draft.ts';
import { leadName } from '../../services/people/who-in-hub.ts';
import { read } from '../../services/store/record.ts';
import { emailOf } from '../email-of.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';
import { ownCohort } from './own-cohort.ts';
import { showDraft } from './show-draft.ts';

export const application: Pick<ActionHandlers, 'application.open' | 'application.show'> = {
  'application.open': (_, turn) => openApplication(turn),
  'application.show': ({ cohort }, turn) => showApplication(turn, cohort),
};

/** The form where they stopped, or at its beginning; the application where there is one; or why nobody can apply today. */
export async function openApplication(turn: Turn): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const { cohort } = programme;
  const own = await ownApplication(deps, actor, cohort);
  if (own && !isOver(own)) return statusOf(turn, own);
  const begun = await ownDraft(deps, actor, cohort);
  const draft = begun && (await bringToCohort(deps, programme, begun));
  if (draft) return showDraft(turn, draft, { message: begun.cohort === cohort ? '' : goesOn(begun.cohort, cohort) });
  const windows = await hubWindows(deps, programme, cohort);
  if (windows.every(({ window }) => window.kind === 'closed')) return { card: noHubOpen({ hubs: windows }) };
  return showDraft(turn, await startDraft(deps, actor, programme, await emailOf(turn)), { windows });
}

/** What somebody reads whose draft was begun for another cohort. */
export const goesOn = (begunFor: string, cohort: string): string =>
  `You began this for Cohort ${begunFor}. People apply to Cohort ${cohort} now, so it goes on for that one.`;

/**
 * Where this person's application stands, of the cohort `named` if there is one. `message` says what became of the last
 * press, and `instead` the same where there is neither an application nor a draft.
 */
export async function showApplication(
  turn: Turn,
  named?: string,
  message = '',
  instead: Instead = 'nothing',
): Promise<Reply> {
  const cohort = await ownCohort(turn, named);
  const own = await ownApplication(turn.deps, turn.actor, cohort);
  if (own) return statusOf(turn, own, { message });
  const draft = await ownDraft(turn.deps, turn.actor, turn.programme.cohort);
  return { card: noApplication(draft ? { cohort: draft.cohort, instead: 'draft' } : { cohort, instead }) };
}

/** The same, with what they wrote in a draft that changes it and can no longer be sent. */
export async function showWithUnsent(turn: Turn, about: DraftOf, message: string): Promise<Reply> {
  const [own, draft] = await Promise.all([
    ownApplication(turn.deps, turn.actor, about.cohort),
    read(turn.deps.store, draftAt(turn.actor.personId, about)),
  ]);
  if (!own || !draft?.changes) return showApplication(turn, about.cohort, message);
  return statusOf(turn, own, { message, unsent: wordsUnsent(draft.values, own.answers) });
}

type Told = { message?: string; unsent?: WordsUnsent };

async function statusOf(turn: Turn, own: OwnApplication, told: Told = {}): Promise<Reply> {
  const { cohort, hubId, submittedBy: by } = own;
  const submittedBy = by && (await leadName(turn.deps, hubId, by));
  return { card: applicationStatus({ op: randomUUID(), cohort, own, submittedBy, ...told }) };
}
