import { moveApplication } from '../services/applications/move.ts';
import type { Movement } from '../services/applications/movement.ts';
import type { TeamsPerson } from './support/activities.ts';
import { movements } from './support/application-moves.ts';
import { actorOf, byLink } from './support/applying.ts';
import { demoPerson, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { application, decide, newOp, setHub, withHub } from './support/deciding.ts';
import { apply, linkCode } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const ana = demoPerson('Ana');
const newcomer = stranger('Ana Kowalska (new school)');

/** Sends a code and joins both accounts, with the answers given to what is asked. */
async function join(bot: TestBot, who: TeamsPerson, code: string, typed: object = {}) {
  const preview = await bot.say(who, code);
  return { preview, joined: await bot.press(who, preview, 'Join both accounts', typed) };
}

async function settled(bot: TestBot): Promise<void> {
  await bot.deliver();
  expect(await brokenInvariants(bot.store)).toEqual([]);
}

describe('Two people who turn out to be one', () => {
  test('When both have records, what joins is shown first, and then everything is there in both accounts', async () => {
    const bot = await startBot();
    await apply(bot, newcomer);
    const { preview, joined } = await join(bot, newcomer, await linkCode(bot, ana));
    expect(textOf(preview)).toContain('Application to Demo Maths Hub for Cohort 10');
    expect(textOf(preview)).toContain('Specialist with Demo Maths Hub');
    expect(textOf(joined)).toContain('This account is linked');
    for (const who of [ana, newcomer]) {
      expect(textOf(await bot.say(who, 'whoami'))).toContain('Specialist with Demo Maths Hub');
      expect(textOf(await bot.say(who, 'my application'))).toContain('Your application waits for your headteacher');
    }
    expect(textOf(await bot.say(helen, 'applications'))).toContain(newcomer.name);
    await settled(bot);
  });

  test.each([
    ['from', 'Second School'],
    ['into', 'First School'],
  ])(
    'When both applied, the one they choose (%s) goes on and the other is withdrawn, not lost',
    async (keep, school) => {
      const bot = await startBot();
      const old = stranger('Old account');
      await apply(bot, old, { school: 'First School' });
      bot.setNow(new Date('2026-03-02T10:05:00Z'));
      await apply(bot, newcomer, { school: 'Second School' });
      await join(bot, newcomer, await linkCode(bot, old), { keep });
      for (const who of [old, newcomer]) expect(textOf(await bot.say(who, 'my application'))).toContain(school);
      const applications = await bot.records('hub:demo', 'application');
      expect(applications.map(({ state }) => state).sort()).toEqual(['waiting-for-endorsement', 'withdrawn']);
      const [places] = await bot.records('hub:demo', 'places');
      expect(places?.counts).toEqual({ 'waiting-for-endorsement': 1, withdrawn: 1 });
      await settled(bot);
    },
  );

  test.each([
    ['into', 'their first has ended and is the one they chose'],
    ['from', 'their second is chosen'],
  ])('When one application has ended and the other holds a place, the place stays theirs (%s: %s)', async (keep) => {
    const bot = await startBot();
    const old = stranger('Old account');
    await apply(bot, old, { school: 'First School' });
    await moveAll(bot, [['applicant', { event: 'withdraw' }]]);
    bot.setNow(new Date('2026-03-02T10:05:00Z'));
    await apply(bot, newcomer, { school: 'Second School' });
    await moveAll(bot, accepting);
    await join(bot, newcomer, await linkCode(bot, old), { keep });
    const applications = await bot.records('hub:demo', 'application');
    expect(applications.map(({ state }) => state)).toEqual(['withdrawn', 'accepted']);
    for (const who of [old, newcomer]) {
      expect(textOf(await bot.say(who, 'my application'))).toContain('Second School');
      expect(textOf(await bot.say(who, 'whoami'))).toContain('Specialist with Demo Maths Hub');
    }
    await settled(bot);
  });

  test('When both hold a place, one stays theirs, the other is free, and the hub counts one Specialist', async () => {
    const bot = await startBot();
    const old = stranger('Old account');
    await apply(bot, old);
    bot.setNow(new Date('2026-03-02T10:05:00Z'));
    await apply(bot, newcomer);
    await moveAll(bot, accepting);
    const [before] = await bot.records('hub:demo', 'hub');
    await join(bot, newcomer, await linkCode(bot, old), { keep: 'from' });
    const [places] = await bot.records('hub:demo', 'places');
    expect(places?.counts).toMatchObject({ accepted: 1, withdrawn: 1 });
    expect((await bot.records('hub:demo', 'hub'))[0]?.specialists).toBe(Number(before?.specialists) - 1);
    await bot.deliver();
    expect(textOf(await bot.say(old, 'whoami'))).toContain('Specialist with Demo Maths Hub');
    await settled(bot);
  });

  test('When both are specialists of one hub, the hub has one of them, and counts one', async () => {
    const bot = await startBot();
    const ben = demoPerson('Ben');
    await join(bot, ana, await linkCode(bot, ben));
    const [hub] = await bot.records('hub:demo', 'hub');
    expect(hub?.specialists).toBe(5);
    await settled(bot);
  });

  test('When each sends the other’s code at the same moment, they are one person all the same', async () => {
    const bot = await startBot();
    const old = stranger('Old account');
    await apply(bot, old);
    const codes = [await linkCode(bot, ana), await linkCode(bot, old)] as const;
    const previews = await Promise.all([bot.say(old, codes[0]), bot.say(ana, codes[1])]);
    await Promise.all([
      bot.press(old, previews[0], 'Join both accounts'),
      bot.press(ana, previews[1], 'Join both accounts'),
    ]);
    await settled(bot);
    for (const who of [ana, old]) {
      expect(textOf(await bot.say(who, 'whoami'))).toContain('Specialist with Demo Maths Hub');
      expect(textOf(await bot.say(who, 'my application'))).toContain('Your application waits for your headteacher');
    }
  });

  test('When three accounts are joined one after the other, all are one person', async () => {
    const bot = await startBot();
    const [one, two, three] = [stranger('One'), stranger('Two'), stranger('Three')];
    await apply(bot, one);
    await bot.say(two, await linkCode(bot, one));
    await bot.say(three, await linkCode(bot, two));
    for (const who of [one, two, three])
      expect(textOf(await bot.say(who, 'my application'))).toContain('Your application waits for your headteacher');
    await settled(bot);
  });

  test.each(Array.from({ length: 16 }, (_, n) => n))(
    'When the power goes at write %i of joining, it is completed later, once',
    async (failing) => {
      const bot = await startBot();
      await apply(bot, newcomer);
      const code = await linkCode(bot, ana);
      const preview = await bot.say(newcomer, code);
      const back = powerGoesAt(bot, failing);
      await bot.press(newcomer, preview, 'Join both accounts');
      back();
      bot.setNow(new Date('2026-03-02T10:30:00Z'));
      await bot.deliver();
      if (!textOf(await bot.say(newcomer, 'whoami')).includes('Specialist')) {
        await bot.press(newcomer, preview, 'Join both accounts');
      }
      expect(textOf(await bot.say(newcomer, 'whoami'))).toContain('Specialist with Demo Maths Hub');
      expect(textOf(await bot.say(ana, 'my application'))).toContain('Your application waits for your headteacher');
      await settled(bot);
    },
  );
});

describe('A second application that is withdrawn by joining accounts', () => {
  const old = stranger('Old account');

  /** Joins both accounts, and the application of the old one goes on. */
  async function joinInto(bot: TestBot): Promise<void> {
    for (const who of [old, newcomer]) await bot.say(who, 'help');
    await bot.deliver();
    await join(bot, newcomer, await linkCode(bot, old), { keep: 'into' });
    await bot.deliver();
  }

  test('When a decision on it was kept for later, nothing is kept and nobody can release it', async () => {
    const bot = await startBot();
    const [first, second] = [await withHub(bot, old.name), await withHub(bot, newcomer.name)];
    const keep = { hubId: 'demo', applicationId: second, seen: 2, event: 'offer' };
    await bot.execute(helen, 'card', 'decisions.keep', { op: newOp(), ...keep });
    await joinInto(bot);
    expect((await application(bot, first)).state).toBe('with-hub');
    expect((await application(bot, second)).staged).toBeUndefined();
    const kept = await bot.execute(helen, 'card', 'staged.list', { hubId: 'demo' });
    expect(textOf(kept)).toContain('Nothing is kept for later');
    await settled(bot);
  });

  test('When it held a place, the place goes to the first reserve where the hub wants that', async () => {
    const bot = await startBot();
    await setHub(bot, { autoOffer: true });
    const [offered, other] = [await withHub(bot, old.name), await withHub(bot, newcomer.name)];
    const reserve = await withHub(bot, 'Rita Reserve');
    for (const id of [offered, other]) await decide(bot, helen, id, 'offer');
    await decide(bot, helen, reserve, 'put-on-reserve');
    await joinInto(bot);
    expect((await application(bot, other)).state).toBe('withdrawn');
    expect((await application(bot, reserve)).state).toBe('offered');
    await settled(bot);
  });
});

type Hand = 'applicant' | 'lead' | 'headteacher';
const accepting: [Hand, Movement][] = [
  ['headteacher', movements.endorse],
  ['lead', movements.offer],
  ['applicant', movements.accept],
];

/** Moves every application of the demo hub that can make these moves. */
async function moveAll(bot: TestBot, moves: [Hand, Movement][]): Promise<void> {
  for (const { id, person } of await bot.records('hub:demo', 'application'))
    for (const [who, movement] of moves) {
      const actor = who === 'lead' ? actorOf('a-lead', { demo: ['lead'] }) : actorOf(String(person));
      const by = who === 'headteacher' ? byLink(1) : { who, actor };
      const where = { op: `${id}-${movement.event}`, hubId: 'demo', applicationId: id.slice('application:'.length) };
      await moveApplication(bot.deps, by, where, movement);
    }
  // What they are told about it is out, so that the next answer is the last thing in their chat.
  await bot.deliver();
}

/** The store fails from its `failing`th write on, until what comes back is called. */
function powerGoesAt(bot: TestBot, failing: number): () => void {
  const { commit } = bot.store;
  let writes = 0;
  bot.store.commit = async (partition, changes) => {
    if (writes++ >= failing) throw new Error('the power goes');
    return commit(partition, changes);
  };
  return () => {
    bot.store.commit = commit;
  };
}
