import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../services/clock.ts';
import { createDispatcher } from '../services/delivery/dispatcher.ts';
import type { Deps } from '../services/deps.ts';
import { warmUp } from '../services/questions/answer.ts';
import type { Engine } from '../services/questions/engine/engine.ts';
import { openSchools } from '../services/schools/find-schools.ts';
import type { Store } from '../services/store/store.ts';
import { runTask } from '../services/tasks.ts';
import { type AuthenticationSettings, createAuthentication } from './authentication.ts';
import type { Config } from './config.ts';
import { createConnector } from './connector.ts';
import { createDownloads } from './downloads.ts';
import { addEndorsement } from './endorsement/routes.ts';
import { addExports } from './exports.ts';
import { createMessenger } from './messenger.ts';
import { createReplies, rosterBy } from './replies.ts';
import { runJobs, startSchedule } from './schedule.ts';
import { createServer } from './server.ts';
import { createTeamsBot } from './teams-bot.ts';

/** How long the turns in hand may take when the bot stops. */
const graceMs = 10_000;

export type App = {
  /** What use-cases need, for what is done before listening: the demo hub, the tests. */
  deps: Deps;
  /** Opens the door. Resolves with the port. */
  listen(): Promise<number>;
  /** Sends everything that is due now. */
  deliver(): Promise<void>;
  /** Does what is done on the clock, now. */
  runSchedule(): Promise<void>;
  /** Resolves when nothing is left to be done after a turn. */
  settled(): Promise<void>;
  /** Takes no more requests, finishes the turns in hand within ten seconds, and closes the store. */
  stop(): Promise<void>;
};

type AppOptions = {
  config: Config;
  store: Store;
  clock: Clock;
  log: Logger;
  /** What understands questions. */
  engine: Engine;
  /** Whose tokens are let in, when not Microsoft's: only tests say so. */
  trust?: Pick<AuthenticationSettings, 'openIdMetadataUrl' | 'issuer' | 'clock'>;
};

/** Wires everything: what `main.ts` and the tests both start. */
export function createApp({ config, store, clock, log, trust, engine }: AppOptions): App {
  const authentication = createAuthentication({ ...config.credentials, ...trust });
  const connector = createConnector({ token: authentication.token });
  const replies = createReplies(connector);
  const messenger = createMessenger({ store, clock, connector, coordinators: config.coordinators });
  const { linkSecret } = config;
  const schools = openSchools(store, clock);
  const dispatcher = createDispatcher({ store, clock, linkSecret, schools, messenger, runTask, log });
  const deps: Deps = { store, clock, linkSecret, schools, outbox: dispatcher };
  const download = createDownloads({ local: !config.credentials });
  const roster = rosterBy(connector);
  const bot = createTeamsBot({ deps, replies, roster, download, engine, config, log });
  let understands = false;
  const notReady = async () => {
    if (!(await store.reachable())) return 'the store does not answer';
    return understands ? undefined : 'questions are still being learnt';
  };
  const server = createServer({ authentication, onActivity: bot.onActivity, notReady, log });
  addExports(server, { deps, config, log });
  addEndorsement(server, { deps, config, log });
  let stopSchedule = () => {};
  let stopped: Promise<void> | undefined;

  async function listen(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(config.port, config.host, resolve);
    });
    stopSchedule = startSchedule({ dispatcher, deps, log });
    void dispatcher.drain();
    void understand();
    return (server.address() as AddressInfo).port;
  }

  /** Is ready for questions once what the first ones need is made as well. */
  async function understand(): Promise<void> {
    try {
      await Promise.all([engine.ready(), warmUp()]);
      understands = true;
    } catch (error) {
      if (!stopped) log.error({ err: error }, 'questions cannot be understood');
    }
  }

  async function shutDown(): Promise<void> {
    stopSchedule();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.server.closeIdleConnections();
    const inHand = Promise.all([closed.then(() => Promise.all([replies.settled(), bot.settled()])), dispatcher.stop()]);
    await Promise.race([inHand, wait(graceMs, undefined, { ref: false })]);
    connector.close();
    await engine.stop();
    await store.close();
  }
  const runSchedule = () => runJobs({ dispatcher, deps, log });
  return {
    deps,
    listen,
    deliver: dispatcher.drain,
    settled: bot.settled,
    runSchedule,
    stop: () => (stopped ??= shutDown()),
  };
}
