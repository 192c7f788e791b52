import { type Actor, can } from '../access.ts';
import { openApplicationAt } from '../applications/application.ts';
import { windowOf } from '../applications/rules.ts';
import type { Operation } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { hubAt } from './hub.ts';
import { depart } from './transit.ts';

export type Moved =
  | { kind: 'moved'; hubName: string }
  /** The hub holds nothing of them: they have moved already. */
  | { kind: 'nothing-here' }
  | { kind: 'no-such-hub' }
  /** An application would go along, and the lead is the applicant or has said that they know them. */
  | { kind: 'conflicted' }
  | { kind: 'denied' };

/**
 * A lead passes somebody, with all the hub holds of them, to another hub. If they lead this one too, that stays. Whoever
 * knows an applicant leaves it to others, as every decision.
 */
export async function moveToHub(
  deps: Deps,
  actor: Actor,
  { op, hubId, personId, to }: { op: string; hubId: string; personId: string; to: string },
): Promise<Moved> {
  if (!can(actor, 'move-person', { hubId, personId })) return { kind: 'denied' };
  const target = await read(deps.store, hubAt(to));
  if (!target || target.closed || to === hubId) return { kind: 'no-such-hub' };
  const by = actor.personId;
  const operation: Operation = { id: op, verb: 'people.move', personId: by, input: { hubId, personId, to } };
  const move = { from: hubId, to, personId, roles: ['specialist'] as const, by, lead: actor, move: op, op: operation };
  const kind = await depart(deps, move);
  return kind === 'departed' ? { kind: 'moved', hubName: target.name } : { kind };
}

export type OwnMoved =
  | Exclude<Moved, { kind: 'conflicted' | 'denied' }>
  /** The other hub takes no applications today. */
  | { kind: 'not-open' };

/** An applicant who chose the wrong hub takes their application to another that takes applications today. */
export async function moveOwnApplication(
  deps: Deps,
  { personId }: Actor,
  { op, cohort, to }: { op: string; cohort: string; to: string },
): Promise<OwnMoved> {
  const [open, target] = await Promise.all([
    read(deps.store, openApplicationAt(personId, cohort)),
    read(deps.store, hubAt(to)),
  ]);
  if (!open || open.answers) return { kind: 'nothing-here' };
  if (!target || target.closed) return { kind: 'no-such-hub' };
  if (open.hubId === to) return { kind: 'moved', hubName: target.name };
  if (windowOf(target, cohort, dateInEngland(deps.clock.now())).kind !== 'open') return { kind: 'not-open' };
  const operation: Operation = { id: op, verb: 'application.move', personId, input: { to } };
  const move = { from: open.hubId, to, personId, roles: [], by: personId, move: op, op: operation };
  const kind = await depart(deps, move);
  return kind === 'departed' ? { kind: 'moved', hubName: target.name } : { kind: 'nothing-here' };
}
