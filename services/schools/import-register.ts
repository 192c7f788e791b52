import { randomUUID } from 'node:crypto';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { digestOf, packed } from './pack.ts';
import { pieceAt, pieceRecord, type Register, registerAt, registerRecord } from './register.ts';
import { type Progress, type RegisterFile, registerIn } from './register-file.ts';
import type { Counts, FileProblem } from './register-rows.ts';
import { lineOf, type SchoolRow } from './school.ts';

export type RegisterImported =
  /** `before`: how many the import before it had. Counts are of what was kept, and of the statuses left out. */
  | {
      kind: 'imported' | 'same';
      kept: number;
      before: number | undefined;
      leftOut: Counts;
      types: Counts;
      phases: Counts;
    }
  | { kind: 'refused'; problems: FileProblem[] };

/** Pieces that no import can still be about to use. */
const leftOverMs = 86_400_000;

/**
 * Takes the DfE's register of schools from a CSV: all of it, or nothing when anything in it is wrong. The import before
 * it counts until every piece of this one is written; a version that was cut short is never seen. `by` is for the audit.
 */
export async function importRegister(
  deps: Deps,
  by: string,
  file: RegisterFile,
  progress?: Progress,
): Promise<RegisterImported> {
  const found = await registerIn(file, progress);
  if ('problems' in found) return { kind: 'refused', problems: found.problems };
  const { rows, leftOut } = found;
  const text = Buffer.from(rows.map(lineOf).join('\n'));
  const digest = digestOf(text);
  const current = await read(deps.store, registerAt);
  const same = current?.digest === digest;
  if (!same) {
    const pieces = await packed(text);
    const version = await writePieces(deps, pieces);
    const replaced = await switchTo(deps, by, { version, pieces: pieces.length, count: rows.length, digest });
    if (replaced) await removeVersion(deps, replaced);
  }
  await removeLeftOver(deps);
  const counts = { types: countsOf(rows, 'type'), phases: countsOf(rows, 'phase') };
  return { kind: same ? 'same' : 'imported', kept: rows.length, before: current?.count, leftOut, ...counts };
}

async function writePieces(deps: Deps, pieces: string[]): Promise<string> {
  const version = randomUUID();
  const at = deps.clock.now().toISOString();
  for (const [index, data] of pieces.entries()) {
    const ref = pieceAt(version, index);
    const { partition, id } = ref;
    await change(deps, { partition, read: { piece: ref } }, ({ piece }) =>
      piece
        ? { kind: 'written-before' }
        : { kind: 'written', write: [pieceRecord.make({ partition, id, version, at, data })] },
    );
  }
  return version;
}

/** From one commit on, this version counts. Gives back the one that counted before. */
async function switchTo(
  deps: Deps,
  by: string,
  made: Pick<Register, 'version' | 'pieces' | 'count' | 'digest'>,
): Promise<Register | undefined> {
  const { partition, id } = registerAt;
  const importedAt = deps.clock.now().toISOString();
  let replaced: Register | undefined;
  await change(deps, { partition, read: { register: registerAt } }, ({ register }) => {
    if (register?.version === made.version) return { kind: 'switched-before' };
    replaced = register;
    return {
      kind: 'switched',
      write: [registerRecord.make({ partition, id, importedAt, ...made })],
      audit: { by, event: 'schools-imported', subject: made.version },
    };
  });
  return replaced;
}

async function removeVersion(deps: Deps, { version, pieces }: Register): Promise<void> {
  for (let index = 0; index < pieces; index++) await removePiece(deps, pieceAt(version, index));
}

/** Takes away what imports that were cut short have left, when they are surely over. */
async function removeLeftOver(deps: Deps): Promise<void> {
  const current = await read(deps.store, registerAt);
  const before = new Date(deps.clock.now().getTime() - leftOverMs).toISOString();
  let after: string | undefined;
  for (;;) {
    const [stored] = await deps.store.list(registerAt.partition, pieceRecord.type, { after, limit: 1 });
    if (!stored) return;
    const { id, version, at } = pieceRecord.parse(stored.record);
    if (version !== current?.version && at < before) await removePiece(deps, { ...pieceAt(version, 0), id });
    after = id;
  }
}

async function removePiece(deps: Deps, ref: ReturnType<typeof pieceAt>): Promise<void> {
  await change(deps, { partition: ref.partition, read: { piece: ref } }, ({ piece }) =>
    piece ? { kind: 'removed', remove: [piece.id] } : { kind: 'removed-before' },
  );
}

function countsOf(rows: SchoolRow[], field: 'type' | 'phase'): Counts {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[field], (counts.get(row[field]) ?? 0) + 1);
  return counts;
}
