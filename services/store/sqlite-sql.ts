import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Search } from './store.ts';

const alive = '(expires IS NULL OR expires >= :now)';

/** The statements of the embedded store; `now` is in milliseconds since 1970. */
export const sql = {
  one: `SELECT etag, body FROM records WHERE partition = :partition AND id = :id AND ${alive}`,
  page: `SELECT etag, body FROM records
    WHERE partition = :partition AND type = :type AND id > :after AND ${alive} ORDER BY id LIMIT :limit`,
  etag: `SELECT etag FROM records WHERE partition = :partition AND id = :id AND ${alive}`,
  put: `INSERT INTO records (partition, id, type, person, lane, due, expires, etag, body)
    VALUES (:partition, :id, :type, :person, :lane, :due, :expires, :etag, :body)
    ON CONFLICT DO UPDATE SET type = excluded.type, person = excluded.person, lane = excluded.lane, due = excluded.due,
      expires = excluded.expires, etag = excluded.etag, body = excluded.body`,
  remove: 'DELETE FROM records WHERE partition = :partition AND id = :id',
  forget: 'DELETE FROM records WHERE rowid IN (SELECT rowid FROM records WHERE expires < :now LIMIT :limit)',
  ping: 'SELECT count(*) FROM sqlite_schema',
};

/** The statement for a search. It names only the fields searched for, so that their index can serve it. */
export function sqlFor(search: Search): { text: string; values: Record<string, string> } {
  const terms = ['type = :type', alive];
  const values: Record<string, string> = { type: search.type };
  for (const [field, term] of optional) {
    const value = search[field];
    if (value === undefined) continue;
    terms.push(term);
    values[field] = value;
  }
  return { text: `SELECT etag, body FROM records WHERE ${terms.join(' AND ')} LIMIT :limit`, values };
}

const optional = [
  ['person', 'person = :person'],
  ['lane', 'lane = :lane'],
  ['dueBefore', 'due <= :dueBefore'],
] as const;

/** Prepares each text once. There are only as many texts as the functions above can make. */
export function preparedOnce(db: DatabaseSync): (text: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (text) => {
    const known = statements.get(text);
    if (known) return known;
    const statement = db.prepare(text);
    statements.set(text, statement);
    return statement;
  };
}
