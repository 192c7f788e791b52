import { type Actor, can, isActor } from '../access.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt, hubPartition } from '../people/hub.ts';
import { read } from '../store/record.ts';
import { type Application, applicationAt } from './application.ts';
import { isConflicted } from './move.ts';
import { type Places, placesAt } from './places.ts';

/** Why somebody leaves an application to other leads: it is theirs, or they have said that they know the applicant. */
export type Conflict = 'own' | 'known';

export type OpenedApplication = {
  kind: 'found';
  hub: Hub;
  application: Application;
  places: Places | undefined;
  conflict: Conflict | undefined;
};

/**
 * One application, for a lead of its hub to read and decide. From the first time that somebody who may decide it opens
 * it, the applicant cannot edit it any more.
 */
export async function openForLead(
  deps: Deps,
  actor: Actor,
  { hubId, applicationId }: { hubId: string; applicationId: string },
): Promise<OpenedApplication | { kind: 'denied' }> {
  if (!can(actor, 'list-applications', { hubId })) return { kind: 'denied' };
  const ref = applicationAt(hubId, applicationId);
  const [hub, found] = await Promise.all([read(deps.store, hubAt(hubId)), read(deps.store, ref)]);
  if (!hub || !found) return { kind: 'denied' };
  const places = await read(deps.store, placesAt(hubId, found.cohort));
  const application = isNew(actor, found) ? await markOpened(deps, actor, { hubId, applicationId }, found) : found;
  return { kind: 'found', hub, application, places, conflict: conflictOf(actor, application) };
}

/** Whether and why somebody must leave an application to others. */
function conflictOf(actor: Actor, application: Application): Conflict | undefined {
  if (isActor(actor, application.person)) return 'own';
  return isConflicted(actor, application) ? 'known' : undefined;
}

/** It can still be edited, and whoever opens it may decide. */
const isNew = (actor: Actor, application: Application) =>
  !application.openedAt &&
  (application.state === 'with-hub' || application.state === 'waiting-for-endorsement') &&
  !isConflicted(actor, application);

async function markOpened(
  deps: Deps,
  { personId }: Actor,
  { hubId, applicationId }: { hubId: string; applicationId: string },
  found: Application,
): Promise<Application> {
  const ref = applicationAt(hubId, applicationId);
  await change(deps, { partition: hubPartition(hubId), read: { application: ref } }, ({ application }) => {
    if (!application || application.openedAt) return { kind: 'opened-before' };
    return {
      kind: 'opened',
      write: [{ ...application, openedAt: deps.clock.now().toISOString() }],
      audit: { by: personId, event: 'application-opened', subject: ref.id },
    };
  });
  return (await read(deps.store, ref)) ?? found;
}
