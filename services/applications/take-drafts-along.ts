import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { personPartition } from '../people/person.ts';
import { readPage } from '../store/record.ts';
import { type Draft, draftAt, draftRecord } from './draft.ts';

/** More drafts than one person has: one for each cohort. */
const most = 20;

/**
 * Somebody's drafts become those of the person they were merged into. Where both have one for a cohort, the one that was
 * saved last stays.
 */
export async function takeDraftsAlong(deps: Deps, from: string, into: string): Promise<void> {
  const drafts = await readPage(deps.store, draftRecord, personPartition(from), { limit: most });
  for (const draft of drafts) {
    await give(deps, draft, into);
    const ref = draftAt(from, draft.cohort);
    await change(deps, { partition: ref.partition, read: { held: ref } }, ({ held }) =>
      held?.version === draft.version ? { kind: 'gone', remove: [ref.id] } : { kind: 'changed-since' },
    );
  }
}

async function give(deps: Deps, draft: Draft, into: string): Promise<void> {
  const ref = draftAt(into, draft.cohort);
  await change(deps, { partition: ref.partition, read: { held: ref } }, ({ held }) =>
    held && held.at >= draft.at
      ? { kind: 'newer-there' }
      : { kind: 'given', write: [{ ...draft, partition: ref.partition, person: into }] },
  );
}
