import { type Actor, can, type HubRole } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { type Hub, hubAt, hubPartition, type Member, memberAt, memberRecord } from './hub.ts';
import { mergeTask, personAt, personPartition, unseenPerson } from './person.ts';

type Membership = { hubId: string; personId: string; name: string; roles: HubRole[]; school?: string | undefined };

/**
 * Gives somebody these roles in a hub beside those they have. The hub decides; the person's own record follows by a
 * task. `by` is a personId or `bot`.
 */
export async function makeMember(deps: Deps, by: string, membership: Membership): Promise<void> {
  const { hubId, personId, name, school } = membership;
  const partition = hubPartition(hubId);
  const refs = { hub: hubAt(hubId), member: memberAt(hubId, personId) };
  const result = await change(deps, { partition, read: refs }, ({ hub, member }) => {
    if (hub?.closed?.mergedInto) return { kind: 'merged' as const, into: hub.closed.mergedInto };
    const roles = [...new Set([...(member?.roles ?? []), ...membership.roles])];
    if (!hub || (member && roles.length === member.roles.length)) return { kind: 'nothing-new' as const };
    const fields = { partition, id: refs.member.id, person: personId, name, roles };
    const made = memberRecord.make({
      ...fields,
      school: school ?? member?.school,
      email: member?.email,
      place: member?.place,
    });
    return {
      kind: 'member' as const,
      write: [made, withMember(hub, member, made)],
      audit: { by, event: `roles: ${roles.join(', ')}`, subject: refs.member.id },
      tasks: [remember(deps, personId, hubId)],
    };
  });
  if (result.kind === 'merged') await makeMember(deps, by, { ...membership, hubId: result.into });
}

export type LeadRemoved =
  | { kind: 'removed'; name: string }
  /** The hub would be left without a lead; only a coordinator may do that. */
  | { kind: 'last-lead' }
  | { kind: 'not-a-lead' }
  | { kind: 'denied' };

/** Takes the lead's role from somebody, at once and for every card they have open. */
export async function removeLead(
  deps: Deps,
  actor: Actor,
  { op, hubId, personId }: { op: string; hubId: string; personId: string },
): Promise<LeadRemoved> {
  if (!can(actor, 'manage-leads', { hubId })) return { kind: 'denied' };
  const partition = hubPartition(hubId);
  const refs = { hub: hubAt(hubId), member: memberAt(hubId, personId) };
  const operation: Operation = { id: op, verb: 'leads.remove', personId: actor.personId, input: { hubId, personId } };
  const result = await change(deps, { partition, op: operation, read: refs }, ({ hub, member }) => {
    if (!hub || !member?.roles.includes('lead')) return { kind: 'not-a-lead' as const };
    if (hub.leads.length === 1 && !actor.coordinator) return { kind: 'last-lead' as const };
    const left = { ...member, roles: member.roles.filter((role) => role !== 'lead') };
    return {
      kind: 'removed' as const,
      name: member.name,
      write: [left, withMember(hub, member, left)],
      audit: { by: actor.personId, event: 'lead-removed', subject: refs.member.id },
    };
  });
  return result.kind === 'repeated' || result.kind === 'stale' ? { kind: 'not-a-lead' } : result;
}

/** The leads of a hub, for those who may manage them. */
export async function leadsOf(
  deps: Deps,
  actor: Actor,
  hubId: string,
): Promise<{ kind: 'leads'; hub: Hub; leads: { personId: string; name: string }[] } | { kind: 'denied' }> {
  if (!can(actor, 'manage-leads', { hubId })) return { kind: 'denied' };
  const hub = await read(deps.store, hubAt(hubId));
  if (!hub) return { kind: 'denied' };
  const members = await Promise.all(hub.leads.map((personId) => read(deps.store, memberAt(hubId, personId))));
  const leads = members.flatMap((member) => (member?.person ? [{ personId: member.person, name: member.name }] : []));
  return { kind: 'leads', hub, leads };
}

/**
 * The hub with one of its members as they are now. It lists its leads, so that the last one cannot be removed by two at
 * once, and counts its specialists.
 */
export function withMember(hub: Hub, before: Member | undefined, after: Member | undefined): Hub {
  const personId = after?.person ?? before?.person ?? '';
  const others = hub.leads.filter((lead) => lead !== personId);
  const specialists = (member: Member | undefined) => (member?.roles.includes('specialist') ? 1 : 0);
  return {
    ...hub,
    leads: after?.roles.includes('lead') ? [...others, personId] : others,
    specialists: hub.specialists - specialists(before) + specialists(after),
  };
}

/** A membership that is no Specialist's any more. */
export const noSpecialist = (member: Member): Member => ({
  ...member,
  roles: member.roles.filter((role) => role !== 'specialist'),
  place: undefined,
});

/** The task that lets a person's record point to a hub. */
export function remember(deps: Deps, personId: string, hubId: string) {
  const owed: Owed = { name: 'remember-hub', personId, hubId };
  return { id: `remember-hub:${personId}:${deps.clock.now().toISOString()}`, owed };
}

/** The task behind a membership: the person's record points to the hub, so that its roles are read every turn. */
export async function rememberHub(
  deps: Deps,
  { personId, hubId }: Extract<Owed, { name: 'remember-hub' }>,
): Promise<void> {
  await change(deps, { partition: personPartition(personId), read: { person: personAt(personId) } }, ({ person }) => {
    if (person?.movedTo) return { kind: 'merged', tasks: [mergeTask(deps, personId, person.movedTo)] };
    if (person?.memberOf.includes(hubId)) return { kind: 'remembered-before' };
    // Somebody may be made a member before the bot has ever seen them.
    const known = person ?? unseenPerson(personId);
    return { kind: 'remembered', write: [{ ...known, memberOf: [...known.memberOf, hubId] }] };
  });
}
