import { Template } from 'adaptivecards-templating';
import { z } from 'zod';

/** An Adaptive Card, ready to send. `fallbackText` carries its message to clients that show no cards. */
export const cardSchema = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  fallbackText: z.string().min(1),
  body: z.array(z.unknown()).min(1),
});
export type Card = z.infer<typeof cardSchema>;

/** A card's builder: its data in, the card out. `sample` is what the preview and the tests show. */
export type CardBuilder<D = never> = ((data: D) => Card) & { sample(): Card };

/**
 * Defines a card from its template. The data must be exactly what the template shows: a placeholder without data would
 * reach people as it stands. Text is safe because a card is expanded once, never twice.
 */
export function defineCard<S extends z.ZodType>(card: {
  template: object;
  data: S;
  sample: z.input<S>;
}): CardBuilder<z.input<S>> {
  const template = new Template(card.template);
  const build = (data: z.input<S>): Card => template.expand({ $root: card.data.parse(data) });
  return Object.assign(build, { sample: () => build(card.sample) });
}
