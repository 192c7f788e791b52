import { z } from 'zod';
import raw from './knowledge.json' with { type: 'json' };

const known = z.strictObject({
  id: z.string(),
  /** Where in the programme document it stands: shown as the source. */
  section: z.string(),
  answer: z.string().max(600),
  /** Ways in which teachers ask it. The first is shown on buttons. */
  questions: z.array(z.string()).min(12),
  related: z.array(z.string()).max(3).default([]),
});
const silent = z.strictObject({
  id: z.string(),
  silent: z.literal(true),
  /** Completes the sentence "The document does not say …". */
  subject: z.string(),
  /** What the document does say next to it: a topic whose answer is told along. */
  beside: z.string().optional(),
  questions: z.array(z.string()).min(12),
});

/** Something the programme document says. */
export type KnownTopic = z.infer<typeof known>;
/** Something people ask that it does not say. */
export type SilentTopic = z.infer<typeof silent>;
export type Topic = KnownTopic | SilentTopic;

/** All that the bot knows of the programme, in its own words. The authority is the programme document, NCP25-03. */
export const topics: Topic[] = z.array(z.union([known, silent])).parse(raw);

const silentIds = new Set(topics.flatMap((topic) => ('silent' in topic ? [topic.id] : [])));

/** Whether a topic is something that the document does not say. */
export const isSilent = (id: string): boolean => silentIds.has(id);
