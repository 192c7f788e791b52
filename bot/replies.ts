import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Card } from '../cards/card.ts';
import { shortened } from '../cards/words.ts';
import { channelOf, type Inbound } from './activity.ts';
import type { Attempt, Connector } from './connector.ts';
import type { Reply } from './turn.ts';

/** How often a reply is tried, and for how long: Teams sends an activity again that is not answered in time. */
const tries = 3;
const patienceMs = 5000;

export type Replies = ReturnType<typeof createReplies>;

/** The ways an answer reaches the person who is looking: all through the one connector. */
export function createReplies(connector: Connector) {
  /** The update under way or waiting, by conversation and message: the newest of each. */
  const later = new Map<string, Promise<void>>();

  /** A new message in the conversation. */
  async function answer(activity: Inbound, reply: Reply, log: Logger): Promise<void> {
    const message = { ...addressed(activity), ...contentOf(reply) };
    await persist(() => connector.send(addressOf(activity), message), log);
  }

  /** The card that was pressed becomes this one; a sentence goes beside it. */
  async function replace(activity: Inbound, reply: Reply, log: Logger): Promise<void> {
    const id = activity.replyToId;
    if (!id || !('card' in reply)) return answer(activity, reply, log);
    const message = { ...addressed(activity), ...contentOf(reply), id };
    const done = await persist(() => connector.update(addressOf(activity), id, message), log);
    if (!done) await answer(activity, reply, log);
  }

  return {
    answer,
    replace,
    /**
     * After an Action.Execute the client shows the new card to the one who pressed; this makes it the stored message too.
     * The newest card of a message wins, however its updates overtake one another.
     */
    replaceLater(activity: Inbound, card: Card, log: Logger): void {
      const id = activity.replyToId;
      if (!id || activity.conversation.conversationType !== 'personal') return;
      const message = { ...addressed(activity), ...contentOf({ card }), id };
      const place = `${activity.conversation.id} ${id}`;
      const before = later.get(place);
      const work: Promise<void> = (before ?? Promise.resolve())
        .then(() =>
          persist(
            () => connector.update(addressOf(activity), id, message),
            log,
            () => later.get(place) === work,
          ),
        )
        .then(() => {
          if (later.get(place) === work) later.delete(place);
        });
      later.set(place, work);
    },
    /** The body of the answer to an Action.Execute. */
    invokeBody: (reply: Reply) =>
      'card' in reply
        ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card }
        : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.say },
    /** Resolves when nothing is left to be done after a turn. */
    async settled(): Promise<void> {
      await Promise.all(later.values());
    },
  };
}

/** An activity's content: a card with its summary, or plain text. Never both: Teams would split them. */
export function contentOf(reply: Reply): object {
  if ('say' in reply) return { text: reply.say, textFormat: 'plain' };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: reply.card };
  return { summary: shortened(reply.card.fallbackText, 200), attachments: [attachment] };
}

/** Who can see the channel or chat of an activity, in one attempt; undefined when Teams does not say. */
export const rosterBy = (connector: Connector) => async (activity: Inbound) => {
  const conversationId = channelOf(activity)?.conversationId ?? activity.conversation.id;
  const answer = await connector.roster({ serviceUrl: activity.serviceUrl, conversationId });
  return answer.kind === 'done'
    ? answer.members.map(({ name, objectId, email }) => ({ name, objectId, email }))
    : undefined;
};

const addressOf = ({ serviceUrl, conversation }: Inbound) => ({ serviceUrl, conversationId: conversation.id });

const addressed = ({ recipient, from, conversation, id }: Inbound) => ({
  type: 'message',
  from: recipient,
  recipient: from,
  conversation,
  ...(id && { replyToId: id }),
});

/** Tries again while it is worth it, wanted, and somebody is waiting. Says whether it got through. */
async function persist(attempt: () => Promise<Attempt>, log: Logger, wanted = () => true): Promise<boolean> {
  const until = performance.now() + patienceMs;
  for (let tried = 1; wanted(); tried++) {
    const outcome = await attempt();
    if (outcome.kind === 'done') return true;
    log.warn({ outcome, tried }, 'reply not delivered');
    const pause = outcome.kind === 'try-later' ? (outcome.retryAfterMs ?? 300 * tried) : Number.POSITIVE_INFINITY;
    if (tried === tries || performance.now() + pause > until) return false;
    await wait(pause);
  }
  return false;
}
