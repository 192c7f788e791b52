import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { type Draft, draftAt, draftRef, draftsOf } from './draft.ts';

/**
 * Somebody's drafts become those of the person they were merged into. Where both have one of the same, the one that was
 * saved last stays.
 */
export async function takeDraftsAlong(deps: Deps, from: string, into: string): Promise<void> {
  for (const draft of await draftsOf(deps, from)) {
    await give(deps, draft, into);
    const ref = draftRef(draft);
    await change(deps, { partition: ref.partition, read: { held: ref } }, ({ held }) =>
      held?.version === draft.version ? { kind: 'gone', remove: [ref.id] } : { kind: 'changed-since' },
    );
  }
}

async function give(deps: Deps, draft: Draft, into: string): Promise<void> {
  const ref = draftAt(into, draft);
  await change(deps, { partition: ref.partition, read: { held: ref } }, ({ held }) =>
    held && held.at >= draft.at
      ? { kind: 'newer-there' }
      : { kind: 'given', write: [{ ...draft, partition: ref.partition, id: ref.id, person: into }] },
  );
}
