import type { Logger } from 'pino';
import type restify from 'restify';
import {
  type EndorsementTyped,
  endorsementAsked,
  type Given,
  giveEndorsement,
  type LinkFound,
} from '../../services/applications/endorsement.ts';
import { linkNamed } from '../../services/applications/link.ts';
import type { Deps } from '../../services/deps.ts';
import { withDeadline } from '../../services/store/deadline.ts';
import type { Config } from '../config.ts';
import { createLimit } from '../limit.ts';
import { formPage } from './form-page.ts';
import { headers } from './layout.ts';
import { closedPage, laterPage, pages, thanksPage } from './pages.ts';
import { formIn, isCrossSite, isForm } from './posted.ts';

type EndorsementDeps = { deps: Deps; config: Pick<Config, 'publicUrl'>; log: Logger };

/** How long the store may take for one request, all calls together. */
const storeMs = 5000;
/** Keeps those who have a link, and its many scanners, from keeping the store busy. Whoever has none never comes so far. */
const limits = { most: 500, mostEach: 50, spanMs: 10_000 };

/**
 * The headteacher's page, at the address that the applicant forwards. Opening it uses nothing up: only its form does, once.
 */
export function addEndorsement(server: restify.Server, { deps: all, config, log }: EndorsementDeps): void {
  const mayAsk = createLimit(limits);

  async function answerTo(request: restify.Request): Promise<Answer> {
    const token = String(request.params['*']);
    if (!linkNamed(all.linkSecret, token)) return closed('unknown', undefined);
    const isPost = request.method === 'POST';
    if (isPost && isCrossSite(request, config.publicUrl)) return { status: 403, body: pages.elsewhere };
    if (isPost && !isForm(request)) return { status: 415, body: pages.notAForm };
    const typed = isPost ? await formIn(request).catch(() => undefined) : undefined;
    if (isPost && !typed) return { status: 413, body: pages.tooLong };
    if (!mayAsk(token)) return { status: 429, body: laterPage('busy', typed) };
    const deps = { ...all, store: withDeadline(all.store, storeMs) };
    const work = typed ? answered(deps, token, typed) : opened(deps, token);
    return work.catch((error: unknown) => {
      log.error({ err: error }, 'endorsement page failed');
      return { status: 503, body: laterPage('trouble', typed) };
    });
  }

  /** Returns nothing: what a handler returns, restify prints. */
  async function handle(request: restify.Request, response: restify.Response): Promise<void> {
    const { status, body } = await answerTo(request);
    const again: Record<string, string> = status === 429 || status === 503 ? { 'retry-after': '10' } : {};
    const ends: Record<string, string> = status === 413 ? { connection: 'close' } : {};
    response.sendRaw(status, body, { ...headers, ...again, ...ends });
  }
  const path = '/endorse/*';
  server.get(path, handle);
  server.head(path, handle);
  server.post(path, handle);
}

type Answer = { status: number; body: string };

async function opened(deps: Deps, token: string): Promise<Answer> {
  const found = await endorsementAsked(deps, token);
  return found.kind === 'good' ? { status: 200, body: formPage(found) } : closed(found.kind, undefined);
}

async function answered(deps: Deps, token: string, typed: EndorsementTyped): Promise<Answer> {
  const result = await giveEndorsement(deps, token, typed);
  if (result.kind === 'given') return { status: 200, body: thanksPage(result) };
  if (result.kind === 'problems') {
    return { status: 422, body: formPage(result, { typed, problems: result.problems }) };
  }
  return closed(result.kind, typed);
}

type Closed = Exclude<LinkFound['kind'] & Given['kind'], 'good'>;

function closed(kind: Closed, typed: EndorsementTyped | undefined): Answer {
  switch (kind) {
    case 'on-its-way':
      return { status: 503, body: laterPage('trouble', typed) };
    case 'unknown':
      return { status: 404, body: closedPage(kind, typed) };
    case 'paused':
      return { status: 409, body: closedPage(kind, typed) };
    case 'answered':
    case 'expired':
    case 'replaced':
    case 'over':
      return { status: 410, body: closedPage(kind, typed) };
  }
}
