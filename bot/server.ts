import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import restify from 'restify';
import { z } from 'zod';
import type { Store } from '../services/store/store.ts';
import type { Authentication } from './authentication.ts';

/** Teams messages weigh at most 100 KB in UTF-16; nothing real comes near this. */
const mostBodyBytes = 512 * 1024;

export type ServerDeps = {
  adapter: CloudAdapter;
  refusal: Authentication['refusal'];
  onTurn: (context: TurnContext) => Promise<void>;
  store: Pick<Store, 'reachable'>;
  log: Logger;
};

/**
 * The web server: the door for Teams, and two for whoever looks after the process. A handler returns nothing: restify
 * would print what it returned, and the whole request with its authorization header.
 */
export function createServer({ adapter, refusal, onTurn, store, log }: ServerDeps): restify.Server {
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false });
  server.get('/healthz', async (_, response) => {
    response.send(200, { status: 'ok' });
  });
  server.get('/readyz', async (_, response) => {
    const ready = await store.reachable();
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'the store does not answer' });
  });
  const readBody = restify.plugins.bodyReader({ maxBodySize: mostBodyBytes });
  server.post(
    '/api/messages',
    ...[readBody].flat(),
    async (request: restify.Request, response: restify.Response): Promise<void> => {
      const activity = activityIn(request.body);
      if (!activity) return refuse(response, 400, 'the body is not an activity');
      const refused = await refusal(activity, request.headers.authorization);
      if (refused) {
        log.warn({ reason: refused.reason }, 'request refused');
        return refuse(response, refused.status, refused.reason);
      }
      request.body = activity;
      await adapter.process(request, response, onTurn).catch((error: unknown) => {
        // The adapter checks the shape of an activity before the turn begins, and throws.
        if (response.headersSent) throw error;
        log.warn({ err: error }, 'activity refused');
        refuse(response, 400, 'the body is not an activity');
      });
    },
  );
  return server;
}

function refuse(response: restify.Response, status: number, message: string): void {
  response.send(status, { message });
}

const anObject = z.record(z.string(), z.unknown());

function activityIn(body: unknown): Record<string, unknown> | undefined {
  try {
    return anObject.safeParse(JSON.parse(String(body))).data;
  } catch {
    return undefined;
  }
}
