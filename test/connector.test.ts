import net from 'node:net';
import { createConnector } from '../bot/connector.ts';
import { startTeams } from './support/teams.ts';

const open: { close(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function setup(options: Partial<Parameters<typeof createConnector>[0]> = {}) {
  const teams = await startTeams();
  const connector = createConnector({ token: async () => undefined, ...options });
  open.push(teams, connector);
  const to = { serviceUrl: teams.url, conversationId: 'a:1x/y' };
  return { teams, connector, to };
}

const hello = { type: 'message', text: 'Hello' };

describe('When everything is well', () => {
  test('a sent activity arrives once, and its id comes back', async () => {
    const { teams, connector, to } = await setup();
    const attempt = await connector.send(to, hello);
    expect(teams.sent('a:1x/y')).toEqual([{ ...hello, id: expect.any(String), conversationId: 'a:1x/y' }]);
    expect(attempt).toMatchObject({ kind: 'done', id: teams.sent()[0]?.id });
  });

  test('an update replaces the activity it names', async () => {
    const { teams, connector, to } = await setup();
    const attempt = await connector.update(to, '1;2', { type: 'message', text: 'Changed' });
    expect(attempt).toMatchObject({ kind: 'done', id: '1;2' });
    expect(teams.updates).toEqual([{ type: 'message', text: 'Changed', id: '1;2', conversationId: 'a:1x/y' }]);
  });

  test('a created conversation comes back with its id and that of its first post', async () => {
    const { teams, connector } = await setup();
    const channelData = { channel: { id: '19:abc@thread.tacv2' } };
    const attempt = await connector.createConversation(teams.url, { isGroup: true, channelData, activity: hello });
    const [posted] = teams.sent();
    expect(attempt).toMatchObject({ kind: 'done', id: posted?.conversationId, activityId: posted?.id });
    expect(posted?.conversationId).toBe(`19:abc@thread.tacv2;messageid=${posted?.id}`);
  });

  test('conversation ids are encoded in the address', async () => {
    const { teams, connector } = await setup();
    await connector.send({ serviceUrl: teams.url, conversationId: '19:abc@thread.tacv2;messageid=1' }, hello);
    expect(teams.calls[0]?.path).toBe('/uk/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1/activities');
  });

  test('a service URL without a slash at its end leads to the same place', async () => {
    const { teams, connector, to } = await setup();
    await connector.send({ ...to, serviceUrl: teams.url.replace(/\/$/, '') }, hello);
    expect(teams.sent()).toHaveLength(1);
  });

  test('the token is asked for each time and goes along', async () => {
    const tokens = ['first', 'second'];
    const { teams, connector, to } = await setup({ token: async () => tokens.shift() });
    await connector.send(to, hello);
    await connector.update(to, '1', hello);
    expect(teams.calls.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer second']);
  });

  test('without a token no authorization is sent', async () => {
    const { teams, connector, to } = await setup();
    await connector.send(to, hello);
    expect(teams.calls[0]?.authorization).toBeUndefined();
  });

  test('calls one after another share a connection', async () => {
    const { teams, connector, to } = await setup();
    for (const _ of Array(5)) await connector.send(to, hello);
    expect(teams.connections()).toBe(1);
  });

  test('an answer without a body is still a success', async () => {
    const { connector, to } = await setup();
    const serviceUrl = await answering('HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n');
    expect(await connector.send({ ...to, serviceUrl }, hello)).toEqual({ kind: 'done' });
  });
});

describe('When Teams turns a call away', () => {
  test.each([
    [412, false],
    [429, false],
    [502, true],
    [503, true],
    [504, true],
  ])('with %i, it is worth another try, and may have arrived: %s', async (status, mayHaveArrived) => {
    const { teams, connector, to } = await setup();
    teams.inject({ status, code: 'Busy' });
    const attempt = await connector.send(to, hello);
    expect(attempt).toEqual({ kind: 'try-later', status, mayHaveArrived, reason: `${status} Busy` });
    expect(teams.calls).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 405, 413, 500, 501])('with %i, it is not tried again', async (status) => {
    const { teams, connector, to } = await setup();
    teams.inject({ status, code: 'BotNotInConversationRoster' });
    const reason = `${status} BotNotInConversationRoster`;
    expect(await connector.send(to, hello)).toEqual({
      kind: 'never',
      status,
      code: 'BotNotInConversationRoster',
      reason,
    });
    expect(teams.calls).toHaveLength(1);
  });

  test('in words that are no JSON, the status alone is the reason', async () => {
    const { connector, to } = await setup();
    const serviceUrl = await answering('HTTP/1.1 403 Forbidden\r\ncontent-length: 2\r\n\r\nno');
    expect(await connector.send({ ...to, serviceUrl }, hello)).toEqual({ kind: 'never', status: 403, reason: '403' });
  });

  test('a conversation that cannot be created says why', async () => {
    const { teams, connector } = await setup();
    teams.inject({ status: 403, code: 'BotDisabledByAdmin' });
    const attempt = await connector.createConversation(teams.url, { members: [{ id: '29:1x' }] });
    expect(attempt).toMatchObject({ kind: 'never', status: 403, code: 'BotDisabledByAdmin' });
  });

  test('a redirection is not followed', async () => {
    const { teams, connector, to } = await setup();
    const redirection = `HTTP/1.1 307 Elsewhere\r\nlocation: ${teams.url}\r\ncontent-length: 0\r\n\r\n`;
    const serviceUrl = await answering(redirection);
    expect(await connector.send({ ...to, serviceUrl }, hello)).toMatchObject({ kind: 'never', status: 307 });
    expect(teams.calls).toHaveLength(0);
  });

  const now = new Date('2026-03-02T09:00:00Z');
  test.each([
    ['seconds', '7', 7000],
    ['a date to come', 'Mon, 02 Mar 2026 09:00:30 GMT', 30_000],
    ['a date gone by', 'Mon, 02 Mar 2026 08:59:00 GMT', 0],
    ['something else', 'soon', undefined],
  ])('a Retry-After in %s is told in milliseconds', async (_form, retryAfter, retryAfterMs) => {
    const { teams, connector, to } = await setup({ clock: { now: () => now } });
    teams.inject({ status: 429, retryAfter });
    const attempt = await connector.send(to, hello);
    expect(attempt).toMatchObject({ kind: 'try-later', status: 429 });
    expect(attempt).toHaveProperty('retryAfterMs', retryAfterMs);
  });
});

describe('When the wire fails', () => {
  test('a refused connection is worth another try, and nothing has arrived', async () => {
    const { teams, connector, to } = await setup();
    await teams.close();
    const attempt = await connector.send(to, hello);
    expect(attempt).toEqual({ kind: 'try-later', mayHaveArrived: false, reason: 'ECONNREFUSED' });
  });

  test('a host that does not exist is worth another try, and nothing has arrived', async () => {
    const { connector, to } = await setup();
    const attempt = await connector.send({ ...to, serviceUrl: 'http://nowhere.invalid/' }, hello);
    expect(attempt).toMatchObject({ kind: 'try-later', mayHaveArrived: false });
  });

  test('a server that does not speak TLS is worth another try, and nothing has arrived', async () => {
    const { teams, connector, to } = await setup();
    const attempt = await connector.send({ ...to, serviceUrl: teams.url.replace('http:', 'https:') }, hello);
    expect(attempt).toMatchObject({ kind: 'try-later', mayHaveArrived: false });
    expect(teams.calls).toHaveLength(0);
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('a connection dropped %s the call was carried out may have brought it', async (destroy, arrived) => {
    const { teams, connector, to } = await setup();
    teams.inject({ destroy });
    expect(await connector.send(to, hello)).toMatchObject({ kind: 'try-later', mayHaveArrived: true });
    expect(teams.sent()).toHaveLength(arrived);
    expect(teams.calls).toHaveLength(1);
  });

  test('a kept connection that is dropped under the next call is not tried again by itself', async () => {
    const { teams, connector, to } = await setup();
    await connector.send(to, hello);
    teams.inject({ destroy: 'before' });
    expect(await connector.send(to, hello)).toMatchObject({ kind: 'try-later', mayHaveArrived: true });
    expect(await connector.send(to, hello)).toMatchObject({ kind: 'done' });
    expect([teams.calls.length, teams.sent().length]).toEqual([3, 2]);
  });

  test('an answer that breaks off may have arrived', async () => {
    const { connector, to } = await setup();
    const serviceUrl = await answering('HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{"id":');
    expect(await connector.send({ ...to, serviceUrl }, hello)).toMatchObject({
      kind: 'try-later',
      mayHaveArrived: true,
    });
  });

  test('an answer that does not come in time may have arrived', async () => {
    const { teams, connector, to } = await setup({ timeoutMs: 50 });
    teams.inject({ delayMs: 60_000 });
    const attempt = await connector.send(to, hello);
    expect(attempt).toEqual({ kind: 'try-later', mayHaveArrived: true, reason: 'no answer in 50 ms' });
  });

  test('a token that does not come in time keeps the call from being made', async () => {
    const { teams, connector, to } = await setup({ timeoutMs: 50, token: () => new Promise(() => {}) });
    expect(await connector.send(to, hello)).toMatchObject({ kind: 'try-later', mayHaveArrived: false });
    expect(teams.calls).toHaveLength(0);
  });

  test('a token that cannot be had is the reason given', async () => {
    const { teams, connector, to } = await setup({ token: () => Promise.reject(new Error('invalid client secret')) });
    const attempt = await connector.send(to, hello);
    expect(attempt).toEqual({ kind: 'try-later', mayHaveArrived: false, reason: 'invalid client secret' });
    expect(teams.calls).toHaveLength(0);
  });

  test('a service URL that is none is never tried', async () => {
    const { connector, to } = await setup();
    for (const serviceUrl of ['', 'nonsense', 'ftp://127.0.0.1/']) {
      expect(await connector.send({ ...to, serviceUrl }, hello)).toMatchObject({ kind: 'never', status: 0 });
    }
  });

  test('closing ends what is under way as worth another try', async () => {
    const { teams, connector, to } = await setup();
    const heard = new Promise<void>((resolve) => {
      const match = () => {
        resolve();
        return true;
      };
      teams.inject({ delayMs: 60_000, match });
    });
    const attempt = connector.send(to, hello);
    await heard;
    connector.close();
    expect(await attempt).toMatchObject({ kind: 'try-later', mayHaveArrived: true });
  });
});

test('When an attempt fails, its reason holds nothing of what was sent', async () => {
  const { teams, connector, to } = await setup();
  teams.inject({ status: 400, times: 3 });
  const attempt = await connector.send(to, { type: 'message', text: 'Ana Example applied' });
  expect(JSON.stringify(attempt)).not.toContain('Ana');
});

/** The address of a server that gives every connection these bytes and hangs up. */
async function answering(bytes: string): Promise<string> {
  const server = net.createServer((socket) => {
    socket.once('data', () => socket.end(bytes));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
}
