import { whoami } from '../../cards/people/whoami.ts';
import type { Actor } from '../../services/access.ts';
import { currentApplication } from '../../services/applications/look.ts';
import { hubAt, hubIdOf, memberAt } from '../../services/people/hub.ts';
import { personAt } from '../../services/people/person.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';

const roleWords = { lead: 'Lead of', specialist: 'Specialist with' };

/** Who the bot takes this person for. */
export async function showWhoAmI({ actor, account, deps, programme }: Turn): Promise<Reply> {
  const [person, application, ...memberships] = await Promise.all([
    read(deps.store, personAt(actor.personId)),
    currentApplication(deps, actor, programme.cohort),
    ...[...actor.hubs.keys()].map(async (id) => {
      const [hub, member] = await Promise.all([
        read(deps.store, hubAt(id)),
        read(deps.store, memberAt(id, actor.personId)),
      ]);
      return { id, name: hub?.name ?? id, school: member?.school };
    }),
  ]);
  const school = person?.school ?? memberships.find((one) => one.school)?.school ?? application?.answers?.school;
  const applied = application && { id: hubIdOf(application.hub), name: application.hub.name };
  const hubs = memberships.length > 0 || !applied ? memberships : [applied];
  const roles = rolesOf(actor, memberships);
  const known = roles.length > 0 ? roles : [applied ? `Applicant to ${applied.name}` : 'Teacher'];
  const { tenantId, objectId } = account;
  return { card: whoami({ name: actor.name, roles: known, hubs, school, tenantId, objectId }) };
}

function rolesOf({ hubs, coordinator }: Actor, memberships: { id: string; name: string }[]): string[] {
  const inHubs = memberships.flatMap(({ id, name }) =>
    (hubs.get(id) ?? []).map((role) => `${roleWords[role]} ${name}`),
  );
  return [...inHubs, ...(coordinator ? ['Programme coordinator'] : [])];
}
