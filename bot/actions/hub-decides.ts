import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { decideSaved, decideSettings } from '../../cards/applications/decide-settings.ts';
import { hubsWhere } from '../../services/access.ts';
import { offerDaysOf } from '../../services/applications/decide.ts';
import {
  type HowWeDecide,
  howHubDecides,
  howSeen,
  saveHowWeDecide,
} from '../../services/applications/how-we-decide.ts';
import type { Hub } from '../../services/people/hub.ts';
import type { Reply, Turn } from '../turn.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';

const onlyLeads: Reply = { say: 'Only the leads of a hub set how it decides.' };

export const hubDecides: Pick<ActionHandlers, 'deciding.open' | 'deciding.save'> = {
  'deciding.open': ({ hubId, cohort }, turn) => showSettings(turn, hubId, cohort),
  'deciding.save': saveSettings,
};

/** What “how we decide” shows: a lead their hub's settings, or which hub where there are several. */
export async function openHowWeDecide(turn: Turn): Promise<Reply> {
  const hubIds = hubsWhere(turn.actor, 'decide-applications');
  const [only] = hubIds;
  if (!only) return onlyLeads;
  return hubIds.length === 1
    ? showSettings(turn, only)
    : askWhichHub(turn, hubIds, { what: 'deciding', allHubs: false });
}

async function showSettings(turn: Turn, hubId: string, cohort = turn.programme.cohort): Promise<Reply> {
  const result = await howHubDecides(turn.deps, turn.actor, hubId);
  return result.kind === 'denied' ? onlyLeads : settingsForm(cohort, hubId, result.hub);
}

type Typed = Pick<Input<'deciding.save'>, 'offerDays' | 'autoOffer' | 'opinions' | 'criteria'>;
/** What was typed and not saved: because of faults, else because the settings have changed since they were seen. */
type Kept = { op?: string; seen?: string; typed: Typed; faults: (keyof HowWeDecide)[] };

/** The form as the hub stands, or with what was typed where that could not be saved. */
function settingsForm(cohort: string, hubId: string, hub: Hub, kept?: Kept): Reply {
  const now = settingsOf(hub, cohort);
  const { op = randomUUID(), seen = howSeen(hub, cohort), typed = now, faults = [] } = kept ?? {};
  const changed = kept && faults.length === 0 ? now : undefined;
  const about = { op, seen, hubId, hubName: hub.name, cohort, since: hub.criteria?.since };
  return { card: decideSettings({ ...about, values: typed, faults, changed }) };
}

function settingsOf(hub: Hub, cohort: string): Typed {
  const { autoOffer = false, opinions = false } = hub.cohorts[cohort] ?? {};
  return { offerDays: String(offerDaysOf(hub, cohort)), autoOffer, opinions, criteria: hub.criteria?.text ?? '' };
}

async function saveSettings({ op, hubId, cohort, seen, ...typed }: Input<'deciding.save'>, turn: Turn): Promise<Reply> {
  const result = await saveHowWeDecide(turn.deps, turn.actor, { op, hubId, cohort, seen, typed });
  switch (result.kind) {
    case 'saved': {
      const { hub } = result;
      const about = { hubId, hubName: hub.name, cohort, since: hub.criteria?.since };
      return { card: decideSaved({ ...about, ...settingsOf(hub, cohort) }) };
    }
    case 'changed':
      return settingsForm(cohort, hubId, result.hub, { typed, faults: [] });
    case 'faults':
      return settingsForm(cohort, hubId, result.hub, { op, seen, typed, faults: result.faults });
    case 'denied':
      return onlyLeads;
  }
}
