import type { Logger } from 'pino';
import type restify from 'restify';
import type { Actor } from '../services/access.ts';
import type { Deps } from '../services/deps.ts';
import { type Exported, exportFor, isExportToken, spendExport } from '../services/exports/export-link.ts';
import { admissionOf, programme } from '../services/people/programme.ts';
import { withDeadline } from '../services/store/deadline.ts';
import { actorOf } from './actor.ts';
import type { Config } from './config.ts';
import { type ExportFile, exportFile } from './export-file.ts';
import { exportHeaders, pages } from './export-pages.ts';
import { createLimit } from './limit.ts';

type ExportDeps = { deps: Deps; config: Pick<Config, 'firstTenants' | 'coordinators'>; log: Logger };

/** How long the store may take for one request, all calls together. */
const storeMs = 5000;
/** The same for all that goes into a file: others have their turn in between. */
const fileStoreMs = 30_000;
/** Files that are made at the same time: each takes a thread and the memory for all that is in it. */
const mostAtOnce = 2;
/** Keeps those who have a link from keeping the store busy. Whoever has none never comes so far. */
const limits = { most: 50, mostEach: 10, spanMs: 1000 };

/**
 * Downloads by link. Programs that look at links before people do only get a page: the file comes, once, to whoever
 * presses its button.
 */
export function addExports(server: restify.Server, { deps: all, config, log }: ExportDeps): void {
  const mayAsk = createLimit(limits);
  let beingMade = 0;

  async function answerTo(request: restify.Request): Promise<Answer> {
    const token = String(request.params.token);
    if (!isExportToken(all.linkSecret, token)) return pageAnswer('gone');
    if (!mayAsk(token)) return { status: 429, body: pages.busy, headers: { ...exportHeaders, 'retry-after': '2' } };
    const deps = { ...all, store: withDeadline(all.store, storeMs) };
    if (request.method !== 'POST') return pageAnswer((await exportFor(deps, token)) ? 'ready' : 'gone');
    const file = await download(deps, token);
    return 'refused' in file ? pageAnswer(file.refused) : { status: 200, body: file.body, headers: fileHeaders(file) };
  }

  async function download(deps: Deps, token: string): Promise<ExportFile | { refused: keyof typeof statuses }> {
    const found = await exportFor(deps, token);
    if (!found) return { refused: 'gone' };
    const { account, what } = found;
    const actor = await actorOf(deps, account, config.coordinators);
    const admission = admissionOf(await programme(deps, config.firstTenants), account.tenantId);
    if (!actor || (!actor.coordinator && admission !== 'admitted')) return { refused: 'denied' };
    if (beingMade >= mostAtOnce) return { refused: 'full' };
    beingMade++;
    return spendAndMake(deps, actor, { token, what }).finally(() => beingMade--);
  }

  async function spendAndMake(deps: Deps, actor: Actor, { token, what }: { token: string; what: Exported }) {
    // First: whoever follows a link many times at once makes the file once.
    const { kind } = await spendExport(deps, actor, token);
    if (kind !== 'spent') return { refused: kind };
    const making = exportFile({ ...all, store: withDeadline(all.store, fileStoreMs) }, actor, what);
    const file = await making.catch((error: unknown) => {
      log.error({ err: error }, 'download failed');
      return 'lost' as const;
    });
    return file === 'lost' ? { refused: file } : (file ?? { refused: 'denied' as const });
  }

  /** Returns nothing: what a handler returns, restify prints. */
  async function handle(request: restify.Request, response: restify.Response): Promise<void> {
    const { status, body, headers } = await answerTo(request).catch((error: unknown) => {
      log.error({ err: error }, 'download failed');
      return pageAnswer('trouble');
    });
    response.sendRaw(status, body, headers);
  }
  const path = '/exports/:token';
  server.get(path, handle);
  server.head(path, handle);
  server.post(path, handle);
}

type Answer = { status: number; body: string | Buffer; headers: Record<string, string> };

const statuses = { ready: 200, gone: 410, denied: 403, full: 503, lost: 503, trouble: 503 };
const pageAnswer = (page: keyof typeof statuses): Answer => ({
  status: statuses[page],
  body: pages[page],
  headers: page === 'full' ? { ...exportHeaders, 'retry-after': '10' } : exportHeaders,
});

const fileHeaders = ({ name, type }: ExportFile) => ({
  ...exportHeaders,
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
});
