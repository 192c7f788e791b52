import { type Hub, hubAt } from '../../services/people/hub.ts';
import { read } from '../../services/store/record.ts';
import type { Store } from '../../services/store/store.ts';

/** Gives a hub so many places, whatever it had; undefined takes its quota away. */
export async function setQuota(store: Store, quota: number | undefined, hubId = 'demo'): Promise<void> {
  const hub = await read(store, hubAt(hubId));
  if (!hub) throw new Error(`no hub ${hubId}`);
  const record: Hub = { ...hub, cohorts: { ...hub.cohorts, '10': { ...hub.cohorts['10'], quota } } };
  const { kind } = await store.commit(record.partition, [{ kind: 'put', record, expect: 'anything' }]);
  if (kind !== 'committed') throw new Error(kind);
}
