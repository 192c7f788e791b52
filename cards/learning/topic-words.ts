import intents from '../../services/questions/intents.json' with { type: 'json' };
import { topics } from '../../services/questions/knowledge.ts';

/** A topic or intent as the question that people know it by. */
export function topicInWords(id: string): string {
  const topic = topics.find((one) => one.id === id);
  const [question] = topic?.questions ?? [];
  if (topic && question) return 'silent' in topic ? `${question} (the document does not say)` : question;
  const intent = intents.find((one) => `intent:${one.id}` === id);
  const [wording] = intent?.questions ?? [];
  return wording ? wording.charAt(0).toUpperCase() + wording.slice(1) : id;
}
