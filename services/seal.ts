import { createHmac, timingSafeEqual } from 'node:crypto';

/** So many bytes that nobody can make of these words without the secret, as they stand in an address. */
export function sealOf(secret: string, words: (string | number)[], bytes: number): string {
  return createHmac('sha256', secret).update(JSON.stringify(words)).digest().subarray(0, bytes).toString('base64url');
}

/** Whether a seal is the right one. Takes as long for a wrong seal as for a right one. */
export function isSeal(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
