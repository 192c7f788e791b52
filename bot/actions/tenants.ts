import { tenantsCard } from '../../cards/set-up/tenants.ts';
import { can } from '../../services/access.ts';
import { changeTenants } from '../../services/people/tenants.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';
import { onlyCoordinators } from './set-up.ts';

export const tenants: Pick<ActionHandlers, 'tenants.open' | 'tenants.admit' | 'tenants.remove'> = {
  'tenants.open': (_, turn) => showTenants(turn),
  'tenants.admit': ({ tenant }, turn) => setTenant(turn, tenant, true),
  'tenants.remove': ({ tenant }, turn) => setTenant(turn, tenant, false),
};

function showTenants({ actor, programme }: Turn, problem = '', typed = ''): Reply {
  if (!can(actor, 'run-programme', {})) return onlyCoordinators;
  return { card: tenantsCard({ ...listsOf(programme), problem, typed }) };
}

async function setTenant(turn: Turn, typed: string, admitted: boolean): Promise<Reply> {
  const change = { tenant: typed.toLowerCase(), admitted };
  const result = await changeTenants(turn.deps, turn.actor, turn.programme, change);
  switch (result.kind) {
    case 'changed':
      return { card: tenantsCard({ ...listsOf(result), problem: '', typed: '' }) };
    case 'not-a-tenant':
      return showTenants(turn, 'That is not a tenant id.', typed);
    case 'denied':
      return onlyCoordinators;
  }
}

const listsOf = ({ tenants, removedTenants }: { tenants: string[]; removedTenants: string[] }) => ({
  tenants,
  removedTenants,
});
