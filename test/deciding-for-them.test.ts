import { buttonsOn, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { anotherLead, application, decide, helen, moved, newOp, newsOf, setHub, withHub } from './support/deciding.ts';
import { filledIn } from './support/filled-in.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const teacher = stranger('Nia Bevan');
const about = (applicationId: string) => ({ hubId: 'demo', applicationId });
const decideOn = (bot: TestBot, id: string, who = helen) => bot.execute(who, 'card', 'decisions.open', about(id));
const specialists = async (bot: TestBot) =>
  (await bot.records('hub:demo', 'member')).filter(({ roles }) => (roles as string[]).includes('specialist'));

/** Opens what can be decided, chooses what is done for them, and confirms. */
async function doForThem(bot: TestBot, id: string, [ask, make]: [string, string], words: string) {
  const form = await bot.press(helen, await decideOn(bot, id), ask);
  return bot.press(helen, form, make, { words });
}
const withdraw: [string, string] = ['Withdraw for them', 'Withdraw it for them now'];

async function offered(bot: TestBot): Promise<string> {
  const id = await withHub(bot, teacher.name);
  await decide(bot, helen, id, 'offer');
  return id;
}

describe('What leads do for an applicant', () => {
  test('When an offer is refused by telephone, a lead turns it down for them at once and the place is free', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 1 });
    const id = await offered(bot);
    const done = await doForThem(bot, id, ['Turn down for them', 'Turn it down for them now'], 'You rang on Monday.');
    expect(textOf(done)).toContain('The place is turned down for them');
    expect(textOf(done)).toContain('0 of 1');
    expect(await application(bot, id)).toMatchObject({ state: 'offer-declined' });
    const audit = await bot.records('hub:demo', 'audit');
    expect(audit.find(({ event }) => event === 'application-turn-down-for')).toMatchObject({
      by: helen.aadObjectId,
      onBehalfOf: (await application(bot, id)).person,
      why: 'You rang on Monday.',
    });
    await bot.deliver();
    expect((await newsOf(bot, id)).at(-1)).toBe('turned-down-for');
    const own = textOf(await bot.execute(teacher, 'card', 'application.show', {}));
    expect(own).toContain('Demo Maths Hub has recorded that you turn your place down');
    expect(own).toContain('What your hub wrote\nYou rang on Monday.');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When somebody the bot has never met accepts by telephone, a lead accepts for them, and it is shown as that', async () => {
    const bot = await startBot();
    const typed = { name: 'Olu Never', email: 'olu@fernhill.example' };
    const form = await bot.press(helen, await bot.say(helen, 'apply for somebody'), 'Go on to the form', typed);
    await bot.press(helen, form, 'Submit it for them', { ...filledIn, ...typed });
    const [found] = await bot.records('hub:demo', 'application');
    const id = String(found?.id).slice('application:'.length);
    await moved(bot, id, { event: 'endorse', name: 'Dr Amara Lowe', role: 'Headteacher' });
    await decide(bot, helen, id, 'offer');
    const accept: [string, string] = ['Accept for them', 'Accept it for them now'];
    const missing = await doForThem(bot, id, accept, ' ');
    expect(textOf(missing)).toContain('Write a few words');
    await doForThem(bot, id, accept, 'By telephone.');
    await bot.deliver();
    expect(await application(bot, id)).toMatchObject({ state: 'accepted' });
    expect(await specialists(bot)).toContainEqual(expect.objectContaining({ name: 'Olu Never' }));
    const view = await bot.execute(helen, 'card', 'applications.view', { ...about(id), part: 'history' });
    expect(textOf(view)).toContain('Accepted, by Helen Marsh for the applicant\nBy telephone.');
    expect(textOf(await bot.say(helen, 'unreached'))).toContain('Olu Never');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a Specialist has left their school and their account, a lead gives the place back, once, and tells them why', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 1 });
    const id = await offered(bot);
    await moved(bot, id, { event: 'accept' }, teacher.name);
    const before = (await specialists(bot)).length;
    const form = await bot.press(helen, await decideOn(bot, id), 'Withdraw for them');
    expect(textOf(form)).toContain('so does a place that they hold');
    for (let press = 0; press < 2; press++)
      await bot.press(helen, form, 'Withdraw it for them now', { words: 'You have left the school.' });
    await bot.deliver();
    expect(await application(bot, id)).toMatchObject({ state: 'withdrawn' });
    expect(await specialists(bot)).toHaveLength(before - 1);
    expect((await newsOf(bot, id)).filter((news) => news === 'withdrawn-for')).toHaveLength(1);
    const own = textOf(await bot.execute(teacher, 'card', 'application.show', {}));
    expect(own).toContain('Demo Maths Hub has withdrawn your application');
    expect(own).toContain('You have left the school.');
    const other = await withHub(bot, 'Second Teacher');
    expect(textOf(await decide(bot, helen, other, 'offer'))).toContain('The place is offered');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When the hub goes on without an answer, what was told stays with the leads and the applicant need not send more', async () => {
    const bot = await startBot();
    const id = await withHub(bot, teacher.name);
    await decide(bot, helen, id, 'ask-for-more', { words: 'What is your plan?' });
    const goOn: [string, string] = ['Go on without it', 'Go on without it now'];
    expect(textOf(await doForThem(bot, id, goOn, 'The plan, by telephone.'))).toContain('The application goes on');
    const after = await application(bot, id);
    expect(after).toMatchObject({
      state: 'with-hub',
      steps: expect.arrayContaining([expect.objectContaining({ why: 'The plan, by telephone.' })]),
    });
    expect(after.asked).toBeUndefined();
    await bot.deliver();
    expect((await newsOf(bot, id)).at(-1)).toBe('ask-taken-back');
    const own = textOf(await bot.execute(teacher, 'card', 'application.show', {}));
    expect(own).toContain('Your application is with Demo Maths Hub');
    expect(own).not.toContain('The plan, by telephone.');
    await decide(bot, helen, id, 'ask-for-more', { words: 'And the year group?' });
    expect(textOf(await doForThem(bot, id, goOn, ''))).toContain('The application goes on');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a decision was kept while the hub waited, going on without an answer takes its place, as the card says', async () => {
    const bot = await startBot();
    const id = await withHub(bot, teacher.name);
    await decide(bot, helen, id, 'ask-for-more', { words: 'What is your plan?' });
    const decline = await bot.press(helen, await decideOn(bot, id), 'Not this time');
    await bot.press(helen, decline, 'Keep it for later', { reason: 'places', words: 'Sorry.' });
    expect(await application(bot, id)).toMatchObject({ staged: { event: 'decline' } });
    const form = await bot.press(helen, await decideOn(bot, id), 'Go on without it');
    expect(textOf(form)).toContain('This takes its place.');
    await bot.press(helen, form, 'Go on without it now');
    const after = await application(bot, id);
    expect(after).toMatchObject({ state: 'with-hub' });
    expect(after.staged).toBeUndefined();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a lead knows the applicant or is one, or leads another hub, they do nothing for them', async () => {
    const bot = await startBot();
    const id = await offered(bot);
    const knows = await anotherLead(bot, 'Kim Knows');
    const { steps } = await application(bot, id);
    await bot.execute(knows, 'card', 'conflicts.mark', { op: newOp(), ...about(id), knows: true });
    for (const who of [knows, teacher, stranger('Nobody')])
      for (const event of ['accept-for', 'turn-down-for', 'withdraw-for']) {
        const made = { op: newOp(), ...about(id), seen: steps.length, event, words: 'x' };
        await bot.execute(who, 'card', 'decisions.make', made);
      }
    expect(await application(bot, id)).toMatchObject({ state: 'offered', steps });
    expect(buttonsOn((await decideOn(bot, id, knows)).card).map(({ title }) => title)).not.toContain('Accept for them');
  });

  test.each(['with-hub', 'reserve'])(
    'When an application is %s, a lead can withdraw it for them and it is counted as that',
    async (state) => {
      const bot = await startBot();
      const id = await withHub(bot, teacher.name);
      if (state === 'reserve') await decide(bot, helen, id, 'put-on-reserve');
      await doForThem(bot, id, withdraw, 'You wrote to us.');
      expect(await application(bot, id)).toMatchObject({ state: 'withdrawn' });
      const [places] = await bot.records('hub:demo', 'places');
      expect(places).toMatchObject({ counts: { withdrawn: 1 }, reserve: [] });
      expect(await brokenInvariants(bot.store)).toEqual([]);
    },
  );
});
