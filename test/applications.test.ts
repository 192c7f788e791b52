import {
  demoPerson,
  leadsChannelId,
  type Seen,
  startBot,
  stopBots,
  stranger,
  type TestBot,
  textOf,
} from './support/bot.ts';
import { filledIn } from './support/filled-in.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');
const helen = demoPerson('Helen');

async function openForm(bot: TestBot, who = tess): Promise<Seen> {
  return bot.say(who, 'apply');
}

const applicationsOf = (bot: TestBot) => bot.records('hub:demo', 'application');

describe('Applying', () => {
  test('When a teacher submits the form, the hub has it, the card confirms it, and the leads’ channel hears of it', async () => {
    const bot = await startBot();
    const form = await openForm(bot);
    const confirmation = await bot.press(tess, form, 'Submit my application', filledIn);
    expect(textOf(confirmation)).toContain('Your application is with Demo Maths Hub');

    const [application, ...others] = await applicationsOf(bot);
    expect(others).toEqual([]);
    expect(application).toMatchObject({
      state: 'with-hub',
      answers: { school: 'Ashdown Academy', startedTeaching: '2021-09' },
    });
    expect(await bot.records('hub:demo', 'places')).toMatchObject([{ withHub: 1 }]);
    expect((await bot.records('hub:demo', 'audit')).map(({ event }) => event)).toContain('application-submitted');
    await bot.deliver();
    const posted = await bot.records('hub:demo', 'message');
    expect(posted).toMatchObject([
      { to: { conversationId: leadsChannelId }, content: { kind: 'application-arrived' } },
    ]);
  });

  test('When the button is pressed again and again, also by an old client, there is one application and the same answer', async () => {
    const bot = await startBot();
    const form = await openForm(bot);
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => bot.press(tess, form, 'Submit my application', filledIn)),
      bot.pressOld(tess, form, 'Submit my application', filledIn),
    ]);
    for (const answer of answers)
      expect(textOf(answer)).toMatch(/Your application is (with|on its way to) Demo Maths Hub/);
    expect(await applicationsOf(bot)).toHaveLength(1);
    expect(await bot.records('hub:demo', 'places')).toMatchObject([{ withHub: 1 }]);
    expect(await bot.records('hub:demo', 'message')).toHaveLength(1);
  });

  test('When a second form is submitted with other answers, the first application stands', async () => {
    const bot = await startBot();
    const first = await openForm(bot);
    const second = await openForm(bot);
    await bot.press(tess, first, 'Submit my application', filledIn);
    const answer = await bot.press(tess, second, 'Submit my application', { ...filledIn, school: 'Another School' });
    expect(textOf(answer)).toContain('Ashdown Academy');
    expect(await applicationsOf(bot)).toHaveLength(1);
  });

  test('When something is missing or wrong, each is said in words, what was typed stays, and nothing is stored', async () => {
    const bot = await startBot();
    const form = await openForm(bot);
    const typed = { ...filledIn, email: 'nonsense', started: '13/2021', why: '', hasReadInformation: 'false' };
    const again = await bot.press(tess, form, 'Submit my application', typed);
    expect(textOf(again)).toContain('Enter your work email, like name@school.org.uk');
    expect(textOf(again)).toContain('Enter the month and year you started teaching, like 09/2021');
    expect(textOf(again)).toContain('Write a few words about why you are applying');
    expect(textOf(again)).toContain('Tick the box about the information document');
    expect(JSON.stringify(again.card)).toContain('Dr Amara Lowe');
    expect(await applicationsOf(bot)).toEqual([]);
    const done = await bot.press(tess, again, 'Submit my application', filledIn);
    expect(textOf(done)).toContain('Your application is with Demo Maths Hub');
  });

  test('When the month of starting is in the future, the bot asks when it was', async () => {
    const bot = await startBot();
    const answer = await bot.press(tess, await openForm(bot), 'Submit my application', {
      ...filledIn,
      started: '04/2026',
    });
    expect(textOf(answer)).toContain('in the future. When was it?');
  });

  test.each([
    ['before the window', '2026-01-05T10:00:00Z', 'Your hub takes applications from'],
    ['after the window', '2026-06-01T10:00:00Z', 'applications closed on'],
  ])('When a form is submitted %s, the bot says so and stores nothing', async (_, now, words) => {
    const bot = await startBot();
    const form = await openForm(bot);
    bot.setNow(new Date(now));
    expect(textOf(await bot.press(tess, form, 'Submit my application', filledIn))).toContain(words);
    expect(await applicationsOf(bot)).toEqual([]);
  });

  test('When the task after a submission does not run, the teacher sees it on its way, and delivery completes it', async () => {
    const bot = await startBot();
    const form = await openForm(bot);
    const { commit } = bot.store;
    let refused = 0;
    bot.store.commit = async (partition, changes) => {
      const placing = changes.some((change) => change.kind === 'put' && change.record.type === 'application');
      if (placing && refused++ < 12) return { kind: 'unavailable', reason: 'a test' };
      return commit(partition, changes);
    };
    const answer = await bot.press(tess, form, 'Submit my application', filledIn);
    expect(textOf(answer)).toContain('Your application is on its way to Demo Maths Hub');
    bot.setNow(new Date('2026-03-02T10:05:00Z'));
    await bot.deliver();
    expect(textOf(await bot.say(tess, 'my application'))).toContain('Your application is with Demo Maths Hub');
    expect(await applicationsOf(bot)).toHaveLength(1);
  });
});

describe('A form that is out of date', () => {
  test('When the same press comes after the window has closed, the answer is the first one', async () => {
    const bot = await startBot();
    const form = await openForm(bot);
    await bot.press(tess, form, 'Submit my application', filledIn);
    bot.setNow(new Date('2026-06-01T10:00:00Z'));
    const again = await bot.press(tess, form, 'Submit my application', filledIn);
    expect(textOf(again)).toContain('Your application is with Demo Maths Hub');
    const wrong = await bot.press(tess, form, 'Submit my application', { ...filledIn, email: 'x' });
    expect(textOf(wrong)).toContain('Your application is with Demo Maths Hub');
  });

  test('When the next cohort has begun meanwhile, the application is in the cohort of its form, and lists do not mix', async () => {
    const bot = await startBot();
    const form = await openForm(bot);
    const settings = await bot.store.get({ partition: 'programme', id: 'programme' });
    if (!settings) throw new Error('no programme');
    await bot.store.commit('programme', [
      { kind: 'put', record: { ...settings.record, cohort: '11' }, expect: 'anything' },
    ]);
    expect(textOf(await bot.press(tess, form, 'Submit my application', filledIn))).toContain('Cohort 10');
    const list = textOf(await bot.say(helen, 'applications'));
    expect(list).toContain('Cohort 11');
    expect(list).toContain('No applications yet');
    expect(list).not.toContain('Tess');
  });

  test('When no hub takes applications today, nobody fills in a form for nothing', async () => {
    const bot = await startBot();
    bot.setNow(new Date('2026-06-01T10:00:00Z'));
    const answer = await bot.say(tess, 'apply');
    expect(textOf(answer)).toContain('No hub takes applications here today');
    expect(textOf(answer)).toContain('applications closed on');
    const empty = await startBot({ demo: false });
    expect(textOf(await empty.say(tess, 'apply'))).toContain('No hub has been set up');
  });
});

describe('Seeing applications', () => {
  test('When a lead types “applications”, the list shows who applied, and a press opens one', async () => {
    const bot = await startBot();
    await bot.press(tess, await openForm(bot), 'Submit my application', filledIn);
    const list = await bot.say(helen, 'applications');
    expect(textOf(list)).toContain('1 application is with your hub');
    expect(textOf(list)).toContain('Tess Okafor');
    const view = await bot.press(helen, list, 'Read Tess Okafor');
    expect(textOf(view)).toContain('tess@ashdown.example');
    expect(textOf(await bot.press(helen, view, 'Back to all applications'))).toContain(
      '1 application is with your hub',
    );
  });

  test('When there are none, the list says where they will appear', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(helen, 'applications'))).toContain('No applications yet');
  });

  test('When there are more than fit, the list goes on page by page without losing or repeating one', async () => {
    const bot = await startBot();
    for (let n = 0; n < 11; n++) {
      const teacher = stranger(`Teacher ${n}`);
      await bot.press(teacher, await openForm(bot, teacher), 'Submit my application', {
        ...filledIn,
        name: teacher.name,
      });
    }
    const first = await bot.say(helen, 'applications');
    const second = await bot.press(helen, first, 'Next page');
    const seen = `${textOf(first)}\n${textOf(second)}`.match(/^Teacher \d+$/gm);
    expect(seen?.sort()).toEqual(Array.from({ length: 11 }, (_, n) => `Teacher ${n}`).sort());
    expect(textOf(first)).toContain('11 applications are with your hub');
  });

  test('When a teacher asks for the hub’s applications or forges a lead’s click, only a sentence comes back', async () => {
    const bot = await startBot();
    await bot.press(tess, await openForm(bot), 'Submit my application', filledIn);
    const [application] = await applicationsOf(bot);
    const applicationId = application?.id.slice('application:'.length) ?? '';
    const imran = demoPerson('Imran');
    const answers = [
      await bot.say(imran, 'applications'),
      await bot.execute(imran, 'x', 'applications.list', { hubId: 'demo' }),
      await bot.execute(imran, 'x', 'applications.view', { hubId: 'demo', applicationId }),
      await bot.execute(helen, 'x', 'applications.view', { hubId: 'demo', applicationId: 'no-such' }),
    ];
    for (const answer of answers) {
      expect(textOf(answer)).toContain('Only the leads of this hub');
      expect(textOf(answer)).not.toContain('tess@');
    }
  });

  test('When a coordinator asks, there are numbers and no names', async () => {
    const bot = await startBot();
    await bot.press(tess, await openForm(bot), 'Submit my application', filledIn);
    const counts = await bot.say(demoPerson('Colin'), 'applications');
    expect(textOf(counts)).toContain('1 application');
    expect(textOf(counts)).not.toContain('Tess');
  });

  test('When “my application” is asked for before and after applying, it says how things stand', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(tess, 'my application'))).toContain('You have not applied yet');
    await bot.press(tess, await openForm(bot), 'Submit my application', filledIn);
    expect(textOf(await bot.say(tess, 'My application?'))).toContain('Your application is with Demo Maths Hub');
    expect(textOf(await bot.say(tess, 'apply'))).toContain('Your application is with Demo Maths Hub');
  });
});
