import { ledgerAt, ledgerRecord } from '../services/days/ledger.ts';
import { channelRecord } from '../services/people/hub.ts';
import { makeMember } from '../services/people/membership.ts';
import { endorseAll } from './support/applying.ts';
import { buttonsOn, demoPerson, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { filledIn, inSteps } from './support/filled-in.ts';
import { fillIn, apply as submitAs } from './support/flows.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');
const ana = demoPerson('Ana');
const helen = demoPerson('Helen');
const colin = demoPerson('Colin');

/** Somebody applies and their headteacher agrees. */
async function apply(bot: TestBot, who = tess): Promise<void> {
  await submitAs(bot, who);
  await endorseAll(bot.deps);
  // They hear of it before anything else is asked.
  await bot.deliver();
}

/** What a lead has imported of somebody's days, in quarters. */
async function importDays(bot: TestBot, central: number, inSchool: number): Promise<void> {
  const { partition, id } = ledgerAt('demo', '10', ana.aadObjectId);
  const imported = { central, inSchool, at: '2026-03-01T10:00:00.000Z', by: helen.aadObjectId };
  const record = ledgerRecord.make({ partition, id, person: ana.aadObjectId, cohort: '10', imported });
  await bot.store.commit(partition, [{ kind: 'put', record, expect: 'absent' }]);
}

const describeDemo = (bot: TestBot) =>
  bot.execute(helen, 'x', 'hubs.save-texts', {
    op: 'texts',
    hubId: 'demo',
    contact: 'c',
    commitments: 'b',
    privacy: 'p q',
  });
const setYears = (bot: TestBot) =>
  bot.execute(colin, 'x', 'cohort.save', {
    op: 'years',
    cohort: '10',
    name: '10',
    yearOneFrom: '2026-09-01',
    yearOneTo: '2027-07-31',
    yearTwoTo: '2028-07-31',
  });

describe('What next', () => {
  test('When a teacher has done nothing yet, they can check, apply or ask', async () => {
    const bot = await startBot();
    const next = await bot.say(tess, 'What next?');
    expect(textOf(next)).toContain('Check whether you can apply\n');
    expect(buttonsOn(next.card).map(({ title }) => title)).toEqual([
      'Check if I can apply',
      'Start an application',
      'Reach a person',
      'What I can do',
    ]);
  });

  test('When a teacher has applied, they see how it stands, what happens next and whom to ask; nothing about applying', async () => {
    const bot = await startBot();
    await apply(bot);
    const next = textOf(await bot.say(tess, "what's next"));
    expect(next).toContain('Your application is with Demo Maths Hub');
    expect(next).toContain('Its leads choose from everybody who applied and tell you.');
    expect(next).toContain('Questions: Helen Marsh, hub lead, helen.marsh@demohub.example');
    expect(next).not.toContain('Check whether you can apply');
  });

  test('When a teacher has a draft, they see it first, how far it is and until when, and a button goes on with it', async () => {
    const bot = await startBot();
    const [you] = inSteps();
    await bot.press(tess, await bot.say(tess, 'apply'), 'Save and next', you?.typed);
    const next = await bot.say(tess, 'what next');
    expect(textOf(next)).toContain(
      'What is next for you\nYou have a draft application: 1 of 3 steps saved\nNothing is sent yet, and only you see it.\nDemo Maths Hub takes applications until Monday 13 April 2026.\n',
    );
    expect(buttonsOn(next.card).map(({ title }) => title)).toEqual([
      'Go on with my application',
      'Check if I can apply',
      'Reach a person',
      'What I can do',
    ]);
    expect(textOf(await bot.press(tess, next, 'Go on with my application'))).toContain('Step 2 of 3');
    expect(textOf(await bot.say(tess, 'help'))).toContain(
      'How things stand\nYou have a draft application: 1 of 3 steps saved',
    );
    await fillIn(bot, tess);
    expect(textOf(await bot.say(tess, 'what next'))).toContain('3 of 3 steps saved');
    bot.setNow(new Date('2026-04-20T10:00:00Z'));
    expect(textOf(await bot.say(tess, 'what next'))).toContain('applications closed on Monday 13 April 2026');
  });

  test('When the draft’s hub has no dates, or it has no hub yet, nothing is said of a last day', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'glow', csv: 'name\nGLOW' });
    await bot.say(tess, 'apply');
    const next = textOf(await bot.say(tess, 'what next'));
    expect(next).toContain(
      'You have a draft application: 0 of 3 steps saved\nNothing is sent yet, and only you see it.\n',
    );
    expect(next).not.toContain('takes applications');
    await fillIn(bot, tess, { hub: 'glow' });
    expect(textOf(await bot.say(tess, 'what next'))).not.toContain('GLOW');
  });

  test('When a draft was sent, or an application is open beside it, only the application is told of; once that ended, both', async () => {
    const bot = await startBot();
    await apply(bot);
    expect(textOf(await bot.say(tess, 'what next'))).not.toContain('draft');
    await fillIn(bot, ana);
    const form = await bot.execute(helen, 'x', 'on-behalf.form', { hubId: 'demo', personId: ana.aadObjectId });
    await bot.press(helen, form, 'Submit it for them', filledIn);
    expect(textOf(await bot.say(ana, 'what next'))).not.toContain('draft application');
    const asked = await bot.press(ana, await bot.say(ana, 'my application'), 'Withdraw my application');
    await bot.press(ana, asked, 'Withdraw my application');
    const next = textOf(await bot.say(ana, 'what next'));
    expect(next).toContain('What is next for you\nYou have a draft application: 3 of 3 steps saved');
    expect(next).toContain('withdrawn');
  });

  test('When a specialist asks, they see their days so far, or that none are recorded', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(ana, 'next'))).toContain('No days recorded with Demo Maths Hub yet');
    await importDays(bot, 10, 4);
    const next = textOf(await bot.say(ana, 'next'));
    expect(next).toContain('3.5 of 7.5 days with Demo Maths Hub');
    expect(next).toContain('2.5 of 5.5 at central events, 1 of 2 in school and in hub');
    expect(next).not.toContain('Start an application');
  });

  test('When a lead asks, they see what waits and what is missing, and then that nothing is', async () => {
    const bot = await startBot();
    const first = textOf(await bot.say(helen, 'what next'));
    expect(first).toContain('Demo Maths Hub has no text on what a school commits to and no privacy notice of its own');
    expect(first).not.toContain('application is with');
    await describeDemo(bot);
    expect(textOf(await bot.say(helen, 'what next'))).toContain('Nothing waits for you at Demo Maths Hub');
    await apply(bot);
    const next = await bot.say(helen, 'what next');
    expect(textOf(next)).toContain('1 application is with Demo Maths Hub');
    expect(textOf(await bot.press(helen, next, 'Read Demo Maths Hub’s applications'))).toContain(
      'Demo Maths Hub · Applications',
    );
  });

  test('When channels, dates and a quota are missing, the lead is told, and who sets them', async () => {
    const bot = await startBot();
    const values = { name: 'Demo Maths Hub', contact: '', opens: '', closes: '', quota: '' };
    await bot.execute(colin, 'x', 'hubs.save', { op: 'o', hubId: 'demo', cohort: '10', ...values });
    const [cohort] = (await bot.records('hub:demo', 'channel')).filter(({ use }) => use === 'cohort');
    const gone = channelRecord.parse({ ...(cohort ?? { partition: '', id: '', type: '' }), gone: true });
    await bot.store.commit('hub:demo', [{ kind: 'put', record: gone, expect: 'anything' }]);
    const next = textOf(await bot.say(helen, 'what next'));
    expect(next).toContain('Demo Maths Hub has no cohort channel');
    expect(next).toContain('Demo Maths Hub has no quota and no dates for applications');
    expect(next).toContain('A coordinator of the programme sets them.');
    expect(next).toContain('no contact and no text on what a school commits to and no privacy notice');
  });

  test('When a coordinator asks, all hubs are counted by what they lack, and the years are asked for', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name,quota\nGLOW,5\nSolent,' });
    const next = await bot.say(colin, 'what next');
    expect(textOf(next)).toContain('Cohort 10 has no dates for Year One and Year Two');
    expect(textOf(next)).toContain('2 of 3 hubs cannot take applications yet');
    expect(textOf(next)).toContain('2 with no lead\n2 with no leads’ channel\n1 with no quota\n2 with no dates');
    expect(textOf(await bot.press(colin, next, 'See every hub'))).toContain('3 hubs');
  });

  test('When everything is set, the coordinator is told so; with no hub at all, how to begin', async () => {
    const bot = await startBot();
    await setYears(bot);
    expect(textOf(await bot.say(colin, 'what next'))).toContain('The one hub has what it needs');
    const empty = await startBot({ demo: false, env: { ALLOWED_TENANTS: '*' } });
    expect(textOf(await empty.say(colin, 'what next'))).toContain('There are no hubs yet');
    expect(textOf(await empty.say(colin, 'set up'))).toContain('No hubs yet.');
    expect(textOf(await empty.say(tess, 'contacts'))).toContain('No hub has been set up here yet');
  });

  test('When somebody is several things at once, one card has all of it, with six buttons at most', async () => {
    const bot = await startBot();
    const { aadObjectId: personId, name } = colin;
    await bot.say(colin, 'help');
    await makeMember(bot.deps, 'bot', { hubId: 'demo', personId, name, roles: ['lead', 'specialist'] });
    await apply(bot, colin);
    const next = await bot.say(colin, 'what next');
    for (const words of [
      '1 application is with Demo Maths Hub',
      'privacy notice of its own',
      'Cohort 10 has no dates',
      'The one hub has what it needs',
      'Your application is with Demo Maths Hub',
      'No days recorded with Demo Maths Hub yet',
    ])
      expect(textOf(next)).toContain(words);
    const actions = next.card?.actions as { mode?: string }[];
    expect(actions).toHaveLength(6);
    expect(actions.filter(({ mode }) => mode !== 'secondary')).toHaveLength(3);
  });

  test('When it is asked before others, it is not answered', async () => {
    const bot = await startBot();
    const place = { kind: 'group' as const, id: '19:group@thread.v2' };
    expect(textOf(await bot.say(helen, 'what next', place))).toContain('between you and me');
    expect(textOf(await bot.execute(helen, 'x', 'next.open', {}, place))).toContain('between you and me');
  });
});

describe('Help and the first message', () => {
  test('When different people ask for help, each reads what is theirs', async () => {
    const bot = await startBot();
    await importDays(bot, 1, 0);
    const teacher = textOf(await bot.say(tess, 'help'));
    expect(teacher).toContain('Can I apply?');
    expect(teacher).not.toContain('How things stand');
    await apply(bot);
    const applicant = textOf(await bot.say(tess, 'help'));
    expect(applicant).toContain('How things stand\nYour application is with Demo Maths Hub');
    expect(applicant).not.toContain('Can I apply?');
    const specialist = textOf(await bot.say(ana, 'help'));
    expect(specialist).toContain('You are a Specialist with Demo Maths Hub');
    expect(specialist).toContain('0.25 of 7.5 days');
    const lead = textOf(await bot.say(helen, 'help'));
    expect(lead).toContain('You lead Demo Maths Hub');
    expect(lead).toContain('1 application is with Demo Maths Hub');
    const coordinator = await bot.say(colin, 'help');
    expect(textOf(coordinator)).toContain('You coordinate the programme');
    expect(textOf(await bot.press(colin, coordinator, 'What next'))).toContain('What is next for you');
  });

  test('When a hub grows, help costs the store what it cost before', async () => {
    const bot = await startBot();
    const count = async () => {
      const calls: string[] = [];
      const { get, list, find, commit } = bot.store;
      const counted =
        <A extends unknown[], R>(name: string, call: (...args: A) => R) =>
        (...args: A) => {
          calls.push(name);
          return call(...args);
        };
      bot.store.get = counted('get', get);
      bot.store.list = counted('list', list);
      bot.store.find = counted('find', find);
      bot.store.commit = counted('commit', commit);
      for (const who of [helen, colin]) await bot.say(who, 'help');
      Object.assign(bot.store, { get, list, find, commit });
      return calls;
    };
    for (const who of [helen, colin]) await bot.say(who, 'help');
    const before = await count();
    // Point reads, and whether anything did not arrive.
    expect(new Set(before)).toEqual(new Set(['get', 'list']));
    for (let n = 0; n < 10; n++) {
      const who = stranger(`New ${n}`);
      await apply(bot, who);
      const { aadObjectId: personId, name } = who;
      await makeMember(bot.deps, 'bot', { hubId: 'demo', personId, name, roles: ['specialist'] });
    }
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name\nGLOW\nSolent\nOrigin' });
    expect(await count()).toEqual(before);
  });

  test('When the app is installed, the first message is about what the person is and has done', async () => {
    const bot = await startBot();
    const first = async (who: typeof tess) => {
      const activity = bot.from.installation('add', who);
      await bot.post(activity);
      await bot.deliver();
      return JSON.stringify(bot.teams.sent(activity.conversation.id).at(-1));
    };
    expect(await first(stranger('Noa New'))).toContain('check whether you can apply, and apply here');
    expect(await first(helen)).toContain('You lead Demo Maths Hub');
    expect(await first(ana)).toContain('I show you your days so far');
    expect(await first(colin)).toContain('You coordinate the programme');
    await apply(bot);
    expect(await first(tess)).toContain('Your application is with Demo Maths Hub.');
  });
});

describe('Who I am', () => {
  test('When a member asks, they read name, roles, hub and school', async () => {
    const bot = await startBot();
    const seen = textOf(await bot.say(ana, 'whoami'));
    for (const words of [
      'Ana Kowalska',
      'Specialist with Demo Maths Hub',
      'Beckside School',
      ana.tenantId,
      ana.aadObjectId,
    ])
      expect(seen).toContain(words);
  });

  test('When a teacher asks, they read what is not known yet; after applying, their hub and school', async () => {
    const bot = await startBot();
    const before = textOf(await bot.say(tess, 'whoami'));
    expect(before).toContain('Teacher');
    expect(before).toContain('None yet. You choose one when you apply.');
    expect(before).toContain('I do not know it.');
    await apply(bot);
    const card = await bot.say(tess, 'whoami');
    expect(textOf(card)).toContain('Applicant to Demo Maths Hub');
    expect(textOf(card)).toContain('Ashdown Academy');
    expect(textOf(await bot.press(tess, card, 'What next'))).toContain('Your application is with');
  });
});
