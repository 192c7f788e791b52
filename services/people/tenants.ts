import { type Actor, can } from '../access.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { type Programme, programmeAt } from './programme.ts';

export type TenantsChanged =
  | { kind: 'changed'; tenants: string[]; removedTenants: string[] }
  | { kind: 'not-a-tenant' }
  | { kind: 'denied' };

/**
 * Admits a tenant's people, or takes it off the list. `*` admits everybody but those taken off; a tenant that is admitted
 * again is no longer off.
 */
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
    const tenants = having(programme.tenants, tenant, admitted);
    const removedTenants = having(programme.removedTenants, tenant, !admitted && tenant !== '*');
    const changed = { kind: 'changed' as const, tenants, removedTenants };
    if (tenants === programme.tenants && removedTenants === programme.removedTenants) return changed;
    return {
      ...changed,
      write: [{ ...programme, tenants, removedTenants }],
      audit: { by: actor.personId, event: admitted ? 'tenant-admitted' : 'tenant-removed', subject: tenant },
    };
  });
  return 'tenants' in result ? result : { kind: 'denied' };
}

/** The list with or without something: the same list when that is how it is. */
function having(list: string[], one: string, wanted: boolean): string[] {
  if (list.includes(one) === wanted) return list;
  return wanted ? [...list, one] : list.filter((other) => other !== one);
}
