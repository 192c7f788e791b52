import { help as helpCard } from '../../cards/help/help.ts';
import { hubsWhere } from '../../services/access.ts';
import { hubAt } from '../../services/people/hub.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const help: Pick<ActionHandlers, 'help.open'> = { 'help.open': (_, turn) => showHelp(turn) };

/** What the bot can do for this person here. */
export async function showHelp(turn: Turn): Promise<Reply> {
  if (turn.place !== 'personal') return { card: helpCard({ place: 'group', lead: undefined, coordinator: false }) };
  return { card: helpCard({ place: 'personal', lead: await hubLed(turn), coordinator: turn.actor.coordinator }) };
}

/** The hub this person leads, if any. */
async function hubLed({ actor, deps }: Turn): Promise<{ hubId: string; hubName: string } | undefined> {
  const [hubId] = hubsWhere(actor, 'list-applications');
  const hub = hubId && (await read(deps.store, hubAt(hubId)));
  return hub ? { hubId, hubName: hub.name } : undefined;
}
