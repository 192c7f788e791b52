import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Actor, can, isActor } from '../access.ts';
import {
  type Application,
  applicationAt,
  applicationIdOf,
  applicationRecord,
  isOpen,
  openApplicationAt,
  openApplicationRecord,
} from '../applications/application.ts';
import { hasEnded } from '../applications/has-ended.ts';
import { type Window, windowOf } from '../applications/rules.ts';
import { change } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read, readPage } from '../store/record.ts';
import { byEmailAt, byEmailRecord, knownBy } from './by-email.ts';
import { hubAt, hubPartition, memberAt } from './hub.ts';
import { currentPerson, personAt, personPartition, unseenPerson } from './person.ts';
import { whoInHub } from './who-in-hub.ts';

type Denied = { kind: 'denied' };
/** Nobody acts on their own behalf: they act. */
type Yourself = { kind: 'yourself' };

/**
 * A lead as somebody of their hub: with that person's rights as a person, none of anybody's roles, and marked with who
 * acts. For members of the hub, those who have applied to it, and those a lead has named or brought aboard.
 */
export async function actingFor(
  deps: Deps,
  lead: Actor,
  { hubId, personId: id }: { hubId: string; personId: string },
): Promise<{ kind: 'acting'; actor: Actor } | Yourself | Denied> {
  const { personId, person } = await currentPerson(deps, id);
  if (!can(lead, 'act-for', { hubId, personId })) return refusal(lead, hubId, personId);
  if (!person || !(await belongsTo(deps, hubId, personId))) return { kind: 'denied' };
  const tenantId = person.accounts[0]?.tenantId ?? lead.tenantId;
  const actor = { personId, name: person.name, tenantId, coordinator: false, hubs: new Map(), actedBy: lead.personId };
  return { kind: 'acting', actor };
}

function refusal(lead: Actor, hubId: string, personId: string): Yourself | Denied {
  const isThemselves = personId === lead.personId && can(lead, 'manage-people', { hubId });
  return { kind: isThemselves ? 'yourself' : 'denied' };
}

async function belongsTo(deps: Deps, hubId: string, personId: string): Promise<boolean> {
  const [member, applications, named] = await Promise.all([
    read(deps.store, memberAt(hubId, personId)),
    readPage(deps.store, openApplicationRecord, personPartition(personId), { limit: 20 }),
    deps.store.find({ type: byEmailRecord.type, person: personId }, 20),
  ]);
  if (member || applications.some((open) => open.hubId === hubId)) return true;
  return named.some(({ record }) => record.partition === hubPartition(hubId) && !record.movedTo);
}

/** Why nobody applies to a hub today: its window, or that it ended. */
type NotToday = { kind: 'window'; window: Exclude<Window, { kind: 'open' }> } | { kind: 'closed' };

/** Whether a lead may apply for somebody to their hub today. */
export async function mayApplyFor(
  deps: Deps,
  lead: Actor,
  { hubId, cohort }: { hubId: string; cohort: string },
): Promise<{ kind: 'open'; hubName: string } | NotToday | Denied> {
  if (!can(lead, 'act-for', { hubId })) return { kind: 'denied' };
  const hub = await read(deps.store, hubAt(hubId));
  if (!hub) return { kind: 'denied' };
  if (hub.closed) return { kind: 'closed' };
  const window = windowOf(hub, cohort, dateInEngland(deps.clock.now()));
  return window.kind === 'open' ? { kind: 'open', hubName: hub.name } : { kind: 'window', window };
}

const typedName = z.string().min(1).max(100);
const typedEmail = z.email().max(200);

export type Named =
  | { kind: 'named'; personId: string }
  /** Somebody with this address has applied to the hub. */
  | { kind: 'applied'; applicationId: string }
  | { kind: 'not-right'; name: boolean; email: boolean }
  /** They have gone to another hub. */
  | { kind: 'moved' }
  | Yourself
  | Denied;

/**
 * The person a lead means: the one this hub knows by the address, or else somebody new without an account. Nobody becomes
 * two people by being named twice, also by two leads at once, or after an application of theirs has ended. The name is not
 * kept: what is submitted for them says it.
 */
export async function nameSomebody(
  deps: Deps,
  lead: Actor,
  { hubId, cohort, name, email }: { hubId: string; cohort: string; name: string; email: string },
): Promise<Named> {
  if (!can(lead, 'act-for', { hubId })) return { kind: 'denied' };
  const right = { name: typedName.safeParse(name).success, email: typedEmail.safeParse(email).success };
  if (!right.name || !right.email) return { kind: 'not-right', ...right };
  const applied = await applicationWith(deps, { hubId, cohort, email });
  if (isActor(lead, applied?.person)) return { kind: 'yourself' };
  if (applied && isOpen(applied)) return { kind: 'applied', applicationId: applicationIdOf(applied) };
  const named = await personNamed(deps, lead, { hubId, email, before: await stillHere(deps, hubId, applied) });
  if (!named) return { kind: 'moved' };
  const { personId } = await currentPerson(deps, named);
  return personId === lead.personId ? { kind: 'yourself' } : { kind: 'named', personId };
}

/** Who sent an application that has ended, while they are nowhere else by now. */
async function stillHere(deps: Deps, hubId: string, applied: Application | undefined): Promise<string | undefined> {
  if (!applied?.person) return undefined;
  const { personId } = await currentPerson(deps, applied.person);
  return (await belongsTo(deps, hubId, personId)) ? personId : undefined;
}

/**
 * Whom the hub knows by this address: by what was set down for it, else `before`, who has applied with it; from now on if
 * not before. Undefined for somebody who has gone to another.
 */
async function personNamed(
  deps: Deps,
  lead: Actor,
  { hubId, email, before }: { hubId: string; email: string; before: string | undefined },
): Promise<string | undefined> {
  const ref = byEmailAt(hubId, email);
  const newId = randomUUID();
  const result = await change(deps, { partition: ref.partition, read: { known: ref } }, ({ known }) => {
    if (known || before) return { kind: 'known' as const, id: known ? knownBy(known) : before };
    const owed: Owed = { name: 'know-person', personId: newId };
    return {
      kind: 'new' as const,
      id: newId,
      write: [byEmailRecord.make({ partition: ref.partition, id: ref.id, person: newId })],
      audit: { by: lead.personId, event: 'person-named', subject: newId },
      tasks: [{ id: `know-person:${newId}`, owed }],
    };
  });
  return 'id' in result ? result.id : newId;
}

/** The task behind somebody who was named: there is a person to do things for. */
export async function knowPerson(
  deps: Deps,
  { personId }: Pick<Extract<Owed, { name: 'know-person' }>, 'personId'>,
): Promise<void> {
  const ref = personAt(personId);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person }) =>
    person ? { kind: 'known-before' } : { kind: 'known', write: [unseenPerson(personId)] },
  );
}

const atOnce = 200;

/** A hub's application for a cohort under this address, as whoever applied typed it: the open one, else the newest. */
async function applicationWith(
  deps: Deps,
  { hubId, cohort, email }: { hubId: string; cohort: string; email: string },
): Promise<Application | undefined> {
  const first = applicationAt(hubId, `${cohort}:`).id;
  const plain = email.trim().toLowerCase();
  let ended: Application | undefined;
  for (let after = first; ; ) {
    const page = await readPage(deps.store, applicationRecord, hubPartition(hubId), { after, limit: atOnce });
    const here = page.filter(({ id }) => id.startsWith(first));
    const theirs = here.filter(({ answers }) => answers.email.toLowerCase() === plain);
    const open = theirs.find(isOpen);
    ended = theirs.at(-1) ?? ended;
    const last = here.at(-1);
    if (open || !last || here.length < atOnce) return open ?? ended;
    after = last.id;
  }
}

export type Draft =
  /** What the hub knows of them already, to start the form with. */
  | { kind: 'draft'; hubName: string; name: string; email: string; school: string }
  | { kind: 'applied'; applicationId: string }
  /** They have applied for this cohort to another hub. */
  | { kind: 'applied-elsewhere' }
  | NotToday
  | Yourself
  | Denied;

/** What an application for somebody starts with, or why there can be none. */
export async function draftFor(
  deps: Deps,
  lead: Actor,
  { hubId, cohort, personId: id }: { hubId: string; cohort: string; personId: string },
): Promise<Draft> {
  const acting = await actingFor(deps, lead, { hubId, personId: id });
  if (acting.kind !== 'acting') return acting;
  const may = await mayApplyFor(deps, lead, { hubId, cohort });
  if (may.kind !== 'open') return may;
  const { personId } = acting.actor;
  const [applied, who, member] = await Promise.all([
    read(deps.store, openApplicationAt(personId, cohort)),
    whoInHub(deps, hubId, personId),
    read(deps.store, memberAt(hubId, personId)),
  ]);
  const open = applied && !(await hasEnded(deps, applied)) ? applied : undefined;
  if (open?.hubId === hubId) return { kind: 'applied', applicationId: open.applicationId };
  if (open) return { kind: 'applied-elsewhere' };
  const { name, email = '', person } = who;
  return { kind: 'draft', hubName: may.hubName, name, email, school: member?.school ?? person?.school ?? '' };
}
