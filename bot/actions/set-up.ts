import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { cohortsBeside } from '../../cards/applications/cohort-words.ts';
import { checklist as checklistCard } from '../../cards/set-up/checklist.ts';
import { hubForm } from '../../cards/set-up/hub-form.ts';
import { hubImport, hubPreview } from '../../cards/set-up/hub-import.ts';
import { can } from '../../services/access.ts';
import { addHub, importHubs } from '../../services/people/add-hubs.ts';
import { type Hub, hubAt } from '../../services/people/hub.ts';
import { hubsIn, startingHubs } from '../../services/people/hub-rows.ts';
import { missingYears, programme, yearsOf } from '../../services/people/programme.ts';
import { checklist, describeHub, hubToEdit } from '../../services/people/set-up.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

const rowsOnACard = 8;
export const onlyCoordinators: Reply = { say: 'Only a coordinator of the programme can do that.' };
const hubGone = 'That hub is not here any more. This is how it stands now.';

type SetUp =
  | 'set-up.open'
  | 'hubs.edit'
  | 'hubs.save'
  | 'hubs.new'
  | 'hubs.add'
  | 'hubs.import'
  | 'hubs.starting'
  | 'hubs.preview'
  | 'hubs.import-all';

export const setUp: Pick<ActionHandlers, SetUp> = {
  'set-up.open': ({ from }, turn) => showChecklist(turn, from),
  'hubs.edit': (shown, turn) => editHub(turn, shown),
  'hubs.save': saveHub,
  'hubs.new': (_, turn) => (can(turn.actor, 'run-programme', {}) ? newHub(turn) : onlyCoordinators),
  'hubs.add': addOne,
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
      case 'added':
        return showChecklist(await withNewProgramme(turn), 0, `${result.count} added.`);
      case 'problems':
        return { card: hubImport({ csv, problems: result.problems, known: [] }) };
      case 'known':
        return { card: hubImport({ csv, problems: [], known: result.names }) };
      case 'denied':
        return onlyCoordinators;
    }
  },
};

/** The hubs and what each still lacks, from the one numbered `from`. */
export async function showChecklist(turn: Turn, from = 0, message = ''): Promise<Reply> {
  const { deps, actor, programme: settings } = turn;
  const result = await checklist(deps, actor, settings, { from, limit: rowsOnACard });
  if (result.kind === 'denied') return onlyCoordinators;
  const { cohort, hubs, closedHubs } = settings;
  const next = result.more ? from + rowsOnACard : undefined;
  const shown = { cohort, hubs: result.hubs, total: hubs.length, next, message };
  return {
    card: checklistCard({ ...shown, missingYears: missingYears(yearsOf(settings)), closedHubs: closedHubs.length }),
  };
}

type HubOf = { hubId: string; cohort?: string | undefined };

async function editHub(turn: Turn, { hubId, cohort }: HubOf, fault?: string): Promise<Reply> {
  const result = await hubToEdit(turn.deps, turn.actor, hubId);
  if (result.kind === 'denied') return onlyCoordinators;
  if (result.kind === 'no-such-hub') return showChecklist(turn, 0, hubGone);
  const { name, contact, cohorts } = result.hub;
  const authorities = authoritiesOf(result.hub);
  const { cohort: now } = turn.programme;
  const shown = cohort ?? now;
  const { opens = '', closes = '', quota } = cohorts[shown] ?? {};
  const values = { name, contact, authorities, opens, closes, quota: quota === undefined ? '' : String(quota) };
  const unsettled = result.cohorts.filter((one) => one.unsettled > 0);
  const others = cohortsBeside(shown, [now, ...unsettled.map((one) => one.cohort)]);
  return {
    card: hubForm({ op: randomUUID(), hubId, cohort: shown, others, values, faults: fault ? [fault] : [] }),
  };
}

async function saveHub({ op, hubId, cohort, ...typed }: Input<'hubs.save'>, turn: Turn): Promise<Reply> {
  const result = await describeHub(turn.deps, turn.actor, turn.programme, { op, hubId, cohort, typed });
  const again = async (faults: string[], taken?: number): Promise<Reply> => {
    const authorities = typed.authorities ?? authoritiesOf(await read(turn.deps.store, hubAt(hubId)));
    return { card: hubForm({ op, hubId, cohort, values: { ...typed, authorities }, faults, ...(taken && { taken }) }) };
  };
  switch (result.kind) {
    case 'described':
      return showChecklist(await withNewProgramme(turn), 0, `${typed.name} is saved.`);
    case 'faults':
      return again(result.faults);
    case 'quota-below-taken':
      return again(['quota-below-taken'], result.taken);
    case 'stale':
      return editHub(turn, { hubId, cohort }, 'stale');
    case 'no-such-hub':
      return showChecklist(turn, 0, hubGone);
    case 'denied':
      return onlyCoordinators;
  }
}

/** The local authorities that a hub covers, as they are typed. */
const authoritiesOf = (hub: Hub | undefined): string => (hub?.authorities ?? []).join('; ');

type NewHub = Omit<Input<'hubs.add'>, 'op'>;
const nothingTyped: NewHub = { name: '', contact: '', opens: '', closes: '', quota: '' };

/** The form for a hub that is still to be added. */
function newHub({ programme: { cohort } }: Turn, values = nothingTyped, faults: string[] = [], op?: string): Reply {
  const { authorities = '' } = values;
  return {
    card: hubForm({ op: op ?? randomUUID(), hubId: undefined, cohort, values: { ...values, authorities }, faults }),
  };
}

async function addOne({ op, ...typed }: Input<'hubs.add'>, turn: Turn): Promise<Reply> {
  const result = await addHub(turn.deps, turn.actor, turn.programme, { op, typed });
  switch (result.kind) {
    case 'added':
      return showChecklist(await withNewProgramme(turn), 0, `${typed.name} is added.`);
    case 'faults':
      return newHub(turn, typed, result.faults, op);
    case 'known':
      return newHub(turn, typed, ['known']);
    case 'denied':
      return onlyCoordinators;
  }
}

function showImport(turn: Turn, csv: string): Reply {
  if (!can(turn.actor, 'run-programme', {})) return onlyCoordinators;
  return { card: hubImport({ csv, problems: [], known: [] }) };
}

/** The turn with the programme's settings as a change has just left them. */
export async function withNewProgramme(turn: Turn): Promise<Turn> {
  return { ...turn, programme: await programme(turn.deps, turn.programme.tenants) };
}
