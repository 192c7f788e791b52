import { createHmac, createPublicKey } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import pino from 'pino';
import type { Inbound } from '../bot/activity.ts';
import { type AuthenticationSettings, createAuthentication } from '../bot/authentication.ts';
import { createServer } from '../bot/server.ts';
import {
  activitiesFrom,
  bot,
  channel,
  groupChat,
  type InboundActivity,
  team,
  teamsPerson,
} from './support/activities.ts';
import { issuer, newKey, startOpenId } from './support/openid.ts';

const appId = '11111111-1111-4111-8111-111111111111';
const tenantId = '22222222-2222-4222-8222-222222222222';
const serviceUrl = 'https://teams.example/uk/';

const ana = teamsPerson('Ana Example');
const { message, submit, execute, installation, membersAdded } = activitiesFrom(serviceUrl);
const leads = channel(team('A hub'), 'Leads');

const open: { close(): Promise<void> }[] = [];
const printed = (['error', 'warn', 'log'] as const).map((method) => jest.spyOn(console, method));
const printouts = () => printed.flatMap(({ mock }) => mock.calls);
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  for (const one of printed) one.mockClear();
});
afterAll(() => {
  for (const one of printed) one.mockRestore();
});

/** The server under test: what it let in, and where it listens. */
async function startServer(settings: AuthenticationSettings) {
  const authentication = createAuthentication(settings);
  const turns: Inbound[] = [];
  const onActivity = async (activity: Inbound) => {
    turns.push(activity);
    return undefined;
  };
  const notReady = async () => undefined;
  const server = createServer({ authentication, onActivity, notReady, log: pino({ level: 'silent' }) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  return { url: `http://127.0.0.1:${server.address().port}/api/messages`, turns };
}

async function setup() {
  const openId = await startOpenId({ appId, serviceUrl });
  open.push(openId);
  const { openIdMetadataUrl } = openId;
  const settings = { appId, password: 'secret', tenantId, openIdMetadataUrl, issuer };
  return { openId, settings, server: await startServer(settings) };
}
type OpenId = Awaited<ReturnType<typeof startOpenId>>;

async function post(url: string, activity: object, token?: string): Promise<number> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
  return status;
}

const without = (activity: InboundActivity, field: string) => ({ ...activity, [field]: undefined });

test('When Teams sends an activity with a good token, its turn runs, each time', async () => {
  const { openId, server } = await setup();
  const token = openId.token();
  expect(await post(server.url, message(ana, 'Hello'), token)).toBe(200);
  expect(await post(server.url, message(ana, 'Hello again'), token)).toBe(200);
  expect(server.turns.map(({ text }) => text)).toEqual(['Hello', 'Hello again']);
  expect(openId.requests).toEqual(['/.well-known/openidconfiguration', '/keys']);
  expect(printouts()).toEqual([]);
});

test.each<[string, InboundActivity, status?: number]>([
  ['a message in a chat of two', message(ana, 'Hello')],
  ['a message in a group', message(ana, 'Hello', groupChat('Visits'))],
  ['a post in a channel', message(ana, 'Hello', leads)],
  ['an answer in a channel', message(ana, 'Hello', { ...leads, thread: '1772400000000' })],
  ['a pressed Action.Submit', submit(ana, '1772400000000', { verb: 'days.log' }, leads)],
  // 501 is what the adapter answers to an invoke when the turn gives no answer.
  ['a pressed Action.Execute', execute(ana, '1772400000000', { verb: 'days.log', data: { quarters: '4' } }), 501],
  ['a card’s refresh', execute(ana, '1772400000000', { verb: 'days.open', trigger: 'automatic' }, leads), 501],
  ['an installation', installation('add', ana)],
  ['a removal from a team', installation('remove', ana, leads)],
  ['the bot’s coming to a team', membersAdded(ana, [bot], leads)],
])('When Teams sends %s, its turn runs', async (_what, activity, expected = 200) => {
  const { openId, server } = await setup();
  expect(await post(server.url, activity, openId.token())).toBe(expected);
  const { type, id, conversation } = activity;
  expect(server.turns).toMatchObject([{ type, id, conversation }]);
});

test('When a token’s clock is a few minutes off, it is still good', async () => {
  const { openId, server } = await setup();
  expect(await post(server.url, message(ana, 'Hello'), openId.token({ claims: { exp: secondsFromNow(-60) } }))).toBe(
    200,
  );
  expect(await post(server.url, message(ana, 'Hello'), openId.token({ claims: { nbf: secondsFromNow(60) } }))).toBe(
    200,
  );
});

const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const encoded = (part: object | string) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const parts = (token: string) => token.split('.') as [header: string, payload: string, signature: string];

function withPayload(token: string, changes: object): string {
  const [header, payload, signature] = parts(token);
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...changes };
  return [header, encoded(claims), signature].join('.');
}

function unsigned(token: string): string {
  return `${encoded({ alg: 'none', typ: 'JWT', kid: 'teams-key' })}.${parts(token)[1]}.`;
}

/** A token whose "secret" is the public key, which anyone can fetch. */
function signedWithThePublicKey({ keys, token }: OpenId): string {
  const secret = createPublicKey(keys.teams).export({ type: 'spki', format: 'pem' });
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT', kid: 'teams-key' })}.${parts(token())[1]}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const otherUrl = 'https://elsewhere.example/';
const emulator = { iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0', appid: appId };

test.each<[string, (openId: OpenId) => string | undefined, object?]>([
  ['there is no token', () => undefined],
  ['the token is empty', () => ''],
  ['the token is garbage', () => 'garbage'],
  ['the token is garbage in three parts', () => 'gar.ba.ge'],
  ['the token is JSON that is no token', () => `${encoded({})}.${encoded({})}.`],
  ['the token has expired', ({ token }) => token({ claims: { exp: secondsFromNow(-3600) } })],
  ['the token is not valid yet', ({ token }) => token({ claims: { nbf: secondsFromNow(3600) } })],
  ['the token never expires', ({ token }) => token({ claims: { exp: undefined } })],
  ['the token is for another bot', ({ token }) => token({ claims: { aud: 'another-bot' } })],
  ['the token is for no bot', ({ token }) => token({ claims: { aud: undefined } })],
  ['the token is from another issuer', ({ token }) => token({ claims: { iss: 'https://elsewhere.example' } })],
  ['the token is from the emulator’s issuer', ({ token }) => token({ claims: emulator })],
  ['the token is for another service URL', ({ token }) => token({ claims: { serviceurl: otherUrl } })],
  ['the token is for no service URL', ({ token }) => token({ claims: { serviceurl: undefined } })],
  ['the token names a key that is not known', ({ token }) => token({ keyId: 'no-such-key' })],
  ['the token is forged with another key', ({ token, keys }) => token({ key: keys.stranger })],
  [
    'the token’s key is endorsed for another channel',
    ({ token, keys }) => token({ key: keys.webchat, keyId: 'webchat-key' }),
  ],
  ['the token’s payload was tampered with', ({ token }) => withPayload(token(), { name: 'Ana' })],
  ['the token’s signature was cut off', ({ token }) => parts(token()).slice(0, 2).join('.')],
  ['the token is signed by nobody (alg none)', ({ token }) => unsigned(token())],
  ['the token is signed with the public key (HS256)', signedWithThePublicKey],
  ['the token’s algorithm is another', ({ token }) => token({ algorithm: 'RS512' })],
  ['the activity has no service URL', ({ token }) => token(), without(message(ana, 'x'), 'serviceUrl')],
  [
    'the activity has no service URL and the token any',
    ({ token }) => token({ claims: { serviceurl: otherUrl } }),
    without(message(ana, 'x'), 'serviceUrl'),
  ],
  [
    'the activity has no service URL and the token none',
    ({ token }) => token({ claims: { serviceurl: undefined } }),
    without(message(ana, 'x'), 'serviceUrl'),
  ],
  [
    'the activity’s service URL is empty',
    ({ token }) => token({ claims: { serviceurl: '' } }),
    { ...message(ana, 'x'), serviceUrl: '' },
  ],
  ['the activity is from another channel', ({ token }) => token(), { ...message(ana, 'x'), channelId: 'slack' }],
  ['the activity is from no channel', ({ token }) => token(), without(message(ana, 'x'), 'channelId')],
  ['the activity is nothing', ({ token }) => token(), {}],
])(
  'When %s, the answer is 401, no turn runs and nothing is printed',
  async (_why, token, activity = message(ana, 'x')) => {
    const { openId, server } = await setup();
    expect(await post(server.url, activity, token(openId))).toBe(401);
    expect(server.turns).toEqual([]);
    expect(printouts()).toEqual([]);
  },
);

test('When the header holds a good token without the word Bearer, the answer is 401', async () => {
  const { openId, server } = await setup();
  const headers = { 'content-type': 'application/json', authorization: openId.token() };
  const answer = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify(message(ana, 'Hello')) });
  expect([answer.status, server.turns]).toEqual([401, []]);
});

test('When a request is refused, the reason holds neither the token nor a key', async () => {
  const { openId, settings } = await setup();
  const token = openId.token({ key: openId.keys.stranger });
  const refused = await createAuthentication(settings).refusal(message(ana, 'Hello'), `Bearer ${token}`);
  expect(refused).toEqual({ status: 401, reason: 'invalid signature' });
});

test('When the adapter is asked without the check in front, it refuses too', async () => {
  const { openId, settings } = await setup();
  const { authentication } = createAuthentication(settings);
  const activity = message(ana, 'Hello') as object as Activity;
  const forged = authentication.authenticateRequest(activity, `Bearer ${openId.token({ key: openId.keys.stranger })}`);
  await expect(forged).rejects.toMatchObject({ statusCode: 401 });
});

test('When turns follow one another, botbuilder’s clients are the same ones', async () => {
  const { openId, settings } = await setup();
  const { authentication } = createAuthentication(settings);
  const turn = async () => {
    const activity = message(ana, 'Hello') as object as Activity;
    const { claimsIdentity, connectorFactory } = await authentication.authenticateRequest(
      activity,
      `Bearer ${openId.token()}`,
    );
    return [await connectorFactory?.create(serviceUrl), await authentication.createUserTokenClient(claimsIdentity)];
  };
  const [connector, userTokens] = await turn();
  expect(connector).toBeDefined();
  const again = await turn();
  expect(again[0]).toBe(connector);
  expect(again[1]).toBe(userTokens);
});

describe('When the signing keys', () => {
  test('cannot be had, the answer is 503 and no turn runs, until they can', async () => {
    const { openId, server } = await setup();
    openId.setDown(true);
    expect(await post(server.url, message(ana, 'Hello'), openId.token())).toBe(503);
    expect(server.turns).toEqual([]);
    openId.setDown(false);
    expect(await post(server.url, message(ana, 'Hello'), openId.token())).toBe(200);
    expect(printouts()).toEqual([]);
  });

  test('are needed by many requests at once, they are asked for once', async () => {
    const { openId, server } = await setup();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => post(server.url, message(ana, 'Hello'), openId.token())),
    );
    expect(new Set(all)).toEqual(new Set([200]));
    expect(openId.requests).toHaveLength(2);
  });

  test('are joined by a new one, its tokens are let in within five minutes, without a restart', async () => {
    const { openId, check, clock } = await rotating();
    const key = newKey();
    openId.publish('new-key', key);
    const token = openId.token({ key, keyId: 'new-key', claims: { exp: secondsFromNow(3600) } });
    expect(await check(token)).toMatchObject({ status: 401 });
    clock.forward(301);
    expect(await check(token)).toBeUndefined();
  });

  test('are asked for by made-up ids, that is once in five minutes', async () => {
    const { openId, check } = await rotating();
    for (const keyId of ['made-up', 'another', 'and-another']) await check(openId.token({ keyId }));
    expect(openId.requests).toHaveLength(2);
  });

  test('are asked for again after a day and cannot be had, the ones had stay good', async () => {
    const { openId, check, clock } = await rotating();
    openId.setDown(true);
    clock.forward(90_000);
    const asked = openId.requested();
    const token = openId.token({ claims: { exp: secondsFromNow(91_000) } });
    expect(await check(token)).toBeUndefined();
    await asked;
    expect(await check(token)).toBeUndefined();
  });

  async function rotating() {
    const { openId, settings } = await setup();
    let ahead = 0;
    const clock = { now: () => new Date(Date.now() + ahead), forward: (seconds: number) => (ahead += seconds * 1000) };
    const { refusal } = createAuthentication({ ...settings, clock });
    const check = (token: string) => refusal(message(ana, 'Hello'), `Bearer ${token}`);
    expect(await check(openId.token())).toBeUndefined();
    return { openId, check, clock };
  }
});

describe('When there is no app id, as on a developer’s machine,', () => {
  test('an activity from Teams’ stand-in is let in without a token', async () => {
    const server = await startServer({});
    expect(await post(server.url, message(ana, 'Hello'))).toBe(200);
    expect(server.turns).toHaveLength(1);
  });

  test.each([
    ['has no service URL', without(message(ana, 'x'), 'serviceUrl')],
    ['is from another channel', { ...message(ana, 'x'), channelId: 'emulator' }],
  ])('an activity that %s is refused with 401', async (_why, activity) => {
    const server = await startServer({});
    expect(await post(server.url, activity)).toBe(401);
    expect(server.turns).toEqual([]);
    expect(printouts()).toEqual([]);
  });

  test('there is no token to send with', async () => {
    expect(await createAuthentication({}).token()).toBeUndefined();
  });
});

describe('When the bot sends', () => {
  test('its token comes from its own tenant, for the connector, and is asked for once', async () => {
    const { bodies, paths } = await tokenEndpoint();
    const { token } = createAuthentication({ appId, password: 'p&ssword', tenantId });
    expect([await token(), await token()]).toEqual(['token-1', 'token-1']);
    expect(paths).toEqual([`/${tenantId}/oauth2/v2.0/token`]);
    expect(Object.fromEntries(new URLSearchParams(bodies[0]))).toMatchObject({
      client_id: appId,
      client_secret: 'p&ssword',
      grant_type: 'client_credentials',
      scope: 'https://api.botframework.com/.default',
    });
  });

  /** Microsoft's token endpoint, in the place of the real one: what botbuilder's own credentials would ask. */
  async function tokenEndpoint() {
    const bodies: string[] = [];
    const paths: (string | undefined)[] = [];
    const server = http.createServer(async (request, response) => {
      paths.push(request.url?.split('?')[0]);
      bodies.push((await request.toArray()).join(''));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: `token-${paths.length}` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const redirected = jest.spyOn(https, 'request').mockImplementation((options) =>
      http.request({
        ...(options as https.RequestOptions),
        protocol: 'http:',
        hostname: '127.0.0.1',
        port,
        agent: false,
      }),
    );
    open.push({
      close: () => {
        redirected.mockRestore();
        server.closeAllConnections();
        return new Promise((resolve) => server.close(() => resolve()));
      },
    });
    return { bodies, paths };
  }
});

test('When the settings do not fit together, the bot does not start', () => {
  expect(() => createAuthentication({ appId, tenantId })).toThrow('MicrosoftAppPassword');
  expect(() => createAuthentication({ appId, type: 'UserAssignedMSI', tenantId, password: 'x' })).toThrow('MSI');
  expect(createAuthentication({ appId, type: 'UserAssignedMSI', tenantId })).toBeDefined();
});
