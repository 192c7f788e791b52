import { type Actor, can } from '../access.ts';
import { change } from '../change.ts';
import { messageRecord } from '../delivery/outbox.ts';
import type { Deps } from '../deps.ts';
import { hubPartition } from '../people/hub.ts';
import { currentPerson, messageTo, reachableChat } from '../people/person.ts';
import { type DigestAbout, digestId } from './digest-of.ts';

export type DigestSent = {
  kind:
    | 'sent'
    | 'sent-before'
    /** There is no chat with them yet. */
    | 'no-chat'
    | 'denied';
};

/** Sends a digest that stands in the leads' channel to a lead in their own chat, once: there they can go on from it. */
export async function sendDigest(deps: Deps, actor: Actor, about: DigestAbout): Promise<DigestSent> {
  const { hubId } = about;
  if (!can(actor, 'list-applications', { hubId })) return { kind: 'denied' };
  const { personId, person } = await currentPerson(deps, actor.personId);
  if (!person || !reachableChat(person)) return { kind: 'no-chat' };
  const partition = hubPartition(hubId);
  const id = `${digestId(about)}:${personId}`;
  const earlier = messageRecord.at(partition, `message:${id}`);
  const message = { id, ...messageTo(personId, person), content: { kind: 'applications-digest' as const, ...about } };
  const result = await change(deps, { partition, read: { earlier } }, ({ earlier: sent }) =>
    sent ? { kind: 'sent-before' as const } : { kind: 'sent' as const, tell: [message] },
  );
  return { kind: result.kind === 'sent' ? 'sent' : 'sent-before' };
}
