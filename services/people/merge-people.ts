import {
  type Application,
  applicationAt,
  isOpen,
  type OpenApplication,
  openApplicationAt,
  openApplicationRecord,
} from '../applications/application.ts';
import { keeping } from '../applications/keep.ts';
import { freedPlace, membershipWith } from '../applications/move.ts';
import { noPlaces, placesAt } from '../applications/places.ts';
import { takesPlace } from '../applications/states.ts';
import { placeApplication } from '../applications/submit.ts';
import { takeDraftsAlong } from '../applications/take-drafts-along.ts';
import type { AuditEntry } from '../audit.ts';
import { change } from '../change.ts';
import { joined, type Ledger, ledgerAt, ledgerRecord } from '../days/ledger.ts';
import type { Message } from '../delivery/message.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { type Ref, read, readPage } from '../store/record.ts';
import { hubAt, hubIdOf, hubPartition, memberAt, memberRecord } from './hub.ts';
import { remember, withMember } from './membership.ts';
import {
  backTask,
  currentPerson,
  identityAt,
  messageTo,
  type Person,
  personAt,
  personPartition,
  reachableChat,
  unseenPerson,
} from './person.ts';
import { recordsAbout } from './records-about.ts';
import { carryOverFor } from './transit.ts';

/** Most cohorts of which one person has an application. */
const mostApplications = 20;

/** What two people would be as one, for whoever is both of them. */
export type MergePreview = {
  from: PersonSummary;
  into: PersonSummary;
  /** For each cohort in which both applied, the two applications: only one can go on. */
  both: { cohort: string; from: AppliedTo; into: AppliedTo }[];
};
export type PersonSummary = { hubs: { hubId: string; roles: string[] }[]; applications: AppliedTo[] };
type AppliedTo = { hubId: string; applicationId: string; cohort: string; submittedAt: string };

/** What joins when `from` becomes `into`; undefined when `from` has nothing that could be lost. */
export async function mergePreview(deps: Deps, from: string, into: string): Promise<MergePreview | undefined> {
  const [of, other] = await Promise.all([summaryOf(deps, from), summaryOf(deps, into)]);
  if (of.hubs.length === 0 && of.applications.length === 0) return undefined;
  const both = of.applications.flatMap((one) => {
    const theirs = other.applications.find(({ cohort }) => cohort === one.cohort);
    return theirs ? [{ cohort: one.cohort, from: one, into: theirs }] : [];
  });
  return { from: of, into: other, both };
}

async function summaryOf(deps: Deps, personId: string): Promise<PersonSummary> {
  const person = await read(deps.store, personAt(personId));
  const [members, applications] = await Promise.all([
    Promise.all((person?.memberOf ?? []).map((hubId) => read(deps.store, memberAt(hubId, personId)))),
    openApplicationsOf(deps, personId),
  ]);
  return {
    hubs: members.flatMap((one) => (one && one.roles.length > 0 ? [{ hubId: hubIdOf(one), roles: one.roles }] : [])),
    applications: applications.map(({ hubId, applicationId, cohort, submittedAt }) => {
      return { hubId, applicationId, cohort, submittedAt };
    }),
  };
}

const openApplicationsOf = (deps: Deps, personId: string) =>
  readPage(deps.store, openApplicationRecord, personPartition(personId), { limit: mostApplications });

/**
 * The task behind two accounts that are one person's: all that concerns `from` becomes `into`'s. The person who goes is
 * marked first and does nothing any more; then their records follow one by one, each commit the same however often it
 * runs. Of two applications for one cohort that can both come to something the one in `keep` goes on, else the one that
 * holds a place, else the earlier; the other is withdrawn, not lost. One that has ended never takes the place of another.
 */
export async function mergePeople(deps: Deps, owed: Extract<Owed, { name: 'merge-people' }>): Promise<void> {
  if ((await currentPerson(deps, owed.into)).personId !== owed.from) await mark(deps, owed.from, owed.into);
  const { personId: into } = await currentPerson(deps, owed.from);
  const gone = await chainTo(deps, owed.from, into);
  for (const from of gone) {
    await becomeKnownAs(deps, from, into);
    await carryOverFor(deps, from);
    await mergeApplications(deps, { from, into, keep: owed.keep });
    await takeDraftsAlong(deps, from, into);
    await mergeInHubs(deps, from, into);
    await mergeAccounts(deps, from, into);
  }
  // Whoever was merged away meanwhile took nothing along that came after: go on from there.
  if ((await currentPerson(deps, into)).personId !== into) await mergePeople(deps, owed);
}

async function mark(deps: Deps, personId: string, movedTo: string): Promise<void> {
  const ref = personAt(personId);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person }) => {
    if (person?.movedTo) return { kind: 'marked-before' };
    const audit = { by: movedTo, event: 'merged-into', subject: movedTo };
    return { kind: 'marked', write: [{ ...(person ?? unseenPerson(personId)), movedTo }], audit };
  });
}

/** What others have written under the id of whoever goes is about the one who stays: known before they hold any role. */
async function becomeKnownAs(deps: Deps, from: string, into: string): Promise<void> {
  const gone = await read(deps.store, personAt(from));
  const ref = personAt(into);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person = unseenPerson(into) }) => {
    if (person.movedTo) throw new Error('merged into somebody else meanwhile');
    const known = person.formerly ?? [];
    const formerly = [...new Set([...known, from, ...(gone?.formerly ?? [])])].filter((id) => id !== into);
    return formerly.length === known.length
      ? { kind: 'known-before' }
      : { kind: 'known', write: [{ ...person, formerly }] };
  });
}

/** Everybody from `personId` on who has become `last`. Where two became each other, `last` is themselves again. */
async function chainTo(deps: Deps, personId: string, last: string): Promise<string[]> {
  const gone = new Set<string>();
  for (let id: string | undefined = personId; id && !gone.has(id); ) {
    gone.add(id);
    id = (await read(deps.store, personAt(id)))?.movedTo;
  }
  if (!gone.delete(last)) return [...gone];
  const ref = personAt(last);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person }) =>
    person?.movedTo ? { kind: 'themselves', write: [{ ...person, movedTo: undefined }] } : { kind: 'themselves' },
  );
  return [...gone];
}

async function mergeApplications(deps: Deps, merge: { from: string; into: string; keep: string[] }): Promise<void> {
  for (const open of await openApplicationsOf(deps, merge.from)) {
    const theirs = await read(deps.store, openApplicationAt(merge.into, open.cohort));
    await place(deps, merge.from, open);
    if (theirs) await place(deps, merge.into, theirs);
    await mergeOne(deps, merge, open, theirs?.applicationId === open.applicationId ? undefined : theirs);
  }
}

/** Brings a submission that is still on its way to its hub. */
const place = (deps: Deps, personId: string, { hubId, cohort, applicationId }: OpenApplication) =>
  placeApplication(deps, { name: 'place-application', personId, hubId, cohort, applicationId });

async function mergeOne(
  deps: Deps,
  { from, into, keep }: { from: string; into: string; keep: string[] },
  open: OpenApplication,
  theirs: OpenApplication | undefined,
): Promise<void> {
  const first = theirs && (await chosen(deps, open, theirs, keep));
  const ends = first === open ? theirs : theirs && open;
  if (ends) await withdrawDouble(deps, ends, into);
  await pointTo(deps, into, first ?? open);
  await give(deps, open, into);
  const ref = openApplicationAt(from, open.cohort);
  await change(deps, { partition: ref.partition, read: { open: ref } }, ({ open: held }) =>
    held ? { kind: 'taken-along', remove: [ref.id] } : { kind: 'taken-before' },
  );
}

/** The one of two applications that goes on. Comes to the same again when the other has been withdrawn meanwhile. */
async function chosen(deps: Deps, one: OpenApplication, other: OpenApplication, keep: string[]) {
  const [first, second] = await Promise.all([one, other].map((open) => read(deps.store, applicationFor(open))));
  const told = (is: (open: OpenApplication, application: Application | undefined) => boolean) =>
    is(one, first) === is(other, second) ? undefined : is(one, first) ? one : other;
  return (
    told((_, application) => application !== undefined && isOpen(application)) ??
    told(({ applicationId }) => keep.includes(applicationId)) ??
    told((_, application) => application !== undefined && takesPlace(application.state)) ??
    (one.submittedAt <= other.submittedAt ? one : other)
  );
}
const applicationFor = ({ hubId, applicationId }: OpenApplication) => applicationAt(hubId, applicationId);

/** Of two applications for one cohort, the one that does not go on. It stays with its hub, marked; its place is free. */
async function withdrawDouble(deps: Deps, { hubId, cohort, applicationId }: OpenApplication, into: string) {
  const ref = applicationAt(hubId, applicationId);
  const holder = (await read(deps.store, ref))?.person ?? into;
  const there = { hub: hubAt(hubId), member: memberAt(hubId, holder) };
  const refs = { application: ref, places: placesAt(hubId, cohort), ...there };
  await change(deps, { partition: hubPartition(hubId), read: refs }, ({ application, places, ...found }) => {
    if (!application || !isOpen(application)) return { kind: 'withdrawn-before' };
    const from = application.state;
    const to = 'withdrawn' as const;
    const why = 'the same person’s second';
    const step = { at: deps.clock.now().toISOString(), by: into, event: 'withdraw' as const, from, to, why };
    const steps = [...application.steps, step];
    const withdrawn = { ...application, person: into, state: to, staged: undefined, steps };
    const { write, ...rest } = keeping(places ?? noPlaces(hubId, cohort), application, withdrawn);
    const membership = membershipWith(deps, found, application, withdrawn);
    return {
      kind: 'withdrawn',
      write: [...write, ...membership.write],
      tasks: [...membership.tasks, ...freedPlace(application, withdrawn)],
      ...rest,
      audit: { by: into, event: 'application-withdraw', subject: refs.application.id, from, to, why },
    };
  });
}

async function give(deps: Deps, { hubId, applicationId }: OpenApplication, into: string): Promise<void> {
  const ref = applicationAt(hubId, applicationId);
  await change(deps, { partition: ref.partition, read: { application: ref } }, ({ application }) => {
    if (!application || application.person === into) return { kind: 'given-before' };
    return { kind: 'given', write: [{ ...application, person: into }], audit: merged(into, ref.id) };
  });
}

async function pointTo(deps: Deps, into: string, { answers: _, ...open }: OpenApplication): Promise<void> {
  const ref = openApplicationAt(into, open.cohort);
  await change(deps, { partition: ref.partition, read: { open: ref, person: personAt(into) } }, (found) => {
    if (found.person?.movedTo) throw new Error('merged into somebody else meanwhile');
    if (found.open?.applicationId === open.applicationId) return { kind: 'pointed-before' };
    return { kind: 'pointed', write: [{ ...open, partition: ref.partition, person: into }] };
  });
}

const merged = (into: string, subject: string): AuditEntry => ({ by: into, event: 'merged', subject });

/** What hubs hold of somebody, hub by hub: their membership and days in one commit, the rest one by one. */
async function mergeInHubs(deps: Deps, from: string, into: string): Promise<void> {
  const [person, about] = await Promise.all([read(deps.store, personAt(from)), recordsAbout(deps, from)]);
  const hubIds = new Set([...(person?.memberOf ?? []), ...about.map(({ partition }) => hubIdOf({ partition }))]);
  for (const hubId of hubIds) {
    const cohorts = about.flatMap(({ partition, kind, id }) =>
      kind.type === ledgerRecord.type && partition === hubPartition(hubId) ? [id.split(':')[1] ?? ''] : [],
    );
    await mergeMember(deps, { hubId, from, into, cohorts });
  }
  for (const ref of about) {
    if (ref.kind.type === memberRecord.type || ref.kind.type === ledgerRecord.type) continue;
    await change(deps, { partition: ref.partition, read: { record: ref } }, ({ record }) =>
      record?.person === from ? { kind: 'given', write: [owned(record, into)] } : { kind: 'given-before' },
    );
  }
}

/** A record as another person's. A message that waits goes to them. */
function owned<R extends { person?: string | undefined }>(record: R, person: string): R {
  return { ...record, person, ...('to' in record && { to: { kind: 'person', personId: person } }) };
}

type InHub = { hubId: string; from: string; into: string; cohorts: string[] };

async function mergeMember(deps: Deps, { hubId, from, into, cohorts }: InHub): Promise<void> {
  const partition = hubPartition(hubId);
  const days = Object.fromEntries(
    cohorts.flatMap((cohort): [string, Ref<Ledger>][] => [
      [`theirs ${cohort}`, ledgerAt(hubId, cohort, from)],
      [`kept ${cohort}`, ledgerAt(hubId, cohort, into)],
    ]),
  );
  const people = { hub: hubAt(hubId), theirs: memberAt(hubId, from), kept: memberAt(hubId, into) };
  await change(deps, { partition, read: { ...days, ...people } }, ({ hub, theirs, kept, ...ledgers }) => {
    const moved = cohorts.flatMap((cohort) => {
      const one = (ledgers as Record<string, Ledger | undefined>)[`theirs ${cohort}`];
      const other = (ledgers as Record<string, Ledger | undefined>)[`kept ${cohort}`];
      const { id } = ledgerAt(hubId, cohort, into);
      return one ? [{ from: one.id, to: { ...joined(other, one), id, person: into } }] : [];
    });
    if (!hub || (!theirs && moved.length === 0)) return { kind: 'merged-before' };
    const roles = [...new Set([...(kept?.roles ?? []), ...(theirs?.roles ?? [])])];
    const member = theirs && { ...theirs, ...kept, id: people.kept.id, person: into, roles };
    return {
      kind: 'merged',
      write: [
        ...(member ? [member, withMember(withMember(hub, theirs, undefined), kept, member)] : []),
        ...moved.map(({ to }) => to),
      ],
      remove: [...(theirs ? [people.theirs.id] : []), ...moved.map((one) => one.from)],
      audit: merged(into, people.theirs.id),
      tasks: [remember(deps, into, hubId)],
    };
  });
}

async function mergeAccounts(deps: Deps, from: string, into: string): Promise<void> {
  const person = await read(deps.store, personAt(from));
  if (!person) return;
  for (const account of person.accounts) {
    const ref = identityAt(account);
    await change(deps, { partition: ref.partition, read: { identity: ref } }, ({ identity }) =>
      identity?.person === from
        ? { kind: 'pointed', write: [{ ...identity, person: into }] }
        : { kind: 'pointed-before' },
    );
  }
  await rememberIn(deps, into, person);
  const ref = personAt(from);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person: left }) => {
    if (!left || (left.accounts.length === 0 && left.memberOf.length === 0)) return { kind: 'emptied-before' };
    return { kind: 'emptied', write: [{ ...left, accounts: [], memberOf: [] }] };
  });
}

/** Adds what another person's record says of hubs and accounts to a person's own. */
async function rememberIn(deps: Deps, personId: string, from: Pick<Person, 'memberOf' | 'accounts' | 'ownHub'>) {
  const { memberOf: hubIds, accounts } = from;
  const ref = personAt(personId);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person = unseenPerson(personId) }) => {
    if (person.movedTo) throw new Error('merged into somebody else meanwhile');
    const memberOf = [...new Set([...person.memberOf, ...hubIds])];
    const names = new Set(person.accounts.map(({ tenantId, objectId }) => `${tenantId}:${objectId}`));
    const added = accounts.filter(({ tenantId, objectId }) => !names.has(`${tenantId}:${objectId}`));
    const ownHub = person.ownHub ?? from.ownHub;
    if (added.length === 0 && memberOf.length === person.memberOf.length && ownHub === person.ownHub)
      return { kind: 'remembered-before' };
    return {
      kind: 'remembered',
      write: [{ ...person, memberOf, ownHub, accounts: [...person.accounts, ...added] }],
      ...(added.length > 0 && { audit: { by: personId, event: 'account-linked', subject: personId } }),
      // Told in the account they had: whoever did not do it themselves learns of it.
      tell: added.length > 0 && reachableChat(person) ? [linkedNews(deps, personId, person)] : [],
      tasks: added.length > 0 ? [backTask(deps, personId)] : [],
    };
  });
}

const linkedNews = (deps: Deps, personId: string, person: Person): Message => ({
  id: `account-linked:${personId}:${deps.clock.now().toISOString()}`,
  ...messageTo(personId, person),
  content: { kind: 'account-linked' },
});
