import type { Container, CosmosClient, OperationInput, PluginConfig, Resource } from '@azure/cosmos';
import { commitBy, isExpired } from './adapter-rules.ts';
import { answerOf, refusal } from './cosmos-answer.ts';
import { type BatchFailure, type BatchOperation, type CosmosPartition, commitBatch } from './cosmos-batch.ts';
import { type Deadline, request, within } from './cosmos-deadline.ts';
import { type CosmosDocument, documentId } from './cosmos-document.ts';
import { type CosmosQuery, containerDefinition, findQuery, listQuery, unfit } from './cosmos-query.ts';
import type { Key, Store, Stored } from './store.ts';

type CosmosOptions = {
  endpoint: string;
  key?: string;
  database: string;
  container: string;
  now?: () => Date;
  deadlineMs?: number;
};

/** Making a container takes Cosmos DB some seconds. */
const creationMs = 60_000;
const longestPage = 1_000;

/**
 * The store in one Cosmos DB container with the partition key `/partition`. Any number of replicas may share it; the
 * account must have session consistency or a stronger one. Every call ends within `deadlineMs` (5,000 unless said).
 *
 * With a `key`, a database and container that are missing are made. Without one it signs in with the identity that the
 * machine has; then both must be there.
 *
 * A `conflict` may be with oneself: a batch whose answer was lost may have been written, and whoever sends it again,
 * here or on the way, finds its own records. Who commits therefore reads their own operation record before deciding again.
 */
export async function openCosmos(options: CosmosOptions): Promise<Store> {
  const { now = () => new Date(), deadlineMs = 5_000 } = options;
  const client = await connect(options, deadlineMs);
  if (options.key !== undefined) await ensureContainer(client, options, deadlineMs);
  const container = client.database(options.database).container(options.container);
  const alive = (stored: Stored) => !isExpired(stored.record, now());
  return {
    async get(key) {
      const stored = await within(deadlineMs, (deadline) => readOne(container, deadline, key));
      return stored && alive(stored) ? stored : undefined;
    },
    list: (partition, type, { after = '', limit }) =>
      within(deadlineMs, (deadline) =>
        collect(container, deadline, listQuery(partition, type, documentId(after)), { partition, limit, alive }),
      ),
    find: (search, limit) =>
      within(deadlineMs, (deadline) => collect(container, deadline, findQuery(search), { limit, alive })),
    commit: (partition, changes) =>
      commitBy(
        () =>
          within(deadlineMs, (deadline) => commitBatch(partitionIn(container, partition, deadline), changes, now())),
        partition,
        changes,
      ),
    forgetExpired: async () => 0,
    reachable: () =>
      within(deadlineMs, (deadline) => readOne(container, deadline, { partition: 'reachable', id: 'reachable' })).then(
        () => true,
        () => false,
      ),
    close: async () => client.dispose(),
  };
}

/**
 * The SDK is imported here and not above because that takes a quarter of a second. It keeps to the address it is given:
 * with endpoint discovery it would go on trying for minutes, and no signal stops that. `request` waits for a busy server.
 */
async function connect({ endpoint, key }: CosmosOptions, requestTimeout: number): Promise<CosmosClient> {
  const sdk = await import('@azure/cosmos');
  const settings = {
    endpoint,
    ...(key === undefined ? { aadCredentials: await machineIdentity() } : { key }),
    consistencyLevel: 'Session' as const,
    connectionPolicy: { requestTimeout, enableEndpointDiscovery: false, retryOptions: { maxRetryAttemptCount: 0 } },
    plugins: [withoutQueryPlan],
  };
  return new sdk.CosmosClient(settings);
}

async function machineIdentity() {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}

/**
 * Beside every query the SDK asks for a plan of it, and then needs the plan only for queries that the server cannot
 * answer alone, with aggregates, TOP or an order across partitions. We have none: this halves the requests.
 */
const withoutQueryPlan: PluginConfig = {
  on: 'request',
  plugin: async (context, _node, next) => {
    if (context.headers?.['x-ms-cosmos-is-query-plan-request']) throw new Error('This query would need a plan');
    return next(context);
  },
};

async function ensureContainer(client: CosmosClient, names: CosmosOptions, deadlineMs: number): Promise<void> {
  const database = client.database(names.database);
  const there = await within(deadlineMs, (deadline) =>
    request(deadline, () => unless(404, database.container(names.container).read({ abortSignal: deadline.signal }))),
  );
  const problem = there?.resource && unfit(there.resource);
  if (problem) throw new Error(`The Cosmos DB container ${names.container} cannot be used: ${problem}`);
  if (there) return;
  await within(creationMs, async (deadline) => {
    await request(deadline, () => unless(409, client.databases.create({ id: names.database })));
    await request(deadline, () => unless(409, database.containers.create(containerDefinition(names.container))));
  });
}

/** The answer, or undefined when it is this status. */
async function unless<T>(status: number, asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (answerOf(error).status === status) return undefined;
    throw error;
  }
}

/** The record even when it has expired. "Not found" counts only when it is said of the record itself. */
async function readOne(container: Container, deadline: Deadline, { partition, id }: Key): Promise<Stored | undefined> {
  const { resource } = await request(deadline, async () => {
    const item = container.item(documentId(id), partition);
    const response = await item.read<CosmosDocument>({ abortSignal: deadline.signal });
    const { statusCode, substatus } = response;
    if (statusCode === 404 && substatus) throw refusal(statusCode, { substatus });
    return response;
  });
  return resource && { record: resource.record, etag: resource._etag };
}

type Wanted = { partition?: string; limit: number; alive(stored: Stored): boolean };

/** Reads on until there are `limit` records or no more: a page may be short, or empty, and not be the last. */
async function collect(
  container: Container,
  deadline: Deadline,
  query: CosmosQuery,
  { partition, limit, alive }: Wanted,
): Promise<Stored[]> {
  const found: Stored[] = [];
  const pages = container.items.query<CosmosDocument & Resource>(query, {
    ...(partition === undefined ? {} : { partitionKey: partition }),
    maxItemCount: Math.min(limit, longestPage),
    abortSignal: deadline.signal,
  });
  while (found.length < limit && pages.hasMoreResults()) {
    const { resources } = await request(deadline, () => pages.fetchNext());
    found.push(...resources.map(({ record, _etag }) => ({ record, etag: _etag })).filter(alive));
  }
  return found.slice(0, limit);
}

function partitionIn(container: Container, partition: string, deadline: Deadline): CosmosPartition {
  return {
    read: (id) => readOne(container, deadline, { partition, id }),
    send: (operations) => request(deadline, () => sendBatch(container, partition, operations, deadline.signal)),
  };
}

/** A batch that failed is no error to the SDK: each operation has its status, and the cause is the one that is not 424. */
async function sendBatch(
  container: Container,
  partition: string,
  operations: BatchOperation[],
  abortSignal: AbortSignal,
): Promise<BatchFailure | undefined> {
  const options = { abortSignal, contentResponseOnWriteEnabled: false };
  const sent = await unless(413, container.items.batch(operations as OperationInput[], partition, options));
  if (sent === undefined) return { index: 0, status: 413 };
  const statuses = (sent.result ?? []).map(({ statusCode }) => statusCode);
  if (statuses.length === operations.length && statuses.every(isSuccess)) return undefined;
  const index = statuses.findIndex((status) => !isSuccess(status) && status !== 424);
  const status = statuses[index] ?? 500;
  const retryAfterMs = Number(sent.headers['x-ms-retry-after-ms']);
  if (status === 429 || status === 449) throw refusal(status, retryAfterMs > 0 ? { retryAfterMs } : {});
  return { index, status };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
