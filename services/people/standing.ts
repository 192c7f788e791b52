import type { Actor, HubRole } from '../access.ts';
import { cohortsIn } from '../applications/cohorts.ts';
import { currentApplication, isOver } from '../applications/look.ts';
import { ownDraft } from '../applications/open-draft.ts';
import { windowOf } from '../applications/rules.ts';
import { dateInEngland } from '../clock.ts';
import { ledgerAt } from '../days/ledger.ts';
import { undeliveredRecord } from '../delivery/outbox.ts';
import type { Deps } from '../deps.ts';
import { openHub } from '../hub-questions/hub-of-person.ts';
import { openQuestions } from '../hub-questions/leads-questions.ts';
import { read, readPage } from '../store/record.ts';
import { channelUse, hubAt, hubPartition, linkedChannel } from './hub.ts';
import type { DraftStanding, HubStanding, Standing } from './next-steps.ts';
import { type Programme, yearsOf } from './programme.ts';

type Reads = Pick<Deps, 'store'>;
type Who = Pick<Actor, 'personId' | 'coordinator' | 'hubs'>;

/**
 * Where somebody stands in the programme. Costs a few small reads for each hub they belong to, however many people the
 * hub has.
 */
export async function standingOf(deps: Reads & Pick<Deps, 'clock'>, who: Who, settings: Programme): Promise<Standing> {
  const { cohort } = settings;
  const [application, draft, ...hubs] = await Promise.all([
    currentApplication(deps, who, cohort),
    draftOf(deps, who, settings),
    ...[...who.hubs].map(([hubId, roles]) => inHub(deps, settings, { hubId, roles, personId: who.personId })),
  ]);
  return {
    cohort,
    years: yearsOf(settings),
    coordinator: who.coordinator,
    openHubs: settings.hubs.length,
    application,
    // Beside an open application a draft waits: there is nothing to go on with.
    draft: application?.cohort === cohort && !isOver(application) ? undefined : draft,
    hubs: hubs.filter((one) => one !== undefined),
  };
}

async function draftOf(
  deps: Reads & Pick<Deps, 'clock'>,
  who: Who,
  settings: Programme,
): Promise<DraftStanding | undefined> {
  const { cohort } = settings;
  const draft = await ownDraft(deps, who, cohort);
  if (!draft) return undefined;
  const open = draft.hubId ? openHub(settings, draft.hubId) : undefined;
  const hub = open && (await read(deps.store, hubAt(open.id)));
  const today = dateInEngland(deps.clock.now());
  return {
    saved: Object.keys(draft.saved).length,
    hub: hub && { name: hub.name, window: windowOf(hub, cohort, today) },
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
