import { type Actor, can } from '../access.ts';
import { applicationAt, applicationRecord } from '../applications/application.ts';
import { cohortsIn } from '../applications/cohorts.ts';
import { placesRecord } from '../applications/places.ts';
import { change, type Operation } from '../change.ts';
import type { Owed, Task } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read, readPage } from '../store/record.ts';
import { byEmailRecord } from './by-email.ts';
import { releaseChannels } from './channels.ts';
import { type Hub, hubAt, hubPartition, memberRecord } from './hub.ts';
import { openIfHeld, withHubOpen } from './keep-open.ts';
import { programmeAt } from './programme.ts';
import { depart } from './transit.ts';

type Denied = { kind: 'denied' };
/** What a hub holds that would go along, or be left. */
export type HubContents = {
  name: string;
  leads: number;
  specialists: number;
  applications: number;
  /** How many local authorities it covers. */
  authorities: number;
};

/** What ending a hub concerns, for a coordinator to see before they do it. */
export async function hubContents(
  deps: Deps,
  actor: Actor,
  { hubId }: { hubId: string },
): Promise<{ kind: 'contents'; contents: HubContents } | Denied> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const [hub, cohorts] = await Promise.all([read(deps.store, hubAt(hubId)), cohortsIn(deps, hubId)]);
  if (!hub) return { kind: 'denied' };
  const { name, leads, specialists, authorities = [] } = hub;
  const applications = cohorts.reduce((sum, { open }) => sum + open, 0);
  const contents = { name, leads: leads.length, specialists, applications, authorities: authorities.length };
  return { kind: 'contents', contents };
}

export type HubEnded =
  | { kind: 'ended' }
  /** It still has people or applications: only merging takes them along. */
  | { kind: 'not-empty'; contents: HubContents }
  /** It, or the hub it should go into, is not open any more. */
  | { kind: 'not-open' }
  | Denied;

/**
 * Closes a hub, or merges it into another. The programme's list decides, so that two hubs are never merged into each
 * other; that nobody joins or applies there any more, and that everybody goes along, follows by tasks.
 */
export async function endHub(
  deps: Deps,
  actor: Actor,
  { op, hubId, into }: { op: string; hubId: string; into: string | undefined },
): Promise<HubEnded> {
  const found = await hubContents(deps, actor, { hubId });
  if (found.kind === 'denied') return found;
  const { contents } = found;
  if (!into && contents.specialists + contents.applications > 0) return { kind: 'not-empty', contents };
  const by = actor.personId;
  const operation: Operation = { id: op, verb: 'hubs.end-now', personId: by, input: { hubId, into } };
  const about = { partition: programmeAt.partition, op: operation, read: { programme: programmeAt } };
  const result = await change(deps, about, ({ programme }) => {
    const hub = programme?.hubs.find(({ id }) => id === hubId);
    const isOpen = (id: string) => programme?.hubs.some((one) => one.id === id);
    if (!programme || !hub || into === hubId || (into && !isOpen(into))) return { kind: 'not-open' as const };
    const closed = { ...hub, at: deps.clock.now().toISOString(), by, ...(into && { mergedInto: into }) };
    return {
      kind: 'ended' as const,
      write: [
        {
          ...programme,
          hubs: programme.hubs.filter(({ id }) => id !== hubId),
          closedHubs: [...programme.closedHubs, closed],
        },
      ],
      audit: { by, event: into ? `hub-merged-into: ${into}` : 'hub-closed', subject: hubId },
      tasks: [settling(deps, hubId, by)],
    };
  });
  if (result.kind === 'not-open') return { kind: 'not-open' };
  const isOpenAgain = result.kind === 'ended' && !into && (await isListed(deps, hubId));
  return isOpenAgain ? { kind: 'not-empty', contents } : { kind: 'ended' };
}

const isListed = async (deps: Deps, hubId: string) =>
  (await read(deps.store, programmeAt))?.hubs.some(({ id }) => id === hubId);

/** A closed hub is open again. One that was merged stays merged: its people are elsewhere. */
export async function reopenHub(
  deps: Deps,
  actor: Actor,
  { op, hubId }: { op: string; hubId: string },
): Promise<{ kind: 'open'; name: string } | { kind: 'not-closed' } | Denied> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const by = actor.personId;
  const operation: Operation = { id: op, verb: 'hubs.reopen', personId: by, input: { hubId } };
  const about = { partition: programmeAt.partition, op: operation, read: { programme: programmeAt } };
  const result = await change(deps, about, ({ programme }) => {
    const hub = programme?.closedHubs.find(({ id, mergedInto }) => id === hubId && !mergedInto);
    if (!programme || !hub) return { kind: 'not-closed' as const };
    return {
      kind: 'open' as const,
      name: hub.name,
      write: [withHubOpen(programme, hub)],
      audit: { by, event: 'hub-reopened', subject: hubId },
      tasks: [settling(deps, hubId, by)],
    };
  });
  return result.kind === 'open' ? { kind: 'open', name: result.name } : { kind: 'not-closed' };
}

function settling(deps: Deps, hubId: string, by: string) {
  const owed: Owed = { name: 'settle-hub', hubId, by };
  return { id: `settle-hub:${hubId}:${deps.clock.now().toISOString()}`, owed };
}

/**
 * The task behind a hub that ends or opens again: its own record says what the programme's list says now. One that was
 * closed and is not empty after all opens again.
 */
export async function settleHub(deps: Deps, task: Extract<Owed, { name: 'settle-hub' }>): Promise<void> {
  const { hubId, by } = task;
  const programme = await read(deps.store, programmeAt);
  const listed = programme?.closedHubs.find(({ id }) => id === hubId);
  const closed = listed && { at: listed.at, ...(listed.mergedInto && { mergedInto: listed.mergedInto }) };
  const ref = hubAt(hubId);
  await change(deps, { partition: ref.partition, read: { hub: ref } }, ({ hub }) => {
    if (!hub || hub.closed?.at === closed?.at) return { kind: 'settled-before' };
    return {
      kind: 'settled',
      write: [{ ...hub, closed }],
      audit: { by, event: closed ? 'closed' : 'open', subject: hubId },
      tasks: closed?.mergedInto ? tasksOfMerging(hub, closed.at, { hubId, to: closed.mergedInto, by }) : [],
    };
  });
  if (!listed) return;
  if (!listed.mergedInto && (await openIfHeld(deps, listed)) === 'open') return settleHub(deps, task);
  await releaseChannels(deps, hubId, by);
}

/** What a merged hub holds goes to the other: its people one by one, and its local authorities. */
function tasksOfMerging(
  { authorities = [] }: Hub,
  at: string,
  about: { hubId: string; to: string; by: string },
): Task[] {
  const { hubId } = about;
  const emptying: Task = { id: `empty-hub:${hubId}:${at}`, owed: { name: 'empty-hub', ...about }, later: true };
  if (authorities.length === 0) return [emptying];
  return [emptying, { id: `give-authorities:${hubId}:${at}`, owed: { name: 'give-authorities', ...about } }];
}

/** How many of a kind are looked at together. */
const page = 20;

type Empty = Extract<Owed, { name: 'empty-hub' }>;

/**
 * The task behind a merged hub: everybody in it goes to the other, person by person, the reserves first so that their
 * order goes along. Nobody can come in meanwhile, so it is done when nobody is left.
 */
export async function emptyHub(deps: Deps, owed: Empty): Promise<void> {
  const { hubId, to, by } = owed;
  await emptyReserves(deps, owed);
  for (const { type } of [memberRecord, applicationRecord, byEmailRecord]) {
    for (;;) {
      const found = await deps.store.list(hubPartition(hubId), type, { limit: page });
      const people = new Set(found.map(({ record }) => record.person ?? ''));
      const left = [];
      for (const personId of people) left.push(await departAll(deps, { hubId, to, by, personId }));
      if (found.length > 0 && !left.includes('departed')) throw new Error(`nobody leaves ${hubId}`);
      if (found.length < page && !left.includes('nothing-here')) break;
    }
  }
}

/** Those on reserve go in their order, cohort by cohort. */
async function emptyReserves(deps: Deps, { hubId, to, by }: Empty): Promise<void> {
  for (const { reserve } of await readPage(deps.store, placesRecord, hubPartition(hubId), { limit: page })) {
    for (const applicationId of reserve) {
      const { person: personId } = (await read(deps.store, applicationAt(hubId, applicationId))) ?? {};
      if (personId) await departAll(deps, { hubId, to, by, personId });
    }
  }
}

function departAll(
  deps: Deps,
  { hubId, to, by, personId }: { hubId: string; to: string; by: string; personId: string },
) {
  const roles = ['lead', 'specialist'] as const;
  // A name of its own each time: somebody may come back between two.
  const move = `${to}:${personId}:${deps.clock.now().toISOString()}`;
  return depart(deps, { from: hubId, to, personId, roles, by, move, hubEnds: true });
}
