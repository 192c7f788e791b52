import { hubAnswerTo } from '../services/hub-questions/hub-answer-to.ts';
import { hubQuestionRecord } from '../services/hub-questions/hub-question.ts';
import { makeMember } from '../services/people/membership.ts';
import { openCosmos } from '../services/store/cosmos.ts';
import { demoPerson, leadsChannelId, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { startCosmosServer } from './support/cosmos-server.ts';
import { brokenInvariants } from './support/invariants.ts';

const ana = demoPerson('Ana');
const helen = demoPerson('Helen');
const sam = stranger('Sam Second');

/** Two replicas on one database. Everything the bot sends goes where the first one's Teams is. */
async function withReplicas(work: (one: TestBot, other: TestBot) => Promise<void>): Promise<void> {
  const server = await startCosmosServer();
  const { endpoint, key } = server;
  try {
    const start = (demo: boolean) =>
      startBot({ demo, store: ({ now }) => openCosmos({ endpoint, key, database: 'd', container: 'c', now }) });
    await work(await start(true), await start(false));
  } finally {
    await stopBots();
    await server.close();
  }
}

const questionOf = async (bot: TestBot) => {
  const [record] = await bot.records('hub:demo', 'hub-question');
  if (!record) throw new Error('no question');
  return hubQuestionRecord.parse(record);
};
const postsIn = (bot: TestBot) =>
  bot.teams.sent().filter(({ conversationId }) => conversationId.startsWith(leadsChannelId));

test('When two leads answer at once, each on another replica of Cosmos DB, one answer stands and is told once', async () => {
  await withReplicas(async (one, other) => {
    await one.say(sam, 'help');
    const [identity] = await one.records(`identity:${sam.tenantId}:${sam.aadObjectId}`, 'identity');
    const personId = String(identity?.person);
    await makeMember(one.deps, 'bot', { hubId: 'demo', personId, name: sam.name, roles: ['lead'] });
    await one.execute(ana, 'x', 'hub-questions.ask', { op: 'o', text: 'Is it online?', named: true });
    await Promise.all([one.deliver(), other.deliver()]);
    expect(postsIn(one)).toHaveLength(1);
    const questionId = (await questionOf(one)).id.slice('hub-question:'.length);
    const answer = { op: 'a', hubId: 'demo', questionId, version: 0 };
    const seen = await Promise.all([
      one.execute(helen, 'x', 'hub-questions.answer', { ...answer, answer: 'By Helen.' }),
      other.execute(sam, 'x', 'hub-questions.answer', { ...answer, answer: 'By Sam.' }),
    ]);
    const won = (await questionOf(one)).answer?.text === 'By Helen.' ? 0 : 1;
    const [winner, loser] = [seen[won], seen[1 - won]];
    expect(winner && textOf(winner)).toContain('This question is answered');
    expect(loser && textOf(loser)).toContain('Somebody else answered this a moment ago');
    await Promise.all([one.deliver(), other.deliver()]);
    const messages = await one.records('hub:demo', 'message');
    expect(messages.filter(({ id }) => id.startsWith('message:hub-answer:'))).toHaveLength(1);
    expect(await brokenInvariants(one.store)).toEqual([]);
  });
});

test('When a question is due, two replicas put it in front of the leads again once; a hub answer is everywhere at once', async () => {
  await withReplicas(async (one, other) => {
    await one.execute(ana, 'x', 'hub-questions.ask', { op: 'o', text: 'Is it online?', named: true });
    await one.deliver();
    for (const bot of [one, other]) bot.setNow(new Date('2026-03-04T10:00:00Z'));
    await Promise.all([one.runSchedule(), other.runSchedule()]);
    await Promise.all([one.deliver(), other.deliver()]);
    expect(await questionOf(one)).toMatchObject({ reminders: 1 });
    const messages = await one.records('hub:demo', 'message');
    expect(messages.filter(({ id }) => id.startsWith('message:hub-question-again:'))).toHaveLength(1);
    const kept = { op: 'k', hubId: 'demo', question: 'Is the launch event online?', answer: 'No.' };
    await one.execute(helen, 'x', 'hub-answers.save', kept);
    const ask = { text: 'is the launch event online' };
    expect(await hubAnswerTo(other.deps, 'demo', ask)).toMatchObject({ answer: 'No.' });
    const list = await one.say(helen, 'our answers');
    const change = await one.press(helen, list, 'Change or remove “Is the launch…”');
    await one.press(helen, await one.press(helen, change, 'Remove this answer'), 'Remove this answer');
    expect(await hubAnswerTo(other.deps, 'demo', ask)).toBeUndefined();
  });
});
