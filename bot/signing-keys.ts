import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../services/clock.ts';

type SigningKey = { key: KeyObject; endorsements: string[] };

const dayMs = 86_400_000;
const fiveMinutesMs = 300_000;

/**
 * The keys by which tokens are signed, by their ids: asked for once a day, and when an unknown id turns up, for that is
 * how a new key shows itself; then at most every five minutes, for anyone can make up ids. Keys once had stay good while
 * they are asked for again, and when they cannot be. Rejects when there are none to be had.
 */
export function signingKeys(metadataUrl: string, clock: Clock) {
  let keys = new Map<string, SigningKey>();
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function ask() {
    askedAt = clock.now().getTime();
    try {
      keys = await fetchKeys(metadataUrl);
    } catch (error) {
      if (keys.size > 0) return;
      askedAt = Number.NEGATIVE_INFINITY;
      throw error;
    }
  }

  return async (id: string | undefined) => {
    if (id === undefined) return undefined;
    const age = clock.now().getTime() - askedAt;
    if (age > (keys.has(id) ? dayMs : fiveMinutesMs)) asking = ask();
    if (!keys.has(id)) await asking;
    return keys.get(id);
  };
}

const openIdMetadata = z.object({ jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.unknown()) });
const rsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

async function fetchKeys(metadataUrl: string): Promise<Map<string, SigningKey>> {
  const { jwks_uri } = openIdMetadata.parse(await fetchJson(metadataUrl));
  const { keys } = keySet.parse(await fetchJson(jwks_uri));
  const usable = keys.flatMap((key) => rsaKey.safeParse(key).data ?? []);
  if (usable.length === 0) throw new Error('no signing keys that can be used');
  return new Map(
    usable.map(({ kid, endorsements, ...key }) => [
      kid,
      { key: createPublicKey({ key, format: 'jwk' }), endorsements },
    ]),
  );
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
