import { setTimeout as wait } from 'node:timers/promises';
import type { Moved } from '../../services/applications/move.ts';
import type { AskedMove } from './moving-bot.ts';

/** Asks a bot to move an application, and again with the same press until it is answered, as people and Teams do. */
export async function askMove(moves: string, asked: AskedMove): Promise<Moved> {
  for (let tries = 0; tries < 40; tries++) {
    const { status, text } = await post(moves, asked);
    if (status === 200) return JSON.parse(text);
    if (status === 500) throw new Error(text);
    await wait(20 * tries);
  }
  throw new Error('the store never answered');
}

/** What the bot answered. Status 0: the connection was lost, and nobody knows whether it was done. */
async function post(moves: string, asked: AskedMove): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(moves, { method: 'POST', body: JSON.stringify(asked) });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: '' };
  }
}
