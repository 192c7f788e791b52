import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import type { Server } from './servers.ts';

/** What one run came to. Times are from posting the activity until both the reply and the bot's answer are there. */
export type Load = { perSecond: number; p50: number; p99: number; cpuMicros: number };
type Person = { name: string; objectId: string; tenantId: string };
type Connector = Awaited<ReturnType<typeof startConnector>>;

/** Teams' end of the wire with nothing in it: takes every post and tells whoever waits for that conversation. */
export async function startConnector() {
  const waiting = new Map<string, () => void>();
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}');
      const conversation = decodeURIComponent(request.url?.split('/')[3] ?? '');
      waiting.get(conversation)?.();
      waiting.delete(conversation);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    reply: (conversation: string) => new Promise<void>((resolve) => waiting.set(conversation, resolve)),
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

const agent = new http.Agent({ keepAlive: true });

function post(url: string, activity: object): Promise<void> {
  const body = JSON.stringify(activity);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      bodyOf(response).then((answer) => (response.statusCode === 200 ? resolve() : reject(new Error(answer))), reject);
    });
    request.on('error', reject).end(body);
  });
}

/** Everybody says `text` again and again, each waiting for their answer, until `turns` turns are done. */
export async function load(options: {
  connector: Connector;
  server: Server;
  text: string;
  people: Person[];
  turns: number;
}): Promise<Load> {
  const { connector, server, people } = options;
  const times: number[] = [];
  let left = options.turns;
  const cpuBefore = server.cpuSeconds();
  const started = performance.now();
  await Promise.all(
    people.map(async ({ name, objectId, tenantId }) => {
      const conversation = { id: `a:${objectId}`, conversationType: 'personal', tenantId };
      while (left-- > 0) {
        const sent = performance.now();
        const reply = connector.reply(conversation.id);
        const activity = {
          type: 'message',
          id: randomUUID(),
          text: options.text,
          channelId: 'msteams',
          serviceUrl: connector.url,
          from: { id: `29:${objectId}`, name, aadObjectId: objectId },
          recipient: { id: '28:bot', name: 'Bot' },
          conversation,
          channelData: { tenant: { id: tenantId } },
        };
        await Promise.all([post(`${server.url}/api/messages`, activity), reply]);
        times.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  const cpuMicros = ((server.cpuSeconds() - cpuBefore) / times.length) * 1e6;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), cpuMicros };
}
