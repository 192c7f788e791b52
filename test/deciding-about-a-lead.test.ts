import { demoTeam } from '../services/demo/people.ts';
import type { Place, TeamsPerson } from './support/activities.ts';
import { leadsChannelId, type Seen, startBot, stopBots, type TestBot, textOf } from './support/bot.ts';
import { anotherLead, application, helen, newOp, withHub } from './support/deciding.ts';

afterEach(stopBots);

const about = (applicationId: string) => ({ hubId: 'demo', applicationId });

describe('What is told of a decision about a lead who has applied', () => {
  const channel: Place = {
    kind: 'channel',
    team: { id: demoTeam.id, name: 'Demo', aadGroupId: demoTeam.groupId },
    channel: { id: leadsChannelId },
  };
  const cardsIn = (bot: TestBot, conversationId: string): Seen[] =>
    bot.teams.sent().flatMap((one) => {
      const { id, attachments } = one as { id?: string; attachments?: { content: NonNullable<Seen['card']> }[] };
      const [first] = attachments ?? [];
      if (!first || !one.conversationId.startsWith(conversationId)) return [];
      return [{ id: String(id), conversationId: one.conversationId, card: first.content }];
    });
  const inChannel = (bot: TestBot) => cardsIn(bot, leadsChannelId);
  const toldTo = (bot: TestBot, who: TeamsPerson) =>
    cardsIn(bot, bot.from.message(who, '').conversation.id).map(textOf).join('\n');

  async function keptAbout(...names: string[]) {
    const bot = await startBot();
    await bot.say(helen, 'help');
    const ids = [];
    for (const name of names) ids.push(await withHub(bot, name));
    const lena = await anotherLead(bot, 'Lena Lead');
    for (const id of ids) {
      const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'put-on-reserve' });
      await bot.press(helen, asked, 'Keep it for later');
    }
    return { bot, lena, ids };
  }
  async function strike(bot: TestBot, instant: string): Promise<void> {
    bot.setNow(new Date(instant));
    await bot.runSchedule();
    await bot.deliver();
  }
  const keptRow = 'Decisions kept for later, not yet released';

  test('When the digest counts what is kept, their own counts only for the other leads', async () => {
    const { bot, lena } = await keptAbout('Lena Lead', 'Other Teacher');
    await strike(bot, '2026-03-03T08:00:00Z');
    const [digest] = inChannel(bot).slice(-1);
    if (!digest) throw new Error('no digest');
    expect(textOf(digest)).toContain(`${keptRow}\n1`);
    for (const who of [helen, lena]) await bot.press(who, digest, 'See applications', {}, channel);
    await bot.deliver();
    expect(toldTo(bot, helen)).toContain(`${keptRow}\n2`);
    expect(toldTo(bot, lena)).toContain(`${keptRow}\n1`);
  });

  test('When nothing is kept but that, there is no digest because of it', async () => {
    const { bot } = await keptAbout('Lena Lead');
    await strike(bot, '2026-03-03T08:00:00Z');
    const before = inChannel(bot).length;
    expect(before).toBeGreaterThan(0);
    await strike(bot, '2026-03-04T08:00:00Z');
    expect(inChannel(bot)).toHaveLength(before);
  });

  test('When a release could not tell them, each other lead hears of it, and neither they nor the channel', async () => {
    const { bot, lena, ids } = await keptAbout('Lena Lead');
    const [own = ''] = ids;
    const sam = await anotherLead(bot, 'Sam Second');
    await bot.execute(sam, 'card', 'conflicts.mark', { op: newOp(), ...about(own), knows: true });
    const asked = await bot.execute(sam, 'card', 'staged.ask', { hubId: 'demo' });
    await bot.press(sam, asked, 'Release them');
    await bot.deliver();
    await bot.deliver();
    expect((await application(bot, own)).state).toBe('with-hub');
    const words = '1 applicant has not been told';
    expect(toldTo(bot, helen)).toContain(words);
    expect(toldTo(bot, lena)).not.toContain(words);
    expect(inChannel(bot).map(textOf).join()).not.toContain(words);
  });
});
