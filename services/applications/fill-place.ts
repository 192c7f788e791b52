import { change } from '../change.ts';
import type { Content } from '../delivery/message.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubPartition } from '../people/hub.ts';
import { read } from '../store/record.ts';
import { type Application, applicationAt } from './application.ts';
import { offerUntil } from './decide.ts';
import { moveApplication } from './move.ts';
import { placesAt } from './places.ts';
import { toLeadsAbout } from './to-leads-about.ts';

type FreePlace = Extract<Owed, { name: 'fill-place' }>;

/**
 * The task behind a place that became free: offers it to the first reserve, once, where the hub wants that by itself.
 * A reserve who went away meanwhile is passed over; a place that a lead has given to somebody is not offered again. While a
 * decision is kept for the first reserve, nobody is offered it and the leads are told: whether they have decided is
 * theirs to say, and so is who comes before whom.
 */
export async function fillPlace(deps: Deps, owed: FreePlace): Promise<void> {
  const { hubId, cohort, freed } = owed;
  for (;;) {
    const [hub, places] = await Promise.all([
      read(deps.store, hubAt(hubId)),
      read(deps.store, placesAt(hubId, cohort)),
    ]);
    const [applicationId] = places?.reserve ?? [];
    if (!hub?.cohorts[cohort]?.autoOffer || !applicationId) return;
    const until = await offerUntil(deps, { hubId, applicationId });
    const where = { op: `fill-place:${freed}`, hubId, applicationId, still: isUndecidedByLeads };
    const moved = await moveApplication(deps, { who: 'bot' }, where, { event: 'offer', until });
    if (moved.kind !== 'not-now') return;
    if (waitsForLeads(moved.application)) {
      if ((await leaveToLeads(deps, owed, { applicationId, reserve: places?.reserve ?? [] })) !== 'changed') return;
      continue;
    }
    const after = await read(deps.store, placesAt(hubId, cohort));
    if (after?.reserve[0] === applicationId) return;
  }
}

const isUndecidedByLeads = ({ staged }: Application) => staged === undefined;
const waitsForLeads = (application: Application) => application.state === 'reserve' && !isUndecidedByLeads(application);

type FirstReserve = { applicationId: string; reserve: string[] };

/** Tells the leads, once, that a place is free which they have to offer themselves. */
async function leaveToLeads(
  deps: Deps,
  { hubId, cohort, freed }: FreePlace,
  { applicationId, reserve }: FirstReserve,
): Promise<'left' | 'changed' | 'repeated' | 'stale'> {
  const op = { id: `place-left:${freed}`, verb: 'place-left', personId: 'bot', input: {} };
  const content: Content = { kind: 'place-left', hubId, cohort };
  const tell = await toLeadsAbout(deps, { hubId, cohort, applicationIds: reserve }, op.id, content);
  const about = { partition: hubPartition(hubId), op, read: { application: applicationAt(hubId, applicationId) } };
  const { kind } = await change(deps, about, ({ application }) =>
    application && waitsForLeads(application) ? { kind: 'left', tell } : { kind: 'changed' },
  );
  return kind;
}
