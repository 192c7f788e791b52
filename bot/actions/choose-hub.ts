import { chooseHub } from '../../cards/people/choose-hub.ts';
import type { Reply, Turn } from '../turn.ts';

type Choice = Pick<Parameters<typeof chooseHub>[0], 'what' | 'allHubs'>;

/** Asks which of these hubs is meant. */
export function askWhichHub({ programme }: Turn, hubIds: string[], choice: Choice): Reply {
  return { card: chooseHub({ ...choice, hubs: programme.hubs.filter(({ id }) => hubIds.includes(id)) }) };
}
