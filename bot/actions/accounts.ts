import { randomUUID } from 'node:crypto';
import { accountCode, accountLinked, linkAccountCard } from '../../cards/people/accounts.ts';
import { issueLinkCode, redeemCode } from '../../services/people/codes.ts';
import type { Reply, Turn } from '../turn.ts';
import { showHelp } from './help.ts';
import type { ActionHandlers } from './index.ts';

export const accounts: Pick<ActionHandlers, 'accounts.code'> = {
  'accounts.code': async ({ op }, turn) => ({ card: accountCode(await issueLinkCode(turn.deps, turn.actor, { op })) }),
};

/** How to link another account: what it is for, and a button for the code. */
export const openAccounts = (): Reply => ({ card: linkAccountCard({ op: randomUUID() }) });

/** What becomes of a code that somebody sends. */
export async function takeCode(turn: Turn, code: string): Promise<Reply> {
  const result = await redeemCode(turn.deps, turn.actor, turn.account, code);
  switch (result.kind) {
    case 'lead': {
      const hubs = new Map([...turn.actor.hubs, [result.hubId, ['lead' as const]]]);
      return showHelp({ ...turn, actor: { ...turn.actor, hubs } });
    }
    case 'linked':
      return { card: accountLinked({}) };
    case 'same-account':
      return { say: 'You made this code with this very account. Send it from your other account.' };
    case 'has-records':
      return {
        say: 'This account has an application or a role of its own, which linking would lose. Send the code the other way round: make one here, and send it from the other account. If that one has them too, ask your hub’s lead which to keep.',
      };
    case 'no-good':
      return {
        say: 'That code does not work. It may be mistyped, used already or too old: ask whoever gave it to you for another.',
      };
    case 'wait':
      return { say: 'That is a lot of codes. Wait an hour, then try the right one; nothing is lost.' };
  }
}
