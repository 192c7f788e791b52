import type { IncomingMessage } from 'node:http';

/** A request as the server saw it. */
export type Seen = {
  kind: 'read' | 'batch' | 'query' | 'plan' | 'setup';
  method: string;
  path: string;
  /** The session that the client says it has seen. */
  session: string | undefined;
};

/** What kind of request this is. */
export function seenAs({ method = '', url = '', headers }: IncomingMessage): Seen {
  const path = url.split('?')[0] ?? '';
  return { kind: kindOf(headers, path), method, path, session: headers['x-ms-session-token']?.toString() };
}

function kindOf(headers: IncomingMessage['headers'], path: string): Seen['kind'] {
  if (!path.includes('/docs')) return 'setup';
  if (headers['x-ms-cosmos-is-query-plan-request']) return 'plan';
  if (headers['x-ms-documentdb-isquery']) return 'query';
  return headers['x-ms-cosmos-is-batch-request'] ? 'batch' : 'read';
}
