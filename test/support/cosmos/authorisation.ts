import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const allowedSkewMs = 15 * 60_000;

/** Refuses a request that is not signed with the account's key, or was signed too long ago. */
export function authorise(request: IncomingMessage, segments: string[], key: string): void {
  const date = String(request.headers['x-ms-date'] ?? '');
  if (!(Math.abs(Date.now() - Date.parse(date)) < allowedSkewMs)) throw new Refusal(403, 'The request is too old');
  const given = /^type=master&ver=1\.0&sig=(.+)$/.exec(decodeURIComponent(request.headers.authorization ?? ''))?.[1];
  const text = `${request.method?.toLowerCase()}\n${resourceOf(segments)}\n${date.toLowerCase()}\n\n`;
  const right = createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest();
  const received = Buffer.from(given ?? '', 'base64');
  if (received.length !== right.length || !timingSafeEqual(received, right))
    throw new Refusal(401, 'The input authorization token cannot serve the request');
}

/** The type and the link of what is asked for: a feed (`…/docs`) is signed by its owner, a thing by its own path. */
function resourceOf(segments: string[]): string {
  const isFeed = segments.length % 2 === 1;
  const type = segments.at(isFeed ? -1 : -2) ?? '';
  return `${type}\n${(isFeed ? segments.slice(0, -1) : segments).join('/')}`;
}
