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

describe('Changes that can no longer be sent', () => {
  const why = 'My plan: a lesson study group,\nand visits in the spring.';
  /** Types other words into the form, up to where they are sent. */
  async function changed(bot: TestBot, title: string) {
    const summary = await bot.press(teacher, await own(bot), title);
    const step = await bot.press(teacher, summary, 'Change why');
    const typed = { why, subjectLeaderKnows: 'true', hasReadInformation: 'true' };
    return bot.press(teacher, step, 'Save and next', typed);
  }

  test('When the hub has gone on without the answer they were writing, their words are shown to copy', async () => {
    const bot = await startBot();
    const id = await withHub(bot, teacher.name);
    await decide(bot, helen, id, 'ask-for-more', { words: 'What is your plan?' });
    const summary = await changed(bot, 'Change it and send it again');
    const about = { hubId: 'demo', applicationId: id };
    const goOn = await bot.execute(helen, 'card', 'decisions.ask', { ...about, event: 'take-back-ask' });
    await bot.press(helen, goOn, 'Go on without it now');
    const shown = await bot.press(teacher, summary, 'Send my changes');
    expect(textOf(shown)).toContain('What you wrote was not sent. It is below, to copy.');
    expect(textOf(shown)).toContain(`Not sent: Why apply\n${why}`);
    expect(textOf(shown)).not.toContain('Not sent: Name');
    expect((await application(bot, id)).answers.why).not.toBe(why);
    expect(textOf(await own(bot))).not.toContain('Not sent');
  });

  test('When a lead opens it while they change it, their words are shown to copy, also from an older card', async () => {
    const bot = await startBot();
    const id = await withHub(bot, teacher.name);
    const status = await own(bot);
    const summary = await changed(bot, 'Change my application');
    await bot.execute(helen, 'card', 'applications.view', { hubId: 'demo', applicationId: id });
    const shown = await bot.press(teacher, summary, 'Send my changes');
    expect(textOf(shown)).toContain('Your hub has opened your application');
    expect(textOf(shown)).toContain(`Not sent: Why apply\n${why}`);
    expect(textOf(await bot.press(teacher, status, 'Change my application'))).toContain(`Not sent: Why apply\n${why}`);
  });

  test('When they have changed nothing, there is nothing to copy', async () => {
    const bot = await startBot();
    const id = await withHub(bot, teacher.name);
    const summary = await bot.press(teacher, await own(bot), 'Change my application');
    await bot.execute(helen, 'card', 'applications.view', { hubId: 'demo', applicationId: id });
    const shown = await bot.press(teacher, summary, 'Send my changes');
    expect(textOf(shown)).toContain('Your hub has opened your application');
    expect(textOf(shown)).not.toContain('to copy');
  });
});
