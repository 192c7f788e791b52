import { linkedChannel } from '../../services/people/hub.ts';
import { heirOf } from '../../services/people/programme.ts';
import { onlyInPrivate, type Reply, type Turn } from '../turn.ts';

type Handler<I> = (input: I, turn: Turn) => Promise<Reply>;

/** A handler that answers in a chat of one's own and in the leads' channel of the hub concerned, nowhere else. */
export const beforeLeads =
  <I extends { hubId: string }>(handle: Handler<I>): Handler<I> =>
  async (input, turn) =>
    (await isAmongLeads(turn, input.hubId)) ? handle(input, turn) : { say: onlyInPrivate };

async function isAmongLeads({ place, channel, deps, programme }: Turn, hubId: string): Promise<boolean> {
  if (place === 'personal') return true;
  const linked = await linkedChannel(deps, heirOf(programme, hubId), 'leads');
  return linked !== undefined && linked.conversationId === channel?.conversationId;
}
