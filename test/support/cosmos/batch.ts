import { z } from 'zod';
import { type Documents, findDocument, type Place, putDocument, removeDocument } from './documents.ts';
import { Refusal } from './refusal.ts';

const operation = z.discriminatedUnion('operationType', [
  z.strictObject({ operationType: z.enum(['Create', 'Upsert']), resourceBody: z.looseObject({ id: z.string() }) }),
  z.strictObject({
    operationType: z.literal('Replace'),
    id: z.string(),
    ifMatch: z.string().optional(),
    resourceBody: z.looseObject({ id: z.string() }),
  }),
  z.strictObject({ operationType: z.literal('Delete'), id: z.string(), ifMatch: z.string().optional() }),
]);
type Operation = z.infer<typeof operation>;
type Result = { statusCode: number; requestCharge: number; eTag?: string; subStatusCode?: number };

const mostOperations = 100;
const largestBatch = 2 * 1024 * 1024;

/** Carries out all operations of a batch or none. `fail` names the status with which the first is made to fail. */
export function runBatch(documents: Documents, place: Place, body: string, fail: number | undefined) {
  if (Buffer.byteLength(body) > largestBatch) throw new Refusal(413, 'Request size is too large');
  const operations = z.array(operation).safeParse(JSON.parse(body));
  if (!operations.success) throw new Refusal(400, `A batch of something else: ${operations.error.message}`);
  if (operations.data.length > mostOperations) throw new Refusal(400, 'Batch request has more operations than allowed');
  const results: Result[] = [];
  documents.db.exec('BEGIN IMMEDIATE');
  try {
    for (const each of operations.data) {
      if (fail !== undefined) throw new Refusal(fail, 'injected');
      results.push(runOperation(documents, place, each));
    }
    documents.db.exec('COMMIT');
    return { status: 200, results };
  } catch (error) {
    documents.db.exec('ROLLBACK');
    if (!(error instanceof Refusal)) throw error;
    return { status: 207, results: operations.data.map((_, index) => resultOf(index, results.length, error)) };
  }
}

/** The one that failed says why; all others failed because of it. */
function resultOf(index: number, failed: number, { status, substatus }: Refusal): Result {
  if (index !== failed) return { statusCode: 424, requestCharge: 0 };
  return { statusCode: status, requestCharge: 0, ...(substatus ? { subStatusCode: substatus } : {}) };
}

function runOperation(documents: Documents, place: Place, given: Operation): Result {
  const id = 'id' in given ? given.id : given.resourceBody.id;
  const there = findDocument(documents, place, id);
  refuseUnlessFit(given, there?.etag);
  if (given.operationType === 'Delete') {
    removeDocument(documents, place, id);
    return { statusCode: 204, requestCharge: 1 };
  }
  if (given.resourceBody.id !== id) throw new Refusal(400, 'The id of the body is another');
  const { _etag } = putDocument(documents, place, given.resourceBody);
  return { statusCode: there ? 200 : 201, requestCharge: 1, eTag: String(_etag) };
}

function refuseUnlessFit(given: Operation, etag: string | undefined): void {
  switch (given.operationType) {
    case 'Upsert':
      return;
    case 'Create':
      if (etag !== undefined) throw new Refusal(409, 'Entity with the specified id already exists');
      return;
    case 'Replace':
    case 'Delete':
      if (etag === undefined) throw new Refusal(404, 'Entity with the specified id does not exist');
      if (given.ifMatch !== undefined && given.ifMatch !== etag) throw new Refusal(412, 'A precondition is not met');
  }
}
