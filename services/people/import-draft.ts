import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Actor, hubsWhere } from '../access.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { defineRecord, type RecordOf, read } from '../store/record.ts';
import { personPartition } from './person.ts';
import { type SpecialistRow, specialist } from './specialist-rows.ts';

/** How long a list waits for its lead to say yes. */
const keepMs = 3_600_000;

/** A lead's list between the preview and the yes: theirs alone, for an hour. */
const draftRecord = defineRecord('import-draft', 1, {
  rows: z.array(specialist.extend({ line: z.int() })),
  /** As it was pasted, to be put right. */
  text: z.string().optional(),
});
type Draft = RecordOf<typeof draftRecord>;

const draftAt = (personId: string, draft: string) => draftRecord.at(personPartition(personId), `import-draft:${draft}`);

/** Keeps a list for the lead who sent it and gives back its name; undefined for anybody who leads no hub. */
export async function keepDraft(
  deps: Deps,
  actor: Actor,
  { rows, text }: { rows: SpecialistRow[]; text?: string },
): Promise<string | undefined> {
  if (hubsWhere(actor, 'manage-people').length === 0) return undefined;
  const draft = randomUUID();
  const { partition, id } = draftAt(actor.personId, draft);
  const expires = new Date(deps.clock.now().getTime() + keepMs).toISOString();
  await change(deps, { partition, read: {} }, () => ({
    kind: 'kept',
    write: [draftRecord.make({ partition, id, person: actor.personId, rows, text, expires })],
  }));
  return draft;
}

/** A list of this lead's, unless its hour is over. */
export function draftOf(deps: Deps, { personId }: Actor, draft: string): Promise<Draft | undefined> {
  return read(deps.store, draftAt(personId, draft));
}

/** Lets go of a list that was taken. */
export async function dropDraft(deps: Deps, { personId }: Actor, draft: string): Promise<void> {
  const ref = draftAt(personId, draft);
  await change(deps, { partition: ref.partition, read: { draft: ref } }, ({ draft: kept }) =>
    kept ? { kind: 'dropped', remove: [ref.id] } : { kind: 'dropped-before' },
  );
}
