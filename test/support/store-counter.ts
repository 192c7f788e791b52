import type { Store } from '../../services/store/store.ts';

const place = { partition: 'counter', id: 'counter' };

/** Adds one to a record so many times, each time starting again when somebody else was faster. */
export async function countUp(store: Store, times: number): Promise<void> {
  for (let done = 0; done < times; ) {
    const there = await store.get(place);
    const record = { ...place, type: 'counter', count: Number(there?.record.count ?? 0) + 1 };
    const expect = there ? { etag: there.etag } : ('absent' as const);
    const { kind } = await store.commit(place.partition, [{ kind: 'put', record, expect }]);
    if (kind === 'committed') done += 1;
    else if (kind !== 'conflict') throw new Error(kind);
  }
}

/** How far the counting came. */
export async function counted(store: Store): Promise<unknown> {
  return (await store.get(place))?.record.count;
}
