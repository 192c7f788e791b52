import { demoPerson, startBot, stopBots, type TestBot } from './support/bot.ts';
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
const reminders = (bot: TestBot) =>
  bot.teams
    .sent(bot.from.message(tess, '').conversation.id)
    .filter((posted) => JSON.stringify(posted).includes('Your draft has not been sent yet'));
const closeOn = (bot: TestBot, closes: string) =>
  bot.execute(colin, 'card', 'hubs.save', {
    ...{ op: closes, hubId: 'demo', cohort: '10' },
    ...{ name: 'Demo Maths Hub', contact: 'x', opens: '2026-02-09', closes, quota: '6' },
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

test('When the hub closes later than it said, the reminder waits', async () => {
  const bot = await startBot();
  await fillIn(bot, tess);
  await closeOn(bot, '2026-04-30');
  await pass(bot, '2026-04-08T09:00:00Z', '2026-04-26T09:00:00Z');
  expect(reminders(bot)).toEqual([]);
  await pass(bot, '2026-04-27T08:00:00Z');
  expect(reminders(bot)).toHaveLength(1);
});
