import type { AuditEntry } from '../audit.ts';
import { change, type Operation } from '../change.ts';
import type { Message } from '../delivery/message.ts';
import type { Deps } from '../deps.ts';
import { hubPartition } from '../people/hub.ts';
import { type HubQuestion, hubQuestionAt, leavesPostsAt, listedIn, openQuestionsAt, waits } from './hub-question.ts';
import { updatesOf } from './posts.ts';

export type QuestionRef = { hubId: string; questionId: string };

type Decision<K extends string> = {
  kind: K;
  /** The question as it is from now on; `gone` when it is taken away. Without it nothing changes. */
  becomes?: HubQuestion | 'gone';
  /** Nothing of it shows in the posts. */
  unseen?: true;
  tell?: Message[];
  audit?: Omit<AuditEntry, 'subject'>;
};

/** Changes one question: the list of those that wait and every post about it follow in the same commit. */
export async function changeQuestion<const K extends string>(
  deps: Deps,
  { hubId, questionId, op }: QuestionRef & { op?: Operation },
  decide: (question: HubQuestion) => Decision<K>,
): Promise<{ kind: K | 'not-there' | 'done-before' | 'stale' }> {
  const refs = { question: hubQuestionAt(hubId, questionId), open: openQuestionsAt(hubId) };
  const about = { partition: hubPartition(hubId), ...(op && { op }), read: refs };
  const result = await change(deps, about, ({ question, open }) => {
    if (!question) return { kind: 'not-there' as const };
    const { kind, becomes, unseen, tell = [], audit } = decide(question);
    if (!becomes) return { kind };
    const gone = becomes === 'gone';
    const next = settled({ ...(gone ? question : becomes), revision: question.revision + 1 });
    const list = listedIn(hubId, open, { id: questionId, is: gone ? undefined : next, now: deps.clock.now() });
    return {
      kind,
      write: gone ? [list] : [list, next],
      ...(gone && { remove: [question.id] }),
      ...(audit && { audit: { ...audit, subject: question.id } }),
      tell: [...(unseen ? [] : updatesOf(next, gone)), ...tell],
    };
  });
  return result.kind === 'repeated' ? { kind: 'done-before' } : { kind: result.kind };
}

/** One that waits no longer is looked at once more: to take it out of its posts, before it is gone itself. */
function settled(question: HubQuestion): HubQuestion {
  if (waits(question)) return question;
  return { ...question, due: question.posts.length > 0 ? leavesPostsAt(question.askedAt) : undefined };
}
