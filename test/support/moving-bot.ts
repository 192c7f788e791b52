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
import type { Deps } from '../../services/deps.ts';
import { moveOwnApplication } from '../../services/people/move-hub.ts';
import { StoreUnavailable } from '../../services/store/store.ts';
import { actorOf, byLink, met, submittedOnce } from './applying.ts';
import { engine } from './engine.ts';

/** Who moves an application: whoever goes by this name in Teams, a lead, the headteacher’s newest link, or the bot. */
type Hand =
  | { who: 'applicant'; name: string }
  | { who: 'lead'; personId: string; hubs: Record<string, HubRole[]> }
  | { who: 'headteacher'; link: number }
  | { who: 'bot' };

/** What comes over the wire. */
export type Asked =
  | { ask: 'move'; by: Hand; where: { op: string; hubId: string; applicationId: string }; movement: Movement }
  | { ask: 'submit'; name: string; hubId: string }
  | { ask: 'move-hub'; name: string; op: string; to: string };

async function handOf(deps: Deps, by: Hand): Promise<By> {
  switch (by.who) {
    case 'applicant':
      return { who: by.who, actor: await met(deps, by.name) };
    case 'lead':
      return { who: by.who, actor: actorOf(by.personId, by.hubs) };
    case 'headteacher':
      return byLink(by.link);
    case 'bot':
      return { who: by.who };
  }
}

async function answer(deps: Deps, asked: Asked): Promise<unknown> {
  switch (asked.ask) {
    case 'move':
      return moveApplication(deps, await handOf(deps, asked.by), asked.where, asked.movement);
    case 'submit':
      return { kind: 'submitted', id: await submittedOnce(deps, await met(deps, asked.name), asked.hubId) };
    case 'move-hub':
      return moveOwnApplication(deps, await met(deps, asked.name), { op: asked.op, cohort: '10', to: asked.to });
  }
}

/**
 * The bot as a process of its own, as `bot/main.ts` starts it, with a second door through which applications come and
 * move without cards: also those moves that are made outside Teams. `node moving-bot.ts`, set up by the same environment;
 * its clock is ahead by `AHEAD_MS`. It says both ports when it listens.
 */
async function main(): Promise<void> {
  const read = readConfig(process.env, { local: true });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const log = pino({ level: 'fatal' }, pino.destination(2));
  const aheadMs = Number(process.env.AHEAD_MS ?? 0);
  const clock = { now: () => new Date(systemClock.now().getTime() + aheadMs) };
  const store = await openStore(read.config.store);
  const app = createApp({ config: read.config, store, clock, engine, log });
  if (read.config.demo) await loadDemo(app.deps);
  const door = http.createServer(async (request, response) => {
    const answered = await answer(app.deps, (await json(request)) as Asked).catch((error: unknown) => error);
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
