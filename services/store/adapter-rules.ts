import { type Change, type CommitOutcome, type StoreRecord, StoreUnavailable, tooLarge } from './store.ts';

/** When the record ceases to count, in milliseconds since 1970, or undefined when never. Refuses what is no instant. */
export function expiryOf(record: StoreRecord): number | undefined {
  if (record.expires === undefined) return undefined;
  const at = Date.parse(record.expires);
  if (Number.isNaN(at)) throw new Error(`A ${record.type} record expires at something that is no instant`);
  return at;
}

/** Whether the record counts as gone at this instant. */
export function isExpired(record: StoreRecord, now: Date): boolean {
  const at = expiryOf(record);
  return at !== undefined && at < now.getTime();
}

/**
 * A commit as both adapters answer it: what is too large is never sent, and a store that cannot be reached is an
 * outcome. Throws for changes that no store could make.
 */
export async function commitBy(
  write: () => Promise<CommitOutcome>,
  partition: string,
  changes: Change[],
): Promise<CommitOutcome> {
  for (const change of changes) refuseMisuse(partition, change);
  const reason = tooLarge(changes);
  if (reason !== undefined) return { kind: 'too-large', reason };
  try {
    return await write();
  } catch (error) {
    if (error instanceof StoreUnavailable) return { kind: 'unavailable', reason: error.message };
    throw error;
  }
}

/** These are mistakes of the program, and so never outcomes. */
function refuseMisuse(partition: string, change: Change): void {
  if (change.kind !== 'put') return;
  if (change.record.partition !== partition) throw new Error(`A ${change.record.type} record of another partition`);
  expiryOf(change.record);
}
