/**
 * The store port: what the bot needs of a database, and no more. Two adapters keep it, `sqlite.ts` and `cosmos.ts`,
 * and one contract suite (`test/store-contract.test.ts`) holds both to it.
 */

/** The fields every record has, whatever it holds. Only these can be searched for across partitions. */
type Envelope = {
  /** Everything in one partition can be changed in one commit; nothing across two can. */
  partition: string;
  /** Unique in its partition. Lists come in the order of the ids (by Unicode code point). */
  id: string;
  type: string;
  /** Whom the record concerns. */
  person?: string | undefined;
  /** The delivery lane of a message or task that is still to be done. */
  lane?: string | undefined;
  /** When it is to be done: an ISO instant in UTC, as `toISOString` writes it. */
  due?: string | undefined;
  /** After this ISO instant the record counts as gone. */
  expires?: string | undefined;
};

/** A record as the store sees it: an envelope and whatever else, as JSON. */
export type StoreRecord = Envelope & { [field: string]: unknown };

export type Key = { partition: string; id: string };

/** A record with the tag that says which version of it this is. */
export type Stored = { record: StoreRecord; etag: string };

/** What a change counts on: that the record is not there, that it is still this version, or nothing. */
export type Expected = 'absent' | 'anything' | { etag: string };

export type Change =
  | { kind: 'put'; record: StoreRecord; expect: Expected }
  | { kind: 'remove'; id: string; expect: Exclude<Expected, 'absent'> };

export type CommitOutcome =
  /** Everything was written. */
  | { kind: 'committed' }
  /** Nothing was written: an expectation did not hold. */
  | { kind: 'conflict' }
  /** Nothing was written: more than `limits.changes` changes, or a record or the whole over its size. */
  | { kind: 'too-large'; reason: string }
  /** It may or may not have been written: read again before deciding anything. */
  | { kind: 'unavailable'; reason: string };

/** What `find` looks for; every field given must hold. `dueBefore` includes the instant itself. */
export type Search = { type: string; person?: string; lane?: string; dueBefore?: string };

export type Store = {
  /** The record, or undefined when there is none. Throws `StoreUnavailable`. */
  get(key: Key): Promise<Stored | undefined>;
  /** Records of one type in one partition, in the order of their ids, those after `after` only. Throws `StoreUnavailable`. */
  list(partition: string, type: string, page: { after?: string | undefined; limit: number }): Promise<Stored[]>;
  /** Up to `limit` records from all partitions, in no order. To have them all, act on what came and search again. Throws `StoreUnavailable`. */
  find(search: Search, limit: number): Promise<Stored[]>;
  /** Writes all changes or none. */
  commit(partition: string, changes: Change[]): Promise<CommitOutcome>;
  /** Removes expired records where the database does not do so itself. Says how many went. */
  forgetExpired(): Promise<number>;
  /** Whether the database answers now. Never throws. */
  reachable(): Promise<boolean>;
  close(): Promise<void>;
};

/** What one commit and one record may weigh, in both adapters alike: Cosmos DB's limits. Sizes are UTF-8 bytes of JSON. */
export const limits = { changes: 100, recordBytes: 1_900_000, commitBytes: 1_900_000 };

/** The store did not answer in time, or said that it cannot now. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** Why these changes cannot be one commit, or undefined when they can. */
export function tooLarge(changes: Change[]): string | undefined {
  if (changes.length > limits.changes) return `${changes.length} changes in one commit; at most ${limits.changes}`;
  let total = 0;
  for (const change of changes) {
    if (change.kind !== 'put') continue;
    const bytes = Buffer.byteLength(JSON.stringify(change.record));
    if (bytes > limits.recordBytes)
      return `record ${change.record.type} is ${bytes} bytes; at most ${limits.recordBytes}`;
    total += bytes;
  }
  return total > limits.commitBytes ? `a commit of ${total} bytes; at most ${limits.commitBytes}` : undefined;
}
