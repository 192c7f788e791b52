import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { runBatch } from './batch.ts';
import { type Documents, findDocument, type Place, withSystemFields } from './documents.ts';
import type { Fault } from './faults.ts';
import { runQuery, type Scope } from './query.ts';
import { Refusal } from './refusal.ts';
import type { Seen } from './requests.ts';

export type Asked = { seen: Seen; segments: string[]; headers: IncomingHttpHeaders; body: string };
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

const definition = z.looseObject({
  id: z.string(),
  partitionKey: z.looseObject({ paths: z.tuple([z.literal('/partition')]) }).optional(),
  defaultTtl: z.number().optional(),
  indexingPolicy: z.looseObject({ includedPaths: z.array(z.looseObject({ path: z.string() })) }).optional(),
});

/** Answers one request that was authorised and that no other fault is meant for than one inside a batch. */
export function answer(documents: Documents, asked: Asked, fault: Fault | undefined): Answer {
  const { segments, seen } = asked;
  if (seen.kind === 'setup')
    return segments.length % 2 === 1 ? create(documents, asked) : describe(documents, segments);
  const container = definition.parse(describe(documents, segments.slice(0, 4)).body);
  refuseUnknownSession(documents, seen);
  const scope = { container: segments.slice(0, 4).join('/'), partition: partitionOf(asked.headers) };
  if (seen.kind === 'query') return query(documents, { ...scope, indexed: indexedBy(container) }, asked);
  const { partition } = scope;
  if (partition === undefined) throw new Refusal(400, 'PartitionKey value must be supplied for this operation');
  const place = { ...scope, partition, ttl: container.defaultTtl !== undefined };
  if (seen.kind === 'batch') return batch(documents, place, asked.body, fault);
  if (seen.kind === 'read' && seen.method === 'GET' && segments.length === 6)
    return read(documents, place, segments[5]);
  throw new Refusal(400, `Not served here: ${seen.method} ${seen.kind}`);
}

function create(documents: Documents, { segments, body }: Asked): Answer {
  const given = definition.parse(JSON.parse(body));
  if (segments.length === 3) describe(documents, segments.slice(0, 2));
  const added = documents.db
    .prepare('INSERT OR IGNORE INTO things (path, definition) VALUES (?, ?)')
    .run([...segments, given.id].join('/'), JSON.stringify(given));
  if (added.changes === 0) throw new Refusal(409, 'Resource with the specified id already exists');
  return { status: 201, body: given };
}

function describe({ db }: Documents, segments: string[]): Answer {
  const found = db.prepare('SELECT definition FROM things WHERE path = ?').get(segments.join('/'));
  if (!found) throw new Refusal(404, 'Owner resource does not exist', segments.length > 4 ? { substatus: 1003 } : {});
  return { status: 200, body: JSON.parse(String(found.definition)) };
}

function query(documents: Documents, scope: Scope, { headers, body }: Asked): Answer {
  const after = headers['x-ms-continuation']?.toString();
  const page = runQuery(documents, scope, body, { max: Number(headers['x-ms-max-item-count']), after });
  const more: Record<string, string> =
    page.continuation === undefined ? {} : { 'x-ms-continuation': page.continuation };
  const found = { _rid: 'x', Documents: page.documents, _count: page.documents.length };
  return { status: 200, body: found, headers: { ...sessionOf(documents), ...more } };
}

function batch(documents: Documents, place: Place, body: string, fault: Fault | undefined): Answer {
  const { status, results } = runBatch(documents, place, body, fault?.innerStatus);
  const wait: Record<string, string> =
    fault?.retryAfterMs === undefined ? {} : { 'x-ms-retry-after-ms': String(fault.retryAfterMs) };
  return { status, body: results, headers: { ...sessionOf(documents), ...wait } };
}

function read(documents: Documents, place: Place, id = ''): Answer {
  const row = findDocument(documents, place, id);
  if (!row) throw new Refusal(404, 'Entity with the specified id does not exist', { headers: sessionOf(documents) });
  return { status: 200, body: withSystemFields(row), headers: { ...sessionOf(documents), etag: row.etag } };
}

/** The one partition that the request is about, or undefined for all. */
function partitionOf(headers: IncomingHttpHeaders): string | undefined {
  const header = headers['x-ms-documentdb-partitionkey'];
  return header === undefined ? undefined : z.tuple([z.string()]).parse(JSON.parse(String(header)))[0];
}

function indexedBy({ indexingPolicy }: z.infer<typeof definition>): string[] {
  return indexingPolicy?.includedPaths.map(({ path }) => path.replace(/^\/|\/\?$/g, '')) ?? [];
}

/** The state that an answer shows. The client says it back with its next request, and so never reads older state. */
function sessionOf({ db }: Documents): Record<string, string> {
  const newest = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'documents'").get()?.seq ?? 0;
  return { 'x-ms-session-token': `0:-1#${newest}`, 'x-ms-content-path': Buffer.from('8 bytes.').toString('base64') };
}

function refuseUnknownSession(documents: Documents, { session }: Seen): void {
  const [known, newest] = [session, sessionOf(documents)['x-ms-session-token']].map((token) =>
    Number(token?.split('#')[1]),
  );
  if (session !== undefined && !(Number(known) <= Number(newest)))
    throw new Refusal(404, 'The read session is not available', { substatus: 1002 });
}
