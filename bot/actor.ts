import type { Actor } from '../services/access.ts';
import { awaitedAt } from '../services/applications/why-as-message.ts';
import type { Deps } from '../services/deps.ts';
import { rolesIn } from '../services/people/hub.ts';
import { type Account, knownPerson, type Person, type PersonalChat, seePerson } from '../services/people/person.ts';
import type { Inbound } from './activity.ts';

/** The Teams account an activity came from, or undefined when Teams does not say (bots, anonymous guests of a meeting). */
export function accountOf({ conversation, channelData, from }: Inbound): Account | undefined {
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  const objectId = from.aadObjectId;
  return isId(tenantId) && isId(objectId)
    ? { tenantId: tenantId.toLowerCase(), objectId: objectId.toLowerCase() }
    : undefined;
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w.-]{1,100}$/.test(value);

/** Who has this account, with the roles they have now, outside a conversation; undefined for somebody never met. */
export async function actorOf(
  deps: Pick<Deps, 'store'>,
  account: Account,
  coordinators: ReadonlySet<string>,
): Promise<Actor | undefined> {
  const known = await knownPerson(deps, account);
  if (!known) return undefined;
  const { personId, person } = known;
  const { tenantId } = account;
  const coordinator = coordinators.has(accountName(account));
  const { name, formerly = [] } = person;
  return { personId, formerly, name, tenantId, coordinator, hubs: await rolesOf(deps, known) };
}

/** An account as the configuration names a coordinator's. */
export const accountName = ({ tenantId, objectId }: Account): string => `${tenantId}:${objectId}`;

/**
 * Who is asking, with the roles they have now. In a chat of their own somebody new becomes known, and what this sighting
 * made newer is written. Elsewhere nobody does: in a shared channel Teams may name the channel's tenant for somebody of
 * another, which would make them two people. `awaits` says what their next message is the answer to.
 */
export async function actorFor(
  deps: Deps,
  activity: Inbound,
  account: Account,
  coordinator: boolean,
): Promise<{ actor: Actor; awaits: Person['awaits'] }> {
  const chat = chatOf(activity);
  const seen = { account, name: nameOf(activity), chat };
  const known = chat ? await seePerson(deps, seen) : await knownPerson(deps, account);
  const actor = {
    personId: known?.personId ?? '',
    formerly: known?.person.formerly ?? [],
    name: known?.person.name ?? '',
    tenantId: account.tenantId,
    coordinator,
    hubs: known ? await rolesOf(deps, known) : new Map(),
  };
  return { actor, awaits: known && chat && awaitedAt(known.person, deps.clock.now()) };
}

async function rolesOf(deps: Pick<Deps, 'store'>, { personId, person }: { personId: string; person: Person }) {
  return person.memberOf.length > 0 ? rolesIn(deps, personId, person.memberOf) : new Map();
}

const nameOf = ({ from }: Inbound): string => (from.name ?? '').trim().slice(0, 100);

function chatOf({ conversation, serviceUrl }: Inbound): PersonalChat | undefined {
  return conversation.conversationType === 'personal' ? { serviceUrl, conversationId: conversation.id } : undefined;
}
