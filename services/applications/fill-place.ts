import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { hubAt } from '../people/hub.ts';
import { read } from '../store/record.ts';
import { offerUntil } from './decide.ts';
import { moveApplication } from './move.ts';
import { placesAt } from './places.ts';

/**
 * The task behind a place that became free: offers it to the first reserve, once, where the hub wants that by itself.
 * A reserve who went away meanwhile is passed over; a place that a lead has given to somebody is not offered again.
 */
export async function fillPlace(deps: Deps, owed: Extract<Owed, { name: 'fill-place' }>): Promise<void> {
  const { hubId, cohort, freed } = owed;
  for (;;) {
    const [hub, places] = await Promise.all([
      read(deps.store, hubAt(hubId)),
      read(deps.store, placesAt(hubId, cohort)),
    ]);
    const [applicationId] = places?.reserve ?? [];
    if (!hub?.cohorts[cohort]?.autoOffer || !applicationId) return;
    const until = await offerUntil(deps, { hubId, applicationId });
    const where = { op: `fill-place:${freed}`, hubId, applicationId };
    const { kind } = await moveApplication(deps, { who: 'bot' }, where, { event: 'offer', until });
    if (kind === 'not-now') {
      const after = await read(deps.store, placesAt(hubId, cohort));
      if (after?.reserve[0] !== applicationId) continue;
    }
    return;
  }
}
