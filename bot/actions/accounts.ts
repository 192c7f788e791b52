import { randomUUID } from 'node:crypto';
import { accountCode, accountLinked, accountsCard, mergePreviewCard } from '../../cards/people/accounts.ts';
import { accountsOf, revokeAccount } from '../../services/people/accounts.ts';
import { issueLinkCode, type Redeemed, redeemCode } from '../../services/people/codes.ts';
import { hubAt } from '../../services/people/hub.ts';
import type { MergePreview, PersonSummary } from '../../services/people/merge-people.ts';
import { sameAccount } from '../../services/people/person.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import { showHelp } from './help.ts';
import type { ActionHandlers } from './index.ts';

type Accounts = 'accounts.open' | 'accounts.code' | 'accounts.join' | 'accounts.revoke';

export const accounts: Pick<ActionHandlers, Accounts> = {
  'accounts.open': (_, turn) => openAccounts(turn),
  'accounts.code': async ({ op }, turn) => ({ card: accountCode(await issueLinkCode(turn.deps, turn.actor, { op })) }),
  'accounts.join': async ({ code, keep }, turn) => {
    const join = keep === 'from' ? 'from' : 'into';
    return showRedeemed(turn, code, await redeemCode(turn.deps, turn.actor, { code, join }));
  },
  'accounts.revoke': async (account, turn) => {
    const result = await revokeAccount(turn.deps, turn.actor, { account, current: turn.account });
    switch (result.kind) {
      case 'revoked':
        return openAccounts(turn, 'Removed. Whoever writes from it is somebody new to me.');
      case 'in-use':
        return openAccounts(turn, 'You are using this account now. Remove it from another one of yours.');
      case 'not-yours':
        return openAccounts(turn, 'That account is not yours any more. This is how it stands now.');
    }
  },
};

/** The accounts that are this person's, with a way to link another. */
export async function openAccounts(turn: Turn, message = ''): Promise<Reply> {
  const found = await accountsOf(turn.deps, turn.actor);
  const shown = found.map((account) => ({ ...account, isThis: sameAccount(account, turn.account) }));
  return { card: accountsCard({ accounts: shown, op: randomUUID(), message }) };
}

/** What becomes of a code that somebody sends. */
export async function takeCode(turn: Turn, code: string): Promise<Reply> {
  return showRedeemed(turn, code, await redeemCode(turn.deps, turn.actor, { code }));
}

function showRedeemed(turn: Turn, code: string, result: Redeemed): Promise<Reply> | Reply {
  switch (result.kind) {
    case 'lead': {
      const hubs = new Map([...turn.actor.hubs, [result.hubId, ['lead' as const]]]);
      return showHelp({ ...turn, actor: { ...turn.actor, hubs } });
    }
    case 'linked':
      return { card: accountLinked({}) };
    case 'to-confirm':
      return showPreview(turn, code, result.preview);
    case 'same-person':
      return { say: 'This account is yours already. To link another, send the code from that one.' };
    case 'for-somebody-else':
      return { say: 'You made this code for somebody else, so it is theirs to send. Forward it to them.' };
    case 'no-good':
      return {
        say: 'That code does not work. It may be mistyped, used already or too old: ask whoever gave it to you for another.',
      };
    case 'wait':
      return { say: 'That is a lot of codes. Wait an hour, then try the right one; nothing is lost.' };
  }
}

async function showPreview(turn: Turn, code: string, { from, into, both }: MergePreview): Promise<Reply> {
  const [here, there] = await Promise.all([named(turn, from), named(turn, into)]);
  return { card: mergePreviewCard({ code, here, there, bothApplied: both.length > 0 }) };
}

async function named({ deps }: Turn, { hubs, applications }: PersonSummary) {
  const nameOf = async (hubId: string) => (await read(deps.store, hubAt(hubId)))?.name ?? 'a hub';
  return {
    hubs: await Promise.all(hubs.map(async ({ hubId, roles }) => ({ hubName: await nameOf(hubId), roles }))),
    applications: await Promise.all(
      applications.map(async ({ hubId, cohort, submittedAt }) => {
        return { hubName: await nameOf(hubId), cohort, submittedAt };
      }),
    ),
  };
}
