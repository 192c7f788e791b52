import { z } from 'zod';
import type { Actor, HubRole } from '../access.ts';
import {
  type Application,
  applicationIdOf,
  applicationRecord,
  cohortIn,
  openApplicationAt,
  type Step,
} from '../applications/application.ts';
import { happeningsOf } from '../applications/happenings.ts';
import { linesOf } from '../applications/lines.ts';
import { isConflicted } from '../applications/move.ts';
import { noPlaces, type Places, placesAt, placesRecord, placesWith, takenPlaces } from '../applications/places.ts';
import { isUndecided } from '../applications/states.ts';
import { change, type Operation } from '../change.ts';
import { joined, type Ledger, ledgerAt, ledgerRecord } from '../days/ledger.ts';
import type { Message } from '../delivery/message.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { defineRecord, type RecordOf, type Ref, read, type StoredFields } from '../store/record.ts';
import { type ByEmail, byEmailRecord } from './by-email.ts';
import {
  arrivalAt,
  arrivalOf,
  type Hub,
  hubAt,
  hubIdOf,
  hubPartition,
  type Member,
  memberAt,
  memberRecord,
} from './hub.ts';
import { cameLate } from './keep-open.ts';
import { remember, withMember } from './membership.ts';
import { currentPerson, mergeTask, messageTo, personAt, personPartition } from './person.ts';
import { recordsAbout } from './records-about.ts';

/** What of a person's goes with them from one hub to another. Messages that wait stay with the hub that wrote them. */
const luggage = [memberRecord, applicationRecord, ledgerRecord, byEmailRecord] as const;
type Luggage = Member | Application | Ledger | ByEmail;

/**
 * What is on its way from one hub to another. One commit takes records out of the first hub and puts them here, another
 * puts them into the second: at any moment they are in one place.
 */
export const transitRecord = defineRecord('transit', 1, {
  to: z.string(),
  by: z.string(),
  /** The reserves that still stood behind theirs in the hub that ended. */
  behind: z.array(z.string()).default([]),
  records: z.array(z.looseObject({ partition: z.string(), id: z.string(), type: z.string() })),
});
type Transit = RecordOf<typeof transitRecord>;

const transitAt = (hubId: string, move: string) => transitRecord.at(hubPartition(hubId), `transit:${move}`);

type Departure = {
  from: string;
  to: string;
  personId: string;
  /** Which of their roles go along; the rest stay. Days go with the specialist's role, applications always. */
  roles: readonly HubRole[];
  by: string;
  /** The lead who passes them on, when one does: an application of somebody they know is left to others. */
  lead?: Actor;
  /** The hub ends with this: it keeps no trace of them. */
  hubEnds?: true;
  /** Names this move. */
  move: string;
  op?: Operation;
};

/** Takes what concerns somebody out of a hub, and leaves the task that brings it into the other. */
export async function depart(deps: Deps, departure: Departure): Promise<'departed' | 'nothing-here' | 'conflicted'> {
  const { from, personId, op } = departure;
  const partition = hubPartition(from);
  const types: string[] = luggage.map(({ type }) => type);
  const about = (await recordsAbout(deps, personId)).filter(
    (ref) => ref.partition === partition && types.includes(ref.kind.type),
  );
  const cohorts = about.flatMap(({ id, kind }) =>
    kind.type === applicationRecord.type ? [cohortIn(applicationIdOf({ id }))] : [],
  );
  const read = byId([hubAt(from), ...about, ...cohorts.map((cohort) => placesAt(from, cohort))]);
  const result = await change(deps, { partition, ...(op && { op }), read }, (found) => {
    const hub = found[hubAt(from).id] as Hub | undefined;
    return hub ? departing(departure, hub, held(found)) : { kind: 'nothing-here' as const };
  });
  return result.kind === 'nothing-here' || result.kind === 'conflicted' ? result.kind : 'departed';
}

const byId = (refs: Ref[]): Record<string, Ref> => Object.fromEntries(refs.map((ref) => [ref.id, ref]));
const held = (found: Record<string, unknown>) => Object.values(found).filter((one) => one !== undefined) as Held[];

/** A record that is in a hub, as it was read. */
type Held = Luggage | Places | Hub;
type FoundById = Record<string, Held | undefined>;
const isMember = (record: Held): record is Member => record.type === memberRecord.type;
const isApplication = (record: Held): record is Application => record.type === applicationRecord.type;
const isLedger = (record: Held): record is Ledger => record.type === ledgerRecord.type;
const isPlaces = (record: Held): record is Places => record.type === placesRecord.type;
const isByEmail = (record: Held): record is ByEmail => record.type === byEmailRecord.type;
/** What a hub keeps of somebody who went to another. */
const isTrace = (record: Held) => isByEmail(record) && record.movedTo !== undefined;
const isLuggage = (record: Held): record is Luggage => luggage.some(({ type }) => type === record.type);

function departing({ from, to, personId, roles, by, lead, move, hubEnds }: Departure, hub: Hub, found: Held[]) {
  const member = found.find(isMember);
  const goes = member?.roles.filter((role) => roles.includes(role)) ?? [];
  const others = found.filter((one) => isLuggage(one) && !isMember(one) && (hubEnds || !isTrace(one))) as Luggage[];
  const along = others.filter(
    (one) => (!isLedger(one) || goes.includes('specialist')) && (!isApplication(one) || hubEnds || isMovable(one)),
  );
  if (goes.length + along.length === 0) return { kind: 'nothing-here' as const };
  if (lead && along.some((one) => isApplication(one) && isConflicted(lead, one)))
    return { kind: 'conflicted' as const };
  const partition = hubPartition(from);
  const packed = along.map((one) => (isApplication(one) && !hubEnds ? undecided(one) : one));
  const records = [...packed, ...(member && goes.length > 0 ? [{ ...member, roles: goes }] : [])];
  const owed: Owed = { name: 'carry-over', hubId: from, move };
  const leaves = member && leaving(hub, member, goes);
  const traces = hubEnds ? [] : along.filter(isByEmail).map((one) => ({ ...one, movedTo: to }));
  const removed = along.filter((one) => hubEnds || !isByEmail(one));
  const behind = hubEnds ? found.filter(isPlaces).flatMap((places) => behindIn(places, along)) : [];
  return {
    kind: 'departed' as const,
    write: [
      transitRecord.make({ partition, id: transitAt(from, move).id, person: personId, to, by, behind, records }),
      ...(leaves?.write ?? []),
      ...traces,
      ...found.filter(isPlaces).map((places) => without(places, along.filter(isApplication))),
    ],
    remove: [...(leaves?.remove ?? []), ...removed.map(({ id }) => id)],
    derive: {
      put: [],
      remove: along
        .filter(isApplication)
        .flatMap(linesOf)
        .map(({ id }) => id),
    },
    audit: { by, event: `moved-to: ${to}`, subject: personId },
    tasks: [{ id: `carry-over:${move}`, owed }],
  };
}

/** A hub without those of a member's roles that go. */
function leaving(hub: Hub, member: Member, goes: HubRole[]) {
  if (goes.length === 0) return { write: [], remove: [] };
  const roles = member.roles.filter((role) => !goes.includes(role));
  if (roles.length === 0) return { write: [withMember(hub, member, undefined)], remove: [member.id] };
  const stays = { ...member, roles };
  return { write: [stays, withMember(hub, member, stays)], remove: [] };
}

/** What another hub can still decide goes along; what this one has decided stays with it, unless it ends. */
const isMovable = ({ state }: Application) => isUndecided(state) || state === 'reserve';

/**
 * A reserve of one hub is nobody's reserve in another: it waits for that hub to decide. What the first hub's leads thought
 * and wrote of it is theirs alone, also what they asked unless the applicant still has to answer; and the other hub has not
 * opened it. Who knows the applicant still does.
 */
const undecided = (application: Application): Application => ({
  ...application,
  state: application.state === 'reserve' ? 'with-hub' : application.state,
  staged: undefined,
  opinions: [],
  notes: [],
  asked: application.state === 'more-asked' ? application.asked : undefined,
  openedAt: undefined,
  steps: application.steps.map(withoutPrivateWords),
});

/** A step without what the leads of a hub told each other along with it. */
const withoutPrivateWords = (step: Step): Step => (step.event === 'take-back-ask' ? { ...step, why: undefined } : step);

const ofCohort = ({ cohort }: Places, applications: Application[]) =>
  applications.filter((application) => application.cohort === cohort);

const without = (places: Places, applications: Application[]): Places =>
  ofCohort(places, applications).reduce((rest, one) => placesWith(rest, one, undefined), places);

const withAll = (places: Places, applications: Application[], behind: string[]): Places =>
  ofCohort(places, applications).reduce((all, one) => aheadOf(behind, placesWith(all, undefined, one), one), places);

/** The reserves of a hub that stand behind those who leave it. */
function behindIn({ reserve }: Places, along: Luggage[]): string[] {
  const leaves = new Set(along.filter(isApplication).map(applicationIdOf));
  const first = reserve.findIndex((id) => leaves.has(id));
  return first < 0 ? [] : reserve.slice(first).filter((id) => !leaves.has(id));
}

/** Whoever stood behind a reserve does so again, also where they came first. */
function aheadOf(behind: string[], places: Places, one: Application): Places {
  const id = applicationIdOf(one);
  const others = places.reserve.filter((other) => other !== id);
  const at = others.findIndex((other) => behind.includes(other));
  const isReserve = others.length < places.reserve.length;
  return isReserve && at >= 0 ? { ...places, reserve: others.toSpliced(at, 0, id) } : places;
}

/** The task behind a move: brings what is on its way into its hub, once, and lets the person's record point there. */
export async function carryOver(deps: Deps, { hubId, move }: Extract<Owed, { name: 'carry-over' }>): Promise<void> {
  const ref = transitAt(hubId, move);
  const transit = await read(deps.store, ref);
  if (!transit) return;
  const { personId } = await currentPerson(deps, transit.person ?? '');
  const to = await arrive(deps, { transit, move, personId, to: transit.to });
  for (const application of luggageOf(transit).filter(isApplication)) await pointAt(deps, personId, application, to);
  await change(deps, { partition: ref.partition, read: { transit: ref } }, ({ transit: left }) =>
    left ? { kind: 'done', remove: [ref.id] } : { kind: 'done-before' },
  );
  // Merged into somebody else while this was on its way: it follows.
  await change(deps, { partition: personPartition(personId), read: { person: personAt(personId) } }, ({ person }) =>
    person?.movedTo ? { kind: 'merged', tasks: [mergeTask(deps, personId, person.movedTo)] } : { kind: 'there' },
  );
}

/** Brings to its end what is on its way of somebody; gives back how much it was. */
export async function carryOverFor(deps: Deps, personId: string): Promise<number> {
  const found = await deps.store.find({ type: transitRecord.type, person: personId }, 100);
  for (const { record } of found) {
    await carryOver(deps, { name: 'carry-over', hubId: hubIdOf(record), move: record.id.slice('transit:'.length) });
  }
  return found.length;
}

function luggageOf({ records }: Transit): Luggage[] {
  return records.map((record) => {
    const kind = luggage.find(({ type }) => type === record.type);
    if (!kind) throw new Error(`a ${record.type} does not travel`);
    return kind.parse(record);
  });
}

type Arriving = { transit: Transit; move: string; personId: string; to: string };

/** Writes what was carried into its hub, or into the one that hub was merged into: gives back which. */
async function arrive(deps: Deps, arriving: Arriving): Promise<string> {
  const { transit, move, personId, to } = arriving;
  const partition = hubPartition(to);
  const at = deps.clock.now().toISOString();
  const carried = luggageOf(transit).map((one) => addressed(one, partition, personId, { at, by: transit.by }));
  const arrival = arrivalAt(to, move);
  const cohorts = carried.filter(isApplication).map(({ cohort }) => cohort);
  const there = carried.map(({ id, type }) => luggage.find((kind) => kind.type === type)?.at(partition, id));
  const refs = [hubAt(to), arrival, memberAt(to, personId), ...there, ...cohorts.map((one) => placesAt(to, one))];
  const tell = await newsOf(deps, arriving);
  const read = byId(refs.filter((ref) => ref !== undefined));
  const result = await change(deps, { partition, read }, (found) => {
    const hub = found[hubAt(to).id] as Hub | undefined;
    if (!hub) throw new Error(`no hub ${to}`);
    if (found[arrival.id]) return { kind: 'arrived-before' as const };
    if (hub.closed?.mergedInto) return { kind: 'hub-merged' as const, into: hub.closed.mergedInto };
    const receipt = arrivalOf(to, move, deps.clock.now());
    const member = carried.find(isMember);
    return {
      kind: 'arrived' as const,
      write: [receipt, ...arrivingIn(hub, { carried, behind: transit.behind }, found as FoundById)],
      derive: { put: carried.filter(isApplication).flatMap(arrivingLines), remove: [] },
      audit: { by: transit.by, event: `moved-from: ${hubIdOf(transit)}`, subject: personId },
      tell,
      tasks: [...(member ? [remember(deps, personId, to)] : []), ...cameLate(hub, to, move, transit.by)],
    };
  });
  return result.kind === 'hub-merged' ? arrive(deps, { ...arriving, to: result.into }) : to;
}

/** What the lists of a hub and its next digest say of an application that comes. */
const arrivingLines = (one: Application) => [...linesOf(one), ...happeningsOf(undefined, one)];

/** A record as it stands in the hub it goes to, under the person it is now about. */
function addressed(record: Luggage, partition: string, person: string, mark: { at: string; by: string }): Luggage {
  const home = { ...record, partition, person };
  if (isMember(home)) return { ...home, id: `member:${person}` };
  if (isLedger(home)) return { ...home, id: ledgerAt('', home.cohort, person).id };
  if (!isApplication(home)) return home;
  const step = { ...mark, event: 'move-hub' as const, to: home.state };
  return { ...home, moves: (home.moves ?? 0) + 1, steps: [...home.steps, step] };
}

/** What a hub writes when somebody's records come: theirs join what it holds of them already. */
function arrivingIn(
  hub: Hub,
  { carried, behind }: { carried: Luggage[]; behind: string[] },
  found: FoundById,
): StoredFields[] {
  const cohorts = new Set(carried.filter(isApplication).map(({ cohort }) => cohort));
  const places = [...cohorts].map((cohort) => {
    const before = found[placesAt('', cohort).id] as Places | undefined;
    return withAll(before ?? noPlaces(hubIdOf(hub), cohort), carried.filter(isApplication), behind);
  });
  const roomy = places.reduce(withRoomFor, hub);
  const others = carried.flatMap((one) =>
    isMember(one) ? joinsHub(roomy, one, found[one.id]) : [joins(one, found[one.id])],
  );
  const hubWritten = others.some(({ id }) => id === hub.id);
  return [...places, ...others, ...(hubWritten || roomy === hub ? [] : [roomy])];
}

/** Places that come with a hub that ended are places of this one: offered and accepted never exceed the quota. */
function withRoomFor(hub: Hub, places: Places): Hub {
  const window = hub.cohorts[places.cohort] ?? {};
  const taken = takenPlaces(places);
  if (taken <= (window.quota ?? 0)) return hub;
  return { ...hub, cohorts: { ...hub.cohorts, [places.cohort]: { ...window, quota: taken } } };
}

function joinsHub(hub: Hub, member: Member, before: Held | undefined): StoredFields[] {
  if (!before || !isMember(before)) return [member, withMember(hub, undefined, member)];
  const roles = [...new Set([...before.roles, ...member.roles])];
  const both = { ...member, ...before, roles };
  return [both, withMember(hub, before, both)];
}

function joins(record: Luggage, before: Held | undefined): StoredFields {
  if (!before || isTrace(before)) return record;
  return isLedger(record) && isLedger(before) ? joined(before, record) : before;
}

/** A move is told to the person, unless it was their own doing. The hub's leads read of it in their digest. */
async function newsOf(deps: Deps, { transit, move, personId, to }: Arriving): Promise<Message[]> {
  if (transit.by === personId) return [];
  const person = await read(deps.store, personAt(personId));
  const content = { kind: 'moved-hub' as const, hubId: to };
  return [{ id: `moved-hub:${move}`, ...messageTo(personId, person), content }];
}

/** The person's record points to where their application is now. A later move is never overtaken by an earlier one. */
async function pointAt(
  deps: Deps,
  personId: string,
  { id, cohort, moves = 0 }: Application,
  to: string,
): Promise<void> {
  const ref = openApplicationAt(personId, cohort);
  await change(deps, { partition: ref.partition, read: { open: ref } }, ({ open }) => {
    const isThis = open && `application:${open.applicationId}` === id;
    if (!isThis || (open.moves ?? 0) > moves) return { kind: 'pointed-before' };
    return { kind: 'pointed', write: [{ ...open, hubId: to, moves: moves + 1 }] };
  });
}
