import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { demoTenantId, played } from '../../services/demo/people.ts';
import { answers, ended, stop } from './child.ts';

/** The bot, running as a process of its own with the demo hub. */
export type BotProcess = {
  url: string;
  /** Resolves when the bot is ready for messages. Rejects when it ended before. */
  ready: Promise<void>;
  /** Resolves when it has ended, asked or not, with how. */
  ended: Promise<string>;
  /** Lets it finish what it has in hand. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
};

const program = fileURLToPath(new URL('../main.ts', import.meta.url));
const keepCompiled = `--import=${new URL('../keep-compiled.js', import.meta.url)}`;

/** What is said for the demo where the environment does not say otherwise. */
const defaults = { LOG_LEVEL: 'warn', COORDINATORS: `${demoTenantId}:${played.coordinator.objectId}` };

/** Starts the bot with the demo hub, on the loopback address. `settings` go before the environment. */
export function startBot(settings: { PORT: string; DATA_DIR?: string; ENCODER?: string }): BotProcess {
  const env = { ...defaults, ...process.env, ...settings, DEMO: '1', HOST: '127.0.0.1' };
  const child = spawn(process.execPath, [keepCompiled, program, '--local'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${settings.PORT}`;
  return {
    url,
    ready: answers(`${url}/readyz`, child).then(async (ready) => {
      if (!ready) throw new Error(`The bot did not start (${await ended(child)}).`);
    }),
    ended: ended(child),
    // The bot gives the turns in hand ten seconds.
    stop: () => stop(child, 12_000),
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}
