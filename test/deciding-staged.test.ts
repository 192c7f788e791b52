import { runRelease } from '../services/applications/run-release.ts';
import { seePerson } from '../services/people/person.ts';
import { leadsChannelId, type Seen, startBot, stopBots, type TestBot, textOf } from './support/bot.ts';
import {
  anotherLead,
  application,
  applied,
  decide,
  helen,
  moved,
  newOp,
  newsOf,
  setHub,
  withHub,
} from './support/deciding.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const about = (applicationId: string) => ({ hubId: 'demo', applicationId });

async function keep(bot: TestBot, applicationId: string, event: string, said: object = {}): Promise<Seen> {
  const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(applicationId), event });
  return bot.press(helen, asked, 'Keep it for later', said);
}

const personOf = async (bot: TestBot, { name, tenantId, aadObjectId: objectId }: typeof helen) =>
  (await seePerson(bot.deps, { account: { tenantId, objectId }, name })).personId;

const askRelease = (bot: TestBot, who = helen) => bot.execute(who, 'card', 'staged.ask', { hubId: 'demo' });

async function release(bot: TestBot, who = helen): Promise<Seen> {
  return bot.press(who, await askRelease(bot, who), 'Release them');
}

const declined = { reason: 'fit', words: 'Thank you for applying.' };

describe('Decisions kept for later', () => {
  test('When decisions are kept, nobody is told; when they are released, each is told once', async () => {
    const bot = await startBot();
    const offered = await withHub(bot, 'Offered Teacher');
    const reserve = await withHub(bot, 'Reserve Teacher');
    const declinedId = await withHub(bot, 'Declined Teacher');
    await keep(bot, offered, 'offer');
    await keep(bot, reserve, 'put-on-reserve');
    const empty = await keep(bot, declinedId, 'decline', { reason: 'fit', words: '' });
    expect(textOf(empty)).toContain('Write a few words for the applicant.');
    const list = await bot.press(helen, empty, 'Keep it for later', declined);
    expect(textOf(list)).toContain('Nobody has been told of these');
    expect(textOf(await bot.say(helen, 'applications'))).toContain('A decision is kept for later');
    expect(await newsOf(bot, offered)).toEqual(['endorsed']);
    const asked = await bot.press(helen, list, 'Release all');
    expect(textOf(asked)).toContain('Tell 3 applicants?');
    expect(textOf(asked)).toContain('1 offer of a place');
    await Promise.all([1, 2, 3].map(() => bot.press(helen, asked, 'Release them')));
    await bot.deliver();
    expect(await newsOf(bot, offered)).toEqual(['endorsed', 'offered']);
    expect(await newsOf(bot, reserve)).toEqual(['endorsed', 'on-reserve']);
    expect(await newsOf(bot, declinedId)).toEqual(['endorsed', 'not-this-time']);
    expect(await application(bot, declinedId)).toMatchObject({ decline: declined });
    const after = textOf(await bot.execute(helen, 'card', 'staged.list', { hubId: 'demo' }));
    expect(after).toContain('Nothing is kept for later');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When one is taken back, it is not told with the others', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const list = await keep(bot, id, 'offer');
    const choices = await bot.press(helen, list, 'Open Tess Okafor');
    expect(textOf(choices)).toContain('Offer a place, by Helen Marsh');
    const dropped = await bot.press(helen, choices, 'Take back what is kept');
    expect(textOf(dropped)).toContain('Taken back. Nobody was told.');
    expect(textOf(await bot.press(helen, list, 'Release all'))).toContain('Nothing is kept for later');
    expect((await application(bot, id)).state).toBe('with-hub');
  });

  test('When they are released in the evening, they wait for the next working morning, and can be called off', async () => {
    const bot = await startBot({ now: new Date('2026-04-02T19:00:00Z') });
    const id = await withHub(bot, 'Tess Okafor');
    await keep(bot, id, 'offer');
    // Maundy Thursday, 8 pm: Good Friday, the weekend and Easter Monday come first.
    const waiting = await release(bot);
    expect(textOf(waiting)).toContain('They go out on 7 April 2026, 9.00 am');
    await bot.deliver();
    await bot.runSchedule();
    expect((await application(bot, id)).state).toBe('with-hub');
    const off = await bot.press(helen, waiting, 'Do not release them');
    expect(textOf(off)).toContain('Called off. Nobody is told.');
    expect(textOf(await bot.press(helen, waiting, 'Do not release them'))).toContain('Called off');
    await release(bot);
    bot.setNow(new Date('2026-04-07T07:59:00Z'));
    await bot.runSchedule();
    await bot.deliver();
    expect((await application(bot, id)).state).toBe('with-hub');
    bot.setNow(new Date('2026-04-07T08:00:00Z'));
    await Promise.all([bot.runSchedule(), bot.runSchedule()]);
    await bot.deliver();
    expect(await application(bot, id)).toMatchObject({ state: 'offered', offer: { until: '2026-04-21' } });
    expect(await newsOf(bot, id)).toEqual(['endorsed', 'offered']);
  });

  test('When more offers are kept than places are free, nobody is told, and the leads are asked to choose', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 1 });
    const ids = [await withHub(bot, 'First Teacher'), await withHub(bot, 'Second Teacher')];
    for (const id of ids) await keep(bot, id, 'offer');
    const list = await bot.execute(helen, 'card', 'staged.list', { hubId: 'demo' });
    expect(textOf(await bot.press(helen, list, 'Release all'))).toContain('2 offers are kept and 1 place is free');
    const press = { op: newOp(), hubId: 'demo', cohort: '10', seen: 'forged' };
    const forced = await bot.execute(helen, 'card', 'staged.release', press);
    expect(textOf(forced)).toContain('Take back 1 first');
    await setHub(bot, { quota: undefined });
    expect(textOf(await bot.press(helen, list, 'Release all'))).toContain('number of places is not set');
    for (const id of ids) expect((await application(bot, id)).state).toBe('with-hub');
  });

  test('When some no longer fit in the morning, they stay and are named, and the others are told', async () => {
    const bot = await startBot({ now: new Date('2026-03-02T20:00:00Z') });
    await setHub(bot, { quota: 1 });
    const [full, asked, gone, fine] = [
      await withHub(bot, 'Full Teacher'),
      await withHub(bot, 'Asked Teacher'),
      await withHub(bot, 'Gone Teacher'),
      await withHub(bot, 'Fine Teacher'),
    ];
    const other = await withHub(bot, 'Other Teacher');
    await keep(bot, full, 'offer');
    await keep(bot, asked, 'put-on-reserve');
    await keep(bot, gone, 'decline', declined);
    await keep(bot, fine, 'decline', declined);
    await release(bot);
    await decide(bot, helen, other, 'offer');
    await decide(bot, helen, asked, 'ask-for-more', { words: 'Which year groups?' });
    await moved(bot, gone, { event: 'withdraw' }, 'Gone Teacher');
    bot.setNow(new Date('2026-03-03T09:00:00Z'));
    await bot.runSchedule();
    await bot.deliver();
    const list = textOf(await bot.execute(helen, 'card', 'staged.list', { hubId: 'demo' }));
    expect(list).toContain('Full Teacher (all places are taken)');
    expect(list).not.toContain('Asked Teacher');
    expect(list).not.toContain('Gone Teacher');
    expect((await application(bot, fine)).state).toBe('not-this-time');
    expect((await application(bot, full)).staged).toBeDefined();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When the process dies while they are told, the rest are told later, and nobody twice', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 10 });
    const ids = [];
    for (let n = 0; n < 6; n++) ids.push(await withHub(bot, `Teacher ${n}`));
    for (const id of ids) await keep(bot, id, 'offer');
    const { commit } = bot.store;
    let offers = 0;
    bot.store.commit = async (partition, changes) => {
      const isOffer = changes.some(
        (change) => change.kind === 'put' && change.record.type === 'application' && change.record.state === 'offered',
      );
      if (isOffer && ++offers > 3) throw new Error('a test: the process is gone');
      return commit(partition, changes);
    };
    await release(bot);
    await bot.deliver();
    bot.store.commit = commit;
    const half = await Promise.all(ids.map((id) => application(bot, id)));
    expect(half.filter(({ state }) => state === 'offered')).toHaveLength(3);
    bot.setNow(new Date('2026-03-02T10:05:00Z'));
    await bot.deliver();
    await runRelease(bot.deps, { name: 'release-staged', hubId: 'demo', cohort: '10' });
    for (const id of ids) expect(await newsOf(bot, id)).toEqual(['endorsed', 'offered']);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a task is late and the day is over, it waits for the morning', async () => {
    const bot = await startBot({ now: new Date('2026-03-02T17:59:00Z') });
    const id = await withHub(bot, 'Tess Okafor');
    await keep(bot, id, 'offer');
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) => {
      const isOffer = changes.some((change) => change.kind === 'put' && change.record.state === 'offered');
      if (isOffer) throw new Error('a test: the process is gone');
      return commit(partition, changes);
    };
    await release(bot);
    await bot.deliver();
    bot.store.commit = commit;
    bot.setNow(new Date('2026-03-02T23:00:00Z'));
    await bot.deliver();
    expect((await application(bot, id)).state).toBe('with-hub');
    bot.setNow(new Date('2026-03-03T09:00:00Z'));
    await bot.runSchedule();
    await bot.deliver();
    expect((await application(bot, id)).state).toBe('offered');
  });

  test('When whoever released them knows one of them, that one is left to another lead', async () => {
    const bot = await startBot();
    const sam = await anotherLead(bot, 'Sam Second');
    const id = await withHub(bot, 'Tess Okafor');
    const other = await withHub(bot, 'Other Teacher');
    await keep(bot, id, 'put-on-reserve');
    await keep(bot, other, 'put-on-reserve');
    await bot.execute(sam, 'card', 'conflicts.mark', { op: newOp(), ...about(id), knows: true });
    await release(bot, sam);
    await bot.deliver();
    expect((await application(bot, other)).state).toBe('reserve');
    expect((await application(bot, id)).state).toBe('with-hub');
    expect(textOf(await bot.execute(helen, 'card', 'staged.list', { hubId: 'demo' }))).toContain(
      'Tess Okafor (whoever released it knows them, so another lead must)',
    );
  });

  test('When the applicant is asked for more, answers, or changes something, what was kept for it is kept no more', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const { answers, schoolFacts } = await application(bot, id);
    const changes = { answers: { ...answers, why: 'Other words.' }, schoolFacts };
    const unopened = { op: newOp(), ...about(id), seen: 2, event: 'offer' };
    await bot.execute(helen, 'card', 'decisions.keep', unopened);
    expect((await application(bot, id)).staged).toBeDefined();
    await moved(bot, id, { event: 'edit', ...changes }, 'Tess Okafor');
    expect((await application(bot, id)).staged).toBeUndefined();
    await keep(bot, id, 'offer');
    await decide(bot, helen, id, 'ask-for-more', { words: 'Which year groups?' });
    expect((await application(bot, id)).staged).toBeUndefined();
    await keep(bot, id, 'decline', declined);
    await moved(bot, id, { event: 'send-more', ...changes }, 'Tess Okafor');
    expect((await application(bot, id)).staged).toBeUndefined();
    expect(textOf(await bot.execute(helen, 'card', 'staged.list', { hubId: 'demo' }))).toContain(
      'Nothing is kept for later',
    );
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When an application cannot make the move, or has changed, nothing is kept', async () => {
    const bot = await startBot();
    const id = await applied(bot, 'Tess Okafor');
    const forged = { op: newOp(), ...about(id), seen: 1, event: 'offer' };
    expect(textOf(await bot.execute(helen, 'card', 'decisions.keep', forged))).toContain('This changed');
    const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'decline' });
    await moved(bot, id, { event: 'endorse', name: 'Dr Lowe', role: 'Headteacher' });
    expect(textOf(await bot.press(helen, asked, 'Keep it for later', declined))).toContain('This changed');
    expect((await application(bot, id)).staged).toBeUndefined();
  });
});

describe('What was seen of the decisions kept for later', () => {
  const soon = (bot: TestBot, minutes: number) => bot.setNow(new Date(Date.UTC(2026, 2, 2, 10, minutes)));

  test('When what is kept changes after the question, nobody is told until a lead has seen what it is now', async () => {
    const bot = await startBot();
    const sam = await anotherLead(bot, 'Sam Second');
    const id = await withHub(bot, 'Tess Okafor');
    const another = await withHub(bot, 'Another Teacher');
    await keep(bot, id, 'decline', declined);
    const asked = await askRelease(bot);
    soon(bot, 1);
    await keep(bot, id, 'offer');
    const changed = await bot.press(helen, asked, 'Release them');
    expect(textOf(changed)).toContain('What is kept has changed while you were looking');
    expect(textOf(changed)).toContain('1 offer of a place');
    soon(bot, 2);
    await keep(bot, another, 'put-on-reserve');
    expect(textOf(await bot.press(sam, changed, 'Release them'))).toContain('Tell 2 applicants?');
    await bot.deliver();
    expect((await application(bot, id)).state).toBe('with-hub');
    await release(bot, sam);
    await bot.deliver();
    expect((await application(bot, id)).state).toBe('offered');
    expect((await application(bot, another)).state).toBe('reserve');
  });

  test('When a decision is kept anew after the others were released for the morning, that one is not told', async () => {
    const bot = await startBot({ now: new Date('2026-03-02T20:00:00Z') });
    const id = await withHub(bot, 'Tess Okafor');
    const another = await withHub(bot, 'Another Teacher');
    await keep(bot, id, 'decline', declined);
    await keep(bot, another, 'put-on-reserve');
    await release(bot);
    bot.setNow(new Date('2026-03-02T20:01:00Z'));
    await keep(bot, id, 'offer');
    bot.setNow(new Date('2026-03-03T09:00:00Z'));
    await bot.runSchedule();
    await bot.deliver();
    expect(await application(bot, id)).toMatchObject({ state: 'with-hub', staged: { event: 'offer' } });
    expect((await application(bot, another)).state).toBe('reserve');
  });

  test('When a lead keeps, makes or takes back a decision from a card older than what is kept, that stays', async () => {
    const bot = await startBot();
    const sam = await anotherLead(bot, 'Sam Second');
    const id = await withHub(bot, 'Tess Okafor');
    const hers = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'offer' });
    const list = await keep(bot, id, 'decline', declined);
    const choices = await bot.press(helen, list, 'Open Tess Okafor');
    const kept = async () => (await application(bot, id)).staged;
    for (const button of ['Keep it for later', 'Offer the place now'])
      expect(textOf(await bot.press(sam, hers, button))).toContain('Not this time, by Helen Marsh');
    expect(await kept()).toMatchObject({ event: 'decline' });
    soon(bot, 1);
    const asked = await bot.execute(sam, 'card', 'decisions.ask', { ...about(id), event: 'offer' });
    expect(textOf(asked)).toContain('Kept for later until now: Not this time, by Helen Marsh. This takes its place.');
    await bot.press(sam, asked, 'Keep it for later');
    expect(textOf(await bot.press(helen, choices, 'Take back what is kept'))).toContain('This changed');
    expect(await kept()).toMatchObject({ event: 'offer' });
  });
});

test('When places went overnight, none of more offers than are left is made, the rest are told, and the leads hear it', async () => {
  const bot = await startBot({ now: new Date('2026-03-02T20:00:00Z') });
  await setHub(bot, { quota: 2 });
  const offers = [await withHub(bot, 'First Teacher'), await withHub(bot, 'Second Teacher')];
  const declinedId = await withHub(bot, 'Declined Teacher');
  const other = await withHub(bot, 'Other Teacher');
  for (const id of offers) await keep(bot, id, 'offer');
  await keep(bot, declinedId, 'decline', declined);
  await release(bot);
  await decide(bot, helen, other, 'offer');
  bot.setNow(new Date('2026-03-03T09:00:00Z'));
  await bot.runSchedule();
  await bot.deliver();
  await bot.deliver();
  for (const id of offers) expect(await application(bot, id)).toMatchObject({ state: 'with-hub', staged: {} });
  expect((await application(bot, declinedId)).state).toBe('not-this-time');
  const list = textOf(await bot.execute(helen, 'card', 'staged.list', { hubId: 'demo' }));
  expect(list).toContain('First Teacher (more offers were kept than places are free)');
  const posts = bot.teams.sent().filter(({ conversationId }) => conversationId.startsWith(leadsChannelId));
  const post = posts.map((one) => JSON.stringify(one)).filter((one) => one.includes('have not been told'));
  expect(post).toHaveLength(1);
  expect(post[0]).toContain('2 applicants have not been told');
  expect(post[0]).not.toMatch(/First Teacher|Second Teacher/);
  expect(await brokenInvariants(bot.store)).toEqual([]);
});

describe('A decision kept for later on an application that moves on', () => {
  const evening = new Date('2026-03-02T20:00:00Z');
  const head = { name: 'Dr Amara Lowe', role: 'Headteacher' };
  const unendorsed = { reason: 'other', words: 'Your headteacher has not endorsed it.' };

  async function releasedDecline(): Promise<{ bot: TestBot; id: string }> {
    const bot = await startBot({ now: evening });
    const id = await applied(bot, 'Tess Okafor');
    await keep(bot, id, 'decline', unendorsed);
    await release(bot);
    return { bot, id };
  }
  async function inTheMorning(bot: TestBot): Promise<void> {
    bot.setNow(new Date('2026-03-03T09:01:00Z'));
    await bot.runSchedule();
    await bot.deliver();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  }

  test('When the headteacher endorses it after the release and before anybody was told, it is not declined', async () => {
    const { bot, id } = await releasedDecline();
    await moved(bot, id, { event: 'endorse', ...head });
    await inTheMorning(bot);
    expect(await application(bot, id)).toMatchObject({ state: 'with-hub' });
    expect((await application(bot, id)).staged).toBeUndefined();
    expect(await newsOf(bot, id)).toEqual(['endorsed']);
  });

  test('When the headteacher refuses, or a lead records their word, it is decided anew', async () => {
    const { bot, id } = await releasedDecline();
    const other = await applied(bot, 'Other Teacher');
    await keep(bot, other, 'decline', unendorsed);
    await moved(bot, id, { event: 'refuse-endorsement', ...head, words: '' });
    const typed = { ...head, words: 'By telephone.' };
    const form = await bot.execute(helen, 'card', 'endorsement.record', about(other));
    await bot.press(helen, form, 'Record it', typed);
    await inTheMorning(bot);
    expect((await application(bot, id)).state).toBe('waiting-for-endorsement');
    expect((await application(bot, other)).state).toBe('with-hub');
    for (const one of [id, other]) expect((await application(bot, one)).staged).toBeUndefined();
  });

  test('When only a new link is made, or the endorsement is checked, it is still kept', async () => {
    const { bot, id } = await releasedDecline();
    const other = await withHub(bot, 'Other Teacher');
    await keep(bot, other, 'put-on-reserve');
    await bot.execute(helen, 'card', 'endorsement.new-link', { op: newOp(), ...about(id) });
    const opened = await bot.execute(helen, 'card', 'endorsement.open', about(other));
    await bot.press(helen, opened, 'I have checked it with the school');
    expect((await application(bot, other)).endorsement?.checked).toBeDefined();
    expect((await application(bot, other)).staged).toMatchObject({ event: 'put-on-reserve' });
    await inTheMorning(bot);
    expect((await application(bot, id)).state).toBe('not-this-time');
  });
});

describe('A release that several replicas run', () => {
  type Replica = TestBot['deps'];
  const isOffer = (changes: Parameters<TestBot['store']['commit']>[1]) =>
    changes.some((one) => one.kind === 'put' && one.record.type === 'application' && one.record.state === 'offered');
  const posts = (bot: TestBot) =>
    bot.teams
      .sent()
      .filter(({ conversationId }) => conversationId.startsWith(leadsChannelId))
      .map((one) => JSON.stringify(one))
      .filter((one) => one.includes('not been told'));

  /** Released in the evening; the morning has come, and no task runs it but those of the test. */
  async function dueNow(bot: TestBot): Promise<void> {
    await release(bot);
    const [record] = await bot.records('hub:demo', 'release');
    if (!record) throw new Error('no release');
    const { due: _, ...awake } = record;
    await bot.store.commit('hub:demo', [{ kind: 'put', record: awake, expect: 'anything' }]);
    bot.setNow(new Date('2026-03-03T09:00:00Z'));
  }

  test('When one has made half of the offers as the other looks at the places, all are made and nobody reads otherwise', async () => {
    const bot = await startBot({ now: new Date('2026-03-02T20:00:00Z') });
    await setHub(bot, { quota: 4 });
    const ids = [];
    for (let n = 0; n < 4; n++) ids.push(await withHub(bot, `Teacher ${n}`));
    for (const id of ids) await keep(bot, id, 'offer');
    await dueNow(bot);
    const half = Promise.withResolvers<void>();
    const otherIsDone = Promise.withResolvers<void>();
    let offers = 0;
    const one: Replica = {
      ...bot.deps,
      store: {
        ...bot.store,
        async commit(partition, changes) {
          if (isOffer(changes) && ++offers === 3) {
            half.resolve();
            await otherIsDone.promise;
          }
          return bot.store.commit(partition, changes);
        },
      },
    };
    const other: Replica = {
      ...bot.deps,
      store: {
        ...bot.store,
        async get(key) {
          if (key.id === 'places:10') await half.promise;
          return bot.store.get(key);
        },
      },
    };
    const owed = { name: 'release-staged', hubId: 'demo', cohort: '10' } as const;
    await Promise.all([runRelease(other, owed).finally(otherIsDone.resolve), runRelease(one, owed)]);
    await bot.deliver();
    for (const id of ids) expect(await newsOf(bot, id)).toEqual(['endorsed', 'offered']);
    expect(await bot.records('hub:demo', 'release')).toMatchObject([{ left: [] }]);
    expect(posts(bot)).toEqual([]);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When more are left than fit on a card, the leads read how many there are', async () => {
    const bot = await startBot({ now: new Date('2026-03-02T20:00:00Z') });
    await setHub(bot, { quota: 22 });
    for (let n = 0; n < 22; n++) await keep(bot, await withHub(bot, `Teacher ${n}`), 'offer');
    await release(bot);
    await setHub(bot, { quota: 21 });
    bot.setNow(new Date('2026-03-03T09:00:00Z'));
    await bot.runSchedule();
    await bot.deliver();
    await bot.deliver();
    expect(posts(bot)).toHaveLength(1);
    expect(posts(bot)[0]).toContain('22 applicants have not been told');
  });
});

describe('What became of decisions that were released in the evening', () => {
  const evening = new Date('2026-03-02T20:00:00Z');
  const chatOf = (bot: TestBot, who = helen) => bot.from.message(who, '').conversation.id;
  /** What a lead has read of it in their own chat. */
  const heardBy = (bot: TestBot, who = helen): Seen[] =>
    (bot.teams.sent(chatOf(bot, who)) as unknown as (Seen & { attachments?: { content: Seen['card'] }[] })[])
      .map(({ id, conversationId, attachments }) => ({ id, conversationId, card: attachments?.[0]?.content }) as Seen)
      .filter((seen) => textOf(seen).includes('Only you get this, because you released them.'));
  const inChannel = (bot: TestBot) =>
    bot.teams.sent().filter(({ conversationId }) => conversationId.startsWith(leadsChannelId));
  async function morning(bot: TestBot, at = '2026-03-03T09:00:00Z'): Promise<void> {
    bot.setNow(new Date(at));
    await bot.runSchedule();
    await bot.deliver();
    await bot.deliver();
  }
  /** So many with the hub, each with a decision kept. */
  async function keptFor(bot: TestBot, event: string, names: string[], said: object = {}): Promise<string[]> {
    const ids = [];
    for (const name of names) {
      const id = await withHub(bot, name);
      await keep(bot, id, event, said);
      ids.push(id);
    }
    return ids;
  }

  test('When all were told, the lead who released them reads once how many were told what, without a name', async () => {
    const bot = await startBot({ now: evening });
    const sam = await anotherLead(bot, 'Sam Second');
    await keptFor(bot, 'offer', ['Offered One', 'Offered Two']);
    await keptFor(bot, 'put-on-reserve', ['Reserve One']);
    await keptFor(bot, 'decline', ['Declined One', 'Declined Two', 'Declined Three'], declined);
    await release(bot);
    await bot.deliver();
    expect(heardBy(bot)).toEqual([]);
    await morning(bot);
    await morning(bot, '2026-03-03T09:05:00Z');
    await runRelease(bot.deps, { name: 'release-staged', hubId: 'demo', cohort: '10' });
    await bot.deliver();
    const [seen, ...more] = heardBy(bot);
    expect(more).toEqual([]);
    const text = textOf(seen as Seen);
    expect(text).toContain('6 applicants have been told\nYou released these decisions on 2 March 2026, 8.00 pm');
    expect(text).toContain('What they were told\n2 offers of a place\n1 reserve\n3 of “not this time”');
    expect(text).not.toMatch(/Not told|One|Two|Three/);
    expect(textOf(await bot.press(helen, seen as Seen, 'All applications'))).toContain('Demo Maths Hub · Applications');
    expect(heardBy(bot, sam)).toEqual([]);
    expect(JSON.stringify(inChannel(bot))).not.toContain('have been told');
  });

  test('When they are told at once, while the lead looks, there is no message', async () => {
    const bot = await startBot();
    await keptFor(bot, 'put-on-reserve', ['Reserve One']);
    await release(bot);
    await bot.deliver();
    await morning(bot);
    expect(heardBy(bot)).toEqual([]);
  });

  test('When some could not be told, the lead reads how many and why, and the leads’ channel what it always did', async () => {
    const bot = await startBot({ now: evening });
    await setHub(bot, { quota: 2 });
    const sam = await anotherLead(bot, 'Sam Second');
    await keptFor(bot, 'offer', ['First Teacher', 'Second Teacher']);
    const [known = '', anew = '', gone = ''] = await keptFor(bot, 'put-on-reserve', ['Known', 'Anew', 'Gone']);
    await keptFor(bot, 'decline', ['Declined Teacher'], declined);
    const other = await withHub(bot, 'Other Teacher');
    await bot.execute(sam, 'card', 'conflicts.mark', { op: newOp(), ...about(known), knows: true });
    await release(bot, sam);
    bot.setNow(new Date('2026-03-02T20:30:00Z'));
    await decide(bot, helen, other, 'offer');
    await keep(bot, anew, 'decline', declined);
    await moved(bot, gone, { event: 'withdraw' }, 'Gone');
    await morning(bot);
    expect(heardBy(bot)).toEqual([]);
    const [seen, ...more] = heardBy(bot, sam);
    expect(more).toEqual([]);
    const text = textOf(seen as Seen);
    expect(text).toContain('1 applicant has been told, 3 still wait');
    expect(text).toContain('Who gets a place is yours to say, not mine.');
    expect(text).toContain(
      'Not told, and still kept\n2: more offers were kept than places are free\n1: you know them, so another lead must tell them\n',
    );
    expect(text).toContain('What they were told\n1 “not this time”\n');
    expect(text).toContain('Not told, because something else came first\n2\n');
    expect(text).not.toMatch(/First|Second|Known|Anew|Gone|Declined|Other/);
    expect(textOf(await bot.press(sam, seen as Seen, 'See who and why'))).toContain('First Teacher');
    const posts = inChannel(bot).map((one) => JSON.stringify(one));
    expect(posts.filter((one) => one.includes('3 applicants have not been told'))).toHaveLength(1);
  });

  test('When the hub has no channel, the other leads read who is left, and the lead who released them reads one message', async () => {
    const bot = await startBot({ now: evening });
    await setHub(bot, { quota: 1 });
    const sam = await anotherLead(bot, 'Sam Second');
    const place = {
      kind: 'channel' as const,
      team: { id: 'x', name: 'Demo', aadGroupId: 'x' },
      channel: { id: leadsChannelId },
    };
    await bot.execute(helen, 'card', 'channels.unlink', {}, place);
    await keptFor(bot, 'offer', ['First Teacher']);
    const other = await withHub(bot, 'Other Teacher');
    await release(bot);
    await decide(bot, helen, other, 'offer');
    await morning(bot);
    const left = (who = helen) =>
      JSON.stringify(bot.teams.sent(chatOf(bot, who))).includes('1 applicant has not been told');
    expect([left(sam), left(helen)]).toEqual([true, false]);
    expect(heardBy(bot)).toHaveLength(1);
    expect(textOf(heardBy(bot)[0] as Seen)).toContain('Nobody has been told, 1 still waits');
    expect(heardBy(bot, sam)).toEqual([]);
  });

  test('When the process dies half way, or the day is over first, all that were told are counted, once', async () => {
    const bot = await startBot({ now: evening });
    await setHub(bot, { quota: 10 });
    await keptFor(bot, 'offer', ['One', 'Two', 'Three', 'Four']);
    await keptFor(bot, 'put-on-reserve', ['Five']);
    await release(bot);
    const { commit } = bot.store;
    let offers = 0;
    bot.store.commit = async (partition, changes) => {
      const isOffer = changes.some(
        (one) => one.kind === 'put' && one.record.state === 'offered' && one.record.type === 'application',
      );
      if (isOffer && ++offers > 2) throw new Error('a test: the process is gone');
      return commit(partition, changes);
    };
    await morning(bot);
    bot.store.commit = commit;
    expect(heardBy(bot)).toEqual([]);
    await morning(bot, '2026-03-03T22:00:00Z');
    expect(heardBy(bot)).toEqual([]);
    await morning(bot, '2026-03-04T09:00:00Z');
    expect(heardBy(bot)).toHaveLength(1);
    expect(textOf(heardBy(bot)[0] as Seen)).toContain('4 offers of a place\n1 reserve');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When two replicas tell them at the same time and there is exactly one place for each, all are told and counted', async () => {
    const bot = await startBot({ now: evening });
    await setHub(bot, { quota: 3 });
    const ids = await keptFor(bot, 'offer', ['One', 'Two', 'Three']);
    await release(bot);
    const { get, commit } = bot.store;
    const owed = { name: 'release-staged' as const, hubId: 'demo', cohort: '10' };
    // The day's digest, so that nothing else looks for places later.
    await morning(bot, '2026-03-03T08:00:00Z');
    // One replica looks for free places when the other has told one of them, and then is gone.
    bot.store.get = async (key) => {
      if (key.id !== 'places:10') return get(key);
      bot.store.get = get;
      let offers = 0;
      bot.store.commit = async (partition, changes) => {
        const isOffer = changes.some(
          (one) => one.kind === 'put' && one.record.state === 'offered' && one.record.type === 'application',
        );
        if (isOffer && ++offers > 1) throw new Error('a test: the replica is gone');
        return commit(partition, changes);
      };
      await expect(runRelease(bot.deps, owed)).rejects.toThrow('the replica is gone');
      bot.store.commit = commit;
      return get(key);
    };
    await morning(bot);
    for (const id of ids) expect((await application(bot, id)).state).toBe('offered');
    expect(heardBy(bot)).toHaveLength(1);
    expect(textOf(heardBy(bot)[0] as Seen)).toContain('3 applicants have been told\n');
    expect(textOf(heardBy(bot)[0] as Seen)).toContain('3 offers of a place');
    expect(JSON.stringify(inChannel(bot))).not.toContain('been told');
  });

  test('When whoever released them leads the hub no more, they hear nothing, and the others who are left', async () => {
    const bot = await startBot({ now: evening });
    const sam = await anotherLead(bot, 'Sam Second');
    await keptFor(bot, 'put-on-reserve', ['Reserve One']);
    await release(bot, sam);
    await bot.execute(helen, 'card', 'leads.remove', {
      op: newOp(),
      hubId: 'demo',
      personId: await personOf(bot, sam),
    });
    await morning(bot);
    expect(heardBy(bot, sam)).toEqual([]);
    expect(JSON.stringify(inChannel(bot))).toContain('1 applicant has not been told');
  });

  test('When more are left than are named, all are counted', async () => {
    const bot = await startBot({ now: evening });
    await setHub(bot, { quota: 24 });
    await keptFor(
      bot,
      'offer',
      Array.from({ length: 23 }, (_, n) => `Teacher ${n}`),
    );
    await release(bot);
    await setHub(bot, { quota: 22 });
    await morning(bot);
    expect(textOf(heardBy(bot)[0] as Seen)).toContain('23: more offers were kept than places are free');
    expect(JSON.stringify(inChannel(bot))).toContain('23 applicants have not been told');
  });
});
