import { z } from 'zod';

const account = z.looseObject({ id: z.string(), name: z.string().optional(), aadObjectId: z.string().optional() });

/** What the bot reads of an activity. The rest is let through unread, so that Teams may add to it. */
const inbound = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string(),
  serviceUrl: z.string(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional(),
      channel: z.looseObject({ id: z.string(), name: z.string().nullish() }).optional(),
      team: z.looseObject({ id: z.string() }).optional().catch(undefined),
      eventType: z.string().optional(),
    })
    .nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  replyToId: z.string().nullish(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).nullish(),
  membersRemoved: z.array(z.looseObject({ id: z.string() })).nullish(),
  attachments: z.unknown().optional(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
});
export type Inbound = z.infer<typeof inbound>;

/** The activity in a request's body, or undefined when there is none. */
export function inboundActivity(body: unknown): Inbound | undefined {
  return inbound.safeParse(body).data;
}

/** A pressed button, whichever way the client sent it. `automatic`: the client refreshed a card, nobody pressed. */
export type Click = { verb: unknown; data: unknown; automatic: boolean };

const execute = z.object({
  action: z.object({ verb: z.unknown().optional(), data: z.unknown().optional() }),
  trigger: z.unknown().optional(),
});
const submit = z.looseObject({ verb: z.unknown().optional() });

/** The click in an activity: a Universal Action's invoke, or the message that its Action.Submit fallback sends. */
export function clickIn({ type, name, value }: Inbound): Click | undefined {
  if (type === 'invoke') {
    if (name !== 'adaptiveCard/action') return undefined;
    const { data } = execute.safeParse(value);
    return { verb: data?.action.verb, data: data?.action.data ?? {}, automatic: data?.trigger === 'automatic' };
  }
  if (value === undefined || value === null) return undefined;
  const { data } = submit.safeParse(value);
  return { verb: data?.verb, data: data ?? {}, automatic: false };
}

/** What somebody types into a field that is searched while they type. */
export type Typeahead = { dataset: string; text: string };

const typeahead = z.object({
  dataset: z.string().max(100),
  queryText: z.string().nullish(),
});

/** The search in an activity, or undefined when it is none. */
export function typeaheadIn({ type, name, value }: Inbound): Typeahead | undefined {
  if (type !== 'invoke' || name !== 'application/search') return undefined;
  // Teams puts the card's other fields beside these, under `data`; what is searched for stands on the outside.
  const { data } = typeahead.safeParse(value);
  return { dataset: data?.dataset ?? '', text: (data?.queryText ?? '').slice(0, longestTyped) };
}

/** Most characters of a search that are read. */
const longestTyped = 100;

const mention = z.object({ mentioned: z.object({ id: z.string() }), text: z.string() });

/** What was typed, without the mention that made a channel pass it on. */
export function textIn({ text, entities, recipient }: Inbound): string {
  const mentions = (entities ?? []).flatMap((entity) => mention.safeParse(entity).data ?? []);
  const ofBot = mentions.filter(({ mentioned }) => mentioned.id === recipient.id);
  const said = ofBot.reduce((rest, one) => rest.replace(one.text, ' '), text ?? '');
  return said.replace(/<at>[^<]*<\/at>/g, ' ').trim();
}

const sentFile = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  content: z.object({ downloadUrl: z.string().max(8000) }),
});

/** Where the files that somebody sent in a chat with the bot can be fetched. */
export function filesIn({ attachments }: Inbound): string[] {
  const all = Array.isArray(attachments) ? attachments : [];
  return all.flatMap((one) => sentFile.safeParse(one).data?.content.downloadUrl ?? []);
}

/** The channel an activity is about, without the thread. Undefined in chats. */
export function channelOf({ conversation, channelData, serviceUrl }: Inbound) {
  if (conversation.conversationType !== 'channel') return undefined;
  const conversationId = channelData?.channel?.id ?? conversation.id.split(';')[0] ?? conversation.id;
  const tenantId = (conversation.tenantId ?? channelData?.tenant?.id ?? '').toLowerCase();
  return { conversationId, serviceUrl, tenantId, teamId: channelData?.team?.id, name: channelNameIn(channelData) };
}

/** The name of the channel that an activity is about, where Teams gives one: General has none. */
export function channelNameIn(channelData: Inbound['channelData']): string | undefined {
  const name = (channelData?.channel?.name ?? '').replace(/\p{Cc}/gu, ' ').trim();
  return name.slice(0, 100) || undefined;
}
