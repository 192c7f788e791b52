import { makeMember } from '../services/people/membership.ts';
import { personIdFor, reachableChat, seePerson } from '../services/people/person.ts';
import { startBot, stopBots } from './support/bot.ts';

afterEach(stopBots);

const account = (objectId: string) => ({ tenantId: 'school', objectId });
const chat = (conversationId: string) => ({ serviceUrl: 'http://127.0.0.1:1', conversationId });

test('When somebody speaks from one chat, another, and the first again, messages go to the one heard from last', async () => {
  const { deps } = await startBot({ demo: false });
  const first = { account: account('a'), name: 'Ann', chat: chat('one') };
  await seePerson(deps, first);
  await seePerson(deps, { ...first, chat: chat('two') });
  const { person } = await seePerson(deps, first);
  expect(reachableChat(person)?.conversationId).toBe('one');
});

test('When twenty events of somebody new come at once, they are one person', async () => {
  const { deps, store } = await startBot({ demo: false });
  const ids = await Promise.all(Array.from({ length: 20 }, () => personIdFor(deps, account('new'))));
  expect(new Set(ids).size).toBe(1);
  expect(await store.find({ type: 'identity' }, 10)).toHaveLength(1);
});

test('When somebody is made a member before the bot has seen them, their role is there when they come', async () => {
  const bot = await startBot();
  const personId = await personIdFor(bot.deps, account('early'));
  await makeMember(bot.deps, 'bot', { hubId: 'demo', personId, name: 'Early Bird', roles: ['specialist'] });
  const { person } = await seePerson(bot.deps, { account: account('early'), name: 'Early Bird', chat: chat('e') });
  expect(person.memberOf).toEqual(['demo']);
  expect(person.name).toBe('Early Bird');
});
