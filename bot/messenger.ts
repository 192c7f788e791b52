import { applicationArrived } from '../cards/applications/application-arrived.ts';
import type { Card } from '../cards/card.ts';
import { channelLost } from '../cards/channels/channel-link.ts';
import { welcome } from '../cards/help/welcome.ts';
import type { HubRole } from '../services/access.ts';
import { applicationAt } from '../services/applications/application.ts';
import type { Content } from '../services/delivery/message.ts';
import type { Delivered, Messenger } from '../services/messenger.ts';
import { hubAt, hubNames, rolesIn } from '../services/people/hub.ts';
import { type Person, personAt, reachableChat } from '../services/people/person.ts';
import { read } from '../services/store/record.ts';
import type { Store } from '../services/store/store.ts';
import { accountName } from './actor.ts';
import type { Attempt, Connector } from './connector.ts';
import { contentOf } from './replies.ts';

type MessengerDeps = { store: Store; connector: Connector; coordinators: ReadonlySet<string> };

/** Sends what the outbox holds, worded from the records as they stand at this moment. */
export function createMessenger({ store, connector, coordinators }: MessengerDeps): Messenger {
  return {
    async deliver({ to, content }) {
      const person = to.kind === 'person' ? await read(store, personAt(to.personId)) : undefined;
      const chat = person && reachableChat(person);
      const send = to.kind === 'channel' ? postIn(connector, to) : chat && sayIn(connector, chat);
      if (!send) return { kind: 'gave-up', reason: 'The app is not installed for them' };
      const card = await cardFor({ store, coordinators }, content, person);
      if (!card) return { kind: 'gave-up', reason: 'What it was about is no longer there' };
      return delivered(await send({ type: 'message', ...contentOf({ card }) }));
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

type Sources = Pick<MessengerDeps, 'store' | 'coordinators'>;

/** The card for a message. Undefined when the records it is about are gone. */
async function cardFor(sources: Sources, content: Content, person: Person | undefined): Promise<Card | undefined> {
  const { store } = sources;
  switch (content.kind) {
    case 'welcome':
      return person && welcomeFor(sources, person);
    case 'channel-lost': {
      const hub = await read(store, hubAt(content.hubId));
      return hub && channelLost({ hubName: hub.name, use: content.use });
    }
    case 'application-arrived': {
      const [hub, application] = await Promise.all([
        read(store, hubAt(content.hubId)),
        read(store, applicationAt(content.hubId, content.applicationId)),
      ]);
      if (!hub || !application) return undefined;
      const { name, school } = application.answers;
      return applicationArrived({ hubName: hub.name, name, school, submittedAt: application.submittedAt });
    }
  }
}

async function welcomeFor({ store, coordinators }: Sources, person: Person): Promise<Card> {
  const roles = await rolesIn({ store }, person.person ?? '', person.memberOf);
  const hubsAs = (role: HubRole) => [...roles].filter(([, has]) => has.includes(role)).map(([hubId]) => hubId);
  return welcome({
    leads: await hubNames({ store }, hubsAs('lead')),
    specialist: hubsAs('specialist').length > 0,
    coordinator: person.accounts.some((account) => coordinators.has(accountName(account))),
  });
}

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

function delivered(attempt: Attempt): Delivered {
  switch (attempt.kind) {
    case 'done':
      return { kind: 'sent', activityId: attempt.id };
    case 'try-later': {
      const { retryAfterMs, mayHaveArrived, reason } = attempt;
      return { kind: 'try-later', afterMs: retryAfterMs, mayHaveArrived, reason };
    }
    case 'never':
      return { kind: 'gave-up', reason: reasons[attempt.code ?? ''] ?? `Teams refused it (${attempt.reason})` };
  }
}
