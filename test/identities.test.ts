import { teamsPerson } from './support/activities.ts';
import { demoPerson, startBot, stopBots, stranger, textOf } from './support/bot.ts';
import { apply, fillIn, linkCode } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const tess = demoPerson('Tess');

describe('Who speaks', () => {
  test('When the same event is delivered four times, each id anew, nobody is doubled and one application is there', async () => {
    const bot = await startBot();
    const somebody = stranger('Zoe Repeat');
    const summary = await fillIn(bot, somebody);
    await Promise.all(Array.from({ length: 4 }, () => bot.press(somebody, summary, 'Submit my application')));
    expect(await bot.records('hub:demo', 'application')).toHaveLength(1);
    const people = await bot.store.find({ type: 'identity' }, 1000);
    expect(people.filter(({ record }) => record.objectId === somebody.aadObjectId)).toHaveLength(1);
    await bot.deliver();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When two accounts of one person speak at once, both are that person and nobody is made twice', async () => {
    const bot = await startBot();
    const guest = teamsPerson('Tess Okafor', helen.tenantId);
    await bot.say(guest, await linkCode(bot, tess));
    const turns = Array.from({ length: 10 }, (_, n) => bot.say(n % 2 ? guest : tess, 'whoami'));
    for (const seen of await Promise.all(turns)) expect(textOf(seen)).toContain('Tess Okafor');
    const [person] = await bot.records(`person:${tess.aadObjectId}`, 'person');
    expect(person?.accounts).toHaveLength(2);
    await bot.deliver();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a guest of the hub’s tenant and the same name of the home tenant speak, they are two people until they are linked', async () => {
    const bot = await startBot({ env: { ALLOWED_TENANTS: '*' } });
    await bot.execute(demoPerson('Colin'), 'card', 'tenants.admit', { tenant: '*' });
    const home = teamsPerson('Gita Guest');
    const guest = teamsPerson('Gita Guest', helen.tenantId);
    await apply(bot, home);
    expect(textOf(await bot.say(guest, 'my application'))).not.toContain('Your application waits');
    await bot.say(guest, await linkCode(bot, home));
    expect(textOf(await bot.say(guest, 'my application'))).toContain('Your application waits');
  });

  test.each([
    ['without an object id', { from: { id: '29:anonymous', name: 'Anonymous' } }],
    ['as an anonymous guest of a meeting', { from: { id: '8:teamsvisitor:abc', name: 'Visitor' } }],
    ['from a federated account that names no tenant', { from: { id: '29:x', name: 'Fed' }, channelData: {} }],
    ['as another bot', { from: { id: '28:another-bot', name: 'Other bot', role: 'bot' } }],
  ])('When somebody speaks %s, they get a polite line and nothing is stored', async (_, extra) => {
    const bot = await startBot();
    const before = await bot.store.find({ type: 'person' }, 1000);
    const activity = bot.from.message(stranger('Nobody'), 'apply', undefined, {
      ...extra,
      conversation: { id: 'a:nobody', conversationType: 'personal' },
    });
    const { status } = await bot.post(activity);
    expect(status).toBe(200);
    expect(JSON.stringify(bot.teams.sent().at(-1))).toContain('Teams does not tell me who you are');
    expect(await bot.store.find({ type: 'person' }, 1000)).toHaveLength(before.length);
  });
});
