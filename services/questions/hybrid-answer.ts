import type { Classifier } from './engine/model.ts';
import { type KnownTopic, topics } from './knowledge.ts';
import { understand } from './understand.ts';

type Question = { topic: string; question: string };

export type Answer =
  | { kind: 'answer'; topic: string; text: string; source: string; related: Question[] }
  /** A message that asked several things, each with its answer or that there is none. */
  | { kind: 'answers'; parts: { asked: string; topic: string; text: string; silent: boolean }[]; source: string }
  | { kind: 'not-in-the-document'; topic: string; subject: string; source: string }
  | { kind: 'did-you-mean'; questions: Question[] }
  /** Nothing is asked of the document: something is to be done, or somebody is being polite. */
  | { kind: 'intent'; intent: string }
  | { kind: 'abstain' };

const document = 'NCP25-03';

/**
 * What the programme document says to a message, or that it does not say; or nothing, when the message is not clear. By
 * words and meaning: measured by `npm run eval`, and to take the place of `answer.ts` in the bot.
 */
export async function hybridAnswer(classifier: Classifier, text: string): Promise<Answer> {
  const found = await understand(classifier, text);
  switch (found.kind) {
    case 'topics': {
      const [only, another] = found.parts;
      if (only && !another) return topicAnswer(only.topic) ?? { kind: 'abstain' };
      return {
        kind: 'answers',
        parts: found.parts.flatMap(partAnswer),
        source: `${document}, Participant information`,
      };
    }
    case 'intent':
      return { kind: 'intent', intent: found.intent };
    case 'unsure':
      return { kind: 'did-you-mean', questions: found.topics.flatMap(firstQuestion) };
    case 'unknown':
      return { kind: 'abstain' };
  }
}

/** The answer of one topic; undefined when there is no such topic. */
function topicAnswer(id: string): Extract<Answer, { kind: 'answer' | 'not-in-the-document' }> | undefined {
  const topic = topics.find((one) => one.id === id);
  if (!topic) return undefined;
  if ('silent' in topic) return { kind: 'not-in-the-document', topic: id, subject: topic.subject, source: document };
  const { answer, section } = topic;
  return { kind: 'answer', topic: id, text: answer, source: section, related: relatedTo(topic) };
}

function partAnswer({ asked, topic }: { asked: string; topic: string }) {
  const found = topicAnswer(topic);
  if (!found) return [];
  return found.kind === 'answer'
    ? [{ asked, topic, text: found.text, silent: false }]
    : [{ asked, topic, text: `The document does not say ${found.subject}. Your hub may know.`, silent: true }];
}

const relatedTo = (topic: KnownTopic): Question[] => topic.related.flatMap(firstQuestion);

function firstQuestion(id: string): Question[] {
  const question = topics.find((one) => one.id === id)?.questions[0];
  return question ? [{ topic: id, question }] : [];
}
