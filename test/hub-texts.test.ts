import { channel, team } from './support/activities.ts';
import { buttonsOn, demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { apply, fillIn } from './support/flows.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const tess = demoPerson('Tess');
const ana = demoPerson('Ana');

const texts = {
  contact: 'Helen Marsh, helen@hub.example',
  commitments: 'The headteacher comes to the launch.\nCover for the central days.',
  privacy: 'https://demohub.example/privacy',
};

const write = async (bot: TestBot, typed: object = texts, who = helen): Promise<Seen> =>
  bot.press(who, await bot.execute(who, 'card', 'hubs.texts', { hubId: 'demo' }), 'Save these texts', typed);
const hubOf = async (bot: TestBot) => (await bot.records('hub:demo', 'hub'))[0];
const about = (bot: TestBot, who = tess, hubId = 'demo') => bot.execute(who, 'card', 'hubs.about', { hubId });
const addGlow = (bot: TestBot, columns = 'name,opens,closes\nGLOW,2026-02-01,2026-04-01') =>
  bot.execute(colin, 'card', 'hubs.import-all', { op: columns, csv: columns });

describe('Writing them', () => {
  test('When a lead writes their hub’s texts, everybody reads them, dated today, and the trail says what changed', async () => {
    const bot = await startBot();
    const form = await bot.say(helen, 'our hub');
    expect(textOf(form)).toContain('Nothing written yet.');
    const saved = await bot.press(helen, form, 'Save these texts', texts);
    expect(textOf(saved)).toContain('Saved. This is what everybody sees.');
    const seen = textOf(await about(bot));
    expect(seen).toContain('helen@hub.example');
    expect(seen).toContain('Cover for the central days.\nFrom Monday 2 March 2026.');
    expect(seen).toContain('https://demohub.example/privacy\nFrom Monday 2 March 2026.');
    expect(seen).not.toContain('Change these texts');
    const events = (await bot.records('hub:demo', 'audit')).map(({ event, by }) => `${event} by ${by}`);
    expect(events).toContain(`hub-texts: contact, commitments, privacy notice by ${helen.aadObjectId}`);
  });

  test('When one text changes later, it has the new date and the others keep theirs; an emptied one is gone', async () => {
    const bot = await startBot();
    await write(bot);
    bot.setNow(new Date('2026-03-10T10:00:00Z'));
    await write(bot, { ...texts, commitments: 'Something else.' });
    expect(await hubOf(bot)).toMatchObject({
      commitments: { text: 'Something else.', since: '2026-03-10' },
      privacy: { text: texts.privacy, since: '2026-03-02' },
    });
    await write(bot, { ...texts, commitments: '' });
    expect(await hubOf(bot)).not.toHaveProperty('commitments');
    expect(textOf(await about(bot))).toContain('This hub has not set its own text');
  });

  test('When nothing changed, nothing is written', async () => {
    const bot = await startBot();
    await write(bot);
    const before = await bot.records('hub:demo', 'audit');
    bot.setNow(new Date('2026-03-10T10:00:00Z'));
    expect(textOf(await write(bot))).toContain('Saved.');
    expect(await bot.records('hub:demo', 'audit')).toEqual(before);
  });

  test('When the same form is sent twice it counts once; with other words it shows how things stand', async () => {
    const bot = await startBot();
    const form = await bot.say(helen, 'hub');
    await bot.press(helen, form, 'Save these texts', texts);
    expect(textOf(await bot.press(helen, form, 'Save these texts', texts))).toContain('Saved.');
    const other = await bot.press(helen, form, 'Save these texts', { ...texts, contact: 'me' });
    expect(textOf(other)).toContain('This changed while you were looking');
    expect(await hubOf(bot)).toMatchObject({ contact: texts.contact });
    expect(
      (await bot.records('hub:demo', 'audit')).filter(({ event }) => /hub-texts/.test(String(event))),
    ).toHaveLength(1);
  });

  test.each([
    ['the contact is too long', { contact: 'x'.repeat(301) }, 'Keep the contact to 300'],
    ['a text is too long', { commitments: 'x'.repeat(1201) }, 'within 1,200 characters'],
    ['a text has too many lines', { commitments: 'x\n'.repeat(31) }, '30 lines'],
    ['the notice is a link that is not safe', { privacy: 'http://hub.example/p' }, 'begins with https://'],
    ['the notice is a script', { privacy: 'javascript:alert(1)' }, 'begins with https://'],
    ['the notice is half a link', { privacy: 'https://' }, 'begins with https://'],
    ['the notice is a name of a site', { privacy: 'www.hub.example' }, 'begins with https://'],
  ])('When %s, a sentence says so, what was typed stays, and nothing is saved', async (_, wrong, words) => {
    const bot = await startBot();
    const before = await hubOf(bot);
    const answer = await write(bot, { ...texts, ...wrong });
    expect(textOf(answer)).toContain('Not saved yet');
    expect(textOf(answer)).toContain(words);
    expect(JSON.stringify(answer.card)).toContain(
      'contact' in wrong ? 'Cover for the central days.' : 'helen@hub.example',
    );
    expect(await hubOf(bot)).toEqual(before);
  });

  test('When a coordinator writes them, from the hub’s settings, they are saved, and settings and texts do not undo each other', async () => {
    const bot = await startBot();
    const settings = await bot.execute(colin, 'card', 'hubs.edit', { hubId: 'demo' });
    const form = await bot.press(colin, settings, 'Its texts');
    await bot.press(colin, form, 'Save these texts', texts);
    const values = { name: 'Demo Hub', contact: 'new@hub.example', opens: '', closes: '', quota: '3' };
    await bot.press(colin, settings, 'Save this hub', values);
    expect(await hubOf(bot)).toMatchObject({
      name: 'Demo Hub',
      contact: 'new@hub.example',
      commitments: { since: '2026-03-02' },
      cohorts: { 10: { quota: 3 } },
    });
  });

  test('When somebody else tries, or a lead of another hub, nothing changes', async () => {
    const bot = await startBot();
    await addGlow(bot);
    const before = await hubOf(bot);
    for (const who of [tess, ana]) {
      const answers = [
        await bot.execute(who, 'x', 'hubs.texts', { hubId: 'demo' }),
        await bot.execute(who, 'x', 'hubs.save-texts', { op: 'o', hubId: 'demo', ...texts }),
      ];
      for (const answer of answers) expect(textOf(answer)).toContain('Only a lead of this hub or a coordinator');
    }
    const other = await bot.execute(helen, 'x', 'hubs.save-texts', { op: 'o', hubId: 'glow', ...texts });
    expect(textOf(other)).toContain('Only a lead of this hub');
    expect(await hubOf(bot)).toEqual(before);
    expect(await bot.records('hub:glow', 'hub')).toMatchObject([{ contact: '' }]);
  });
});

describe('Reading them', () => {
  test('When a hub has set nothing, its page says so and what the programme document asks', async () => {
    const bot = await startBot();
    await addGlow(bot, 'name\nGLOW');
    const seen = textOf(await about(bot, tess, 'glow'));
    expect(seen).toContain('It has not said yet.');
    expect(seen).toContain('It has not said whether applications are open.');
    expect(seen).toContain('only asks that the headteacher attends a part of the autumn-term launch event');
    expect(seen).toContain('It has not set one here yet.');
    expect(seen).not.toContain('Start an application');
  });

  test.each([
    ['2026-02-01', 'They open on'],
    ['2026-03-02', 'Open, until the end of'],
    ['2026-08-01', 'They closed on'],
  ])('When it is %s, the page says how applications stand', async (today, words) => {
    const bot = await startBot();
    bot.setNow(new Date(`${today}T10:00:00Z`));
    const seen = textOf(await about(bot));
    expect(seen).toContain(words);
    expect(seen.includes('Start an application')).toBe(words.startsWith('Open,'));
  });

  test('When somebody looks for a person, each hub in the list leads to its page and back', async () => {
    const bot = await startBot();
    await addGlow(bot);
    const list = await bot.say(tess, 'contacts');
    expect(textOf(list)).toContain('It has not said yet how to reach a person.');
    const page = await bot.press(tess, list, 'About GLOW');
    expect(textOf(page)).toContain('About GLOW');
    expect(textOf(await bot.press(tess, page, 'All hubs'))).toContain('Demo Maths Hub');
  });

  test('When the page is opened in a channel, it has only buttons that anybody may press', async () => {
    const bot = await startBot();
    await write(bot);
    const place = channel(team('Demo'), 'Chat');
    const page = await bot.execute(helen, 'card', 'hubs.about', { hubId: 'demo' }, place);
    expect(textOf(page)).toContain('About Demo Maths Hub');
    expect(buttonsOn(page.card).map(({ verb }) => verb)).toEqual(['hubs.contacts', 'help.open']);
  });

  test('When the privacy notice is a link, a button opens it; words of a notice are shown as they are', async () => {
    const bot = await startBot();
    await write(bot);
    const actions = (await about(bot)).card?.actions;
    expect(actions).toContainEqual(
      expect.objectContaining({ type: 'Action.OpenUrl', url: 'https://demohub.example/privacy' }),
    );
    await write(bot, { ...texts, privacy: 'We **keep** ${nothing}. See https://demohub.example' });
    const page = await about(bot);
    expect(textOf(page)).toContain('We **keep** ${nothing}. See https://demohub.example');
    expect(JSON.stringify(page.card)).not.toContain('Action.OpenUrl');
  });

  test('When both texts are as long as they may be, the page is small enough for any client', async () => {
    const bot = await startBot();
    const long = `${'€ wörd '.repeat(5)}\n`.repeat(29).slice(0, 1200).trim();
    await write(bot, { contact: '€'.repeat(300), commitments: long, privacy: long });
    const { card } = await about(bot, helen);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
  });

  test('When a hub was merged or closed, its page says so and leads on; nobody writes its texts', async () => {
    const bot = await startBot();
    await addGlow(bot, 'name\nGLOW\nSolent');
    await bot.execute(colin, 'x', 'hubs.end-now', { op: 'merge', hubId: 'glow', into: 'demo' });
    await bot.execute(colin, 'x', 'hubs.end-now', { op: 'close', hubId: 'solent' });
    const merged = await about(bot, tess, 'glow');
    expect(textOf(merged)).toContain('It is part of Demo Maths Hub now.');
    expect(textOf(merged)).not.toContain('Privacy notice');
    expect(textOf(await bot.press(tess, merged, 'About Demo Maths Hub'))).toContain('Start an application');
    expect(textOf(await about(bot, tess, 'solent'))).toContain('It has closed and takes no applications.');
    expect(textOf(await bot.execute(colin, 'x', 'hubs.texts', { hubId: 'glow' }))).toContain('not here any more');
    expect(textOf(await bot.execute(colin, 'x', 'hubs.edit', { hubId: 'glow' }))).toContain('not here any more');
    expect(textOf(await bot.say(tess, 'contacts'))).not.toContain('GLOW');
    const again = await bot.execute(colin, 'x', 'hubs.add', { op: 'again', name: 'Glow' });
    expect(textOf(again)).toContain('a closed one that began with it');
  });

  test('When a hub is not there any more, the list of hubs says so', async () => {
    const bot = await startBot();
    expect(textOf(await about(bot, tess, 'gone'))).toContain('not here any more');
    expect(textOf(await bot.execute(colin, 'x', 'hubs.texts', { hubId: 'gone' }))).toContain('not here any more');
  });
});

describe('“Our hub”', () => {
  test('When a specialist, an applicant or a stranger types it, they see their hub’s page, or all contacts', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(ana, 'our hub'))).toContain('About Demo Maths Hub');
    expect(textOf(await bot.say(stranger('Noa New'), 'my hub'))).toContain('Your hub’s contact');
    await apply(bot, tess);
    expect(textOf(await bot.say(tess, 'our hub'))).toContain('About Demo Maths Hub');
    expect(textOf(await bot.say(colin, 'our hub'))).toContain('1 hub');
  });

  test('When somebody leads two hubs, they choose', async () => {
    const bot = await startBot();
    await addGlow(bot);
    const card = await bot.execute(colin, 'x', 'leads.code', { op: 'c', hubId: 'glow' });
    const [code = ''] = textOf(card).match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/) ?? [];
    await bot.say(helen, code);
    const choice = await bot.say(helen, 'our hub');
    expect(textOf(choice)).toContain('Which hub?');
    expect(textOf(await bot.press(helen, choice, 'Open GLOW'))).toContain('GLOW · Texts');
  });
});

describe('The notice beside an application', () => {
  test('When it is checked before sending, the hub’s notice is shown; the application says which one it was', async () => {
    const bot = await startBot();
    await write(bot);
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    const summary = await fillIn(bot, tess);
    expect(textOf(summary)).toContain('https://demohub.example/privacy (from Monday 2 March 2026)');
    const status = await bot.press(tess, summary, 'Submit my application');
    expect(textOf(status)).toContain('Privacy notice of your hub');
    expect(await bot.records('hub:demo', 'application')).toMatchObject([{ privacyShown: '2026-03-02' }]);
    expect(textOf(await bot.press(tess, status, 'About Demo Maths Hub'))).toContain('About Demo Maths Hub');
    bot.setNow(new Date('2026-03-04T10:00:00Z'));
    await write(bot, { ...texts, privacy: 'We keep it for two years.' });
    expect(await bot.records('hub:demo', 'application')).toMatchObject([{ privacyShown: '2026-03-02' }]);
  });

  test('When a text changes after the summary was shown, also on one day, nothing is sent before the new one was', async () => {
    const bot = await startBot();
    await write(bot);
    let shown = await fillIn(bot, tess);
    expect(textOf(shown)).toContain('What Demo Maths Hub asks of schools\nThe headteacher comes to the launch.');
    for (const other of [{ privacy: 'We keep it for two years.' }, { commitments: 'Three days of cover.' }]) {
      await write(bot, { ...texts, ...other });
      shown = await bot.press(tess, shown, 'Submit my application');
      expect(textOf(shown)).toContain('This changed while you were looking');
      expect(textOf(shown)).toContain(Object.values(other).join());
      expect(await bot.records('hub:demo', 'application')).toEqual([]);
    }
    await bot.press(tess, shown, 'Submit my application');
    expect(await bot.records('hub:demo', 'application')).toMatchObject([
      { textsOf: 'demo', privacyShown: '2026-03-02', commitmentsShown: '2026-03-02' },
    ]);
  });

  test('When several take applications, the notice is that of the hub that was chosen', async () => {
    const bot = await startBot();
    await write(bot);
    await addGlow(bot);
    expect(textOf(await fillIn(bot, tess, { hub: 'glow' }))).not.toContain('demohub.example/privacy');
    expect(textOf(await fillIn(bot, stranger('Noa New')))).toContain('demohub.example/privacy');
  });

  test('When a hub has no notice, none is said to have been shown', async () => {
    const bot = await startBot();
    const status = await apply(bot, tess);
    expect(textOf(status)).not.toContain('Privacy notice');
    expect((await bot.records('hub:demo', 'application'))[0]).not.toHaveProperty('privacyShown');
  });
});
