import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { change } from '../change.ts';
import type { Message } from '../delivery/message.ts';
import type { Task } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { defineRecord, type RecordOf, read } from '../store/record.ts';

/** A Teams account, as the authenticated activity names it. */
export type Account = { tenantId: string; objectId: string };

/** Where an account can be reached in a chat of its own: the newest the bot has heard from. */
const personalChat = z.strictObject({
  serviceUrl: z.string(),
  conversationId: z.string(),
});
export type PersonalChat = z.infer<typeof personalChat>;

/** Points from a Teams account to the person. One person may have several. */
export const identityRecord = defineRecord('identity', 1, { tenantId: z.string(), objectId: z.string() });

/** Who somebody is and how to reach them. */
export const personRecord = defineRecord('person', 1, {
  name: z.string(),
  accounts: z.array(z.strictObject({ tenantId: z.string(), objectId: z.string(), chat: personalChat.optional() })),
  /** The hubs whose membership records are worth reading; those records decide the roles. */
  memberOf: z.array(z.string()),
  /** Where they work, as they last said. */
  school: z.string().optional(),
  /** The hub they said is theirs, where nothing else says so. */
  ownHub: z.string().optional(),
  /** The person whom they were merged into: this one does nothing any more. */
  movedTo: z.string().optional(),
  /** Those who were merged into them, also through others: records may still name these. */
  formerly: z.array(z.string()).optional(),
  /** Their next message is the answer to this question of the application form, until this instant. */
  awaits: z
    .strictObject({ what: z.literal('why'), cohort: z.string(), changes: z.string().optional(), until: z.string() })
    .optional(),
  /** When the first message was put in the outbox. */
  welcomedAt: z.string().optional(),
});
export type Person = RecordOf<typeof personRecord>;

export const identityAt = ({ tenantId, objectId }: Account) =>
  identityRecord.at(`identity:${tenantId}:${objectId}`, 'identity');
export const personPartition = (personId: string) => `person:${personId}`;
export const personAt = (personId: string) => personRecord.at(personPartition(personId), 'person');

/** The id of the person behind an account. An account never seen before becomes a new person, once, whoever asks first. */
export async function personIdFor(deps: Deps, account: Account, newId: string = randomUUID()): Promise<string> {
  const known = await knownPersonId(deps, account);
  if (known) return known;
  const ref = identityAt(account);
  const { partition } = ref;
  const result = await change(deps, { partition, read: { identity: ref } }, ({ identity }) => {
    if (identity?.person) return { kind: 'known', id: identity.person };
    return {
      kind: 'new',
      id: newId,
      write: [identityRecord.make({ partition, id: ref.id, person: newId, ...account })],
    };
  });
  return 'id' in result ? result.id : newId;
}

/**
 * The person that this one is now: themselves, or whom they were merged into, however often. Two merged into each other at
 * the same moment are both the one whose id comes first.
 */
export async function currentPerson(
  deps: Pick<Deps, 'store'>,
  personId: string,
): Promise<{ personId: string; person: Person | undefined }> {
  const passed: { personId: string; person: Person | undefined }[] = [];
  for (let id = personId; ; ) {
    const again = passed.findIndex((one) => one.personId === id);
    if (again >= 0) return passed.slice(again).reduce((a, b) => (a.personId < b.personId ? a : b));
    const person = await read(deps.store, personAt(id));
    passed.push({ personId: id, person });
    if (!person?.movedTo) return { personId: id, person };
    id = person.movedTo;
  }
}

/** The id of the person behind an account, or undefined when the bot has never met them. */
async function knownPersonId(deps: Pick<Deps, 'store'>, account: Account): Promise<string | undefined> {
  const identity = await read(deps.store, identityAt(account));
  return identity?.person;
}

/** The person behind an account, or undefined when the bot has not met them in a chat of their own. */
export async function knownPerson(
  deps: Pick<Deps, 'store'>,
  account: Account,
): Promise<{ personId: string; person: Person } | undefined> {
  const firstId = await knownPersonId(deps, account);
  const current = firstId ? await currentPerson(deps, firstId) : undefined;
  return current?.person && { personId: current.personId, person: current.person };
}

/** What is to be known about a person when they speak; `chat` only when they did so in a chat of their own. */
type Seen = { account: Account; name: string; chat?: PersonalChat | undefined };

/** The person behind an account, with name and chat as fresh as this sighting. Writes only what changed. */
export async function seePerson(deps: Deps, seen: Seen): Promise<{ personId: string; person: Person }> {
  const { personId, person } = await currentPerson(deps, await personIdFor(deps, seen.account));
  if (person && isFresh(person, seen)) return { personId, person };
  await change(deps, { partition: personPartition(personId), read: { person: personAt(personId) } }, ({ person }) => {
    if (person && isFresh(person, seen)) return { kind: 'fresh' };
    const tasks = person && isNewChat(person, seen) ? [backTask(deps, personId)] : [];
    return { kind: 'seen', write: [withSighting(person ?? unseenPerson(personId), seen)], tasks };
  });
  return { personId, person: (await read(deps.store, personAt(personId))) ?? unseenPerson(personId) };
}

/** The record of a person of whom nothing is known yet. */
export function unseenPerson(personId: string): Person {
  const { partition, id } = personAt(personId);
  return personRecord.make({ partition, id, person: personId, name: '', accounts: [], memberOf: [] });
}

function isFresh(person: Person, { account, name, chat }: Seen): boolean {
  const known = person.accounts.find((one) => sameAccount(one, account));
  if (!known || (name && person.name !== name)) return false;
  return !chat || (known === person.accounts[0] && known.chat !== undefined && sameChat(known.chat, chat));
}

/** Whether somebody known can now be reached where they could not. Nothing waits for anybody who was not known. */
function isNewChat({ accounts }: Person, { chat }: Seen): boolean {
  return chat !== undefined && !accounts.some((one) => one.chat && sameChat(one.chat, chat));
}

function withSighting(person: Person, { account, name, chat }: Seen): Person {
  const known = person.accounts.find((one) => sameAccount(one, account));
  const others = person.accounts.filter((one) => one !== known);
  // The account heard from last stands first: that is where a message goes.
  return { ...person, name: name || person.name, accounts: [{ ...account, chat: chat ?? known?.chat }, ...others] };
}

/** A message's address: this person, wherever they can be reached when it is sent. */
export function messageTo(personId: string, person: Person | undefined): Pick<Message, 'to' | 'tenantId'> {
  return { tenantId: person?.accounts[0]?.tenantId ?? 'nowhere', to: { kind: 'person', personId } };
}

/** The task that brings along what came in for somebody who had just been merged into somebody else. */
export function mergeTask(deps: Pick<Deps, 'clock'>, from: string, into: string): Task {
  const id = `merge-people:${from}:${deps.clock.now().toISOString()}`;
  return { id, owed: { name: 'merge-people', from, into, keep: [] } };
}

/** The task that makes what did not reach somebody due again, now that they have come. */
export function backTask(deps: Pick<Deps, 'clock'>, personId: string): Task {
  const id = `person-is-back:${personId}:${deps.clock.now().toISOString()}`;
  return { id, owed: { name: 'person-is-back', personId }, later: true };
}

/** Whether two name the same Teams account. */
export const sameAccount = (a: Account, b: Account) => a.tenantId === b.tenantId && a.objectId === b.objectId;
const sameChat = (a: PersonalChat, b: PersonalChat) =>
  a.serviceUrl === b.serviceUrl && a.conversationId === b.conversationId;

/** Puts the first message in the outbox, once per person, however often Teams says that the bot was installed. */
export async function welcome(deps: Deps, personId: string, tenantId: string): Promise<void> {
  await change(deps, { partition: personPartition(personId), read: { person: personAt(personId) } }, ({ person }) => {
    if (!person || person.welcomedAt) return { kind: 'welcomed-before' };
    const welcomed = { ...person, welcomedAt: deps.clock.now().toISOString() };
    const message = {
      id: `welcome:${personId}`,
      tenantId,
      to: { kind: 'person' as const, personId },
      content: { kind: 'welcome' as const },
    };
    return { kind: 'welcomed', write: [welcomed], tell: [message] };
  });
}

/** The chat to write to: that of the account heard from last. */
export function reachableChat(person: Person): PersonalChat | undefined {
  return person.accounts.find(({ chat }) => chat !== undefined)?.chat;
}
