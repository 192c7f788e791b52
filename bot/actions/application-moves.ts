import { randomUUID } from 'node:crypto';
import { confirmTurnDown, confirmWithdraw } from '../../cards/applications/confirm-move.ts';
import { type OwnApplication, ownApplication } from '../../services/applications/look.ts';
import type { Movement } from '../../services/applications/movement.ts';
import { startChanges } from '../../services/applications/open-draft.ts';
import { moveOwn, ownEvents } from '../../services/applications/own-move.ts';
import type { ApplicationEvent } from '../../services/applications/states.ts';
import type { Reply, Turn } from '../turn.ts';
import { showApplication } from './application.ts';
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
    whenIt(turn, about, 'turn-down', ({ hub }) => ({
      card: confirmTurnDown({ op: randomUUID(), ...about, hubName: hub.name }),
    })),
  'application.turn-down': (input, turn) => move(turn, input, { event: 'turn-down' }),
  'application.withdrawing': (about, turn) =>
    whenIt(turn, about, 'withdraw', ({ hub, state }) => ({
      card: confirmWithdraw({ op: randomUUID(), ...about, hubName: hub.name, accepted: state === 'accepted' }),
    })),
  'application.withdraw': (input, turn) => move(turn, input, { event: 'withdraw' }),
};

type Own = { cohort: string; applicationId: string };

/** Their own application, where it is the one they looked at and can make this move; else how it stands now. */
async function whenIt(
  turn: Turn,
  { cohort, applicationId }: Own,
  event: ApplicationEvent,
  then: (own: OwnApplication) => Promise<Reply> | Reply,
): Promise<Reply> {
  const own = await ownApplication(turn.deps, turn.actor, cohort);
  const may = own?.applicationId === applicationId && ownEvents(own).includes(event);
  return may ? then(own) : showApplication(turn, cohort, movedOn);
}

async function edit({ cohort, applicationId }: Own, turn: Turn): Promise<Reply> {
  const own = await ownApplication(turn.deps, turn.actor, cohort);
  if (!own?.application || own.applicationId !== applicationId) return showApplication(turn, cohort, movedOn);
  const events = ownEvents(own);
  if (!events.includes('edit') && !events.includes('send-more'))
    return showApplication(turn, cohort, own.application.openedAt ? opened : movedOn);
  return showDraft(turn, await startChanges(turn.deps, turn.actor.personId, own.hubId, own.application));
}

async function move(turn: Turn, { op, cohort, applicationId }: Own & { op: string }, movement: Movement) {
  const result = await moveOwn(turn.deps, turn.actor, { op, cohort, applicationId }, movement);
  return showApplication(turn, cohort, result.kind === 'moved' ? '' : movedOn);
}
