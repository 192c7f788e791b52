import { startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { application, decide, helen, moved, withHub } from './support/deciding.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const teacher = stranger('Nia Bevan');
const own = (bot: TestBot) => bot.execute(teacher, 'card', 'application.show', {});

describe('An applicant who confirms on a card from before their application moved', () => {
  test('When a place was offered after “Withdraw?” was shown, the old press withdraws nothing and shows the offer', async () => {
    const bot = await startBot();
    const id = await withHub(bot, teacher.name);
    const status = await own(bot);
    const asks = await bot.press(teacher, status, 'Withdraw my application');
    await decide(bot, helen, id, 'offer');
    const shown = await bot.press(teacher, asks, 'Withdraw my application');
    expect(textOf(shown)).toContain('moved on, so nothing was changed');
    expect(textOf(shown)).toContain('offers you a place');
    expect((await application(bot, id)).state).toBe('offered');
    const asksAgain = await bot.press(teacher, status, 'Withdraw my application');
    expect(textOf(asksAgain)).toContain('If you withdraw, the offer goes too');
    await bot.press(teacher, asksAgain, 'Withdraw my application');
    expect((await application(bot, id)).state).toBe('withdrawn');
    expect(textOf(await bot.press(teacher, asksAgain, 'Withdraw my application'))).toContain('You have withdrawn');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When their place was accepted after “Withdraw?” was shown, the old press does not end their time as a Specialist', async () => {
    const bot = await startBot();
    const id = await withHub(bot, teacher.name);
    await decide(bot, helen, id, 'offer');
    const asks = await bot.press(teacher, await own(bot), 'Withdraw my application');
    await moved(bot, id, { event: 'accept' }, teacher.name);
    expect(textOf(await bot.press(teacher, asks, 'Withdraw my application'))).toContain('You have accepted your place');
    expect(textOf(await bot.say(teacher, 'whoami'))).toContain('Specialist with Demo Maths Hub');
  });

  test('When the offer was extended after “Turn it down?” was shown, the old press turns nothing down', async () => {
    const bot = await startBot();
    const id = await withHub(bot, teacher.name);
    await decide(bot, helen, id, 'offer');
    const asks = await bot.press(teacher, await own(bot), 'Turn it down');
    bot.setNow(new Date('2026-03-09T10:00:00Z'));
    await decide(bot, helen, id, 'extend');
    expect(textOf(await bot.press(teacher, asks, 'Turn my place down'))).toContain('moved on, so nothing was changed');
    expect((await application(bot, id)).state).toBe('offered');
  });
});
