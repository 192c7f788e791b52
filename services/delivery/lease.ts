import { z } from 'zod';
import { defineRecord } from '../store/record.ts';
import type { Store } from '../store/store.ts';

const leaseRecord = defineRecord('lease', 1, { owner: z.string(), until: z.string() });

/** How long a lease holds, in milliseconds. */
export const leaseMs = 60_000;

/** Whether `owner` holds this lane from now on: nobody did, it had run out, or it was theirs already. */
export async function holdLane(store: Store, lane: string, owner: string, now: Date): Promise<boolean> {
  const place = { partition: `lane:${lane}`, id: 'lease' };
  const stored = await store.get(place);
  const lease = stored && leaseRecord.parse(stored.record);
  if (lease && lease.owner !== owner && lease.until > now.toISOString()) return false;
  if (lease?.owner === owner && Date.parse(lease.until) - now.getTime() > leaseMs / 2) return true;
  const until = new Date(now.getTime() + leaseMs).toISOString();
  const record = leaseRecord.make({ ...place, owner, until });
  const outcome = await store.commit(place.partition, [
    { kind: 'put', record, expect: stored ? { etag: stored.etag } : 'absent' },
  ]);
  return outcome.kind === 'committed';
}

/** Gives a lane back at a clean stop, so that the next holder need not wait. */
export async function releaseLane(store: Store, lane: string, owner: string): Promise<void> {
  const place = { partition: `lane:${lane}`, id: 'lease' };
  const stored = await store.get(place);
  if (!stored || leaseRecord.parse(stored.record).owner !== owner) return;
  await store.commit(place.partition, [{ kind: 'remove', id: place.id, expect: { etag: stored.etag } }]);
}
