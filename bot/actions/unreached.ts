import { randomUUID } from 'node:crypto';
import { unreachedCard } from '../../cards/people/unreached.ts';
import { unreachedMessageCard } from '../../cards/people/unreached-message.ts';
import { hubsWhere } from '../../services/access.ts';
import {
  toldElsewhere,
  type UnreachedMessage,
  unreachedIn,
  unreachedMessage,
} from '../../services/delivery/undelivered.ts';
import { hubNames } from '../../services/people/hub.ts';
import { heirOf } from '../../services/people/programme.ts';
import { cardFor } from '../message-card.ts';
import type { Reply, Turn } from '../turn.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';

const rowsOnACard = 8;
const onlyLeads: Reply = { say: 'Only the leads of this hub can see which of its messages did not arrive.' };
const noLonger = 'That one waits no longer: it has arrived, or somebody has told them.';

type Unreached = 'unreached.open' | 'unreached.view' | 'unreached.told';

export const unreached: Pick<ActionHandlers, Unreached> = {
  'unreached.open': (input, turn) => showList(turn, input),
  'unreached.view': (input, turn) => showMessage(turn, input),
  'unreached.told': async ({ op, hubId, messageId }, turn) => {
    const { deps, actor, programme } = turn;
    const result = await toldElsewhere(deps, actor, programme, { op, hubId, messageId });
    const list = { hubId: heirOf(programme, hubId) };
    switch (result.kind) {
      case 'told':
        return showList(turn, list, 'Noted: I do not send it any more.');
      case 'not-there':
        return showList(turn, list, noLonger);
      case 'denied':
        return onlyLeads;
    }
  },
};

/** What “unreached” shows: what did not reach people of the actor's hub, or which hub where there are several. */
export async function openUnreached(turn: Turn): Promise<Reply> {
  const hubIds = hubsWhere(turn.actor, 'manage-people');
  const [only] = hubIds;
  if (!only) return onlyLeads;
  if (hubIds.length === 1) return showList(turn, { hubId: only });
  return askWhichHub(turn, hubIds, { what: 'unreached', allHubs: false });
}

async function showList(
  turn: Turn,
  { hubId, after }: { hubId: string; after?: string | undefined },
  message = '',
): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const result = await unreachedIn(deps, actor, programme, { hubId, after, limit: rowsOnACard });
  if (result.kind === 'denied') return onlyLeads;
  const messages = await Promise.all(
    result.messages.map(async (one) => {
      const [what = nothingLeft] = ((await textOf(turn, one)) ?? '').split('\n').filter(Boolean);
      return { hubId: one.hubId, messageId: one.messageId, who: whoOf(one), what, why: one.reason };
    }),
  );
  return { card: unreachedCard({ hubId, hubName: result.hubName, messages, next: result.next, message }) };
}

const nothingLeft = 'What it was about is no longer there';

async function showMessage(turn: Turn, about: { hubId: string; messageId: string }): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const listId = heirOf(programme, about.hubId);
  const result = await unreachedMessage(deps, actor, programme, about);
  switch (result.kind) {
    case 'found': {
      const { message } = result;
      const { to } = message;
      const [[hubName = ''], text] = await Promise.all([hubNames(deps, [listId]), textOf(turn, message)]);
      return {
        card: unreachedMessageCard({
          ...about,
          op: randomUUID(),
          listedIn: { hubId: listId, hubName },
          who: whoOf(message),
          ...(to.kind === 'person' ? { name: to.name, email: to.email } : { name: '', email: undefined }),
          why: message.reason,
          at: message.at,
          text,
        }),
      };
    }
    case 'not-there':
      return showList(turn, { hubId: listId }, noLonger);
    case 'denied':
      return onlyLeads;
  }
}

/** The words of the very card that would have been sent. */
async function textOf(
  { deps: { store, clock } }: Turn,
  { content, to }: UnreachedMessage,
): Promise<string | undefined> {
  // No message of a hub depends on who coordinates the programme.
  const sources = { store, clock, coordinators: new Set<string>() };
  const card = await cardFor(sources, content, to.kind === 'person' ? to.person : undefined);
  return card === 'on-its-way' ? undefined : card?.fallbackText;
}

function whoOf({ to }: UnreachedMessage): string {
  if (to.kind === 'person') return to.name || 'Somebody';
  return to.use === 'leads' ? 'Leads’ channel' : to.use === 'cohort' ? 'Cohort’s channel' : 'A channel';
}
