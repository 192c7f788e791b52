/** What became of a file somebody sent. */
export type Download =
  | { kind: 'file'; bytes: Uint8Array }
  | { kind: 'too-large' }
  /** Not where Teams keeps files: nothing was asked for. */
  | { kind: 'elsewhere' }
  | { kind: 'failed' };

export type DownloadFile = (url: string) => Promise<Download>;

/** Most bytes of a file, packed as it comes. */
const mostBytes = 1024 * 1024;
const mostRedirects = 3;

/** Where Teams keeps the files sent in a chat: the sender's OneDrive for Business, which is SharePoint. */
const teamsHosts = ['.sharepoint.com', '.sharepoint.us'];
const loopback = ['127.0.0.1', '[::1]', 'localhost'];

type Options = { local: boolean; timeoutMs?: number; fetch?: typeof fetch };

/**
 * Downloads what somebody sent the bot, from where Teams keeps files and nowhere else: the address comes with the message.
 * With `local` a plain address on this machine is allowed too.
 */
export function createDownloads({ local, timeoutMs = 5000, fetch = globalThis.fetch }: Options): DownloadFile {
  const isAllowed = ({ protocol, hostname, port, username }: URL) => {
    if (local && protocol === 'http:' && loopback.includes(hostname)) return true;
    const isTeams = teamsHosts.some((host) => hostname.endsWith(host));
    return protocol === 'https:' && isTeams && port === '' && username === '';
  };

  async function follow(url: URL, signal: AbortSignal, redirects = 0): Promise<Download> {
    const response = await fetch(url.href, { redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel();
      const next = URL.parse(location, url.href);
      if (next?.host !== url.host || next.protocol !== url.protocol) return { kind: 'elsewhere' };
      if (redirects === mostRedirects) return { kind: 'failed' };
      return follow(next, signal, redirects + 1);
    }
    if (response.ok) return contentOf(response);
    await response.body?.cancel();
    return { kind: 'failed' };
  }

  return async (address) => {
    const url = URL.parse(address);
    if (!url || !isAllowed(url)) return { kind: 'elsewhere' };
    try {
      return await follow(url, AbortSignal.timeout(timeoutMs));
    } catch {
      return { kind: 'failed' };
    }
  };
}

async function contentOf(response: Response): Promise<Download> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    // Leaving the loop lets go of the rest.
    if (size > mostBytes) return { kind: 'too-large' };
    parts.push(part);
  }
  return { kind: 'file', bytes: Buffer.concat(parts) };
}
