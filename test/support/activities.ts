import { createHash } from 'node:crypto';

/** Somebody in Teams. The same name in the same tenant is always the same person. */
export type TeamsPerson = { id: string; name: string; aadObjectId: string; tenantId: string };

/** Where something is said. A channel post without `thread` starts a thread; `thread` is the id of the post it answers. */
export type Place =
  | { kind: 'personal' }
  | { kind: 'group'; id: string }
  | { kind: 'channel'; team: TeamsTeam; channel: { id: string; name?: string }; thread?: string };

type TeamsTeam = { id: string; name: string; aadGroupId: string };

/** An activity as it goes over the wire. */
export type InboundActivity = {
  type: string;
  id: string;
  conversation: { id: string; conversationType: string; tenantId: string; isGroup?: boolean };
  [field: string]: unknown;
};

export const homeTenant = '0f6a2c51-6d0e-4c7a-9a86-0c10a7e1d2b3';
export const bot = { id: '28:5b0b2f0e-3f3a-4d7c-8c55-2a1f6f9d7e10', name: 'Mastery Specialist' };

export function teamsPerson(name: string, tenantId: string = homeTenant): TeamsPerson {
  const seed = `${tenantId}/${name}`;
  return { id: `29:1${digest(seed, 'base64url')}`, name, aadObjectId: guidFrom(seed), tenantId };
}

export function team(name: string): TeamsTeam {
  return { id: `19:${digest(name, 'hex')}@thread.tacv2`, name, aadGroupId: guidFrom(name) };
}

/** A channel of a team. A team's General channel has the team's own id. */
export function channel(of: TeamsTeam, name = 'General'): Place & { kind: 'channel' } {
  const id = name === 'General' ? of.id : `19:${digest(`${of.name}/${name}`, 'hex')}@thread.tacv2`;
  return { kind: 'channel', team: of, channel: name === 'General' ? { id } : { id, name } };
}

export const groupChat = (topic: string): Place => ({ kind: 'group', id: `19:${digest(topic, 'hex')}@thread.v2` });

/** The one chat a person has with the bot. */
export const personalChatOf = (userId: string): string => `a:1${digest(userId, 'base64url')}`;

/** What Teams posts to the bot when people do things, with answers going to `serviceUrl`. `extra` overrides any field. */
export function activitiesFrom(serviceUrl: string) {
  const activity = (type: string, who: TeamsPerson, where: Place, fields: object): InboundActivity => {
    const id = nextId();
    // What only happens comes without a name, and what concerns a team as a whole belongs to none of its threads.
    const isSaid = type === 'message' || type === 'invoke';
    return {
      type,
      id,
      timestamp: new Date().toISOString(),
      serviceUrl,
      channelId: 'msteams',
      from: { id: who.id, aadObjectId: who.aadObjectId, ...(isSaid && { name: who.name }) },
      conversation: conversationOf(who, where, isSaid ? id : undefined),
      recipient: bot,
      channelData: { ...placeData(where), tenant: { id: who.tenantId } },
      ...fields,
    };
  };
  return {
    /** Something typed. In a group or channel it mentions the bot, or Teams would not pass it on. */
    message: (who: TeamsPerson, text: string, where: Place = { kind: 'personal' }, extra: object = {}) =>
      activity('message', who, where, { ...typed(text, where), ...extra }),
    /** A pressed Action.Submit, on the card in message `on`. */
    submit: (who: TeamsPerson, on: string, value: object, where: Place = { kind: 'personal' }, extra: object = {}) =>
      activity('message', who, under(on, where), { ...spoken, ...pressed(on, where, who), value, ...extra }),
    /** A pressed Action.Execute, or with `trigger: 'automatic'` the client's own refresh of the card in message `on`. */
    execute: (
      who: TeamsPerson,
      on: string,
      { trigger = 'manual', ...action }: { verb: string; data?: object; id?: string; trigger?: 'manual' | 'automatic' },
      where: Place = { kind: 'personal' },
      extra: object = {},
    ) =>
      activity('invoke', who, under(on, where), {
        ...spoken,
        ...pressed(on, where, who),
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', ...action }, trigger },
        ...extra,
      }),
    /** The app was installed for a person or in a team, or removed again. */
    installation: (
      action: 'add' | 'remove',
      who: TeamsPerson,
      where: Place = { kind: 'personal' },
      extra: object = {},
    ) => activity('installationUpdate', who, where, { action, locale: spoken.locale, ...extra }),
    /** People, or the bot itself, came to a chat or team. */
    membersAdded: (
      who: TeamsPerson,
      members: { id: string; aadObjectId?: string }[],
      where: Place = { kind: 'personal' },
      extra: object = {},
    ) =>
      activity('conversationUpdate', who, where, {
        membersAdded: members.map(({ id, aadObjectId }) => ({ id, ...(aadObjectId && { aadObjectId }) })),
        ...(where.kind === 'channel' && {
          channelData: { ...placeData(where), tenant: { id: who.tenantId }, eventType: 'teamMemberAdded' },
        }),
        ...extra,
      }),
    /** People, or the bot itself, were taken out of a team. */
    membersRemoved: (who: TeamsPerson, members: { id: string }[], of: TeamsTeam, extra: object = {}) =>
      activity('conversationUpdate', who, channel(of), {
        membersRemoved: members.map(({ id }) => ({ id })),
        channelData: { team: { id: of.id }, tenant: { id: who.tenantId }, eventType: 'teamMemberRemoved' },
        ...extra,
      }),
    /** Something became of a whole team, like `teamArchived`. No channel is named, and the conversation is the team's. */
    teamChanged: (eventType: string, who: TeamsPerson, of: TeamsTeam, extra: object = {}) =>
      activity('conversationUpdate', who, channel(of), {
        channelData: { team: { id: of.id, name: of.name }, tenant: { id: who.tenantId }, eventType },
        ...extra,
      }),
    /** Something became of one channel, like `channelDeleted`. The conversation is the team's all the same. */
    channelChanged: (eventType: string, who: TeamsPerson, where: Place & { kind: 'channel' }, extra: object = {}) =>
      activity('conversationUpdate', who, channel(where.team), {
        channelData: {
          channel: where.channel,
          team: { id: where.team.id },
          tenant: { id: who.tenantId },
          eventType,
        },
        ...extra,
      }),
  };
}

const spoken = {
  locale: 'en-GB',
  entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
};

function typed(text: string, where: Place) {
  const mention = `<at>${bot.name}</at>`;
  const said = where.kind === 'personal' ? text : `${mention} ${text}`;
  const entities = where.kind === 'personal' ? [] : [{ type: 'mention', mentioned: bot, text: mention }];
  return {
    text: said,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
    locale: spoken.locale,
    localTimezone: 'Europe/London',
    entities: [...entities, ...spoken.entities],
  };
}

/** A card stands in its own thread unless another is named. */
const under = (postId: string, where: Place): Place =>
  where.kind === 'channel' ? { thread: postId, ...where } : where;

const pressed = (replyToId: string, where: Place, who: TeamsPerson) => ({
  replyToId,
  channelData: {
    ...placeData(where),
    tenant: { id: who.tenantId },
    source: { name: 'message' },
    legacy: { replyToId: `1:${replyToId}` },
  },
});

function conversationOf(who: TeamsPerson, where: Place, postId: string | undefined): InboundActivity['conversation'] {
  const { tenantId } = who;
  switch (where.kind) {
    case 'personal':
      return { id: personalChatOf(who.id), conversationType: 'personal', tenantId };
    case 'group':
      return { id: where.id, conversationType: 'groupChat', tenantId, isGroup: true };
    case 'channel': {
      const id = postId ? `${where.channel.id};messageid=${where.thread ?? postId}` : where.channel.id;
      return { id, conversationType: 'channel', tenantId, isGroup: true };
    }
  }
}

const placeData = (where: Place) =>
  where.kind === 'channel'
    ? {
        channel: where.channel,
        team: where.team,
        teamsChannelId: where.channel.id,
        teamsTeamId: where.team.id,
      }
    : {};

let ids = 1_772_400_000_000;
/** Teams' message ids are instants in milliseconds. */
const nextId = () => String(++ids);

const digest = (text: string, encoding: 'hex' | 'base64url') => createHash('sha256').update(text).digest(encoding);

function guidFrom(text: string): string {
  const hex = digest(text, 'hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
