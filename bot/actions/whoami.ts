import { whoami } from '../../cards/people/whoami.ts';
import { hubAt } from '../../services/people/hub.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';

const roleWords = { lead: 'Lead of', specialist: 'Specialist with' };

/** Who the bot takes this person for. */
export async function showWhoAmI({ actor, account, deps }: Turn): Promise<Reply> {
  const inHubs = await Promise.all(
    [...actor.hubs].map(async ([hubId, roles]) => {
      const hub = await read(deps.store, hubAt(hubId));
      return roles.map((role) => `${roleWords[role]} ${hub?.name ?? hubId}`);
    }),
  );
  const roles = [...inHubs.flat(), ...(actor.coordinator ? ['Programme coordinator'] : [])];
  const { tenantId, objectId } = account;
  return { card: whoami({ name: actor.name, roles, tenantId, objectId }) };
}
