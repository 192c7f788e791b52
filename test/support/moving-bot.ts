import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import pino from 'pino';
import { createApp } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { openStore } from '../../bot/open-store.ts';
import type { HubRole } from '../../services/access.ts';
import { type By, moveApplication } from '../../services/applications/move.ts';
import type { Movement } from '../../services/applications/movement.ts';
import { systemClock } from '../../services/clock.ts';
import { loadDemo } from '../../services/demo/load.ts';
import { StoreUnavailable } from '../../services/store/store.ts';
import { actorOf, byLink } from './applying.ts';
import { engine } from './engine.ts';

/** A move as it comes over the wire: `hubs` are the roles of whoever makes it. */
export type AskedMove = {
  who: By['who'];
  /** Which of the headteacher’s links. */
  link?: number;
  personId?: string;
  hubs?: Record<string, HubRole[]>;
  where: { op: string; hubId: string; applicationId: string };
  movement: Movement;
};

/**
 * The bot as a process of its own, as `bot/main.ts` starts it, with a second door for moves of applications that are made
 * without a card: the headteacher's, and whatever has to be said of who makes it. `node moving-bot.ts`, set up by the
 * same environment; it says both ports when it listens.
 */
async function main(): Promise<void> {
  const read = readConfig(process.env, { local: true });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const log = pino({ level: 'fatal' }, pino.destination(2));
  const store = await openStore(read.config.store);
  const app = createApp({ config: read.config, store, clock: systemClock, engine, log });
  if (read.config.demo) await loadDemo(app.deps);
  const door = http.createServer(async (request, response) => {
    const { who, link = 1, personId = '', hubs = {}, where, movement } = (await json(request)) as AskedMove;
    const by: By =
      who === 'applicant' || who === 'lead'
        ? { who, actor: actorOf(personId, hubs) }
        : who === 'bot'
          ? { who }
          : byLink(link);
    const answered = await moveApplication(app.deps, by, where, movement).catch((error: unknown) => error);
    response.statusCode = answered instanceof StoreUnavailable ? 503 : answered instanceof Error ? 500 : 200;
    response.end(answered instanceof Error ? answered.stack : JSON.stringify(answered));
  });
  process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
  const port = await app.listen();
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port: moves } = door.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ msg: 'listening', port, moves })}\n`);
}

await main();
