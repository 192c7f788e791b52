import type { Actor } from '../access.ts';
import { change } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { type Account, currentPerson, identityAt, personAt, sameAccount } from './person.ts';

/** The accounts that are this person's, the one heard from last first. */
export async function accountsOf(deps: Deps, { personId }: Actor): Promise<Account[]> {
  const person = await read(deps.store, personAt(personId));
  return (person?.accounts ?? []).map(({ tenantId, objectId }) => ({ tenantId, objectId }));
}

export type Revoked = { kind: 'revoked' } | { kind: 'in-use' } | { kind: 'not-yours' };

/**
 * An account is this person's no more: whoever speaks from it is somebody new, with no role and no application. `current`
 * is the account in use, which is not revoked from within itself.
 */
export async function revokeAccount(
  deps: Deps,
  { personId }: Actor,
  { account, current }: { account: Account; current: Account },
): Promise<Revoked> {
  if (sameAccount(account, current)) return { kind: 'in-use' };
  const ref = identityAt(account);
  const held = await read(deps.store, ref);
  const owner = held?.person && (await currentPerson(deps, held.person)).personId;
  if (owner !== personId) return { kind: 'not-yours' };
  const owed: Owed = { name: 'drop-account', personId, ...account };
  const about = { partition: ref.partition, read: { identity: ref } };
  const result = await change(deps, about, ({ identity }) => {
    if (identity?.person !== held?.person) return { kind: 'not-yours' as const };
    const id = `drop-account:${deps.clock.now().toISOString()}`;
    return { kind: 'revoked' as const, remove: [ref.id], tasks: [{ id, owed }] };
  });
  return result.kind === 'revoked' ? { kind: 'revoked' } : { kind: 'not-yours' };
}

/** The task behind a revoked account: nothing is sent there any more. */
export async function dropAccount(deps: Deps, owed: Extract<Owed, { name: 'drop-account' }>): Promise<void> {
  const { personId } = owed;
  const identity = await read(deps.store, identityAt(owed));
  if (identity?.person === personId) return; // Linked again meanwhile.
  const ref = personAt(personId);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person }) => {
    const accounts = person?.accounts.filter((one) => !sameAccount(one, owed));
    if (!person || !accounts || accounts.length === person.accounts.length) return { kind: 'dropped-before' };
    const audit = { by: personId, event: 'account-revoked', subject: identityAt(owed).partition };
    return { kind: 'dropped', write: [{ ...person, accounts }], audit };
  });
}
