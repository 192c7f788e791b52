import { importRegister } from '../services/schools/import-register.ts';
import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { filledIn } from './support/filled-in.ts';
import { apply, codeIn } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';
import { csvLines, school, windowsFile } from './support/register.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const ana = demoPerson('Ana');
const colin = demoPerson('Colin');
const named = { name: 'Nia Bevan', email: 'nia@fernhill.example' };
const theirs = { ...filledIn, ...named, school: 'Fernhill School' };

const later = (bot: TestBot, minutes = 1) => bot.setNow(new Date(bot.deps.clock.now().getTime() + minutes * 60_000));
const applicationsOf = (bot: TestBot) => bot.records('hub:demo', 'application');

async function name(bot: TestBot, typed: object = named, by = helen): Promise<Seen> {
  return bot.press(by, await bot.say(by, 'apply for somebody'), 'Go on to the form', typed);
}

/** Helen applies for Nia, whom the bot does not know. */
async function applyForNia(bot: TestBot): Promise<Seen> {
  return bot.press(helen, await name(bot), 'Submit it for them', theirs);
}

describe('A lead applies for somebody whose school is in the register', () => {
  const mocklandHub = 'name,opens,closes,authorities\nGLOW,2026-02-01,2026-04-01,North Mockland; Mockland';

  test('When the form knows the school, it says which hubs cover it; the application goes to the lead’s all the same', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'glow', csv: mocklandHub });
    const form = await name(bot);
    expect(textOf(form)).not.toContain('covered by');
    const wrong = await bot.press(helen, form, 'Submit it for them', { ...theirs, school: '900007', role: '' });
    expect(textOf(wrong)).toContain('Your school is in North Mockland, covered by GLOW. A school may choose any hub.');
    const done = await bot.press(helen, wrong, 'Submit it for them', { ...theirs, school: '900007' });
    expect(textOf(done)).toContain('The application is with Demo Maths Hub');
    expect(textOf(done)).not.toContain('GLOW');
  });

  test.each([
    ['Deepdale free school', 'covered by Demo Maths Hub and GLOW'],
    ['Deepdale Free School, Mockham', 'covered by Demo Maths Hub and GLOW'],
    ['Castle Hill High School', 'covered by Demo Maths Hub'],
  ])('When they are known to work at “%s”, the form says so at once', async (school, words) => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'glow', csv: mocklandHub });
    await bot.press(ana, await bot.say(ana, 'school'), 'Save my school', { school });
    const about = { hubId: 'demo', personId: ana.aadObjectId };
    expect(textOf(await bot.execute(helen, 'card', 'on-behalf.form', about))).toContain(words);
  });

  test.each([['Deepdale'], ['Some School'], ['Somewhere else entirely']])(
    'When “%s” may be none or several of the register’s, nothing is said',
    async (school) => {
      const bot = await startBot();
      await bot.press(ana, await bot.say(ana, 'school'), 'Save my school', { school });
      const about = { hubId: 'demo', personId: ana.aadObjectId };
      const form = textOf(await bot.execute(helen, 'card', 'on-behalf.form', about));
      expect(form).toContain('Apply for somebody');
      expect(form).not.toContain('covered by');
    },
  );
});

test('When two schools of the register have the name that is known, nothing is said of either', async () => {
  const bot = await startBot();
  const alike = { EstablishmentName: 'Fernhill School', 'LA (name)': 'Demoshire' };
  const rows = [school(900_101, alike), school(900_102, { ...alike, Town: 'Demoford' })];
  await importRegister(bot.deps, 'bot', windowsFile(csvLines(rows)));
  const about = { hubId: 'demo', personId: ana.aadObjectId };
  const formFor = async (line: string) => {
    await bot.press(ana, await bot.say(ana, 'school'), 'Save my school', { school: line });
    return textOf(await bot.execute(helen, 'card', 'on-behalf.form', about));
  };
  expect(await formFor('Fernhill School')).not.toContain('covered by');
  expect(await formFor('Fernhill School, Demoford')).toContain('Your school is in Demoshire');
});

describe('A lead applies for somebody the bot does not know', () => {
  test('When it is submitted, it is marked, on record, and what to tell them waits with a text to copy', async () => {
    const bot = await startBot();
    const form = await name(bot);
    expect(textOf(form)).toContain('For Nia Bevan');
    expect(JSON.stringify(form.card)).toContain('nia@fernhill.example');
    const done = await bot.press(helen, form, 'Submit it for them', theirs);
    expect(textOf(done)).toContain('The application is with Demo Maths Hub');
    expect(textOf(done)).toContain('I have no chat with them');
    await bot.deliver();

    const [application, ...others] = await applicationsOf(bot);
    expect(others).toEqual([]);
    expect(application).toMatchObject({ submittedBy: helen.aadObjectId, answers: { school: 'Fernhill School' } });
    expect(application?.privacyShown).toBeUndefined();
    const audit = await bot.records('hub:demo', 'audit');
    const lines = audit.map(({ event, by, onBehalfOf }) => ({ event, by, onBehalfOf }));
    const by = helen.aadObjectId;
    expect(lines).toContainEqual({ event: 'application-submit', by, onBehalfOf: application?.person });

    const view = await bot.press(helen, done, 'Read the application');
    expect(textOf(view)).toContain('Submitted for them by\nHelen Marsh');
    const list = await bot.press(helen, done, 'What did not reach people');
    expect(textOf(list)).toContain('Nia Bevan\nAn application was submitted for you');
    const message = await bot.press(helen, list, 'Tell Nia Bevan');
    expect(textOf(message)).toContain('nia@fernhill.example');
    expect(JSON.stringify(message.card)).toContain(
      'Helen Marsh of Demo Maths Hub applied for you to become a Specialist, on 2 March 2026, 10.00 am.',
    );
    expect(JSON.stringify(await bot.store.find({ type: 'person' }, 100))).not.toContain('Nia');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When they send the code a lead forwards, they are told at once and see their application and who submitted it', async () => {
    const bot = await startBot();
    const done = await applyForNia(bot);
    await bot.deliver();
    const view = await bot.press(helen, done, 'Read the application');
    const code = await bot.press(helen, view, 'Make a code for them');
    expect(textOf(code)).toContain('Nia Bevan');
    later(bot);
    const nia = stranger('Nia Bevan');
    await bot.post(bot.from.installation('add', nia));
    await bot.say(nia, codeIn(code));
    await bot.deliver();
    const told = bot.teams.sent(bot.from.message(nia, '').conversation.id).map((posted) => JSON.stringify(posted));
    expect(told.filter((one) => one.includes('An application was submitted for you'))).toHaveLength(1);
    const own = textOf(await bot.say(nia, 'my application'));
    expect(own).toContain('Your application waits for your headteacher');
    expect(own).toContain('Submitted for you by\nHelen Marsh');
    expect(textOf(await bot.say(helen, 'unreached'))).toContain('Everything has reached people');
    expect(textOf(await bot.press(helen, done, 'Read the application'))).not.toContain('Make a code');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When the button is pressed again and again, there is one application, one message and the same answer', async () => {
    const bot = await startBot();
    const form = await name(bot);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => bot.press(helen, form, 'Submit it for them', theirs)),
    );
    for (const answer of answers) expect(textOf(answer)).toMatch(/The application is (with|on its way to) Demo/);
    expect(await applicationsOf(bot)).toHaveLength(1);
    const messages = await bot.records('hub:demo', 'message');
    expect(messages.filter(({ id }) => id.startsWith('message:done-for-you'))).toHaveLength(1);
  });

  test.each(Array.from({ length: 6 }, (_, n) => n))(
    'When the store fails at write %i, pressing again comes to one application that tells them once',
    async (failing) => {
      const bot = await startBot();
      const form = await name(bot);
      const { commit } = bot.store;
      let writes = 0;
      let down = false;
      bot.store.commit = async (partition, changes) => {
        down ||= writes++ === failing;
        if (down) throw new Error('the power goes');
        return commit(partition, changes);
      };
      await bot.press(helen, form, 'Submit it for them', theirs);
      bot.store.commit = commit;
      await bot.press(helen, form, 'Submit it for them', theirs);
      later(bot, 90);
      await bot.deliver();
      expect(await applicationsOf(bot)).toHaveLength(1);
      expect(await bot.records('hub:demo', 'undelivered')).toHaveLength(1);
      expect(await brokenInvariants(bot.store)).toEqual([]);
    },
  );

  test('When somebody is named twice, in other letters and by two leads at once, they are one person', async () => {
    const bot = await startBot();
    const code = codeIn(await bot.execute(helen, 'card', 'leads.code', { op: 'second', hubId: 'demo' }));
    const second = stranger('Second Lead');
    await bot.say(second, code);
    const open = await Promise.all([helen, second].map((who) => bot.say(who, 'apply for somebody')));
    await Promise.all([
      bot.press(helen, open[0] as Seen, 'Go on to the form', named),
      bot.press(second, open[1] as Seen, 'Go on to the form', { ...named, email: ' Nia@FernHill.example ' }),
    ]);
    expect(await bot.records('hub:demo', 'by-email')).toHaveLength(1);
    await applyForNia(bot).catch(() => undefined);
    const again = await name(bot);
    expect(textOf(again)).toContain('Submitted for them by');
    expect(await applicationsOf(bot)).toHaveLength(1);
  });

  test('When the name or the address is not right, it is said in words and nobody is made', async () => {
    const bot = await startBot();
    const answer = await name(bot, { name: '', email: 'nonsense' });
    expect(textOf(answer)).toContain('Enter their name');
    expect(textOf(answer)).toContain('their work email, like name@school.org.uk');
    expect(JSON.stringify(answer.card)).toContain('nonsense');
    expect(await bot.records('hub:demo', 'by-email')).toEqual([]);
  });

  test('When the form is not right, what was typed stays and nothing is stored', async () => {
    const bot = await startBot();
    const again = await bot.press(helen, await name(bot), 'Submit it for them', { ...theirs, started: '13/2021' });
    expect(textOf(again)).toContain('Enter the month and year');
    expect(textOf(again)).toContain('For Nia Bevan');
    expect(JSON.stringify(again.card)).toContain('Fernhill School');
    expect(await applicationsOf(bot)).toEqual([]);
    expect(textOf(await bot.press(helen, again, 'Submit it for them', theirs))).toContain('The application is with');
  });
});

describe('A lead applies for somebody the bot knows', () => {
  test('When they have the app, they are told at once', async () => {
    const bot = await startBot();
    await bot.say(ana, 'help');
    const form = await bot.execute(helen, 'card', 'on-behalf.form', { hubId: 'demo', personId: ana.aadObjectId });
    expect(textOf(form)).toContain('For Ana Kowalska');
    expect(JSON.stringify(form.card)).toContain('Beckside School');
    const done = await bot.press(helen, form, 'Submit it for them', { ...theirs, name: ana.name });
    expect(textOf(done)).toContain('They are told in their chat with me');
    await bot.deliver();
    const told = bot.teams.sent(bot.from.message(ana, '').conversation.id).map((posted) => JSON.stringify(posted));
    expect(told.filter((one) => one.includes('An application was submitted for you'))).toHaveLength(1);
    expect(textOf(await bot.say(ana, 'my application'))).toContain('Submitted for you by');
  });

  test('When they have applied themselves, the lead sees that application, and nothing is submitted', async () => {
    const bot = await startBot();
    const form = await name(bot, { name: 'Tess Okafor', email: 'tess@ashdown.example' });
    const tess = demoPerson('Tess');
    await apply(bot, tess);
    const view = await name(bot, { name: 'T. Okafor', email: 'TESS@ashdown.example' });
    expect(textOf(view)).toContain('tess@ashdown.example');
    expect(textOf(view)).not.toContain('Submitted for them by');
    expect(await applicationsOf(bot)).toHaveLength(1);
    expect(textOf(form)).toContain('For Tess Okafor');
  });

  test.each(['to this hub', 'to another one'])(
    'When they had applied %s and that has ended, a lead applies for them again, and they stay one person',
    async (where) => {
      const bot = await startBot();
      const csv = 'name,opens,closes,quota\nGLOW,2026-02-01,2026-04-01,5';
      await bot.execute(colin, 'card', 'hubs.import-all', { op: 'glow', csv });
      const own = await apply(bot, ana, {
        hub: where === 'to this hub' ? 'demo' : 'glow',
        email: 'ana@beckside.example',
      });
      const asked = await bot.press(ana, own, 'Withdraw my application');
      await bot.press(ana, asked, 'Withdraw my application');
      later(bot);
      const about = { hubId: 'demo', personId: ana.aadObjectId };
      const form =
        where === 'to this hub'
          ? await name(bot, { name: 'Ana Kowalska', email: 'Ana@Beckside.example' })
          : await bot.execute(helen, 'x', 'on-behalf.form', about);
      expect(textOf(form)).toContain('For Ana Kowalska');
      const done = await bot.press(helen, form, 'Submit it for them', { ...theirs, name: ana.name });
      expect(textOf(done)).toContain('The application is with Demo Maths Hub');
      const states = (await applicationsOf(bot)).map(({ state, person }) => ({ state, person }));
      expect(states).toContainEqual({ state: 'waiting-for-endorsement', person: ana.aadObjectId });
      expect(await bot.records('hub:demo', 'by-email')).toEqual([]);
      expect(textOf(await bot.say(ana, 'my application'))).toContain('Submitted for you by\nHelen Marsh');
      expect(await brokenInvariants(bot.store)).toEqual([]);
    },
  );

  test('When they have applied to another hub, a sentence says so', async () => {
    const bot = await startBot();
    const csv = 'name,opens,closes,quota\nGLOW,2026-02-01,2026-04-01,5';
    await bot.execute(colin, 'card', 'hubs.import-all', { op: 'glow', csv });
    await apply(bot, ana, { hub: 'glow' });
    const about = { hubId: 'demo', personId: ana.aadObjectId };
    expect(textOf(await bot.execute(helen, 'x', 'on-behalf.form', about))).toContain('applied to another hub');
    const forged = await bot.execute(helen, 'x', 'on-behalf.submit', { op: 'o', cohort: '10', ...about, ...theirs });
    expect(textOf(forged)).toContain('applied to another hub');
    expect(await applicationsOf(bot)).toEqual([]);
  });
});

describe('Whom a lead may not apply for', () => {
  test('When a lead means themselves, they are told how', async () => {
    const bot = await startBot();
    await apply(bot, helen, { email: 'helen@demohub.example' });
    expect(textOf(await name(bot, { name: 'Helen', email: 'helen@demohub.example' }))).toContain('That is you');
    const about = { hubId: 'demo', personId: helen.aadObjectId };
    expect(textOf(await bot.execute(helen, 'x', 'on-behalf.form', about))).toContain('That is you');
    const forged = await bot.execute(helen, 'x', 'on-behalf.submit', { op: 'o', cohort: '10', ...about, ...theirs });
    expect(textOf(forged)).toContain('That is you');
  });

  test('When it is somebody of no concern to the hub, or the asker is no lead of it, a sentence comes back', async () => {
    const bot = await startBot();
    const tess = demoPerson('Tess');
    await bot.say(tess, 'help');
    const form = { op: 'o', cohort: '10', ...theirs };
    const answers = [
      await bot.execute(helen, 'x', 'on-behalf.form', { hubId: 'demo', personId: tess.aadObjectId }),
      await bot.execute(helen, 'x', 'on-behalf.submit', { ...form, hubId: 'demo', personId: tess.aadObjectId }),
      await bot.execute(helen, 'x', 'on-behalf.submit', { ...form, hubId: 'demo', personId: 'nobody' }),
      await bot.execute(tess, 'x', 'on-behalf.submit', { ...form, hubId: 'demo', personId: ana.aadObjectId }),
      await bot.execute(colin, 'x', 'on-behalf.find', { hubId: 'demo', ...named }),
      await bot.say(tess, 'apply for somebody'),
    ];
    for (const answer of answers) expect(textOf(answer)).toContain('Only a lead of their hub');
    expect(await applicationsOf(bot)).toEqual([]);
    expect(await bot.records('hub:demo', 'by-email')).toEqual([]);
  });

  test('When the hub takes no applications today, nobody fills in a form for nothing', async () => {
    const bot = await startBot();
    const form = await name(bot);
    bot.setNow(new Date('2026-06-01T10:00:00Z'));
    expect(textOf(await bot.say(helen, 'apply for somebody'))).toContain('applications closed on');
    expect(textOf(await bot.press(helen, form, 'Submit it for them', theirs))).toContain('applications closed on');
    expect(await applicationsOf(bot)).toEqual([]);
  });
});
