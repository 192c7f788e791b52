import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { type Clock, systemClock } from '../services/clock.ts';

/** What became of one attempt to reach the connector, Teams' end of the wire. */
export type Attempt<Answer = { id?: string | undefined }> =
  | ({ kind: 'done' } & Answer)
  /** Worth another try. `mayHaveArrived`: Teams may have done it all the same, so a repeat may be seen twice. */
  | {
      kind: 'try-later';
      status?: number | undefined;
      retryAfterMs?: number | undefined;
      mayHaveArrived: boolean;
      reason: string;
    }
  /** Another try gets the same answer. `code` is the connector's own word; `status` is 0 when the service URL is none. */
  | { kind: 'never'; status: number; code?: string | undefined; reason: string };

/** Where a conversation is, as the newest activity from it said. */
type ConversationAddress = { serviceUrl: string; conversationId: string };

/**
 * The one way out to Teams. A call is one attempt: nothing is retried behind the caller's back and nothing is logged.
 * A reason holds no text and no name. Whatever Teams or the network does is an outcome, never an exception.
 */
export type Connector = {
  /** Posts an activity. `id` is the new activity's, when Teams tells it. */
  send(to: ConversationAddress, activity: object): Promise<Attempt>;
  /** Replaces an activity sent before. */
  update(to: ConversationAddress, activityId: string, activity: object): Promise<Attempt>;
  /** Opens a conversation; for one person the one there is. `id` is the conversation's, `activityId` its first post's. */
  createConversation(
    serviceUrl: string,
    parameters: object,
  ): Promise<Attempt<{ id: string; activityId?: string | undefined }>>;
  /** Who is in a conversation: for a channel, those who can see it. The first page, which for a hub's channel is all. */
  roster(
    to: ConversationAddress,
  ): Promise<Attempt<{ members: { name: string; objectId?: string | undefined; email?: string | undefined }[] }>>;
  /** Drops the connections. What is under way ends as `try-later`. */
  close(): void;
};

/** `timeoutMs` bounds a whole attempt, from asking for the token to the end of the answer. */
type Options = { token: () => Promise<string | undefined>; timeoutMs?: number; clock?: Clock };

/** A connector client that keeps its connections alive. */
export function createConnector({ token, timeoutMs = 10_000, clock = systemClock }: Options): Connector {
  const agents = { 'http:': new http.Agent(keepAlive), 'https:': new https.Agent(keepAlive) };

  async function attempt<S extends z.ZodType>(
    method: string,
    serviceUrl: string,
    path: string[],
    shape: S,
    content?: object,
  ) {
    const url = addressOf(serviceUrl, path);
    if (!url) return { kind: 'never' as const, status: 0, reason: 'the service URL is not an http address' };
    const body = content === undefined ? '' : JSON.stringify(content);
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    let connected = false;
    try {
      const headers = headersFor(body, await unlessAborted(token(), timeout.signal));
      const options = { method, headers, signal: timeout.signal, agent: agents[url.protocol] };
      const request = clients[url.protocol].request(url, options);
      whenConnected(request, () => {
        connected = true;
      });
      return attemptFrom(await answerTo(request, body), clock.now(), shape);
    } catch (error) {
      const reason = timeout.signal.aborted ? `no answer in ${timeoutMs} ms` : reasonOf(error);
      return { kind: 'try-later' as const, mayHaveArrived: connected, reason };
    } finally {
      // Left to run out, a timer for each of thousands of calls would keep all of them in memory.
      clearTimeout(timer);
    }
  }

  return {
    send: (to, activity) => attempt('POST', to.serviceUrl, [to.conversationId, 'activities'], accepted, activity),
    update: (to, id, activity) =>
      attempt('PUT', to.serviceUrl, [to.conversationId, 'activities', id], accepted, activity),
    createConversation: async (serviceUrl, parameters) => {
      const created = await attempt('POST', serviceUrl, [], accepted, parameters);
      if (created.kind !== 'done') return created;
      if (created.id !== undefined) return { ...created, id: created.id };
      return { kind: 'try-later', mayHaveArrived: true, reason: 'the answer names no conversation' };
    },
    roster: (to) => attempt('GET', to.serviceUrl, [to.conversationId, 'pagedmembers'], listed),
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

const clients = { 'http:': http, 'https:': https };
// An idle connection is dropped before a load balancer on the way forgets it: writing to a forgotten one loses a send.
const keepAlive = { keepAlive: true, timeout: 30_000 };

function addressOf(serviceUrl: string, path: string[]) {
  const segments = ['v3', 'conversations', ...path.map(encodeURIComponent)];
  const url = URL.parse(`${serviceUrl.replace(/\/+$/, '')}/${segments.join('/')}`);
  return isHttp(url) ? url : undefined;
}

const isHttp = (url: URL | null): url is URL & { protocol: keyof typeof clients } =>
  url !== null && Object.hasOwn(clients, url.protocol);

const headersFor = (body: string, token: string | undefined) => ({
  accept: 'application/json',
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(body),
  ...(token && { authorization: `Bearer ${token}` }),
});

const unlessAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ]);

/** Until a connection stands (for https, its handshake done) no byte of the request can have reached the other side. */
function whenConnected(request: http.ClientRequest, connected: () => void): void {
  request.once('socket', (socket) => {
    if (!socket.connecting) return connected();
    socket.once(request.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
  });
}

type Answer = { status: number; retryAfter: string | undefined; body: string };

function answerTo(request: http.ClientRequest, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      text(response).then(
        (received) => resolve({ status, retryAfter: headers['retry-after'], body: received }),
        reject,
      );
    });
    request.end(body);
  });
}

const retryable = new Set([412, 429, 502, 503, 504]);
const accepted = z.object({ id: z.string().optional(), activityId: z.string().optional() }).catch({});
const entry = z.object({
  name: z.string().catch(''),
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
  email: z.string().optional(),
});
const listed = z
  .object({ members: z.array(entry) })
  .catch({ members: [] })
  .transform(({ members }) => ({
    members: members.map(({ name, aadObjectId, objectId, email }) => ({
      name,
      objectId: aadObjectId ?? objectId,
      email,
    })),
  }));
const refused = z.object({ error: z.object({ code: z.string().optional() }) }).catch({ error: {} });

function attemptFrom<S extends z.ZodType>({ status, retryAfter, body }: Answer, now: Date, shape: S) {
  if (status >= 200 && status < 300)
    return { kind: 'done' as const, ...(shape.parse(jsonIn(body)) as z.infer<S> & object) };
  const { code } = refused.parse(jsonIn(body)).error;
  const reason = code ? `${status} ${code}` : `${status}`;
  if (!retryable.has(status)) return { kind: 'never' as const, status, code, reason };
  // 412 and 429 are turned away at the door; a gateway that gives up may have passed the request on before.
  const mayHaveArrived = status >= 500;
  return { kind: 'try-later' as const, status, retryAfterMs: waitAsked(retryAfter, now), mayHaveArrived, reason };
}

/** `Retry-After` in milliseconds: seconds or an HTTP date. Undefined when there is none to be read. */
function waitAsked(retryAfter: string | undefined, now: Date): number | undefined {
  if (retryAfter === undefined) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** An error over several addresses has a code and no message. */
function reasonOf(error: unknown): string {
  if (!Error.isError(error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
