import { type Application, isEndorsed } from '../services/applications/application.ts';
import type { By } from '../services/applications/move.ts';
import type { Movement } from '../services/applications/movement.ts';
import { moveFor } from '../services/applications/states.ts';
import { everyMovement, ways } from './support/application-moves.ts';
import { actorOf } from './support/applying.ts';
import { stopBots } from './support/bot.ts';
import { brokenInvariants } from './support/invariants.ts';
import { lead, type Subject, shown, startMoving } from './support/moving.ts';

let world: Awaited<ReturnType<typeof startMoving>>;
beforeAll(async () => {
  world = await startMoving();
});
afterAll(stopBots);

const knowing = 'a-lead-who-knows-them';
const asLead = (...who: Parameters<typeof actorOf>): By => ({ who: 'lead', actor: actorOf(...who) });

/** Everybody who is kept out whatever the table of moves says, and what they come as. */
const keptOut: Record<string, { by: (subject: Subject) => By; kind: 'denied' | 'conflicted' }> = {
  'another applicant': { by: () => ({ who: 'applicant', actor: actorOf('another') }), kind: 'denied' },
  'the applicant as if they were a lead': { by: ({ who }) => ({ who: 'lead', actor: who }), kind: 'denied' },
  'a lead as if they were the applicant': { by: () => ({ who: 'applicant', actor: lead }), kind: 'denied' },
  'a lead of another hub': { by: () => asLead('elsewhere', { glow: ['lead'] }), kind: 'denied' },
  'a specialist of the hub': { by: () => asLead('ana', { demo: ['specialist'] }), kind: 'denied' },
  'a coordinator': { by: () => asLead('colin', {}, true), kind: 'denied' },
  'a lead who is the applicant': { by: ({ who }) => asLead(who.personId, { demo: ['lead'] }), kind: 'conflicted' },
  'a lead who knows them': { by: () => asLead(knowing, { demo: ['lead'] }), kind: 'conflicted' },
};

/** What must be left behind by a move that was made. */
async function expectLeftBehind(subject: Subject, before: Application, movement: Movement, by: By) {
  const { event } = movement;
  const after = await world.stored(subject);
  const to = moveFor(before.state, event, isEndorsed(before))?.to;
  const name = 'actor' in by ? by.actor.personId : by.who;
  const why = 'words' in movement ? expect.stringContaining(movement.words) : undefined;
  const step = { by: name, from: before.state, to, ...(why && { why }) };
  expect(after).toMatchObject({ state: to });
  expect(after.steps).toEqual([...before.steps, { ...step, event, at: expect.any(String) }]);
  const audit = await world.auditOf(subject);
  expect(audit).toHaveLength(after.steps.length);
  expect(audit.at(-1)).toMatchObject({ ...step, event: `application-${event}` });
  return after;
}

/** The same press again, and the same card with something else on it, change nothing more. */
async function expectOnce(subject: Subject, movement: Movement, by: By, press: ReturnType<typeof world.press>) {
  const after = await world.stored(subject);
  world.taken();
  expect(shown(await world.move(by, subject, movement, press))).toEqual({ kind: 'moved', state: after.state });
  const other = { ...movement, words: 'Something else.' } as Movement;
  expect(shown(await world.move(by, subject, other, press))).toEqual({ kind: 'not-now', state: after.state });
  expect(world.taken()).toMatchObject({ commits: 0 });
  expect(await world.stored(subject)).toEqual(after);
}

describe.each(Object.keys(ways))('An application: %s', (way) => {
  test('When somebody whom it does not concern tries anything, nothing changes', async () => {
    const subject = await world.brought(way);
    await world.rewrite({ ...(await world.stored(subject)), ...{ conflicts: [knowing] } });
    const before = await world.stored(subject);
    world.taken();
    for (const [who, { by, kind }] of Object.entries(keptOut))
      for (const movement of everyMovement)
        expect([who, movement.event, await world.move(by(subject), subject, movement)]).toEqual([
          who,
          movement.event,
          { kind },
        ]);
    expect(world.taken()).toMatchObject({ commits: 0 });
    expect(await world.stored(subject)).toEqual(before);
  });

  test.each(['applicant', 'headteacher', 'lead', 'bot'] as const)(
    'When the %s tries everything, what the table has comes about once and nothing else',
    async (who) => {
      let subject = await world.brought(way);
      for (const movement of everyMovement) {
        const by = await world.byHand(who, subject);
        const before = await world.stored(subject);
        const told = await world.toldOf(subject);
        const move = moveFor(before.state, movement.event, isEndorsed(before));
        const press = world.press(subject);
        world.taken();
        const moved = await world.move(by, subject, movement, press);
        if (!move?.who.includes(who)) {
          expect([movement.event, shown(moved)]).toEqual([movement.event, { kind: 'not-now', state: before.state }]);
          expect(world.taken()).toMatchObject({ commits: 0 });
          expect(await world.stored(subject)).toEqual(before);
          continue;
        }
        expect([movement.event, shown(moved)]).toEqual([movement.event, { kind: 'moved', state: move.to }]);
        await expectLeftBehind(subject, before, movement, by);
        expect(await world.toldOf(subject)).toEqual([...told, ...(move.tells ? [move.tells] : [])]);
        await expectOnce(subject, movement, by, press);
        subject = await world.brought(way);
      }
    },
  );
});

test('When all this is done, places, lists, memberships, messages and the audit trail are what the applications say', async () => {
  await world.bot.deliver();
  expect(await brokenInvariants(world.bot.store)).toEqual([]);
});
