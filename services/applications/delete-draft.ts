import type { Actor } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Deps } from '../deps.ts';
import { personAt } from '../people/person.ts';
import { read } from '../store/record.ts';
import { openApplicationAt } from './application.ts';
import { type Draft, type DraftOf, draftAt, draftsOf } from './draft.ts';
import { hasEnded } from './has-ended.ts';

/** The draft that somebody means who does not say which: of a new application for this cohort, else the one saved last. */
export async function draftMeant(
  deps: Pick<Deps, 'store'>,
  { personId }: Pick<Actor, 'personId'>,
  cohort: string,
): Promise<Draft | undefined> {
  const drafts = (await draftsOf(deps, personId)).toSorted((one, other) => (one.at > other.at ? -1 : 1));
  return drafts.find((draft) => draft.cohort === cohort && !draft.changes) ?? drafts[0];
}

export type Deleted =
  | { kind: 'deleted' }
  /** It has changed since they were asked: nothing was deleted. */
  | { kind: 'changed'; draft: Draft }
  /** It was sent, or deleted, before. */
  | { kind: 'gone' }
  /** The account has just become another person's. */
  | { kind: 'moved' };

/**
 * Deletes a draft of the actor's own as they saw it when they were asked, once however often the button is pressed. With it
 * goes what would remind them of it. A draft of a new application takes along what they never sent of one that has ended:
 * the next draft would begin with it.
 */
export async function deleteDraft(
  deps: Deps,
  { personId }: Pick<Actor, 'personId'>,
  { op, version, ...about }: DraftOf & { op: string; version: number },
): Promise<Deleted> {
  const ref = draftAt(personId, about);
  const { partition } = ref;
  const unsent = about.changes ? undefined : await unsentOfEnded(deps, personId, about.cohort);
  const operation: Operation = { id: op, verb: 'application.delete', personId, input: { ...about, version } };
  const refs = { draft: ref, person: personAt(personId), ...(unsent && { unsent }) };
  const result = await change(deps, { partition, op: operation, read: refs }, ({ draft, person }) => {
    if (person?.movedTo) return { kind: 'moved' as const };
    if (!draft) return { kind: 'gone' as const };
    if (draft.version !== version) return { kind: 'changed' as const, draft };
    const { cohort, changes } = person?.awaits ?? {};
    const isAwaited = person && cohort === about.cohort && changes === about.changes;
    const remove = [ref.id, ...(unsent ? [unsent.id] : [])];
    return { kind: 'deleted' as const, remove, write: isAwaited ? [{ ...person, awaits: undefined }] : [] };
  });
  if (result.kind === 'repeated') return { kind: 'deleted' };
  return result.kind === 'stale' ? { kind: 'gone' } : result;
}

async function unsentOfEnded(deps: Deps, personId: string, cohort: string) {
  const open = await read(deps.store, openApplicationAt(personId, cohort));
  const isEnded = open && (await hasEnded(deps, open));
  return isEnded ? draftAt(personId, { cohort, changes: open.applicationId }) : undefined;
}
