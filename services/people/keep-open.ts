import { cohortsIn } from '../applications/cohorts.ts';
import { change } from '../change.ts';
import type { Owed, Task } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { type Hub, hubAt } from './hub.ts';
import { messageTo, personAt } from './person.ts';
import { type Programme, programmeAt } from './programme.ts';

type ClosedHub = Programme['closedHubs'][number];

/** The programme with a closed hub among those that are open. */
export function withHubOpen(programme: Programme, closed: ClosedHub): Programme {
  const { id, name } = closed;
  const hubs = [...programme.hubs, { id, name }].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return { ...programme, hubs, closedHubs: programme.closedHubs.filter((one) => one.id !== id) };
}

/**
 * The task of whatever comes to a hub that was closed and has no heir. `what` names the arrival. A hub that was merged
 * takes nothing in.
 */
export function cameLate(hub: Hub | undefined, hubId: string, what: string, by: string): Task[] {
  const owed: Owed = { name: 'settle-hub', hubId, by };
  return hub?.closed ? [{ id: `settle-hub:${hubId}:${what}`, owed }] : [];
}

/**
 * Opens a hub again that was closed as empty and is not: a Specialist or an application was on its way there just then, and
 * only merging takes those along. Whoever closed it is told. Asked once its record says that it is closed: what comes
 * later leaves a task.
 */
export async function openIfHeld(deps: Deps, { id: hubId, at, by }: ClosedHub): Promise<'open' | 'closed'> {
  if (!(await holdsAnybody(deps, hubId))) return 'closed';
  const person = by ? await read(deps.store, personAt(by)) : undefined;
  const about = { partition: programmeAt.partition, read: { programme: programmeAt } };
  await change(deps, about, ({ programme }) => {
    const closed = programme?.closedHubs.find((one) => one.id === hubId && one.at === at);
    if (!programme || !closed) return { kind: 'decided-since' };
    const content = { kind: 'hub-open-again' as const, hubId };
    return {
      kind: 'open',
      write: [withHubOpen(programme, closed)],
      audit: { by: 'bot', event: 'hub-reopened', subject: hubId },
      tell: by ? [{ id: `hub-open-again:${hubId}:${at}`, ...messageTo(by, person), content }] : [],
    };
  });
  return 'open';
}

async function holdsAnybody(deps: Deps, hubId: string): Promise<boolean> {
  const [hub, cohorts] = await Promise.all([read(deps.store, hubAt(hubId)), cohortsIn(deps, hubId)]);
  return (hub?.specialists ?? 0) > 0 || cohorts.some(({ open }) => open > 0);
}
