import { applicationsList } from '../../cards/applications/applications-list.ts';
import { hubsWhere } from '../../services/access.ts';
import { queueOf } from '../../services/applications/look.ts';
import { countIn } from '../../services/applications/places.ts';
import { type ApplicationState, applicationStates } from '../../services/applications/states.ts';
import type { Reply, Turn } from '../turn.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';
import { showCounts } from './numbers.ts';

const rowsOnACard = 8;
export const onlyLeads: Reply = {
  say: 'Only the leads of this hub can see its applications. For your own, type “my application”.',
};

type Applications = 'applications.open' | 'applications.list' | 'applications.filter';

export const applications: Pick<ActionHandlers, Applications> = {
  'applications.open': (_, turn) => openApplications(turn),
  'applications.list': (input, turn) => listApplications(turn, input),
  'applications.filter': ({ hubId, state, cohort }, turn) =>
    listApplications(turn, {
      hubId,
      cohort: cohort || undefined,
      state: applicationStates.find((one) => one === state),
    }),
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

type ListOf = {
  hubId: string;
  cohort?: string | undefined;
  after?: string | undefined;
  state?: ApplicationState | undefined;
};

/**
 * A page of a hub's applications for its leads, a sentence for anybody else. Unless they choose a state, those that wait
 * for the hub; where there are none, those that wait for an endorsement.
 */
export async function listApplications(turn: Turn, list: ListOf): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const { hubId, cohort = programme.cohort, after, state: chosen } = list;
  const state = chosen ?? 'with-hub';
  const result = await queueOf(deps, actor, { hubId, cohort, state, after, limit: rowsOnACard });
  if (result.kind === 'denied') return onlyLeads;
  const { hub, places, lines, next } = result;
  const cohorts = { now: programme.cohort, held: result.cohorts };
  const other = 'waiting-for-endorsement';
  if (!chosen && lines.length === 0 && countIn(places, other) > 0)
    return listApplications(turn, { hubId, cohort, state: other });
  const { quota } = hub.cohorts[cohort] ?? {};
  const shown = { hubId, hubName: hub.name, cohort, cohorts, state, quota, places, lines, next };
  const leadsOthers = hubsWhere(actor, 'list-applications').length > 1;
  return { card: applicationsList({ ...shown, isFirst: after === undefined, leadsOthers }) };
}
