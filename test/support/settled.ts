import { setTimeout as wait } from 'node:timers/promises';
import { messageRecord } from '../../services/delivery/outbox.ts';
import type { Store } from '../../services/store/store.ts';
import { brokenInvariants } from './invariants.ts';

/** What is wrong with a store once nothing is left to be done or sent, or after half a minute. */
export async function wrongOnceSettled(store: Store): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const found = await store.find({ type: messageRecord.type }, 100_000);
    const waiting = found.filter(({ record }) => record.lane !== undefined);
    const broken = [
      ...(await brokenInvariants(store)),
      ...waiting.map(({ record }) => `${record.id} is still to be sent`),
    ];
    if (broken.length === 0 || tries === 60) return broken;
    await wait(500);
  }
}
