import { channelDone, channelLink, channelRoster } from '../../cards/channels/channel-link.ts';
import { can, hubsWhere } from '../../services/access.ts';
import { linkChannel, linkOf, notLeads, unlinkChannel } from '../../services/people/channels.ts';
import { channelName, hubNames, type Linking, linkedChannel } from '../../services/people/hub.ts';
import type { Reply, Turn } from '../turn.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';

const onlyLeads: Reply = {
  say: 'Only a lead of the hub can do that. If you are one, open a chat with me alone first, so that I know you.',
};
const onlyInChannels: Reply = {
  say: 'Add me to your hub’s team, then mention me with “link” in the channel you want to link.',
};

export const channels: Pick<ActionHandlers, 'channels.open' | 'channels.check' | 'channels.link' | 'channels.unlink'> =
  {
    'channels.open': ({ hubId }, turn) => showLink(turn, hubId),
    'channels.check': ({ hubId }, turn) => showRoster(turn, hubId),
    'channels.link': async ({ hubId, use }, turn) => {
      if (!turn.channel) return onlyInChannels;
      const result = await linkChannel(turn.deps, turn.actor, { hubId, use, place: turn.channel });
      switch (result.kind) {
        case 'linked': {
          const what = use === 'leads' ? 'leads’' : 'cohort’s';
          const text = `This is now the ${what} channel of ${result.hubName}.`;
          return { card: channelDone({ hubId, headline: 'Linked', text, back: 'Change what it is for' }) };
        }
        case 'hub-closed':
          return { say: `${result.hubName} is closed, so nothing is posted for it and no channel is linked.` };
        case 'taken':
          return { say: 'This channel belongs to another hub. A lead of that hub can unlink it here.' };
        case 'denied':
          return onlyLeads;
      }
    },
    'channels.unlink': async (_, turn) => {
      if (!turn.channel) return onlyInChannels;
      const result = await unlinkChannel(turn.deps, turn.actor, turn.channel.conversationId);
      switch (result.kind) {
        case 'unlinked':
          return {
            card: channelDone({
              hubId: result.hubId,
              headline: 'Unlinked',
              text: 'I post nothing here any more. Mention me with “link” to link it again.',
              back: 'Link it again',
            }),
          };
        case 'not-linked':
          return { say: 'This channel is not linked.' };
        case 'denied':
          return onlyLeads;
      }
    },
  };

/** What “link” shows in a channel: what the channel could be, or which hub where somebody leads several. */
export async function openLink(turn: Turn): Promise<Reply> {
  if (!turn.channel) return onlyInChannels;
  const hubIds = hubsWhere(turn.actor, 'link-channels');
  const [only] = hubIds;
  if (!only) return onlyLeads;
  if (hubIds.length === 1) return showLink(turn, only);
  return askWhichHub(turn, hubIds, { what: 'channels', allHubs: false });
}

async function showLink(turn: Turn, hubId: string): Promise<Reply> {
  const { channel, deps, actor } = turn;
  if (!channel) return onlyInChannels;
  if (!can(actor, 'link-channels', { hubId })) return onlyLeads;
  const { conversationId } = channel;
  const [[hubName = ''], link, leads, cohort] = await Promise.all([
    hubNames(deps, [hubId]),
    linkOf(deps, conversationId),
    linkedChannel(deps, hubId, 'leads'),
    linkedChannel(deps, hubId, 'cohort'),
  ]);
  const linkedAs = link?.hubId === hubId ? link.use : undefined;
  const elsewhere = { leads: otherThan(conversationId, leads), cohort: otherThan(conversationId, cohort) };
  return { card: channelLink({ hubId, hubName, linkedAs, elsewhere }) };
}

async function showRoster(turn: Turn, hubId: string): Promise<Reply> {
  const { channel, deps, actor } = turn;
  if (!channel) return onlyInChannels;
  if (!can(actor, 'link-channels', { hubId })) return onlyLeads;
  const roster = await turn.roster();
  if (!roster) return { say: 'Teams does not tell me who is in this channel just now. Try again in a minute.' };
  const [hubName = ''] = await hubNames(deps, [hubId]);
  const others = await notLeads(deps, hubId, channel.tenantId, roster);
  return { card: channelRoster({ hubId, hubName, others, count: roster.length }) };
}

/** What another channel is called that is linked now. */
const otherThan = (conversationId: string, linked: Linking | undefined) =>
  linked && linked.conversationId !== conversationId ? (channelName(linked) ?? 'another channel') : undefined;
