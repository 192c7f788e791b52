import { setTimeout as wait } from 'node:timers/promises';
import { leaseMs } from '../../services/delivery/lease.ts';
import { messageRecord } from '../../services/delivery/outbox.ts';
import type { Store } from '../../services/store/store.ts';
import { brokenInvariants } from './invariants.ts';

/** What somebody claimed who was killed, or lost the store, waits for their lease; then there is half a minute. */
const patienceMs = leaseMs + 30_000;

/** What is wrong with a store once nothing is left to be done, or when that takes too long. */
export const wrongOnceSettled = (store: Store): Promise<string[]> => onceNothingIs(() => brokenInvariants(store));

/** The same once all messages are out too. */
export const wrongOnceSent = (store: Store): Promise<string[]> =>
  onceNothingIs(async () => [...(await unsent(store)), ...(await brokenInvariants(store))]);

async function unsent(store: Store): Promise<string[]> {
  const found = await store.find({ type: messageRecord.type }, 100_000);
  return found.flatMap(({ record }) => (record.lane === undefined ? [] : [`${record.id} is still to be sent`]));
}

async function onceNothingIs(wrong: () => Promise<string[]>): Promise<string[]> {
  for (const end = Date.now() + patienceMs; ; ) {
    const found = await wrong();
    if (found.length === 0 || Date.now() > end) return found;
    await wait(500);
  }
}
