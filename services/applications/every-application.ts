import { type Actor, can } from '../access.ts';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt, hubPartition } from '../people/hub.ts';
import { read, readPage } from '../store/record.ts';
import { type Application, applicationRecord } from './application.ts';

/** How many are read together: each is some kilobytes at most, and nobody else has a turn until they are read. */
const pageSize = 100;

/** All applications of a cohort in a hub, oldest first, read page by page, for the hub's leads. */
export async function everyApplication(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  { hubId, cohort }: { hubId: string; cohort: string },
): Promise<{ kind: 'found'; hub: Hub; applications: AsyncGenerator<Application> } | { kind: 'denied' }> {
  const hub = can(actor, 'list-applications', { hubId }) ? await read(deps.store, hubAt(hubId)) : undefined;
  return hub ? { kind: 'found', hub, applications: pages(deps, hubId, cohort) } : { kind: 'denied' };
}

async function* pages({ store }: Pick<Deps, 'store'>, hubId: string, cohort: string): AsyncGenerator<Application> {
  const start = `application:${cohort}:`;
  for (let after: string | undefined = start; after; ) {
    const page: Application[] = await readPage(store, applicationRecord, hubPartition(hubId), {
      after,
      limit: pageSize,
    });
    const here = page.filter(({ id }) => id.startsWith(start));
    yield* here;
    after = here.length === pageSize ? here.at(-1)?.id : undefined;
  }
}
