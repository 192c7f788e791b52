import { isExpired } from './adapter-rules.ts';
import { failureFor } from './cosmos-answer.ts';
import { type CosmosDocument, documentId, documentOf } from './cosmos-document.ts';
import type { Change, CommitOutcome, Stored } from './store.ts';

/** One operation of a batch, as Cosmos DB takes it. */
export type BatchOperation =
  | { operationType: 'Create' | 'Upsert'; resourceBody: CosmosDocument }
  | { operationType: 'Replace'; id: string; ifMatch: string; resourceBody: CosmosDocument }
  | { operationType: 'Delete'; id: string; ifMatch?: string };

/** The operation because of which Cosmos DB did none of them, and its HTTP status. */
export type BatchFailure = { index: number; status: number };

/** One partition in Cosmos DB. `read` gives a record even when it has expired. */
export type CosmosPartition = {
  send(operations: BatchOperation[]): Promise<BatchFailure | undefined>;
  read(id: string): Promise<Stored | undefined>;
};

/**
 * Makes all changes in one batch or none. When only an operation was wrong for what is there (removing what is gone,
 * creating what has expired but is not yet swept away), it sends the batch again with that operation put right. Between
 * the two, another may create the record that was to be removed; then that record stays.
 */
export async function commitBatch(to: CosmosPartition, changes: Change[], now: Date): Promise<CommitOutcome> {
  let operations = changes.map((change) => operationFor(change, now));
  while (operations.length > 0) {
    const failure = await to.send(operations);
    if (failure === undefined) break;
    const putRight = await amended(to, operations, failure, now);
    if (putRight === undefined) return outcomeOf(failure);
    operations = putRight;
  }
  return { kind: 'committed' };
}

function operationFor(change: Change, now: Date): BatchOperation {
  const { expect } = change;
  const match = typeof expect === 'object' ? { ifMatch: expect.etag } : undefined;
  if (change.kind === 'remove') return { operationType: 'Delete', id: documentId(change.id), ...match };
  const resourceBody = documentOf(change.record, now);
  if (match) return { operationType: 'Replace', id: resourceBody.id, resourceBody, ...match };
  return { operationType: expect === 'absent' ? 'Create' : 'Upsert', resourceBody };
}

async function amended(
  { read }: CosmosPartition,
  operations: BatchOperation[],
  { index, status }: BatchFailure,
  now: Date,
): Promise<BatchOperation[] | undefined> {
  const failed = operations[index];
  if (failed?.operationType === 'Delete' && failed.ifMatch === undefined && status === 404)
    return operations.toSpliced(index, 1);
  if (failed?.operationType !== 'Create' || status !== 409) return undefined;
  const { resourceBody } = failed;
  const there = await read(resourceBody.record.id);
  if (!there || !isExpired(there.record, now)) return undefined;
  return operations.with(index, { operationType: 'Replace', id: resourceBody.id, ifMatch: there.etag, resourceBody });
}

function outcomeOf({ index, status }: BatchFailure): CommitOutcome {
  if (status === 404 || status === 409 || status === 412) return { kind: 'conflict' };
  if (status === 413) return { kind: 'too-large', reason: 'more than Cosmos DB takes at once' };
  throw failureFor({ status, substatus: 0, retryAfterMs: undefined }, new Error(`operation ${index} of the batch`));
}
