import { help as helpCard } from '../../cards/help/help.ts';
import { portraitOf } from '../../services/people/next-steps.ts';
import { standingOf } from '../../services/people/standing.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const help: Pick<ActionHandlers, 'help.open'> = { 'help.open': (_, turn) => showHelp(turn) };

/** What the bot can do for this person here. Elsewhere than in a chat of their own it says nothing about them. */
export async function showHelp({ place, deps, actor, programme }: Turn): Promise<Reply> {
  if (place !== 'personal') return { card: helpCard({ portrait: undefined }) };
  return { card: helpCard({ portrait: portraitOf(await standingOf(deps, actor, programme)) }) };
}
