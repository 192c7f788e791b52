import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import packageJson from '../../package.json' with { type: 'json' };

/** A server under load, in a process of its own. */
export type Server = {
  url: string;
  /** From the start of the process until it said that it is ready. */
  readyMs: number;
  /** CPU seconds used so far, by the operating system's count. */
  cpuSeconds(): number;
  residentMb(): number;
  stop(): Promise<void>;
};

/** The flags with which `npm start` runs the bot. */
const asStarted = packageJson.scripts.start.split(' ').filter((word) => word.startsWith('--'));

const commands = {
  bot: { port: 39780, args: [...asStarted, 'bot/main.ts', '--local'] },
  stock: { port: 39781, args: ['test/bench/stock-echo.ts'] },
  bare: { port: 39782, args: ['test/bench/bare-echo.ts'] },
};

/** Starts one of the servers and waits until it is ready. */
export async function startServer(name: keyof typeof commands, env: Record<string, string> = {}): Promise<Server> {
  const { port, args } = commands[name];
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, PORT: String(port), DEMO: '1', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`${name} ended before it was ready`);
    await wait(5);
  }
  const readyMs = performance.now() - started;
  const proc = (file: string) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    url,
    readyMs,
    cpuSeconds() {
      const fields = proc('stat').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    residentMb: () => Number(/VmRSS:\s+(\d+)/.exec(proc('status'))?.[1]) / 1024,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
