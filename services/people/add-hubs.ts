import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubRecord } from './hub.ts';
import {
  checkHub,
  type Fault,
  type HubSettings,
  type HubTyped,
  hubIdFor,
  hubsIn,
  type RowProblem,
} from './hub-rows.ts';
import { hubNamed, type Programme, programmeAt } from './programme.ts';
import { withSettings } from './set-up.ts';

type Denied = { kind: 'denied' };

type Added =
  | { kind: 'added'; count: number }
  /** Nothing was made: these are there already, or were and are closed. */
  | { kind: 'known'; names: string[] };

export type Imported = Added | { kind: 'problems'; problems: RowProblem[] } | Denied;

/** Makes all hubs in a CSV, or none. */
export async function importHubs(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { op, csv }: { op: string; csv: string },
): Promise<Imported> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const found = hubsIn(csv);
  if ('problems' in found) return { kind: 'problems', problems: found.problems };
  const operation: Operation = { id: op, verb: 'hubs.import', personId: actor.personId, input: { csv } };
  return addHubs(deps, settings, operation, found.hubs);
}

export type OneAdded = Added | { kind: 'faults'; faults: Fault[] } | Denied;

/** Makes one hub. */
export async function addHub(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { op, typed }: { op: string; typed: HubTyped },
): Promise<OneAdded> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const checked = checkHub(typed);
  if ('faults' in checked) return { kind: 'faults', faults: checked.faults };
  const operation: Operation = { id: op, verb: 'hubs.add', personId: actor.personId, input: typed };
  return addHubs(deps, settings, operation, [checked.hub]);
}

/** They are in the programme's list with one commit; each hub's own record follows by a task. */
async function addHubs(deps: Deps, settings: Programme, op: Operation, added: HubSettings[]): Promise<Added> {
  const about = { partition: programmeAt.partition, op, read: { programme: programmeAt } };
  const result = await change(deps, about, ({ programme = settings }) => {
    const known = added.filter(({ name }) => isKnown(programme, name));
    if (known.length > 0) return { kind: 'known' as const, names: known.map(({ name }) => name) };
    const entries = added.map(({ name }) => ({ id: hubIdFor(name), name }));
    const hubs = [...programme.hubs, ...entries].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return {
      kind: 'added' as const,
      count: entries.length,
      write: [{ ...programme, hubs }],
      audit: { by: op.personId, event: 'hubs-added', subject: entries.map(({ id }) => id).join(' ') },
      tasks: added.map((hub) => ({
        id: `make-hub:${hubIdFor(hub.name)}`,
        owed: {
          name: 'make-hub' as const,
          hubId: hubIdFor(hub.name),
          cohort: programme.cohort,
          settings: hub,
          by: op.personId,
        },
      })),
    };
  });
  switch (result.kind) {
    case 'repeated':
      return { kind: 'added', count: added.length };
    case 'stale':
      return { kind: 'known', names: [] };
    default:
      return result;
  }
}

/** Whether there is or was a hub of this name, or one that began with it: ids are never used twice. */
function isKnown(programme: Programme, name: string): boolean {
  const all = [...programme.hubs, ...programme.closedHubs];
  return hubNamed(programme, name) !== undefined || all.some(({ id }) => id === hubIdFor(name));
}

/** The task behind a new hub: makes its record, unless it is there. */
export async function makeHub(deps: Deps, owed: Extract<Owed, { name: 'make-hub' }>): Promise<void> {
  const { hubId, cohort, settings, by } = owed;
  const ref = hubAt(hubId);
  await change(deps, { partition: ref.partition, read: { hub: ref } }, ({ hub }) => {
    if (hub) return { kind: 'made-before' };
    const { partition, id } = ref;
    const { name } = settings;
    const empty = hubRecord.make({ partition, id, name, contact: '', cohorts: {}, leads: [], specialists: 0 });
    return {
      kind: 'made',
      write: [withSettings(empty, cohort, settings)],
      audit: { by, event: 'hub-made', subject: hubId },
    };
  });
}
