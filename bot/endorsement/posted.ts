import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { EndorsementTyped } from '../../services/applications/endorsement.ts';

/** Most bytes of an answer: the longest one, every character written in the longest way, is shorter. */
const mostBytes = 8 * 1024;

type Request = Pick<IncomingMessage, 'headers'>;

/**
 * Whether another site's page sent this. The page's own form may send `Origin: null`: its address is told to nobody, so
 * browsers leave it out. Those that know say so in `Sec-Fetch-Site`.
 */
export function isCrossSite({ headers }: Request, publicUrl: string): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin === undefined || origin === 'null') return false;
  return URL.parse(origin)?.host !== host && origin !== new URL(publicUrl).origin;
}

/** Whether this is what a form sends, and nothing that would have to be unpacked first. */
export function isForm({ headers }: Request): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded' && headers['content-encoding'] === undefined;
}

/** What the form carries, or undefined when it is longer than any answer. */
export async function formIn(request: Readable): Promise<EndorsementTyped | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  // Left early, the connection must stay open for the answer.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(part);
  }
  const form = new URLSearchParams(Buffer.concat(parts).toString());
  return {
    answer: textIn(form, 'answer'),
    name: textIn(form, 'name'),
    role: textIn(form, 'role'),
    words: textIn(form, 'words'),
    commitments: textIn(form, 'commitments'),
  };
}

/** A text as it was meant: forms write line ends as two characters, and nobody means control characters. */
function textIn(form: URLSearchParams, name: keyof EndorsementTyped): string {
  const text = form.get(name) ?? '';
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}--[\n\t]]/gv, '')
    .trim();
}
