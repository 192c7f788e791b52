import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { activitiesFrom, type TeamsPerson } from './activities.ts';

export type BotProcess = { url: string; child: ChildProcess; ended: Promise<unknown> };

/** The bot as a process of its own, with the demo hub, its store as `env` says. Resolves when it listens. */
export async function startProcess(env: Record<string, string>): Promise<BotProcess> {
  const { ports, ...started } = await startProgram(['bot/main.ts', '--local'], env);
  return { url: `http://127.0.0.1:${ports.port}`, ...started };
}

/** A bot like that with a second door, through which applications are moved without cards. */
export async function startMovingProcess(env: Record<string, string>): Promise<BotProcess & { moves: string }> {
  const { ports, ...started } = await startProgram(['test/support/moving-bot.ts'], env);
  return { url: `http://127.0.0.1:${ports.port}`, moves: `http://127.0.0.1:${ports.moves}`, ...started };
}

async function startProgram(program: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import=./bot/keep-compiled.js', ...program], {
    env: { PATH: process.env.PATH, PORT: '0', DEMO: '1', ENCODER: 'off', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, ...ports } = JSON.parse(line);
    if (msg !== 'listening') continue;
    child.stdout.resume();
    return { ports, child, ended };
  }
  throw new Error('the bot ended before it listened');
}

export type Client = ReturnType<typeof clientOf>;

/** Somebody's Teams client, talking to the bot at `url`. Rejects when the bot is gone. */
export function clientOf(url: string, serviceUrl: string) {
  const from = activitiesFrom(serviceUrl);
  async function post(activity: object) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
    if (response.status !== 200) throw new Error(`the bot answered ${response.status}`);
    const body = await response.text();
    return body === '' ? undefined : JSON.parse(body).value;
  }
  return {
    say: (who: TeamsPerson, text: string) => post(from.message(who, text)),
    press: (who: TeamsPerson, verb: string, data: object) => post(from.execute(who, 'card', { verb, data })),
  };
}
