import { seePerson } from '../services/people/person.ts';
import type { Place, TeamsPerson } from './support/activities.ts';
import { buttonsOn, demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { application, decide, helen, newOp, withHub } from './support/deciding.ts';
import { filledIn, inSteps } from './support/filled-in.ts';
import { fillIn } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const colin = demoPerson('Colin');
const tess = stranger('Tess Okafor');

/** Applications of cohort 10, by name, each as far as `events` went; then cohort 11 begins. */
async function nextCohort(events: Record<string, string[]>): Promise<{ bot: TestBot; ids: Record<string, string> }> {
  const bot = await startBot();
  await bot.say(tess, 'help');
  const ids: Record<string, string> = {};
  for (const [name, decisions] of Object.entries(events)) {
    ids[name] = await withHub(bot, name);
    for (const event of decisions) await decide(bot, helen, ids[name] ?? '', event);
  }
  await bot.deliver();
  const years = { yearOneFrom: '', yearOneTo: '', yearTwoTo: '' };
  await bot.execute(colin, 'card', 'cohort.start', { op: newOp(), cohort: '10', name: '11', ...years });
  return { bot, ids };
}

const cardsTo = (bot: TestBot, who: TeamsPerson): Seen[] =>
  bot.teams.sent(bot.from.message(who, '').conversation.id).map((sent) => {
    const { id, conversationId, attachments } = sent as unknown as Seen & { attachments?: { content: Seen['card'] }[] };
    return { id, conversationId, card: attachments?.[0]?.content } as Seen;
  });

describe('An applicant of a cohort that people no longer apply to', () => {
  test('When an offer is out, they see it, are reminded of it by name of its cohort, and accept it', async () => {
    const { bot, ids } = await nextCohort({ [tess.name]: ['offer'] });
    expect(textOf(await bot.say(tess, 'my application'))).toContain('offers you a place');
    expect(textOf(await bot.say(tess, 'whoami'))).toContain('Applicant to Demo Maths Hub');
    expect(textOf(await bot.say(tess, 'help'))).toContain('offers you a place');
    bot.setNow(new Date('2026-03-12T10:00:00Z'));
    await bot.runSchedule();
    await bot.deliver();
    const reminder = cardsTo(bot, tess).at(-1) as Seen;
    expect(textOf(reminder)).toContain('Last day to answer');
    const shown = await bot.press(tess, reminder, 'See my application');
    expect(textOf(await bot.press(tess, shown, 'Accept your place'))).toContain('You have accepted your place');
    expect((await application(bot, ids[tess.name] ?? '')).state).toBe('accepted');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When they change school, they are shown what they have sent, and change it there', async () => {
    const { bot } = await nextCohort({ [tess.name]: [] });
    const form = await bot.say(tess, 'I changed school');
    const saved = await bot.press(tess, form, 'Save my school', { school: 'Fairview High, Poole' });
    expect(textOf(saved)).toContain('Change it there too');
    expect(textOf(await bot.press(tess, saved, 'Change my application'))).toContain('Cohort 10');
  });

  test('When theirs has ended, it stays on its own card, and “my application” is about the new cohort', async () => {
    const { bot } = await nextCohort({ [tess.name]: ['offer'] });
    const shown = await bot.say(tess, 'my application');
    const turnDown = await bot.press(tess, shown, 'Turn it down');
    const after = await bot.press(tess, turnDown, 'Turn my place down');
    expect(textOf(after)).toContain('You turned the place down');
    expect(textOf(await bot.say(tess, 'my application'))).toContain('You have not applied yet');
    expect(textOf(await bot.press(tess, after, 'See how it stands now'))).toContain('Cohort 10');
  });
});

describe('The leads of a hub whose applications are of an earlier cohort', () => {
  const typed = { cohort: '10', state: 'with-hub' };

  test('When another cohort begins, they choose the earlier one and go on there: list, decisions, reserves, download', async () => {
    const { bot, ids } = await nextCohort({ Ann: [], Bob: ['put-on-reserve'], [tess.name]: ['offer'] });
    const now = await bot.say(helen, 'applications');
    expect(textOf(now)).toContain('Cohort 11');
    expect(textOf(now)).toContain('3 applications of Cohort 10 are not settled yet.');
    const list = await bot.press(helen, now, 'Show these applications', typed);
    expect(textOf(list)).toContain('With the hub: 1 application');
    expect(textOf(list)).toContain('Ann');
    expect(textOf(await bot.press(helen, list, 'Reserve list (1)'))).toContain('1. Bob');
    expect(textOf(await bot.press(helen, list, 'How we decide'))).toContain('Cohort 10');
    const download = await bot.press(helen, list, 'Download as CSV');
    expect(textOf(download)).toContain('Cohort 10');
    const press = { op: newOp(), hubId: 'demo', applicationId: ids.Ann, seen: 2, event: 'put-on-reserve' };
    const kept = await bot.execute(helen, 'card', 'decisions.keep', press);
    expect(textOf(kept)).toContain('Ann');
    const released = await bot.press(helen, await bot.press(helen, kept, 'Release all'), 'Release them');
    await bot.deliver();
    expect((await application(bot, ids.Ann ?? '')).state).toBe('reserve');
    expect(textOf(await bot.press(helen, released, 'All applications'))).toContain('Cohort 10');
    expect(buttonsOn(now.card).map(({ verb }) => verb)).toContain('applications.filter');
  });

  test('When nothing of an earlier cohort is there, there is nothing to choose', async () => {
    const { bot } = await nextCohort({});
    const now = await bot.say(helen, 'applications');
    expect(JSON.stringify(now.card)).not.toContain('Of which cohort');
    expect(textOf(await bot.press(helen, now, 'Show these applications', { state: 'reserve' }))).toContain('Cohort 11');
  });

  test('When an offer is past its last day or somebody answers, the digest of that cohort says so, once', async () => {
    const { bot } = await nextCohort({ Ann: [], [tess.name]: ['offer'] });
    const digests = async () =>
      (await bot.records('hub:demo', 'message')).flatMap(({ content }) => {
        const { kind, cohort, day } = content as { kind: string; cohort: string; day: string };
        return kind === 'applications-digest' ? [`${cohort} ${day}`] : [];
      });
    bot.setNow(new Date('2026-03-31T08:30:00Z'));
    for (let n = 0; n < 2; n++) await bot.runSchedule();
    expect(await digests()).toEqual(['10 2026-03-31']);
    const about = { hubId: 'demo', cohort: '10', day: '2026-03-31', from: '', through: '' };
    const opened = await bot.execute(helen, 'card', 'applications.from-digest', about, { kind: 'personal' } as Place);
    expect(textOf(opened)).toContain('Cohort 10');
  });

  test('When a coordinator would close the hub, the applications of the earlier cohort count', async () => {
    const { bot } = await nextCohort({ Ann: [] });
    const form = await bot.execute(colin, 'card', 'hubs.end', { hubId: 'demo' });
    expect(textOf(form)).toContain('1 application');
  });

  test('When applications of an earlier cohort wait for the hub, “what next” says so', async () => {
    const { bot } = await nextCohort({ Ann: [] });
    expect(textOf(await bot.say(helen, 'what next'))).toContain('1 application');
  });
});

describe('A coordinator, once another cohort has begun', () => {
  test('When applications of the earlier one are under way, the numbers of all hubs say so and show them', async () => {
    const { bot } = await nextCohort({ Ann: [], [tess.name]: ['offer'] });
    const now = await bot.say(colin, 'applications');
    expect(textOf(now)).toContain('All hubs · Applications · Cohort 11');
    expect(textOf(now)).toContain('2 applications of Cohort 10 are not settled yet.');
    const earlier = await bot.press(colin, now, 'Cohort 10');
    expect(textOf(earlier)).toContain('All hubs · Applications · Cohort 10');
    expect(textOf(earlier)).toContain('1 of 6 places offered or accepted');
    expect(textOf(earlier)).toContain('2 applications: With the hub 1 · Offered 1');
    expect(textOf(await bot.press(colin, earlier, 'Cohort 11'))).toContain('No applications yet');
  });

  test('When there are more hubs than fit, the next page is of the same cohort', async () => {
    const { bot } = await nextCohort({ Ann: [] });
    const csv = `name\n${Array.from({ length: 9 }, (_, n) => `Hub ${n + 1}`).join('\n')}`;
    await bot.execute(colin, 'card', 'hubs.import-all', { op: newOp(), csv });
    const first = await bot.press(colin, await bot.say(colin, 'applications'), 'Cohort 10');
    const next = await bot.press(colin, first, 'Next hubs');
    expect(textOf(next)).toContain('Cohort 10\n');
    expect(textOf(next)).toContain('Hub 9');
  });

  test('When a hub needs more places for the earlier one, they are set on its form, and the new cohort’s stay', async () => {
    const { bot, ids } = await nextCohort({ Ann: [], [tess.name]: ['offer'] });
    const set = { name: 'Demo Maths Hub', contact: '', opens: '', closes: '', quota: '3' };
    const form = await bot.execute(colin, 'card', 'hubs.edit', { hubId: 'demo' });
    await bot.press(colin, form, 'Save this hub', set);
    const earlier = await bot.press(colin, form, 'Cohort 10');
    expect(textOf(earlier)).toContain('Set-up · Cohort 10');
    expect(JSON.stringify(earlier.card)).toContain('"value":"6"');
    const refused = await bot.press(colin, earlier, 'Save this hub', { ...set, quota: '0' });
    expect(textOf(refused)).toContain('Not saved yet');
    await bot.press(colin, refused, 'Save this hub', { ...set, quota: '1' });
    expect(await bot.records('hub:demo', 'hub')).toMatchObject([
      { cohorts: { '10': { quota: 1 }, '11': { quota: 3 } } },
    ]);
    expect(textOf(await decide(bot, helen, ids.Ann ?? '', 'offer'))).toContain('one place is offered or accepted');
    const again = await bot.press(colin, form, 'Cohort 10');
    await bot.press(colin, again, 'Save this hub', { ...set, quota: '2' });
    expect(textOf(await decide(bot, helen, ids.Ann ?? '', 'offer'))).toContain('The place is offered');
    expect(buttonsOn(again.card).map(({ title }) => title)).toContain('Cohort 11');
  });

  test('When nothing of an earlier cohort is left to settle, its form is not offered', async () => {
    const { bot, ids } = await nextCohort({ Ann: [] });
    await decide(bot, helen, ids.Ann ?? '', 'decline', { reason: 'places', words: 'Sorry.' });
    const form = await bot.execute(colin, 'card', 'hubs.edit', { hubId: 'demo' });
    expect(buttonsOn(form.card).map(({ title }) => title)).not.toContain('Cohort 10');
  });
});

describe('A draft that was begun for the cohort before', () => {
  const whoIs = async ({ deps }: TestBot) => {
    const account = { tenantId: tess.tenantId, objectId: tess.aadObjectId };
    return (await seePerson(deps, { account, name: tess.name })).personId;
  };
  const begin = (bot: TestBot) => {
    const years = { yearOneFrom: '', yearOneTo: '', yearTwoTo: '' };
    return bot.execute(colin, 'card', 'cohort.start', { op: newOp(), cohort: '10', name: '11', ...years });
  };
  const openFor = (bot: TestBot, cohort: string) =>
    bot.execute(colin, 'card', 'hubs.save', {
      ...{ op: newOp(), hubId: 'demo', cohort, name: 'Demo Maths Hub', contact: 'x' },
      ...{ opens: '2026-02-09', closes: '2026-04-13', quota: '6' },
    });
  const drafts = async (bot: TestBot) =>
    (await bot.store.find({ type: 'draft', person: await whoIs(bot) }, 10)).map(({ record }) => record);
  const applications = async (bot: TestBot) =>
    (await bot.records('hub:demo', 'application')).map(({ cohort }) => cohort);
  const ticks = { subjectLeaderKnows: 'true', hasReadInformation: 'true' };
  const [you, school, why] = inSteps();

  test('When they go on with it, it is for the new cohort, where they stopped and with all they had typed', async () => {
    const bot = await startBot();
    const second = await bot.press(tess, await bot.say(tess, 'apply'), 'Save and next', you?.typed);
    const kept = await bot.press(tess, second, 'Save and finish later', school?.typed);
    await begin(bot);
    await openFor(bot, '11');
    const own = await bot.say(tess, 'my application');
    expect(textOf(own)).toContain('a draft, not sent yet');
    const resumed = await bot.press(tess, kept, 'Go on with it');
    expect(textOf(resumed)).toContain('Cohort 11 · Step 2 of 3');
    expect(textOf(resumed)).toContain('You began this for Cohort 10.');
    expect(await drafts(bot)).toMatchObject([
      { cohort: '11', hubId: 'demo', values: { role: 'Maths teacher', typedSchool: 'Ashdown Academy' } },
    ]);
    expect(textOf(await bot.say(tess, 'apply'))).not.toContain('You began this for');
    const third = await bot.press(tess, resumed, 'Save and next', school?.typed);
    await bot.press(tess, await bot.press(tess, third, 'Save and next', why?.typed), 'Submit my application');
    expect(await applications(bot)).toEqual(['11']);
    expect(await drafts(bot)).toEqual([]);
  });

  test('When they press Submit on the old card, nothing is sent, and the form is there for the new cohort', async () => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    await begin(bot);
    await openFor(bot, '11');
    const shown = await bot.press(tess, summary, 'Submit my application');
    expect(textOf(shown)).toContain('so it goes on for that one');
    expect(textOf(shown)).toContain('Cohort 11 · Check and send');
    expect(await applications(bot)).toEqual([]);
    const step = await bot.press(tess, shown, 'Change why');
    const checked = await bot.press(tess, step, 'Save and next', { why: filledIn.why, ...ticks });
    expect(textOf(await bot.press(tess, checked, 'Submit my application'))).toContain('waits for your headteacher');
    expect(textOf(await bot.press(tess, summary, 'Submit my application'))).toContain('waits for your headteacher');
    expect(await applications(bot)).toEqual(['11']);
  });

  test('When they type into an old step, it is shown in the new form and kept by a second press', async () => {
    const bot = await startBot();
    const first = await bot.say(tess, 'apply');
    await begin(bot);
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    const shown = await bot.press(tess, first, 'Save and next', { ...you?.typed, role: 'Head of maths' });
    expect(textOf(shown)).toContain('Cohort 11 · Step 1 of 3');
    expect(textOf(shown)).toContain('of a form before this one');
    expect(JSON.stringify(shown.card)).toContain('Head of maths');
    await bot.press(tess, shown, 'Save and next', { ...you?.typed, role: 'Head of maths' });
    expect(await drafts(bot)).toMatchObject([{ cohort: '11', values: { role: 'Head of maths' } }]);
  });

  test('When two devices go on with it at once, there is one draft, for the new cohort', async () => {
    const bot = await startBot();
    await fillIn(bot, tess);
    await begin(bot);
    const open = () => bot.execute(tess, 'card', 'application.open', {});
    for (const shown of await Promise.all([open(), open(), open()])) expect(textOf(shown)).toContain('Cohort 11');
    expect(await drafts(bot)).toMatchObject([{ cohort: '11', values: { why: filledIn.why } }]);
  });

  test('When they delete it from the old card, they are asked about the one it has become, and that is gone', async () => {
    const bot = await startBot();
    const second = await bot.press(tess, await bot.say(tess, 'apply'), 'Save and next', you?.typed);
    const kept = await bot.press(tess, second, 'Save and finish later', school?.typed);
    await begin(bot);
    await openFor(bot, '11');
    await bot.press(tess, kept, 'Go on with it');
    const asked = await bot.press(tess, kept, 'Delete my draft');
    expect(textOf(asked)).toContain('Cohort 11\nDelete your draft?');
    expect(textOf(asked)).toContain('2 of 3 steps');
    expect(textOf(await bot.press(tess, asked, 'Delete my draft'))).toContain('Your draft is deleted');
    expect(await drafts(bot)).toEqual([]);
  });

  test('When they look at it before the new cohort has taken it, it is deleted where it is', async () => {
    const bot = await startBot();
    await fillIn(bot, tess);
    await begin(bot);
    const asked = await bot.press(tess, await bot.say(tess, 'my application'), 'Delete my draft');
    expect(textOf(asked)).toContain('Cohort 10\nDelete your draft?');
    expect(textOf(await bot.press(tess, asked, 'Delete my draft'))).toContain('Your draft is deleted');
    expect(await drafts(bot)).toEqual([]);
  });

  test('When it is deleted as another device goes on with it, nothing of it comes back', async () => {
    const bot = await startBot();
    await fillIn(bot, tess);
    await begin(bot);
    await openFor(bot, '11');
    const asked = await bot.say(tess, 'delete my draft');
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) => {
      if (!changes.some((one) => one.kind === 'put' && one.record.type === 'draft')) return commit(partition, changes);
      bot.store.commit = commit;
      expect(textOf(await bot.press(tess, asked, 'Delete my draft'))).toContain('Your draft is deleted');
      return commit(partition, changes);
    };
    expect(textOf(await bot.execute(tess, 'card', 'application.open', {}))).toContain('Cohort 11 · Step 1 of 3');
    expect(bot.store.commit).toBe(commit);
    expect(JSON.stringify(await drafts(bot))).not.toContain(filledIn.why);
  });

  test('When it was sent before the new cohort began, the old press still shows how it stands', async () => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    await bot.press(tess, summary, 'Submit my application');
    await begin(bot);
    expect(textOf(await bot.press(tess, summary, 'Submit my application'))).toContain('Cohort 10');
    expect(await drafts(bot)).toEqual([]);
  });

  test('When its hub would have closed soon, they are not reminded to send what cannot be sent', async () => {
    const bot = await startBot();
    await fillIn(bot, tess);
    bot.setNow(new Date('2026-04-08T08:00:00Z'));
    await begin(bot);
    await bot.runSchedule();
    await bot.deliver();
    expect(JSON.stringify(cardsTo(bot, tess))).not.toContain('Your draft has not been sent yet');
  });

  test('When the new cohort begins before the reminder is sent, it is not sent', async () => {
    const bot = await startBot();
    await fillIn(bot, tess);
    bot.setNow(new Date('2026-04-08T08:00:00Z'));
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) => {
      const outcome = await commit(partition, changes);
      if (!JSON.stringify(changes).includes('draft-reminder') || outcome.kind !== 'committed') return outcome;
      bot.store.commit = commit;
      await begin(bot);
      return outcome;
    };
    await bot.runSchedule();
    await bot.deliver();
    expect((await bot.records(`person:${await whoIs(bot)}`, 'message')).length).toBeGreaterThan(0);
    expect(JSON.stringify(cardsTo(bot, tess))).not.toContain('Your draft has not been sent yet');
  });

  test('When a lead submits on an old card for somebody, nothing is sent, and the same form is there for the new cohort', async () => {
    const bot = await startBot();
    const typed = { name: 'Olu Never', email: 'olu@fernhill.example' };
    const form = await bot.press(helen, await bot.say(helen, 'apply for somebody'), 'Go on to the form', typed);
    await begin(bot);
    await openFor(bot, '11');
    const again = await bot.press(helen, form, 'Submit it for them', { ...filledIn, ...typed });
    expect(textOf(again)).toContain('People apply to Cohort 11 now');
    expect(await applications(bot)).toEqual([]);
    await bot.press(helen, again, 'Submit it for them', { ...filledIn, ...typed });
    expect(await applications(bot)).toEqual(['11']);
  });
});
