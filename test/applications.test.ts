import { buttonsOn, demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { apply, fillIn } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');
const helen = demoPerson('Helen');
const imran = demoPerson('Imran');

const applicationsOf = (bot: TestBot) => bot.records('hub:demo', 'application');
const submit = (bot: TestBot, on: Seen, who = tess) => bot.press(who, on, 'Submit my application');

describe('Applying', () => {
  test('When a teacher goes through the three steps and sends it, the hub has it and the card says what happens next', async () => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    expect(textOf(summary)).toContain('Check your application and send it');
    expect(textOf(summary)).toContain('Open until the end of Monday 13 April 2026');
    const confirmation = await submit(bot, summary);
    expect(textOf(confirmation)).toContain('Your application waits for your headteacher');
    expect(textOf(confirmation)).toContain('Who is being waited for\nYour headteacher');

    const [application, ...others] = await applicationsOf(bot);
    expect(others).toEqual([]);
    expect(application).toMatchObject({
      state: 'waiting-for-endorsement',
      answers: { school: 'Ashdown Academy', startedTeaching: '2021-09', keyStages: ['KS3', 'KS4'] },
    });
    expect(await bot.records('hub:demo', 'places')).toMatchObject([{ counts: { 'waiting-for-endorsement': 1 } }]);
    expect((await bot.records('hub:demo', 'audit')).map(({ event }) => event)).toContain('application-submit');
    expect(await bot.records(`person:${tess.aadObjectId}`, 'draft')).toEqual([]);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When the button is pressed again and again, also by an old client, there is one application and the same answer', async () => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => submit(bot, summary)),
      bot.pressOld(tess, summary, 'Submit my application'),
    ]);
    for (const answer of answers) expect(textOf(answer)).toMatch(/Your application (waits for|is on its way)/);
    expect(textOf(await submit(bot, summary))).toContain('Your application waits for your headteacher');
    expect(await applicationsOf(bot)).toHaveLength(1);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When it was changed elsewhere after the summary was shown, nothing is sent before it is looked at again', async () => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    const step = await bot.press(tess, summary, 'Change why');
    await bot.press(tess, step, 'Save and next', {
      why: 'Other words.',
      subjectLeaderKnows: 'true',
      hasReadInformation: 'true',
    });
    const shown = await submit(bot, summary);
    expect(textOf(shown)).toContain('This changed while you were looking');
    expect(textOf(shown)).toContain('Other words.');
    expect(await applicationsOf(bot)).toEqual([]);
    expect(textOf(await submit(bot, shown))).toContain('waits for your headteacher');
  });

  test('When something is missing, the summary says what, and leads to the step', async () => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    const step = await bot.press(tess, summary, 'Change what you say of yourself');
    await bot.press(tess, step, 'Save and finish later', { email: '', started: '04/2026' });
    const open = await bot.execute(tess, 'card', 'application.submit', {
      op: 'o',
      cohort: '10',
      version: (await bot.records(`person:${tess.aadObjectId}`, 'draft'))[0]?.version,
    });
    expect(textOf(open)).toContain('Not ready to send yet');
    expect(textOf(open)).toContain('Enter your work email');
    expect(textOf(open)).toContain('in the future. When was it?');
    expect(buttonsOn(open.card).map(({ title }) => title)).not.toContain('Submit my application');
    expect(textOf(await bot.press(tess, open, 'Go on with it'))).toContain('Step 1 of 3');
    expect(await applicationsOf(bot)).toEqual([]);
  });

  test.each([
    ['less than two years of teaching', { started: '09/2025' }, 'you have them from September 2027'],
    ['no QTS', { qts: 'no' }, 'You wrote that you do not have it'],
    ['a school that is not secondary', { school: '900006' }, 'for secondary schools. By the DfE’s register'],
    ['a school that is not listed', { school: 'Somewhere' }, 'Whether yours counts is for your hub to say'],
  ])('When they have %s, the summary warns, and it can be sent all the same', async (_, typed, words) => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess, typed);
    expect(textOf(summary)).toContain(words);
    expect(textOf(summary)).toContain('You can still apply: your hub decides.');
    expect(textOf(await submit(bot, summary))).toContain('waits for your headteacher');
  });

  test('When nothing stands against it, the summary warns of nothing', async () => {
    const bot = await startBot();
    expect(textOf(await fillIn(bot, tess, { school: '900001' }))).not.toContain('your hub decides');
  });

  test.each([
    ['before the window', '2026-01-05T10:00:00Z', 'Your hub takes applications from Monday 9 February 2026'],
    ['after the window', '2026-04-14T10:00:00Z', 'applications closed on Monday 13 April 2026'],
  ])('When it is sent %s, the bot says so, sends nothing and loses nothing', async (_, now, words) => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    bot.setNow(new Date(now));
    const answer = await submit(bot, summary);
    expect(textOf(answer)).toContain(words);
    expect(textOf(answer)).toContain('it cannot be sent today');
    expect(await applicationsOf(bot)).toEqual([]);
    expect(await bot.records(`person:${tess.aadObjectId}`, 'draft')).toHaveLength(1);
  });

  test.each([
    ['2026-04-13T22:59:00Z', 'waits for your headteacher'],
    ['2026-04-13T23:00:00Z', 'applications closed'],
  ])('When it is sent at %s, it counts by England’s midnight', async (now, words) => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    bot.setNow(new Date(now));
    expect(textOf(await submit(bot, summary))).toContain(words);
  });

  test('When the task after a submission does not run, the teacher sees it on its way, and delivery completes it', async () => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    const { commit } = bot.store;
    let refused = 0;
    bot.store.commit = async (partition, changes) => {
      const placing = changes.some((change) => change.kind === 'put' && change.record.type === 'application');
      if (placing && refused++ < 12) return { kind: 'unavailable', reason: 'a test' };
      return commit(partition, changes);
    };
    expect(textOf(await submit(bot, summary))).toContain('Your application is on its way to Demo Maths Hub');
    bot.setNow(new Date('2026-03-02T10:05:00Z'));
    await bot.deliver();
    expect(textOf(await bot.say(tess, 'my application'))).toContain('waits for your headteacher');
    expect(await applicationsOf(bot)).toHaveLength(1);
  });

  test('When the store fails at any write, the draft is there or the application is, and pressing again sends it once', async () => {
    for (let failing = 0; failing < 4; failing++) {
      const bot = await startBot();
      const summary = await fillIn(bot, tess);
      const { commit } = bot.store;
      let writes = 0;
      bot.store.commit = async (partition, changes) => {
        if (writes++ >= failing) throw new Error('the power goes');
        return commit(partition, changes);
      };
      await submit(bot, summary);
      bot.store.commit = commit;
      expect(textOf(await submit(bot, summary))).toMatch(/Your application (waits for|is on its way)/);
      bot.setNow(new Date('2026-03-02T12:00:00Z'));
      await bot.deliver();
      expect(await applicationsOf(bot)).toHaveLength(1);
      expect(await brokenInvariants(bot.store)).toEqual([]);
    }
  });

  test('When every hub has closed, nobody fills in a form for nothing', async () => {
    const bot = await startBot();
    bot.setNow(new Date('2026-06-01T10:00:00Z'));
    const answer = await bot.say(tess, 'apply');
    expect(textOf(answer)).toContain('No hub takes applications here today');
    expect(textOf(answer)).toContain('applications closed on');
    const empty = await startBot({ demo: false });
    expect(textOf(await empty.say(tess, 'apply'))).toContain('No hub has been set up');
  });
});

describe('After it was sent', () => {
  const edit = (bot: TestBot, on: Seen) => bot.press(tess, on, 'Change my application');
  const because = { subjectLeaderKnows: 'true', hasReadInformation: 'true' };

  test('When it is changed before a lead opens it, the hub has the new words and the first date', async () => {
    const bot = await startBot();
    const form = await edit(bot, await apply(bot, tess));
    expect(textOf(form)).toContain('Check your changes and send them');
    const step = await bot.press(tess, form, 'Change why');
    const summary = await bot.press(tess, step, 'Save and next', { why: 'Better words.', ...because });
    expect((await applicationsOf(bot))[0]?.answers).toMatchObject({ why: 'I want my classes to understand.' });
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    const done = await Promise.all([1, 2, 3].map(() => bot.press(tess, summary, 'Send my changes')));
    for (const one of done) expect(textOf(one)).toContain('Better words.');
    const [application] = await applicationsOf(bot);
    expect(application).toMatchObject({ submittedAt: '2026-03-02T10:00:00.000Z', answers: { why: 'Better words.' } });
    expect((application as unknown as { steps: object[] }).steps).toHaveLength(2);
    expect(await bot.records(`person:${tess.aadObjectId}`, 'draft')).toEqual([]);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a lead has opened it, it cannot be changed, also from a card that was open before', async () => {
    const bot = await startBot();
    const status = await apply(bot, tess);
    const form = await edit(bot, status);
    await change(bot, { openedAt: '2026-03-02T10:00:00.000Z' });
    const answers = [await bot.press(tess, form, 'Send my changes'), await edit(bot, status)];
    for (const answer of answers) expect(textOf(answer)).toContain('cannot be changed any more');
    expect(buttonsOn(answers[1]?.card).map(({ title }) => title)).not.toContain('Change my application');
  });

  test('When the hub asks for more, its words stand above every step, and sending goes back to where it was', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await change(bot, {
      state: 'more-asked',
      asked: { words: 'Who is your *subject* leader?', at: '2026-03-02T10:00:00.000Z' },
    });
    const status = await bot.say(tess, 'my application');
    expect(textOf(status)).toContain('Demo Maths Hub asks\nWho is your *subject* leader?');
    const form = await bot.press(tess, status, 'Change it and send it again');
    expect(textOf(form)).toContain('Your hub asks:\nWho is your *subject* leader?');
    const step = await bot.press(tess, form, 'Change why');
    expect(textOf(step)).toContain('Who is your *subject* leader?');
    const summary = await bot.press(tess, step, 'Save and next', { why: 'Mrs Lowe is.', ...because });
    expect(textOf(await bot.press(tess, summary, 'Send my changes'))).toContain('waits for your headteacher');
    expect(await applicationsOf(bot)).toMatchObject([
      { state: 'waiting-for-endorsement', answers: { why: 'Mrs Lowe is.' } },
    ]);
  });

  test('When the hub asks something after the changes were looked at, they are sent once its words have been shown', async () => {
    const bot = await startBot();
    const form = await edit(bot, await apply(bot, tess));
    const step = await bot.press(tess, form, 'Change why');
    const summary = await bot.press(tess, step, 'Save and next', { why: 'Better words.', ...because });
    const ask = (words: string, at: string) => change(bot, { state: 'more-asked', asked: { words, at } });
    await ask('What is your plan?', '2026-03-02T10:00:00.000Z');
    const told = await bot.press(tess, summary, 'Send my changes');
    expect(textOf(told)).toContain('This changed while you were looking');
    expect(textOf(told)).toContain('Your hub asks:\nWhat is your plan?');
    expect(textOf(told)).toContain('Better words.');
    expect(await applicationsOf(bot)).toMatchObject([{ state: 'more-asked', steps: [{ event: 'submit' }] }]);
    await ask('And who covers for you?', '2026-03-02T11:00:00.000Z');
    const again = await bot.press(tess, told, 'Send my changes');
    expect(textOf(again)).toContain('And who covers for you?');
    expect(await applicationsOf(bot)).toMatchObject([{ state: 'more-asked' }]);
    await bot.press(tess, again, 'Send my changes');
    expect(await applicationsOf(bot)).toMatchObject([
      { state: 'waiting-for-endorsement', answers: { why: 'Better words.' } },
    ]);
  });

  test('When a place is offered, it is accepted with one press, and the person is a Specialist', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await change(bot, { state: 'offered', offer: { at: '2026-03-02T10:00:00.000Z', until: '2026-03-16' } });
    const status = await bot.say(tess, 'my application');
    expect(textOf(status)).toContain('Answer by\nThe end of Monday 16 March 2026');
    const answers = await Promise.all([1, 2, 3].map(() => bot.press(tess, status, 'Accept your place')));
    for (const answer of answers) expect(textOf(answer)).toContain('You have accepted your place');
    expect(textOf(await bot.say(tess, 'whoami'))).toContain('Specialist with Demo Maths Hub');
  });

  test('When a place is turned down, the bot asks once, and a card that is old changes nothing', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await change(bot, { state: 'offered', offer: { at: '2026-03-02T10:00:00.000Z', until: '2026-03-16' } });
    const status = await bot.say(tess, 'my application');
    const asks = await bot.press(tess, status, 'Turn it down');
    expect(textOf(asks)).toContain('Turn the place down?');
    expect(textOf(await bot.press(tess, asks, 'Leave it as it is'))).toContain('offers you a place');
    expect(textOf(await bot.press(tess, asks, 'Turn my place down'))).toContain('You turned the place down');
    expect(textOf(await bot.press(tess, status, 'Accept your place'))).toContain('moved on, so nothing was changed');
    expect(await applicationsOf(bot)).toMatchObject([{ state: 'offer-declined' }]);
  });

  test('When it is withdrawn, the bot asks once, and “apply” begins a new one with what was sent', async () => {
    const bot = await startBot();
    const status = await apply(bot, tess);
    const asks = await bot.press(tess, status, 'Withdraw my application');
    expect(textOf(asks)).toContain('Withdraw your application?');
    const gone = await bot.press(tess, asks, 'Withdraw my application');
    expect(textOf(gone)).toContain('You have withdrawn your application');
    const form = await bot.press(tess, gone, 'Apply again');
    expect(textOf(form)).toContain('Step 1 of 3');
    expect(JSON.stringify(form.card)).toContain('tess@ashdown.example');
    expect(textOf(await apply(bot, tess))).toContain('waits for your headteacher');
    expect((await applicationsOf(bot)).map(({ state }) => state).sort()).toEqual([
      'waiting-for-endorsement',
      'withdrawn',
    ]);
    expect(textOf(await bot.press(tess, asks, 'Withdraw my application'))).toContain(
      'moved on, so nothing was changed',
    );
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When somebody presses with the ids of another’s application, nothing of it changes or shows', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await apply(bot, imran, { name: 'Imran Siddiqui' });
    const applications = await applicationsOf(bot);
    const [theirs] = applications.filter(({ person }) => person === tess.aadObjectId);
    const own = { cohort: '10', applicationId: theirs?.id.slice('application:'.length), seen: 1 };
    for (const verb of ['edit', 'accept', 'turning-down', 'turn-down', 'withdrawing', 'withdraw']) {
      const answer = await bot.execute(imran, 'x', `application.${verb}`, { op: 'forged', ...own });
      expect(textOf(answer)).toContain('Imran Siddiqui');
      expect(textOf(answer)).not.toContain('Tess');
    }
    expect(await applicationsOf(bot)).toEqual(applications);
  });

  test('When “my application” is asked for before and after applying, it says how things stand', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(tess, 'my application'))).toContain('You have not applied yet');
    await apply(bot, tess);
    expect(textOf(await bot.say(tess, 'My application?'))).toContain('waits for your headteacher');
    expect(textOf(await bot.say(tess, 'apply'))).toContain('waits for your headteacher');
    expect(await bot.records(`person:${tess.aadObjectId}`, 'draft')).toEqual([]);
  });

  /** What a hub decides, written as a lead's decision would leave it. */
  async function change(bot: TestBot, fields: object): Promise<void> {
    const [record] = await applicationsOf(bot);
    if (!record) throw new Error('no application');
    await bot.store.commit('hub:demo', [{ kind: 'put', record: { ...record, ...fields }, expect: 'anything' }]);
  }
});

describe('Who sees applications', () => {
  test('When a teacher asks for the hub’s applications or forges a lead’s click, only a sentence comes back', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    const [application] = await applicationsOf(bot);
    const applicationId = application?.id.slice('application:'.length) ?? '';
    const answers = [
      await bot.say(imran, 'applications'),
      await bot.execute(imran, 'x', 'applications.list', { hubId: 'demo' }),
      await bot.execute(imran, 'x', 'applications.view', { hubId: 'demo', applicationId }),
      await bot.execute(helen, 'x', 'applications.view', { hubId: 'demo', applicationId: 'no-such' }),
    ];
    for (const answer of answers) {
      expect(textOf(answer)).toContain('Only the leads of this hub');
      expect(textOf(answer)).not.toContain('tess@');
    }
  });

  test('When a coordinator asks, there are numbers and no names', async () => {
    const bot = await startBot();
    await apply(bot, stranger('Nia Bevan'));
    const counts = await bot.say(demoPerson('Colin'), 'applications');
    expect(textOf(counts)).toContain('1 application');
    expect(textOf(counts)).not.toContain('Nia');
  });
});
