import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';

/** A pressed button, whichever way the client sent it. `automatic`: the client refreshed a card, nobody pressed. */
export type Click = { verb: unknown; data: unknown; automatic: boolean };

const execute = z.object({
  action: z.object({ verb: z.unknown(), data: z.unknown() }),
  trigger: z.unknown().optional(),
});
const submit = z.looseObject({ verb: z.unknown() });

/** The click in an activity: a Universal Action's invoke, or the message that its Action.Submit fallback sends. */
export function clickIn(activity: Activity): Click | undefined {
  if (activity.type === ActivityTypes.Invoke) {
    if (activity.name !== 'adaptiveCard/action') return undefined;
    const { data } = execute.safeParse(activity.value);
    return { verb: data?.action.verb, data: data?.action.data ?? {}, automatic: data?.trigger === 'automatic' };
  }
  if (activity.value === undefined || activity.value === null) return undefined;
  const { data } = submit.safeParse(activity.value);
  return { verb: data?.verb, data: data ?? {}, automatic: false };
}

/** What was typed, without the mention that made a channel pass it on. */
export function textIn({ text = '', entities = [], recipient }: Activity): string {
  const mentions = entities.filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
  const said = mentions.reduce((rest, mention) => (mention.text ? rest.replace(mention.text, ' ') : rest), text);
  return said.replace(/<at>[^<]*<\/at>/g, ' ').trim();
}
