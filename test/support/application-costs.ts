import { applicationFor, queueOf } from '../../services/applications/look.ts';
import { moveApplication } from '../../services/applications/move.ts';
import type { Movement } from '../../services/applications/movement.ts';
import type { Deps } from '../../services/deps.ts';
import { hubPartition, hubRecord } from '../../services/people/hub.ts';
import { openSchools } from '../../services/schools/find-schools.ts';
import type { Store } from '../../services/store/store.ts';
import { movements } from './application-moves.ts';
import { actorOf } from './applying.ts';
import { type Asked, counting } from './asked-of-store.ts';
import { type StoredApplication, storeApplications } from './stored-applications.ts';

/** What one thing that leads do asks of the store, and how long it takes in milliseconds. */
export type Cost = Asked & { ms: number };
type Work = (application: StoredApplication) => Promise<unknown>;

const lead = actorOf('a-lead', { demo: ['lead'] });

/** A hub with so many applications, and what leads do there, each with what it costs. */
export async function hubWith(plain: Store, applications: number) {
  const { store, taken } = counting(plain);
  const partition = hubPartition('demo');
  const cohorts = { '10': { quota: 10_000 } };
  const hub = hubRecord.make({ partition, id: 'hub', name: 'Hub', contact: '', cohorts, leads: [], specialists: 0 });
  await store.commit(partition, [{ kind: 'put', record: hub, expect: 'anything' }]);
  const stored = await storeApplications(store, { hubId: 'demo', count: applications });
  const clock = { now: () => new Date() };
  const outbox = { committed: async () => {} };
  const deps: Deps = { store, clock, linkSecret: 'x', schools: openSchools(plain, clock), outbox };

  const works: Record<string, Work> = {
    'open the queue': () => queueOf(deps, lead, page),
    'open its next page': (after) =>
      queueOf(deps, lead, { ...page, after: `queue:10:with-hub:${after.applicationId}` }),
    'read one': ({ applicationId }) => applicationFor(deps, lead, { hubId: 'demo', applicationId }),
    offer: ({ applicationId }) => decide(deps, applicationId, movements.offer),
    decline: ({ applicationId }) => decide(deps, applicationId, movements.decline),
  };
  let next = 0;
  return {
    names: Object.keys(works),
    /** Does this once, with an application that nobody has decided on. */
    async cost(name: string): Promise<Cost> {
      const application = stored[next];
      if (!application) throw new Error('no application left');
      if (name === 'offer' || name === 'decline') next += 1;
      taken();
      const started = performance.now();
      await works[name]?.(application);
      return { ms: performance.now() - started, ...taken() };
    },
  };
}

const page = { hubId: 'demo', cohort: '10', state: 'with-hub' as const, limit: 8 };

async function decide(deps: Deps, applicationId: string, movement: Movement): Promise<void> {
  const where = { op: `${movement.event}-${applicationId}`, hubId: 'demo', applicationId };
  const { kind } = await moveApplication(deps, { who: 'lead', actor: lead }, where, movement);
  if (kind !== 'moved') throw new Error(kind);
}
