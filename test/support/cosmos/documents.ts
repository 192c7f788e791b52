import { createHash, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

const document = z.looseObject({ id: z.string().min(1).max(1023), ttl: z.number().optional() });
export type Document = z.infer<typeof document>;

/** A document as it lies in the table; `expires` is in milliseconds since 1970. */
export type Row = { sequence: number; id: string; etag: string; ts: number; body: string };
export type Place = { container: string; partition: string; ttl: boolean };

const largestDocument = 2 * 1024 * 1024;
/** Documents lie in so many physical partitions, by their partition key; a query across them visits one after another. */
export const ranges = 2;

/** The documents of all containers, on disk when `file` is named. Each write bumps the sequence number. */
export function openDocuments(file: string, now: () => Date) {
  const db = new DatabaseSync(file);
  db.exec(`CREATE TABLE IF NOT EXISTS documents (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, container TEXT, partition TEXT, physical INTEGER, id TEXT, etag TEXT, ts INTEGER,
    expires INTEGER, body TEXT, UNIQUE (container, partition, id));
    CREATE TABLE IF NOT EXISTS things (path TEXT PRIMARY KEY, definition TEXT);`);
  return { db, now };
}
export type Documents = ReturnType<typeof openDocuments>;

/** The document, or undefined when there is none or it has expired. */
export function findDocument({ db, now }: Documents, { container, partition }: Place, id: string): Row | undefined {
  const row = db
    .prepare(
      `SELECT sequence, id, etag, ts, body FROM documents
       WHERE container = ? AND partition = ? AND id = ? AND (expires IS NULL OR expires > ?)`,
    )
    .get(container, partition, id, now().getTime());
  return row && rowFrom(row);
}

export function rowFrom(row: Record<string, unknown>): Row {
  return z
    .object({ sequence: z.number(), id: z.string(), etag: z.string(), ts: z.number(), body: z.string() })
    .parse(row);
}

/** The document as it is answered, with the fields that Cosmos DB adds. */
export function withSystemFields({ sequence, etag, ts, body }: Row): Document {
  const _rid = `rid${sequence}`;
  return {
    ...JSON.parse(body),
    _rid,
    _self: `dbs/x/colls/x/docs/${_rid}/`,
    _etag: etag,
    _attachments: 'attachments/',
    _ts: ts,
  };
}

/** Writes over whatever has this id. Refuses a document of another partition, with a wrong id, or too large. */
export function putDocument({ db, now }: Documents, place: Place, given: unknown): Document {
  const parsed = document.safeParse(given);
  if (!parsed.success || /[/\\?#]/.test(parsed.data.id)) throw new Refusal(400, 'The id is missing or not allowed');
  const { ttl, id } = parsed.data;
  if (parsed.data.partition !== place.partition)
    throw new Refusal(400, 'PartitionKey does not match the header', { substatus: 1001 });
  if (ttl !== undefined && (!Number.isInteger(ttl) || (ttl < 1 && ttl !== -1)))
    throw new Refusal(400, 'ttl is not allowed');
  const body = JSON.stringify(parsed.data);
  if (Buffer.byteLength(body) > largestDocument) throw new Refusal(413, 'Request size is too large');
  const ts = Math.floor(now().getTime() / 1000);
  const expires = place.ttl && ttl !== undefined && ttl > 0 ? (ts + ttl) * 1000 : null;
  const etag = `"${randomUUID()}"`;
  db.prepare(
    'INSERT OR REPLACE INTO documents (container, partition, physical, id, etag, ts, expires, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(place.container, place.partition, physicalOf(place.partition), id, etag, ts, expires, body);
  const written = findDocument({ db, now }, place, id);
  if (!written) throw new Refusal(500, 'written and gone');
  return withSystemFields(written);
}

export function removeDocument({ db }: Documents, { container, partition }: Place, id: string): void {
  db.prepare('DELETE FROM documents WHERE container = ? AND partition = ? AND id = ?').run(container, partition, id);
}

function physicalOf(partition: string): number {
  return createHash('sha256').update(partition).digest().readUInt8(0) % ranges;
}
