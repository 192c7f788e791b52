import { type Actor, can } from '../access.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt, hubIdOf, hubPartition } from '../people/hub.ts';
import { personPartition } from '../people/person.ts';
import type { Programme } from '../people/programme.ts';
import { read, readPage } from '../store/record.ts';
import {
  type Answers,
  type Application,
  applicationAt,
  broughtBy,
  isRefused,
  type OpenApplication,
  openApplicationAt,
  openApplicationRecord,
} from './application.ts';
import { type CohortHeld, cohortsIn, cohortsOf, placesIn } from './cohorts.ts';
import { type QueueLine, queueLine, queueStart, schoolLine, schoolStart } from './lines.ts';
import { type Places, placesAt } from './places.ts';
import { type Window, windowOf } from './rules.ts';
import { type ApplicationState, type EventForThem, isEnded, isForThem } from './states.ts';

/** A person's own application as they may see it. `on-its-way` until the hub has it, also from one hub to another. */
export type OwnApplication = {
  cohort: string;
  state: 'on-its-way' | Application['state'];
  hub: Hub;
  hubId: string;
  applicationId: string;
  submittedAt: string;
  /** The lead who submitted it for them, when one did. */
  submittedBy: string | undefined;
  /** Not while it is between two hubs. */
  answers: Answers | undefined;
  /** All that the hub holds of it, once it has it. */
  application: Application | undefined;
};

/** The actor's own application for a cohort, or undefined when there is none. */
export async function ownApplication(
  deps: Pick<Deps, 'store'>,
  actor: Pick<Actor, 'personId'>,
  cohort: string,
): Promise<OwnApplication | undefined> {
  const open = await read(deps.store, openApplicationAt(actor.personId, cohort));
  return open && asSeen(deps, open);
}

/** Nothing more will come of it. */
export const isOver = ({ state }: OwnApplication) => state !== 'on-its-way' && isEnded(state);

/** Most cohorts for which one person has applied. */
const mostCohorts = 20;

/**
 * The actor's application that matters now: the one for this cohort while it is open, else their newest that still is,
 * else the one for this cohort. Another cohort that begins ends nothing that is under way.
 */
export async function currentApplication(
  deps: Pick<Deps, 'store'>,
  actor: Pick<Actor, 'personId'>,
  cohort: string,
): Promise<OwnApplication | undefined> {
  const own = await ownApplication(deps, actor, cohort);
  if (own && !isOver(own)) return own;
  const held = await readPage(deps.store, openApplicationRecord, personPartition(actor.personId), {
    limit: mostCohorts,
  });
  const others = await Promise.all(held.map((open) => (open.cohort === cohort ? undefined : asSeen(deps, open))));
  const open = others.filter((one) => one !== undefined && !isOver(one)) as OwnApplication[];
  return open.toSorted((one, other) => (one.submittedAt < other.submittedAt ? -1 : 1)).at(-1) ?? own;
}

/** An application as the person sees it whose it is. */
async function asSeen(deps: Pick<Deps, 'store'>, open: OpenApplication): Promise<OwnApplication | undefined> {
  const [hub, placed] = await Promise.all([
    read(deps.store, hubAt(open.hubId)),
    read(deps.store, applicationAt(open.hubId, open.applicationId)),
  ]);
  if (!hub) return undefined;
  const answers = placed?.answers ?? open.answers;
  const { cohort, hubId, applicationId, submittedAt, submittedBy } = open;
  const state = placed?.state ?? 'on-its-way';
  return { cohort, state, hub, hubId, applicationId, submittedAt, submittedBy, answers, application: placed };
}

/**
 * The id of the actor's own application for a cohort, where they have one: also as a lead they learn nothing of it before
 * they are told.
 */
export async function ownApplicationId(
  deps: Pick<Deps, 'store'>,
  { personId }: Pick<Actor, 'personId'>,
  cohort: string,
): Promise<string | undefined> {
  return (await read(deps.store, openApplicationAt(personId, cohort)))?.applicationId;
}

/**
 * Where their own application stands to somebody: one that their headteacher refused waits for themselves, and what a lead
 * did for them they have not done.
 */
export type OwnStanding = OwnApplication['state'] | 'not-endorsed' | EventForThem;

/** How an application of this state stands to the person whose it is. */
export function ownStanding(
  state: OwnApplication['state'],
  application: Pick<Application, 'state' | 'endorsement' | 'link' | 'steps'> | undefined,
): OwnStanding {
  if (!application) return state;
  if (isRefused(application)) return 'not-endorsed';
  const { event = '' } = broughtBy(application) ?? {};
  return isForThem(event) ? event : state;
}

type Denied = { kind: 'denied' };

/** Most others from a school that are counted. */
export const mostOthers = 9;

/** A line of the queue, with how many others applied from the same school: at most `mostOthers` are counted. */
export type QueueRow = QueueLine & { others: number };

type QueuePage = {
  kind: 'page';
  hub: Hub;
  places: Places | undefined;
  /** The cohorts of which the hub has applications. */
  cohorts: CohortHeld[];
  lines: QueueRow[];
  next: string | undefined;
};

/**
 * One page of a hub's queue, for its leads: the applications of a cohort in one state, oldest first, with the hub's
 * counts. Costs the same however many there are. Whether a decision is kept for their own is not said.
 */
export async function queueOf(
  deps: Deps,
  actor: Actor,
  page: { hubId: string; cohort: string; state: ApplicationState; after?: string | undefined; limit: number },
): Promise<QueuePage | Denied> {
  const { hubId, cohort, state, after, limit } = page;
  if (!can(actor, 'list-applications', { hubId })) return { kind: 'denied' };
  const start = queueStart(cohort, state);
  const from = after?.startsWith(start) ? after : start;
  const [hub, found, places, cohorts, own] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    readPage(deps.store, queueLine, hubPartition(hubId), { after: from, limit: limit + 1 }),
    read(deps.store, placesAt(hubId, cohort)),
    cohortsIn(deps, hubId),
    ownApplicationId(deps, actor, cohort),
  ]);
  if (!hub) return { kind: 'denied' };
  const here = found.filter(({ id }) => id.startsWith(start));
  const lines = await Promise.all(
    here.slice(0, limit).map(async (line) => {
      const staged = line.staged && line.applicationId !== own;
      return { ...line, staged, others: await othersFrom(deps, hubId, cohort, line) };
    }),
  );
  return { kind: 'page', hub, places, cohorts, lines, next: here.length > limit ? lines.at(-1)?.id : undefined };
}

/** How many others applied to a hub from somebody's school: at most `mostOthers` are counted. */
export async function othersFrom(
  deps: Pick<Deps, 'store'>,
  hubId: string,
  cohort: string,
  { applicationId, urn }: { applicationId: string; urn?: string | undefined },
): Promise<number> {
  if (!urn) return 0;
  const start = schoolStart(cohort, urn);
  const found = await readPage(deps.store, schoolLine, hubPartition(hubId), { after: start, limit: mostOthers + 1 });
  const others = found.filter((line) => line.id.startsWith(start) && line.applicationId !== applicationId);
  return Math.min(others.length, mostOthers);
}

/** One application, for the person it is about and for leads of its hub. Nobody else learns whether it exists. */
export async function applicationFor(
  deps: Deps,
  actor: Actor,
  { hubId, applicationId }: { hubId: string; applicationId: string },
): Promise<{ kind: 'found'; hub: Hub; application: Application } | Denied> {
  const [hub, application] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    read(deps.store, applicationAt(hubId, applicationId)),
  ]);
  const about = { hubId, personId: application?.person ?? '' };
  if (!hub || !application || !can(actor, 'see-application', about)) return { kind: 'denied' };
  return { kind: 'found', hub, application };
}

/** Where a cohort's applications in each of these hubs stand, and of which cohorts they have any: counts, never names. */
export async function countsOf(deps: Deps, actor: Actor, hubs: { id: string; name: string }[], cohort: string) {
  const allowed = hubs.filter(({ id }) => can(actor, 'see-counts', { hubId: id }));
  const found = await Promise.all(
    allowed.map(async ({ id, name }) => {
      const [hub, held] = await Promise.all([read(deps.store, hubAt(id)), placesIn(deps, id)]);
      return { hub: name, quota: hub?.cohorts[cohort]?.quota, held };
    }),
  );
  return {
    counts: found.map(({ held, ...one }) => ({ ...one, places: held.find((places) => places.cohort === cohort) })),
    cohorts: cohortsOf(found.flatMap(({ held }) => held)),
  };
}

/** A hub as somebody chooses it to apply to. */
export type HubWindow = {
  id: string;
  name: string;
  window: Window;
  privacy: Hub['privacy'];
  /** The local authorities it covers. */
  authorities: string[];
};

/** Every hub with where its window for a cohort stands today. */
export async function hubWindows(deps: Deps, { hubs }: Pick<Programme, 'hubs'>, cohort: string): Promise<HubWindow[]> {
  const today = dateInEngland(deps.clock.now());
  const found = await Promise.all(hubs.map(({ id }) => read(deps.store, hubAt(id))));
  return found.flatMap((hub) => {
    if (!hub) return [];
    const { name, privacy, authorities = [] } = hub;
    return [{ id: hubIdOf(hub), name, window: windowOf(hub, cohort, today), privacy, authorities }];
  });
}
