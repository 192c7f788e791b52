import { type Actor, can } from '../access.ts';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt, hubPartition } from '../people/hub.ts';
import { read, readPage } from '../store/record.ts';
import { type Application, isEndorsed, type Staged } from './application.ts';
import { type ApplicationPress, changeApplication } from './change-application.ts';
import { type DecisionFault, faultIn, reasonIn, type StagedEvent } from './decide.ts';
import { type StagedLine, stagedLine, stagedStart } from './lines.ts';
import { ownApplicationId } from './look.ts';
import { fewLines } from './own-words.ts';
import { type Release, releaseAt } from './release.ts';
import { moveFor } from './states.ts';

export type Kept =
  | { kind: 'kept' | 'done-before' | 'not-now' | 'conflicted' | 'stale' | 'denied' }
  | { kind: 'refused'; fault: DecisionFault };

type Keep = ApplicationPress & {
  event: StagedEvent;
  reason: string;
  words: string;
  still: (application: Application) => boolean;
};

/** Keeps a lead's decision for later: nobody but the hub's leads knows of it until it is released. */
export async function keepDecision(
  deps: Deps,
  actor: Actor,
  { event, reason, words, still, ...press }: Keep,
): Promise<Kept> {
  const fault = faultIn({ event, reason, words });
  if (fault) return { kind: 'refused', fault };
  const said = event === 'decline' ? { reason: reasonIn(reason), words: fewLines(words, 12) } : {};
  const staged: Staged = { event, ...said, by: actor.personId, at: deps.clock.now().toISOString() };
  const about = { ...press, event: 'application-decision-kept', input: { event, reason, words } };
  return changeApplication(deps, actor, about, (application) => {
    const move = moveFor(application.state, event, isEndorsed(application));
    if (!move?.who.includes('lead') || !still(application)) return { kind: 'not-now' };
    return { kind: 'kept', becomes: { ...application, staged }, why: event };
  });
}

export type Dropped = { kind: 'dropped' | 'changed' | 'done-before' | 'conflicted' | 'stale' | 'denied' };

/**
 * Takes back the decision that was kept for later at `kept`: the application is undecided again. Another in its place
 * stays.
 */
export function dropDecision(
  deps: Deps,
  actor: Actor,
  { kept, ...press }: ApplicationPress & { kept: string },
): Promise<Dropped> {
  const about = { ...press, event: 'application-decision-dropped', input: kept };
  return changeApplication(deps, actor, about, (application) =>
    application.staged?.at === kept
      ? { kind: 'dropped', becomes: { ...application, staged: undefined } }
      : { kind: 'changed' },
  );
}

/**
 * A page of a hub's decisions that are kept for later, with how the last release went, for its leads. The one about
 * themselves is left out.
 */
export async function stagedOf(
  deps: Deps,
  actor: Actor,
  { hubId, cohort, after, limit }: { hubId: string; cohort: string; after?: string | undefined; limit: number },
): Promise<
  | { kind: 'page'; hub: Hub; lines: StagedLine[]; next: string | undefined; release: Release | undefined }
  | { kind: 'denied' }
> {
  if (!can(actor, 'decide-applications', { hubId })) return { kind: 'denied' };
  const start = stagedStart(cohort);
  const from = after?.startsWith(start) ? after : start;
  const [hub, found, release, own] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    // One more than shows whether there is another page: their own may be among them.
    readPage(deps.store, stagedLine, hubPartition(hubId), { after: from, limit: limit + 2 }),
    read(deps.store, releaseAt(hubId, cohort)),
    ownApplicationId(deps, actor, cohort),
  ]);
  if (!hub) return { kind: 'denied' };
  const here = found.filter(({ id, applicationId }) => id.startsWith(start) && applicationId !== own);
  const lines = here.slice(0, limit);
  return { kind: 'page', hub, lines, next: here.length > limit ? lines.at(-1)?.id : undefined, release };
}
