import { demoPerson, startBot, stopBots, type TestBot } from './support/bot.ts';
import { filledIn } from './support/filled-in.ts';
import { fillIn } from './support/flows.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');
const colin = demoPerson('Colin');

/** Lets the clock strike at these instants. The demo hub's last day is Monday 13 April 2026, after Easter. */
async function pass(bot: TestBot, ...instants: string[]): Promise<void> {
  for (const instant of instants) {
    bot.setNow(new Date(instant));
    await bot.runSchedule();
    await bot.deliver();
  }
}
const reminders = (bot: TestBot, who = tess) =>
  bot.teams
    .sent(bot.from.message(who, '').conversation.id)
    .filter((posted) => JSON.stringify(posted).includes('Your draft has not been sent yet'));
const closeOn = (bot: TestBot, closes: string, hubId = 'demo') =>
  bot.execute(colin, 'card', 'hubs.save', {
    ...{ op: closes, hubId, cohort: '10' },
    ...{ name: hubId === 'demo' ? 'Demo Maths Hub' : 'GLOW', contact: 'x', opens: '2026-02-09', closes, quota: '6' },
  });

test('When a draft has not been sent, its person is reminded once, three working days before the hub closes', async () => {
  const bot = await startBot();
  await fillIn(bot, tess);
  await pass(bot, '2026-04-07T10:00:00Z', '2026-04-08T07:00:00Z');
  expect(reminders(bot)).toEqual([]);
  await pass(bot, '2026-04-08T08:00:00Z', '2026-04-08T09:00:00Z', '2026-04-13T09:00:00Z');
  expect(reminders(bot)).toHaveLength(1);
  expect(JSON.stringify(reminders(bot))).toContain('Monday 13 April 2026');
});

test('When it was sent, or the hub has closed, nobody is reminded', async () => {
  const bot = await startBot();
  const card = await fillIn(bot, tess);
  await bot.press(tess, card, 'Submit my application');
  await pass(bot, '2026-04-08T09:00:00Z');
  expect(reminders(bot)).toEqual([]);
  const late = await startBot();
  await fillIn(late, tess);
  await pass(late, '2026-04-14T09:00:00Z');
  expect(reminders(late)).toEqual([]);
});

test('When a lead has applied for somebody who had begun a draft, they are not told to send it before that has ended', async () => {
  const bot = await startBot();
  const ana = demoPerson('Ana');
  await fillIn(bot, ana);
  const about = { hubId: 'demo', personId: ana.aadObjectId };
  const form = await bot.execute(demoPerson('Helen'), 'x', 'on-behalf.form', about);
  await bot.press(demoPerson('Helen'), form, 'Submit it for them', filledIn);
  await pass(bot, '2026-04-08T08:00:00Z');
  expect(reminders(bot, ana)).toEqual([]);
  const asked = await bot.press(ana, await bot.say(ana, 'my application'), 'Withdraw my application');
  await bot.press(ana, asked, 'Withdraw my application');
  await pass(bot, '2026-04-09T08:00:00Z', '2026-04-10T08:00:00Z');
  expect(reminders(bot, ana)).toHaveLength(1);
});

test('When a lead applies for them between the reminder and its sending, it is not sent', async () => {
  const bot = await startBot();
  const ana = demoPerson('Ana');
  await fillIn(bot, ana);
  const about = { hubId: 'demo', personId: ana.aadObjectId };
  const form = await bot.execute(demoPerson('Helen'), 'x', 'on-behalf.form', about);
  bot.setNow(new Date('2026-04-08T08:00:00Z'));
  const { commit } = bot.store;
  bot.store.commit = async (partition, changes) => {
    const outcome = await commit(partition, changes);
    if (!JSON.stringify(changes).includes('draft-reminder') || outcome.kind !== 'committed') return outcome;
    bot.store.commit = commit;
    await bot.press(demoPerson('Helen'), form, 'Submit it for them', filledIn);
    return outcome;
  };
  await bot.runSchedule();
  await bot.deliver();
  expect(reminders(bot, ana)).toEqual([]);
});

test('When the draft was deleted, nobody is reminded: not of it, and not of another that they begin after the reminder was written', async () => {
  const bot = await startBot();
  const question = async () => bot.press(tess, await fillIn(bot, tess), 'Delete my draft');
  await bot.press(tess, await question(), 'Delete my draft');
  await pass(bot, '2026-04-08T08:00:00Z', '2026-04-09T08:00:00Z');
  expect(reminders(bot)).toEqual([]);
  bot.setNow(new Date('2026-03-02T11:00:00Z'));
  const asked = await question();
  bot.setNow(new Date('2026-04-10T08:00:00Z'));
  const { commit } = bot.store;
  bot.store.commit = async (partition, changes) => {
    const outcome = await commit(partition, changes);
    if (!JSON.stringify(changes).includes('draft-reminder') || outcome.kind !== 'committed') return outcome;
    bot.store.commit = commit;
    expect(JSON.stringify(await bot.press(tess, asked, 'Delete my draft'))).toContain('Your draft is deleted');
    await bot.say(tess, 'apply');
    return outcome;
  };
  await bot.runSchedule();
  await bot.deliver();
  expect(await bot.records(`person:${tess.aadObjectId}`, 'draft')).toHaveLength(1);
  expect(reminders(bot)).toEqual([]);
});

test('When a hub sets its dates after a draft for it was begun, its person is reminded', async () => {
  const bot = await startBot();
  await bot.execute(colin, 'x', 'hubs.import-all', { op: 'glow', csv: 'name\nGLOW' });
  await fillIn(bot, tess, { hub: 'glow' });
  await pass(bot, '2026-03-03T09:00:00Z', '2026-03-06T09:00:00Z');
  await closeOn(bot, '2026-03-13', 'glow');
  await pass(bot, '2026-03-09T10:00:00Z');
  expect(reminders(bot)).toEqual([]);
  await pass(bot, '2026-03-10T09:00:00Z', '2026-03-11T09:00:00Z');
  expect(reminders(bot)).toHaveLength(1);
  expect(JSON.stringify(reminders(bot))).toContain('Friday 13 March 2026');
});

test('When the hub closes earlier than it said, the reminder comes before that, also where little time is left', async () => {
  const bot = await startBot();
  await fillIn(bot, tess);
  await closeOn(bot, '2026-03-13');
  await pass(bot, '2026-03-09T10:00:00Z');
  expect(reminders(bot)).toEqual([]);
  await pass(bot, '2026-03-10T09:00:00Z', '2026-03-11T09:00:00Z');
  expect(reminders(bot)).toHaveLength(1);
  const short = await startBot();
  await fillIn(short, tess);
  await closeOn(short, '2026-03-04');
  await pass(short, '2026-03-03T09:00:00Z', '2026-03-04T09:00:00Z');
  expect(reminders(short)).toHaveLength(1);
});

test('When they saved it in its hub’s last days, or after it had closed and was opened again, they are not told what they know', async () => {
  const bot = await startBot();
  bot.setNow(new Date('2026-04-09T10:00:00Z'));
  await fillIn(bot, tess);
  await pass(bot, '2026-04-10T09:00:00Z', '2026-04-13T09:00:00Z', '2026-04-15T09:00:00Z');
  expect(reminders(bot)).toEqual([]);
  await closeOn(bot, '2026-04-30');
  await pass(bot, '2026-04-26T09:00:00Z');
  expect(reminders(bot)).toEqual([]);
  await pass(bot, '2026-04-27T08:00:00Z', '2026-04-28T08:00:00Z');
  expect(reminders(bot)).toHaveLength(1);
});

test('When the hub closes later than it said, the reminder waits', async () => {
  const bot = await startBot();
  await fillIn(bot, tess);
  await closeOn(bot, '2026-04-30');
  await pass(bot, '2026-04-08T09:00:00Z', '2026-04-26T09:00:00Z');
  expect(reminders(bot)).toEqual([]);
  await pass(bot, '2026-04-27T08:00:00Z');
  expect(reminders(bot)).toHaveLength(1);
});
