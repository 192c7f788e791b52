import { z } from 'zod';
import { change } from '../change.ts';
import type { Owed, Task } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { defineRecord, type RecordOf, type Ref, read, type StoredFields } from '../store/record.ts';
import { byEmailAt, knownBy } from './by-email.ts';
import { hubAt, hubIdOf, hubPartition } from './hub.ts';
import { type ImportRow, importRow, type RowAbout, recordsOf, type TakenRow, takenRow } from './import-row.ts';
import { withMember } from './membership.ts';
import { currentPerson, mergeTask, personAt, unseenPerson } from './person.ts';

/** How many rows one commit takes: each may write four records, and a commit holds a hundred. */
export const rowsAtOnce = 20;
/** How long it stays on record that an import was done: far longer than a task that was cut short waits. */
const keepMs = 90 * 86_400_000;

/** What a lead's list still has to bring into the hub. Nobody's data is left in it when it is done. */
const importRecord = defineRecord('import', 1, {
  cohort: z.string(),
  by: z.string(),
  rows: z.array(importRow),
  /** Those who are in the hub's records and perhaps not yet in their own. */
  underWay: z.array(z.strictObject({ personId: z.string(), name: z.string(), school: z.string().optional() })),
});
type Import = RecordOf<typeof importRecord>;

const importAt = (hubId: string, importId: string) => importRecord.at(hubPartition(hubId), `import:${importId}`);

/** The record of a list that is to be taken, and the task that does it: at once when it is short. */
export function importOf(
  hubId: string,
  importId: string,
  { cohort, by, rows }: Pick<Import, 'cohort' | 'by' | 'rows'>,
): { record: Import; task: Task } {
  const { partition, id } = importAt(hubId, importId);
  const owed: Owed = { name: 'take-import', hubId, importId };
  return {
    record: importRecord.make({ partition, id, cohort, by, rows, underWay: [] }),
    task: { id: `take-import:${importId}`, owed, ...(rows.length > rowsAtOnce && { later: true }) },
  };
}

/**
 * The task behind an import: some rows a commit, which takes them out of the list and into the hub; then those people's
 * own records. Cut off anywhere, it goes on from there.
 */
export async function takeImport(deps: Deps, { hubId, importId }: Extract<Owed, { name: 'take-import' }>) {
  const ref = importAt(hubId, importId);
  for (;;) {
    const list = await read(deps.store, ref);
    if (!list || list.rows.length + list.underWay.length === 0) return;
    await Promise.all(list.underWay.map((one) => introduce(deps, hubId, one)));
    if (list.rows.length === 0) return finish(deps, ref);
    const into = await takeSome(deps, ref, list);
    if (into) await passOn(deps, { ref, importId, into });
  }
}

/** Takes the first rows into the hub; gives back the hub it was merged into, when it was. */
async function takeSome(deps: Deps, ref: Ref<Import>, seen: Import): Promise<string | undefined> {
  const hubId = hubIdOf(ref);
  const some = seen.rows.slice(0, rowsAtOnce);
  const about = await Promise.all(some.map((row) => whoIs(deps, hubId, row)));
  const hubRef = hubAt(hubId);
  const refs: Ref[] = [hubRef, ref, ...about.flatMap((one) => Object.values(recordsOf({ hubId, ...seen }, one)))];
  const read = Object.fromEntries(refs.map((one) => [one.id, one]));
  const result = await change(deps, { partition: ref.partition, read }, (found) => {
    const records = reading(found);
    const hub = records(hubRef);
    const list = records(ref);
    if (!hub) throw new Error(`no hub ${hubId}`);
    if (hub.closed?.mergedInto) return { kind: 'hub-merged' as const, into: hub.closed.mergedInto };
    const isSame = list?.rows.length === seen.rows.length && list.rows[0]?.personId === some[0]?.personId;
    const isKnown = about.every(({ row, byEmail }) => knownBy(records(byEmailAt(hubId, row.email))) === byEmail);
    if (!list || !isSame || !isKnown) return { kind: 'look-again' as const };
    const taking = { hubId, cohort: list.cohort, by: list.by, at: deps.clock.now().toISOString() };
    const taken = eachOnce(about).flatMap((one) => takenRow(taking, one, records) ?? []);
    return {
      kind: 'taken' as const,
      write: [
        { ...list, rows: list.rows.slice(some.length), underWay: taken.map(newcomer) },
        taken.reduce((now, { before, after }) => withMember(now, before, after), hub),
        ...taken.flatMap(({ write }) => write),
      ],
    };
  });
  return result.kind === 'hub-merged' ? result.into : undefined;
}

/** Somebody the hub knows by this address, or the new person the list has made of them. */
async function whoIs(deps: Deps, hubId: string, row: ImportRow): Promise<RowAbout> {
  const byEmail = knownBy(await read(deps.store, byEmailAt(hubId, row.email)));
  const { personId } = byEmail ? await currentPerson(deps, byEmail) : row;
  return { row, personId, byEmail };
}

/** Two rows may have become one person's since the lead said yes: the first counts. */
const eachOnce = (about: RowAbout[]) =>
  [...Map.groupBy(about, ({ personId }) => personId).values()].flatMap(([first]) => first ?? []);

const newcomer = ({ after: { person = '', name }, school }: TakenRow) => ({ personId: person, name, school });

const reading =
  (found: Record<string, StoredFields | undefined>) =>
  <T extends StoredFields>({ id, kind }: Ref<T>): T | undefined => {
    const record = found[id];
    return record && kind.parse(record);
  };

/** Somebody's own record knows the hub and the school, and until they speak for themselves their name. */
async function introduce(deps: Deps, hubId: string, { personId, name, school }: Import['underWay'][number]) {
  const ref = personAt(personId);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person }) => {
    if (person?.movedTo) return { kind: 'merged', tasks: [mergeTask(deps, personId, person.movedTo)] };
    const known = person ?? unseenPerson(personId);
    const now = {
      ...known,
      memberOf: known.memberOf.includes(hubId) ? known.memberOf : [...known.memberOf, hubId],
      name: known.accounts.length > 0 ? known.name : name,
      school: school ?? known.school,
    };
    const same = person && now.memberOf === known.memberOf && now.name === known.name && now.school === known.school;
    return same ? { kind: 'known-before' } : { kind: 'known', write: [now] };
  });
}

/** The hub was merged into another: what is left of the list goes on there. */
async function passOn(deps: Deps, { ref, importId, into }: { ref: Ref<Import>; importId: string; into: string }) {
  const left = await read(deps.store, ref);
  const there = importAt(into, importId);
  await change(deps, { partition: there.partition, read: { there } }, ({ there: before }) => {
    if (!left || before) return { kind: 'passed-before' };
    const { record, task } = importOf(into, importId, left);
    return { kind: 'passed', write: [record], tasks: [task] };
  });
  await finish(deps, ref);
}

async function finish(deps: Deps, ref: Ref<Import>): Promise<void> {
  const expires = new Date(deps.clock.now().getTime() + keepMs).toISOString();
  await change(deps, { partition: ref.partition, read: { list: ref } }, ({ list }) =>
    list ? { kind: 'done', write: [{ ...list, rows: [], underWay: [], expires }] } : { kind: 'done-before' },
  );
}
