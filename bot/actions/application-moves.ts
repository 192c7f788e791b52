import { randomUUID } from 'node:crypto';
import { confirmTurnDown, confirmWithdraw } from '../../cards/applications/confirm-move.ts';
import { type OwnApplication, ownApplication } from '../../services/applications/look.ts';
import type { Movement } from '../../services/applications/movement.ts';
import { startChanges } from '../../services/applications/open-draft.ts';
import { moveOwn, ownEvents } from '../../services/applications/own-move.ts';
import type { ApplicationEvent } from '../../services/applications/states.ts';
import type { Reply, Turn } from '../turn.ts';
import { showApplication, showWithUnsent } from './application.ts';
import { stillAt } from './decisions.ts';
import type { ActionHandlers } from './index.ts';
import { showDraft } from './show-draft.ts';

type Moves =
  | 'application.edit'
  | 'application.accept'
  | 'application.turning-down'
  | 'application.turn-down'
  | 'application.withdrawing'
  | 'application.withdraw';

const movedOn = 'Your application has moved on, so nothing was changed. Here is how it stands now.';
const opened =
  'Your hub has opened your application, so it cannot be changed any more. Ask your hub if something is wrong.';

export const applicationMoves: Pick<ActionHandlers, Moves> = {
  'application.edit': edit,
  'application.accept': (input, turn) => move(turn, input, { event: 'accept' }),
  'application.turning-down': (about, turn) =>
    whenIt(turn, about, 'turn-down', ({ hub, seen }) => ({
      card: confirmTurnDown({ op: randomUUID(), ...about, seen, hubName: hub.name }),
    })),
  'application.turn-down': (input, turn) => move(turn, input, { event: 'turn-down' }),
  'application.withdrawing': (about, turn) =>
    whenIt(turn, about, 'withdraw', ({ hub, state, seen }) => ({
      card: confirmWithdraw({ op: randomUUID(), ...about, seen, hubName: hub.name, holds: heldIn(state) }),
    })),
  'application.withdraw': (input, turn) => move(turn, input, { event: 'withdraw' }),
};

type Own = { cohort: string; applicationId: string };
type Shown = Pick<OwnApplication, 'hub' | 'state'> & { seen: number };

/** What an application holds that is lost when it is withdrawn. */
function heldIn(state: Shown['state']) {
  if (state === 'accepted') return 'place';
  return state === 'offered' ? 'offer' : undefined;
}

/** Their own application, where it is the one they looked at and can make this move; else how it stands now. */
async function whenIt(
  turn: Turn,
  { cohort, applicationId }: Own,
  event: ApplicationEvent,
  then: (own: Shown) => Reply,
): Promise<Reply> {
  const own = await ownApplication(turn.deps, turn.actor, cohort);
  if (!own?.application || own.applicationId !== applicationId || !ownEvents(own).includes(event))
    return showApplication(turn, cohort, movedOn);
  return then({ ...own, seen: own.application.steps.length });
}

async function edit({ cohort, applicationId }: Own, turn: Turn): Promise<Reply> {
  const own = await ownApplication(turn.deps, turn.actor, cohort);
  const draft = { cohort, changes: applicationId };
  if (!own?.application || own.applicationId !== applicationId) return showWithUnsent(turn, draft, movedOn);
  const events = ownEvents(own);
  if (!events.includes('edit') && !events.includes('send-more'))
    return showWithUnsent(turn, draft, own.application.openedAt ? opened : movedOn);
  return showDraft(turn, await startChanges(turn.deps, turn.actor.personId, own.hubId, own.application));
}

/** `seen`: how many moves it had made on the card, where it has to be as it was there. */
type Press = Own & { op: string; seen?: number };

async function move(turn: Turn, { op, cohort, applicationId, seen }: Press, movement: Movement) {
  const still = seen === undefined ? {} : { still: stillAt({ seen }) };
  const result = await moveOwn(turn.deps, turn.actor, { op, cohort, applicationId, ...still }, movement);
  return showApplication(turn, cohort, result.kind === 'moved' ? '' : movedOn);
}
