import { applicationFor, queueOf } from '../services/applications/look.ts';
import { applicationStates } from '../services/applications/states.ts';
import { hubAt, memberAt } from '../services/people/hub.ts';
import { movements } from './support/application-moves.ts';
import { actorOf } from './support/applying.ts';
import { stopBots } from './support/bot.ts';
import { brokenInvariants } from './support/invariants.ts';
import { lead, shown, startMoving } from './support/moving.ts';

let world: Awaited<ReturnType<typeof startMoving>>;
beforeEach(async () => {
  world = await startMoving();
});
afterEach(async () => {
  await world.bot.deliver();
  expect(await brokenInvariants(world.bot.store)).toEqual([]);
  await stopBots();
});

const words = 'w'.repeat(1000);

describe('A card that is out of date or was forged', () => {
  test('When a lead has opened an application, its applicant cannot edit it any more and nothing changes', async () => {
    const subject = await world.brought('with the hub');
    await world.rewrite({ ...(await world.stored(subject)), ...{ openedAt: '2026-03-02T10:00:00.000Z' } });
    world.taken();
    expect(await world.move(await world.byHand('applicant', subject), subject, movements.edit)).toEqual({
      kind: 'opened',
    });
    expect(world.taken()).toMatchObject({ commits: 0 });
  });

  test('When an applicant puts another’s application into their old press, they learn nothing and nothing moves', async () => {
    const [own, other] = [await world.brought('with the hub'), await world.brought('with the hub')];
    const press = world.press(own);
    await world.move(await world.byHand('applicant', own), own, movements.withdraw, press);
    const forged = { ...press, applicationId: other.id };
    expect(await world.move(await world.byHand('applicant', own), own, movements.withdraw, forged)).toEqual({
      kind: 'denied',
    });
    expect(await world.stored(other)).toMatchObject({ state: 'with-hub' });
  });

  test('When a lead’s press comes again with another application, that one does not move and is not said to have', async () => {
    const [one, other] = [await world.brought('with the hub'), await world.brought('with the hub')];
    const press = world.press(one);
    await world.move(await world.byHand('lead', one), one, movements.offer, press);
    const again = await world.move(await world.byHand('lead', other), other, movements.offer, {
      ...press,
      applicationId: other.id,
    });
    expect(shown(again)).toEqual({ kind: 'not-now', state: 'with-hub' });
  });

  test('When a lead is one no longer, pressing again what they had pressed shows them nothing', async () => {
    const subject = await world.brought('with the hub');
    const press = world.press(subject);
    await world.move(await world.byHand('lead', subject), subject, movements.offer, press);
    const gone = { who: 'lead' as const, actor: actorOf(lead.personId) };
    expect(await world.move(gone, subject, movements.offer, press)).toEqual({ kind: 'denied' });
  });

  test('When two leads decide at once, one decision stands, is told once and the other lead sees how it stands', async () => {
    const subject = await world.brought('with the hub');
    const other = { who: 'lead' as const, actor: actorOf('another-lead', { demo: ['lead'] }) };
    const both = await Promise.all([
      world.move(await world.byHand('lead', subject), subject, movements.offer),
      world.move(other, subject, movements.decline),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['moved', 'not-now']);
    expect(await world.toldOf(subject)).toHaveLength(2);
    expect(await world.auditOf(subject)).toHaveLength(3);
  });
});

describe('Who sees what', () => {
  test('When somebody names an application that is not theirs to see, they do not even learn that it is there', async () => {
    const [own, other] = [await world.brought('with the hub'), await world.brought('with the hub')];
    const at = (applicationId: string, hubId = 'demo') => ({ hubId, applicationId });
    for (const actor of [own.who, actorOf('colin', {}, true), actorOf('x', { glow: ['lead'], demo: ['specialist'] })]) {
      expect(await applicationFor(world.deps, actor, at(other.id))).toEqual({ kind: 'denied' });
      expect(await applicationFor(world.deps, actor, at('10:not-there'))).toEqual({ kind: 'denied' });
      for (const state of applicationStates) {
        const page = { hubId: 'demo', cohort: '10', state, limit: 8 };
        expect(await queueOf(world.deps, actor, page)).toEqual({ kind: 'denied' });
      }
    }
    expect((await applicationFor(world.deps, own.who, at(own.id))).kind).toBe('found');
    expect((await applicationFor(world.deps, lead, at(other.id))).kind).toBe('found');
    expect(await applicationFor(world.deps, lead, at(other.id, 'glow'))).toEqual({ kind: 'denied' });
  });

  test('When a lead forges where a page of the queue begins, they see that queue from its beginning', async () => {
    await world.brought('with the hub');
    const page = { hubId: 'demo', cohort: '10', state: 'with-hub', limit: 8 } as const;
    const first = await queueOf(world.deps, lead, page);
    for (const after of ['', 'application:', 'queue:10:accepted:~', 'queue:9:with-hub:'])
      expect(await queueOf(world.deps, lead, { ...page, after })).toEqual(first);
  });
});

describe('What is long', () => {
  test('When everything that goes with a decision is as long as it may be, the application can still be read', async () => {
    const subject = await world.brought('with the hub');
    const decline = { ...movements.decline, event: 'decline' as const, reason: 'experience' as const, words };
    expect((await world.move(await world.byHand('lead', subject), subject, decline)).kind).toBe('moved');
    expect((await world.stored(subject)).steps.at(-1)?.why).toContain(words);
  });

  test('When something is longer than it may be, nothing is written', async () => {
    const subject = await world.brought('with the hub');
    const before = await world.stored(subject);
    const ask = { event: 'ask-for-more' as const, words: words.repeat(2) };
    await expect(world.move(await world.byHand('lead', subject), subject, ask)).rejects.toThrow();
    expect(await world.stored(subject)).toEqual(before);
  });
});

describe('Places', () => {
  test.each([
    [1, 'full'],
    [0, 'full'],
    [undefined, 'no-quota'],
  ] as const)('When the quota is %s and one place is taken, nobody is offered another (%s)', async (quota, kind) => {
    const subjects = [await world.brought('with the hub'), await world.brought('on reserve')];
    const holder = await world.brought('offered');
    if (quota === 0) await world.move(await world.byHand('applicant', holder), holder, movements.withdraw);
    await world.setQuota(quota);
    world.taken();
    for (const one of subjects)
      expect((await world.move(await world.byHand('lead', one), one, movements.offer)).kind).toBe(kind);
    const [, reserve] = subjects;
    if (reserve) expect((await world.move({ who: 'bot' }, reserve, movements.offer)).kind).toBe(kind);
    expect(world.taken()).toMatchObject({ commits: 0 });
  });

  test('When an offer is accepted, its holder is a Specialist in the same commit, and no longer once they withdraw', async () => {
    const subject = await world.brought('offered');
    const { personId } = subject.who;
    const { specialists } = await world.there(hubAt('demo'));
    world.taken();
    await world.move(await world.byHand('applicant', subject), subject, movements.accept);
    expect(await world.there(memberAt('demo', personId))).toMatchObject({ roles: ['specialist'] });
    expect(await world.there(hubAt('demo'))).toMatchObject({ specialists: specialists + 1 });
    await world.move(await world.byHand('applicant', subject), subject, movements.withdraw);
    expect(await world.there(memberAt('demo', personId))).toMatchObject({ roles: [] });
    expect(await world.there(hubAt('demo'))).toMatchObject({ specialists });
  });
});
