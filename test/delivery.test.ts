import { createDispatcher } from '../services/delivery/dispatcher.ts';
import { leaseMs } from '../services/delivery/lease.ts';
import { type MessageRecord, messageRecord } from '../services/delivery/outbox.ts';
import type { Delivered } from '../services/messenger.ts';
import { demoPerson, leadsChannelId, startBot, stopBots, stranger, type TestBot } from './support/bot.ts';
import { silence } from './support/silence.ts';

afterEach(stopBots);

/** A message in the outbox: the welcome of somebody new. Not yet sent, because Teams is told to refuse. */
async function welcomeWaiting(bot: TestBot, name = 'Rosie New') {
  const who = stranger(name);
  const install = bot.from.installation('add', who);
  await bot.post(install);
  await bot.deliver();
  return { conversationId: install.conversation.id, message: () => onlyMessage(bot, name) };
}

async function onlyMessage(bot: TestBot, _name: string): Promise<MessageRecord> {
  const people = await bot.store.find({ type: 'message' }, 10);
  if (people.length !== 1 || !people[0]) throw new Error(`${people.length} messages`);
  return messageRecord.parse(people[0].record);
}

const later = (bot: TestBot, ms: number) => bot.setNow(new Date(bot.deps.clock.now().getTime() + ms));

test('When Teams asks to slow down, the message waits as long as asked and is sent once', async () => {
  const bot = await startBot();
  bot.teams.inject({ status: 429, retryAfter: 30 });
  const { conversationId, message } = await welcomeWaiting(bot);
  expect(await message()).toMatchObject({ state: 'waiting', mayHaveArrived: false });
  later(bot, 20_000);
  await bot.deliver();
  expect(bot.teams.sent(conversationId)).toEqual([]);
  later(bot, 11_000);
  await bot.deliver();
  expect(bot.teams.sent(conversationId)).toHaveLength(1);
  expect(await message()).toMatchObject({ state: 'sent', attempts: 2, mayHaveArrived: false });
  expect((await message()).lane).toBeUndefined();
});

test.each([
  ['drops the connection after taking it', { destroy: 'after' as const }, 2],
  ['answers 502', { status: 502 }, 1],
])(
  'When Teams %s, the message is sent again and marked as perhaps having arrived twice',
  async (_, fault, arrivals) => {
    const bot = await startBot();
    bot.teams.inject(fault);
    const { conversationId, message } = await welcomeWaiting(bot);
    later(bot, 3_600_000);
    await bot.deliver();
    expect(bot.teams.sent(conversationId)).toHaveLength(arrivals);
    expect(await message()).toMatchObject({ state: 'sent', mayHaveArrived: true });
  },
);

test.each([
  ['ConversationBlockedByUser', 403, 'blocked the bot'],
  ['BotNotInConversationRoster', 403, 'removed from that chat'],
  ['ConversationNotFound', 404, 'no longer there'],
  ['SomethingElse', 500, 'Teams refused it (500 SomethingElse)'],
])('When Teams says %s, the message waits for its person with the reason in words', async (code, status, words) => {
  const bot = await startBot();
  bot.teams.inject({ status, code, times: 9 });
  const { message } = await welcomeWaiting(bot);
  expect(await message()).toMatchObject({ state: 'unreached', attempts: 1 });
  expect((await message()).reason).toContain(words);
});

test('When a sender stops between claiming and settling, the next one waits for its lease, sends, and says that it may have arrived before', async () => {
  const bot = await startBot();
  bot.teams.inject({ status: 429, retryAfter: 0 });
  const { message } = await welcomeWaiting(bot);
  const sent: string[] = [];
  const dispatcher = (deliver: () => Promise<Delivered>) =>
    createDispatcher({
      ...bot.deps,
      messenger: { deliver },
      runTask: async () => {},
      log: silence,
    });
  await bot.store.commit((await message()).partition, [
    {
      kind: 'put',
      record: { ...(await message()), state: 'sending', due: bot.deps.clock.now().toISOString() },
      expect: 'anything',
    },
  ]);
  const other = dispatcher(async () => {
    sent.push('other');
    return { kind: 'sent' };
  });
  await other.drain();
  expect(sent).toEqual([]);
  later(bot, leaseMs + 1);
  await other.drain();
  expect(sent).toEqual(['other']);
  expect(await message()).toMatchObject({ state: 'sent', mayHaveArrived: true });
});

test('When two replicas look at the same outbox, each message is sent by one of them', async () => {
  const bot = await startBot();
  bot.teams.inject({ status: 429, retryAfter: 1, times: 5 });
  for (let n = 0; n < 5; n++) await bot.post(bot.from.installation('add', stranger(`New ${n}`)));
  await bot.deliver();
  later(bot, leaseMs + 5000);
  const sent: string[] = [];
  const replica = () =>
    createDispatcher({
      ...bot.deps,
      messenger: {
        async deliver({ id }) {
          sent.push(id);
          return { kind: 'sent' };
        },
      },
      runTask: async () => {},
      log: silence,
    });
  await Promise.all([replica().drain(), replica().drain(), replica().drain()]);
  expect(sent.sort()).toEqual([...new Set(sent)].sort());
  expect(sent).toHaveLength(5);
});

test('When a hub is asked something, its message goes to the linked leads’ channel', async () => {
  const bot = await startBot();
  const question = { op: 'q', text: 'Is it online?', named: true, hub: 'demo' };
  await bot.execute(demoPerson('Tess'), 'card', 'hub-questions.choose', question);
  await bot.deliver();
  const posted = bot.teams.sent().filter(({ conversationId }) => conversationId.startsWith(`${leadsChannelId};`));
  expect(posted).toHaveLength(1);
  expect(JSON.stringify(posted[0]?.attachments)).toContain('Is it online?');
  expect(posted[0]?.summary).toEqual(expect.any(String));
  expect(posted[0]?.text).toBeUndefined();
});

describe('When one thing in the outbox is broken', () => {
  /** Three people who wait for their welcome, ready to be sent. */
  async function threeWaiting(bot: TestBot): Promise<MessageRecord[]> {
    bot.teams.inject({ status: 429, retryAfter: 1, times: 3 });
    for (const name of ['A', 'B', 'C']) await bot.post(bot.from.installation('add', stranger(name)));
    await bot.deliver();
    later(bot, leaseMs + 5000);
    return (await bot.store.find({ type: 'message' }, 10)).map(({ record }) => messageRecord.parse(record));
  }

  test('a message that cannot be put together keeps the others from nothing, and they are sent once', async () => {
    const bot = await startBot();
    const [broken] = await threeWaiting(bot);
    const sent: string[] = [];
    const messenger = {
      async deliver({ id }: MessageRecord): Promise<Delivered> {
        if (id === broken?.id) throw new Error('broken');
        sent.push(id);
        return { kind: 'sent' };
      },
    };
    const dispatcher = createDispatcher({ ...bot.deps, messenger, runTask: async () => {}, log: silence });
    for (let round = 0; round < 4; round++) {
      await dispatcher.drain();
      later(bot, 2 * leaseMs);
    }
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(2);
  });

  test('a record of a newer release stops neither the messages nor the tasks', async () => {
    const bot = await startBot();
    const [newer] = await threeWaiting(bot);
    if (!newer) throw new Error('nothing waits');
    const record = { ...newer, v: 2 };
    await bot.store.commit(newer.partition, [{ kind: 'put', record, expect: 'anything' }]);
    await bot.deliver();
    expect(bot.teams.sent()).toHaveLength(2);
    expect((await bot.store.get({ partition: newer.partition, id: newer.id }))?.record.v).toBe(2);
  });
});

test('When the bot stops in the middle of many messages, it sends no more and gives back the rest', async () => {
  const bot = await startBot();
  bot.teams.inject({ status: 429, retryAfter: 1, times: 8 });
  for (let n = 0; n < 8; n++) await bot.post(bot.from.installation('add', stranger(`New ${n}`)));
  await bot.deliver();
  later(bot, leaseMs + 5000);
  let sent = 0;
  const messenger = {
    async deliver(): Promise<Delivered> {
      sent += 1;
      if (sent === 2) void dispatcher.stop();
      return { kind: 'sent' };
    },
  };
  const dispatcher = createDispatcher({ ...bot.deps, messenger, runTask: async () => {}, log: silence });
  await dispatcher.drain();
  await dispatcher.stop();
  expect(sent).toBe(2);
  const records = (await bot.store.find({ type: 'message' }, 20)).map(({ record }) => messageRecord.parse(record));
  expect(records.filter(({ state }) => state === 'sending')).toEqual([]);
  expect(records.filter(({ mayHaveArrived }) => mayHaveArrived)).toEqual([]);
});
