import { help as helpCard } from '../../cards/help/help.ts';
import { hubsWhere } from '../../services/access.ts';
import { hubNames } from '../../services/people/hub.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const help: Pick<ActionHandlers, 'help.open'> = { 'help.open': (_, turn) => showHelp(turn) };

/** What the bot can do for this person here. Elsewhere than in a chat of their own it says nothing about them. */
export async function showHelp(turn: Turn): Promise<Reply> {
  if (turn.place !== 'personal') return { card: helpCard({ place: 'group', leads: [], coordinator: false }) };
  const leads = await hubNames(turn.deps, hubsWhere(turn.actor, 'list-applications'));
  return { card: helpCard({ place: 'personal', leads, coordinator: turn.actor.coordinator }) };
}
