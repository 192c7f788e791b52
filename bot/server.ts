import { type Activity, CloudAdapter } from 'botbuilder';
import type { Logger } from 'pino';
import restify from 'restify';
import { type Inbound, inboundActivity } from './activity.ts';
import type { Authentication } from './authentication.ts';

/** Teams messages weigh at most 100 KB in UTF-16; nothing real comes near this. */
const mostBodyBytes = 512 * 1024;

type ServerDeps = {
  authentication: Authentication;
  /** What the bot does with an activity that was let in; what it gives back answers an invoke. */
  onActivity: (activity: Inbound) => Promise<object | undefined>;
  /** Why the bot cannot do its work yet, or undefined when it can. */
  notReady: () => Promise<string | undefined>;
  log: Logger;
};

/**
 * The web server: the door for Teams, and two for whoever looks after the process. A handler returns nothing: restify
 * would print what it returned, and the whole request with its authorization header.
 */
export function createServer({ authentication, onActivity, notReady, log }: ServerDeps): restify.Server {
  const adapter = new CloudAdapter(authentication.authentication);
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false });
  server.get('/healthz', async (_, response) => {
    response.send(200, { status: 'ok' });
  });
  server.get('/readyz', async (_, response) => {
    const missing = await notReady();
    response.send(missing ? 503 : 200, { status: missing ?? 'ready' });
  });

  async function takeIn(request: restify.Request, response: restify.Response): Promise<void> {
    const body = jsonIn(request.body);
    const refused = body && (await authentication.refusal(body, request.headers.authorization));
    const activity = inboundActivity(body);
    if (refused || !activity) {
      const { status, reason } = refused ?? { status: 400, reason: 'the body is not an activity' };
      log.warn({ reason }, 'request refused');
      response.send(status, { message: reason });
      return;
    }
    let answer: object | undefined;
    // The adapter's own way in would check the shape and the token a second time. The bot's checks have typed what it
    // reads; the rest of an Activity it leaves alone.
    await adapter.processActivityDirect(authentication.admission, activity as unknown as Activity, async () => {
      answer = await onActivity(activity);
    });
    if (answer) response.send(200, answer);
    else response.send(activity.type === 'invoke' ? 501 : 200);
  }

  // Teams sends plain JSON. A compressed body would be inflated before anybody is asked who sent it.
  const plainOnly: restify.RequestHandler = (request, response, next) => {
    if (request.headers['content-encoding'] === undefined) return next();
    response.send(415, { message: 'send plain JSON' });
    return next(false);
  };
  const readBody = restify.plugins.bodyReader({ maxBodySize: mostBodyBytes });
  server.post('/api/messages', plainOnly, ...[readBody].flat(), takeIn);
  return server;
}

function jsonIn(body: unknown): object | undefined {
  try {
    const value: unknown = JSON.parse(String(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
