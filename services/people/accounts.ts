import { openApplicationRecord } from '../applications/application.ts';
import { change } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { identityAt, personAt, personPartition, sameAccount } from './person.ts';

/** Whether somebody has what would be lost if their account became another person's: a role or an application. */
export async function hasRecords(deps: Deps, personId: string): Promise<boolean> {
  const [person, applications] = await Promise.all([
    read(deps.store, personAt(personId)),
    deps.store.list(personPartition(personId), openApplicationRecord.type, { limit: 1 }),
  ]);
  return applications.length > 0 || (person?.memberOf.length ?? 0) > 0;
}

/**
 * The task behind a redeemed link code: the account becomes one of `personId`'s. The person it was until now is marked
 * first: nobody applies or gets a role as them any more, so that nothing can come in between and be lost.
 */
export async function linkAccount(deps: Deps, owed: Extract<Owed, { name: 'link-account' }>): Promise<void> {
  const { personId, from, tenantId, objectId } = owed;
  const account = { tenantId, objectId };
  await mark(deps, from, personId);
  if (await hasRecords(deps, from)) return mark(deps, from, undefined);
  const before = await read(deps.store, personAt(from));
  const chat = before?.accounts.find((one) => sameAccount(one, account))?.chat;

  const identity = identityAt(account);
  await change(deps, { partition: identity.partition, read: { identity } }, ({ identity: held }) => {
    if (!held || held.person === personId) return { kind: 'pointed-before' };
    return { kind: 'pointed', write: [{ ...held, person: personId }] };
  });
  await change(deps, { partition: personPartition(personId), read: { person: personAt(personId) } }, ({ person }) => {
    if (!person) return { kind: 'no-such-person' };
    if (person.accounts.some((one) => sameAccount(one, account))) return { kind: 'linked-before' };
    return {
      kind: 'linked',
      write: [{ ...person, accounts: [{ ...account, chat }, ...person.accounts] }],
      audit: { by: personId, event: 'account-linked', subject: identity.partition },
    };
  });
}

async function mark(deps: Deps, personId: string, movedTo: string | undefined): Promise<void> {
  await change(deps, { partition: personPartition(personId), read: { person: personAt(personId) } }, ({ person }) => {
    if (!person || person.movedTo === movedTo) return { kind: 'marked-before' };
    return { kind: 'marked', write: [{ ...person, movedTo }] };
  });
}
