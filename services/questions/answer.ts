import { type Classifier, lexicalClassifier } from './classifier.ts';
import { type KnownTopic, topics } from './knowledge.ts';

export type Answer =
  | { kind: 'answer'; topic: string; text: string; source: string; related: { topic: string; question: string }[] }
  | { kind: 'not-in-the-document'; subject: string; source: string }
  | { kind: 'abstain' };

/** Below this likeness to any known way of asking, the bot does not claim to have understood. */
const threshold = 0.46;
/** How far ahead the best topic must be of the next. */
const margin = 0.03;

/** What the programme document says to a question, or that it does not say; or nothing, when the question is not clear. */
export function answerTo(text: string): Answer {
  const [best, next] = classifier()(text);
  if (!best || best.score < threshold || best.score - (next?.score ?? 0) < margin) return { kind: 'abstain' };
  return topicAnswer(best.topic) ?? { kind: 'abstain' };
}

/** The answer of one topic; undefined when there is no such topic. */
export function topicAnswer(id: string): Answer | undefined {
  const topic = topics.find((one) => one.id === id);
  if (!topic) return undefined;
  if ('silent' in topic) return { kind: 'not-in-the-document', subject: topic.subject, source: 'NCP25-03' };
  const { answer, section } = topic;
  return { kind: 'answer', topic: id, text: answer, source: section, related: relatedTo(topic) };
}

function relatedTo(topic: KnownTopic) {
  return topic.related.flatMap((id) => {
    const question = topics.find((one) => one.id === id)?.questions[0];
    return question ? [{ topic: id, question }] : [];
  });
}

let made: Classifier | undefined;

/** The index takes a moment to build, so it waits for the first question. */
function classifier(): Classifier {
  made ??= lexicalClassifier(topics);
  return made;
}
