import { activitiesFrom, channel, bot as self, type TeamsPerson, team } from './support/activities.ts';
import { demoPerson, type Seen, startBot, stopBots, type TestBot, textOf } from './support/bot.ts';
import { leadSecondHub } from './support/second-hub.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const tess = demoPerson('Tess');
const ana = demoPerson('Ana');
const aTeam = team('A hub');
const anotherTeam = team('Another');
const leads = channel(aTeam, 'Leads talk');
const cohort = channel(aTeam, 'Cohort talk');
const elsewhere = channel(anotherTeam, 'Leads talk');

type Channel = ReturnType<typeof channel>;
type Use = 'leads' | 'cohort';

const link = (bot: TestBot, who: TeamsPerson, hubId: string, use: Use, where: Channel) =>
  bot.execute(who, 'x', 'channels.link', { hubId, use }, where);

/** A bot that Helen has spoken to, with both of her hub's channels in one team. */
async function withBothLinked() {
  const bot = await startBot();
  await bot.say(helen, 'help');
  await link(bot, helen, 'demo', 'leads', leads);
  await link(bot, helen, 'demo', 'cohort', cohort);
  return bot;
}

/** What a hub has linked now, by use. */
async function linked(bot: TestBot, hubId = 'demo'): Promise<Partial<Record<Use, unknown>>> {
  const records = await bot.records(`hub:${hubId}`, 'channel');
  return Object.fromEntries(
    records.filter(({ gone }) => !gone).map(({ use, conversationId }) => [use, conversationId]),
  );
}

/** The cards somebody was sent with these words in them. */
async function told(bot: TestBot, who: TeamsPerson, words: string): Promise<string[]> {
  await bot.deliver();
  const home = bot.from.message(who, 'x').conversation.id;
  const cards = bot.teams.sent(home).map((posted) => {
    const { attachments } = posted as { attachments?: { content: Seen['card'] }[] };
    return textOf({ card: attachments?.[0]?.content, id: posted.id, conversationId: home } as Seen);
  });
  return cards.filter((text) => text.includes(words));
}

/** Posts an event as Teams does: at once in two, then once more, and again half a minute later. */
async function happen(bot: TestBot, event: object) {
  await Promise.all([bot.post(event), bot.post(event)]);
  await bot.post(event);
  bot.setNow(new Date('2026-03-02T10:00:30Z'));
  await bot.post(event);
}

const free = async (bot: TestBot, where: Channel) =>
  (await bot.records(`channel:${where.channel.id}`, 'channel-claim')).length === 0;

const from = activitiesFrom('');
type From = typeof from;
const wide: [string, (from: From) => object, string][] = [
  ['teamArchived', (from) => from.teamChanged('teamArchived', ana, aTeam), 'Its team was archived'],
  ['teamDeleted', (from) => from.teamChanged('teamDeleted', ana, aTeam), 'Its team was deleted'],
  ['teamHardDeleted', (from) => from.teamChanged('teamHardDeleted', ana, aTeam), 'Its team was deleted'],
  ['the bot’s removal', (from) => from.membersRemoved(ana, [self], aTeam), 'I was removed from it'],
  ['the app’s removal', (from) => from.installation('remove', ana, channel(aTeam)), 'I was removed from it'],
];

describe('When a team is lost', () => {
  test.each(wide)('by %s, every channel linked there is let go, and its leads are told once', async (_, event, why) => {
    const bot = await withBothLinked();
    await leadSecondHub(bot, tess);
    const glows = channel(aTeam, 'Glow talk');
    await link(bot, tess, 'glow', 'cohort', glows);
    await happen(bot, event(bot.from));
    expect([await linked(bot), await linked(bot, 'glow')]).toEqual([{}, {}]);
    for (const where of [leads, cohort, glows]) expect(await free(bot, where)).toBe(true);
    expect(await bot.records(`team:${aTeam.id}`, 'team-channel')).toEqual([]);
    const lost = await told(bot, helen, 'can no longer post');
    expect(lost).toHaveLength(2);
    expect(lost.filter((text) => text.includes('in the leads’ channel') && text.includes('Leads talk'))).toHaveLength(
      1,
    );
    expect(
      lost.filter((text) => text.includes('in the cohort’s channel') && text.includes('Cohort talk')),
    ).toHaveLength(1);
    for (const text of lost) expect(text).toMatch(new RegExp(`${why}.*[\\s\\S]*mention me with “link”`));
    expect(await told(bot, tess, 'can no longer post')).toHaveLength(1);
  });

  test('the channels of other teams stay', async () => {
    const bot = await withBothLinked();
    await link(bot, helen, 'demo', 'leads', elsewhere);
    await happen(bot, bot.from.teamChanged('teamArchived', ana, aTeam));
    expect(await linked(bot)).toEqual({ leads: elsewhere.channel.id });
    expect(await told(bot, helen, 'can no longer post')).toHaveLength(1);
  });

  test('its General channel is lost with it, by name', async () => {
    const bot = await withBothLinked();
    await link(bot, helen, 'demo', 'cohort', channel(aTeam));
    await happen(bot, bot.from.teamChanged('teamArchived', ana, aTeam));
    expect(await linked(bot)).toEqual({});
    expect((await told(bot, helen, 'in the cohort’s channel')).join()).toContain('General');
  });

  test('and linked again before the news went out, nobody is told', async () => {
    const bot = await withBothLinked();
    bot.teams.inject({ status: 429, retryAfter: 60, times: 2 });
    await bot.post(bot.from.teamChanged('teamArchived', ana, aTeam));
    await bot.deliver();
    bot.setNow(new Date('2026-03-02T10:00:10Z'));
    await link(bot, helen, 'demo', 'leads', leads);
    bot.setNow(new Date('2026-03-02T10:05:00Z'));
    expect(await linked(bot)).toEqual({ leads: leads.channel.id });
    expect(await told(bot, helen, 'in the leads’ channel')).toEqual([]);
    expect(await told(bot, helen, 'in the cohort’s channel')).toHaveLength(1);
  });

  test('a second time, after it was linked again, its leads are told a second time', async () => {
    const bot = await withBothLinked();
    await happen(bot, bot.from.teamChanged('teamArchived', ana, aTeam));
    expect(await told(bot, helen, 'can no longer post')).toHaveLength(2);
    await bot.post(bot.from.teamChanged('teamUnarchived', ana, aTeam));
    await link(bot, helen, 'demo', 'leads', leads);
    expect(await linked(bot)).toEqual({ leads: leads.channel.id });
    bot.setNow(new Date('2026-03-02T11:00:00Z'));
    await happen(bot, bot.from.teamChanged('teamArchived', ana, aTeam));
    expect(await told(bot, helen, 'can no longer post')).toHaveLength(3);
  });

  test('and its id was never given, at least the channel named is let go', async () => {
    const bot = await startBot();
    await bot.say(helen, 'help');
    const press = bot.from.execute(helen, 'x', { verb: 'channels.link', data: { hubId: 'demo', use: 'leads' } }, leads);
    const nameless = { channel: leads.channel, tenant: { id: helen.tenantId } };
    await bot.post({ ...press, channelData: nameless });
    expect(await linked(bot)).toMatchObject({ leads: leads.channel.id });
    await happen(bot, {
      ...bot.from.teamChanged('teamArchived', ana, aTeam),
      channelData: { ...nameless, eventType: 'teamArchived' },
    });
    expect(await linked(bot)).not.toHaveProperty('leads');
    expect(await told(bot, helen, 'can no longer post')).toHaveLength(1);
  });

  test('but somebody else was taken out of it, or the bot out of a chat, nothing changes', async () => {
    const bot = await withBothLinked();
    const before = await linked(bot);
    await happen(bot, bot.from.membersRemoved(helen, [ana], aTeam));
    await happen(bot, bot.from.installation('remove', helen));
    await happen(bot, bot.from.teamChanged('teamRenamed', ana, aTeam));
    expect(await linked(bot)).toEqual(before);
    expect(await told(bot, helen, 'can no longer post')).toEqual([]);
  });

  test('and it is unlinked channels that were there, nobody is told', async () => {
    const bot = await withBothLinked();
    await bot.execute(helen, 'x', 'channels.unlink', {}, cohort);
    await happen(bot, bot.from.membersRemoved(ana, [self], aTeam));
    expect(await told(bot, helen, 'in the cohort’s channel')).toEqual([]);
    expect(await told(bot, helen, 'in the leads’ channel')).toHaveLength(1);
  });
});

describe('When one channel is lost', () => {
  test.each([
    ['it was deleted', (from: From) => from.channelChanged('channelDeleted', ana, leads), 'The channel was deleted'],
    [
      'the bot was taken out of it',
      (from: From) => ({ ...from.channelChanged('channelMemberRemoved', ana, leads), membersRemoved: [self] }),
      'I was removed from it',
    ],
  ])('because %s, its leads are told once, and the others of the team stay', async (_, event, why) => {
    const bot = await withBothLinked();
    await happen(bot, event(bot.from));
    expect(await linked(bot)).toEqual({ cohort: cohort.channel.id });
    expect(await free(bot, leads)).toBe(true);
    const [card = '', ...more] = await told(bot, helen, 'can no longer post');
    expect(more).toEqual([]);
    expect(card).toContain(why);
    expect(card).toContain('mention me with “link”');
    expect(card).toContain('See the applications');
    const audits = await bot.records('hub:demo', 'audit');
    expect(audits.filter(({ event }) => String(event).startsWith('channel-lost'))).toHaveLength(1);
  });

  test('and restored, its leads are told nothing more, and another hub may link it', async () => {
    const bot = await withBothLinked();
    await happen(bot, bot.from.channelChanged('channelDeleted', ana, leads));
    await happen(bot, bot.from.channelChanged('channelRestored', ana, leads));
    expect(await told(bot, helen, '')).toHaveLength((await told(bot, helen, 'can no longer post')).length + 1);
    await leadSecondHub(bot, tess);
    await link(bot, tess, 'glow', 'leads', leads);
    expect(await linked(bot, 'glow')).toEqual({ leads: leads.channel.id });
  });
});

describe('When a linked channel is renamed', () => {
  const renamed = (name: string) => ({ ...cohort, channel: { ...cohort.channel, name } });

  test('it stays linked, and its leads are told the new name once', async () => {
    const bot = await withBothLinked();
    await happen(bot, bot.from.channelChanged('channelRenamed', ana, renamed('Year *one*')));
    expect(await linked(bot)).toMatchObject({ cohort: cohort.channel.id });
    const [card = '', ...more] = await told(bot, helen, 'is now called');
    expect(more).toEqual([]);
    expect(card).toContain('The cohort’s channel of Demo Maths Hub is now called Year *one*. I go on posting there.');
    const open = await bot.say(helen, 'link', leads);
    expect(textOf(open)).toContain('Linked now: Year *one*');
  });

  test('twice, they are told twice', async () => {
    const bot = await withBothLinked();
    await bot.post(bot.from.channelChanged('channelRenamed', ana, renamed('One')));
    expect(await told(bot, helen, 'is now called One')).toHaveLength(1);
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    await bot.post(bot.from.channelChanged('channelRenamed', ana, renamed('Two')));
    expect(await told(bot, helen, 'is now called Two')).toHaveLength(1);
  });

  test('but linked by nobody, nobody is told', async () => {
    const bot = await withBothLinked();
    await bot.post(bot.from.channelChanged('channelRenamed', ana, channel(aTeam, 'Other talk')));
    await bot.post(bot.from.channelChanged('channelRenamed', ana, channel(aTeam)));
    expect(await told(bot, helen, 'is now called')).toEqual([]);
  });
});

/** Lets no commit to such a partition through until it is put right. */
function breakPartition(bot: TestBot, broken: string): () => void {
  const { commit } = bot.store;
  bot.store.commit = async (partition, changes) =>
    partition === broken ? { kind: 'unavailable', reason: 'broken by the test' } : commit(partition, changes);
  return () => {
    bot.store.commit = commit;
  };
}

describe('When the store fails half way', () => {
  test('through the loss of a team, the rest is let go as soon as it is back', async () => {
    const bot = await withBothLinked();
    const mend = breakPartition(bot, 'hub:demo');
    await bot.post(bot.from.teamChanged('teamArchived', ana, aTeam));
    mend();
    expect(await linked(bot)).toEqual({ leads: leads.channel.id, cohort: cohort.channel.id });
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    expect(await told(bot, helen, 'can no longer post')).toHaveLength(2);
    expect(await linked(bot)).toEqual({});
    expect([await free(bot, leads), await free(bot, cohort)]).toEqual([true, true]);
  });

  test('and a team lost that way has its channel linked again before, that one stays', async () => {
    const bot = await withBothLinked();
    const mend = breakPartition(bot, 'hub:demo');
    await bot.post(bot.from.teamChanged('teamArchived', ana, aTeam));
    mend();
    await link(bot, helen, 'demo', 'leads', leads);
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    expect(await told(bot, helen, 'can no longer post')).toHaveLength(1);
    expect(await linked(bot)).toEqual({ leads: leads.channel.id });
  });

  test('through unlinking, and the channel is linked again, it stays linked and claimed', async () => {
    const bot = await withBothLinked();
    const mend = breakPartition(bot, `channel:${leads.channel.id}`);
    await bot.execute(helen, 'x', 'channels.unlink', {}, leads);
    mend();
    expect([await linked(bot), await free(bot, leads)]).toEqual([{ cohort: cohort.channel.id }, false]);
    await link(bot, helen, 'demo', 'leads', leads);
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    await bot.deliver();
    expect(await linked(bot)).toMatchObject({ leads: leads.channel.id });
    expect(await free(bot, leads)).toBe(false);
    expect(await bot.records(`team:${aTeam.id}`, 'team-channel')).toHaveLength(2);
  });

  test('through linking, and it is unlinked again before, it stays unlinked and free', async () => {
    const bot = await withBothLinked();
    const other = channel(aTeam, 'Other talk');
    const mend = breakPartition(bot, 'hub:demo');
    await link(bot, helen, 'demo', 'leads', other);
    mend();
    expect(textOf(await bot.execute(helen, 'x', 'channels.unlink', {}, other))).toContain('I post nothing here');
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    await bot.deliver();
    expect(await linked(bot)).toMatchObject({ leads: leads.channel.id });
    expect(await free(bot, other)).toBe(true);
  });

  test('through linking, and another was linked before it came to that, the one chosen last stays', async () => {
    const bot = await withBothLinked();
    const other = channel(aTeam, 'Other talk');
    const mend = breakPartition(bot, 'hub:demo');
    await link(bot, helen, 'demo', 'leads', other);
    mend();
    bot.setNow(new Date('2026-03-02T10:00:00.500Z'));
    await link(bot, helen, 'demo', 'leads', elsewhere);
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    await bot.deliver();
    expect(await linked(bot)).toMatchObject({ leads: elsewhere.channel.id });
    expect([await free(bot, other), await free(bot, elsewhere)]).toEqual([true, false]);
  });
});

/** Lets something happen just before the next commit to a partition. */
function justBefore(bot: TestBot, awaited: string, act: () => Promise<unknown>): void {
  const { commit } = bot.store;
  bot.store.commit = async (partition, changes) => {
    if (partition === awaited && bot.store.commit !== commit) {
      bot.store.commit = commit;
      await act();
    }
    return commit(partition, changes);
  };
}

describe('When something else happens in the same moment', () => {
  const other = channel(aTeam, 'Other talk');
  const unlink = (bot: TestBot) => bot.execute(helen, 'x', 'channels.unlink', {}, other);

  test('as a channel is linked, and that is its unlinking, the hub does not keep it', async () => {
    const bot = await withBothLinked();
    justBefore(bot, 'hub:demo', () => unlink(bot));
    await link(bot, helen, 'demo', 'leads', other);
    expect(await linked(bot)).toEqual({ cohort: cohort.channel.id });
    expect(await free(bot, other)).toBe(true);
    expect(await bot.records(`team:${aTeam.id}`, 'team-channel')).toHaveLength(1);
  });

  test('as a channel is linked, and that is its unlinking and linking for another use, the later one holds', async () => {
    const bot = await withBothLinked();
    justBefore(bot, 'hub:demo', async () => {
      await unlink(bot);
      bot.setNow(new Date('2026-03-02T10:00:01Z'));
      await link(bot, helen, 'demo', 'cohort', other);
    });
    await link(bot, helen, 'demo', 'leads', other);
    expect(await linked(bot)).toEqual({ leads: leads.channel.id, cohort: other.channel.id });
    expect(await free(bot, other)).toBe(false);
  });

  test('as a channel is linked, and that is the end of its hub, it is nobody’s', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, tess);
    justBefore(bot, 'hub:glow', () =>
      bot.execute(demoPerson('Colin'), 'x', 'hubs.end-now', { op: 'end', hubId: 'glow' }),
    );
    await link(bot, tess, 'glow', 'leads', other);
    expect(await linked(bot, 'glow')).toEqual({});
    expect(await free(bot, other)).toBe(true);
  });

  test('as a channel is lost, and that is its linking anew, the new one stays and nobody is told', async () => {
    const bot = await withBothLinked();
    justBefore(bot, 'hub:demo', async () => {
      bot.setNow(new Date('2026-03-02T10:00:20Z'));
      await link(bot, helen, 'demo', 'leads', leads);
    });
    await bot.post(bot.from.channelChanged('channelDeleted', ana, leads));
    expect(await linked(bot)).toMatchObject({ leads: leads.channel.id });
    expect(await free(bot, leads)).toBe(false);
    expect(await told(bot, helen, 'can no longer post')).toEqual([]);
  });
});
