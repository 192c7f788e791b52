import type { Store } from '../../services/store/store.ts';

/** What a store was asked for. Bytes are those of the records as JSON; `writes` are the changes of all commits. */
export type Asked = { gets: number; lists: number; finds: number; commits: number; writes: number; bytes: number };

const nothing = (): Asked => ({ gets: 0, lists: 0, finds: 0, commits: 0, writes: 0, bytes: 0 });
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value ?? null));

/** The same store, and what it has been asked for since the last look. */
export function counting(store: Store): { store: Store; taken(): Asked } {
  let asked = nothing();
  const counted: Store = {
    ...store,
    async get(key) {
      const found = await store.get(key);
      asked.gets += 1;
      asked.bytes += bytesOf(found?.record);
      return found;
    },
    async list(partition, type, page) {
      const found = await store.list(partition, type, page);
      asked.lists += 1;
      asked.bytes += bytesOf(found.map(({ record }) => record));
      return found;
    },
    async find(search, limit) {
      const found = await store.find(search, limit);
      asked.finds += 1;
      asked.bytes += bytesOf(found.map(({ record }) => record));
      return found;
    },
    async commit(partition, changes) {
      asked.commits += 1;
      asked.writes += changes.length;
      for (const change of changes) asked.bytes += change.kind === 'put' ? bytesOf(change.record) : 0;
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
