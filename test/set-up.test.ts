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

describe('Adding one hub', () => {
  const typed = { name: 'GLOW', contact: 'glow@hub.example', opens: '2026-04-01', closes: '2026-05-01', quota: '12' };
  const open = async (bot: TestBot) => bot.press(colin, await bot.say(colin, 'set up'), 'Add one hub');

  test('When it is saved, once or twice, it is there once with all that was typed', async () => {
    const bot = await startBot();
    const form = await open(bot);
    expect(textOf(form)).toContain('Add one hub');
    expect(textOf(await bot.press(colin, form, 'Add this hub', typed))).toContain('GLOW is added.');
    await bot.press(colin, form, 'Add this hub', typed);
    expect(await hubNames(bot)).toEqual(['Demo Maths Hub', 'GLOW']);
    const window = { opens: '2026-04-01', closes: '2026-05-01', quota: 12 };
    expect(await bot.records('hub:glow', 'hub')).toMatchObject([
      { contact: 'glow@hub.example', cohorts: { 10: window } },
    ]);
  });

  test('When two coordinators add the same hub at once, one is told that it is there', async () => {
    const bot = await startBot();
    await bot.say(colin, 'help');
    const add = (op: string) => bot.execute(colin, 'x', 'hubs.add', { op, ...typed });
    const answers = (await Promise.all([add('a'), add('b')])).map(textOf);
    expect(answers.filter((answer) => answer.includes('GLOW is added.'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('a hub of this name already'))).toHaveLength(1);
    expect(await bot.records('hub:glow', 'hub')).toHaveLength(1);
  });

  test.each([
    ['has no name', { name: ' - ' }, 'Enter the hub’s name'],
    ['closes before it opens', { closes: '2026-03-01' }, 'closing date not before'],
    ['has half a place', { quota: '0.5' }, 'Enter the quota'],
    ['is there already', { name: 'demo MATHS hub' }, 'a hub of this name already'],
    ['has the id of one that is', { name: 'Demo' }, 'a hub of this name already'],
  ])('When it %s, a sentence says so, what was typed stays, and nothing is added', async (_, wrong, words) => {
    const bot = await startBot();
    const answer = await bot.press(colin, await open(bot), 'Add this hub', { ...typed, ...wrong });
    expect(textOf(answer)).toContain(words);
    expect(JSON.stringify(answer.card)).toContain('glow@hub.example');
    expect(await hubNames(bot)).toEqual(['Demo Maths Hub']);
    const right = await bot.press(colin, answer, 'Add this hub', typed);
    expect(textOf(right)).toContain('GLOW is added.');
  });
});

describe('The cohort’s years', () => {
  const open = async (bot: TestBot) => bot.press(colin, await bot.say(colin, 'set up'), 'The cohort’s years');
  const years = { name: '10', yearOneFrom: '2026-09-01', yearOneTo: '2027-07-31', yearTwoTo: '2028-07-31' };

  test('When they are not set, the list of hubs says so; when they are saved, it does not, and the trail has it once', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(colin, 'set up'))).toContain('years are not set: Year One and Year Two of Cohort 10');
    const form = await open(bot);
    const list = await bot.press(colin, form, 'Save the cohort', years);
    expect(textOf(list)).toContain('Cohort 10 is saved.');
    expect(textOf(list)).not.toContain('years are not set');
    await bot.press(colin, form, 'Save the cohort', years);
    const { name: _, ...dates } = years;
    expect(await bot.records('programme', 'programme')).toMatchObject([{ cohort: '10', years: { 10: dates } }]);
    const events = (await bot.records('programme', 'audit')).map(({ event }) => event);
    expect(events.filter((event) => event === 'cohort-saved')).toHaveLength(1);
    expect(JSON.stringify((await open(bot)).card)).toContain('2028-07-31');
  });

  test('When only Year One is set, Year Two is still said to be missing', async () => {
    const bot = await startBot();
    const list = await bot.press(colin, await open(bot), 'Save the cohort', { ...years, yearTwoTo: '' });
    expect(textOf(list)).toContain('years are not set: Year Two of Cohort 10');
  });

  test.each([
    ['the cohort has no name', { name: '' }, 'Enter the cohort’s number'],
    ['its name has other signs', { name: '10:a' }, 'Enter the cohort’s number'],
    ['a date is none', { yearOneFrom: 'soon' }, 'Enter the day on which Year One begins'],
    ['Year One has no end', { yearOneTo: '', yearTwoTo: '' }, 'Enter both dates of Year One'],
    ['Year One ends first', { yearOneTo: '2026-08-01' }, 'Enter both dates of Year One'],
    ['Year Two ends before Year One', { yearTwoTo: '2027-07-31' }, 'Year Two ends after Year One'],
    ['there is only Year Two', { yearOneFrom: '', yearOneTo: '' }, 'Year Two ends after Year One'],
  ])('When %s, a sentence says so, what was typed stays, and nothing is saved', async (_, wrong, words) => {
    const bot = await startBot();
    const answer = await bot.press(colin, await open(bot), 'Save the cohort', { ...years, ...wrong });
    expect(textOf(answer)).toContain('Not saved yet');
    expect(textOf(answer)).toContain(words);
    expect(await bot.records('programme', 'programme')).toMatchObject([{ years: {} }]);
  });

  test('When school holidays are typed, a line each, they are kept in order, and stay where a card from before does not have them', async () => {
    const bot = await startBot();
    const typed = { ...years, holidays: '2027-02-15 to 2027-02-19\n\n 2026-12-21 – 2027-01-03 \n2026-10-26' };
    await bot.press(colin, await open(bot), 'Save the cohort', typed);
    const holidays = [
      { from: '2026-10-26', to: '2026-10-26' },
      { from: '2026-12-21', to: '2027-01-03' },
      { from: '2027-02-15', to: '2027-02-19' },
    ];
    expect(await bot.records('programme', 'programme')).toMatchObject([{ holidays }]);
    const again = JSON.stringify((await open(bot)).card);
    expect(again).toContain('2026-10-26\\n2026-12-21 to 2027-01-03\\n2027-02-15 to 2027-02-19');
    await bot.press(colin, await open(bot), 'Save the cohort', years);
    expect(await bot.records('programme', 'programme')).toMatchObject([{ holidays }]);
    await bot.press(colin, await open(bot), 'Save the cohort', { ...years, holidays: '' });
    expect(await bot.records('programme', 'programme')).toMatchObject([{ holidays: [] }]);
  });

  test('When lines of the holidays cannot be read, each is said with its number, what was typed stays, and nothing is saved', async () => {
    const bot = await startBot();
    const holidays = '2026-12-21 to 2027-01-03\nhalf term\n2027-02-31 to 2027-03-01\n2027-04-09 to 2027-03-29';
    const answer = await bot.press(colin, await open(bot), 'Save the cohort', { ...years, holidays });
    const text = textOf(answer);
    expect(text).toContain('Not saved yet');
    expect(text).not.toContain('line 1');
    expect(text).toContain('line 2 (“half term”): Enter the first and the last day, like 2026-12-21 to 2027-01-03.');
    expect(text).toContain('line 3 (“2027-02-31 to 2027-03-01”): Enter the first and the last day');
    expect(text).toContain('line 4 (“2027-04-09 to 2027-03-29”): The last day comes before the first.');
    expect(JSON.stringify(answer.card)).toContain('half term');
    expect(await bot.records('programme', 'programme')).toMatchObject([{ years: {}, holidays: [] }]);
    const many = Array.from({ length: 61 }, () => '2026-10-26').join('\n');
    const tooMany = await bot.press(colin, answer, 'Save the cohort', { ...years, holidays: many });
    expect(textOf(tooMany)).toContain('Sixty lines are the most.');
  });

  test('When another cohort is typed, nothing changes until the coordinator says so; the years of the first stay', async () => {
    const bot = await startBot();
    const form = await bot.press(colin, await open(bot), 'Save the cohort', years).then(() => open(bot));
    const next = { name: '11', yearOneFrom: '2027-09-01', yearOneTo: '2028-07-31', yearTwoTo: '' };
    const preview = await bot.press(colin, form, 'Save the cohort', next);
    expect(textOf(preview)).toContain('Begin with Cohort 11?');
    expect(textOf(await bot.say(tess, 'apply'))).toContain('Apply to become a Specialist');
    expect(await bot.records('programme', 'programme')).toMatchObject([{ cohort: '10' }]);
    const list = await bot.press(colin, preview, 'Begin with Cohort 11');
    expect(textOf(list)).toContain('People apply to Cohort 11 from now on.');
    expect(textOf(list)).toContain('Still needs a quota, dates for applications');
    expect(textOf(await bot.press(colin, preview, 'Begin with Cohort 11'))).toContain('Cohort 11');
    expect(textOf(await bot.say(tess, 'apply'))).toContain('Your application · Cohort 11');
    const [record] = await bot.records('programme', 'programme');
    expect(Object.keys(record?.years as object)).toEqual(['10', '11']);
    const stale = await bot.press(colin, form, 'Save the cohort', { ...years, yearTwoTo: '' });
    expect(textOf(stale)).toContain('This changed while you were looking');
    expect(await bot.records('programme', 'programme')).toEqual([record]);
  });
});

test('When a coordinator begins with a cohort by its name alone, it has no dates; when they go back, the first has its own', async () => {
  const bot = await startBot();
  const open = () => bot.execute(colin, 'x', 'cohort.open', {});
  const years = { yearOneFrom: '2026-09-01', yearOneTo: '2027-07-31', yearTwoTo: '2028-07-31' };
  await bot.press(colin, await open(), 'Save the cohort', { name: '10', ...years });
  const eleven = await bot.press(colin, await open(), 'Save the cohort', { name: '11', ...years });
  expect(textOf(eleven)).toContain('No dates yet');
  await bot.press(colin, eleven, 'Begin with Cohort 11');
  const blank = { yearOneFrom: '', yearOneTo: '', yearTwoTo: '' };
  const ten = await bot.press(colin, await open(), 'Save the cohort', { name: '10', ...blank });
  expect(textOf(ten)).toContain('Tuesday 1 September 2026 to Saturday 31 July 2027');
  await bot.press(colin, ten, 'Begin with Cohort 10');
  expect(await bot.records('programme', 'programme')).toMatchObject([{ cohort: '10', years: { 10: years, 11: {} } }]);
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

  test('When a used form is sent again with other values, nothing is saved and the card shows how it stands', async () => {
    const bot = await startBot();
    const form = await edit(bot);
    await bot.press(colin, form, 'Save this hub', settings);
    const again = await bot.press(colin, form, 'Save this hub', { ...settings, name: 'Another' });
    expect(textOf(again)).toContain('This changed while you were looking');
    expect(JSON.stringify(again.card)).toContain('Demo Hub North');
    expect(await hubNames(bot)).toEqual(['Demo Hub North']);
  });

  test('When it is to get the name of another hub, it keeps its own', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name\nGLOW' });
    const answer = await bot.press(colin, await edit(bot), 'Save this hub', { ...settings, name: 'glow' });
    expect(textOf(answer)).toContain('Another hub has this name');
    expect(await hubNames(bot)).toEqual(['Demo Maths Hub', 'GLOW']);
  });

  test('When a hub is asked for that is not there, the list says so', async () => {
    const bot = await startBot();
    expect(textOf(await bot.execute(colin, 'x', 'hubs.edit', { hubId: 'gone' }))).toContain('not here any more');
  });

  test('When something is missing, the checklist says what', async () => {
    const bot = await startBot();
    await bot.press(colin, await edit(bot), 'Save this hub', { ...settings, opens: '', closes: '', quota: '' });
    expect(textOf(await bot.say(colin, 'set up'))).toContain('Still needs a quota, dates for applications');
  });
});

describe('The local authorities of a hub', () => {
  const edit = (bot: TestBot) => bot.execute(colin, 'card', 'hubs.edit', { hubId: 'demo' });
  const settings = { name: 'Demo Maths Hub', contact: '', opens: '2026-04-01', closes: '2026-05-01', quota: '12' };
  const save = async (bot: TestBot, authorities?: string) =>
    bot.press(colin, await edit(bot), 'Save this hub', {
      ...settings,
      ...(authorities !== undefined && { authorities }),
    });
  const kept = async (bot: TestBot, hubId = 'demo') => (await bot.records(`hub:${hubId}`, 'hub'))[0]?.authorities;
  const about = (bot: TestBot, hubId = 'demo') => bot.execute(tess, 'card', 'hubs.about', { hubId });

  test('When a coordinator types them, each is kept once, and everybody sees them; when emptied, nobody does', async () => {
    const bot = await startBot();
    expect(JSON.stringify((await edit(bot)).card)).toContain('Demoshire; Mockland');
    await save(bot, ' Bristol,  City of ;Kent\nKENT County Council;; North Mockland');
    expect(await kept(bot)).toEqual(['Bristol, City of', 'Kent', 'North Mockland']);
    expect(JSON.stringify((await edit(bot)).card)).toContain('Bristol, City of; Kent; North Mockland');
    expect(textOf(await about(bot))).toContain('Local authorities it covers\nBristol, City of; Kent; North Mockland');
    await save(bot, '');
    expect(await kept(bot)).toEqual([]);
    expect(textOf(await about(bot))).not.toContain('Local authorities');
  });

  test('When a card from before has no place for them, they stay, also where something else on it is not right', async () => {
    const bot = await startBot();
    const old = { op: 'old', hubId: 'demo', cohort: '10', ...settings };
    const wrong = await bot.execute(colin, 'card', 'hubs.save', { ...old, quota: 'many' });
    expect(textOf(wrong)).toContain('Enter the quota');
    expect(JSON.stringify(wrong.card)).toContain('Demoshire; Mockland');
    expect(textOf(await bot.execute(colin, 'card', 'hubs.save', old))).toContain('Demo Maths Hub is saved.');
    expect(await kept(bot)).toEqual(['Demoshire', 'Mockland']);
  });

  const many = (count: number) => Array.from({ length: count }, (_, n) => `Shire ${n}`).join(';');
  test.each([
    ['161 of them', many(161)],
    ['one of 61 characters', `Kent;${'K'.repeat(61)}`],
    ['one without letters', 'Kent; 42'],
  ])(
    'When %s are typed, a sentence says what fits, what was typed stays, and nothing is saved',
    async (_, authorities) => {
      const bot = await startBot();
      const answer = await save(bot, authorities);
      expect(textOf(answer)).toContain('Not saved yet');
      expect(textOf(answer).match(/at most 160 local authorities, each in at most 60 characters/g)).toHaveLength(1);
      expect(JSON.stringify(answer.card)).toContain(authorities);
      expect(await kept(bot)).toEqual(['Demoshire', 'Mockland']);
      const csv = `name,authorities\nGLOW,${authorities}`;
      const rows = await bot.press(colin, await importing(bot), 'Check these rows', { csv });
      expect(textOf(rows)).toContain('Line 2: the local authorities are more than 160');
      expect(textOf(await save(bot, many(160)))).toContain('is saved');
    },
  );

  test('When an import or one more hub names them, the new hub has them; without the column it has none', async () => {
    const bot = await startBot();
    const csv = 'name,authorities,quota\nGLOW,"Bristol, City of; South Gloucestershire",5\nSolent,,';
    const preview = await bot.press(colin, await importing(bot), 'Check these rows', { csv });
    await bot.press(colin, preview, 'Add them');
    expect(await kept(bot, 'glow')).toEqual(['Bristol, City of', 'South Gloucestershire']);
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name\nOrigin' });
    const form = await bot.press(colin, await bot.say(colin, 'set up'), 'Add one hub');
    await bot.press(colin, form, 'Add this hub', { name: 'Sussex', authorities: 'East Sussex; West Sussex' });
    expect(await kept(bot, 'sussex')).toEqual(['East Sussex', 'West Sussex']);
    for (const hubId of ['solent', 'origin'])
      expect(textOf(await about(bot, hubId))).not.toContain('Local authorities');
  });
});

describe('Who may use the bot', () => {
  test('When an organisation is let in, its people are; when it is taken off the list, they are told so and whom to ask', async () => {
    const bot = await startBot();
    const outsider = teamsPerson('Olga', homeTenant);
    const card = await bot.execute(colin, 'card', 'tenants.open', {});
    expect(textOf(await bot.say(outsider, 'help'))).toContain('has not been added');
    const admitted = await bot.press(colin, card, 'Let them in', { tenant: homeTenant.toUpperCase() });
    expect(textOf(admitted)).toContain('2 organisations');
    expect(textOf(await bot.say(outsider, 'help'))).toContain('What I can do');
    const removed = await bot.press(colin, admitted, 'Take them off the list', { tenant: homeTenant });
    expect(textOf(removed)).toContain(`Taken off the list\n${homeTenant}`);
    const told = textOf(await bot.say(outsider, 'help'));
    expect(told).toContain('has been taken off the list');
    expect(told).toContain('Nothing you typed was kept');
    expect(told).toContain('mathshubs.org.uk');
  });

  test('When everybody is let in, an organisation that was taken off stays out until it is let in again', async () => {
    const bot = await startBot();
    const outsider = teamsPerson('Olga', homeTenant);
    await bot.execute(colin, 'card', 'tenants.remove', { tenant: homeTenant });
    const all = await bot.execute(colin, 'card', 'tenants.admit', { tenant: '*' });
    expect(textOf(all)).toContain('Everybody may use the bot');
    expect(textOf(await bot.say(outsider, 'help'))).toContain('has been taken off the list');
    expect(textOf(await bot.say(teamsPerson('Nia', 'another-tenant'), 'help'))).toContain('What I can do');
    const again = await bot.press(colin, all, 'Let them in', { tenant: homeTenant });
    expect(textOf(again)).not.toContain('Taken off the list');
    expect(textOf(await bot.say(outsider, 'help'))).toContain('What I can do');
    await bot.press(colin, again, 'Take them off the list', { tenant: '*' });
    expect(textOf(await bot.say(teamsPerson('Nia', 'another-tenant'), 'help'))).toContain('has not been added');
    expect(await bot.records('programme', 'programme')).toMatchObject([{ removedTenants: [] }]);
  });

  test('When the same is pressed again, nothing is written twice', async () => {
    const bot = await startBot();
    for (const verb of ['tenants.remove', 'tenants.remove', 'tenants.admit', 'tenants.admit'])
      await bot.execute(colin, 'card', verb, { tenant: homeTenant });
    const events = (await bot.records('programme', 'audit')).map(({ event }) => event);
    expect(events.filter((event) => String(event).startsWith('tenant-'))).toHaveLength(2);
  });

  test('When a coordinator removes their own organisation, they are still let in', async () => {
    const bot = await startBot();
    const card = await bot.execute(colin, 'card', 'tenants.open', {});
    await bot.press(colin, card, 'Take them off the list', { tenant: colin.tenantId });
    expect(textOf(await bot.say(tess, 'help'))).toContain('has been taken off the list');
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
      ['hubs.new', {}],
      ['hubs.add', { op: 'o', name: 'Mine' }],
      ['cohort.open', {}],
      ['cohort.save', { op: 'o', cohort: '10', name: '10', yearTwoTo: '' }],
      ['cohort.start', { op: 'o', cohort: '10', name: '11', yearOneFrom: '', yearOneTo: '', yearTwoTo: '' }],
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
