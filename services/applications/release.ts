import { z } from 'zod';
import { type Actor, can } from '../access.ts';
import { change } from '../change.ts';
import type { Owed, Task } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { fingerprint } from '../fingerprint.ts';
import { type Hub, hubAt, hubPartition } from '../people/hub.ts';
import { defineRecord, type RecordOf, read, readPage } from '../store/record.ts';
import type { Staged } from './application.ts';
import { type StagedLine, stagedLine, stagedStart } from './lines.ts';
import { ownApplicationId } from './look.ts';
import { type Places, placesAt, takenPlaces } from './places.ts';
import { mayTellNow, nextMorning } from './release-hours.ts';
import { leftBecause } from './release-outcome.ts';

/**
 * The last time that a hub's leads released what they had kept for later. It has a `due` while it waits for the morning,
 * and `doneAt` once everybody was told; those it could not tell are `left`.
 */
export const releaseRecord = defineRecord('release', 1, {
  cohort: z.string(),
  by: z.string(),
  op: z.string(),
  askedAt: z.string(),
  /**
   * What is part of it: for each application the instant of the decision that was shown. Absent on records from before
   * this was kept: then everything decided up to `askedAt`.
   */
  decisions: z.record(z.string(), z.string()).optional(),
  /** Why none of its offers is made, or that they are: settled once, before anybody is told. */
  begun: z.strictObject({ noOffers: z.enum(['full', 'too-many', 'no-quota']).optional() }).optional(),
  /** It has waited for a morning: whoever pressed it was not there to see what came of it. */
  waited: z.literal(true).optional(),
  doneAt: z.string().optional(),
  left: z.array(z.strictObject({ applicationId: z.string(), name: z.string(), why: leftBecause })),
});
export type Release = RecordOf<typeof releaseRecord>;

export const releaseAt = (hubId: string, cohort: string) => releaseRecord.at(hubPartition(hubId), `release:${cohort}`);

/** How many are looked at together. */
const page = 50;

export type Released =
  | { kind: 'released' }
  /** It is outside working hours: they go out at this instant. */
  | { kind: 'waits'; at: string }
  | { kind: 'nothing' }
  /** Something else is kept than what was shown: nobody is told. */
  | { kind: 'changed' }
  /** More offers are kept than there are places: the leads choose, not the bot. */
  | { kind: 'too-many'; offers: number; free: number }
  | { kind: 'no-quota' }
  | { kind: 'denied' };

/**
 * Tells everybody what was kept for them: at once in working hours, otherwise on the next working morning at 9. `seen` is
 * what was shown: exactly that is told, or nothing.
 */
export async function releaseStaged(
  deps: Deps,
  actor: Actor,
  { op, hubId, cohort, seen }: { op: string; hubId: string; cohort: string; seen: string },
): Promise<Released> {
  const ready = await readyToRelease(deps, actor, { hubId, cohort });
  if (ready.kind !== 'ready') return ready;
  const { decisions } = ready;
  const now = deps.clock.now();
  const due = mayTellNow(now) ? undefined : nextMorning(now);
  const { partition, id } = releaseAt(hubId, cohort);
  const by = actor.personId;
  const operation = { id: op, verb: 'staged.release', personId: by, input: { cohort, seen } };
  const about = { partition, op: operation, read: { release: releaseAt(hubId, cohort) } };
  const result = await change(deps, about, () => {
    if (ready.seen !== seen) return { kind: 'changed' as const };
    const asked = { cohort, by, op, askedAt: now.toISOString(), decisions, left: [], due };
    return {
      kind: 'asked' as const,
      write: [releaseRecord.make({ partition, id, ...asked })],
      audit: { by, event: 'decisions-released', subject: id },
      tasks: due ? [] : [releaseTask(hubId, cohort, op)],
    };
  });
  if (result.kind === 'changed' || result.kind === 'stale') return { kind: 'changed' };
  const release = await read(deps.store, releaseAt(hubId, cohort));
  return release?.due ? { kind: 'waits', at: release.due } : { kind: 'released' };
}

export function releaseTask(hubId: string, cohort: string, name: string): Task {
  const owed: Owed = { name: 'release-staged', hubId, cohort };
  return { id: `release-staged:${cohort}:${name}`, owed, later: true };
}

export type Ready =
  | Exclude<Released, { kind: 'released' | 'waits' | 'changed' }>
  /** How many of each decision there are, the decisions themselves, and what tells them from any others. */
  | ({ kind: 'ready'; decisions: Record<string, string>; seen: string } & Record<Staged['event'], number>);

/**
 * Whether what a hub has kept for later can be told, and how many of each decision there are. The one about whoever asks
 * is no part of it: others release that.
 */
export async function readyToRelease(
  deps: Deps,
  actor: Actor,
  { hubId, cohort }: { hubId: string; cohort: string },
): Promise<Ready> {
  if (!can(actor, 'decide-applications', { hubId })) return { kind: 'denied' };
  const own = await ownApplicationId(deps, actor, cohort);
  const counts = { offer: 0, 'put-on-reserve': 0, decline: 0 };
  const decisions: Record<string, string> = {};
  for await (const { applicationId, event, at = '' } of stagedIn(deps, hubId, cohort)) {
    if (applicationId === own) continue;
    counts[event] += 1;
    decisions[applicationId] = at;
  }
  if (counts.offer + counts['put-on-reserve'] + counts.decline === 0) return { kind: 'nothing' };
  const [hub, places] = await Promise.all([read(deps.store, hubAt(hubId)), read(deps.store, placesAt(hubId, cohort))]);
  const noRoom = noRoomFor(counts.offer, { hub, places, cohort });
  return noRoom ?? { kind: 'ready', ...counts, decisions, seen: fingerprint(decisions) };
}

type NoRoom = Extract<Released, { kind: 'too-many' | 'no-quota' }>;

/** Why not each of so many offers can be made now, or undefined when there is a free place for all. */
export function noRoomFor(
  offers: number,
  { hub, places, cohort }: { hub: Hub | undefined; places: Places | undefined; cohort: string },
): NoRoom | undefined {
  if (offers === 0) return undefined;
  const quota = hub?.cohorts[cohort]?.quota;
  if (quota === undefined) return { kind: 'no-quota' };
  const free = Math.max(0, quota - takenPlaces(places));
  return offers > free ? { kind: 'too-many', offers, free } : undefined;
}

/** All that a hub has kept for later, page by page. */
export async function* stagedIn(deps: Deps, hubId: string, cohort: string): AsyncGenerator<StagedLine> {
  const start = stagedStart(cohort);
  for (let after = start; ; ) {
    const found = await readPage(deps.store, stagedLine, hubPartition(hubId), { after, limit: page });
    const here = found.filter(({ id }) => id.startsWith(start));
    yield* here;
    const last = here.at(-1);
    if (!last || here.length < page) return;
    after = last.id;
  }
}

/** Nobody is told after all: what was kept stays kept. Nothing is taken back once they are told. */
export async function cancelRelease(
  deps: Deps,
  actor: Actor,
  { op, hubId, cohort }: { op: string; hubId: string; cohort: string },
): Promise<{ kind: 'cancelled' | 'not-waiting' | 'denied' }> {
  if (!can(actor, 'decide-applications', { hubId })) return { kind: 'denied' };
  const ref = releaseAt(hubId, cohort);
  const by = actor.personId;
  const operation = { id: op, verb: 'staged.cancel', personId: by, input: { cohort } };
  const result = await change(
    deps,
    { partition: ref.partition, op: operation, read: { release: ref } },
    ({ release }) =>
      release?.due
        ? { kind: 'cancelled', remove: [release.id], audit: { by, event: 'release-cancelled', subject: ref.id } }
        : { kind: 'not-waiting' },
  );
  return { kind: result.kind === 'not-waiting' ? 'not-waiting' : 'cancelled' };
}
