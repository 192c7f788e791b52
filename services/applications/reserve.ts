import { type Actor, can } from '../access.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt, hubPartition } from '../people/hub.ts';
import { read } from '../store/record.ts';
import { applicationAt } from './application.ts';
import type { ApplicationPress } from './change-application.ts';
import { ownApplicationId } from './look.ts';
import { isConflicted } from './move.ts';
import { type Places, placesAt } from './places.ts';

/** Somebody on reserve, with their place in the order, from 1, and whether a decision on them is kept for later. */
export type Reserve = {
  place: number;
  applicationId: string;
  name: string;
  school: string;
  conflicted: boolean;
  staged: boolean;
};

type ReservePage = {
  kind: 'page';
  hub: Hub;
  places: Places | undefined;
  reserves: Reserve[];
  /** Where this page starts. */
  from: number;
  total: number;
  isOn: boolean;
};

/**
 * A hub's reserves in the order in which it would offer them a place, after the first `from`, for its leads; where the list
 * has become shorter than that, its last page. A lead who is on it themselves gets the others only, numbered without them:
 * nobody on reserve learns their place.
 */
export async function reserveOf(
  deps: Deps,
  actor: Actor,
  { hubId, cohort, limit, ...asked }: { hubId: string; cohort: string; from: number; limit: number },
): Promise<ReservePage | { kind: 'denied' }> {
  if (!can(actor, 'decide-applications', { hubId })) return { kind: 'denied' };
  const [hub, places, own] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    read(deps.store, placesAt(hubId, cohort)),
    ownApplicationId(deps, actor, cohort),
  ]);
  if (!hub) return { kind: 'denied' };
  const all = places?.reserve ?? [];
  const others = all.filter((id) => id !== own);
  const lastPage = Math.floor(Math.max(0, others.length - 1) / limit) * limit;
  const from = Math.min(asked.from, lastPage);
  const ids = others.slice(from, from + limit);
  const found = await Promise.all(
    ids.map(async (applicationId, index) => {
      const application = await read(deps.store, applicationAt(hubId, applicationId));
      if (!application) return [];
      const { name, school } = application.answers;
      const conflicted = isConflicted(actor, application);
      const staged = application.staged !== undefined;
      return [{ place: from + index + 1, applicationId, name, school, conflicted, staged }];
    }),
  );
  const isOn = others.length < all.length;
  return { kind: 'page', hub, places, reserves: found.flat(), from, total: others.length, isOn };
}

export type Reordered = {
  kind: 'moved' | 'done-before' | 'at-the-end' | 'not-there' | 'own-list' | 'conflicted' | 'stale' | 'denied';
};

/**
 * Moves a reserve one up or down in the order. A lead who is on the list themselves leaves its order to others, and one who
 * knows either of the two who change places leaves those.
 * `seen` is where they stood on the card: whoever has moved meanwhile is not moved again.
 */
export async function moveReserve(
  deps: Deps,
  actor: Actor,
  {
    op,
    hubId,
    applicationId,
    cohort,
    to,
    seen,
  }: ApplicationPress & { cohort: string; to: 'up' | 'down'; seen: number },
): Promise<Reordered> {
  if (!can(actor, 'decide-applications', { hubId })) return { kind: 'denied' };
  const ref = placesAt(hubId, cohort);
  const [before, own] = await Promise.all([read(deps.store, ref), ownApplicationId(deps, actor, cohort)]);
  const other = otherOf(before, applicationId, to);
  const by = actor.personId;
  const input = { applicationId, to };
  const operation = { id: op, verb: 'reserve.move', personId: by, input };
  const refs = {
    places: ref,
    application: applicationAt(hubId, applicationId),
    ...(other && { other: applicationAt(hubId, other) }),
  };
  const about = { partition: hubPartition(hubId), op: operation, read: refs };
  const result = await change(deps, about, ({ places, application, other: passed }) => {
    if (!places || !application || !places.reserve.includes(applicationId)) return { kind: 'not-there' as const };
    if (own && places.reserve.includes(own)) return { kind: 'own-list' as const };
    if (places.reserve.indexOf(applicationId) + 1 !== seen) return { kind: 'stale' as const };
    if (isConflicted(actor, application) || (passed && isConflicted(actor, passed)))
      return { kind: 'conflicted' as const };
    if (!other) return { kind: 'at-the-end' as const };
    if (otherOf(places, applicationId, to) !== other) return { kind: 'stale' as const };
    return {
      kind: 'moved' as const,
      write: [{ ...places, reserve: swapped(places.reserve, applicationId, other) }],
      audit: { by, event: `application-reserve-${to}`, subject: application.id },
    };
  });
  return { kind: result.kind === 'repeated' ? 'done-before' : result.kind };
}

/** The reserve with whom somebody changes places. */
function otherOf(places: Places | undefined, applicationId: string, to: 'up' | 'down'): string | undefined {
  const reserve = places?.reserve ?? [];
  const at = reserve.indexOf(applicationId);
  return at < 0 ? undefined : reserve[to === 'up' ? at - 1 : at + 1];
}

const swapped = (reserve: string[], one: string, other: string) =>
  reserve.map((id) => (id === one ? other : id === other ? one : id));
