import { randomUUID } from 'node:crypto';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { askedPartition, heard, heardRecord, monthInEngland, newTally, type Tally, tallyAt } from './asked.ts';

/** What became of a question. `topic` is a topic's id, or an intent's behind `intent:`. */
export type Outcome =
  | { kind: 'answered'; topic: string }
  /** The document does not say, or the bot did not understand; `topic` where it is one that the document is silent on. */
  | { kind: 'unanswered'; topic?: string | undefined }
  /** A few topics were offered. */
  | { kind: 'unsure' };

/**
 * Counts a question, and keeps the redacted words of one that was not answered for 90 days, where it has any. To be called when the reply
 * is out: it never throws, and gives up where the store is in trouble. A lost count harms nobody.
 */
export async function noteAsked(
  deps: Deps,
  { personId, text, outcome }: { personId: string; text: string; outcome: Outcome },
): Promise<'noted' | 'lost'> {
  const month = monthInEngland(deps.clock.now());
  const topic = outcome.kind === 'unsure' ? undefined : outcome.topic;
  const partition = askedPartition(month);
  const saying = { id: randomUUID(), month, personId, text, why: 'unanswered' as const, topic };
  try {
    const words = heard(deps, saying);
    const read = { tally: tallyAt(month, topic), before: heardRecord.at(partition, words.id) };
    await change(deps, { partition, read }, ({ tally = newTally(month, topic), before }) => {
      // The first try was written after all, and only its answer got lost.
      if (before) return { kind: 'noted' };
      const kept = outcome.kind === 'unanswered' && text !== '' ? [words] : [];
      return { kind: 'noted', write: [counted(tally, outcome), ...kept] };
    });
    return 'noted';
  } catch {
    return 'lost';
  }
}

function counted(tally: Tally, { kind }: Outcome): Tally {
  const asked = tally.asked + 1;
  switch (kind) {
    case 'answered':
      return { ...tally, asked };
    case 'unanswered':
      return { ...tally, asked, unanswered: tally.unanswered + 1 };
    case 'unsure':
      return { ...tally, asked, unsure: tally.unsure + 1 };
  }
}
