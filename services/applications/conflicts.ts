import { type Actor, idsOf, isActor } from '../access.ts';
import type { Deps } from '../deps.ts';
import { type ApplicationPress, changeApplication } from './change-application.ts';

export type ConflictMarked = {
  kind: 'marked' | 'taken-back' | 'unchanged' | 'done-before' | 'conflicted' | 'stale' | 'denied';
};

/**
 * A lead says that they know an applicant, or takes that back: while it stands they decide nothing about them, and their
 * opinion does not count. What they have kept for later goes.
 */
export function markConflict(
  deps: Deps,
  actor: Actor,
  { knows, ...press }: ApplicationPress & { knows: boolean },
): Promise<ConflictMarked> {
  const event = knows ? 'application-conflict' : 'application-conflict-over';
  const about = { ...press, event, input: knows, evenIfKnown: true as const };
  return changeApplication(deps, actor, about, (application) => {
    const { conflicts, staged } = application;
    const others = conflicts.filter((one) => !isActor(actor, one));
    if (others.length < conflicts.length === knows) return { kind: 'unchanged' };
    if (!knows) return { kind: 'taken-back', becomes: { ...application, conflicts: others } };
    return {
      kind: 'marked',
      becomes: {
        ...application,
        conflicts: [...others, ...idsOf(actor)],
        staged: isActor(actor, staged?.by) ? undefined : staged,
      },
    };
  });
}
