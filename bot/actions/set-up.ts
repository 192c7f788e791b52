import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { checklist as checklistCard } from '../../cards/set-up/checklist.ts';
import { hubForm } from '../../cards/set-up/hub-form.ts';
import { hubImport, hubPreview } from '../../cards/set-up/hub-import.ts';
import { tenantsCard } from '../../cards/set-up/tenants.ts';
import { can } from '../../services/access.ts';
import { hubsIn, startingHubs } from '../../services/people/hub-rows.ts';
import { programme } from '../../services/people/programme.ts';
import { changeTenants, checklist, describeHub, hubToEdit, importHubs } from '../../services/people/set-up.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

const rowsOnACard = 8;
const onlyCoordinators: Reply = { say: 'Only a coordinator of the programme can do that.' };

type SetUp =
  | 'set-up.open'
  | 'hubs.edit'
  | 'hubs.save'
  | 'hubs.import'
  | 'hubs.starting'
  | 'hubs.preview'
  | 'hubs.import-all'
  | 'tenants.open'
  | 'tenants.admit'
  | 'tenants.remove';

export const setUp: Pick<ActionHandlers, SetUp> = {
  'set-up.open': ({ from }, turn) => showChecklist(turn, from),
  'hubs.edit': async ({ hubId }, turn) => {
    const result = await hubToEdit(turn.deps, turn.actor, hubId);
    if (result.kind === 'denied') return onlyCoordinators;
    const { name, contact, cohorts } = result.hub;
    const { cohort } = turn.programme;
    const { opens = '', closes = '', quota } = cohorts[cohort] ?? {};
    const values = { name, contact, opens, closes, quota: quota === undefined ? '' : String(quota) };
    return { card: hubForm({ op: randomUUID(), hubId, cohort, values, faults: [] }) };
  },
  'hubs.save': saveHub,
  'hubs.import': (_, turn) => showImport(turn, ''),
  'hubs.starting': (_, turn) => showImport(turn, startingHubs()),
  'hubs.preview': ({ csv }, turn) => {
    if (!can(turn.actor, 'run-programme', {})) return onlyCoordinators;
    const found = hubsIn(csv);
    if ('problems' in found) return { card: hubImport({ csv, problems: found.problems, known: [] }) };
    return { card: hubPreview({ op: randomUUID(), csv, names: found.hubs.map(({ name }) => name) }) };
  },
  'hubs.import-all': async ({ op, csv }, turn) => {
    const result = await importHubs(turn.deps, turn.actor, turn.programme, { op, csv });
    switch (result.kind) {
      case 'imported':
        return showChecklist(await withNewProgramme(turn), 0, `${result.count} added.`);
      case 'problems':
        return { card: hubImport({ csv, problems: result.problems, known: [] }) };
      case 'known':
        return { card: hubImport({ csv, problems: [], known: result.names }) };
      case 'denied':
        return onlyCoordinators;
    }
  },
  'tenants.open': (_, turn) => showTenants(turn),
  'tenants.admit': ({ tenant }, turn) => setTenant(turn, tenant, true),
  'tenants.remove': ({ tenant }, turn) => setTenant(turn, tenant, false),
};

/** The hubs and what each still lacks, from the one numbered `from`. */
export async function showChecklist(turn: Turn, from = 0, message = ''): Promise<Reply> {
  const result = await checklist(turn.deps, turn.actor, turn.programme, { from, limit: rowsOnACard });
  if (result.kind === 'denied') return onlyCoordinators;
  const next = result.more ? from + rowsOnACard : undefined;
  return { card: checklistCard({ hubs: result.hubs, total: turn.programme.hubs.length, next, message }) };
}

async function saveHub({ op, hubId, cohort, ...typed }: Input<'hubs.save'>, turn: Turn): Promise<Reply> {
  const result = await describeHub(turn.deps, turn.actor, { op, hubId, cohort, typed });
  switch (result.kind) {
    case 'described':
      return showChecklist(await withNewProgramme(turn), 0, `${typed.name} is saved.`);
    case 'faults':
      return { card: hubForm({ op, hubId, cohort, values: typed, faults: result.faults }) };
    case 'no-such-hub':
      return showChecklist(turn, 0, 'That hub is no longer here. This is how it stands now.');
    case 'denied':
      return onlyCoordinators;
  }
}

function showImport(turn: Turn, csv: string): Reply {
  if (!can(turn.actor, 'run-programme', {})) return onlyCoordinators;
  return { card: hubImport({ csv, problems: [], known: [] }) };
}

function showTenants({ actor, programme: { tenants } }: Turn): Reply {
  if (!can(actor, 'run-programme', {})) return onlyCoordinators;
  return { card: tenantsCard({ tenants, problem: '', typed: '' }) };
}

async function setTenant(turn: Turn, typed: string, admitted: boolean): Promise<Reply> {
  const { deps, actor, programme: settings } = turn;
  const result = await changeTenants(deps, actor, settings, { tenant: typed.toLowerCase(), admitted });
  switch (result.kind) {
    case 'changed':
      return { card: tenantsCard({ tenants: result.tenants, problem: '', typed: '' }) };
    case 'not-a-tenant':
      return { card: tenantsCard({ tenants: settings.tenants, problem: 'That is not a tenant id.', typed }) };
    case 'denied':
      return onlyCoordinators;
  }
}

/** The turn with the programme's settings as a change has just left them. */
async function withNewProgramme(turn: Turn): Promise<Turn> {
  return { ...turn, programme: await programme(turn.deps, turn.programme.tenants) };
}
