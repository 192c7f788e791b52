import { type Actor, can } from '../access.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt, hubIdOf, hubPartition } from '../people/hub.ts';
import type { Programme } from '../people/programme.ts';
import { read, readPage } from '../store/record.ts';
import {
  type Answers,
  type Application,
  applicationAt,
  applicationRecord,
  openApplicationAt,
  placesAt,
} from './application.ts';
import { type Window, windowOf } from './rules.ts';

/** A person's own application as they may see it. `on-its-way` until the hub has it, also from one hub to another. */
export type OwnApplication = {
  state: 'on-its-way' | Application['state'];
  hub: Hub;
  hubId: string;
  applicationId: string;
  submittedAt: string;
  /** The lead who submitted it for them, when one did. */
  submittedBy: string | undefined;
  /** Not while it is between two hubs. */
  answers: Answers | undefined;
};

/** The actor's own application for a cohort, or undefined when there is none. */
export async function ownApplication(
  deps: Pick<Deps, 'store'>,
  actor: Pick<Actor, 'personId'>,
  cohort: string,
): Promise<OwnApplication | undefined> {
  const open = await read(deps.store, openApplicationAt(actor.personId, cohort));
  if (!open) return undefined;
  const [hub, placed] = await Promise.all([
    read(deps.store, hubAt(open.hubId)),
    read(deps.store, applicationAt(open.hubId, open.applicationId)),
  ]);
  if (!hub) return undefined;
  const answers = placed?.answers ?? open.answers;
  const { hubId, applicationId, submittedAt, submittedBy } = open;
  return { state: placed?.state ?? 'on-its-way', hub, hubId, applicationId, submittedAt, submittedBy, answers };
}

type Denied = { kind: 'denied' };

/** One page of a hub's applications for a cohort, for its leads: oldest first, with how many there are in all. */
export async function applicationsOf(
  deps: Deps,
  actor: Actor,
  { hubId, cohort, after, limit }: { hubId: string; cohort: string; after?: string | undefined; limit: number },
): Promise<{ kind: 'page'; hub: Hub; applications: Application[]; more: boolean; total: number } | Denied> {
  if (!can(actor, 'list-applications', { hubId })) return { kind: 'denied' };
  const first = applicationAt(hubId, `${cohort}:`).id;
  const [hub, found, places] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    readPage(deps.store, applicationRecord, hubPartition(hubId), { after: after ?? first, limit: limit + 1 }),
    read(deps.store, placesAt(hubId, cohort)),
  ]);
  if (!hub) return { kind: 'denied' };
  const page = found.filter(({ id }) => id.startsWith(first));
  const applications = page.slice(0, limit);
  return { kind: 'page', hub, applications, more: page.length > limit, total: places?.withHub ?? 0 };
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

/** How many applications each of these hubs holds: counts, never names. */
export async function countsOf(deps: Deps, actor: Actor, hubs: { id: string; name: string }[], cohort: string) {
  const allowed = hubs.filter(({ id }) => can(actor, 'see-counts', { hubId: id }));
  return Promise.all(
    allowed.map(async ({ id, name }) => {
      const places = await read(deps.store, placesAt(id, cohort));
      return { hub: name, withHub: places?.withHub ?? 0 };
    }),
  );
}

/** A hub as somebody chooses it to apply to. */
export type HubWindow = { id: string; name: string; window: Window; privacy: Hub['privacy'] };

/** Every hub with where its window for a cohort stands today. */
export async function hubWindows(deps: Deps, { hubs }: Pick<Programme, 'hubs'>, cohort: string): Promise<HubWindow[]> {
  const today = dateInEngland(deps.clock.now());
  const found = await Promise.all(hubs.map(({ id }) => read(deps.store, hubAt(id))));
  return found.flatMap((hub) =>
    hub ? [{ id: hubIdOf(hub), name: hub.name, window: windowOf(hub, cohort, today), privacy: hub.privacy }] : [],
  );
}
