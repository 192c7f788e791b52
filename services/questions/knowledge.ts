import raw from './knowledge.json' with { type: 'json' };

/** Something the programme document says. */
export type KnownTopic = {
  id: string;
  /** Where in the programme document it stands: shown as the source. */
  section: string;
  answer: string;
  /** Ways in which teachers ask it. The first is shown on buttons. */
  questions: string[];
  related: string[];
};

/** Something people ask that it does not say. */
export type SilentTopic = {
  id: string;
  silent: boolean;
  /** Completes the sentence "The document does not say …". */
  subject: string;
  /** What the document does say next to it: a topic whose answer is told along. */
  beside?: string;
  questions: string[];
};
export type Topic = KnownTopic | SilentTopic;

/** All that the bot knows of the programme, in its own words. The authority is the programme document, NCP25-03. */
export const topics: Topic[] = raw;

const silentIds = new Set(topics.flatMap((topic) => ('silent' in topic ? [topic.id] : [])));

/** Whether a topic is something that the document does not say. */
export const isSilent = (id: string): boolean => silentIds.has(id);
