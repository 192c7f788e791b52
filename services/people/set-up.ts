import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { type Hub, hubAt, hubPartition, hubRecord, linkedChannel } from './hub.ts';
import { checkHub, type HubSettings, hubIdFor, hubsIn, type RowProblem } from './hub-rows.ts';
import { type Programme, programmeAt } from './programme.ts';

type Denied = { kind: 'denied' };

/** What a hub still lacks before people can apply to it. */
export type Lack = 'lead' | 'channel' | 'quota' | 'dates';

/** A page of the hubs with what each lacks, for a coordinator. */
export async function checklist(
  deps: Deps,
  actor: Actor,
  { hubs, cohort }: Programme,
  page: { from: number; limit: number },
): Promise<{ kind: 'list'; hubs: { id: string; name: string; lacks: Lack[] }[]; more: boolean } | Denied> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const shown = await Promise.all(
    hubs.slice(page.from, page.from + page.limit).map(async ({ id, name }) => {
      const [hub, channel] = await Promise.all([read(deps.store, hubAt(id)), linkedChannel(deps, id, 'leads')]);
      return { id, name, lacks: lacksOf(hub, channel !== undefined, cohort) };
    }),
  );
  return { kind: 'list', hubs: shown, more: hubs.length > page.from + page.limit };
}

function lacksOf(hub: Hub | undefined, hasChannel: boolean, cohort: string): Lack[] {
  const { opens, quota } = hub?.cohorts[cohort] ?? {};
  const lacks: [Lack, boolean][] = [
    ['lead', !hub || hub.leads.length === 0],
    ['channel', !hasChannel],
    ['quota', quota === undefined],
    ['dates', opens === undefined],
  ];
  return lacks.flatMap(([lack, lacking]) => (lacking ? [lack] : []));
}

export type Imported =
  | { kind: 'imported'; count: number }
  | { kind: 'problems'; problems: RowProblem[] }
  /** Nothing was made: these are there already. */
  | { kind: 'known'; names: string[] }
  | Denied;

/**
 * Makes all hubs in a CSV, or none. They are in the programme's list with one commit; each hub's own record follows by a
 * task.
 */
export async function importHubs(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { op, csv }: { op: string; csv: string },
): Promise<Imported> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const found = hubsIn(csv);
  if ('problems' in found) return { kind: 'problems', problems: found.problems };
  const { personId } = actor;
  const operation: Operation = { id: op, verb: 'hubs.import', personId, input: { csv } };
  const about = { partition: programmeAt.partition, op: operation, read: { programme: programmeAt } };
  const result = await change(deps, about, ({ programme = settings }) => {
    const known = found.hubs.filter(({ name }) => programme.hubs.some(({ id }) => id === hubIdFor(name)));
    if (known.length > 0) return { kind: 'known' as const, names: known.map(({ name }) => name) };
    const entries = found.hubs.map(({ name }) => ({ id: hubIdFor(name), name }));
    const hubs = [...programme.hubs, ...entries].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return {
      kind: 'imported' as const,
      count: entries.length,
      write: [{ ...programme, hubs }],
      audit: { by: personId, event: 'hubs-imported', subject: entries.map(({ id }) => id).join(' ') },
      tasks: found.hubs.map((hub) => ({
        id: `make-hub:${hubIdFor(hub.name)}`,
        owed: {
          name: 'make-hub' as const,
          hubId: hubIdFor(hub.name),
          cohort: programme.cohort,
          settings: hub,
          by: personId,
        },
      })),
    };
  });
  switch (result.kind) {
    case 'repeated':
      return { kind: 'imported', count: found.hubs.length };
    case 'stale':
      return { kind: 'known', names: [] };
    default:
      return result;
  }
}

/** The task behind a new hub: makes its record, unless it is there. */
export async function makeHub(deps: Deps, owed: Extract<Owed, { name: 'make-hub' }>): Promise<void> {
  const { hubId, cohort, settings, by } = owed;
  const ref = hubAt(hubId);
  await change(deps, { partition: ref.partition, read: { hub: ref } }, ({ hub }) => {
    if (hub) return { kind: 'made-before' };
    const { partition, id } = ref;
    const empty = hubRecord.make({
      partition,
      id,
      name: settings.name,
      contact: '',
      cohorts: {},
      leads: [],
      specialists: 0,
    });
    return {
      kind: 'made',
      write: [withSettings(empty, cohort, settings)],
      audit: { by, event: 'hub-made', subject: hubId },
    };
  });
}

export type Described = { kind: 'described' } | { kind: 'faults'; faults: string[] } | { kind: 'no-such-hub' } | Denied;

/** Sets a hub's name, contact, window and quota for a cohort. A new name reaches the programme's list by a task. */
export async function describeHub(
  deps: Deps,
  actor: Actor,
  input: { op: string; hubId: string; cohort: string; typed: Record<keyof HubSettings, string> },
): Promise<Described> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const checked = checkHub(input.typed);
  if ('faults' in checked) return { kind: 'faults', faults: checked.faults };
  const { hubId, cohort } = input;
  const { personId } = actor;
  const op: Operation = { id: input.op, verb: 'hubs.save', personId, input: { hubId, typed: input.typed } };
  const result = await change(deps, { partition: hubPartition(hubId), op, read: { hub: hubAt(hubId) } }, ({ hub }) => {
    if (!hub) return { kind: 'no-such-hub' as const };
    const owed: Owed = { name: 'list-hub', hubId };
    return {
      kind: 'described' as const,
      write: [withSettings(hub, cohort, checked.hub)],
      audit: { by: personId, event: 'hub-described', subject: hubId },
      tasks: [{ id: `list-hub:${input.op}`, owed }],
    };
  });
  return result.kind === 'no-such-hub' ? { kind: 'no-such-hub' } : { kind: 'described' };
}

function withSettings(hub: Hub, cohort: string, { name, contact, opens, closes, quota }: HubSettings): Hub {
  const window = {
    ...(opens && closes && { opens, closes }),
    ...(quota !== '' && { quota }),
  };
  return { ...hub, name, contact, cohorts: { ...hub.cohorts, [cohort]: window } };
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

/** A hub as a coordinator edits it. */
export async function hubToEdit(deps: Deps, actor: Actor, hubId: string): Promise<{ kind: 'hub'; hub: Hub } | Denied> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const hub = await read(deps.store, hubAt(hubId));
  return hub ? { kind: 'hub', hub } : { kind: 'denied' };
}

export type TenantsChanged = { kind: 'changed'; tenants: string[] } | { kind: 'not-a-tenant' } | Denied;

/** Admits a tenant's people, or no longer. `*` admits everybody. */
export async function changeTenants(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { tenant, admitted }: { tenant: string; admitted: boolean },
): Promise<TenantsChanged> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  if (tenant !== '*' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tenant)) return { kind: 'not-a-tenant' };
  const about = { partition: programmeAt.partition, read: { programme: programmeAt } };
  const result = await change(deps, about, ({ programme = settings }) => {
    const others = programme.tenants.filter((one) => one !== tenant);
    const tenants = admitted ? [...others, tenant] : others;
    if (programme.tenants.includes(tenant) === admitted)
      return { kind: 'changed' as const, tenants: programme.tenants };
    return {
      kind: 'changed' as const,
      tenants,
      write: [{ ...programme, tenants }],
      audit: { by: actor.personId, event: admitted ? 'tenant-admitted' : 'tenant-removed', subject: tenant },
    };
  });
  return result.kind === 'changed' ? { kind: 'changed', tenants: result.tenants } : { kind: 'denied' };
}
