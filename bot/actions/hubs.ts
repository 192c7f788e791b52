import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { aboutHub } from '../../cards/people/about-hub.ts';
import { hubContacts } from '../../cards/people/hub-contacts.ts';
import { hubTextsForm } from '../../cards/people/hub-texts.ts';
import { can, hubsWhere } from '../../services/access.ts';
import { currentApplication } from '../../services/applications/look.ts';
import { windowOf } from '../../services/applications/rules.ts';
import { dateInEngland } from '../../services/clock.ts';
import { type Hub, hubAt } from '../../services/people/hub.ts';
import { type HubTexts, hubToDescribe, linkIn, saveHubTexts } from '../../services/people/hub-texts.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';
import { showChecklist } from './set-up.ts';

const hubsOnACard = 8;
const onlyLeads: Reply = { say: 'Only a lead of this hub or a coordinator can do that.' };
const noSuchHub = 'That hub is not here any more. These are the hubs there are.';

type Hubs = 'hubs.contacts' | 'hubs.about' | 'hubs.texts' | 'hubs.save-texts';

export const hubs: Pick<ActionHandlers, Hubs> = {
  'hubs.contacts': ({ after }, turn) => showContacts(turn, after),
  'hubs.about': ({ hubId }, turn) => showAbout(turn, hubId),
  'hubs.texts': ({ hubId }, turn) => showTexts(turn, hubId),
  'hubs.save-texts': saveTexts,
};

/** How to reach a person: a page of hubs with their contacts, from the one after `after`. */
export async function showContacts({ programme, deps, place }: Turn, after?: string, message = ''): Promise<Reply> {
  const start = programme.hubs.findIndex(({ id }) => id === after) + 1;
  const page = programme.hubs.slice(start, start + hubsOnACard);
  const found = await Promise.all(page.map(async ({ id }) => ({ id, hub: await read(deps.store, hubAt(id)) })));
  const shown = found.flatMap(({ id, hub }) => (hub ? [{ id, name: hub.name, contact: hub.contact }] : []));
  const more = programme.hubs.length > start + hubsOnACard;
  return {
    card: hubContacts({
      hubs: shown,
      next: more ? page.at(-1)?.id : undefined,
      message,
      personal: place === 'personal',
    }),
  };
}

/**
 * What “our hub” shows: a lead what their hub says about itself, to be written; a specialist or an applicant what their
 * hub says to everybody; a coordinator all hubs.
 */
export async function openOurHub(turn: Turn): Promise<Reply> {
  const { actor, deps, programme } = turn;
  const leads = hubsWhere(actor, 'describe-hub');
  const mine = [...actor.hubs.keys()];
  const [first] = leads.length > 0 ? leads : mine;
  if (leads.length > 1) return askWhichHub(turn, leads, { what: 'texts', allHubs: false });
  if (first) return leads.length > 0 ? showTexts(turn, first) : showAbout(turn, first);
  if (actor.coordinator) return showChecklist(turn);
  const own = await currentApplication(deps, actor, programme.cohort);
  return own ? showAbout(turn, own.hubId) : showContacts(turn);
}

/** A hub as everybody may see it. */
async function showAbout(turn: Turn, hubId: string, message = ''): Promise<Reply> {
  const hub = await read(turn.deps.store, hubAt(hubId));
  return hub ? aboutCard(turn, hubId, hub, message) : showContacts(turn, undefined, noSuchHub);
}

function aboutCard({ actor, deps, programme, place }: Turn, hubId: string, hub: Hub, message: string): Reply {
  const { cohort } = programme;
  const { name, contact, authorities = [], commitments, privacy, closed } = hub;
  const into = [...programme.hubs, ...programme.closedHubs].find(({ id }) => id === closed?.mergedInto);
  return {
    card: aboutHub({
      hubId,
      hubName: name,
      contact,
      authorities,
      cohort,
      window: windowOf(hub, cohort, dateInEngland(deps.clock.now())),
      commitments,
      privacy,
      privacyLink: privacy && linkIn(privacy),
      closed: closed && { into },
      personal: place === 'personal',
      mayWrite: can(actor, 'describe-hub', { hubId }),
      message,
    }),
  };
}

async function showTexts(turn: Turn, hubId: string): Promise<Reply> {
  const result = await hubToDescribe(turn.deps, turn.actor, hubId);
  switch (result.kind) {
    case 'hub':
      return textsForm(turn, hubId, result.hub);
    case 'no-such-hub':
      return showContacts(turn, undefined, noSuchHub);
    case 'denied':
      return onlyLeads;
  }
}

type Kept = { typed?: HubTexts; faults?: (keyof HubTexts)[]; op?: string; stale?: boolean };

/** The form as the hub stands, or with what was typed where that could not be saved. */
function textsForm({ actor }: Turn, hubId: string, hub: Hub, kept: Kept = {}): Reply {
  const { contact, commitments, privacy } = hub;
  const { typed, faults = [], op = randomUUID(), stale = false } = kept;
  const values = typed ?? { contact, commitments: commitments?.text ?? '', privacy: privacy?.text ?? '' };
  const since = { commitments: commitments?.since, privacy: privacy?.since };
  const { coordinator } = actor;
  return { card: hubTextsForm({ op, hubId, hubName: hub.name, values, since, faults, stale, coordinator }) };
}

async function saveTexts({ op, hubId, ...typed }: Input<'hubs.save-texts'>, turn: Turn): Promise<Reply> {
  const result = await saveHubTexts(turn.deps, turn.actor, { op, hubId, typed });
  switch (result.kind) {
    case 'saved':
      return aboutCard(turn, hubId, result.hub, 'Saved. This is what everybody sees.');
    case 'faults':
      return textsForm(turn, hubId, result.hub, { typed, faults: result.faults, op });
    case 'stale':
      return textsForm(turn, hubId, result.hub, { stale: true });
    case 'no-such-hub':
      return showContacts(turn, undefined, noSuchHub);
    case 'denied':
      return onlyLeads;
  }
}
