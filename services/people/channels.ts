import { randomUUID } from 'node:crypto';
import { type Actor, can } from '../access.ts';
import { change } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { claimAt, claimRecord, letGo } from './channel-claim.ts';
import { type ChannelUse, channelAt, channelUse, hubAt, type Linking, linkedChannel, memberAt } from './hub.ts';
import { knownPerson } from './person.ts';

/** A channel as an activity from it names it. `conversationId` is the channel's own, without a thread. */
export type Place = Pick<Linking, 'conversationId' | 'serviceUrl' | 'tenantId' | 'teamId' | 'name'>;

/** What a channel is linked as, or undefined when it is not. */
export async function linkOf(
  deps: Pick<Deps, 'store'>,
  conversationId: string,
): Promise<{ hubId: string; use: ChannelUse } | undefined> {
  const claim = await read(deps.store, claimAt(conversationId));
  return claim && { hubId: claim.hubId, use: claim.linking.use };
}

export type Linked =
  | { kind: 'linked'; hubName: string }
  /** It is another hub's. */
  | { kind: 'taken' }
  /** Nothing is posted for a hub that was closed. */
  | { kind: 'hub-closed'; hubName: string }
  | { kind: 'denied' };

/**
 * Links a channel to a hub. A channel has one hub at most and a hub one channel for each use: linking another in its
 * place unlinks the first.
 */
export async function linkChannel(
  deps: Deps,
  actor: Actor,
  { hubId, use, place }: { hubId: string; use: ChannelUse; place: Place },
): Promise<Linked> {
  const hub = await read(deps.store, hubAt(hubId));
  if (!hub || !can(actor, 'link-channels', { hubId })) return { kind: 'denied' };
  if (hub.closed) return { kind: 'hub-closed', hubName: hub.name };
  const ref = claimAt(place.conversationId);
  const { partition, id } = ref;
  const link = randomUUID();
  const now = deps.clock.now().toISOString();
  const result = await change(deps, { partition, read: { claim: ref } }, ({ claim }) => {
    if (claim && claim.hubId !== hubId) return { kind: 'taken' as const };
    const owed: Owed = { name: 'set-channel', hubId, conversationId: place.conversationId };
    // Replicas' clocks differ: a linking is never older than the one it takes the place of.
    const linkedAt = claim && claim.linking.linkedAt > now ? claim.linking.linkedAt : now;
    const made = { ...place, use, by: actor.personId, link, linkedAt };
    return {
      kind: 'linked' as const,
      write: [claimRecord.make({ partition, id, hubId, linking: made })],
      tasks: [{ id: `set-channel:${link}`, owed }],
    };
  });
  return result.kind === 'linked' ? { kind: 'linked', hubName: hub.name } : { kind: 'taken' };
}

/** Keeps where a linked channel is reached as fresh as this sighting. Writes only when it has moved. */
export async function seeChannel(deps: Deps, { conversationId, serviceUrl }: Place): Promise<void> {
  const link = await linkOf(deps, conversationId);
  const current = link && (await linkedChannel(deps, link.hubId, link.use));
  if (!link || current?.conversationId !== conversationId || current.serviceUrl === serviceUrl) return;
  const ref = channelAt(link.hubId, link.use);
  await change(deps, { partition: ref.partition, read: { channel: ref } }, ({ channel }) => {
    if (channel?.conversationId !== conversationId || channel.gone) return { kind: 'another' };
    return { kind: 'moved', write: [{ ...channel, serviceUrl }] };
  });
}

export type Unlinked = { kind: 'unlinked'; hubId: string } | { kind: 'not-linked' } | { kind: 'denied' };

/** Unlinks a channel: nothing is posted there any more. */
export async function unlinkChannel(deps: Deps, actor: Actor, conversationId: string): Promise<Unlinked> {
  const claim = await read(deps.store, claimAt(conversationId));
  if (!claim) return { kind: 'not-linked' };
  const { hubId } = claim;
  if (!can(actor, 'link-channels', { hubId })) return { kind: 'denied' };
  await letGo(deps, hubId, claim.linking, { by: actor.personId, event: 'channel-unlinked', tell: [] });
  return { kind: 'unlinked', hubId };
}

/** Lets go of every channel of a hub, and tells nobody. Nothing happens to what was let go of before. */
export async function releaseChannels(deps: Deps, hubId: string, by: string): Promise<void> {
  for (const use of channelUse.options) {
    const channel = await linkedChannel(deps, hubId, use);
    if (channel) await letGo(deps, hubId, channel, { by, event: 'channel-unlinked', tell: [] });
  }
}

/** Somebody in a channel, as Teams lists them. */
export type RosterEntry = { name: string; objectId: string | undefined; email?: string | undefined };

/** Who of a channel's people is not a lead of the hub, by name. */
export async function notLeads(deps: Deps, hubId: string, tenantId: string, roster: RosterEntry[]): Promise<string[]> {
  const names = await Promise.all(
    roster.map(async ({ name, objectId }) => {
      const known = objectId ? await knownPerson(deps, { tenantId, objectId }) : undefined;
      const member = known && (await read(deps.store, memberAt(hubId, known.personId)));
      return member?.roles.includes('lead') ? [] : [name];
    }),
  );
  return names.flat();
}
