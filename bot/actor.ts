import type { Actor } from '../services/access.ts';
import type { Deps } from '../services/deps.ts';
import { rolesIn } from '../services/people/hub.ts';
import { type Account, type PersonalChat, type Seen, seePerson } from '../services/people/person.ts';
import type { Inbound } from './activity.ts';

/** The Teams account an activity came from, or undefined when Teams does not say (bots, anonymous guests of a meeting). */
export function accountOf(activity: Inbound): (Account & { userId: string }) | undefined {
  const tenantId = activity.conversation?.tenantId ?? activity.channelData?.tenant?.id;
  const objectId = activity.from?.aadObjectId;
  if (!isId(tenantId) || !isId(objectId)) return undefined;
  return { tenantId, objectId, userId: activity.from.id };
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w.-]{1,100}$/.test(value);

/** Who is asking, with the roles they have now. Writes only what this sighting made newer: a name, a chat. */
export async function actorFor(
  deps: Deps,
  activity: Inbound,
  account: Account,
  coordinators: ReadonlySet<string>,
): Promise<Actor> {
  const seen: Seen = {
    account: { tenantId: account.tenantId, objectId: account.objectId },
    name: nameOf(activity),
    chat: chatOf(activity),
  };
  const { personId, person } = await seePerson(deps, seen);
  return {
    personId,
    name: person.name,
    tenantId: account.tenantId,
    coordinator: coordinators.has(`${account.tenantId}:${account.objectId}`),
    hubs: person.memberOf.length > 0 ? await rolesIn(deps, personId, person.memberOf) : new Map(),
  };
}

const nameOf = (activity: Inbound): string => (activity.from.name ?? '').trim().slice(0, 100);

function chatOf(activity: Inbound): PersonalChat | undefined {
  const { conversation, serviceUrl, recipient, from } = activity;
  if (conversation.conversationType !== 'personal') return undefined;
  return { serviceUrl, conversationId: conversation.id, botId: recipient.id, userId: from.id };
}
