import { openCosmos } from '../services/store/cosmos.ts';
import { demoPerson, startBot, stopBots, textOf } from './support/bot.ts';
import { startCosmosServer } from './support/cosmos-server.ts';
import { fillIn } from './support/flows.ts';

afterEach(stopBots);

test('When the store is Cosmos DB and throttles, an application still goes from the form to the hub’s lead, once', async () => {
  const server = await startCosmosServer();
  try {
    const bot = await startBot({
      store: ({ now }) =>
        openCosmos({ endpoint: server.endpoint, key: server.key, database: 'd', container: 'c', now }),
    });
    const tess = demoPerson('Tess');
    const summary = await fillIn(bot, tess);
    server.inject({ status: 429, retryAfterMs: 20, times: 6 });
    const answers = await Promise.all([1, 2, 3].map(() => bot.press(tess, summary, 'Submit my application')));
    for (const answer of answers) expect(textOf(answer)).toMatch(/Your application (is|waits)/);
    await bot.deliver();
    const list = await bot.say(demoPerson('Helen'), 'applications');
    expect(textOf(list)).toContain('Tess Okafor');
    await stopBots();
  } finally {
    await server.close();
  }
});
