import { change } from '../change.ts';
import type { Content, Message } from '../delivery/message.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read, readPage } from '../store/record.ts';
import { type Claim, claimAt, letGo, teamChannelRecord, teamPartition } from './channel-claim.ts';
import { type ChannelEnd, channelAt, hubAt } from './hub.ts';
import { messageTo, personAt } from './person.ts';

/** How many channels of a team are let go in one commit. */
const atOnce = 50;

/** When Teams says that a channel has ended for the bot: it is nobody's, and its hub's leads are told once. */
export async function channelLost(deps: Deps, conversationId: string, how: ChannelEnd): Promise<void> {
  const claim = await read(deps.store, claimAt(conversationId));
  if (claim) await lose(deps, claim, how);
}

/** The same for every channel that was linked in a team, of whatever hub. The commit here leaves a task for each. */
export async function teamLost(deps: Deps, teamId: string, how: ChannelEnd): Promise<void> {
  const partition = teamPartition(teamId);
  let after: string | undefined;
  do {
    const linked = await readPage(deps.store, teamChannelRecord, partition, { after, limit: atOnce });
    if (linked.length > 0) {
      const tasks = linked.map(({ conversationId, link }) => {
        const owed: Owed = { name: 'lose-channel', conversationId, link, how };
        return { id: `lose-channel:${link}`, owed };
      });
      await change(deps, { partition, read: {} }, () => ({ kind: 'lost', tasks }));
    }
    after = linked.length === atOnce ? linked.at(-1)?.id : undefined;
  } while (after);
}

/** The task behind a lost team: a channel is lost, unless it was let go or linked anew since. */
export async function loseChannel(deps: Deps, owed: Extract<Owed, { name: 'lose-channel' }>): Promise<void> {
  const claim = await read(deps.store, claimAt(owed.conversationId));
  if (claim?.linking.link === owed.link) await lose(deps, claim, owed.how);
}

async function lose(deps: Deps, { hubId, linking }: Claim, how: ChannelEnd): Promise<void> {
  const { use, link } = linking;
  const tell = await toEachLead(deps, hubId, `channel-lost:${link}`, { kind: 'channel-lost', hubId, use, link, how });
  await letGo(deps, hubId, linking, { by: 'bot', event: `channel-lost, ${how}`, tell });
}

/** When Teams says that a channel has another name: it stays linked, and its hub's leads are told once. */
export async function channelRenamed(deps: Deps, conversationId: string, name: string): Promise<void> {
  const claim = await read(deps.store, claimAt(conversationId));
  if (!claim) return;
  const { hubId, linking } = claim;
  const { use, link } = linking;
  const id = `channel-renamed:${link}:${deps.clock.now().toISOString()}`;
  const tell = await toEachLead(deps, hubId, id, { kind: 'channel-renamed', hubId, use, link });
  const ref = channelAt(hubId, use);
  await change(deps, { partition: ref.partition, read: { channel: ref } }, ({ channel }) => {
    if (channel?.link !== link || channel.gone || channel.name === name) return { kind: 'known' };
    const audit = { by: 'bot', event: `channel-renamed: ${use}`, subject: conversationId };
    return { kind: 'renamed', write: [{ ...channel, name }], audit, tell };
  });
}

/** One message for each lead of a hub whom the bot has met. */
export async function toEachLead(
  deps: Pick<Deps, 'store'>,
  hubId: string,
  id: string,
  content: Content,
): Promise<Message[]> {
  const hub = await read(deps.store, hubAt(hubId));
  const leads = await Promise.all(
    (hub?.leads ?? []).map(async (personId) => ({ personId, person: await read(deps.store, personAt(personId)) })),
  );
  return leads.flatMap(({ personId, person }) =>
    person && person.accounts.length > 0 ? [{ id: `${id}:${personId}`, content, ...messageTo(personId, person) }] : [],
  );
}
