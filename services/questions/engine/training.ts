import intents from '../intents.json' with { type: 'json' };
import { topics } from '../knowledge.ts';
import outOfScope from '../out-of-scope.json' with { type: 'json' };
import type { Example } from './model.ts';

/** The label of what the bot has nothing to do with. */
export const none = 'none';

/** All ways of asking that the bot learns from: a topic's by its id, an intent's behind `intent:`, all else as `none`. */
export const examples = (): Example[] => [
  ...topics.flatMap(({ id, questions }) => questions.map((text) => ({ text, label: id }))),
  ...intents.flatMap(({ id, questions }) => questions.map((text) => ({ text, label: `intent:${id}` }))),
  ...outOfScope.map((text) => ({ text, label: none })),
];

/**
 * Texts that do not ask whether somebody may apply: all that have nothing to do with the bot, and of the many others as
 * many as teach the difference.
 */
export const othersThanEligibility = (all: Example[]): string[] =>
  all
    .filter(
      ({ label }, index) =>
        label === none || (label !== 'intent:eligibility' && index % (label.startsWith('intent:') ? 2 : 16) === 0),
    )
    .map(({ text }) => text);
