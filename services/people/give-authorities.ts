import { change } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { joined } from './authorities.ts';
import { arrivalAt, arrivalOf, hubAt, hubPartition } from './hub.ts';

/**
 * The task behind the local authorities of a merged hub: the hub that it went into covers them from now on, or whichever
 * that one went into. They come once, so that what a coordinator takes out there stays out.
 */
export async function giveAuthorities(deps: Deps, owed: Extract<Owed, { name: 'give-authorities' }>): Promise<void> {
  const { hubId, to, by } = owed;
  const { authorities = [] } = (await read(deps.store, hubAt(hubId))) ?? {};
  const what = `authorities:${hubId}`;
  const refs = { hub: hubAt(to), arrival: arrivalAt(to, what) };
  const result = await change(deps, { partition: hubPartition(to), read: refs }, ({ hub, arrival }) => {
    if (!hub || arrival) return { kind: 'given-before' as const };
    if (hub.closed?.mergedInto) return { kind: 'hub-merged' as const, into: hub.closed.mergedInto };
    return {
      kind: 'given' as const,
      write: [
        { ...hub, authorities: joined(hub.authorities ?? [], authorities) },
        arrivalOf(to, what, deps.clock.now()),
      ],
      audit: { by, event: `authorities-came-from: ${hubId}`, subject: to },
    };
  });
  if (result.kind === 'hub-merged') await giveAuthorities(deps, { ...owed, to: result.into });
}
