import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { personalChatOf } from './activities.ts';

/** A request as it came in; the path as it was encoded. */
export type Call = { method: string; path: string; authorization: string | undefined; body: unknown };

/** An activity the bot posted or replaced, under the id it has in Teams. */
export type Posted = { id: string; conversationId: string; [field: string]: unknown };

/** What to do instead of answering, the next `times` times (else once) that a call matches. */
export type Fault = {
  /** Turned away with this status, and not carried out; `code` is the connector's error code. */
  status?: number;
  code?: string;
  retryAfter?: number | string;
  /** The connection is dropped: before the call is carried out, or after it but before the answer. */
  destroy?: 'before' | 'after';
  /** Waits first. Alone: then serves as usual. */
  delayMs?: number;
  times?: number;
  match?: (call: Call) => boolean;
};

export type Member = {
  id: string;
  name?: string;
  email?: string;
  aadObjectId?: string;
  tenantId?: string;
  userRole?: string;
};

/** Teams' end of the wire, over HTTP on a loopback port: strict about routes, and able to fail in Teams' ways. */
export async function startTeams() {
  const world = emptyWorld();
  const calls: Call[] = [];
  const faults: (Fault & { times: number })[] = [];
  const waiting = new Set<() => void>();
  let connections = 0;

  const server = http.createServer(async (request, response) => {
    const call = await callFrom(request);
    calls.push(call);
    const fault = faults.find(({ times, match }) => times > 0 && (match?.(call) ?? true));
    if (fault) fault.times -= 1;
    if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs).unref());
    if (fault?.destroy === 'before') return void request.socket.destroy();
    const answer = fault?.status ? refusal(fault.status, fault.code) : serve(world, call);
    if (fault?.destroy === 'after') request.socket.destroy();
    else respond(response, answer, fault?.retryAfter);
    for (const look of waiting) look();
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    /** The service URL: with a path and a slash at its end, as Teams' own have. */
    url: `http://127.0.0.1:${port}${base}/`,
    calls,
    /** How many connections have been opened. */
    connections: () => connections,
    inject(fault: Fault): void {
      faults.push({ times: 1, ...fault });
    },
    /** The activities posted, in order: those of one conversation, or all. */
    sent: (conversationId?: string) =>
      world.sent.filter((posted) => conversationId === undefined || posted.conversationId === conversationId),
    /** The activities replaced, in order. */
    updates: world.updates,
    /** The ids of the activities deleted, in order. */
    deleted: world.deleted,
    /** Who is in every conversation and team. */
    setMembers(members: Member[]): void {
      world.members = members;
    },
    /** Resolves with the first activity, posted or replaced, that fits: one there already or one still to come. */
    waitFor(fits: (posted: Posted) => boolean): Promise<Posted> {
      return new Promise((resolve) => {
        const look = () => {
          const found = [...world.sent, ...world.updates].find(fits);
          if (found && waiting.delete(look)) resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const base = '/uk';
/** A message may weigh 100 KB, counted in UTF-16. */
const mostCharacters = 51_200;

type Answer = { status: number; body?: unknown };
type World = ReturnType<typeof emptyWorld>;

const emptyWorld = () => ({
  sent: [] as Posted[],
  updates: [] as Posted[],
  deleted: [] as string[],
  members: [] as Member[],
  lastId: 1_772_500_000_000,
});

async function callFrom(request: http.IncomingMessage): Promise<Call> {
  const { method = '', url: path = '' } = request;
  const body = await text(request);
  return {
    method,
    path,
    authorization: request.headers.authorization,
    body: body === '' ? undefined : JSON.parse(body),
  };
}

function respond(response: http.ServerResponse, { status, body }: Answer, retryAfter?: number | string): void {
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  response.writeHead(status, { 'content-type': 'application/json', ...wait });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

const refusal = (status: number, code = 'Refused'): Answer => ({
  status,
  body: { error: { code, message: 'Refused by the stand-in' } },
});

type Route = [
  method: string,
  path: RegExp,
  serve: (world: World, call: Call, ids: string[], query: URLSearchParams) => Answer,
];

const routes: Route[] = [
  ['POST', /^\/v3\/conversations$/, (world, { body }) => createConversation(world, body)],
  [
    'POST',
    /^\/v3\/conversations\/([^/]+)\/activities(?:\/[^/]+)?$/,
    (world, { body }, [to = '']) => post(world, to, body),
  ],
  [
    'PUT',
    /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/,
    (world, { body }, [to = '', id = '']) => replace(world, to, id, body),
  ],
  ['DELETE', /^\/v3\/conversations\/[^/]+\/activities\/([^/]+)$/, (world, _, [id = '']) => remove(world, id)],
  ['GET', /^\/v3\/conversations\/[^/]+\/members$/, ({ members }) => ({ status: 200, body: members })],
  ['GET', /^\/v3\/conversations\/[^/]+\/pagedmembers$/, ({ members }, _, __, query) => page(members, query)],
  ['GET', /^\/v3\/conversations\/[^/]+\/members\/([^/]+)$/, ({ members }, _, [id]) => memberIn(members, id)],
  ['GET', /^\/v3\/teams\/([^/]+)$/, (_, __, [id]) => ({ status: 200, body: { id, name: 'A team' } })],
  [
    'GET',
    /^\/v3\/teams\/([^/]+)\/conversations$/,
    (_, __, [id]) => ({ status: 200, body: { conversations: [{ id }] } }),
  ],
];

function serve(world: World, call: Call): Answer {
  const { pathname, searchParams } = new URL(call.path, 'http://teams');
  if (!pathname.startsWith(`${base}/`)) return refusal(404, 'NotFound');
  for (const [method, path, answer] of routes) {
    const found = call.method === method && path.exec(pathname.slice(base.length));
    if (found) return answer(world, call, found.slice(1).map(decodeURIComponent), searchParams);
  }
  return refusal(404, 'NotFound');
}

const activityShape = z.looseObject({ type: z.string() });
const conversationShape = z.object({
  members: z.array(z.object({ id: z.string() })).optional(),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }).optional(),
  activity: activityShape.optional(),
});

function post(world: World, conversationId: string, body: unknown): Answer {
  const { data } = activityShape.safeParse(body);
  if (!data) return refusal(400, 'BadSyntax');
  if (JSON.stringify(data).length > mostCharacters) return refusal(413, 'MessageSizeTooBig');
  const id = nextId(world);
  world.sent.push({ ...data, id, conversationId });
  return { status: 201, body: { id } };
}

function replace(world: World, conversationId: string, id: string, body: unknown): Answer {
  const { data } = activityShape.safeParse(body);
  if (!data) return refusal(400, 'BadSyntax');
  world.updates.push({ ...data, id, conversationId });
  return { status: 200, body: { id } };
}

function remove(world: World, id: string): Answer {
  world.deleted.push(id);
  return { status: 200 };
}

/** A person has one chat with the bot, however often it is created; a channel gets a new thread each time. */
function createConversation(world: World, body: unknown): Answer {
  const { data } = conversationShape.safeParse(body);
  const channelId = data?.channelData?.channel?.id;
  const [member] = data?.members ?? [];
  if (!channelId && !member) return refusal(400, 'BadArgument');
  const activityId = nextId(world);
  const id = channelId ? `${channelId};messageid=${activityId}` : personalChatOf(member?.id ?? '');
  if (data?.activity) world.sent.push({ ...data.activity, id: activityId, conversationId: id });
  return { status: 201, body: { id, ...(data?.activity && { activityId }) } };
}

function memberIn(members: Member[], id: string | undefined): Answer {
  const body = members.find((member) => member.id === id || member.aadObjectId === id);
  return body ? { status: 200, body } : refusal(404, 'MemberNotFoundInConversation');
}

function page(members: Member[], query: URLSearchParams): Answer {
  const from = Number(query.get('continuationToken') ?? 0);
  const next = from + Number(query.get('pageSize') ?? 200);
  const more = next < members.length ? { continuationToken: String(next) } : {};
  return { status: 200, body: { members: members.slice(from, next), ...more } };
}

const nextId = (world: World) => String(++world.lastId);
