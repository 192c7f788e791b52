import { setTimeout as wait } from 'node:timers/promises';
import type { Moved } from '../../services/applications/move.ts';
import type { AskedMove } from './moving-bot.ts';

/** Asks a bot to move an application, and again with the same press as long as its store does not answer, as people do. */
export async function askMove(moves: string, asked: AskedMove): Promise<Moved> {
  for (let tries = 0; tries < 40; tries++) {
    const response = await fetch(moves, { method: 'POST', body: JSON.stringify(asked) });
    const text = await response.text();
    if (response.status === 200) return JSON.parse(text);
    if (response.status !== 503) throw new Error(text);
    await wait(20 * tries);
  }
  throw new Error('the store never answered');
}
