import { z } from 'zod';
import { change } from '../change.ts';
import type { Message } from '../delivery/message.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { defineRecord, type RecordOf, read } from '../store/record.ts';
import { channelAt, channelRecord, hubAt, hubPartition, type Linking, linking } from './hub.ts';

/** Which hub a channel belongs to: one at most. It decides; the hub's own record of the channel follows. */
export const claimRecord = defineRecord('channel-claim', 1, { hubId: z.string(), linking });
export type Claim = RecordOf<typeof claimRecord>;
export const claimAt = (conversationId: string) => claimRecord.at(`channel:${conversationId}`, 'claim');

/** A channel that was linked in a team, so that what happens to the team is known to concern it. */
export const teamChannelRecord = defineRecord('team-channel', 1, { conversationId: z.string(), link: z.string() });
export const teamPartition = (teamId: string) => `team:${teamId}`;
const teamChannelAt = (teamId: string, link: string) => teamChannelRecord.at(teamPartition(teamId), `link:${link}`);

/**
 * The task behind a link: the hub posts there from now on, and the team remembers it. A channel that had this place
 * before is let go. Whoever links or unlinks it meanwhile is followed, so that the hub never keeps what is not claimed.
 */
export async function setChannel(deps: Deps, owed: Extract<Owed, { name: 'set-channel' }>): Promise<void> {
  const { hubId, conversationId } = owed;
  const claim = await read(deps.store, claimAt(conversationId));
  if (claim?.hubId !== hubId) return;
  await rememberInTeam(deps, claim.linking);
  if ((await settle(deps, hubId, claim.linking)) === 'too-late') return freeChannel(deps, freeing(claim.linking));
  const now = await read(deps.store, claimAt(conversationId));
  if (now?.linking.link === claim.linking.link) return;
  if (now?.hubId === hubId) return setChannel(deps, owed);
  await letGo(deps, hubId, claim.linking, { by: 'bot', event: 'channel-unlinked', tell: [] });
}

async function settle(deps: Deps, hubId: string, made: Linking): Promise<'set' | 'too-late'> {
  const { use, conversationId, link } = made;
  const partition = hubPartition(hubId);
  const refs = { hub: hubAt(hubId), leads: channelAt(hubId, 'leads'), cohort: channelAt(hubId, 'cohort') };
  const result = await change(deps, { partition, read: refs }, ({ hub, ...channels }) => {
    if (channels[use]?.link === link) return { kind: 'set' as const };
    // One channel is not both: leads' talk must never be where the cohort reads.
    const inTheWay = Object.values(channels).flatMap((one) =>
      one && (one.use === use || one.conversationId === conversationId) ? [one] : [],
    );
    const isLate = inTheWay.some(({ linkedAt }) => linkedAt > made.linkedAt);
    if (!hub || hub.closed || isLate) return { kind: 'too-late' as const };
    const replaced = inTheWay.filter(({ gone }) => !gone);
    const again = replaced.some((one) => one.use === use && one.conversationId === conversationId);
    return {
      kind: 'set' as const,
      write: [
        channelRecord.make({ partition, id: refs[use].id, ...made }),
        ...replaced.filter((one) => one.use !== use).map((one) => ({ ...one, gone: true as const })),
      ],
      ...(again ? {} : { audit: { by: made.by, event: `channel-linked: ${use}`, subject: conversationId } }),
      tasks: replaced.map(freeingTask),
    };
  });
  return result.kind === 'too-late' ? 'too-late' : 'set';
}

async function rememberInTeam(deps: Deps, { teamId, conversationId, link }: Linking): Promise<void> {
  if (!teamId) return;
  const ref = teamChannelAt(teamId, link);
  const { partition, id } = ref;
  await change(deps, { partition, read: { channel: ref } }, ({ channel }) =>
    channel
      ? { kind: 'known' }
      : { kind: 'remembered', write: [teamChannelRecord.make({ partition, id, conversationId, link })] },
  );
}

const freeing = ({ conversationId, teamId, link }: Linking) =>
  ({ name: 'free-channel', conversationId, teamId, link }) satisfies Owed;
const freeingTask = (made: Linking) => ({ id: `free-channel:${made.link}`, owed: freeing(made) });

/** The task behind an unlinked, lost or replaced channel: another hub may link it. A later linking of it stays. */
export async function freeChannel(deps: Deps, owed: Extract<Owed, { name: 'free-channel' }>): Promise<void> {
  const { conversationId, teamId, link } = owed;
  const ref = claimAt(conversationId);
  await change(deps, { partition: ref.partition, read: { claim: ref } }, ({ claim }) =>
    claim?.linking.link === link ? { kind: 'freed', remove: [ref.id] } : { kind: 'freed-before' },
  );
  if (!teamId) return;
  const inTeam = teamChannelAt(teamId, link);
  await change(deps, { partition: inTeam.partition, read: { channel: inTeam } }, ({ channel }) =>
    channel ? { kind: 'forgotten', remove: [inTeam.id] } : { kind: 'forgotten-before' },
  );
}

/** Ends one linking of a channel. Told are those to be told, once, by whoever ends it first. */
export async function letGo(
  deps: Deps,
  hubId: string,
  made: Linking,
  { by, event, tell }: { by: string; event: string; tell: Message[] },
): Promise<void> {
  const { conversationId, use } = made;
  const refs = { leads: channelAt(hubId, 'leads'), cohort: channelAt(hubId, 'cohort') };
  const result = await change(deps, { partition: hubPartition(hubId), read: refs }, ({ leads, cohort }) => {
    const held = [leads, cohort].flatMap((one) => (one && isOlder(one, made) ? [one] : []));
    if (held.length === 0) return { kind: 'gone-before' };
    return {
      kind: held.some(({ link }) => link === made.link) ? 'gone' : 'gone-earlier',
      write: held.map((one) => ({ ...one, gone: true as const })),
      audit: { by, event: `${event}: ${use}`, subject: conversationId },
      tell,
      tasks: held.map(freeingTask),
    };
  });
  // The hub did not come to hold it by this linking: only the claim is there.
  if (result.kind !== 'gone') await freeChannel(deps, freeing(made));
}

/** Whether a hub's record still holds this channel by this linking or one before it. */
const isOlder = (held: Linking & { gone?: true | undefined }, made: Linking) =>
  held.conversationId === made.conversationId && !held.gone && held.linkedAt <= made.linkedAt;
