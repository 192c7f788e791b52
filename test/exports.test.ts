import { readConfig } from '../bot/config.ts';
import { noteAsked } from '../services/learning/note-asked.ts';
import { demoPerson, startBot, stopBots, type TestBot, textOf } from './support/bot.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');

/** Asks for a download and gives back its address at this bot. */
async function linkFor(bot: TestBot, who = helen): Promise<string> {
  const card = await bot.press(who, await bot.say(who, 'insights'), 'Download as a spreadsheet');
  const [address] = /https?:\/\/[^"]+\/exports\/[\w-]{43}/.exec(JSON.stringify(card.card)) ?? [];
  if (!address) throw new Error('no link on the card');
  return bot.url + new URL(address).pathname;
}

const audit = async (bot: TestBot) =>
  (await bot.records('exports', 'audit')).filter(({ event }) => event === 'exported');

test('When somebody follows the link and presses the button, they get the file, once, and it is in the audit trail', async () => {
  const bot = await startBot();
  await noteAsked(bot.deps, { personId: 'p', text: 'days', outcome: { kind: 'answered', topic: 'cohort' } });
  const url = await linkFor(bot);
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<button>Download</button>');
  const file = await fetch(url, { method: 'POST' });
  expect(file.status).toBe(200);
  const text = Buffer.from(await file.arrayBuffer()).toString();
  expect(text.startsWith('\uFEFFMonth,What,')).toBe(true);
  expect(text).toContain('2026-03,All questions,,1,0,0,0,,\r\n');
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="what-people-ask-2026-03.csv"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  for (const method of ['GET', 'POST', 'HEAD']) expect((await fetch(url, { method })).status).toBe(410);
  expect(await audit(bot)).toMatchObject([{ by: helen.aadObjectId, subject: 'insights:2026-03' }]);
});

test('When programs look at the link before people do, it stays good', async () => {
  const bot = await startBot();
  const url = await linkFor(bot);
  for (const method of ['HEAD', 'GET', 'GET', 'HEAD']) expect((await fetch(url, { method })).status).toBe(200);
  expect(await audit(bot)).toEqual([]);
  expect((await fetch(url, { method: 'POST' })).status).toBe(200);
});

test('When two press at once, one gets the file', async () => {
  const bot = await startBot();
  const url = await linkFor(bot);
  const both = await Promise.all([fetch(url, { method: 'POST' }), fetch(url, { method: 'POST' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  expect(await audit(bot)).toHaveLength(1);
});

test('When the store is in trouble only after the link was used up, the page says to ask for another', async () => {
  const bot = await startBot();
  const url = await linkFor(bot);
  const { list } = bot.store;
  bot.store.list = () => Promise.reject(new Error('secret detail'));
  const lost = await fetch(url, { method: 'POST' });
  bot.store.list = list;
  expect(lost.status).toBe(503);
  expect(await lost.text()).toContain('The link is used up.');
  expect((await fetch(url, { method: 'POST' })).status).toBe(410);
});

test('When the link is used up, no record of what people asked is read', async () => {
  const bot = await startBot();
  const url = await linkFor(bot);
  await fetch(url, { method: 'POST' });
  let lists = 0;
  const { list } = bot.store;
  bot.store.list = (...about) => {
    lists++;
    return list(...about);
  };
  await Promise.all([0, 1, 2].map(() => fetch(url, { method: 'POST' })));
  expect(lists).toBe(0);
});

test('When the card with the link is there, it leads back to what people ask', async () => {
  const bot = await startBot();
  const card = await bot.press(helen, await bot.say(helen, 'insights'), 'Download as a spreadsheet');
  expect(textOf(await bot.press(helen, card, 'What people ask'))).toContain('What people ask · March 2026');
});

test('When ten minutes have passed, the link no longer works and the page says how to get another', async () => {
  const bot = await startBot();
  const url = await linkFor(bot);
  bot.setNow(new Date('2026-03-02T10:10:00Z'));
  const gone = await fetch(url, { method: 'POST' });
  expect(gone.status).toBe(410);
  expect(await gone.text()).toContain('ask for a new one');
});

test('When their role ended after they asked, they get nothing and the link is not used up', async () => {
  const bot = await startBot();
  const url = await linkFor(bot);
  await bot.execute(colin, 'card', 'leads.remove', { op: 'out', hubId: 'demo', personId: helen.aadObjectId });
  const refused = await fetch(url, { method: 'POST' });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('no longer yours');
  expect(await audit(bot)).toEqual([]);
});

test('When their organisation was taken off the list after they asked, they get nothing', async () => {
  const bot = await startBot();
  const url = await linkFor(bot);
  await bot.execute(colin, 'card', 'tenants.remove', { tenant: helen.tenantId });
  expect((await fetch(url, { method: 'POST' })).status).toBe(403);
});

test('When a link was made up, it leads nowhere, and no record is read for what cannot be one', async () => {
  const bot = await startBot();
  const reads: string[] = [];
  const { get } = bot.store;
  bot.store.get = (key) => {
    reads.push(key.id);
    return get(key);
  };
  for (const token of ['x', 'a'.repeat(44), '..%2f..%2fetc', encodeURIComponent('ä'.repeat(43))])
    expect((await fetch(`${bot.url}/exports/${token}`)).status).toBe(410);
  expect((await fetch(`${bot.url}/exports/${'a'.repeat(43)}`)).status).toBe(410);
  const token = (await linkFor(bot)).split('/').at(-1) ?? '';
  reads.length = 0;
  const forged = `${token[0] === 'a' ? 'b' : 'a'}${token.slice(1)}`;
  expect((await fetch(`${bot.url}/exports/${forged}`)).status).toBe(410);
  expect(reads).toEqual([]);
});

test('When somebody tries links without end, they are turned away and a real one works all the same', async () => {
  const bot = await startBot();
  const url = await linkFor(bot);
  const statuses = await Promise.all(
    Array.from({ length: 80 }, async (_, n) => (await fetch(`${bot.url}/exports/${String(n).padEnd(43, 'x')}`)).status),
  );
  expect(new Set(statuses)).toEqual(new Set([410]));
  expect((await fetch(url)).status).toBe(200);
});

test('When one link is asked for without end, it is told to wait, and others are not', async () => {
  const bot = await startBot();
  const [url, other] = [await linkFor(bot), await linkFor(bot, colin)];
  const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await fetch(url)).status));
  expect(statuses).toContain(429);
  expect((await fetch(other)).status).toBe(200);
});

test('When the records are read by somebody, no link can be made from them, and the log has none', async () => {
  const bot = await startBot();
  const token = (await linkFor(bot)).split('/').at(-1) ?? '';
  await fetch(`${bot.url}/exports/${token}`, { method: 'POST' });
  expect(JSON.stringify(await bot.records('exports', 'export'))).not.toContain(token);
  expect(bot.logged.join('')).not.toContain(token);
});

test('When the store is in trouble, the page says so and the link stays good', async () => {
  const bot = await startBot();
  const url = await linkFor(bot);
  const { get } = bot.store;
  bot.store.get = () => Promise.reject(new Error('secret detail'));
  const trouble = await fetch(url, { method: 'POST' });
  expect(trouble.status).toBe(503);
  expect(await trouble.text()).not.toContain('secret detail');
  bot.store.get = get;
  expect((await fetch(url, { method: 'POST' })).status).toBe(200);
});

test('When the bot is called by its public name, links lead there', async () => {
  const bot = await startBot({ env: { PUBLIC_URL: 'https://bot.demohub.example/' } });
  const card = await bot.press(helen, await bot.say(helen, 'insights'), 'Download as a spreadsheet');
  expect(JSON.stringify(card.card)).toMatch(/"https:\/\/bot\.demohub\.example\/exports\/[\w-]{43}"/);
  expect(textOf(card)).toContain('bot.demohub.example');
});

test('When the bot has credentials, links lead to an https address and nowhere else', () => {
  const guid = '6f1d1c52-8f6e-4f0e-9a43-0c6d2f9b7a11';
  const rest = { BOT_TENANT_ID: guid, BOT_PASSWORD: 'x', LINK_SECRET: 'x'.repeat(32), ALLOWED_TENANTS: '*' };
  const env = { BOT_ID: guid, ...rest, STORE: 'embedded' };
  const read = (PUBLIC_URL: string) => readConfig({ ...env, PUBLIC_URL }, { local: false });
  expect(read('https://bot.example')).toMatchObject({ config: { publicUrl: 'https://bot.example' } });
  expect(read('http://bot.example')).toEqual({ problems: ['PUBLIC_URL: must begin with https://'] });
  expect(read('')).toMatchObject({ problems: [expect.stringContaining('PUBLIC_URL: missing')] });
  expect(read('bot.example')).toMatchObject({ problems: [expect.stringContaining('PUBLIC_URL: must be')] });
});
