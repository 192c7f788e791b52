import { nextCard } from '../../cards/help/next.ts';
import { nextSteps } from '../../services/people/next-steps.ts';
import { checklist } from '../../services/people/set-up.ts';
import { standingOf } from '../../services/people/standing.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const next: Pick<ActionHandlers, 'next.open'> = { 'next.open': (_, turn) => showNext(turn) };

/** What this person can do next. Only here, and only for a coordinator, are all hubs looked at. */
export async function showNext({ deps, actor, programme }: Turn): Promise<Reply> {
  const [standing, hubs] = await Promise.all([
    standingOf(deps, actor, programme),
    actor.coordinator ? checklist(deps, actor, programme, { from: 0, limit: programme.hubs.length }) : undefined,
  ]);
  const allLacks = hubs?.kind === 'list' ? hubs.hubs.map(({ lacks }) => lacks) : undefined;
  return { card: nextCard({ steps: nextSteps(standing, allLacks) }) };
}
