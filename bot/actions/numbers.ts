import { applicationsOverview } from '../../cards/applications/overview.ts';
import { countsOf } from '../../services/applications/look.ts';
import { numbersOf } from '../../services/applications/numbers.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const numbers: Pick<ActionHandlers, 'applications.counts'> = {
  'applications.counts': (shown, turn) => showCounts(turn, shown),
};

const onlyLeads: Reply = {
  say: 'Only the leads of this hub can see its applications. For your own, type “my application”.',
};

/** Where a cohort's applications stand in every hub that somebody may know of: numbers, never names. */
export async function showCounts(
  { deps, actor, programme }: Turn,
  { from = 0, cohort = programme.cohort }: { from?: number | undefined; cohort?: string | undefined } = {},
): Promise<Reply> {
  const { counts, cohorts } = await countsOf(deps, actor, programme.hubs, cohort);
  if (counts.length === 0 && !actor.coordinator) return onlyLeads;
  const shown = counts.map((one) => ({ hub: one.hub, numbers: numbersOf([one]) }));
  const about = { cohort, cohorts: { now: programme.cohort, held: cohorts }, allHubs: actor.coordinator };
  return { card: applicationsOverview({ ...about, total: numbersOf(counts), hubs: shown, from }) };
}
