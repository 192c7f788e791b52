import { CosmosClient } from '@azure/cosmos';
import fc from 'fast-check';
import { openCosmos } from '../services/store/cosmos.ts';
import { documentId } from '../services/store/cosmos-document.ts';
import { type Change, type Store, StoreUnavailable } from '../services/store/store.ts';
import type { Seen } from './support/cosmos/requests.ts';
import { cosmosHome } from './support/store-homes.ts';

const place = { partition: 'p', id: 'a' };
const put = (more: object = {}): Change => ({
  kind: 'put',
  record: { ...place, type: 'note', ...more },
  expect: 'absent',
});
const isBatch = ({ kind }: Seen) => kind === 'batch';
const isQuery = ({ kind }: Seen) => kind === 'query';

let home: Awaited<ReturnType<typeof cosmosHome>>;
let store: Store;
beforeEach(async () => {
  home = await cosmosHome({ deadlineMs: 4_000 });
  store = await home.open();
  home.server.requests.length = 0;
});
afterEach(() => home.close());

const kinds = () => home.server.requests.map(({ kind }) => kind);

describe('a busy server', () => {
  test('When it answers 429, to the request or inside a batch, then the batch is sent again until it is taken', async () => {
    home.server.inject({ times: 4, status: 429, retryAfterMs: 2, match: isBatch });
    home.server.inject({ times: 4, innerStatus: 429, retryAfterMs: 2, match: isBatch });
    home.server.inject({ times: 1, innerStatus: 449, match: isBatch });
    expect(await store.commit('p', [put()])).toEqual({ kind: 'committed' });
    expect(kinds()).toEqual(Array(10).fill('batch'));
  });

  test('When it answers 429 to reading, then reading goes on where it was', async () => {
    await store.commit('p', [put()]);
    home.server.inject({ times: 3, status: 429, retryAfterMs: 2 });
    expect(await store.get(place)).toBeDefined();
    home.server.inject({ times: 3, status: 429, retryAfterMs: 2 });
    expect(await store.find({ type: 'note' }, 10)).toHaveLength(1);
  });

  test.each([{ status: 429 }, { innerStatus: 429 }])(
    'When it asks to wait longer than there is time (%j), then the reason is said',
    async (fault) => {
      home.server.inject({ times: 1, retryAfterMs: 60_000, ...fault });
      const reason = expect.stringContaining('more requests than it is paid for (429)');
      expect(await store.commit('p', [put()])).toEqual({ kind: 'unavailable', reason });
    },
  );

  test.each([408, 500, 503])('When it answers %d, then the outcome is unknown', async (status) => {
    home.server.inject({ times: 1, status });
    expect(await store.commit('p', [put()])).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining(`${status}`),
    });
    home.server.inject({ times: 1, innerStatus: status });
    expect(await store.commit('p', [put()])).toMatchObject({ kind: 'unavailable' });
    home.server.inject({ times: 1, status, match: isQuery });
    await expect(store.list('p', 'note', { limit: 1 })).rejects.toThrow(StoreUnavailable);
  });

  test.each([{ status: 413 }, { innerStatus: 413 }])(
    'When it finds a batch too large (%j), then that is the outcome',
    async (fault) => {
      home.server.inject({ times: 1, ...fault });
      expect(await store.commit('p', [put()])).toMatchObject({ kind: 'too-large' });
    },
  );

  test('When a replica has not caught up with this session, then the record is asked for again, and not taken for absent', async () => {
    await store.commit('p', [put()]);
    home.server.inject({ times: 2, status: 404, substatus: 1002, retryAfterMs: 2 });
    expect(await store.get(place)).toBeDefined();
  });

  test('When the container is gone, then its records are not taken for absent', async () => {
    home.server.inject({ times: 1, status: 404, substatus: 1003 });
    await expect(store.get(place)).rejects.toThrow('no such database or container');
  });
});

describe('a broken connection', () => {
  test('When the server drops every connection, then the store goes on with new ones', async () => {
    await store.commit('p', [put()]);
    home.server.dropConnections();
    expect(await store.get(place)).toBeDefined();
    home.server.inject({ times: 1, destroy: 'before' });
    expect(await store.get(place)).toBeDefined();
  });

  test.each(['before', 'after'] as const)(
    'When it breaks %s a batch is carried out, then nobody is told that it was',
    async (destroy) => {
      home.server.inject({ times: 1, destroy, match: isBatch });
      const { kind } = await store.commit('p', [put()]);
      expect(['unavailable', 'conflict']).toContain(kind);
      const written = destroy === 'after';
      expect((await store.get(place)) !== undefined).toBe(written);
      expect(await store.commit('p', [put()])).toEqual({ kind: written ? 'conflict' : 'committed' });
    },
  );

  test('When the server takes requests and never answers, then every call ends and says so', async () => {
    const hurried = await openCosmos({ ...home.account, deadlineMs: 60 });
    home.server.inject({ times: 1_000, silent: true });
    const reason = expect.stringContaining('did not answer within 60 ms');
    expect(await hurried.commit('p', [put()])).toEqual({ kind: 'unavailable', reason });
    await expect(hurried.get(place)).rejects.toThrow(StoreUnavailable);
    await expect(hurried.list('p', 'note', { limit: 1 })).rejects.toThrow(StoreUnavailable);
    await expect(hurried.find({ type: 'note' }, 1)).rejects.toThrow(StoreUnavailable);
    expect(await hurried.reachable()).toBe(false);
    await expect(openCosmos({ ...home.account, deadlineMs: 60 })).rejects.toThrow(StoreUnavailable);
    await hurried.close();
  });

  test('When nobody listens at the address, then that is the reason', async () => {
    await expect(openCosmos({ ...home.account, endpoint: 'http://127.0.0.1:9' })).rejects.toThrow('ECONNREFUSED');
  });
});

describe('what is sent', () => {
  test('When records are listed or found, then each page is one request, without a plan', async () => {
    await store.commit('p', [put()]);
    await store.list('p', 'note', { limit: 10 });
    await store.find({ type: 'note' }, 1);
    expect(kinds()).toEqual(['batch', 'query', 'query']);
  });

  test('When something was written, or found to be in conflict, then reading shows at least that state', async () => {
    await store.commit('p', [put()]);
    const other = await home.open();
    await other.commit('p', [{ kind: 'put', record: { partition: 'p', id: 'b', type: 'note' }, expect: 'absent' }]);
    await store.get(place);
    expect(home.server.requests.at(-1)?.session).toBe('0:-1#1');
    await store.commit('p', [put()]);
    await store.get(place);
    expect(home.server.requests.at(-1)?.session).toBe('0:-1#2');
  });

  test('When ids differ, then so do those of their documents, in the same order and without what Cosmos DB forbids', () => {
    const sign = (a: string, b: string) => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const character = fc.oneof(fc.constantFrom(...'!"#$%./0>?@[\\]~aA'), fc.string({ unit: 'binary', maxLength: 1 }));
    const id = fc.array(character).map((characters) => characters.join(''));
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(sign(documentId(a), documentId(b))).toBe(sign(a, b));
        expect(documentId(a)).not.toMatch(/[/\\?#%]|[^\0-~]/);
      }),
    );
  });

  describe('with a time to live', () => {
    const written = new Date('2026-11-02T09:00:00.900Z');
    let time = written;
    let timed: Awaited<ReturnType<typeof cosmosHome>>;
    beforeEach(async () => {
      timed = await cosmosHome({ serverNow: () => time });
    });
    afterEach(() => timed.close());

    test('When a record expires, then the server keeps it until then, whole seconds or not, and drops it soon after', async () => {
      const unaware = await timed.open(() => written);
      await unaware.commit('p', [put({ expires: '2026-11-02T09:00:05.800Z' })]);
      time = new Date('2026-11-02T09:00:05.800Z');
      expect(await unaware.get(place)).toBeDefined();
      time = new Date('2026-11-02T09:00:07.800Z');
      expect(await unaware.get(place)).toBeUndefined();
      expect(await unaware.commit('p', [put()])).toEqual({ kind: 'committed' });
    });
  });
});

describe('opening', () => {
  const anotherKey = Buffer.from('another key').toString('base64');

  test('When the key is wrong, then it is said', async () => {
    await expect(openCosmos({ ...home.account, key: anotherKey })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: 'Cosmos DB does not accept the key (401)',
    });
  });

  test('When there is no key, then the identity of the machine is used, and what keeps it from working is said', async () => {
    const { key: _key, ...account } = home.account;
    const signedIn = await openCosmos(account);
    await expect(signedIn.get(place)).rejects.toThrow(/^Cosmos DB failed \(Bearer token .*https/);
    expect(await signedIn.reachable()).toBe(false);
    expect(home.server.requests).toEqual([]);
    await signedIn.close();
  });

  test('When replicas start together on an empty account, then each finds the container that one of them made', async () => {
    const fresh = { ...home.account, database: 'fresh' };
    const stores = await Promise.all([openCosmos(fresh), openCosmos(fresh), openCosmos(fresh)]);
    expect(await Promise.all(stores.map((each) => each.commit('p', [put()])))).toContainEqual({ kind: 'committed' });
    for (const each of stores) await each.close();
  });

  test('When the container would keep expired records for ever, then it is refused', async () => {
    const { endpoint, key } = home.account;
    const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
    await client.databases.create({ id: 'old' });
    await client.database('old').containers.create({ id: 'records', partitionKey: { paths: ['/partition'] } });
    await expect(openCosmos({ ...home.account, database: 'old' })).rejects.toThrow('time to live is off');
  });
});
