import { openCosmos } from '../services/store/cosmos.ts';
import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { startCosmosServer } from './support/cosmos-server.ts';
import { attached, sendFile } from './support/files.ts';
import { workbook } from './support/xlsx.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const tess = demoPerson('Tess');
const ana = demoPerson('Ana');

const header = 'name,email,school,central days,school days';
const columns = header.split(',');
const listOf = (...rows: string[]) => [header, ...rows].join('\n');
/** So many people of the same list: the first is Person 100. */
const many = (count: number, days = 1) =>
  listOf(...Array.from({ length: count }, (_, n) => `Person ${n + 100},p${n + 100}@a.example,School ${n},${days},0.5`));

async function check(bot: TestBot, rows: string): Promise<Seen> {
  const form = await bot.execute(helen, 'card', 'people.import', { hubId: 'demo' });
  return bot.press(helen, form, 'Check these rows', { rows });
}

async function bring(bot: TestBot, rows: string): Promise<Seen> {
  const done = await bot.press(helen, await check(bot, rows), 'Bring them aboard');
  await bot.deliver();
  return done;
}

/** What the hub and its people hold of those a list named, without what differs from run to run. */
async function aboard(bot: TestBot) {
  const [hub] = await bot.records('hub:demo', 'hub');
  const members = (await bot.records('hub:demo', 'member')).filter(({ email }) => email);
  const known = await Promise.all(
    members.map(async ({ person, name, roles, school, email }) => {
      const ledgers = (await bot.records('hub:demo', 'ledger')).filter((one) => one.person === person);
      const own = await bot.records(`person:${person}`, 'person');
      const imported = ledgers[0]?.imported as { central: number; inSchool: number; by: string } | undefined;
      return {
        ...{ name, roles, school, email, ledgers: ledgers.length, by: imported?.by },
        days: imported && [imported.central, imported.inSchool],
        own: own.map((one) => [one.name, one.school, one.memberOf, one.accounts]),
      };
    }),
  );
  return { specialists: hub?.specialists, known, addresses: (await bot.records('hub:demo', 'by-email')).length };
}

const events = async (bot: TestBot) => (await bot.records('hub:demo', 'audit')).map(({ event }) => String(event));
const imports = (bot: TestBot) => bot.records('hub:demo', 'import');

describe('Bringing a cohort aboard', () => {
  const list = listOf('Zoë <b>Ünal</b>,zoe@a.example,Ashdown Academy,1.5,2', 'Bo Lee,bo@a.example,,6,0');

  test('When a lead pastes a list, they see what it changes, and then everybody is there with their days, once', async () => {
    const bot = await startBot();
    const form = await bot.press(helen, await bot.say(helen, 'Import specialists'), 'Bring people aboard');
    const preview = await bot.press(helen, form, 'Check these rows', { rows: list });
    for (const words of [
      'Bring 2 people aboard?',
      'Zoë <b>Ünal</b>, 3.5 days',
      '2 people, 9.5 days',
      'Line 3: more than 5.5',
    ])
      expect(textOf(preview)).toContain(words);
    expect((await aboard(bot)).known).toEqual([]);
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    const done = await bot.press(helen, preview, 'Bring them aboard');
    expect(textOf(done)).toMatch(
      /8 specialists\nDone: 2 new\.\nZoë <b>Ünal<\/b>\nAshdown Academy\n3\.5 of 7\.5 days, imported\nHas not opened/,
    );
    const by = helen.aadObjectId;
    const roles = ['specialist'];
    expect(await aboard(bot)).toEqual({
      specialists: 8,
      addresses: 2,
      known: [
        {
          ...{ name: 'Zoë <b>Ünal</b>', email: 'zoe@a.example', school: 'Ashdown Academy', roles, ledgers: 1, by },
          days: [6, 8],
          own: [['Zoë <b>Ünal</b>', 'Ashdown Academy', ['demo'], []]],
        },
        {
          ...{ name: 'Bo Lee', email: 'bo@a.example', school: undefined, roles, ledgers: 1, by },
          days: [24, 0],
          own: [['Bo Lee', undefined, ['demo'], []]],
        },
      ],
    });
    expect((await events(bot)).slice(-3).sort()).toEqual([
      'brought-aboard: 1.5 central, 2 in school',
      'brought-aboard: 6 central, 0 in school',
      'people-imported: 2 new, 0 changed',
    ]);
  });

  test('When it is done, the list is kept nowhere', async () => {
    const bot = await startBot();
    await bring(bot, list);
    expect(await imports(bot)).toMatchObject([{ rows: [], underWay: [], expires: expect.any(String) }]);
    expect(await bot.records(`person:${helen.aadObjectId}`, 'import-draft')).toEqual([]);
    const other = [
      ...(await bot.store.find({ type: 'operation' }, 100)),
      ...(await bot.store.find({ type: 'task' }, 100)),
    ];
    expect(JSON.stringify(other)).not.toContain('a.example');
  });

  test('When the button is pressed twice, at once and later, nobody is there twice', async () => {
    const bot = await startBot();
    const preview = await check(bot, many(25));
    await Promise.all([1, 2, 3].map(() => bot.press(helen, preview, 'Bring them aboard')));
    await bot.deliver();
    expect(textOf(await bot.press(helen, preview, 'Bring them aboard'))).toContain('taken before');
    expect(await aboard(bot)).toMatchObject({ specialists: 31, addresses: 25, known: { length: 25 } });
    expect(await imports(bot)).toHaveLength(1);
  });

  test('When the same list comes again, nothing is new and nothing is written', async () => {
    const bot = await startBot();
    await bring(bot, list);
    const before = await aboard(bot);
    const trail = await events(bot);
    const preview = await check(bot, list.replace('zoe@', 'ZOE@'));
    expect(textOf(preview)).toContain('Nothing in this list is new');
    expect(textOf(preview)).not.toContain('Bring them aboard');
    const [draft] = await bot.records(`person:${helen.aadObjectId}`, 'import-draft');
    const input = { op: 'o', hubId: 'demo', draft: draft?.id.slice('import-draft:'.length) };
    expect(textOf(await bot.execute(helen, 'x', 'people.take', input))).toContain('Nothing in that list was new');
    expect(await aboard(bot)).toEqual(before);
    expect(await events(bot)).toEqual(trail);
  });

  test('When it comes again with other days, the same person has those, and the trail says so', async () => {
    const bot = await startBot();
    await bring(bot, list);
    const [before] = await bot.records('hub:demo', 'by-email');
    bot.setNow(new Date('2026-04-01T09:00:00Z'));
    const changed = listOf(
      'Zoë Ünal,Zoe@A.example,Castle Hill,2.5,2',
      'Bo Lee,bo@a.example,,6,0',
      'Di,di@a.example,,0,0',
    );
    const preview = await check(bot, changed);
    expect(textOf(preview)).toContain(
      'Changed: 1\nZoë Ünal: Zoë <b>Ünal</b> → Zoë Ünal; Ashdown Academy → Castle Hill; 3.5 → 4.5 days',
    );
    expect(textOf(preview)).toContain('Nothing new\n1 person');
    expect(textOf(await bot.press(helen, preview, 'Bring them aboard'))).toContain('Done: 1 new, 1 changed.');
    const { known, specialists } = await aboard(bot);
    expect(specialists).toBe(9);
    expect(known).toHaveLength(3);
    expect(known).toContainEqual(
      expect.objectContaining({ days: [10, 8], own: [['Zoë Ünal', 'Castle Hill', ['demo'], []]] }),
    );
    expect((await bot.records('hub:demo', 'by-email'))[0]).toEqual(before);
    expect((await events(bot)).slice(-3).sort()).toEqual([
      'brought-aboard: 0 central, 0 in school',
      'days-imported: 2.5 central, 2 in school',
      'people-imported: 1 new, 1 changed',
    ]);
  });

  test('When rows are wrong, each is named by its line, the text stays, and nobody comes aboard', async () => {
    const bot = await startBot();
    const wrong = listOf(
      'Zoë,zoe@a.example,,1.3,0',
      ',bo@a.example,,1,many',
      'Cy,ZOE@a.example,,1,0',
      'Di,zoe@a.example,,1,0',
    );
    const answer = await check(bot, wrong);
    for (const words of [
      'Nobody was brought aboard yet',
      'Line 2: central days must be a number in quarters',
      'Line 3: the name is missing',
      'Line 3: school days must be',
      'Line 5: an earlier line has the same email address',
    ])
      expect(textOf(answer)).toContain(words);
    expect(JSON.stringify(answer.card)).toContain('ZOE@a.example');
    expect(await bot.records(`person:${helen.aadObjectId}`, 'import-draft')).toEqual([]);
  });

  test('When it has more than twenty faults, the first twenty are named', async () => {
    const bot = await startBot();
    expect(textOf(await check(bot, many(30, 0.3)))).toContain('And 10 more like these.');
  });

  test('When more is pasted than a card carries, a sentence says to send the file', async () => {
    const bot = await startBot();
    expect(textOf(await check(bot, many(200)))).toContain('Send me the list as an .xlsx or .csv file');
  });

  test('When the list is wrong after all, what was pasted is still there to be changed', async () => {
    const bot = await startBot();
    const form = await bot.press(helen, await check(bot, list), 'Change the list');
    expect(JSON.stringify(form.card)).toContain('bo@a.example');
  });

  test('When an hour has gone by before the yes, the list is gone and a sentence says so', async () => {
    const bot = await startBot();
    const preview = await check(bot, list);
    bot.setNow(new Date('2026-03-02T11:00:01Z'));
    expect(textOf(await bot.press(helen, preview, 'Bring them aboard'))).toContain('I keep a list for an hour');
    expect((await aboard(bot)).known).toEqual([]);
  });

  test('When a lead is in the list themselves, by name or as somebody the hub knows, another lead has to do it', async () => {
    const bot = await startBot();
    expect(textOf(await check(bot, listOf('helen  marsh,h@a.example,,7.5,0')))).toContain('Line 2: this is you.');
    await bring(bot, list);
    const [address] = await bot.records('hub:demo', 'by-email');
    await bot.store.commit('hub:demo', [
      { kind: 'put', record: { ...address, person: helen.aadObjectId } as never, expect: 'anything' },
    ]);
    expect(textOf(await check(bot, list.replaceAll('6,0', '5,0').replace('1.5', '5.5')))).toContain('this is you.');
  });

  test('When two addresses are the same person’s, a list with both is not taken', async () => {
    const bot = await startBot();
    await bring(bot, list);
    const [one, other] = await bot.records('hub:demo', 'by-email');
    await bot.store.commit('hub:demo', [
      { kind: 'put', record: { ...other, person: one?.person } as never, expect: 'anything' },
    ]);
    expect(textOf(await check(bot, list))).toContain('Line 3: an earlier line has the same person');
  });

  test('When every name and school is as long as can be, the preview is still a card that fits', async () => {
    const bot = await startBot();
    const long = (letter: string) =>
      Array.from({ length: 40 }, (_, n) => `${letter.repeat(97)}${n},p${n}@a.example,${letter.repeat(197)}${n},1,1`);
    await bot.press(helen, await sendFile(bot, helen, listOf(...long('é').slice(20))), 'Bring them aboard');
    const preview = await sendFile(bot, helen, listOf(...long('ü')));
    expect(textOf(preview)).toContain('Bring 20 people aboard?');
    expect(Buffer.byteLength(JSON.stringify(preview.card))).toBeLessThan(28 * 1024);
  });

  test('When somebody who has claimed their account comes again, they stay who they are, with the new days', async () => {
    const bot = await startBot();
    await bring(bot, list);
    const zoe = stranger('Zoë Ü.');
    const codes = await bot.press(helen, await bot.say(helen, 'people'), 'Codes to forward');
    const claimed = await bot.say(zoe, /\w{4}-\w{4}-\w{4}/.exec(textOf(codes))?.[0] ?? '');
    expect(textOf(claimed)).toContain('linked');
    const school = await bot.press(zoe, await bot.say(zoe, 'new school'), 'Save my school', { school: 'Eastgate' });
    expect(textOf(school)).toContain('Eastgate');
    const again = listOf('Zoë Ünal,zoe@a.example,Eastgate,3,2', 'Bo Lee,bo@a.example,,6,0');
    expect(textOf(await bring(bot, again))).toContain('Done: 1 changed.');
    const { known, specialists } = await aboard(bot);
    expect(specialists).toBe(8);
    expect(known[0]).toMatchObject({ name: 'Zoë Ünal', school: 'Eastgate', days: [12, 8] });
    expect(known[0]?.own).toMatchObject([['Zoë Ü.', 'Eastgate', ['demo'], [{ objectId: zoe.aadObjectId }]]]);
    expect(textOf(await bot.say(zoe, 'whoami'))).toContain('Specialist with Demo Maths Hub');
  });

  test('When the list is long, it is taken while nobody waits, in its order', async () => {
    const bot = await startBot();
    const done = await bot.press(helen, await check(bot, many(60)), 'Bring them aboard');
    expect(textOf(done)).toContain('On their way: 60 new.');
    await bot.deliver();
    const { known, specialists } = await aboard(bot);
    expect(specialists).toBe(66);
    expect(known.map(({ name }) => name)).toEqual(Array.from({ length: 60 }, (_, n) => `Person ${n + 100}`));
  });
});

describe('A list as a file', () => {
  const sheet = workbook([columns, ['Zoë', 'zoe@a.example', 'Ashdown', { formula: '1+1', value: 2 }, 0.25]]);

  test('When a lead sends one, the preview follows and then everybody comes aboard', async () => {
    const bot = await startBot();
    const preview = await sendFile(bot, helen, sheet);
    expect(textOf(preview)).toContain('Bring 1 person aboard?');
    await bot.press(helen, preview, 'Bring them aboard');
    expect(await aboard(bot)).toMatchObject({ specialists: 7, known: [{ name: 'Zoë', days: [8, 1] }] });
  });

  test('When it has 200 people, they all come aboard', async () => {
    const bot = await startBot();
    await bot.press(helen, await sendFile(bot, helen, many(200)), 'Bring them aboard');
    await bot.deliver();
    expect(await aboard(bot)).toMatchObject({ specialists: 206, addresses: 200 });
  });

  test('When its rows are wrong or are no list, sentences say so', async () => {
    const bot = await startBot();
    expect(textOf(await sendFile(bot, helen, listOf('Zoë,zoe,,1,1')))).toContain(
      'Line 2: the email address is missing',
    );
    expect(textOf(await sendFile(bot, helen, 'hello'))).toContain('There is no header with rows under it');
    expect(textOf(await sendFile(bot, helen, 'a,b\nc,d'))).toContain('There is no column “name”');
    expect(textOf(await sendFile(bot, helen, 'x'.repeat(1024 * 1024 + 1)))).toContain('That file is over 1 MB');
  });

  test('When somebody else sends one, it is not opened', async () => {
    const bot = await startBot();
    for (const who of [tess, ana, colin, stranger('Somebody')]) {
      const answer = await bot.tell(bot.from.message(who, '', undefined, attached('http://127.0.0.1:1/list')));
      expect(textOf(answer)).toContain('I read files from hub leads only');
    }
  });

  test('When several come at once, or from elsewhere, or not at all, a sentence says so', async () => {
    const bot = await startBot();
    const send = async (...urls: string[]) =>
      textOf(await bot.tell(bot.from.message(helen, '', undefined, attached(...urls))));
    expect(await send('http://127.0.0.1:1/a', 'http://127.0.0.1:1/b')).toContain('one file at a time');
    expect(await send('https://files.example/list.xlsx')).toContain('I only read files that were uploaded in our chat');
    expect(await send('http://127.0.0.1:1/a')).toContain('Teams did not give me the file');
  });

  test('When whoever sends it leads two hubs, they are asked which, and the list is still there', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name\nGLOW' });
    const glow = await bot.execute(colin, 'card', 'leads.open', { hubId: 'glow' });
    const made = textOf(await bot.press(colin, glow, 'Make a code for a new lead'));
    await bot.say(helen, /\w{4}-\w{4}-\w{4}/.exec(made)?.[0] ?? '');
    expect(textOf(await bot.say(helen, 'specialists'))).toContain('Which hub?');
    const which = await sendFile(bot, helen, sheet);
    expect(textOf(which)).toContain('There is 1 person in your file.');
    const done = await bot.press(helen, await bot.press(helen, which, 'To GLOW'), 'Bring them aboard');
    expect(textOf(done)).toContain('GLOW · Specialists\n1 specialist\n');
    expect(await bot.records('hub:glow', 'member')).toHaveLength(2);
  });
});

describe('When an import is cut off', () => {
  const rows = many(45);
  const everybody = Array.from({ length: 45 }, (_, n) => {
    const [name, school] = [`Person ${n + 100}`, `School ${n}`];
    const own = [[name, school, ['demo'], []]];
    const email = `p${n + 100}@a.example`;
    return { name, school, email, own, roles: ['specialist'], ledgers: 1, days: [4, 2], by: helen.aadObjectId };
  });
  /** Commits of the import: one that takes the list, three batches, 45 people, and what goes with tasks. */
  test.each([0, 1, 2, 3, 12, 22, 23, 44, 45, 50, 51])('at write %i, it is completed later, once', async (failing) => {
    const bot = await startBot();
    const preview = await check(bot, rows);
    const { commit } = bot.store;
    let writes = 0;
    bot.store.commit = async (partition, changes) => {
      if (writes++ >= failing) throw new Error('the power goes');
      return commit(partition, changes);
    };
    await bot.press(helen, preview, 'Bring them aboard');
    await bot.deliver();
    bot.store.commit = commit;
    await bot.press(helen, preview, 'Bring them aboard');
    bot.setNow(new Date('2026-03-02T10:30:00Z'));
    await bot.deliver();
    expect(await aboard(bot)).toEqual({ specialists: 51, addresses: 45, known: everybody });
    expect(await bot.store.find({ type: 'task', dueBefore: '2027-01-01' }, 10)).toEqual([]);
    expect(JSON.stringify(await imports(bot))).not.toContain('a.example');
  });

  test('and the hub is merged meanwhile, the rest comes aboard in the other hub', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name\nGLOW' });
    const preview = await check(bot, rows);
    const { commit } = bot.store;
    let batches = 0;
    bot.store.commit = async (partition, changes) => {
      const isBatch = changes.some(
        ({ kind, ...one }) => kind === 'put' && 'record' in one && one.record.type === 'by-email',
      );
      if (isBatch && batches++ > 0) throw new Error('the power goes');
      return commit(partition, changes);
    };
    await bot.press(helen, preview, 'Bring them aboard');
    await bot.deliver();
    bot.store.commit = commit;
    const [hub] = await bot.records('hub:demo', 'hub');
    const closed = { at: '2026-03-02T10:05:00.000Z', mergedInto: 'glow' };
    await commit('hub:demo', [{ kind: 'put', record: { ...hub, closed } as never, expect: 'anything' }]);
    expect(textOf(await check(bot, rows))).toContain('closed or was merged');
    bot.setNow(new Date('2026-03-02T10:30:00Z'));
    await bot.deliver();
    await bot.deliver();
    expect(await bot.records('hub:demo', 'by-email')).toHaveLength(20);
    expect(await bot.records('hub:glow', 'by-email')).toHaveLength(25);
    expect((await bot.records('hub:glow', 'hub'))[0]).toMatchObject({ specialists: 25 });
    const [first] = await bot.records('hub:glow', 'member');
    expect(await bot.records(`person:${first?.person}`, 'person')).toMatchObject([
      { name: 'Person 120', memberOf: ['glow'] },
    ]);
  });
});

test('When the store is Cosmos DB and throttles, a list comes aboard all the same', async () => {
  const server = await startCosmosServer();
  try {
    const account = { endpoint: server.endpoint, key: server.key, database: 'd', container: 'c' };
    const bot = await startBot({ store: ({ now }) => openCosmos({ ...account, now }) });
    const preview = await check(bot, many(45));
    server.inject({ status: 429, retryAfterMs: 20, times: 10 });
    await bot.press(helen, preview, 'Bring them aboard');
    await bot.deliver();
    expect(await aboard(bot)).toMatchObject({ specialists: 51, addresses: 45, known: { length: 45 } });
    await stopBots();
  } finally {
    await server.close();
  }
});

test('When anybody but a lead of the hub asks or forges the clicks, nothing changes', async () => {
  const bot = await startBot();
  await bring(bot, many(3));
  const before = await aboard(bot);
  const [member] = (await bot.records('hub:demo', 'member')).filter(({ email }) => email);
  const about = { hubId: 'demo', personId: member?.person };
  for (const who of [tess, ana, colin]) {
    const clicks: [string, object][] = [
      ['people.show', {}],
      ['people.open', { hubId: 'demo' }],
      ['people.view', about],
      ['people.code', { op: 'o', ...about }],
      ['people.codes', { op: 'o', hubId: 'demo' }],
      ['people.import', { hubId: 'demo' }],
      ['people.check', { hubId: 'demo', rows: many(2) }],
      ['people.preview', { hubId: 'demo', draft: 'd' }],
      ['people.take', { op: 'o', hubId: 'demo', draft: 'd' }],
    ];
    for (const [verb, data] of clicks)
      expect(textOf(await bot.execute(who, 'x', verb, data))).toMatch(/Only (the leads|a lead)/);
    for (const typed of ['people', 'specialists', 'import specialists'])
      expect(textOf(await bot.say(who, typed))).toContain('Only the leads of a hub');
  }
  expect(await aboard(bot)).toEqual(before);
  expect(await bot.store.find({ type: 'code' }, 10)).toEqual([]);
});
