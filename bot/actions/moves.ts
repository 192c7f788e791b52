import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { moveApplicationForm, movePersonForm, personMoved } from '../../cards/people/move-hub.ts';
import { can } from '../../services/access.ts';
import { hubWindows, ownApplication } from '../../services/applications/look.ts';
import { hubAt, hubIdOf, memberAt } from '../../services/people/hub.ts';
import { moveOwnApplication, moveToHub } from '../../services/people/move-hub.ts';
import { personAt } from '../../services/people/person.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import { showApplication } from './application.ts';
import type { ActionHandlers } from './index.ts';
import { ownCohort } from './own-cohort.ts';

type Moves = 'people.moving' | 'people.move' | 'application.moving' | 'application.move';

export const moves: Pick<ActionHandlers, Moves> = {
  'people.moving': (input, turn) => movingForm(turn, { ...input, op: randomUUID() }),
  'people.move': movePerson,
  'application.moving': async ({ cohort }, turn) =>
    ownForm(turn, { op: randomUUID(), cohort: await ownCohort(turn, cohort) }),
  'application.move': moveOwn,
};

const knownWords =
  'This application is yours, or you have said that you know this person, so another lead passes it on. Nothing was changed.';
const notYours: Reply = { say: 'Only a lead of their hub can move somebody, and never themselves.' };

async function movingForm(
  turn: Turn,
  { op, hubId, personId }: { op: string; hubId: string; personId: string },
  problem = '',
): Promise<Reply> {
  if (!can(turn.actor, 'move-person', { hubId, personId })) return notYours;
  const { store } = turn.deps;
  const [hub, member, person] = await Promise.all([
    read(store, hubAt(hubId)),
    read(store, memberAt(hubId, personId)),
    read(store, personAt(personId)),
  ]);
  if (!hub) return notYours;
  const name = member?.name || person?.name || 'This person';
  const hubs = turn.programme.hubs.filter(({ id }) => id !== hubId);
  return { card: movePersonForm({ op, hubId, hubName: hub.name, personId, name, hubs, problem }) };
}

async function movePerson(input: Input<'people.move'>, turn: Turn): Promise<Reply> {
  const result = await moveToHub(turn.deps, turn.actor, input);
  switch (result.kind) {
    case 'moved':
      return { card: personMoved({ hubId: input.hubId, hubName: result.hubName }) };
    case 'nothing-here':
      return { say: 'They are not with this hub any more, so nothing was changed.' };
    case 'no-such-hub':
      return movingForm(turn, input, 'Choose a hub that is open.');
    case 'conflicted':
      return { say: knownWords };
    case 'denied':
      return notYours;
  }
}

type Own = { op: string; cohort: string };

async function ownForm(turn: Turn, { op, cohort }: Own, problem = ''): Promise<Reply> {
  const [own, windows] = await Promise.all([
    ownApplication(turn.deps, turn.actor, cohort),
    hubWindows(turn.deps, turn.programme, cohort),
  ]);
  const hubs = windows.filter(({ id, window }) => window.kind === 'open' && (!own || id !== hubIdOf(own.hub)));
  return { card: moveApplicationForm({ op, cohort, hubs, problem }) };
}

async function moveOwn(input: Input<'application.move'>, turn: Turn): Promise<Reply> {
  const result = await moveOwnApplication(turn.deps, turn.actor, input);
  switch (result.kind) {
    case 'moved':
    case 'nothing-here':
      return showApplication(turn, input.cohort);
    case 'no-such-hub':
      return ownForm(turn, input, 'Choose one of the hubs.');
    case 'not-open':
      return ownForm(turn, input, 'That hub takes no applications today. Your application is where it was.');
  }
}
