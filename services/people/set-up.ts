import { type Actor, can } from '../access.ts';
import { type CohortHeld, cohortsIn } from '../applications/cohorts.ts';
import { placesAt, takenPlaces } from '../applications/places.ts';
import { change, type Operation } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { type Hub, hubAt, hubPartition, linkedChannel } from './hub.ts';
import { checkHub, type Fault, type HubSettings, type HubTyped } from './hub-rows.ts';
import { type Lack, lacksOf, type MissingText, missingTexts } from './lacks.ts';
import { hubNamed, type Programme, programmeAt } from './programme.ts';

type Denied = { kind: 'denied' };

/** A hub in a coordinator's list: what it lacks before people can apply, and which of its own texts are not written. */
export type HubToCheck = { id: string; name: string; lacks: Lack[]; texts: MissingText[] };

/** A page of the hubs with what each lacks, for a coordinator. */
export async function checklist(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  { hubs, cohort }: Programme,
  page: { from: number; limit: number },
): Promise<{ kind: 'list'; hubs: HubToCheck[]; more: boolean } | Denied> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const shown = await Promise.all(
    hubs.slice(page.from, page.from + page.limit).map(async ({ id, name }) => {
      const [hub, channel] = await Promise.all([read(deps.store, hubAt(id)), linkedChannel(deps, id, 'leads')]);
      const lacks = lacksOf(hub, channel !== undefined, cohort);
      return { id, name, lacks, texts: missingTexts(hub ?? { contact: '' }) };
    }),
  );
  return { kind: 'list', hubs: shown, more: hubs.length > page.from + page.limit };
}

export type Described =
  | { kind: 'described' }
  | { kind: 'faults'; faults: (Fault | 'name-taken')[] }
  /** More places are offered or accepted than the quota would have. */
  | { kind: 'quota-below-taken'; taken: number }
  /** This form was saved before, with other values. */
  | { kind: 'stale' }
  | { kind: 'no-such-hub' }
  | Denied;

/**
 * Sets a hub's name, contact, local authorities, and its window and quota for a cohort; the quota never to less than the
 * places that are offered or accepted. A new name reaches the programme's list by a task.
 */
export async function describeHub(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  input: { op: string; hubId: string; cohort: string; typed: HubTyped },
): Promise<Described> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const checked = checkHub(input.typed);
  if ('faults' in checked) return { kind: 'faults', faults: checked.faults };
  const { hubId, cohort } = input;
  const namesake = hubNamed(settings, checked.hub.name);
  if (namesake && namesake.id !== hubId) return { kind: 'faults', faults: ['name-taken'] };
  const { personId } = actor;
  const op: Operation = { id: input.op, verb: 'hubs.save', personId, input: { hubId, cohort, typed: input.typed } };
  const refs = { hub: hubAt(hubId), places: placesAt(hubId, cohort) };
  const result = await change(deps, { partition: hubPartition(hubId), op, read: refs }, ({ hub, places }) => {
    if (!hub || hub.closed) return { kind: 'no-such-hub' as const };
    const taken = takenPlaces(places);
    if (taken > Number(checked.hub.quota)) return { kind: 'quota-below-taken' as const, taken };
    const owed: Owed = { name: 'list-hub', hubId };
    return {
      kind: 'described' as const,
      write: [withSettings(hub, cohort, checked.hub)],
      audit: { by: personId, event: 'hub-described', subject: hubId },
      tasks: [{ id: `list-hub:${input.op}`, owed }],
    };
  });
  return result.kind === 'repeated' ? { kind: 'described' } : result;
}

/** A hub with what a coordinator sets for it. Its local authorities stay where nothing is said of them. */
export function withSettings(hub: Hub, cohort: string, settings: HubSettings): Hub {
  const { name, contact, opens, closes, quota, authorities = hub.authorities } = settings;
  const { opens: _, closes: __, quota: ___, ...kept } = hub.cohorts[cohort] ?? {};
  const window = {
    ...kept,
    ...(opens && closes && { opens, closes }),
    ...(quota !== '' && { quota }),
  };
  return { ...hub, name, contact, authorities, cohorts: { ...hub.cohorts, [cohort]: window } };
}

/** The task behind a new name: the programme's list says what the hub's own record says now. */
export async function listHub(deps: Deps, { hubId }: Extract<Owed, { name: 'list-hub' }>): Promise<void> {
  const hub = await read(deps.store, hubAt(hubId));
  const about = { partition: programmeAt.partition, read: { programme: programmeAt } };
  await change(deps, about, ({ programme }) => {
    const entry = programme?.hubs.find(({ id }) => id === hubId);
    if (!hub || !programme || !entry || entry.name === hub.name) return { kind: 'nothing-new' };
    const hubs = programme.hubs.map((one) => (one.id === hubId ? { ...one, name: hub.name } : one));
    return { kind: 'listed', write: [{ ...programme, hubs }] };
  });
}

/** A hub as a coordinator edits it, with the cohorts of which it has applications. */
export async function hubToEdit(
  deps: Deps,
  actor: Actor,
  hubId: string,
): Promise<{ kind: 'hub'; hub: Hub; cohorts: CohortHeld[] } | { kind: 'no-such-hub' } | Denied> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const [hub, cohorts] = await Promise.all([read(deps.store, hubAt(hubId)), cohortsIn(deps, hubId)]);
  return hub && !hub.closed ? { kind: 'hub', hub, cohorts } : { kind: 'no-such-hub' };
}
