import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const newcomer = stranger('Zoë Ünal');

/** Brings so many people aboard with the demo hub. */
async function bring(bot: TestBot, count = 1): Promise<Seen> {
  const rows = Array.from({ length: count }, (_, n) => `Person ${n + 100},p${n}@a.example,Ashdown,1.5,2`);
  const list = ['name,email,school,central days,school days', ...rows].join('\n');
  const preview = await bot.execute(helen, 'card', 'people.check', { hubId: 'demo', rows: list });
  const done = await bot.press(helen, preview, 'Bring them aboard');
  await bot.deliver();
  return done;
}

const codesOn = (card: Seen): string[] => textOf(card).match(/\w{4}-\w{4}-\w{4}$/gm) ?? [];
async function codeFor(bot: TestBot, name = 'Person 100'): Promise<string> {
  const person = await bot.press(helen, await bot.say(helen, 'people'), `Open ${name}`);
  const [code = ''] = codesOn(await bot.press(helen, person, 'Make a code to forward'));
  return code;
}

describe('A code for somebody brought aboard', () => {
  test('When the lead who made it sends it, it is not taken and stays good for whom it is for', async () => {
    const bot = await startBot();
    await bring(bot);
    const code = await codeFor(bot);
    expect(textOf(await bot.say(helen, code))).toContain('theirs to send');
    expect(textOf(await bot.say(newcomer, code))).toContain('is linked');
  });

  test('When somebody moves to another hub, their old hub’s list does not make them somebody new', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'card', 'hubs.import-all', { op: 'glow', csv: 'name\nGLOW' });
    await bring(bot);
    const [address] = await bot.records('hub:demo', 'by-email');
    const personId = address?.person;
    await bot.execute(helen, 'card', 'people.move', { op: 'pass', hubId: 'demo', personId, to: 'glow' });
    const rows = 'name,email,school,central days,school days\nPerson 100,p0@a.example,Ashdown,1.5,2';
    const again = await bot.execute(helen, 'card', 'people.check', { hubId: 'demo', rows });
    expect(textOf(again)).toContain('Line 2: they are with another hub now');
    await bot.execute(colin, 'card', 'people.move', { op: 'back', hubId: 'glow', personId, to: 'demo' });
    const back = await bot.execute(helen, 'card', 'people.check', { hubId: 'demo', rows });
    expect(textOf(back)).not.toContain('with another hub');
    await bot.deliver();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When they send it, the account is theirs: their role, their hub, their days', async () => {
    const bot = await startBot();
    await bring(bot);
    const person = await bot.press(helen, await bot.say(helen, 'people'), 'Open Person 100');
    for (const words of [
      'p0@a.example',
      '3.5 of 7.5 days',
      '1.5 at central events, 2 in school',
      'Has not opened it yet',
    ])
      expect(textOf(person)).toContain(words);
    expect(textOf(person)).toContain('Imported on 2 March 2026, 10.00 am');
    const forwarded = await bot.press(helen, person, 'Make a code to forward');
    expect(textOf(forwarded)).toContain('For\nPerson 100');
    expect(textOf(await bot.say(newcomer, 'whoami'))).toContain('Teacher');
    bot.setNow(new Date('2026-03-02T10:05:00Z'));
    await bot.say(newcomer, codesOn(forwarded)[0] ?? '');
    expect(textOf(await bot.say(newcomer, 'whoami'))).toContain('Specialist with Demo Maths Hub');
    const seen = await bot.press(helen, await bot.say(helen, 'people'), 'Open Person 100');
    expect(textOf(seen)).toContain('3.5 of 7.5 days');
    expect(textOf(seen)).toContain('Uses it');
    expect((await bot.records('hub:demo', 'hub'))[0]).toMatchObject({ specialists: 7 });
    expect((await bot.records('hub:demo', 'audit')).map(({ event }) => event)).toContain('claim-code-issued');
  });

  test('When two send it, one of them is that person; when it is a month old, nobody is', async () => {
    const bot = await startBot();
    await bring(bot, 2);
    const code = await codeFor(bot);
    const late = await codeFor(bot, 'Person 101');
    const people = [stranger('One'), stranger('Two')];
    await Promise.all(people.map((who) => bot.say(who, code)));
    const whoami = await Promise.all(people.map((who) => bot.say(who, 'whoami').then(textOf)));
    expect(whoami.filter((text) => text.includes('Specialist with'))).toHaveLength(1);
    bot.setNow(new Date('2026-04-01T10:00:01Z'));
    expect(textOf(await bot.say(newcomer, late))).toContain('does not work');
  });

  test('When the button is pressed twice, it is the same code', async () => {
    const bot = await startBot();
    await bring(bot);
    const person = await bot.press(helen, await bot.say(helen, 'people'), 'Open Person 100');
    const twice = await Promise.all([1, 2].map(() => bot.press(helen, person, 'Make a code to forward')));
    expect(new Set(twice.flatMap(codesOn)).size).toBe(1);
  });

  test('When it would open another hub or a lead’s account, or would be for the lead themselves, there is none', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name\nGLOW' });
    const glow = await bot.execute(colin, 'card', 'leads.open', { hubId: 'glow' });
    const ana = demoPerson('Ana');
    await bot.say(
      ana,
      /\w{4}-\w{4}-\w{4}/.exec(textOf(await bot.press(colin, glow, 'Make a code for a new lead')))?.[0] ?? '',
    );
    const forged = (personId: string) => bot.execute(helen, 'x', 'people.code', { op: 'o', hubId: 'demo', personId });
    expect(textOf(await forged(ana.aadObjectId))).toContain('also with another hub');
    expect(textOf(await forged(helen.aadObjectId))).toContain('never for themselves');
    expect(textOf(await forged('nobody'))).toContain('Only a lead');
    const ben = await bot.press(helen, await bot.say(helen, 'people'), 'Open Ben Carter');
    expect(new Set(codesOn(await bot.press(helen, ben, 'Make a code for a new account'))).size).toBe(1);
  });
});

describe('Codes to forward', () => {
  test('When a lead opens them, there are eight a page, the same when pressed again, for those without an account', async () => {
    const bot = await startBot();
    await bring(bot, 20);
    await bot.say(newcomer, await codeFor(bot, 'Person 101'));
    const list = await bot.say(helen, 'people');
    const first = await bot.press(helen, list, 'Codes to forward');
    expect(codesOn(first)).toHaveLength(8);
    expect(codesOn(await bot.press(helen, list, 'Codes to forward'))).toEqual(codesOn(first));
    const second = await bot.press(helen, first, 'More codes');
    const third = await bot.press(helen, second, 'More codes');
    expect([codesOn(second).length, codesOn(third).length]).toEqual([8, 3]);
    expect(textOf(third)).not.toContain('More codes');
    const all = [first, second, third].map(textOf).join('\n');
    expect(all).not.toContain('Person 101');
    expect(all).not.toContain('Ana Kowalska');
    await bot.say(stranger('Another'), codesOn(third)[2] ?? '');
    expect(textOf(await bot.say(stranger('Another'), 'whoami'))).toContain('Specialist with Demo Maths Hub');
  });

  test('When everybody uses the bot, or so many do that one look is not enough, the page says so', async () => {
    const bot = await startBot();
    const codes = await bot.press(helen, await bot.say(helen, 'people'), 'Codes to forward');
    expect(textOf(codes)).toContain('Everybody has opened the bot.');
    await bring(bot, 45);
    const { get } = bot.store;
    bot.store.get = async (key) => {
      const stored = await get(key);
      if (stored?.record.type !== 'person' || !String(stored.record.name).startsWith('Person')) return stored;
      return { ...stored, record: { ...stored.record, accounts: [{ tenantId: 't', objectId: 'o' }] } };
    };
    const looked = await bot.press(helen, await bot.say(helen, 'people'), 'Codes to forward');
    expect(textOf(looked)).toContain('There are more people');
    expect(textOf(await bot.press(helen, looked, 'More codes'))).toContain('Everybody has opened the bot.');
  });
});

describe('The specialists of a hub', () => {
  test('When there are many, they come eight a page, those of one list in its order, and every page leads on', async () => {
    const bot = await startBot();
    await bring(bot, 14);
    const first = await bot.say(helen, 'people');
    expect(textOf(first)).toContain('20 specialists');
    const second = await bot.press(helen, first, 'Next page');
    const third = await bot.press(helen, second, 'Next page');
    const names = [first, second, third].map((page) => textOf(page).match(/(?<=^Open ).+$/gm) ?? []);
    expect(names.map(({ length }) => length)).toEqual([8, 8, 4]);
    expect(names.flat().slice(0, 14)).toEqual(Array.from({ length: 14 }, (_, n) => `Person ${n + 100}`));
    expect(new Set(names.flat()).size).toBe(20);
    expect(textOf(third)).not.toContain('Next page');
    expect(textOf(await bot.press(helen, third, 'From the beginning'))).toEqual(textOf(first));
  });

  test('When there are none, the list says what to do; when somebody has left, their card does', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name\nGLOW' });
    const glow = await bot.execute(colin, 'card', 'leads.open', { hubId: 'glow' });
    const lead = stranger('Gwen');
    await bot.say(
      lead,
      /\w{4}-\w{4}-\w{4}/.exec(textOf(await bot.press(colin, glow, 'Make a code for a new lead')))?.[0] ?? '',
    );
    const list = await bot.say(lead, 'people');
    expect(textOf(list)).toContain('None yet. Bring an existing cohort aboard from a list.');
    expect(textOf(list)).not.toContain('Codes to forward');
    const gone = await bot.execute(lead, 'x', 'people.view', { hubId: 'glow', personId: 'nobody' });
    expect(textOf(gone)).toContain('They are not with this hub any more');
  });
});
