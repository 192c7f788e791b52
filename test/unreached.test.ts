import { createDispatcher } from '../services/delivery/dispatcher.ts';
import { leaseMs } from '../services/delivery/lease.ts';
import { type MessageRecord, messageRecord } from '../services/delivery/outbox.ts';
import type { Delivered } from '../services/messenger.ts';
import type { TeamsPerson } from './support/activities.ts';
import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { application, decide, withHub } from './support/deciding.ts';
import { codeIn } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';
import { silence } from './support/silence.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const ana = demoPerson('Ana');
const gwen = stranger('Gwen Lead');
const arrived = 'Your hub is GLOW now';

/** Two hubs; the lead of the second one is Gwen. */
async function twoHubs(): Promise<TestBot> {
  const bot = await startBot();
  const csv = 'name,contact,opens,closes,quota\nGLOW,hub@glow.example,2026-02-01,2026-04-01,5';
  await bot.execute(colin, 'card', 'hubs.import-all', { op: 'glow', csv });
  await bot.say(gwen, codeIn(await bot.execute(colin, 'card', 'leads.code', { op: 'gwen', hubId: 'glow' })));
  await bot.deliver();
  return bot;
}

const about = { hubId: 'demo', personId: ana.aadObjectId };
/** Somebody asks the demo hub, which is told in its leads’ channel. */
const ask = (bot: TestBot, who: TeamsPerson) =>
  bot.execute(who, 'card', 'hub-questions.choose', {
    op: who.name,
    text: `What about ${who.name}?`,
    named: true,
    hub: 'demo',
  });
/** Ana is told by her new hub that she is with it now. */
async function moveAna(bot: TestBot): Promise<void> {
  const form = await bot.execute(helen, 'card', 'people.moving', about);
  await bot.press(helen, form, 'Move them', { to: 'glow' });
  await bot.deliver();
}

const glowMessages = async (bot: TestBot) => (await bot.records('hub:glow', 'message')).map(messageRecord.parse);
const chatOf = (bot: TestBot, who: TeamsPerson) => bot.from.message(who, '').conversation.id;
const sentTo = (bot: TestBot, who: TeamsPerson) =>
  bot.teams.sent(chatOf(bot, who)).filter((posted) => JSON.stringify(posted).includes(arrived));
const toAna = (bot: TestBot) => sentTo(bot, ana);
/** Teams refuses the next messages to somebody. */
const refuse = (bot: TestBot, who: TeamsPerson, fault: object) =>
  bot.teams.inject({ ...fault, match: ({ path }) => path.includes(encodeURIComponent(chatOf(bot, who))) });
const later = (bot: TestBot, ms = 60_000) => bot.setNow(new Date(bot.deps.clock.now().getTime() + ms));
const letterOn = ({ card }: Seen): string =>
  ((card?.body ?? []) as { id?: string; value?: string }[]).find(({ id }) => id === 'letter')?.value ?? '';

describe('A message to somebody without the app', () => {
  test('When it cannot be delivered, the leads see to whom, what and why, and a text to copy', async () => {
    const bot = await twoHubs();
    expect(textOf(await bot.say(gwen, 'unreached'))).toContain('Everything has reached people');
    await moveAna(bot);
    expect(await glowMessages(bot)).toMatchObject([{ state: 'unreached', attempts: 1 }]);
    expect(await bot.records('hub:glow', 'undelivered')).toMatchObject([
      { person: ana.aadObjectId, reason: 'The app is not installed for them', at: '2026-03-02T10:00:00.000Z' },
    ]);
    const list = await bot.say(gwen, 'unreached');
    for (const words of ['Ana Kowalska', arrived, 'The app is not installed for them'])
      expect(textOf(list)).toContain(words);
    const message = await bot.press(gwen, list, 'Tell Ana Kowalska');
    expect(letterOn(message)).toContain(`Subject: ${arrived}`);
    expect(letterOn(message)).toContain('Hello Ana Kowalska,');
    expect(letterOn(message)).toContain('Your days went along. You need not do anything for this.');
    expect(letterOn(message)).toContain('hub@glow.example');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When they open the bot, they get it once, and the leads’ list is empty', async () => {
    const bot = await twoHubs();
    await moveAna(bot);
    later(bot);
    await bot.post(bot.from.installation('add', ana));
    await bot.say(ana, 'help');
    await bot.deliver();
    expect(toAna(bot)).toHaveLength(1);
    expect(await glowMessages(bot)).toMatchObject([{ state: 'sent' }]);
    expect(textOf(await bot.say(gwen, 'unreached'))).toContain('Everything has reached people');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a lead has told them, it is on record, off the list, and never sent', async () => {
    const bot = await twoHubs();
    await moveAna(bot);
    const list = await bot.say(gwen, 'unreached');
    const message = await bot.press(gwen, list, 'Tell Ana Kowalska');
    later(bot);
    const answers = await Promise.all(
      ['', ''].map((letter) => bot.press(gwen, message, 'I have told them', { letter })),
    );
    for (const answer of answers) expect(textOf(answer)).toContain('Noted: I do not send it any more.');
    const audit = await bot.records('hub:glow', 'audit');
    expect(audit.filter(({ event }) => event === 'told-elsewhere')).toHaveLength(1);
    later(bot);
    await bot.say(ana, 'help');
    await bot.deliver();
    expect(toAna(bot)).toEqual([]);
    expect(await glowMessages(bot)).toMatchObject([{ state: 'gave-up', reason: 'A lead has told them' }]);
    expect(textOf(await bot.press(gwen, list, 'Tell Ana Kowalska'))).toContain('That one waits no longer');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a lead says so after it has arrived, or just as they come, one of the two holds', async () => {
    const bot = await twoHubs();
    await moveAna(bot);
    const message = await bot.press(gwen, await bot.say(gwen, 'unreached'), 'Tell Ana Kowalska');
    later(bot);
    const [answer] = await Promise.all([bot.press(gwen, message, 'I have told them'), bot.say(ana, 'help')]);
    await bot.deliver();
    const told = textOf(answer).includes('Noted');
    expect(toAna(bot)).toHaveLength(told ? 0 : 1);
    expect(await glowMessages(bot)).toMatchObject([{ state: told ? 'gave-up' : 'sent' }]);
    if (!told) expect(textOf(answer)).toContain('That one waits no longer');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test.each(Array.from({ length: 6 }, (_, n) => n))(
    'When the store fails at write %i of their coming, they get it later all the same, once',
    async (failing) => {
      const bot = await twoHubs();
      await moveAna(bot);
      later(bot);
      const { commit } = bot.store;
      let writes = 0;
      let down = false;
      bot.store.commit = async (partition, changes) => {
        down ||= writes++ === failing;
        if (down) throw new Error('the power goes');
        return commit(partition, changes);
      };
      await bot.say(ana, 'help');
      await bot.deliver();
      bot.store.commit = commit;
      await bot.say(ana, 'help');
      later(bot, 3_600_000);
      await bot.deliver();
      expect(toAna(bot).length).toBeGreaterThanOrEqual(1);
      expect(await glowMessages(bot)).toMatchObject([{ state: 'sent' }]);
      expect(await brokenInvariants(bot.store)).toEqual([]);
    },
  );
});

describe('A chat that takes nothing any more', () => {
  test('When they write again from the very same chat, what waited arrives', async () => {
    const bot = await twoHubs();
    await bot.say(ana, 'help');
    refuse(bot, ana, { status: 403, code: 'ConversationBlockedByUser' });
    await moveAna(bot);
    expect(textOf(await bot.say(gwen, 'unreached'))).toContain('They have blocked the bot');
    later(bot);
    await bot.say(ana, 'help');
    await bot.deliver();
    expect(toAna(bot)).toHaveLength(1);
    expect(await glowMessages(bot)).toMatchObject([{ state: 'sent' }]);
  });

  test('When they have another account with a chat, it goes there at once', async () => {
    const bot = await twoHubs();
    const guest = stranger('Ana Guest');
    const code = codeIn(await bot.press(ana, await bot.say(ana, 'link another account'), 'Make a code'));
    await bot.say(guest, code);
    await bot.deliver();
    later(bot);
    await bot.say(ana, 'help');
    refuse(bot, ana, { status: 403, code: 'BotNotInConversationRoster', times: 5 });
    await moveAna(bot);
    expect([sentTo(bot, ana), sentTo(bot, guest)]).toMatchObject([[], [{}]]);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When they come while the bot is finding out that it cannot reach them, they get it', async () => {
    const bot = await twoHubs();
    await bot.say(ana, 'help');
    refuse(bot, ana, { status: 429, retryAfter: 1 });
    await moveAna(bot);
    expect(await glowMessages(bot)).toMatchObject([{ state: 'waiting' }]);
    later(bot, 2 * leaseMs);
    const closed = { serviceUrl: bot.teams.url, conversationId: chatOf(bot, ana) };
    let tries = 0;
    const messenger = {
      async deliver(): Promise<Delivered> {
        if (tries++ > 0) return { kind: 'sent' };
        return { kind: 'no-way', reason: 'They have blocked the bot', closed };
      },
    };
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) => {
      const settles = changes.some((one) => one.kind === 'put' && one.record.type === 'undelivered');
      if (settles) await bot.say(ana, 'help');
      return commit(partition, changes);
    };
    const dispatcher = createDispatcher({ ...bot.deps, messenger, runTask: async () => {}, log: silence });
    await dispatcher.drain();
    expect(tries).toBe(2);
    expect(await glowMessages(bot)).toMatchObject([{ state: 'sent' }]);
  });
});

describe('Other messages that do not arrive', () => {
  const refuseChannel = (bot: TestBot, code: string, times = 99) =>
    bot.teams.inject({ status: 403, code, times, match: ({ path }) => path.endsWith('/v3/conversations') });

  test('When the leads’ channel cannot be posted in, its messages are listed page by page, none lost or repeated', async () => {
    const bot = await startBot();
    refuseChannel(bot, 'BotNotInConversationRoster');
    for (let n = 0; n < 11; n++) {
      later(bot);
      await ask(bot, stranger(`Teacher ${n}`));
    }
    await bot.deliver();
    const first = await bot.say(helen, 'unreached');
    const second = await bot.press(helen, first, 'Next page');
    const rows = (card: Seen) =>
      textOf(card)
        .split('\n')
        .filter((line) => line === 'Leads’ channel').length;
    expect([rows(first), rows(second)]).toEqual([8, 3]);
    const message = await bot.press(helen, second, 'Tell Leads’ channel');
    expect(letterOn(message)).toContain('\n\nHello,\n\n');
    expect(letterOn(message)).toContain('What about Teacher 8?');
    await bot.press(helen, message, 'I have told them');
    expect(await bot.records('hub:demo', 'undelivered')).toHaveLength(10);
  });

  test('When Teams does not take it for two days, it is listed too', async () => {
    const bot = await twoHubs();
    await bot.say(ana, 'help');
    refuse(bot, ana, { status: 429, retryAfter: 1 });
    await moveAna(bot);
    const messenger = {
      deliver: async (_: MessageRecord): Promise<Delivered> => ({
        kind: 'try-later',
        mayHaveArrived: false,
        reason: 'x',
      }),
    };
    const dispatcher = createDispatcher({ ...bot.deps, messenger, runTask: async () => {}, log: silence });
    for (let round = 0; round < 45; round++) {
      later(bot, 3 * 3_600_000);
      await dispatcher.drain();
    }
    expect(await glowMessages(bot)).toMatchObject([{ state: 'unreached', attempts: 40 }]);
    expect(textOf(await bot.say(gwen, 'unreached'))).toContain('Teams did not take it for two days');
  });

  test('When what it was about is gone, it can only be taken off the list', async () => {
    const bot = await startBot();
    refuseChannel(bot, 'BotNotInConversationRoster');
    await ask(bot, stranger('Teacher'));
    await bot.deliver();
    const [question] = await bot.records('hub:demo', 'hub-question');
    await bot.store.commit('hub:demo', [{ kind: 'remove', id: String(question?.id), expect: 'anything' }]);
    const list = await bot.say(helen, 'unreached');
    expect(textOf(list)).toContain('What it was about is no longer there');
    const message = await bot.press(helen, list, 'Tell Leads’ channel');
    expect(letterOn(message)).toBe('');
    expect(textOf(await bot.press(helen, message, 'Take it off the list'))).toContain('Everything has reached people');
  });

  test('When the hub is merged, the leads of the other one see what it left', async () => {
    const bot = await twoHubs();
    await moveAna(bot);
    later(bot);
    await bot.execute(colin, 'card', 'hubs.end-now', { op: 'end', hubId: 'glow', into: 'demo' });
    await bot.deliver();
    const list = await bot.say(helen, 'unreached');
    expect(textOf(list)).toContain('Ana Kowalska');
    const message = await bot.press(helen, list, 'Tell Ana Kowalska');
    // She is with the other hub by now.
    expect(letterOn(message)).toBe('');
    const told = await bot.press(helen, message, 'Take it off the list');
    expect(textOf(told)).toContain('Noted');
    expect(textOf(told)).toContain('Demo Maths Hub');
  });
});

test('When anybody but a lead of the hub asks, or forges the clicks, a sentence comes back and nothing changes', async () => {
  const bot = await twoHubs();
  await moveAna(bot);
  const [message] = await glowMessages(bot);
  const forged = { hubId: 'glow', messageId: message?.id ?? '' };
  for (const who of [helen, colin, demoPerson('Tess')]) {
    for (const [verb, data] of [
      ['unreached.open', { hubId: 'glow' }],
      ['unreached.view', forged],
      ['unreached.told', { ...forged, op: 'o' }],
    ] as const) {
      const answer = textOf(await bot.execute(who, 'x', verb, data));
      expect(answer).toContain('Only the leads of this hub');
    }
  }
  expect(textOf(await bot.say(demoPerson('Tess'), 'unreached'))).toContain('Only the leads');
  expect(await glowMessages(bot)).toEqual([message]);
});

describe('News of an application that did not reach the applicant', () => {
  const tess = stranger('Tess Okafor');
  const toTess = (bot: TestBot) => JSON.stringify(bot.teams.sent(chatOf(bot, tess)));

  /** Tess has no chat with the bot; what her hub decided could not be told. */
  async function untold(event: string, said: object = {}): Promise<{ bot: TestBot; personId: string }> {
    const bot = await twoHubs();
    const applicationId = await withHub(bot, tess.name);
    await bot.deliver();
    await decide(bot, helen, applicationId, event, said);
    await bot.deliver();
    const { person: personId = '' } = await application(bot, applicationId);
    return { bot, personId };
  }

  test('When the hub is merged before they come, they are told of the offer by the hub it went into', async () => {
    const { bot } = await untold('offer');
    await bot.execute(colin, 'card', 'hubs.end-now', { op: 'end', hubId: 'demo', into: 'glow' });
    await bot.deliver();
    expect(textOf(await bot.say(gwen, 'unreached'))).toContain('GLOW offers you a place');
    later(bot);
    await bot.say(tess, 'help');
    await bot.deliver();
    expect(toTess(bot)).toContain('GLOW offers you a place');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When they are passed to another hub before they come, they hear what they were asked', async () => {
    const { bot, personId } = await untold('ask-for-more', { words: 'What is your plan?' });
    await bot.execute(helen, 'card', 'people.move', { op: 'pass', hubId: 'demo', personId, to: 'glow' });
    await bot.deliver();
    later(bot);
    await bot.say(tess, 'help');
    await bot.deliver();
    expect(toTess(bot)).toContain('What is your plan?');
  });

  test('When they come while it is between two hubs, they are told once it has arrived', async () => {
    const { bot, personId } = await untold('offer');
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) =>
      partition === 'hub:glow' ? { kind: 'unavailable', reason: 'test' } : commit(partition, changes);
    await bot.execute(colin, 'card', 'hubs.end-now', { op: 'end', hubId: 'demo', into: 'glow' });
    await bot.deliver();
    expect(await bot.records('hub:demo', 'transit')).toContainEqual(expect.objectContaining({ person: personId }));
    await bot.say(tess, 'help');
    await bot.deliver();
    expect(toTess(bot)).not.toContain('offers you a place');
    bot.store.commit = commit;
    later(bot, 3_600_000);
    await bot.deliver();
    later(bot, 3_600_000);
    await bot.deliver();
    expect(toTess(bot)).toContain('GLOW offers you a place');
  });
});
