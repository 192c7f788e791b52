import { type Store, StoreUnavailable } from './store.ts';

/**
 * The same store, but all its calls together may take `ms`. After that a read throws `StoreUnavailable`, and a commit
 * is `unavailable`: it may still come to be written.
 */
export function withDeadline(store: Store, ms: number): Store {
  const ends = performance.now() + ms;
  async function inTime<T>(call: () => Promise<T>, late: () => T): Promise<T> {
    const left = ends - performance.now();
    if (left <= 0) return late();
    const called = call();
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, left, 'late');
    });
    const first = await Promise.race([called.then((value) => ({ value })), tooLate]).finally(() => clearTimeout(timer));
    if (first !== 'late') return first.value;
    // Nobody waits for it any more: how it ends is of no interest, but must not end the process.
    called.catch(() => undefined);
    return late();
  }
  const unread = (): never => {
    throw new StoreUnavailable(`no answer within ${ms} ms`);
  };
  return {
    ...store,
    get: (key) => inTime(() => store.get(key), unread),
    list: (partition, type, page) => inTime(() => store.list(partition, type, page), unread),
    find: (search, limit) => inTime(() => store.find(search, limit), unread),
    commit: (partition, changes) =>
      inTime(
        () => store.commit(partition, changes),
        () => ({ kind: 'unavailable', reason: `no answer within ${ms} ms` }),
      ),
  };
}
