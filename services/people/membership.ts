import type { HubRole } from '../access.ts';
import { change } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { hubPartition, memberAt, memberRecord } from './hub.ts';
import { personAt, personPartition } from './person.ts';

type Membership = { hubId: string; personId: string; name: string; roles: HubRole[]; school?: string | undefined };

/** Gives somebody these roles in a hub. The hub decides; the person's own record follows by a task. `by` is a personId or `bot`. */
export async function makeMember(
  deps: Deps,
  by: string,
  { hubId, personId, name, roles, school }: Membership,
): Promise<void> {
  const partition = hubPartition(hubId);
  const ref = memberAt(hubId, personId);
  const owed: Owed = { name: 'remember-hub', personId, hubId };
  await change(deps, { partition, read: { member: ref } }, ({ member }) => ({
    kind: 'member',
    write: [memberRecord.make({ ...member, partition, id: ref.id, person: personId, name, roles, school })],
    audit: { by, event: `roles: ${roles.join(', ') || 'none'}`, subject: ref.id },
    tasks: [{ id: `remember-hub:${personId}:${deps.clock.now().toISOString()}`, owed }],
  }));
}

/** The task behind a membership: the person's record points to the hub, so that its roles are read every turn. */
export async function rememberHub(
  deps: Deps,
  { personId, hubId }: Extract<Owed, { name: 'remember-hub' }>,
): Promise<void> {
  await change(deps, { partition: personPartition(personId), read: { person: personAt(personId) } }, ({ person }) => {
    if (!person || person.memberOf.includes(hubId)) return { kind: 'remembered-before' };
    return { kind: 'remembered', write: [{ ...person, memberOf: [...person.memberOf, hubId] }] };
  });
}
