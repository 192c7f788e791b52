import type { Deps } from '../deps.ts';
import { type Hub, hubAt } from '../people/hub.ts';
import { heirOf, programme } from '../people/programme.ts';
import { read } from '../store/record.ts';
import { type Application, applicationAt, cohortIn, openApplicationAt } from './application.ts';

export type ApplicationNow = { kind: 'found'; hub: Hub; hubId: string; application: Application };

/**
 * Somebody's application that was once in this hub, in the one that holds it now. `on-its-way` while it is between two;
 * undefined when it is gone.
 */
export async function applicationNow(
  deps: Pick<Deps, 'store'>,
  { hubId: first, applicationId }: { hubId: string; applicationId: string },
  personId: string,
): Promise<ApplicationNow | { kind: 'on-its-way' } | undefined> {
  const open = await read(deps.store, openApplicationAt(personId, cohortIn(applicationId)));
  const isTheirs = open?.applicationId === applicationId;
  const hubId = isTheirs ? open.hubId : heirOf(await programme(deps, []), first);
  const [hub, application] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    read(deps.store, applicationAt(hubId, applicationId)),
  ]);
  if (hub && application) return { kind: 'found', hub, hubId, application };
  return isTheirs ? { kind: 'on-its-way' } : undefined;
}
