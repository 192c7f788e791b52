import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { defineRecord, type RecordOf } from '../store/record.ts';
import { redact } from './redact.ts';

/** How long the words of a question are kept, in days, however well redacted. Counts stay. */
const keepWordsDays = 90;
const dayMs = 86_400_000;

const count = z.int().min(0);

/** How often one thing was asked in a month. Counts only: it says nothing about anybody, and stays. */
const tallyRecord = defineRecord('tally', 1, {
  /** A topic's or intent's id; undefined for what was not understood. */
  topic: z.string().optional(),
  asked: count,
  /** Asked, and there was nothing in the document to say. */
  unanswered: count,
  /** Asked, and a few topics were offered instead. */
  unsure: count,
  judgedRight: count,
  judgedWrong: count,
});
export type Tally = RecordOf<typeof tallyRecord>;

/** A question that was not answered, or answered wrongly, in redacted words. */
const heardRecord = defineRecord('heard', 1, {
  why: z.enum(['unanswered', 'wrong']),
  topic: z.string().optional(),
  text: z.string(),
  /** Tells people of one month apart, without telling who they are. */
  asker: z.string(),
});
export type Heard = RecordOf<typeof heardRecord>;
export { heardRecord, tallyRecord };

/** Which month (`2026-03`) it is in England. */
export const monthInEngland = (instant: Date): string => dateInEngland(instant).slice(0, 7);
export const askedPartition = (month: string) => `asked:${month}`;
export const tallyAt = (month: string, topic: string | undefined) =>
  tallyRecord.at(askedPartition(month), `tally:${topic ?? ''}`);

/** The tally of a topic before anybody has asked. */
export function newTally(month: string, topic: string | undefined): Tally {
  const { partition, id } = tallyAt(month, topic);
  const none = { asked: 0, unanswered: 0, unsure: 0, judgedRight: 0, judgedWrong: 0 };
  return tallyRecord.make({ partition, id, ...(topic !== undefined && { topic }), ...none });
}

type Saying = {
  id: string;
  month: string;
  personId: string;
  text: string;
  why: Heard['why'];
  topic: string | undefined;
};

/** A question as it is kept for 90 days: its words without whom they are about, and not whose they were. Newest first in lists. */
export function heard({ clock, linkSecret }: Pick<Deps, 'clock' | 'linkSecret'>, saying: Saying): Heard {
  const { month, topic } = saying;
  const now = clock.now().getTime();
  const hmac = createHmac('sha256', linkSecret).update(JSON.stringify(['asker', month, saying.personId]));
  return heardRecord.make({
    partition: askedPartition(month),
    id: `heard:${String(longAfter - now).padStart(14, '0')}:${saying.id}`,
    why: saying.why,
    ...(topic !== undefined && { topic }),
    text: redact(saying.text),
    asker: hmac.digest('base64url').slice(0, 12),
    expires: new Date(now + keepWordsDays * dayMs).toISOString(),
  });
}

/** Lists come in the order of ids: what is left until this instant, in milliseconds, puts the newest first. */
const longAfter = Date.UTC(3000, 0);
