import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { authorise } from './cosmos/authorisation.ts';
import { openDocuments } from './cosmos/documents.ts';
import { type Fault, faultsToCome } from './cosmos/faults.ts';
import { Refusal } from './cosmos/refusal.ts';
import { type Seen, seenAs } from './cosmos/requests.ts';
import { type Answer, answer } from './cosmos/routes.ts';

/** Any key will do, as long as client and server have the same. */
const usualKey = Buffer.from('a key for tests').toString('base64');

/**
 * A stand-in for Cosmos DB that the real SDK talks to. It checks signatures, keeps batches whole, expires documents and
 * pages its answers; it answers only what the adapter asks and refuses all else with 400. It is strict where the service
 * is: ids, sizes, time to live, indexes, sessions. `requests` are those that came so far.
 */
export async function startCosmosServer(
  options: { port?: number; file?: string; key?: string; now?: () => Date } = {},
) {
  const { port = 0, file = ':memory:', key = usualKey, now = () => new Date() } = options;
  const documents = openDocuments(file, now);
  const faults = faultsToCome();
  const requests: Seen[] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const seen = seenAs(request);
    requests.push(seen);
    const fault = faults.next(seen);
    if (fault?.silent) return;
    if (fault?.destroy === 'before') return void request.socket.destroy();
    const segments = seen.path.split('/').filter(Boolean).map(decodeURIComponent);
    const answered = guarded(() => {
      authorise(request, segments, key);
      refuseFor(fault);
      return answer(documents, { seen, segments, headers: request.headers, body }, fault);
    });
    if (fault?.destroy === 'after') return void request.socket.destroy();
    send(response, answered);
  }

  const server = createServer((request, response) => void serve(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    key,
    requests,
    inject: faults.inject,
    /** Drops all connections, as a restart does, and goes on. */
    dropConnections: () => server.closeAllConnections(),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      documents.db.close();
    },
  };
}

function refuseFor(fault: Fault | undefined): void {
  if (fault?.status === undefined) return;
  const { retryAfterMs, substatus } = fault;
  throw new Refusal(fault.status, 'injected', {
    ...(substatus === undefined ? {} : { substatus }),
    headers: retryAfterMs === undefined ? {} : { 'x-ms-retry-after-ms': String(retryAfterMs) },
  });
}

/** What is not understood, be it JSON or its shape, is a bad request. */
function guarded(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { status, substatus, headers } = error instanceof Refusal ? error : new Refusal(400, error.message);
    const more: Record<string, string> = substatus === undefined ? {} : { 'x-ms-substatus': String(substatus) };
    return { status, body: { code: String(status), message: error.message }, headers: { ...headers, ...more } };
  }
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-ms-request-charge': '1', ...headers });
  response.end(JSON.stringify(body));
}
