import { setTimeout as wait } from 'node:timers/promises';
import type { Asked } from './moving-bot.ts';

export type Answered = { kind: string; id?: string };

/** Asks a bot once. Undefined when it is gone, or its store does not answer: nobody knows whether it was done. */
export async function askOnce(moves: string, asked: Asked): Promise<Answered | undefined> {
  const response = await fetch(moves, { method: 'POST', body: JSON.stringify(asked) }).catch(() => undefined);
  const text = await response?.text().catch(() => undefined);
  if (response?.status === 500) throw new Error(text);
  return response?.status === 200 && text ? JSON.parse(text) : undefined;
}

/** Asks a bot, and again with the same press until it is answered, as people and Teams do. */
export async function ask(moves: string, asked: Asked): Promise<Answered> {
  for (let tries = 0; tries < 40; tries++) {
    const answered = await askOnce(moves, asked);
    if (answered) return answered;
    await wait(20 * tries);
  }
  throw new Error('the bot never answered');
}
