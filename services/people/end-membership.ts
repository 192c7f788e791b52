import { change } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubIdOf, memberAt, memberRecord } from './hub.ts';
import { noSpecialist, withMember } from './membership.ts';
import { currentPerson } from './person.ts';
import { carryOverFor } from './transit.ts';

/** More hubs than anybody belongs to. */
const mostHubs = 100;

type EndMembership = Extract<Owed, { name: 'end-membership' }>;

/**
 * The task behind a place that was given back by somebody whose membership has gone to another hub: it ends there, and
 * only the one that this place had made.
 */
export async function endMembership(deps: Deps, owed: EndMembership): Promise<void> {
  const { personId } = await currentPerson(deps, owed.personId);
  for (const person of new Set([owed.personId, personId])) {
    do {
      const found = await deps.store.find({ type: memberRecord.type, person }, mostHubs);
      for (const { record } of found) await endIn(deps, hubIdOf(record), person, owed);
    } while ((await carryOverFor(deps, person)) > 0);
  }
}

async function endIn(deps: Deps, hubId: string, personId: string, owed: EndMembership) {
  const { applicationId, by } = owed;
  const onBehalfOf = by === owed.personId ? undefined : owed.personId;
  const refs = { hub: hubAt(hubId), member: memberAt(hubId, personId) };
  await change(deps, { partition: refs.hub.partition, read: refs }, ({ hub, member }) => {
    if (!hub || member?.place !== applicationId) return { kind: 'not-this-one' };
    const left = noSpecialist(member);
    return {
      kind: 'ended',
      write: [left, withMember(hub, member, left)],
      audit: { by, event: 'place-given-back', subject: refs.member.id, onBehalfOf },
    };
  });
}
