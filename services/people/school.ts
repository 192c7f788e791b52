import type { Actor } from '../access.ts';
import { applicationAt, openApplicationRecord } from '../applications/application.ts';
import { linesWith } from '../applications/lines.ts';
import { isUndecided } from '../applications/states.ts';
import { change, type Operation } from '../change.ts';
import type { Owed, Task } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read, readPage } from '../store/record.ts';
import { hubPartition, memberAt } from './hub.ts';
import { personAt, personPartition } from './person.ts';

/** Most characters of a school's name. */
const longestName = 200;

export type SchoolChanged = { kind: 'changed'; school: string } | { kind: 'not-a-name' } | { kind: 'nobody' };

/**
 * Somebody works at another school now. Their own record says so first; what their hubs hold of them follows by a task
 * each: membership, and an application that is not decided.
 */
export async function changeSchool(
  deps: Deps,
  { personId, actedBy }: Actor,
  { op, school }: { op: string; school: string },
): Promise<SchoolChanged> {
  if (school.length === 0 || school.length > longestName) return { kind: 'not-a-name' };
  const partition = personPartition(personId);
  const by = actedBy ?? personId;
  const operation: Operation = { id: op, verb: 'school.save', personId: by, input: { school } };
  const applications = await readPage(deps.store, openApplicationRecord, partition, { limit: 20 });
  const about = { partition, op: operation, read: { person: personAt(personId) } };
  const result = await change(deps, about, ({ person }) => {
    if (!person || person.movedTo) return { kind: 'nobody' as const };
    const hubIds = new Set([...person.memberOf, ...applications.map(({ hubId }) => hubId)]);
    const onBehalfOf = actedBy ? personId : undefined;
    return {
      kind: 'changed' as const,
      write: [{ ...person, school }],
      audit: { by, event: 'school-changed', subject: personId, onBehalfOf },
      tasks: [...hubIds].map((hubId): Task => {
        return { id: `carry-school:${op}:${hubId}`, owed: { name: 'carry-school', hubId, personId, by } };
      }),
    };
  });
  return result.kind === 'nobody' ? { kind: 'nobody' } : { kind: 'changed', school };
}

/** The task behind a new school: a hub's records of the person say what the person's own says now. */
export async function carrySchool(deps: Deps, owed: Extract<Owed, { name: 'carry-school' }>): Promise<void> {
  const { hubId, personId, by } = owed;
  const [person, applications] = await Promise.all([
    read(deps.store, personAt(personId)),
    readPage(deps.store, openApplicationRecord, personPartition(personId), { limit: 20 }),
  ]);
  const school = person?.school;
  if (!school) return;
  const partition = hubPartition(hubId);
  const audit = { by, event: 'school-changed', subject: personId };
  await change(deps, { partition, read: { member: memberAt(hubId, personId) } }, ({ member }) =>
    member && member.school !== school
      ? { kind: 'carried', write: [{ ...member, school }], audit }
      : { kind: 'carried-before' },
  );
  for (const { applicationId } of applications.filter((open) => open.hubId === hubId)) {
    const read = { application: applicationAt(hubId, applicationId) };
    await change(deps, { partition, read }, ({ application }) => {
      if (!application || !isUndecided(application.state) || application.answers.school === school)
        return { kind: 'carried-before' };
      const { urn: _, ...answers } = application.answers;
      const carried = { ...application, answers: { ...answers, school }, schoolFacts: undefined };
      return { kind: 'carried', write: [carried], derive: linesWith(application, carried), audit };
    });
  }
}
