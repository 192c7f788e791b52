import { z } from 'zod';
import { type Actor, can } from '../access.ts';
import { change } from '../change.ts';
import type { Message } from '../delivery/message.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { defineRecord, read } from '../store/record.ts';
import {
  type ChannelUse,
  channelAt,
  channelRecord,
  channelUse,
  hubAt,
  hubPartition,
  linkedChannel,
  memberAt,
} from './hub.ts';
import { knownPerson, personAt } from './person.ts';

/** A channel as an activity from it names it. `conversationId` is the channel's own, without a thread. */
export type Place = { conversationId: string; serviceUrl: string; tenantId: string };

/** Which hub a channel belongs to: one at most. */
const claimRecord = defineRecord('channel-claim', 1, { hubId: z.string(), use: channelUse, by: z.string() });
const claimAt = (conversationId: string) => claimRecord.at(`channel:${conversationId}`, 'claim');

/** What a channel is linked as, or undefined when it is not. */
export async function linkOf(
  deps: Deps,
  conversationId: string,
): Promise<{ hubId: string; use: ChannelUse } | undefined> {
  return read(deps.store, claimAt(conversationId));
}

export type Linked = { kind: 'linked'; hubName: string } | { kind: 'taken' } | { kind: 'denied' };

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
  const ref = claimAt(place.conversationId);
  const result = await change(deps, { partition: ref.partition, read: { claim: ref } }, ({ claim }) => {
    if (claim && claim.hubId !== hubId) return { kind: 'taken' as const };
    const { conversationId, serviceUrl, tenantId } = place;
    const by = actor.personId;
    const owed: Owed = { name: 'set-channel', hubId, use, conversationId, serviceUrl, tenantId, by };
    const claimed = claimRecord.make({ partition: ref.partition, id: ref.id, hubId, use, by });
    return {
      kind: 'linked' as const,
      write: [claimed],
      tasks: [{ id: `set-channel:${use}:${deps.clock.now().toISOString()}`, owed }],
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

/** The task behind a link: the hub posts there from now on. A channel that had this place before is let go. */
export async function setChannel(deps: Deps, owed: Extract<Owed, { name: 'set-channel' }>): Promise<void> {
  const { hubId, use, conversationId, serviceUrl, tenantId, by } = owed;
  const claim = await read(deps.store, claimAt(conversationId));
  if (claim?.hubId !== hubId || claim.use !== use) return;
  const partition = hubPartition(hubId);
  const refs = { leads: channelAt(hubId, 'leads'), cohort: channelAt(hubId, 'cohort') };
  await change(deps, { partition, read: refs }, (channels) => {
    const before = channels[use];
    const other = channels[use === 'leads' ? 'cohort' : 'leads'];
    const set = { use, conversationId, serviceUrl, tenantId };
    const same = before?.conversationId === conversationId && before.serviceUrl === serviceUrl && !before.gone;
    if (same && other?.conversationId !== conversationId) return { kind: 'set-before' };
    const letGo = before && before.conversationId !== conversationId ? [before.conversationId] : [];
    return {
      kind: 'set',
      write: [
        channelRecord.make({ partition, id: refs[use].id, ...set }),
        // One channel is not both: leads' talk must never be where the cohort reads.
        ...(other?.conversationId === conversationId ? [{ ...other, gone: true as const }] : []),
      ],
      audit: { by, event: `channel-linked: ${use}`, subject: conversationId },
      tasks: letGo.map((id) => ({
        id: `free-channel:${id}:${deps.clock.now().toISOString()}`,
        owed: { name: 'free-channel' as const, conversationId: id, hubId, use },
      })),
    };
  });
}

/** The task behind an unlinked or replaced channel: another hub may link it. */
export async function freeChannel(deps: Deps, owed: Extract<Owed, { name: 'free-channel' }>): Promise<void> {
  const ref = claimAt(owed.conversationId);
  await change(deps, { partition: ref.partition, read: { claim: ref } }, ({ claim }) => {
    if (claim?.hubId !== owed.hubId || claim.use !== owed.use) return { kind: 'freed-before' };
    return { kind: 'freed', remove: [ref.id] };
  });
}

export type Unlinked = { kind: 'unlinked' } | { kind: 'not-linked' } | { kind: 'denied' };

/** Unlinks a channel: nothing is posted there any more. */
export async function unlinkChannel(deps: Deps, actor: Actor, conversationId: string): Promise<Unlinked> {
  const claim = await linkOf(deps, conversationId);
  if (!claim) return { kind: 'not-linked' };
  if (!can(actor, 'link-channels', { hubId: claim.hubId })) return { kind: 'denied' };
  await letGo(deps, claim, { conversationId, by: actor.personId, tell: [] });
  return { kind: 'unlinked' };
}

/** When Teams says that a channel is gone, or that the bot was removed from it: the hub's leads are told. */
export async function channelLost(deps: Deps, conversationId: string): Promise<void> {
  const claim = await linkOf(deps, conversationId);
  const hub = claim && (await read(deps.store, hubAt(claim.hubId)));
  if (!claim || !hub) return;
  const people = await Promise.all(hub.leads.map((personId) => read(deps.store, personAt(personId))));
  const tell = people.flatMap((person): Message[] => {
    const [account] = person?.accounts ?? [];
    if (!person?.person || !account) return [];
    return [
      {
        id: `channel-lost:${conversationId}:${person.person}:${deps.clock.now().toISOString()}`,
        tenantId: account.tenantId,
        to: { kind: 'person', personId: person.person },
        content: { kind: 'channel-lost', hubId: claim.hubId, use: claim.use },
      },
    ];
  });
  await letGo(deps, claim, { conversationId, by: 'bot', tell });
}

async function letGo(
  deps: Deps,
  { hubId, use }: { hubId: string; use: ChannelUse },
  { conversationId, by, tell }: { conversationId: string; by: string; tell: Message[] },
): Promise<void> {
  const ref = channelAt(hubId, use);
  const owed: Owed = { name: 'free-channel', conversationId, hubId, use };
  await change(deps, { partition: hubPartition(hubId), read: { channel: ref } }, ({ channel }) => {
    if (channel?.conversationId !== conversationId || channel.gone) return { kind: 'gone-before' };
    return {
      kind: 'gone',
      write: [{ ...channel, gone: true as const }],
      audit: { by, event: `channel-unlinked: ${use}`, subject: conversationId },
      tell,
      tasks: [{ id: `free-channel:${conversationId}:${deps.clock.now().toISOString()}`, owed }],
    };
  });
}

/** Somebody in a channel, as Teams lists them. */
export type RosterEntry = { name: string; objectId: string | undefined };

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
