import { placeApplication } from './applications/submit.ts';
import type { Owed } from './delivery/task.ts';
import type { Deps } from './deps.ts';
import { linkAccount } from './people/accounts.ts';
import { freeChannel, setChannel } from './people/channels.ts';
import { keepCode, makeLead } from './people/codes.ts';
import { rememberHub } from './people/membership.ts';
import { listHub, makeHub } from './people/set-up.ts';

type TaskHandlers = { [N in Owed['name']]: (deps: Deps, owed: Extract<Owed, { name: N }>) => Promise<void> };

/** Every task and what it does. Each may run any number of times and comes to the same. */
const handlers: TaskHandlers = {
  'place-application': placeApplication,
  'remember-hub': rememberHub,
  'keep-code': keepCode,
  'make-lead': makeLead,
  'link-account': linkAccount,
  'make-hub': makeHub,
  'list-hub': listHub,
  'set-channel': setChannel,
  'free-channel': freeChannel,
};

/** Runs a task once. Throws when it could not be done, so that it is tried again. */
export function runTask(deps: Deps, owed: Owed): Promise<void> {
  const run = handlers[owed.name] as (deps: Deps, owed: Owed) => Promise<void>;
  return run(deps, owed);
}
