import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import type { TeamsPerson } from './support/activities.ts';
import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { apply } from './support/flows.ts';
import { leadSecondHub } from './support/second-hub.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');
const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const gwen = stranger('Gwen Elsewhere');

const ask = (bot: TestBot, who: TeamsPerson, format: 'xlsx' | 'csv') =>
  bot.execute(who, 'card', 'applications.export', { hubId: 'demo', format });

/** The address on a card, at this bot. */
function linkOn(bot: TestBot, { card }: Seen): string {
  const [address] = /https?:\/\/[^"]+\/exports\/[\w-]{43}/.exec(JSON.stringify(card)) ?? [];
  if (!address) throw new Error('no link on the card');
  return bot.url + new URL(address).pathname;
}

async function download(bot: TestBot, format: 'xlsx' | 'csv') {
  const file = await fetch(linkOn(bot, await ask(bot, helen, format)), { method: 'POST' });
  return { file, bytes: Buffer.from(await file.arrayBuffer()) };
}
const audit = async (bot: TestBot) =>
  (await bot.records('exports', 'audit')).filter(({ event }) => event === 'exported');

test('When a lead downloads a workbook, it has every application with dates as dates, and text that looks like a formula as text', async () => {
  const bot = await startBot({ now: new Date('2026-03-30T10:05:00Z') });
  await apply(bot, tess, { why: '=HYPERLINK("http://x","y") 🎉\nSecond line & <b>', role: '+44 lead' });
  const { file, bytes } = await download(bot, 'xlsx');
  expect(file.status).toBe(200);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="applications-cohort-10-2026-03-30.xlsx"',
  });
  const [titles, row, ...others] = await readSheet(bytes);
  expect(others).toEqual([]);
  const cells = Object.fromEntries((titles ?? []).map((title, index) => [String(title), row?.[index]]));
  expect(cells).toMatchObject({
    Submitted: new Date('2026-03-30T11:05:00Z'),
    State: 'Waiting for endorsement',
    Name: 'Tess Okafor',
    'Work email': 'tess@ashdown.example',
    Role: '+44 lead',
    School: 'Ashdown Academy',
    'Key stages': 'KS3, KS4',
    QTS: 'Yes',
    'Started teaching': '2021-09',
    Headteacher: 'Dr Amara Lowe',
    Endorsement: 'Not yet',
  });
  expect(String(cells['Why they apply'])).toContain('=HYPERLINK("http://x","y") 🎉');
  const files = unzipSync(bytes);
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('<autoFilter ref="A1:Q2"/>');
  expect(await audit(bot)).toMatchObject([{ by: helen.aadObjectId, subject: 'applications:demo:10:xlsx' }]);
});

test('When a lead downloads CSV, no cell is a formula, dates read as dates, and the link works once', async () => {
  const bot = await startBot({ now: new Date('2026-03-30T10:05:00Z') });
  await apply(bot, tess, { role: '=1+1' });
  const card = await ask(bot, helen, 'csv');
  expect(textOf(card)).toContain('Your hub’s applications for Cohort 10, with names, as a CSV file');
  const url = linkOn(bot, card);
  const text = await (await fetch(url, { method: 'POST' })).text();
  expect(text).toContain("2026-03-30 11:05,Waiting for endorsement,Tess Okafor,tess@ashdown.example,'=1+1,");
  expect((await fetch(url, { method: 'POST' })).status).toBe(410);
  expect(await audit(bot)).toHaveLength(1);
});

test('When an application was sent just after midnight in summer, its check is that of the day in England', async () => {
  const bot = await startBot({ now: new Date('2026-03-31T23:30:00Z') });
  await apply(bot, tess, { started: '04/2024', school: '900001' });
  const { bytes } = await download(bot, 'csv');
  expect(bytes.toString()).toContain(',Meets the criteria,');
});

test('When somebody else asks, also a coordinator or a lead of another hub, there is no link', async () => {
  const bot = await startBot();
  await leadSecondHub(bot, gwen);
  for (const who of [tess, colin, gwen])
    expect(textOf(await ask(bot, who, 'csv'))).toBe('Only the leads of this hub can download its applications.');
  expect(await bot.records('exports', 'export')).toEqual([]);
});

test('When the lead’s role ended after they asked, they get nothing', async () => {
  const bot = await startBot();
  await apply(bot, tess);
  const url = linkOn(bot, await ask(bot, helen, 'xlsx'));
  await bot.execute(colin, 'card', 'leads.remove', { op: 'out', hubId: 'demo', personId: helen.aadObjectId });
  expect((await fetch(url, { method: 'POST' })).status).toBe(403);
  expect(await audit(bot)).toEqual([]);
});

/** Puts copies of the one application there is beside it. */
async function copyApplication(bot: TestBot, numbers: { cohort?: string; count: number }): Promise<void> {
  const { cohort = '10', count } = numbers;
  const [stored] = await bot.store.list('hub:demo', 'application', { limit: 1 });
  if (!stored) throw new Error('no application');
  const copy = (number: number) => {
    const id = `application:${cohort}:2026-03-03T10:00:00.000Z:${String(number).padStart(4, '0')}`;
    const answers = { ...(stored.record.answers as object), name: `Teacher ${cohort} ${number}` };
    return { kind: 'put' as const, record: { ...stored.record, id, cohort, answers }, expect: 'absent' as const };
  };
  for (let from = 0; from < count; from += 90) {
    const some = Array.from({ length: Math.min(90, count - from) }, (_, n) => copy(from + n));
    await bot.store.commit('hub:demo', some);
  }
}

test.each(['csv', 'xlsx'] as const)(
  'When there are more applications than are read at once, the %s has each of them once, and no other cohort’s',
  async (format) => {
    const bot = await startBot();
    await apply(bot, tess);
    for (const [cohort, count] of [
      ['10', 450],
      ['11', 1],
      ['100', 1],
    ] as const)
      await copyApplication(bot, { cohort, count });
    const { bytes } = await download(bot, format);
    const text = format === 'csv' ? bytes.toString() : JSON.stringify(await readSheet(bytes));
    const names = text.match(/Teacher 1\d* \d+/g) ?? [];
    expect(new Set(names).size).toBe(450);
    expect(names).toHaveLength(450);
    expect(text).not.toMatch(/Teacher 1(1|00) /);
  },
);

test('When a file has many applications, others get their turn whenever some of them were read', async () => {
  const bot = await startBot();
  await apply(bot, tess);
  await copyApplication(bot, { count: 450 });
  const url = linkOn(bot, await ask(bot, helen, 'csv'));
  let turns = 0;
  let over = false;
  const count = () => {
    turns++;
    if (!over) setImmediate(count);
  };
  count();
  const turnOfEachRead: number[] = [];
  const { list } = bot.store;
  bot.store.list = (...about) => {
    if (about[1] === 'application') turnOfEachRead.push(turns);
    return list(...about);
  };
  await fetch(url, { method: 'POST' });
  over = true;
  expect(turnOfEachRead.length).toBeGreaterThan(2);
  expect(new Set(turnOfEachRead).size).toBe(turnOfEachRead.length);
});

test('When text has a character that no workbook can hold, the workbook has the rest', async () => {
  const bot = await startBot();
  await apply(bot, tess, { why: 'Before\uFFFE\uFFFF\uD800 after' });
  const { bytes } = await download(bot, 'xlsx');
  const sheet = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array());
  expect(sheet).toContain('Before');
  expect(sheet).not.toMatch(/[\uFFFE\uFFFF]/);
  expect(JSON.stringify(await readSheet(bytes))).toContain(' after');
});

test.each(['xlsx', 'csv'] as const)(
  'When making the %s fails, there is a page and nothing of the file, and the next one works',
  async (format) => {
    const bot = await startBot();
    await apply(bot, tess);
    const url = linkOn(bot, await ask(bot, helen, format));
    const [stored] = await bot.store.list('hub:demo', 'application', { limit: 1 });
    const put = (record: object) =>
      bot.store.commit('hub:demo', [{ kind: 'put', record: record as never, expect: 'anything' }]);
    await put({ ...stored?.record, submittedAt: '2026-03-02 at no time' });
    const failed = await fetch(url, { method: 'POST' });
    expect(failed.status).toBe(503);
    expect(failed.headers.get('content-disposition')).toBeNull();
    expect(await failed.text()).toContain('The link is used up. Go back to the chat and ask for a new one.');
    expect(bot.logged.join('')).toContain('download failed');
    await put({ ...stored?.record });
    expect((await download(bot, format)).file.status).toBe(200);
  },
);

test('When two files are being made, a third waits its turn and its link stays good', async () => {
  const bot = await startBot();
  await apply(bot, tess);
  const urls = [];
  for (const format of ['xlsx', 'csv', 'xlsx'] as const) urls.push(linkOn(bot, await ask(bot, helen, format)));
  const [first = '', second = '', third = ''] = urls;
  const { list } = bot.store;
  const hold = Promise.withResolvers<void>();
  const reading = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let reads = 0;
  bot.store.list = async (...about) => {
    if (about[1] === 'application') {
      reading[reads++]?.resolve();
      await hold.promise;
    }
    return list(...about);
  };
  const two = [first, second].map((url) => fetch(url, { method: 'POST' }));
  await Promise.all(reading.map(({ promise }) => promise));
  const full = await fetch(third, { method: 'POST' });
  expect(full.status).toBe(503);
  expect(full.headers.get('retry-after')).toBe('10');
  const page = await full.text();
  expect(page).toContain('try again in a moment');
  expect(page).toContain('<button>Download</button>');
  hold.resolve();
  expect((await Promise.all(two)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await fetch(third, { method: 'POST' })).status).toBe(200);
  expect(await audit(bot)).toHaveLength(3);
});

describe('The numbers of all hubs', () => {
  test('When a coordinator types “applications”, there are places, states, offers and a chart with its words, and no names', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, gwen);
    await apply(bot, tess);
    const card = await bot.say(colin, 'applications');
    expect(textOf(card)).toContain('All hubs · Applications · Cohort 10');
    expect(textOf(card)).toContain('0 of 6 places offered or accepted');
    expect(textOf(card)).toContain('1 application: Waiting for endorsement 1');
    expect(textOf(card)).not.toContain('Tess');
    const chart = JSON.stringify(card.card);
    expect(chart).toContain('"Chart.HorizontalBar"');
    expect(chart).toContain('{"x":"Demo Maths Hub","y":0}');
    expect(chart).toContain('0 of 6');
  });

  test('When there are more hubs than fit, they go on page by page', async () => {
    const bot = await startBot();
    const csv = `name\n${Array.from({ length: 9 }, (_, n) => `Hub ${n + 1}`).join('\n')}`;
    await bot.execute(colin, 'card', 'hubs.import-all', { op: 'many', csv });
    const first = await bot.say(colin, 'applications');
    const second = await bot.press(colin, first, 'Next hubs');
    expect(textOf(second)).toContain('Hub 9');
    expect(textOf(second)).not.toContain('Demo Maths Hub');
    expect(textOf(await bot.press(colin, second, 'Hubs before these'))).toContain('Demo Maths Hub');
  });
});
