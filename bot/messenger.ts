import type { Clock } from '../services/clock.ts';
import type { Content } from '../services/delivery/message.ts';
import { type MessageRecord, messageRecord } from '../services/delivery/outbox.ts';
import type { Delivered, Messenger } from '../services/messenger.ts';
import { linkOf } from '../services/people/channels.ts';
import { currentPerson, type Person, type PersonalChat, reachableChat } from '../services/people/person.ts';
import { read } from '../services/store/record.ts';
import type { Store } from '../services/store/store.ts';
import type { Attempt, Connector } from './connector.ts';
import { cardFor } from './message-card.ts';
import { contentOf } from './replies.ts';

type MessengerDeps = { store: Store; clock: Clock; connector: Connector; coordinators: ReadonlySet<string> };

/** Sends what the outbox holds, worded from the records as they stand at this moment. */
export function createMessenger({ store, clock, connector, coordinators }: MessengerDeps): Messenger {
  return {
    async deliver(message) {
      const { to, content } = message;
      const person = to.kind === 'person' ? (await currentPerson({ store }, to.personId)).person : undefined;
      const chat = person && reachableChat(person);
      if (forLeadsOnly.has(content.kind) && !(await isForLeads(store, to))) return nothingToSay;
      const address = to.kind === 'channel' ? to : chat;
      if (message.replaces) return replace({ store, clock, connector, coordinators }, message, address, person);
      const send = to.kind === 'channel' ? postIn(connector, to) : chat && sayIn(connector, chat);
      if (!send) return { kind: 'no-way', reason: 'The app is not installed for them' };
      const card = await cardFor({ store, clock, coordinators }, content, person);
      if (!card) return nothingToSay;
      if (card === 'on-its-way') return betweenHubs;
      return delivered(await send({ type: 'message', ...contentOf({ card }) }), chat);
    },
  };
}

const forLeadsOnly: ReadonlySet<Content['kind']> = new Set([
  'hub-question',
  'applications-digest',
  'decisions-left',
  'place-left',
]);

/** Names and questions go to people, and to a channel only while it is a hub's leads'. */
async function isForLeads(store: Store, to: MessageRecord['to']): Promise<boolean> {
  if (to.kind === 'person') return true;
  return (await linkOf({ store }, to.conversationId))?.use === 'leads';
}

const nothingToSay: Delivered = { kind: 'gave-up', reason: 'What it was about is no longer there' };
/** What it is about is soon in the hub it goes to. */
const betweenHubs: Delivered = { kind: 'try-later', mayHaveArrived: false, reason: 'what it is about is on its way' };
/** How soon to look again whether a message on its way has arrived, in milliseconds. */
const onItsWayMs = 2000;

/**
 * Puts the newest wording in the place of a message that has arrived. One that has not will be worded anew when it is
 * sent, so there is nothing to do; and one that can no longer be changed is left as it is, because this is no news.
 */
async function replace(
  { store, clock, connector, coordinators }: MessengerDeps,
  { partition, to, content, replaces = '' }: MessageRecord,
  address: Address | undefined,
  person: Person | undefined,
): Promise<Delivered> {
  const earlier = await read(store, messageRecord.at(partition, replaces));
  if (earlier?.state === 'sending')
    return { kind: 'try-later', afterMs: onItsWayMs, mayHaveArrived: false, reason: 'it follows another' };
  const card = earlier?.activityId && address && (await cardFor({ store, clock, coordinators }, content, person));
  if (card === 'on-its-way') return betweenHubs;
  if (!card || !earlier?.activityId) return nothingToSay;
  const { serviceUrl } = address;
  const conversationId = to.kind === 'channel' ? threadOf(to, earlier.activityId) : address.conversationId;
  const activity = { type: 'message', ...contentOf({ card }), id: earlier.activityId };
  const attempt = await connector.update({ serviceUrl, conversationId }, earlier.activityId, activity);
  return attempt.kind === 'never' ? { kind: 'gave-up', reason: attempt.reason } : delivered(attempt, undefined);
}

/** A post in a channel is the first of a thread, which goes by its id. */
const threadOf = ({ conversationId }: Address, postId: string) => `${conversationId};messageid=${postId}`;

type Address = { serviceUrl: string; conversationId: string };
type Send = (activity: object) => Promise<Attempt>;

/** A message in a chat that is there. */
const sayIn =
  (connector: Connector, { serviceUrl, conversationId }: Address): Send =>
  (activity) =>
    connector.send({ serviceUrl, conversationId }, { ...activity, conversation: { id: conversationId } });

/** A new post in a channel, which starts a thread. */
const postIn =
  (connector: Connector, { serviceUrl, conversationId }: Address): Send =>
  async (activity) => {
    const channelData = { channel: { id: conversationId } };
    const attempt = await connector.createConversation(serviceUrl, { isGroup: true, channelData, activity });
    return attempt.kind === 'done' ? { kind: 'done', id: attempt.activityId } : attempt;
  };

/** What the connector's codes mean, in words a lead can act on. */
const reasons: Record<string, string> = {
  ConversationBlockedByUser: 'They have blocked the bot',
  BotNotInConversationRoster: 'The app has been removed from that chat',
  MessageWritesBlocked: 'The app is not installed for them',
  ForbiddenOperationException: 'The app is not installed for them',
  BotDisabledByAdmin: 'Their organisation has switched the app off',
  NotEnoughPermissions: 'Their organisation does not let the app write there',
  ConversationNotFound: 'That chat is no longer there',
};

function delivered(attempt: Attempt, chat: PersonalChat | undefined): Delivered {
  switch (attempt.kind) {
    case 'done':
      return { kind: 'sent', activityId: attempt.id };
    case 'try-later': {
      const { retryAfterMs, mayHaveArrived, reason } = attempt;
      return { kind: 'try-later', afterMs: retryAfterMs, mayHaveArrived, reason };
    }
    case 'never': {
      const reason = reasons[attempt.code ?? ''];
      if (reason) return { kind: 'no-way', reason, ...(chat && { closed: chat }) };
      return { kind: 'refused', reason: `Teams refused it (${attempt.reason})` };
    }
  }
}
