import type { Store } from '../../services/store/store.ts';

/**
 * What a store was asked for; `writes` are the changes of all commits, `documents` the records that lists and searches
 * gave back. `units` estimates Cosmos DB's request units by its rules of thumb: reading a document of up to 1 KB by its
 * id is 1, writing one 5, a query 2.5 and what it reads (learn.microsoft.com/azure/cosmos-db/request-units).
 */
export type Asked = {
  gets: number;
  queries: number;
  documents: number;
  commits: number;
  writes: number;
  bytes: number;
  units: number;
};

const nothing = (): Asked => ({ gets: 0, queries: 0, documents: 0, commits: 0, writes: 0, bytes: 0, units: 0 });
const kilobytes = (value: unknown) => Math.max(1, Math.ceil(bytesOf(value) / 1024));
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value ?? null));

/** The same store, and what it has been asked for since the last look. */
export function counting(store: Store): { store: Store; taken(): Asked } {
  let asked = nothing();
  function queried(records: unknown[]): void {
    asked.queries += 1;
    asked.documents += records.length;
    asked.bytes += bytesOf(records);
    asked.units += 2.5 + kilobytes(records);
  }
  const counted: Store = {
    ...store,
    async get(key) {
      const found = await store.get(key);
      asked.gets += 1;
      asked.bytes += bytesOf(found?.record);
      asked.units += kilobytes(found?.record);
      return found;
    },
    async list(partition, type, page) {
      const found = await store.list(partition, type, page);
      queried(found.map(({ record }) => record));
      return found;
    },
    async find(search, limit) {
      const found = await store.find(search, limit);
      queried(found.map(({ record }) => record));
      return found;
    },
    async commit(partition, changes) {
      asked.commits += 1;
      asked.writes += changes.length;
      for (const change of changes) {
        const record = change.kind === 'put' ? change.record : undefined;
        asked.bytes += record ? bytesOf(record) : 0;
        asked.units += 5 * kilobytes(record);
      }
      return store.commit(partition, changes);
    },
  };
  return {
    store: counted,
    taken() {
      const taken = asked;
      asked = nothing();
      return taken;
    },
  };
}
