import { findSchools, hasRegister, openSchools, schoolByUrn } from '../services/schools/find-schools.ts';
import { importRegister } from '../services/schools/import-register.ts';
import { type Store, StoreUnavailable } from '../services/store/store.ts';
import { startBot, stopBots, type TestBot } from './support/bot.ts';
import { csvLines, fileOf, manySchools, school, windowsFile } from './support/register.ts';
import { homes } from './support/store-homes.ts';

afterEach(stopBots);

const later = (bot: TestBot, seconds: number) => bot.setNow(new Date(bot.deps.clock.now().getTime() + seconds * 1000));
const namesFor = async (bot: TestBot, query: string) => (await findSchools(bot.deps, query)).map(({ name }) => name);

describe('The file', () => {
  test('When the whole register is read, then columns are found by name and letters are what they were', async () => {
    const bot = await startBot({ demo: false });
    const rows = [
      school(123_456, {
        EstablishmentName: 'École Sainte-Zoé’s "Upper" School'.replaceAll('’', "'"),
        'PhaseOfEducation (name)': 'All-through',
        StatutoryLowAge: '3',
        StatutoryHighAge: '18',
        SchoolWebsite: 'www.zoe.example',
        'HeadTitle (name)': 'Dr',
        HeadFirstName: 'Zoë',
        HeadLastName: 'Núñez',
      }),
    ];
    await importRegister(bot.deps, 'test', windowsFile(csvLines(rows)));
    expect(await findSchools(bot.deps, 'ecole zoes')).toEqual([
      {
        urn: '123456',
        name: 'École Sainte-Zoé\'s "Upper" School',
        town: 'Mockham',
        postcode: 'ZZ4 1AA',
        localAuthority: 'Mockland',
        type: 'Academy converter',
        phase: 'All-through',
        head: 'Dr Zoë Núñez',
        website: 'www.zoe.example',
        lowAge: 3,
        highAge: 18,
        stateFunded: 'yes',
        secondary: 'ask-hub',
      },
    ]);
  });

  test('When it is the shorter download, in UTF-8, without a head or a website, then they are absent', async () => {
    const bot = await startBot({ demo: false });
    const lines = csvLines([school(123_456, { EstablishmentName: 'Zoë’s School' })], 'short');
    await importRegister(bot.deps, 'test', fileOf(Buffer.from(`\ufeff${lines.join('\n')}\n\n`)));
    const found = await schoolByUrn(bot.deps, '123456');
    expect(found).toMatchObject({ name: 'Zoë’s School', stateFunded: 'yes', secondary: 'yes' });
    expect(Object.keys(found ?? {})).not.toContain('head');
  });

  test('When schools are closed or not yet open, then they are left out and counted', async () => {
    const bot = await startBot({ demo: false });
    const statuses = ['Open', 'Closed', 'Closed', 'Open, but proposed to close', 'Proposed to open'];
    const rows = statuses.map((status, index) => school(100_000 + index, { 'EstablishmentStatus (name)': status }));
    const result = await importRegister(bot.deps, 'test', windowsFile(csvLines(rows)));
    expect(result).toMatchObject({ kind: 'imported', kept: 2, before: undefined });
    expect('leftOut' in result && [...result.leftOut]).toEqual([
      ['Closed', 2],
      ['Proposed to open', 1],
    ]);
  });

  const good = csvLines([school(100_001), school(100_002), school(100_003)]);
  const [header = '', ...body] = good;
  const cases: [string, string[], object][] = [
    ['has nothing in it', [], { fault: 'empty' }],
    ['has a header only', [header], { fault: 'empty' }],
    [
      'lacks columns',
      [header.replace('"Town"', '"Toun"').replace('"Postcode"', '"PC"'), ...body],
      { fault: 'columns-missing', line: 1, columns: ['Town', 'Postcode'] },
    ],
    [
      'has a row that is short',
      [header, body[0] ?? '', '"100002","Mockland"', body[2] ?? ''],
      { fault: 'fields', line: 3, fields: 2, expected: 139 },
    ],
    [
      'has a row that is long',
      [header, body[0] ?? '', `${body[1]},"x"`],
      { fault: 'fields', line: 3, fields: 140, expected: 139 },
    ],
    [
      'has a row without a number',
      [header, body[0] ?? '', (body[1] ?? '').replace('"100002"', '""')],
      { fault: 'urn', line: 3, found: '' },
    ],
    ['has a number twice', [header, ...body, body[0] ?? ''], { fault: 'twice', line: 5, urn: '100001' }],
    [
      'has a school without a name',
      [header, ...csvLines([school(100_001, { EstablishmentName: ' ' })]).slice(1)],
      {
        fault: 'name',
        line: 2,
        found: '100001',
      },
    ],
    ['ends within a quotation', [header, body[0] ?? '', '"100002","Mock'], { fault: 'quote', line: 3 }],
    [
      'has no open school',
      [header, ...csvLines([school(1e5, { 'EstablishmentStatus (name)': 'Closed' })]).slice(1)],
      {
        fault: 'none-open',
      },
    ],
    ['is no text', ['PK\u0003\u0004\u0000\u0000'], { fault: 'not-a-table' }],
  ];
  test.each(cases)(
    'When a file %s, then that is said with its line, and the import before it still counts',
    async (_, lines, problem) => {
      const bot = await startBot();
      const result = await importRegister(bot.deps, 'test', windowsFile(lines));
      expect(result).toMatchObject({ kind: 'refused' });
      expect('problems' in result && result.problems).toContainEqual(problem);
      expect(await namesFor(bot, 'ashdown academy')).toContain('Ashdown Academy');
      expect(await bot.records('schools', 'school-piece')).toHaveLength(1);
    },
  );

  test('When very much is wrong, then the first ten problems are named', async () => {
    const bot = await startBot({ demo: false });
    const lines = [header, ...Array.from({ length: 500 }, () => '"x"')];
    const result = await importRegister(bot.deps, 'test', windowsFile(lines));
    expect('problems' in result && result.problems).toHaveLength(10);
  });
});

describe('The bot', () => {
  test('When no register was imported, then there is none and nothing is found', async () => {
    const bot = await startBot({ demo: false });
    expect(await hasRegister(bot.deps)).toBe(false);
    expect(await findSchools(bot.deps, 'ashdown')).toEqual([]);
    expect(await schoolByUrn(bot.deps, '900001')).toBeUndefined();
  });

  test('When the demo is loaded, then its schools are there with what the register knows of them', async () => {
    const bot = await startBot();
    expect(await hasRegister(bot.deps)).toBe(true);
    for (const name of ['Ashdown Academy', 'Beckside School', 'Castle Hill High School', 'Deepdale Free School']) {
      const [first] = await findSchools(bot.deps, name);
      expect(first).toMatchObject({ name, stateFunded: 'yes', secondary: 'yes' });
    }
    expect(await schoolByUrn(bot.deps, '900041')).toMatchObject({ stateFunded: 'ask-hub' });
    expect(await schoolByUrn(bot.deps, '900061')).toBeUndefined();
    expect(await schoolByUrn(bot.deps, "9'; --")).toBeUndefined();
    expect(await schoolByUrn(bot.deps, '900099')).toBeUndefined();
  });

  test('When another register is imported, then it is found within a minute, and nothing is left of the one before', async () => {
    const bot = await startBot();
    expect(await namesFor(bot, 'ashdown academy')).toContain('Ashdown Academy');
    const file = windowsFile(csvLines([school(100_001, { EstablishmentName: 'Quillham School' })]));
    expect(await importRegister(bot.deps, 'test', file)).toMatchObject({ kind: 'imported', kept: 1 });
    expect(await namesFor(bot, 'quillham')).toEqual([]);
    later(bot, 60);
    expect(await namesFor(bot, 'quillham')).toEqual(['Quillham School']);
    expect(await namesFor(bot, 'ashdown academy')).toEqual([]);
    expect(await bot.records('schools', 'school-piece')).toHaveLength(1);
    expect(await bot.records('schools', 'audit')).toHaveLength(2);
  });

  test('When the same register is imported again, then it is left as it is', async () => {
    const bot = await startBot();
    const file = windowsFile(csvLines([school(100_001)]));
    await importRegister(bot.deps, 'test', file);
    const before = await bot.records('schools', 'school-register');
    expect(await importRegister(bot.deps, 'test', file)).toMatchObject({ kind: 'same', kept: 1, before: 1 });
    expect(await bot.records('schools', 'school-register')).toEqual(before);
  });

  test('When the store fails after a register was loaded, then what was loaded still serves', async () => {
    const bot = await startBot();
    await findSchools(bot.deps, 'ashdown');
    later(bot, 120);
    bot.store.get = () => Promise.reject(new Error('the store is away'));
    expect(await namesFor(bot, 'ashdown')).toContain('Ashdown Academy');
  });
});

test('When the register has 26,000 schools, then all of it is kept and found', async () => {
  const bot = await startBot({ demo: false });
  const rows = manySchools(26_000);
  const file = windowsFile(csvLines(rows, 'short'));
  let seen = 0;
  const result = await importRegister(bot.deps, 'test', file, (progress) => {
    seen = progress.rows;
  });
  expect(result).toMatchObject({ kind: 'imported', kept: 26_000 });
  expect(seen).toBeGreaterThan(25_000);
  const last = await loaded(() => schoolByUrn(bot.deps, '125999'));
  expect(last?.name).toBe(rows.at(-1)?.EstablishmentName);
  const found = await findSchools(bot.deps, `${last?.name} ${last?.town}`);
  expect(found[0]).toEqual(last);
}, 60_000);

/** Asks again while the register is still being loaded. */
async function loaded<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

// Where there is no embedded store, only the last writes before the new register counts: each import takes a second.
describe.each(Object.entries(homes(process.env)))('In the %s store', (name, openHome) => {
  const first = name === 'sqlite' ? 0 : 2;
  test('When an import is cut short at any of its writes, then the one before counts, whole, and the next one works', async () => {
    const home = await openHome();
    try {
      const bot = await startBot({ demo: false, store: (clock) => home.open(clock.now) });
      const older = windowsFile(csvLines([school(100_001, { EstablishmentName: 'Older' })], 'short'));
      const newer = windowsFile(csvLines(inSeveralPieces(), 'short'));
      const nameOfFirst = async () => {
        const schools = openSchools(bot.store, bot.deps.clock);
        return (await loaded(() => schoolByUrn({ schools }, '100001')))?.name;
      };
      await importRegister(bot.deps, 'test', older);
      const outcomes: (string | undefined)[] = [];
      for (let writes = first; outcomes.at(-1) !== 'done'; writes++) {
        const deps = { ...bot.deps, store: dyingAfter(bot.store, writes) };
        const done = await importRegister(deps, 'test', newer).catch(() => undefined);
        outcomes.push(await nameOfFirst(), ...(done ? ['done'] : []));
        if (!done) await importRegister(bot.deps, 'test', older);
      }
      // Two pieces and the switch; then the piece of the older one is taken away.
      expect(outcomes).toEqual(['Older', 'Older', 'Older', 'Newer', 'Newer', 'done'].slice(first));
      later(bot, 2 * 86_400);
      await importRegister(bot.deps, 'test', newer);
      const [register] = await bot.records('schools', 'school-register');
      expect(register?.pieces).toBe(2);
      expect(await bot.records('schools', 'school-piece')).toHaveLength(2);
      expect(await nameOfFirst()).toBe('Newer');
    } finally {
      await home.close();
    }
  }, 60_000);
});

/** A store that lets so many commits through, then no more, as when the process is killed. */
function dyingAfter(store: Store, writes: number): Store {
  let left = writes;
  return {
    ...store,
    async commit(partition, changes) {
      if (left-- <= 0) throw new Error('killed');
      return store.commit(partition, changes);
    },
  };
}

/** Schools whose fields say nothing, so that they fill two pieces however well they are compressed. */
function inSeveralPieces() {
  const seed = { at: 1 };
  const nonsense = () => Array.from({ length: 200 }, () => letterFrom(seed)).join('');
  return Array.from({ length: 2_600 }, (_, index) =>
    school(100_001 + index, {
      EstablishmentName: index === 0 ? 'Newer' : nonsense(),
      Town: nonsense(),
      'LA (name)': nonsense(),
      'PhaseOfEducation (name)': nonsense(),
    }),
  );
}

function letterFrom(seed: { at: number }): string {
  seed.at = (seed.at * 48_271) % 2_147_483_647;
  return String.fromCharCode(97 + (seed.at % 26));
}
