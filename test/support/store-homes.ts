import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCosmos } from '../../services/store/cosmos.ts';
import { openSqlite } from '../../services/store/sqlite.ts';
import type { Store } from '../../services/store/store.ts';
import { startCosmosServer } from './cosmos-server.ts';

/** A place where records lie. Every `open` gives one more store on the same records, with a clock of its own. */
export type Home = { open(now?: () => Date): Promise<Store>; close(): Promise<void> };

/** An embedded home in a folder of its own, which `close` takes away. */
export async function sqliteHome(): Promise<Home & { dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'store-'));
  return closingAll({ dir, open: (now) => openSqlite({ dir, ...(now && { now }) }) }, () =>
    rm(dir, { recursive: true, force: true }),
  );
}

/** A home in a Cosmos DB server that runs for this home alone. */
export async function cosmosHome(options: { deadlineMs?: number; serverNow?: () => Date } = {}) {
  const { deadlineMs, serverNow } = options;
  const server = await startCosmosServer({ ...(serverNow && { now: serverNow }) });
  const account = { endpoint: server.endpoint, key: server.key, database: 'bot', container: 'records' };
  const open = (now?: () => Date) => openCosmos({ ...account, ...(now && { now }), ...(deadlineMs && { deadlineMs }) });
  return closingAll({ account, server, open }, () => server.close());
}

/** A home in a real account, for whoever has one: `COSMOS_TEST_ENDPOINT` and, but for an identity, `COSMOS_TEST_KEY`. */
async function accountHome(endpoint: string, key: string | undefined): Promise<Home> {
  const account = {
    endpoint,
    ...(key && { key }),
    database: 'store-contract',
    container: 'records',
    deadlineMs: 15_000,
  };
  return closingAll({ open: (now?: () => Date) => openCosmos({ ...account, ...(now && { now }) }) }, async () => {});
}

/** Every home that the contract is held to. */
export function homes(environment: NodeJS.ProcessEnv): Record<string, () => Promise<Home>> {
  const { COSMOS_TEST_ENDPOINT: endpoint, COSMOS_TEST_KEY: key } = environment;
  return { sqlite: sqliteHome, cosmos: cosmosHome, ...(endpoint && { account: () => accountHome(endpoint, key) }) };
}

/** A new home of this kind. */
export const homeOf = (kind: 'sqlite' | 'cosmos') => (kind === 'sqlite' ? sqliteHome() : cosmosHome());

/** What a bot's environment says, for its store to be in this home. */
export function envOf(home: Awaited<ReturnType<typeof homeOf>>): Record<string, string> {
  if ('dir' in home) return { DATA_DIR: home.dir };
  const { endpoint, key, database, container } = home.account;
  return {
    STORE: 'cosmos',
    COSMOS_ENDPOINT: endpoint,
    COSMOS_KEY: key,
    COSMOS_DATABASE: database,
    COSMOS_CONTAINER: container,
  };
}

function closingAll<H extends Pick<Home, 'open'>>(home: H, end: () => Promise<void>): H & Home {
  const stores: Store[] = [];
  return {
    ...home,
    async open(now) {
      const store = await home.open(now);
      stores.push(store);
      return store;
    },
    async close() {
      await Promise.all(stores.map((store) => store.close()));
      await end();
    },
  };
}
