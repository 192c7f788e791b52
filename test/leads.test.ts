import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const tess = demoPerson('Tess');

const codeOn = (card: Seen): string => {
  const [code] = textOf(card).match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/) ?? [];
  if (!code) throw new Error('no code on the card');
  return code;
};

async function newCode(bot: TestBot, by = helen): Promise<string> {
  const leads = await bot.execute(by, 'card', 'leads.open', { hubId: 'demo' });
  return codeOn(await bot.press(by, leads, 'Make a code for a new lead'));
}

const seesApplications = async (bot: TestBot, who: typeof tess) =>
  textOf(await bot.say(who, 'applications')).includes('Only the leads of Demo Maths Hub see this');

describe('A code for a new lead', () => {
  test('When somebody sends it, they lead the hub from then on, and the trail says who made it so', async () => {
    const bot = await startBot();
    const code = await newCode(bot);
    expect(await seesApplications(bot, tess)).toBe(false);
    expect(textOf(await bot.say(tess, code.toLowerCase().replaceAll('-', ' ')))).toContain('You lead Demo Maths Hub');
    expect(await seesApplications(bot, tess)).toBe(true);
    const events = (await bot.records('hub:demo', 'audit')).map(({ event, by }) => `${event} by ${by}`);
    expect(events).toContain(`lead-code-issued by ${helen.aadObjectId}`);
    expect(events).toContain(`roles: lead by ${helen.aadObjectId}`);
  });

  test('When two send it at once, one becomes lead; sending it again changes nothing for them', async () => {
    const bot = await startBot();
    const code = await newCode(bot);
    const people = [stranger('One'), stranger('Two'), stranger('Three')];
    for (const who of people) await bot.say(who, 'help');
    await Promise.all(people.map((who) => bot.say(who, code)));
    const leading = await Promise.all(people.map((who) => seesApplications(bot, who)));
    expect(leading.filter(Boolean)).toHaveLength(1);
    const winner = people[leading.indexOf(true)];
    if (winner) expect(textOf(await bot.say(winner, code))).toContain('You lead');
    expect(await bot.records('hub:demo', 'hub')).toMatchObject([{ leads: { length: 2 } }]);
  });

  test('When it is a week old, it works no more', async () => {
    const bot = await startBot();
    const code = await newCode(bot);
    bot.setNow(new Date('2026-03-10T10:00:01Z'));
    expect(textOf(await bot.say(tess, code))).toContain('does not work');
    expect(await seesApplications(bot, tess)).toBe(false);
  });

  test('When the button is pressed twice, it is the same code', async () => {
    const bot = await startBot();
    const leads = await bot.say(helen, 'leads');
    const [first, second] = await Promise.all([1, 2].map(() => bot.press(helen, leads, 'Make a code for a new lead')));
    expect(first && second && codeOn(first) === codeOn(second)).toBe(true);
  });

  test('When the store is read, no code is in it', async () => {
    const bot = await startBot();
    const code = await newCode(bot);
    const found = await bot.store.find({ type: 'code' }, 10);
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain(code.replaceAll('-', ''));
  });

  test('When somebody sends a thousand wrong codes, at once and after, they are asked to wait, and the right person still gets in', async () => {
    const bot = await startBot();
    const code = await newCode(bot);
    const guesser = stranger('Guesser');
    await bot.say(guesser, 'help');
    const guess = () => Array.from({ length: 12 }, () => '23456789ABCDEFGH'[Math.floor(Math.random() * 16)]).join('');
    const answers: string[] = [];
    for (let round = 0; round < 50; round++) {
      answers.push(...(await Promise.all(Array.from({ length: 20 }, () => bot.say(guesser, guess()).then(textOf)))));
    }
    expect(answers).toHaveLength(1000);
    expect(answers.filter((answer) => answer.includes('does not work')).length).toBeLessThanOrEqual(5);
    expect(textOf(await bot.say(guesser, code))).toContain('Wait an hour');
    expect(textOf(await bot.say(tess, code))).toContain('You lead Demo Maths Hub');
  }, 60_000);

  test('When it is sent in a channel, it is not taken', async () => {
    const bot = await startBot();
    const code = await newCode(bot);
    await bot.say(tess, code, { kind: 'group', id: '19:group@thread.v2' });
    expect(await seesApplications(bot, tess)).toBe(false);
  });
});

test('When somebody leads two hubs and coordinates, they choose which to see, and reach every one', async () => {
  const bot = await startBot();
  await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name\nGLOW' });
  const glow = await bot.execute(colin, 'card', 'leads.open', { hubId: 'glow' });
  const code = codeOn(await bot.press(colin, glow, 'Make a code for a new lead'));
  await bot.say(helen, code);
  const which = await bot.say(helen, 'applications');
  expect(textOf(which)).toContain('Which hub?');
  for (const name of ['GLOW', 'Demo Maths Hub']) {
    expect(textOf(await bot.press(helen, which, `Open ${name}`))).toContain(`${name} · Applications`);
  }
  expect(textOf(await bot.say(helen, 'leads'))).toContain('Which hub?');
  await bot.say(colin, await newCode(bot));
  expect(textOf(await bot.press(colin, await bot.say(colin, 'applications'), 'Numbers of all hubs'))).toContain('GLOW');
});

describe('Removing a lead', () => {
  async function twoLeads(bot: TestBot): Promise<void> {
    await bot.say(tess, await newCode(bot));
  }

  test('When a lead is removed, their open cards stop working at once', async () => {
    const bot = await startBot();
    await twoLeads(bot);
    const open = await bot.say(tess, 'applications');
    const leads = await bot.say(helen, 'leads');
    expect(textOf(await bot.press(helen, leads, 'Remove Tess Okafor'))).toContain('no longer leads this hub');
    expect(textOf(await bot.press(tess, open, 'Refresh this list'))).toContain('Only the leads of this hub');
    expect(textOf(await bot.press(helen, leads, 'Remove Tess Okafor'))).toContain('Here is how it stands now');
  });

  test('When the last lead would leave, the hub keeps them, unless a coordinator does it', async () => {
    const bot = await startBot();
    const leads = await bot.say(helen, 'leads');
    expect(textOf(await bot.press(helen, leads, 'Remove Helen Marsh'))).toContain('A hub needs a lead');
    expect(await seesApplications(bot, helen)).toBe(true);
    const seen = await bot.execute(colin, 'card', 'leads.open', { hubId: 'demo' });
    await bot.press(colin, seen, 'Remove Helen Marsh');
    expect(await seesApplications(bot, helen)).toBe(false);
  });

  test('When two leads remove each other at once, one lead is left', async () => {
    const bot = await startBot();
    await twoLeads(bot);
    const helens = await bot.say(helen, 'leads');
    const tesss = await bot.say(tess, 'leads');
    await Promise.all([bot.press(helen, helens, 'Remove Tess Okafor'), bot.press(tess, tesss, 'Remove Helen Marsh')]);
    const [hub] = await bot.records('hub:demo', 'hub');
    expect(hub?.leads).toHaveLength(1);
  });

  test('When somebody else forges the clicks, nothing changes', async () => {
    const bot = await startBot();
    for (const who of [tess, demoPerson('Ana')]) {
      const answers = [
        await bot.execute(who, 'x', 'leads.open', { hubId: 'demo' }),
        await bot.execute(who, 'x', 'leads.code', { op: 'o', hubId: 'demo' }),
        await bot.execute(who, 'x', 'leads.remove', { op: 'o', hubId: 'demo', personId: helen.aadObjectId }),
        await bot.say(who, 'leads'),
      ];
      for (const answer of answers) expect(textOf(answer)).toContain('Only a lead of this hub');
    }
    expect(await seesApplications(bot, helen)).toBe(true);
    expect(await bot.store.find({ type: 'code' }, 10)).toEqual([]);
  });
});
