import { fillPlace } from './applications/fill-place.ts';
import { runRelease } from './applications/run-release.ts';
import { placeApplication } from './applications/submit.ts';
import type { Owed } from './delivery/task.ts';
import { personIsBack } from './delivery/undelivered.ts';
import type { Deps } from './deps.ts';
import { dropAccount } from './people/accounts.ts';
import { knowPerson } from './people/acting-for.ts';
import { makeHub } from './people/add-hubs.ts';
import { freeChannel, setChannel } from './people/channel-claim.ts';
import { keepCode, makeLead } from './people/codes.ts';
import { endMembership } from './people/end-membership.ts';
import { giveAuthorities } from './people/give-authorities.ts';
import { loseChannel } from './people/lost-channels.ts';
import { rememberHub } from './people/membership.ts';
import { emptyHub, settleHub } from './people/merge-hubs.ts';
import { mergePeople } from './people/merge-people.ts';
import { carrySchool } from './people/school.ts';
import { listHub } from './people/set-up.ts';
import { takeImport } from './people/take-import.ts';
import { carryOver } from './people/transit.ts';

type TaskHandlers = { [N in Owed['name']]: (deps: Deps, owed: Extract<Owed, { name: N }>) => Promise<void> };

/** Every task and what it does. Each may run any number of times and comes to the same. */
const handlers: TaskHandlers = {
  'place-application': placeApplication,
  'remember-hub': rememberHub,
  'end-membership': endMembership,
  'keep-code': keepCode,
  'make-lead': makeLead,
  'merge-people': mergePeople,
  'drop-account': dropAccount,
  'carry-over': carryOver,
  'settle-hub': settleHub,
  'empty-hub': emptyHub,
  'give-authorities': giveAuthorities,
  'carry-school': carrySchool,
  'make-hub': makeHub,
  'list-hub': listHub,
  'person-is-back': personIsBack,
  'know-person': knowPerson,
  'set-channel': setChannel,
  'free-channel': freeChannel,
  'lose-channel': loseChannel,
  'fill-place': fillPlace,
  'release-staged': runRelease,
  'take-import': takeImport,
};

/** Runs a task once. Throws when it could not be done, so that it is tried again. */
export function runTask(deps: Deps, owed: Owed): Promise<void> {
  const run = handlers[owed.name] as (deps: Deps, owed: Owed) => Promise<void>;
  return run(deps, owed);
}
