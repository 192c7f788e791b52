import { setTimeout as wait } from 'node:timers/promises';
import { leaseMs } from '../../services/delivery/lease.ts';
import { messageRecord } from '../../services/delivery/outbox.ts';
import type { Store } from '../../services/store/store.ts';
import { brokenInvariants } from './invariants.ts';

const halfAMinute = 30_000;

/** What is wrong with a store once nothing is left to be done, or after half a minute. */
export const wrongOnceSettled = (store: Store): Promise<string[]> =>
  onceNothingIs(() => brokenInvariants(store), halfAMinute);

/** The same once all messages are out too. What somebody claimed who then lost the store, or was killed, waits for their lease. */
export const wrongOnceSent = (store: Store): Promise<string[]> =>
  onceNothingIs(async () => [...(await unsent(store)), ...(await brokenInvariants(store))], leaseMs + halfAMinute);

async function unsent(store: Store): Promise<string[]> {
  const found = await store.find({ type: messageRecord.type }, 100_000);
  return found.flatMap(({ record }) => (record.lane === undefined ? [] : [`${record.id} is still to be sent`]));
}

async function onceNothingIs(wrong: () => Promise<string[]>, patienceMs: number): Promise<string[]> {
  for (const end = Date.now() + patienceMs; ; ) {
    const found = await wrong();
    if (found.length === 0 || Date.now() > end) return found;
    await wait(500);
  }
}
