import { randomUUID } from 'node:crypto';
import { reserveList } from '../../cards/applications/reserve-list.ts';
import { moveReserve, type Reordered, reserveOf } from '../../services/applications/reserve.ts';
import type { Reply, Turn } from '../turn.ts';
import { onlyLeads } from './applications.ts';
import type { ActionHandlers } from './index.ts';
import { staleWords } from './one-application.ts';

export const reserve: Pick<ActionHandlers, 'reserve.list' | 'reserve.move'> = {
  'reserve.list': (input, turn) => showReserves(turn, input),
  'reserve.move': async (press, turn) => {
    const { kind } = await moveReserve(turn.deps, turn.actor, press);
    if (kind === 'denied') return onlyLeads;
    return showReserves(turn, { ...press, from: pageOf(press.seen) }, moveWords[kind]);
  },
};

const rowsOnACard = 8;
const pageOf = (place: number) => Math.floor((place - 1) / rowsOnACard) * rowsOnACard;

const moveWords: Record<Exclude<Reordered['kind'], 'denied'>, string> = {
  moved: '',
  'done-before': '',
  'at-the-end': staleWords,
  'not-there': staleWords,
  'own-list': '',
  conflicted: 'You know one of the two who would change places, so another lead must move them.',
  stale: staleWords,
};

/** A page of a hub's reserves of a cohort in order, after the first `from`. */
async function showReserves(
  turn: Turn,
  list: { hubId: string; cohort?: string | undefined; from?: number | undefined },
  message = '',
): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const { hubId, cohort = programme.cohort } = list;
  const result = await reserveOf(deps, actor, { hubId, cohort, from: list.from ?? 0, limit: rowsOnACard });
  if (result.kind === 'denied') return onlyLeads;
  const { hub, places, reserves, from, total, isOn } = result;
  const { quota, autoOffer: auto = false } = hub.cohorts[cohort] ?? {};
  const next = total > from + rowsOnACard ? from + rowsOnACard : undefined;
  const previous = from > 0 ? Math.max(0, from - rowsOnACard) : undefined;
  const about = { op: randomUUID(), hubId, hubName: hub.name, cohort };
  return { card: reserveList({ ...about, quota, places, reserves, total, isOn, next, previous, auto, message }) };
}
