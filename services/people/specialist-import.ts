import { randomUUID } from 'node:crypto';
import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { hubAt, hubPartition } from './hub.ts';
import { draftOf, dropDraft } from './import-draft.ts';
import type { ImportRow } from './import-row.ts';
import { type Compared, compared, type KnownIn, knownIn, problemsOf } from './known-specialists.ts';
import type { RowsProblem, SpecialistRow } from './specialist-rows.ts';
import { importOf, rowsAtOnce } from './take-import.ts';

type Denied = { kind: 'denied' };
/** What a list cannot be taken for. */
type Refused =
  | { kind: 'problems'; problems: RowsProblem[] }
  /** Its hour is over. */
  | { kind: 'gone' }
  /** The hub ended. */
  | { kind: 'closed' }
  | Denied;

export type ImportPreview = ({ kind: 'preview'; hubName: string; rows: SpecialistRow[] } & Compared) | Refused;

type Import = { hubId: string; cohort: string; draft: string };

/** What a list that a lead sent would change in their hub, before it does. */
export async function previewImport(
  deps: Deps,
  actor: Actor,
  { hubId, cohort, draft }: Import,
): Promise<ImportPreview> {
  if (!can(actor, 'manage-people', { hubId })) return { kind: 'denied' };
  const [hub, kept] = await Promise.all([read(deps.store, hubAt(hubId)), draftOf(deps, actor, draft)]);
  if (!hub || hub.closed) return { kind: 'closed' };
  if (!kept) return { kind: 'gone' };
  const known = await knownIn(deps, hubId, cohort);
  const problems = problemsOf(kept.rows, known, actor);
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'preview', hubName: hub.name, rows: kept.rows, ...compared(kept.rows, known) };
}

export type BroughtAboard =
  /** `later`: a long list, which is still being taken. */
  | { kind: 'taken'; fresh: number; changed: number; later: boolean }
  | { kind: 'taken-before' }
  | { kind: 'nothing-new' }
  | Refused;

/**
 * Takes a list a lead has seen the preview of, once however often the button is pressed: whoever is new to the hub
 * becomes a specialist in it, and whoever it knows by the same address has the list's totals from now on.
 */
export async function bringAboard(
  deps: Deps,
  actor: Actor,
  { op, hubId, cohort, draft }: Import & { op: string },
): Promise<BroughtAboard> {
  if (!can(actor, 'manage-people', { hubId })) return { kind: 'denied' };
  const [kept, known] = await Promise.all([draftOf(deps, actor, draft), knownIn(deps, hubId, cohort)]);
  const rows = kept?.rows ?? [];
  const problems = problemsOf(rows, known, actor);
  const { fresh, changed } = compared(rows, known);
  const now = deps.clock.now();
  const list = importOf(hubId, `${now.toISOString()}:${randomUUID()}`, {
    cohort,
    by: actor.personId,
    rows: rowsToTake(rows, { fresh, changed }, known, now),
  });
  const operation: Operation = { id: op, verb: 'people.take', personId: actor.personId, input: { hubId, draft } };
  const about = { partition: hubPartition(hubId), op: operation, read: { hub: hubAt(hubId) } };
  const result = await change(deps, about, ({ hub }) => {
    if (!kept) return { kind: 'gone' as const };
    if (!hub || hub.closed) return { kind: 'closed' as const };
    if (problems.length > 0) return { kind: 'problems' as const, problems };
    if (fresh.length + changed.length === 0) return { kind: 'nothing-new' as const };
    const event = `people-imported: ${fresh.length} new, ${changed.length} changed`;
    return {
      kind: 'taken' as const,
      fresh: fresh.length,
      changed: changed.length,
      later: list.record.rows.length > rowsAtOnce,
      write: [list.record],
      audit: { by: actor.personId, event, subject: list.record.id },
      tasks: [list.task],
    };
  });
  if (result.kind === 'repeated' || result.kind === 'stale') return { kind: 'taken-before' };
  if (result.kind === 'taken') await dropDraft(deps, actor, draft);
  return result;
}

/** The rows that say something new, each with whom it is about. */
function rowsToTake(
  rows: SpecialistRow[],
  { fresh, changed }: Pick<Compared, 'fresh' | 'changed'>,
  known: KnownIn,
  now: Date,
): ImportRow[] {
  const taken = new Set([...fresh, ...changed.map(({ row }) => row)]);
  return rows
    .filter((row) => taken.has(row))
    .map(({ line: _, ...row }, index) => {
      const personId = known.of(row)?.personId;
      return { ...row, personId: personId ?? newPersonId(now, index), known: personId !== undefined };
    });
}

/** An id for somebody new (UUID version 7): those of one list stand in a hub in the order they had there. */
function newPersonId(now: Date, index: number): string {
  const time = now.getTime().toString(16).padStart(12, '0');
  const place = index.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${place}-${randomUUID().slice(19)}`;
}
