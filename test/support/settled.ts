import { setTimeout as wait } from 'node:timers/promises';
import { messageRecord } from '../../services/delivery/outbox.ts';
import type { Store } from '../../services/store/store.ts';
import { brokenInvariants } from './invariants.ts';

/** What is wrong with a store once nothing is left to be done, or after half a minute. */
export const wrongOnceSettled = (store: Store): Promise<string[]> => onceNothingIs(() => brokenInvariants(store));

/** The same once all messages are out too. After a kill that takes as long as the lease of whoever was killed. */
export const wrongOnceSent = (store: Store): Promise<string[]> =>
  onceNothingIs(async () => [...(await unsent(store)), ...(await brokenInvariants(store))]);

async function unsent(store: Store): Promise<string[]> {
  const found = await store.find({ type: messageRecord.type }, 100_000);
  return found.flatMap(({ record }) => (record.lane === undefined ? [] : [`${record.id} is still to be sent`]));
}

async function onceNothingIs(wrong: () => Promise<string[]>): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const found = await wrong();
    if (found.length === 0 || tries === 60) return found;
    await wait(500);
  }
}
