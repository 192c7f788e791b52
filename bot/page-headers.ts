import { createHash } from 'node:crypto';

/**
 * The headers of every page under a link, whose only style is this one: nobody keeps it, guesses what it is, frames it, or
 * learns where it was.
 */
export function pageHeaders(style: string) {
  const styleHash = createHash('sha256').update(style).digest('base64');
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
  };
}
