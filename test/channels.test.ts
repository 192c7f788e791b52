import { channel, groupChat, team } from './support/activities.ts';
import { demoPerson, leadsChannelId, startBot, stopBots, type TestBot, textOf } from './support/bot.ts';
import { leadSecondHub } from './support/second-hub.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const tess = demoPerson('Tess');
const colin = demoPerson('Colin');
const ana = demoPerson('Ana');
const place = channel(team('A hub'), 'Leads talk');

const linkedAs = async (bot: TestBot, use: 'leads' | 'cohort') => {
  const channels = await bot.records('hub:demo', 'channel');
  const linked = channels.find((one) => one.use === use && !one.gone);
  return linked?.conversationId;
};

const inChannel = (bot: TestBot, who = helen) => bot.say(who, 'link', place);

describe('Linking a channel', () => {
  test('When a lead links it for the leads, they first see who is there and does not lead, and then it takes the place of the old one', async () => {
    const bot = await startBot();
    bot.teams.setMembers([helen, ana, { id: '29:x', name: 'Unknown Guest' }]);
    const roster = await bot.press(helen, await inChannel(bot), 'Link it for the leads', {}, place);
    expect(textOf(roster)).toContain('Not everybody here leads your hub');
    expect(textOf(roster)).toContain('Ana Kowalska\nUnknown Guest');
    expect(textOf(roster)).not.toContain('Helen');
    expect(await linkedAs(bot, 'leads')).toBe(leadsChannelId);
    const done = await bot.press(helen, roster, 'Link it all the same', {}, place);
    expect(textOf(done)).toContain('This is now the leads’ channel of Demo Maths Hub');
    expect(await linkedAs(bot, 'leads')).toBe(place.channel.id);
    expect(await bot.records(`channel:${leadsChannelId}`, 'channel-claim')).toEqual([]);
    expect((await bot.records('hub:demo', 'audit')).map(({ event }) => event)).toContain('channel-linked: leads');
  });

  test('When only leads are there, it says so', async () => {
    const bot = await startBot();
    bot.teams.setMembers([helen]);
    const roster = await bot.press(helen, await inChannel(bot), 'Link it for the leads', {}, place);
    expect(textOf(roster)).toContain('Only leads of your hub are here');
  });

  test('When Teams does not say who is there, nothing is linked and a sentence says why', async () => {
    const bot = await startBot();
    const card = await inChannel(bot);
    bot.teams.inject({ status: 403, match: ({ method }) => method === 'GET' });
    const answer = await bot.press(helen, card, 'Link it for the leads', {}, place);
    expect(textOf(answer)).toContain('does not tell me who is in this channel');
  });

  test('When the leads’ channel is linked for the cohort, it is the leads’ no more: nobody applies into the cohort’s sight', async () => {
    const bot = await startBot();
    const leads = { ...place, channel: { id: leadsChannelId, name: 'Hub leads' } };
    const card = await bot.say(helen, 'link', leads);
    expect(textOf(card)).toContain('This is the leads’ channel of Demo Maths Hub');
    await bot.press(helen, card, 'Link it for the cohort', {}, leads);
    expect(await linkedAs(bot, 'cohort')).toBe(leadsChannelId);
    expect(await linkedAs(bot, 'leads')).toBeUndefined();
  });

  test('When it is another hub’s, it stays theirs', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, tess);
    await bot.press(helen, await inChannel(bot), 'Link it for the cohort', {}, place);
    const answer = await bot.press(tess, await inChannel(bot, tess), 'Link it for the cohort', {}, place);
    expect(textOf(answer)).toContain('belongs to another hub');
    expect(textOf(await bot.execute(tess, 'x', 'channels.unlink', {}, place))).toContain('Only a lead of the hub');
  });

  test('When it is unlinked, nothing is posted there, and it may be linked again', async () => {
    const bot = await startBot();
    await bot.press(helen, await inChannel(bot), 'Link it for the cohort', {}, place);
    const again = await inChannel(bot);
    const unlinked = await bot.press(helen, again, 'Unlink it', {}, place);
    expect(textOf(unlinked)).toContain('I post nothing here any more');
    expect(await linkedAs(bot, 'cohort')).toBeUndefined();
    expect(textOf(await bot.press(helen, again, 'Unlink it', {}, place))).toContain('not linked');
    const open = await bot.press(helen, unlinked, 'Link it again', {}, place);
    await bot.press(helen, open, 'Link it for the cohort', {}, place);
    expect(await linkedAs(bot, 'cohort')).toBe(place.channel.id);
  });

  test('When the hub has a channel of the kind already, the card names the one that would be replaced', async () => {
    const bot = await startBot();
    const open = await inChannel(bot);
    expect(textOf(open)).toContain('Linked now: Hub leads');
    expect(textOf(open)).toContain('Linked now: General');
    const done = await bot.press(helen, open, 'Link it for the cohort', {}, place);
    const again = await bot.press(helen, done, 'Change what it is for', {}, place);
    expect(textOf(again)).toContain('This is the cohort’s channel');
    expect(textOf(again)).not.toContain('Linked now: General');
  });

  test('When the same click comes twice at once, the channel is linked once', async () => {
    const bot = await startBot();
    const link = () => bot.execute(helen, 'x', 'channels.link', { hubId: 'demo', use: 'cohort' }, place);
    await Promise.all([link(), link(), link()]);
    const [claim] = await bot.records(`channel:${place.channel.id}`, 'channel-claim');
    const channels = await bot.records('hub:demo', 'channel');
    const linked = channels.find(({ use }) => use === 'cohort');
    expect(linked).toMatchObject({ conversationId: place.channel.id });
    expect(claim?.linking).toMatchObject({ link: linked?.link });
    expect(await bot.records(`team:${place.team.id}`, 'team-channel')).toMatchObject([{ link: linked?.link }]);
    const audits = await bot.records('hub:demo', 'audit');
    expect(audits.filter(({ subject }) => subject === place.channel.id)).toHaveLength(1);
  });

  test('When its hub is closed, a sentence says so, and nothing is linked', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, tess);
    const link = () => bot.execute(tess, 'x', 'channels.link', { hubId: 'glow', use: 'cohort' }, place);
    await link();
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    await bot.execute(colin, 'x', 'hubs.end-now', { op: 'end', hubId: 'glow' });
    expect(await bot.records('hub:glow', 'channel')).toMatchObject([{ gone: true }]);
    expect(await bot.records(`channel:${place.channel.id}`, 'channel-claim')).toEqual([]);
    expect(await bot.records(`team:${place.team.id}`, 'team-channel')).toEqual([]);
    expect(textOf(await link())).toContain('GLOW is closed');
    expect(await bot.records(`channel:${place.channel.id}`, 'channel-claim')).toEqual([]);
  });

  test('When two channels take turns, the one that is not linked is free each time', async () => {
    const bot = await startBot();
    const other = channel(team('A hub'), 'Other talk');
    for (const [minute, where] of [place, other, place, other].entries()) {
      bot.setNow(new Date(`2026-03-02T10:0${minute}:00Z`));
      await bot.execute(helen, 'x', 'channels.link', { hubId: 'demo', use: 'cohort' }, where);
    }
    expect(await linkedAs(bot, 'cohort')).toBe(other.channel.id);
    expect(await bot.records(`channel:${place.channel.id}`, 'channel-claim')).toEqual([]);
    const tasks = await bot.records('hub:demo', 'task');
    expect(tasks.filter(({ owed }) => JSON.stringify(owed).includes('free-channel'))).toHaveLength(4);
  });

  test('When anybody but a lead asks or forges the clicks, nothing changes', async () => {
    const bot = await startBot();
    const before = await bot.records('hub:demo', 'channel');
    for (const who of [tess, ana, colin]) {
      const answers = [
        await inChannel(bot, who),
        await bot.execute(who, 'x', 'channels.open', { hubId: 'demo' }, place),
        await bot.execute(who, 'x', 'channels.check', { hubId: 'demo' }, place),
        await bot.execute(who, 'x', 'channels.link', { hubId: 'demo', use: 'leads' }, place),
      ];
      for (const answer of answers) expect(textOf(answer)).toContain('Only a lead of the hub');
    }
    expect(await bot.records('hub:demo', 'channel')).toEqual(before);
  });

  test('When a lead asks for it in a chat, they are told where to', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(helen, 'link'))).toContain('mention me with “link” in the channel');
    const before = await bot.records('hub:demo', 'channel');
    const group = groupChat('Leads, privately');
    const inGroup = await bot.say(helen, 'link', group);
    expect(textOf(inGroup)).toContain('mention me with “link” in the channel');
    const forged = [
      ['channels.open', { hubId: 'demo' }],
      ['channels.check', { hubId: 'demo' }],
      ['channels.link', { hubId: 'demo', use: 'leads' }],
      ['channels.unlink', {}],
    ] as const;
    for (const [verb, data] of forged) {
      for (const where of [undefined, group]) {
        const answer = await bot.execute(helen, 'x', verb, data, where);
        expect(textOf(answer)).toContain('mention me with “link” in the channel');
      }
    }
    expect(await bot.records('hub:demo', 'channel')).toEqual(before);
  });
});

test('When Teams moves a linked channel to another service URL, the next post goes there', async () => {
  const bot = await startBot();
  await bot.press(helen, await inChannel(bot), 'Link it for the cohort', {}, place);
  const moved = bot.teams.url.replace(/\/$/, '');
  await bot.post({ ...bot.from.message(tess, 'help', place), serviceUrl: moved });
  const channels = await bot.records('hub:demo', 'channel');
  expect(channels.find(({ use }) => use === 'cohort')?.serviceUrl).toBe(moved);
});
