import type { Delivered, Messenger } from '../services/messenger.ts';
import { currentPerson, type PersonalChat, reachableChat } from '../services/people/person.ts';
import type { Store } from '../services/store/store.ts';
import type { Attempt, Connector } from './connector.ts';
import { cardFor } from './message-card.ts';
import { contentOf } from './replies.ts';

type MessengerDeps = { store: Store; connector: Connector; coordinators: ReadonlySet<string> };

/** Sends what the outbox holds, worded from the records as they stand at this moment. */
export function createMessenger({ store, connector, coordinators }: MessengerDeps): Messenger {
  return {
    async deliver({ to, content }) {
      const person = to.kind === 'person' ? (await currentPerson({ store }, to.personId)).person : undefined;
      const chat = person && reachableChat(person);
      const send = to.kind === 'channel' ? postIn(connector, to) : chat && sayIn(connector, chat);
      if (!send) return { kind: 'no-way', reason: 'The app is not installed for them' };
      const card = await cardFor({ store, coordinators }, content, person);
      if (!card) return { kind: 'gave-up', reason: 'What it was about is no longer there' };
      return delivered(await send({ type: 'message', ...contentOf({ card }) }), chat);
    },
  };
}

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
