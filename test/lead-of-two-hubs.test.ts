import { applicationIdOf, applicationRecord } from '../services/applications/application.ts';
import { demoTeam } from '../services/demo/people.ts';
import type { Place, TeamsPerson } from './support/activities.ts';
import { channel, team } from './support/activities.ts';
import { endorseAll } from './support/applying.ts';
import {
  buttonsOn,
  demoPerson,
  leadsChannelId,
  type Seen,
  startBot,
  stopBots,
  stranger,
  type TestBot,
  textOf,
} from './support/bot.ts';
import { application, newOp } from './support/deciding.ts';
import { apply, codeIn } from './support/flows.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
/** Leads GLOW only. */
const gwen = stranger('Gwen Elsewhere');
const demoLeads: Place = {
  kind: 'channel',
  team: { id: demoTeam.id, name: 'Demo', aadGroupId: demoTeam.groupId },
  channel: { id: leadsChannelId },
};
const glowLeads = channel(team('GLOW'), 'GLOW leads');

/** What belongs to one hub, and must not stand on the other's card. */
const ofDemo = /Demo Maths Hub|Dora Demo|Dan Demo|of 6 places/;
const ofGlow = /GLOW|Gus Glow|of 3 places/;

/** Helen leads two hubs: Dora and Dan have applied to the one, Gus to the other. Dora and Gus are endorsed. */
async function twoHubs({ linked = true } = {}): Promise<TestBot> {
  const bot = await startBot();
  const csv = 'name,opens,closes,quota\nGLOW,2026-02-01,2026-04-30,3';
  await bot.execute(colin, 'x', 'hubs.import-all', { op: 'glow', csv });
  for (const who of [helen, gwen])
    await bot.say(who, codeIn(await bot.execute(colin, 'x', 'leads.code', { op: newOp(), hubId: 'glow' })));
  if (linked) {
    bot.teams.setMembers([helen, gwen]);
    const open = await bot.press(helen, await bot.say(helen, 'link', glowLeads), 'Open GLOW', {}, glowLeads);
    const roster = await bot.press(helen, open, 'Link it for the leads', {}, glowLeads);
    await bot.press(helen, roster, 'Link it for the leads', {}, glowLeads);
  }
  for (const [name, hub] of [
    ['Dora Demo', 'demo'],
    ['Gus Glow', 'glow'],
  ] as const)
    await apply(bot, stranger(name), { hub });
  for (const hub of ['demo', 'glow']) await endorseAll(bot.deps, hub);
  bot.setNow(new Date('2026-03-02T11:00:00Z'));
  await apply(bot, stranger('Dan Demo'), { hub: 'demo' });
  await bot.deliver();
  return bot;
}

async function pass(bot: TestBot, instant: string): Promise<void> {
  bot.setNow(new Date(instant));
  await bot.runSchedule();
  await bot.deliver();
}

/** The digests in a conversation, or in the threads of a channel. */
const digestsIn = (bot: TestBot, conversationId: string): Seen[] =>
  bot.teams
    .sent()
    .filter((sent) => sent.conversationId.startsWith(conversationId))
    .map((sent) => {
      const { id, conversationId, attachments } = sent as unknown as Seen & {
        attachments?: { content: Seen['card'] }[];
      };
      return { id, conversationId, card: attachments?.[0]?.content } as Seen;
    })
    .filter((seen) => textOf(seen).includes('Posted on working days'));
const chatOf = (bot: TestBot, who: TeamsPerson) => bot.from.message(who, '').conversation.id;
/** The application of this name. */
async function applicationOf(bot: TestBot, hubId: string, name: string): Promise<string> {
  const all = (await bot.records(`hub:${hubId}`, 'application')).map((record) => applicationRecord.parse(record));
  const found = all.find(({ answers }) => answers.name === name);
  return found ? applicationIdOf(found) : '';
}

describe('A lead of two hubs', () => {
  test('When the day begins, each hub’s digest goes to its own leads’ channel, with that hub’s names and figures only', async () => {
    const bot = await twoHubs();
    await pass(bot, '2026-03-03T08:00:00Z');
    await pass(bot, '2026-03-03T08:05:00Z');
    const [demo, ...demoMore] = digestsIn(bot, leadsChannelId).map(textOf);
    const [glow, ...glowMore] = digestsIn(bot, glowLeads.channel.id).map(textOf);
    expect([demoMore, glowMore, digestsIn(bot, chatOf(bot, helen))]).toEqual([[], [], []]);
    expect(demo).toContain('Demo Maths Hub · For the leads');
    expect(demo).toContain('0 of 6 places are offered or accepted');
    expect(demo).toContain('New applications\n2: Dora Demo and Dan Demo');
    expect(demo).toContain('Endorsed by the headteacher\n1: Dora Demo');
    expect(demo).toContain('With you to decide\n1');
    expect(demo).not.toMatch(ofGlow);
    expect(glow).toContain('GLOW · For the leads');
    expect(glow).toContain('0 of 3 places are offered or accepted');
    expect(glow).toContain('New applications\n1: Gus Glow');
    expect(glow).toContain('With you to decide\n1');
    expect(glow).not.toMatch(ofDemo);
  });

  test('When something happens in one hub only, only that hub’s channel hears of it', async () => {
    const bot = await twoHubs();
    await pass(bot, '2026-03-03T08:00:00Z');
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    await apply(bot, stranger('Greta Glow'), { hub: 'glow' });
    await pass(bot, '2026-03-04T08:00:00Z');
    expect(digestsIn(bot, leadsChannelId)).toHaveLength(1);
    expect(textOf(digestsIn(bot, glowLeads.channel.id)[1] as Seen)).toContain('New applications\n1: Greta Glow');
  });

  test('When its button is pressed in either channel, that hub’s digest comes to their chat, and leads to that hub’s queue', async () => {
    const bot = await twoHubs();
    await pass(bot, '2026-03-03T08:00:00Z');
    const [demo] = digestsIn(bot, leadsChannelId);
    const [glow] = digestsIn(bot, glowLeads.channel.id);
    await bot.press(helen, glow as Seen, 'See applications', {}, glowLeads);
    await bot.press(helen, demo as Seen, 'See applications', {}, demoLeads);
    await bot.deliver();
    const own = digestsIn(bot, chatOf(bot, helen));
    expect(own.map((seen) => textOf(seen).split('\n')[0])).toEqual([
      expect.stringContaining('GLOW · For the leads'),
      expect.stringContaining('Demo Maths Hub · For the leads'),
    ]);
    expect(textOf(own[0] as Seen)).not.toMatch(ofDemo);
    expect(textOf(own[1] as Seen)).not.toMatch(ofGlow);
    const [glowQueue, demoQueue] = await Promise.all(
      own.map(async (seen) => textOf(await bot.press(helen, seen, 'See applications'))),
    );
    expect(glowQueue).toContain('GLOW · Applications');
    expect(demoQueue).toContain('Demo Maths Hub · Applications');
    const refused = await bot.press(gwen, demo as Seen, 'See applications', {}, demoLeads);
    expect(textOf(refused)).toBe('Only the leads of this hub can see its applications.');
  });

  test('When only one of the hubs has a leads’ channel, the other’s digest comes to their own chat, and not to that channel', async () => {
    const bot = await twoHubs({ linked: false });
    await pass(bot, '2026-03-03T08:00:00Z');
    expect(digestsIn(bot, leadsChannelId).map((seen) => textOf(seen).includes('Gus'))).toEqual([false]);
    for (const who of [helen, gwen]) {
      const [own, ...more] = digestsIn(bot, chatOf(bot, who)).map(textOf);
      expect(more).toEqual([]);
      expect(own).toContain('New applications\n1: Gus Glow');
      expect(own).not.toMatch(ofDemo);
    }
  });

  test('When they open the applications, they choose a hub, and go from the one queue to the other', async () => {
    const bot = await twoHubs();
    const which = await bot.say(helen, 'applications');
    expect(textOf(which)).toContain('Which hub?');
    const demo = await bot.press(helen, which, 'Open Demo Maths Hub');
    expect(textOf(demo)).toContain('0 of 6 places are offered or accepted.');
    expect(textOf(demo)).toContain('Dora Demo');
    expect(textOf(demo)).not.toMatch(ofGlow);
    const glow = await bot.press(helen, await bot.press(helen, demo, 'Another hub'), 'Open GLOW');
    expect(textOf(glow)).toContain('Gus Glow');
    expect(textOf(glow)).not.toMatch(ofDemo);
    const back = await bot.press(helen, await bot.press(helen, glow, 'Another hub'), 'Open Demo Maths Hub');
    expect(textOf(back)).toContain('Dora Demo');
    const only = await bot.say(gwen, 'applications');
    expect(textOf(only)).toContain('Gus Glow');
    expect(buttonsOn(only.card).map(({ title }) => title)).not.toContain('Another hub');
  });

  test('When they look through all that a hub has, nothing of the other stands there', async () => {
    const bot = await twoHubs();
    for (const [hubId, name, foreign] of [
      ['demo', 'Dora Demo', ofGlow],
      ['glow', 'Gus Glow', ofDemo],
    ] as const) {
      const applicationId = await applicationOf(bot, hubId, name);
      const ask = { hubId, applicationId, event: 'put-on-reserve' };
      const asked = await bot.execute(helen, 'x', 'decisions.ask', ask);
      const kept = await bot.press(helen, asked, 'Keep it for later');
      const waiting = await bot.press(helen, kept, 'Release all');
      const cards = [
        asked,
        kept,
        waiting,
        await bot.press(helen, waiting, 'Release them'),
        await bot.execute(helen, 'x', 'deciding.open', { hubId }),
        await bot.execute(helen, 'x', 'applications.view', { hubId, applicationId }),
        await bot.execute(helen, 'x', 'applications.view', { hubId, applicationId, part: 'history' }),
        await bot.execute(helen, 'x', 'applications.filter', { hubId, state: 'waiting-for-endorsement' }),
      ];
      await bot.deliver();
      const reserves = await bot.execute(helen, 'x', 'reserve.list', { hubId });
      expect(textOf(reserves)).toContain(`1. ${name}`);
      for (const card of [...cards, reserves]) expect(textOf(card)).not.toMatch(foreign);
    }
  });

  test('When the id of the one hub comes with an application of the other, nothing of it is shown or changed', async () => {
    const bot = await twoHubs();
    const applicationId = await applicationOf(bot, 'demo', 'Dora Demo');
    const foreign = { hubId: 'glow', applicationId };
    for (const [verb, data] of [
      ['applications.view', foreign],
      ['decisions.ask', { ...foreign, event: 'offer' }],
      ['decisions.make', { op: newOp(), ...foreign, seen: 2, event: 'put-on-reserve' }],
      ['notes.add', { op: newOp(), ...foreign, note: 'Forged' }],
      ['reserve.move', { op: newOp(), ...foreign, cohort: '10', to: 'up', seen: 1 }],
    ] as const)
      expect(textOf(await bot.execute(helen, 'x', verb, data))).not.toMatch(/Dora/);
    expect(await application(bot, applicationId)).toMatchObject({ state: 'with-hub', notes: [] });
    expect(await bot.records('hub:glow', 'application')).toHaveLength(1);
  });

  test('When they ask what is next, each hub stands for itself, and each button leads to its own', async () => {
    const bot = await twoHubs();
    const next = await bot.say(helen, 'what next');
    expect(textOf(next)).toContain('1 application is with Demo Maths Hub');
    expect(textOf(next)).toContain('1 application is with GLOW');
    expect(textOf(await bot.press(helen, next, 'Read GLOW’s applications'))).not.toMatch(ofDemo);
    expect(textOf(await bot.press(helen, next, 'Read Demo Maths Hub’s applications'))).not.toMatch(ofGlow);
  });
});
