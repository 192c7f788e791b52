import { activitiesFrom, homeTenant, teamsPerson } from './support/activities.ts';
import { demoPerson, startBot, stopBots, type TestBot } from './support/bot.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');

/** What Teams posts while somebody types into a field that is searched, and what it is answered. */
async function typed(bot: TestBot, value: unknown, who = tess) {
  const activity = {
    ...activitiesFrom(bot.teams.url).execute(who, '1', { verb: '' }),
    name: 'application/search',
    value,
  };
  const { status, body } = await bot.post(activity);
  return { status, body: JSON.parse(body) };
}

const search = (queryText: string, dataset = 'schools') => ({
  queryText,
  queryOptions: { skip: 0, top: 15 },
  dataset,
  data: {},
});

test('When somebody types into the school field, then schools are offered with town and postcode, by their number', async () => {
  const bot = await startBot();
  const { status, body } = await typed(bot, search('beckside'));
  expect(status).toBe(200);
  expect(body).toEqual({
    statusCode: 200,
    type: 'application/vnd.microsoft.search.searchResponse',
    value: { results: expect.any(Array) },
  });
  expect(body.value.results[0]).toEqual({
    value: '900002',
    title: expect.stringMatching(/^Beckside School, Little Demoford, ZZ2 \d\w\w$/),
  });
  expect(body.value.results.length).toBeLessThanOrEqual(7);
});

test('When nothing, something endless, another list or nothing that makes sense is searched for, then nothing is offered', async () => {
  const bot = await startBot();
  const values = [
    search(''),
    search('   '),
    search('x'.repeat(50_000)),
    search('beckside', 'people'),
    search('beckside', 'constructor'),
    { dataset: 'schools' },
    { queryText: { $ne: 1 }, dataset: 'schools' },
    'beckside',
    undefined,
  ];
  for (const value of values) {
    const { status, body } = await typed(bot, value);
    expect(status).toBe(200);
    expect(body.value.results).toEqual([]);
  }
});

test('When somebody’s organisation is not let in, then they are offered nothing and nothing of them is kept', async () => {
  const bot = await startBot();
  const before = await bot.store.find({ type: 'identity' }, 100);
  const { body } = await typed(bot, search('beckside'), teamsPerson('Olga Other', homeTenant));
  expect(body.value.results).toEqual([]);
  expect(await bot.store.find({ type: 'identity' }, 100)).toEqual(before);
});

test('When no register was imported, or the store does not answer, then nothing is offered', async () => {
  const bot = await startBot({ demo: false });
  expect((await typed(bot, search('beckside'))).body.value.results).toEqual([]);
  bot.store.get = () => Promise.reject(new Error('the store is away'));
  expect((await typed(bot, search('beckside'))).body.value.results).toEqual([]);
});

test('When somebody types, then what they type is not in the log', async () => {
  const bot = await startBot();
  await typed(bot, search('a very own word'));
  expect(bot.logged.join('')).not.toContain('very own');
  expect(bot.logged.join('')).toContain('typeahead');
});
