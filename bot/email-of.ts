import { setTimeout as wait } from 'node:timers/promises';
import type { Turn } from './turn.ts';

/** How long a card may wait for what Teams says of somebody. */
const patienceMs = 1000;

/** The address that Teams has of whoever is asking; undefined where it does not say in time. */
export async function emailOf({ roster, account }: Turn): Promise<string | undefined> {
  const members = await Promise.race([roster().catch(() => undefined), wait(patienceMs, undefined, { ref: false })]);
  return members?.find(({ objectId }) => objectId?.toLowerCase() === account.objectId)?.email;
}
