import type { Actor, HubRole } from '../access.ts';
import { cohortsIn } from '../applications/cohorts.ts';
import { currentApplication } from '../applications/look.ts';
import { ledgerAt } from '../days/ledger.ts';
import { undeliveredRecord } from '../delivery/outbox.ts';
import type { Deps } from '../deps.ts';
import { openQuestions } from '../hub-questions/leads-questions.ts';
import { read, readPage } from '../store/record.ts';
import { channelUse, hubAt, hubPartition, linkedChannel } from './hub.ts';
import type { HubStanding, Standing } from './next-steps.ts';
import { type Programme, yearsOf } from './programme.ts';

type Reads = Pick<Deps, 'store'>;
type Who = Pick<Actor, 'personId' | 'coordinator' | 'hubs'>;

/**
 * Where somebody stands in the programme. Costs a few small reads for each hub they belong to, however many people the
 * hub has.
 */
export async function standingOf(deps: Reads, who: Who, settings: Programme): Promise<Standing> {
  const { cohort } = settings;
  const [application, ...hubs] = await Promise.all([
    currentApplication(deps, who, cohort),
    ...[...who.hubs].map(([hubId, roles]) => inHub(deps, settings, { hubId, roles, personId: who.personId })),
  ]);
  return {
    cohort,
    years: yearsOf(settings),
    coordinator: who.coordinator,
    openHubs: settings.hubs.length,
    application,
    hubs: hubs.filter((one) => one !== undefined),
  };
}

type InHub = { hubId: string; roles: readonly HubRole[]; personId: string };

async function inHub(
  deps: Reads,
  settings: Programme,
  { hubId, roles, personId }: InHub,
): Promise<HubStanding | undefined> {
  const leads = roles.includes('lead');
  const { cohort } = settings;
  const [hub, cohorts, ledger, questions, unreached, ...channels] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    leads ? cohortsIn(deps, hubId) : [],
    roles.includes('specialist') ? read(deps.store, ledgerAt(hubId, cohort, personId)) : undefined,
    leads ? openQuestions(deps, settings, hubId) : [],
    leads ? readPage(deps.store, undeliveredRecord, hubPartition(hubId), { limit: 1 }) : [],
    ...channelUse.options.map((use) => (leads ? linkedChannel(deps, hubId, use) : undefined)),
  ]);
  if (!hub) return undefined;
  const linked = channels.flatMap((channel) => (channel ? [channel.use] : []));
  return {
    hub,
    roles,
    linked,
    waiting: cohorts.reduce((sum, { withHub }) => sum + withHub, 0),
    questions: questions.length,
    unreached: unreached.length > 0,
    ledger,
  };
}
