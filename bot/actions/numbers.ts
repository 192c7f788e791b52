import { applicationsOverview } from '../../cards/applications/overview.ts';
import { countsOf } from '../../services/applications/look.ts';
import { numbersOf } from '../../services/applications/numbers.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const numbers: Pick<ActionHandlers, 'applications.counts'> = {
  'applications.counts': ({ from }, turn) => showCounts(turn, from),
};

const onlyLeads: Reply = {
  say: 'Only the leads of this hub can see its applications. For your own, type “my application”.',
};

/** Where applications stand in every hub that somebody may know of: numbers, never names. */
export async function showCounts({ deps, actor, programme }: Turn, from = 0): Promise<Reply> {
  const { hubs, cohort } = programme;
  const counts = await countsOf(deps, actor, hubs, cohort);
  if (counts.length === 0 && !actor.coordinator) return onlyLeads;
  const shown = counts.map((one) => ({ hub: one.hub, numbers: numbersOf([one]) }));
  const total = numbersOf(counts);
  return { card: applicationsOverview({ cohort, allHubs: actor.coordinator, total, hubs: shown, from }) };
}
