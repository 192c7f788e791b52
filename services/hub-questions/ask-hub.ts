import { randomUUID } from 'node:crypto';
import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubPartition } from '../people/hub.ts';
import type { Programme } from '../people/programme.ts';
import { openHub } from './hub-of-person.ts';
import {
  goneAt,
  hubQuestionAt,
  hubQuestionRecord,
  listedIn,
  longest,
  openQuestionsAt,
  tidied,
  waits,
} from './hub-question.ts';
import { nextLook } from './next-look.ts';
import { type OwnQuestion, questionsBy } from './own-questions.ts';
import { toLeads, withPosts } from './posts.ts';

/** How many questions of one person may wait at a time. */
export const mostOpen = 10;

export type Asked =
  | { kind: 'asked'; hubId: string; questionId: string }
  | { kind: 'refused'; reason: 'empty' | 'too-long' | 'too-many' }
  /** Nobody at this hub could answer: this is how to reach it. */
  | { kind: 'no-leads'; hubName: string; contact: string }
  | { kind: 'no-such-hub' }
  /** Other words were sent from this card before: these were not. */
  | { kind: 'other-words' }
  /** It was sent from this card before, and taken back. */
  | { kind: 'taken-back'; hubId: string }
  | { kind: 'denied' };

type Ask = { op: string; hubId: string; text: string; topic?: string | undefined; named: boolean };

/**
 * Sends a question to the leads of a hub, or of the one it was merged into, once however often the button is pressed.
 * Refuses an empty question, one of more than 1,000 characters, and an eleventh while ten still wait.
 */
export async function askHub(deps: Deps, actor: Actor, settings: Programme, input: Ask): Promise<Asked> {
  if (!can(actor, 'ask-hub', {})) return { kind: 'denied' };
  const { op, topic, named } = input;
  const own = await questionsBy(deps, actor.personId);
  const text = tidied(input.text);
  const before = askedBefore(own, op, text);
  if (before) return before;
  const reason = refusalFor(text, own.filter(({ question }) => waits(question)).length);
  if (reason) return { kind: 'refused', reason };
  const hub = openHub(settings, input.hubId);
  if (!hub) return { kind: 'no-such-hub' };
  return place(deps, actor.personId, { hubId: hub.id, op, text, topic, named });
}

/** What was sent from this card before, if anything was. */
function askedBefore(own: OwnQuestion[], op: string, text: string): Asked | undefined {
  const before = own.find(({ question }) => question.op === op);
  if (!before) return undefined;
  const { hubId, questionId, question } = before;
  return question.question === text ? { kind: 'asked', hubId, questionId } : { kind: 'other-words' };
}

function refusalFor(text: string, waiting: number) {
  if (text === '') return 'empty';
  if (text.length > longest.question) return 'too-long';
  return waiting >= mostOpen ? 'too-many' : undefined;
}

async function place(deps: Deps, personId: string, { hubId, op, text, topic, named }: Ask): Promise<Asked> {
  const now = deps.clock.now();
  const askedAt = now.toISOString();
  // In a hub's list questions stand oldest first.
  const questionId = `${askedAt}:${randomUUID()}`;
  const operation: Operation = { id: op, verb: 'hub-questions.ask', personId, input: { text, topic, named } };
  const told = await toLeads(deps, hubId, `hub-question:${questionId}`, { kind: 'hub-question', hubId, questionId });
  const { partition, id } = hubQuestionAt(hubId, questionId);
  const refs = { hub: hubAt(hubId), open: openQuestionsAt(hubId) };
  const result = await change(deps, { partition, op: operation, read: refs }, ({ hub, open }) => {
    if (!hub || hub.closed) return { kind: 'ended' as const, into: hub?.closed?.mergedInto };
    if (hub.leads.length === 0) return { kind: 'no-leads' as const, hubName: hub.name, contact: hub.contact };
    const question = hubQuestionRecord.make({
      partition: hubPartition(hubId),
      id,
      person: personId,
      due: nextLook(askedAt, now),
      expires: goneAt(askedAt),
      op,
      askedAt,
      question: text,
      named,
      topic,
      state: 'open',
      posts: withPosts([], told),
      reminders: 0,
      revision: 0,
    });
    return {
      kind: 'asked' as const,
      id: questionId,
      write: [question, listedIn(hubId, open, { id: questionId, is: question, now })],
      audit: { by: named ? personId : 'somebody', event: 'hub-asked', subject: id },
      tell: told,
    };
  });
  switch (result.kind) {
    case 'asked':
      return { kind: 'asked', hubId, questionId };
    case 'repeated':
      return askedBefore(await questionsBy(deps, personId), op, text) ?? { kind: 'taken-back', hubId };
    case 'stale':
      return askedBefore(await questionsBy(deps, personId), op, text) ?? { kind: 'other-words' };
    case 'ended':
      return result.into
        ? place(deps, personId, { hubId: result.into, op, text, topic, named })
        : { kind: 'no-such-hub' };
    case 'no-leads':
      return result;
  }
}
