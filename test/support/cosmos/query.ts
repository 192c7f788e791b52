import { z } from 'zod';
import { type Document, type Documents, ranges, rowFrom, withSystemFields } from './documents.ts';
import { Refusal } from './refusal.ts';

const spec = z.strictObject({
  query: z.string(),
  parameters: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});
const continuation = z.strictObject({ physical: z.number(), sequence: z.number(), id: z.string() });

/** Which documents: one partition's, or undefined for all; `indexed` are the fields that the container indexes. */
export type Scope = { container: string; partition: string | undefined; indexed: string[] };
export type Page = { documents: Document[]; continuation: string | undefined };

/** Pages are short, so that clients that forget to read on are found out. */
const longestPage = 100;

/** One page of a query. Refuses all but `SELECT * FROM c WHERE <comparisons> [ORDER BY c.id]`. */
export function runQuery(
  documents: Documents,
  scope: Scope,
  body: string,
  asked: { max: number; after: string | undefined },
): Page {
  const { query, parameters } = spec.parse(JSON.parse(body));
  const { conditions, ordered } = parse(query, scope);
  const from =
    asked.after === undefined ? { physical: 0, sequence: 0, id: '' } : continuation.parse(JSON.parse(asked.after));
  const limit = Math.min(asked.max > 0 ? asked.max : longestPage, longestPage);
  const values = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  // The parameters of the query keep their `@`; ours begin with `:`, and no two may share a name without it.
  const rows = documents.db
    .prepare(
      `SELECT sequence, id, etag, ts, body FROM documents WHERE container = :ofContainer
       AND (expires IS NULL OR expires > :atTime)
       AND ${scope.partition === undefined ? 'physical = :inside' : 'partition = :inside'}
       AND ${ordered ? 'id > :from' : 'sequence > :from'} AND ${conditions.join(' AND ')}
       ORDER BY ${ordered ? 'id' : 'sequence'} LIMIT :atMost`,
    )
    .all({
      ...values,
      ':ofContainer': scope.container,
      ':atTime': documents.now().getTime(),
      ':inside': scope.partition ?? from.physical,
      ':from': ordered ? from.id : from.sequence,
      ':atMost': limit,
    })
    .map(rowFrom);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { documents: rows.map(withSystemFields), continuation: next(scope, from.physical, last) };
}

/** Where to read on: after the last of a full page, else in the next physical partition, else nowhere. */
function next(
  { partition }: Scope,
  physical: number,
  last: { sequence: number; id: string } | undefined,
): string | undefined {
  if (last) return JSON.stringify({ physical, sequence: last.sequence, id: last.id });
  if (partition !== undefined || physical + 1 >= ranges) return undefined;
  return JSON.stringify({ physical: physical + 1, sequence: 0, id: '' });
}

/** The comparisons as SQL, where `@name` is a parameter for SQLite too. */
function parse(query: string, { partition, indexed }: Scope): { conditions: string[]; ordered: boolean } {
  const [, conjunction = '', order] = /^SELECT \* FROM c WHERE (.+?)( ORDER BY c\.id)?$/.exec(query) ?? [];
  if (order && partition === undefined)
    throw new Refusal(400, 'An order across partitions cannot be served by the gateway');
  const conditions = conjunction.split(' AND ').map((comparison) => {
    const [, field, operator, parameter] = /^c\.(\w+) (=|<=|>) (@\w+)$/.exec(comparison) ?? [];
    if (!field || !operator || !parameter) throw new Refusal(400, `Syntax error near: ${comparison}`);
    if (field === 'id') return `id ${operator} ${parameter}`;
    if (!indexed.includes(field)) throw new Refusal(400, `c.${field} is not indexed`);
    return `json_extract(body, '$.${field}') ${operator} ${parameter}`;
  });
  return { conditions, ordered: order !== undefined };
}
