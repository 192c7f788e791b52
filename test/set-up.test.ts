import { startingHubs } from '../services/people/hub-rows.ts';
import { homeTenant, teamsPerson } from './support/activities.ts';
import { demoPerson, type Seen, startBot, stopBots, type TestBot, textOf } from './support/bot.ts';

afterEach(stopBots);

const colin = demoPerson('Colin');
const helen = demoPerson('Helen');
const tess = demoPerson('Tess');

const importing = (bot: TestBot): Promise<Seen> => bot.execute(colin, 'card', 'hubs.import', {});
const hubNames = async (bot: TestBot): Promise<string[]> => {
  const [programme] = await bot.records('programme', 'programme');
  return ((programme?.hubs ?? []) as { name: string }[]).map(({ name }) => name);
};

describe('Adding hubs', () => {
  test('When a coordinator uses the starting list, every hub is added at once, each with a record of its own', async () => {
    const bot = await startBot();
    const list = await bot.say(colin, 'set up');
    expect(textOf(list)).toContain('1 hub');
    const form = await bot.press(colin, list, 'Add hubs');
    const filled = await bot.press(colin, form, 'Use the list that comes with me');
    expect(JSON.stringify(filled.card)).toContain('Yorkshire Ridings');
    const preview = await bot.press(colin, filled, 'Check these rows', { csv: startingHubs() });
    expect(textOf(preview)).toContain('Add these 33 hubs?');
    expect(textOf(await bot.press(colin, preview, 'Add them'))).toContain('33 added.');
    expect(await hubNames(bot)).toHaveLength(34);
    for (const id of ['glow', 'kent-and-medway', 'bbo-berkshire-buckinghamshire-oxfordshire']) {
      expect(await bot.records(`hub:${id}`, 'hub')).toHaveLength(1);
    }
    expect(textOf(await bot.press(colin, preview, 'Add them'))).toContain('34 hubs');
    expect(await hubNames(bot)).toHaveLength(34);
  });

  test('When rows are wrong, each is named by its line, and none is added', async () => {
    const bot = await startBot();
    const csv = 'name,opens,closes,quota\nGLOW,2026-03-01,2026-02-01,5\n,,,\nSolent,soon,,\nOrigin,,,many\nglow,,,';
    const answer = await bot.press(colin, await importing(bot), 'Check these rows', { csv });
    expect(textOf(answer)).toContain('Nothing was added');
    expect(textOf(answer)).toContain('Line 2: give both dates');
    expect(textOf(answer)).toContain('Line 3: the name is missing');
    expect(textOf(answer)).toContain('Line 4: the opening date');
    expect(textOf(answer)).toContain('Line 5: the quota');
    expect(JSON.stringify(answer.card)).toContain('Solent,soon');
    const forged = await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv });
    expect(textOf(forged)).toContain('Nothing was added');
    expect(await hubNames(bot)).toEqual(['Demo Maths Hub']);
  });

  test.each([
    ['no header', 'GLOW\nSolent'],
    ['a column too many', 'name\nGLOW,x,y'],
    ['an open quote', 'name\n"GLOW'],
    ['nothing', ''],
    ['46 rows', `name\n${Array.from({ length: 46 }, (_, n) => `Hub ${n}`).join('\n')}`],
  ])('When the CSV has %s, a sentence says so', async (_, csv) => {
    const bot = await startBot();
    const answer = await bot.press(colin, await importing(bot), 'Check these rows', { csv });
    expect(textOf(answer)).toContain('Nothing was added');
  });

  test('When one of them is there already, none is added', async () => {
    const bot = await startBot();
    const csv = 'name\nGLOW\nDemo';
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'first', csv: 'name\nglow' });
    const answer = await bot.execute(colin, 'x', 'hubs.import-all', { op: 'second', csv });
    expect(textOf(answer)).toContain('here already');
    expect(await hubNames(bot)).not.toContain('Demo');
  });

  test('When two coordinators’ imports race for the same hub, one wins whole', async () => {
    const bot = await startBot();
    await bot.say(colin, 'help');
    const answers = await Promise.all(
      ['a', 'b'].map((op) => bot.execute(colin, 'x', 'hubs.import-all', { op, csv: `name\nGLOW\nOnly ${op}` })),
    );
    expect(answers.filter((answer) => textOf(answer).includes('2 added.'))).toHaveLength(1);
    expect(await hubNames(bot)).toHaveLength(3);
  });
});

describe('A hub’s settings', () => {
  const edit = (bot: TestBot) => bot.execute(colin, 'card', 'hubs.edit', { hubId: 'demo' });
  const settings = {
    name: 'Demo Hub North',
    contact: 'north@demo.example',
    opens: '2026-04-01',
    closes: '2026-05-01',
    quota: '12',
  };

  test('When they are saved, the list and every card show them', async () => {
    const bot = await startBot();
    const list = await bot.press(colin, await edit(bot), 'Save this hub', settings);
    expect(textOf(list)).toContain('Demo Hub North is saved.');
    expect(await hubNames(bot)).toEqual(['Demo Hub North']);
    expect(textOf(await bot.say(tess, 'contacts'))).toContain('north@demo.example');
    expect(textOf(await bot.say(helen, 'applications'))).toContain('Demo Hub North');
  });

  test('When dates do not fit, what was typed stays and nothing is saved', async () => {
    const bot = await startBot();
    const answer = await bot.press(colin, await edit(bot), 'Save this hub', { ...settings, closes: '2026-03-01' });
    expect(textOf(answer)).toContain('closing date not before the opening date');
    expect(JSON.stringify(answer.card)).toContain('Demo Hub North');
    expect(await hubNames(bot)).toEqual(['Demo Maths Hub']);
  });

  test('When something is missing, the checklist says what', async () => {
    const bot = await startBot();
    await bot.press(colin, await edit(bot), 'Save this hub', { ...settings, opens: '', closes: '', quota: '' });
    expect(textOf(await bot.say(colin, 'set up'))).toContain('Still needs a quota, dates for applications');
  });
});

describe('Who may use the bot', () => {
  test('When an organisation is let in, its people are; when it is removed, they are told how to reach a hub', async () => {
    const bot = await startBot();
    const outsider = teamsPerson('Olga', homeTenant);
    const card = await bot.execute(colin, 'card', 'tenants.open', {});
    expect(textOf(await bot.say(outsider, 'help'))).toContain('has not been added');
    const admitted = await bot.press(colin, card, 'Let them in', { tenant: homeTenant.toUpperCase() });
    expect(textOf(admitted)).toContain('2 organisations');
    expect(textOf(await bot.say(outsider, 'help'))).toContain('What I can do');
    await bot.press(colin, admitted, 'Let them in no more', { tenant: homeTenant });
    expect(textOf(await bot.say(outsider, 'help'))).toContain('has not been added');
  });

  test('When a coordinator removes their own organisation, they are still let in', async () => {
    const bot = await startBot();
    const card = await bot.execute(colin, 'card', 'tenants.open', {});
    await bot.press(colin, card, 'Let them in no more', { tenant: colin.tenantId });
    expect(textOf(await bot.say(tess, 'help'))).toContain('has not been added');
    expect(textOf(await bot.say(colin, 'set up'))).toContain('1 hub');
  });

  test('When what is typed is no tenant id, a sentence says so', async () => {
    const bot = await startBot();
    const card = await bot.execute(colin, 'card', 'tenants.open', {});
    expect(textOf(await bot.press(colin, card, 'Let them in', { tenant: 'school.org' }))).toContain('not a tenant id');
  });
});

test('When anybody but a coordinator asks or forges the clicks, nothing changes', async () => {
  const bot = await startBot();
  const before = await bot.records('programme', 'programme');
  for (const who of [tess, helen, demoPerson('Ana')]) {
    const clicks: [string, object][] = [
      ['set-up.open', {}],
      ['hubs.edit', { hubId: 'demo' }],
      ['hubs.save', { op: 'o', hubId: 'demo', cohort: '10', name: 'Mine' }],
      ['hubs.import', {}],
      ['hubs.starting', {}],
      ['hubs.preview', { csv: 'name\nX' }],
      ['hubs.import-all', { op: 'o', csv: 'name\nX' }],
      ['tenants.open', {}],
      ['tenants.admit', { tenant: '*' }],
      ['tenants.remove', { tenant: who.tenantId }],
    ];
    for (const [verb, data] of clicks) {
      expect(textOf(await bot.execute(who, 'x', verb, data))).toContain('Only a coordinator');
    }
    expect(textOf(await bot.say(who, 'set up'))).toContain('Only a coordinator');
  }
  expect(await bot.records('programme', 'programme')).toEqual(before);
});
