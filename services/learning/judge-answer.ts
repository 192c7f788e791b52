import { randomUUID } from 'node:crypto';
import type { Actor } from '../access.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { topics } from '../questions/knowledge.ts';
import { askedPartition, heard, monthInEngland, newTally, tallyAt } from './asked.ts';

type Judgement = { op: string; topic: string; right: boolean; text?: string | undefined };
export type Judged = { kind: 'judged' } | { kind: 'judged-before' } | { kind: 'no-such-topic' };

/**
 * Counts whether an answer was right, once a card, however often its buttons are pressed. The words of a question that was
 * answered wrongly are redacted and kept for 90 days.
 */
export async function judgeAnswer(deps: Deps, actor: Actor, judgement: Judgement): Promise<Judged> {
  const { op: id, topic, right, text } = judgement;
  if (!topics.some((one) => one.id === topic)) return { kind: 'no-such-topic' };
  const month = monthInEngland(deps.clock.now());
  const { personId } = actor;
  const op = { id, verb: 'learning.judge', personId, input: { topic } };
  const saying = { id: randomUUID(), month, personId, text: text ?? '', why: 'wrong' as const, topic };
  const about = { partition: askedPartition(month), op, read: { tally: tallyAt(month, topic) } };
  const result = await change(deps, about, ({ tally = newTally(month, topic) }) => {
    const judged = right
      ? { ...tally, judgedRight: tally.judgedRight + 1 }
      : { ...tally, judgedWrong: tally.judgedWrong + 1 };
    return { kind: 'judged' as const, write: [judged, ...(right || !text ? [] : [heard(deps, saying)])] };
  });
  return { kind: result.kind === 'judged' ? 'judged' : 'judged-before' };
}
