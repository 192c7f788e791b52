import { hubContacts } from '../../cards/people/hub-contacts.ts';
import { hubAt } from '../../services/people/hub.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

const hubsOnACard = 8;

export const hubs: Pick<ActionHandlers, 'hubs.contacts'> = {
  'hubs.contacts': ({ after }, turn) => showContacts(turn, after),
};

/** How to reach a person: a page of hubs with their contacts, from the one after `after`. */
export async function showContacts({ programme, deps }: Turn, after?: string): Promise<Reply> {
  const start = programme.hubs.findIndex(({ id }) => id === after) + 1;
  const page = programme.hubs.slice(start, start + hubsOnACard);
  const found = await Promise.all(page.map(({ id }) => read(deps.store, hubAt(id))));
  const shown = found.flatMap((hub) => (hub ? [{ name: hub.name, contact: hub.contact }] : []));
  const more = programme.hubs.length > start + hubsOnACard;
  return { card: hubContacts({ hubs: shown, next: more ? page.at(-1)?.id : undefined }) };
}
