import { randomUUID } from 'node:crypto';
import { applicationView } from '../../cards/applications/application-view.ts';
import { applicationsList } from '../../cards/applications/applications-list.ts';
import { can, hubsWhere } from '../../services/access.ts';
import { applicationFor, queueOf } from '../../services/applications/look.ts';
import { countIn } from '../../services/applications/places.ts';
import { isUndecided } from '../../services/applications/states.ts';
import { currentPerson } from '../../services/people/person.ts';
import { leadName } from '../../services/people/who-in-hub.ts';
import type { Reply, Turn } from '../turn.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';
import { showCounts } from './numbers.ts';

const rowsOnACard = 8;
const onlyLeads: Reply = {
  say: 'Only the leads of this hub can see its applications. For your own, type “my application”.',
};

export const applications: Pick<ActionHandlers, 'applications.open' | 'applications.list' | 'applications.view'> = {
  'applications.open': (_, turn) => openApplications(turn),
  'applications.list': (input, turn) => listApplications(turn, input),
  'applications.view': viewApplication,
};

/** What “applications” shows: a lead their hub's, somebody with several which one, a coordinator the numbers. */
export async function openApplications(turn: Turn): Promise<Reply> {
  const hubIds = hubsWhere(turn.actor, 'list-applications');
  const [only] = hubIds;
  const { coordinator } = turn.actor;
  if (!only) return showCounts(turn);
  if (hubIds.length === 1 && !coordinator) return listApplications(turn, { hubId: only });
  return askWhichHub(turn, hubIds, { what: 'applications', allHubs: coordinator });
}

/** A page of a hub's applications for its leads, a sentence for anybody else. */
async function listApplications(
  turn: Turn,
  { hubId: hub, after }: { hubId: string; after?: string | undefined },
): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const { cohort } = programme;
  const state = 'waiting-for-endorsement';
  const result = await queueOf(deps, actor, { hubId: hub, cohort, state, after, limit: rowsOnACard });
  if (result.kind === 'denied') return onlyLeads;
  const rows = result.lines.map(({ applicationId: id, name, school, submittedAt, state }) => {
    return { id, name, school, submittedAt, state };
  });
  const total = countIn(result.places, state);
  const shown = { hubId: hub, hubName: result.hub.name, cohort, total, applications: rows, next: result.next };
  return { card: applicationsList(shown) };
}

/** One application, for a lead to read. */
export async function viewApplication(
  { hubId, applicationId }: { hubId: string; applicationId: string },
  { deps, actor }: Turn,
): Promise<Reply> {
  const result = await applicationFor(deps, actor, { hubId, applicationId });
  if (result.kind === 'denied') return onlyLeads;
  const { person: personId = '', state, answers, submittedAt, submittedBy: by } = result.application;
  const [{ person }, submittedBy] = await Promise.all([
    currentPerson(deps, personId),
    by ? leadName(deps, hubId, by) : undefined,
  ]);
  const neverMet = person?.accounts.length === 0 && can(actor, 'act-for', { hubId, personId });
  const codeOp = neverMet ? randomUUID() : undefined;
  const mayMove = isUndecided(state) && can(actor, 'move-person', { hubId, personId });
  const shown = { hubId, hubName: result.hub.name, applicationId, submittedAt, submittedBy, answers, codeOp };
  return { card: applicationView({ ...shown, state, movable: mayMove ? personId : undefined }) };
}
