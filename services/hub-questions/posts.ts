import type { Content, Message } from '../delivery/message.ts';
import type { Deps } from '../deps.ts';
import { hubIdOf, linkedChannel } from '../people/hub.ts';
import { toEachLead } from '../people/lost-channels.ts';
import { type HubQuestion, questionIdOf } from './hub-question.ts';

/** What puts something before the leads of a hub: a post in their channel or, while none is linked, a message to each. */
export async function toLeads(
  deps: Pick<Deps, 'store'>,
  hubId: string,
  id: string,
  content: Content,
): Promise<Message[]> {
  const channel = await linkedChannel(deps, hubId, 'leads');
  if (!channel) return toEachLead(deps, hubId, id, content);
  const { conversationId, serviceUrl, tenantId } = channel;
  return [{ id, tenantId, to: { kind: 'channel', conversationId, serviceUrl }, content }];
}

/** What brings every post about a question up to date, now that it has changed. */
export function updatesOf(question: HubQuestion, gone: boolean): Message[] {
  const about = { hubId: hubIdOf(question), questionId: questionIdOf(question) };
  const content: Content = { kind: gone ? 'hub-question-gone' : 'hub-question', ...about };
  return question.posts.map(({ id, tenantId, to }) => ({
    id: `${id}:${question.revision}`,
    tenantId,
    to,
    content,
    replaces: id,
  }));
}

/** How many posts of one question are kept up to date: the newest. */
const mostPosts = 30;

/** Messages as the posts of a question, after those it has. */
export function withPosts(posts: HubQuestion['posts'], told: Message[]): HubQuestion['posts'] {
  return [...posts, ...told.map(({ id, tenantId, to }) => ({ id, tenantId, to }))].slice(-mostPosts);
}
