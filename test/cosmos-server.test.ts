import { type Container, CosmosClient, type OperationInput } from '@azure/cosmos';
import { startCosmosServer } from './support/cosmos-server.ts';

let server: Awaited<ReturnType<typeof startCosmosServer>>;
let container: Container;
beforeAll(async () => {
  server = await startCosmosServer();
  const { endpoint, key } = server;
  const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
  await client.databases.create({ id: 'd' });
  const indexingPolicy = { includedPaths: [{ path: '/type/?' }], excludedPaths: [{ path: '/*' }] };
  const definition = { id: 'c', partitionKey: { paths: ['/partition'] }, defaultTtl: -1, indexingPolicy };
  await client.database('d').containers.create(definition);
  container = client.database('d').container('c');
});
afterAll(() => server.close());

const create = (more: object): OperationInput => ({
  operationType: 'Create',
  resourceBody: { id: 'a', partition: 'p', type: 't', ...more },
});

test.each([
  ['an id that is not allowed', { id: 'a/b' }, 400],
  ['another partition', { partition: 'q' }, 400],
  ['no time to live that there is', { ttl: 0 }, 400],
  ['more than 2 MB', { text: 'x'.repeat(2_097_100) }, 413],
])('When a batch holds %s, then the stand-in refuses all of it, as the service does', async (_what, more, status) => {
  const sent = container.items.batch([create({ id: 'first' }), create(more)], 'p');
  const statuses = await sent.then(
    ({ result = [] }) => result.map(({ statusCode }) => statusCode),
    ({ cause }) => [424, cause.code],
  );
  expect(statuses).toEqual([424, status]);
  expect((await container.item('first', 'p').read()).statusCode).toBe(404);
});

test.each([
  ['is not indexed', 'SELECT * FROM c WHERE c.colour = @x', 'p'],
  ['orders across partitions', 'SELECT * FROM c WHERE c.type = @x ORDER BY c.id', undefined],
  ['counts', 'SELECT VALUE COUNT(1) FROM c WHERE c.type = @x', 'p'],
  ['compares otherwise', 'SELECT * FROM c WHERE STARTSWITH(c.type, @x)', 'p'],
  ['injects', 'SELECT * FROM c WHERE c.type = @x OR 1 = 1', 'p'],
])('When a query %s, then the stand-in refuses it', async (_what, query, partitionKey) => {
  const spec = { query, parameters: [{ name: '@x', value: 't' }] };
  const asked = container.items.query(spec, { ...(partitionKey && { partitionKey }) }).fetchNext();
  await expect(asked).rejects.toMatchObject({ code: 400 });
});

test('When a query goes on, then every document comes once, over short and empty pages', async () => {
  for (let n = 0; n < 3; n++)
    await container.items.batch(
      Array.from({ length: 70 }, (_, index) => create({ id: `${n}:${index}`, type: 'many' })),
      'p',
    );
  const spec = { query: 'SELECT * FROM c WHERE c.type = @x', parameters: [{ name: '@x', value: 'many' }] };
  const pages = container.items.query<{ id: string }>(spec, { maxItemCount: 1_000 });
  const sizes: number[] = [];
  const ids = new Set<string>();
  while (pages.hasMoreResults()) {
    const { resources } = await pages.fetchNext();
    sizes.push(resources.length);
    for (const { id } of resources) ids.add(id);
  }
  expect(ids.size).toBe(210);
  expect(sizes.toSorted()).toEqual([0, 10, 100, 100]);
});
