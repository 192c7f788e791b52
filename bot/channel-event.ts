import type { Deps } from '../services/deps.ts';
import type { ChannelEnd } from '../services/people/hub.ts';
import { channelLost, channelRenamed, teamLost } from '../services/people/lost-channels.ts';
import { channelNameIn, channelOf, type Inbound } from './activity.ts';

/**
 * What Teams says has become of a channel, or with a `teamId` of all channels of that team. Teams says it up to four
 * times. What is restored needs no event: whoever linked the channel was told how to do so again.
 */
export type ChannelEvent =
  | { kind: 'lost'; how: ChannelEnd; conversationId: string | undefined; teamId: string | undefined }
  | { kind: 'renamed'; conversationId: string; name: string };

/** What Teams calls the end of a whole team. */
const teamEnds: Record<string, ChannelEnd> = {
  teamArchived: 'team-archived',
  teamDeleted: 'team-deleted',
  teamHardDeleted: 'team-deleted',
};

/** The event in an activity. Undefined for every other, also for one from a chat that is no channel. */
export function channelEventIn(activity: Inbound): ChannelEvent | undefined {
  const { type, action } = activity;
  if (type === 'conversationUpdate') return updateIn(activity);
  return type === 'installationUpdate' && action?.startsWith('remove')
    ? lost(activity, 'bot-removed', 'team')
    : undefined;
}

function updateIn(activity: Inbound): ChannelEvent | undefined {
  const { channelData, membersRemoved, recipient } = activity;
  const eventType = channelData?.eventType ?? '';
  const teamEnd = Object.hasOwn(teamEnds, eventType) ? teamEnds[eventType] : undefined;
  if (teamEnd) return lost(activity, teamEnd, 'team');
  if (eventType === 'channelDeleted') return lost(activity, 'channel-deleted', 'channel');
  if (eventType === 'channelRenamed') return renamed(activity);
  if (!membersRemoved?.some(({ id }) => id === recipient.id)) return undefined;
  // A private or shared channel can lose the bot while its team keeps it.
  return lost(activity, 'bot-removed', eventType === 'channelMemberRemoved' ? 'channel' : 'team');
}

function lost(activity: Inbound, how: ChannelEnd, what: 'channel' | 'team'): ChannelEvent | undefined {
  const conversationId = channelOf(activity)?.conversationId;
  const teamId = what === 'team' ? activity.channelData?.team?.id : undefined;
  return conversationId || teamId ? { kind: 'lost', how, conversationId, teamId } : undefined;
}

function renamed(activity: Inbound): ChannelEvent | undefined {
  const conversationId = channelOf(activity)?.conversationId;
  const name = channelNameIn(activity.channelData);
  return conversationId && name ? { kind: 'renamed', conversationId, name } : undefined;
}

/** Does what the event asks for. The channel it names comes first: its team may not be known. */
export async function takeIn(deps: Deps, event: ChannelEvent): Promise<void> {
  if (event.kind === 'renamed') return channelRenamed(deps, event.conversationId, event.name);
  const { conversationId, teamId, how } = event;
  if (conversationId) await channelLost(deps, conversationId, how);
  if (teamId) await teamLost(deps, teamId, how);
}
