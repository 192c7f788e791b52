import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Deps } from '../deps.ts';
import { type ChannelUse, channelAt, channelUse, hubAt, hubIdOf, hubPartition } from '../people/hub.ts';
import { currentPerson, type PersonalChat, personAt } from '../people/person.ts';
import { heirOf, type Programme } from '../people/programme.ts';
import { type WhoInHub, whoInHub } from '../people/who-in-hub.ts';
import { read, readPage } from '../store/record.ts';
import type { Content } from './message.ts';
import {
  dueAgain,
  type MessageRecord,
  messageRecord,
  settled,
  type Undelivered,
  undeliveredAt,
  undeliveredRecord,
} from './outbox.ts';
import type { Owed } from './task.ts';

/** How many are looked at together when somebody comes. */
const atOnce = 50;

/**
 * The task behind somebody who comes, or comes back: what did not reach them is due again, each message once. Does
 * nothing while there is no chat with them.
 */
export async function personIsBack(
  deps: Deps,
  { personId: id }: Pick<Extract<Owed, { name: 'person-is-back' }>, 'personId'>,
): Promise<void> {
  const { personId, person } = await currentPerson(deps, id);
  const account = person?.accounts.find(({ chat }) => chat !== undefined);
  if (!account) return;
  let due = 0;
  for (;;) {
    const found = await deps.store.find({ type: undeliveredRecord.type, person: personId }, atOnce);
    const before = due;
    for (const { record } of found) {
      if (await sendAgain(deps, undeliveredRecord.parse(record), account.tenantId)) due += 1;
    }
    if (found.length < atOnce || due === before) break;
  }
  if (due > 0) await deps.outbox.committed({ tasks: [], others: due }, deps);
}

async function sendAgain(deps: Deps, { partition, id, messageId }: Undelivered, lane: string): Promise<boolean> {
  const refs = { listed: undeliveredRecord.at(partition, id), message: messageRecord.at(partition, messageId) };
  const result = await change(deps, { partition, read: refs }, ({ listed, message }) => {
    if (!listed) return { kind: 'not-there' };
    if (message?.state !== 'unreached') return { kind: 'not-waiting', remove: [id] };
    return { kind: 'due', write: [dueAgain(message, lane, deps.clock.now())], remove: [id] };
  });
  return result.kind === 'due';
}

/**
 * Teams says that a chat takes nothing: it is not tried again. The next word from there makes it known anew, and so what
 * waits becomes due.
 */
export async function forgetChat(deps: Deps, { to }: MessageRecord, closed: PersonalChat): Promise<void> {
  if (to.kind !== 'person') return;
  const { personId } = await currentPerson(deps, to.personId);
  const ref = personAt(personId);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person }) => {
    const accounts = person?.accounts.map((one) => (isChat(one.chat, closed) ? { ...one, chat: undefined } : one));
    if (!person || !accounts?.some((one, index) => one !== person.accounts[index])) return { kind: 'forgotten-before' };
    return { kind: 'forgotten', write: [{ ...person, accounts }] };
  });
}

const isChat = (one: PersonalChat | undefined, { serviceUrl, conversationId }: PersonalChat) =>
  one?.serviceUrl === serviceUrl && one.conversationId === conversationId;

/** A message that did not reach whom it was for. */
export type UnreachedMessage = {
  /** The hub whose message it is: the one that lists it, or one that was merged into it. */
  hubId: string;
  messageId: string;
  content: Content;
  to: ({ kind: 'person' } & WhoInHub) | { kind: 'channel'; use: ChannelUse | undefined };
  reason: string;
  at: string;
};

type Denied = { kind: 'denied' };

/** One page of what did not reach people of a hub, for its leads: oldest first. `next` is where the next page starts. */
export async function unreachedIn(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { hubId, after, limit }: { hubId: string; after?: string | undefined; limit: number },
): Promise<{ kind: 'page'; hubName: string; messages: UnreachedMessage[]; next: string | undefined } | Denied> {
  if (!can(actor, 'manage-people', { hubId })) return { kind: 'denied' };
  const hub = await read(deps.store, hubAt(hubId));
  if (!hub) return { kind: 'denied' };
  const merged = settings.closedHubs.map(({ id }) => id).filter((id) => heirOf(settings, id) === hubId);
  const found = await Promise.all(
    [hubId, ...merged].map((id) =>
      readPage(deps.store, undeliveredRecord, hubPartition(id), { after, limit: limit + 1 }),
    ),
  );
  const listed = found.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = listed.slice(0, limit);
  const messages = await Promise.all(page.map((one) => messageOf(deps, one)));
  return {
    kind: 'page',
    hubName: hub.name,
    messages: messages.filter((one) => one !== undefined),
    next: listed.length > limit ? page.at(-1)?.id : undefined,
  };
}

/** One of them. `not-there` once it has arrived, or somebody has told them. */
export async function unreachedMessage(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { hubId, messageId }: { hubId: string; messageId: string },
): Promise<{ kind: 'found'; message: UnreachedMessage } | { kind: 'not-there' } | Denied> {
  if (!can(actor, 'manage-people', { hubId: heirOf(settings, hubId) })) return { kind: 'denied' };
  const message = await read(deps.store, messageRecord.at(hubPartition(hubId), messageId));
  const listed = message && (await read(deps.store, undeliveredAt(message)));
  const found = listed && (await messageOf(deps, listed));
  return found ? { kind: 'found', message: found } : { kind: 'not-there' };
}

async function messageOf(deps: Deps, listed: Undelivered): Promise<UnreachedMessage | undefined> {
  const { partition, messageId, reason, at } = listed;
  const hubId = hubIdOf(listed);
  const message = await read(deps.store, messageRecord.at(partition, messageId));
  if (!message) return undefined;
  const { to, content } = message;
  const whom =
    to.kind === 'person'
      ? { kind: to.kind, ...(await whoInHub(deps, hubId, to.personId)), ...(isUnnamed(content) && nobody) }
      : { kind: to.kind, use: await useOf(deps, hubId, to.conversationId) };
  return { hubId, messageId, content, to: whom, reason, at };
}

/** Whoever asked without their name stays without one, also when the answer does not reach them. */
const isUnnamed = (content: Content) => content.kind === 'hub-answer' && !content.named;
const nobody = { name: '', email: undefined };

async function useOf(deps: Deps, hubId: string, conversationId: string): Promise<ChannelUse | undefined> {
  const channels = await Promise.all(channelUse.options.map((use) => read(deps.store, channelAt(hubId, use))));
  return channels.find((channel) => channel?.conversationId === conversationId)?.use;
}

/** A lead has told somebody in another way what did not reach them: it is not listed any more and not sent later. */
export async function toldElsewhere(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { op, hubId, messageId }: { op: string; hubId: string; messageId: string },
): Promise<{ kind: 'told' } | { kind: 'not-there' } | Denied> {
  if (!can(actor, 'manage-people', { hubId: heirOf(settings, hubId) })) return { kind: 'denied' };
  const partition = hubPartition(hubId);
  const ref = messageRecord.at(partition, messageId);
  const known = await read(deps.store, ref);
  if (!known) return { kind: 'not-there' };
  const by = actor.personId;
  const operation: Operation = { id: op, verb: 'unreached.told', personId: by, input: { messageId } };
  const refs = { message: ref, listed: undeliveredAt(known) };
  const result = await change(deps, { partition, op: operation, read: refs }, ({ message, listed }) => {
    if (!listed || message?.state !== 'unreached') return { kind: 'not-there' as const };
    const told = { ...message, state: 'gave-up' as const, reason: 'A lead has told them' };
    return {
      kind: 'told' as const,
      write: [settled(told, deps.clock.now())],
      remove: [listed.id],
      audit: { by, event: 'told-elsewhere', subject: messageId },
    };
  });
  return result.kind === 'not-there' ? { kind: 'not-there' } : { kind: 'told' };
}
