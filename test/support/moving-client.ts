import type { Asked } from './moving-bot.ts';

export type Answered = { kind: string; id?: string };

/** Asks a bot once. Undefined when it is gone, or its store does not answer: nobody knows whether it was done. */
export async function askOnce(moves: string, asked: Asked): Promise<Answered | undefined> {
  const response = await fetch(moves, { method: 'POST', body: JSON.stringify(asked) }).catch(() => undefined);
  const text = await response?.text().catch(() => undefined);
  if (response?.status === 500) throw new Error(text);
  return response?.status === 200 && text ? JSON.parse(text) : undefined;
}
