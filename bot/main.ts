import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import pino from 'pino';
import { systemClock } from '../services/clock.ts';
import { holdsDemo, loadDemo } from '../services/demo/load.ts';
import { startEngine } from '../services/questions/engine/engine.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { openStore } from './open-store.ts';

/** Starts the bot. `--local` allows it to run without credentials, on a loopback address only. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig(process.env, { local: process.argv.includes('--local') });
  if ('problems' in read) return refuseToStart(read.problems);
  const { config } = read;
  const log = pino({ level: config.logLevel });
  const store = await openStore(config.store);
  if (config.credentials && (await holdsDemo(store))) {
    await store.close();
    return refuseToStart([
      'The store holds the made-up demo hub: name another DATA_DIR or database, or empty this one',
    ]);
  }
  const app = createApp({ config, store, clock: systemClock, engine: startEngine(config), log });
  if (config.demo) log.info({ demo: await loadDemo(app.deps) }, 'demo hub');
  stopOnSignal(() => app.stop());
  const port = await app.listen();
  if (!config.credentials)
    log.warn(`No BOT_ID: anybody on this machine is let in, nobody else. Listening on ${config.host} only.`);
  log.info({ host: config.host, port, store: config.store.kind }, 'listening');
  flushCompileCache();
}

function refuseToStart(problems: string[]): void {
  console.error(
    `The bot cannot start. Put this right in the environment (see .env.example):\n${problems.map((line) => `  ${line}\n`).join('')}`,
  );
  process.exitCode = 1;
}

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
