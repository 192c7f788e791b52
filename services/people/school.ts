import type { Actor } from '../access.ts';
import { isOpen } from '../applications/application.ts';
import { currentApplication } from '../applications/look.ts';
import { ownEvents } from '../applications/own-move.ts';
import { change, type Operation } from '../change.ts';
import type { Owed, Task } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { hubPartition, memberAt } from './hub.ts';
import { personAt, personPartition } from './person.ts';

/** Most characters of a school's name. */
const longestName = 200;

export type SchoolChanged = { kind: 'changed'; school: string } | { kind: 'not-a-name' } | { kind: 'nobody' };

/**
 * Somebody works at another school now. Their own record says so first; their membership of each hub follows by a task. An
 * application that was sent stays as it is: its school has agreed to it, and only its applicant names another there.
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
  const about = { partition, op: operation, read: { person: personAt(personId) } };
  const result = await change(deps, about, ({ person }) => {
    if (!person || person.movedTo) return { kind: 'nobody' as const };
    const onBehalfOf = actedBy ? personId : undefined;
    return {
      kind: 'changed' as const,
      write: [{ ...person, school }],
      audit: { by, event: 'school-changed', subject: personId, onBehalfOf },
      tasks: person.memberOf.map((hubId): Task => {
        return { id: `carry-school:${op}:${hubId}`, owed: { name: 'carry-school', hubId, personId, by } };
      }),
    };
  });
  return result.kind === 'nobody' ? { kind: 'nobody' } : { kind: 'changed', school };
}

/** The task behind a new school: a hub's record of the member says what the person's own says now. */
export async function carrySchool(deps: Deps, owed: Extract<Owed, { name: 'carry-school' }>): Promise<void> {
  const { hubId, personId, by } = owed;
  const school = (await read(deps.store, personAt(personId)))?.school;
  if (!school) return;
  const partition = hubPartition(hubId);
  const audit = { by, event: 'school-changed', subject: personId };
  await change(deps, { partition, read: { member: memberAt(hubId, personId) } }, ({ member }) =>
    member && member.school !== school
      ? { kind: 'carried', write: [{ ...member, school }], audit }
      : { kind: 'carried-before' },
  );
}

/** Somebody's application that names another school than theirs, and whether they can change it now. */
export type NamesAnother = {
  cohort: string;
  applicationId: string;
  school: string;
  hubName: string;
  canChange: boolean;
};

/** The actor's application that matters now, where it is not accepted or ended and names another school than this one. */
export async function applicationElsewhere(
  deps: Deps,
  actor: Actor,
  now: string,
  school: string,
): Promise<NamesAnother | undefined> {
  const own = await currentApplication(deps, actor, now);
  if (!own?.application || !isOpen(own.application) || own.state === 'accepted') return undefined;
  const { cohort, applicationId, hub, application } = own;
  if (application.answers.school === school) return undefined;
  const canChange = ownEvents(own).includes('change-school');
  return { cohort, applicationId, school: application.answers.school, hubName: hub.name, canChange };
}
