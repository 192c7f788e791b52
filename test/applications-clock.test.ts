import type { Actor } from '../services/access.ts';
import { applicationIdOf, applicationRecord } from '../services/applications/application.ts';
import { linesOf } from '../services/applications/lines.ts';
import { type By, type Moved, moveApplication } from '../services/applications/move.ts';
import type { Movement } from '../services/applications/movement.ts';
import { placesRecord } from '../services/applications/places.ts';
import { demoTeam } from '../services/demo/people.ts';
import { openCosmos } from '../services/store/cosmos.ts';
import type { StoreRecord } from '../services/store/store.ts';
import type { Place, TeamsPerson } from './support/activities.ts';
import {
  demoPerson,
  leadsChannelId,
  type Seen,
  startBot,
  stopBots,
  stranger,
  type TestBot,
  textOf,
} from './support/bot.ts';
import { startCosmosServer } from './support/cosmos-server.ts';
import { apply } from './support/flows.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');
const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const leads: Place = {
  kind: 'channel',
  team: { id: demoTeam.id, name: 'Demo', aadGroupId: demoTeam.groupId },
  channel: { id: leadsChannelId },
};

const helenLeads: By = { who: 'lead', actor: actor(helen, ['lead']) };
function actor({ aadObjectId, name, tenantId }: TeamsPerson, roles: ('lead' | 'specialist')[] = []): Actor {
  return { personId: aadObjectId, name, tenantId, coordinator: false, hubs: new Map([['demo', roles]]) };
}

const applicationsOf = async (bot: TestBot) =>
  (await bot.records('hub:demo', 'application')).map((record) => applicationRecord.parse(record));

/** Moves the application of this name in the demo hub. */
async function move(bot: TestBot, name: string, by: By | 'applicant', movement: Movement): Promise<Moved> {
  const found = (await applicationsOf(bot)).find(({ answers }) => answers.name === name);
  if (!found) throw new Error(`no application of ${name}`);
  const themselves = {
    personId: found.person ?? '',
    name,
    tenantId: found.tenantId,
    coordinator: false,
    hubs: new Map(),
  };
  const mover = by === 'applicant' ? { who: by, actor: themselves } : by;
  const where = { op: crypto.randomUUID(), hubId: 'demo', applicationId: applicationIdOf(found) };
  const moved = await moveApplication(bot.deps, mover, where, movement);
  if (moved.kind !== 'moved') throw new Error(`${movement.event}: ${moved.kind}`);
  return moved;
}
const head = { name: 'Dr Lowe', role: 'Headteacher' };
const endorse = (bot: TestBot, name: string) =>
  move(bot, name, { who: 'headteacher', link: 1 }, { event: 'endorse', ...head });
const offer = (bot: TestBot, name: string, until: string) => move(bot, name, helenLeads, { event: 'offer', until });

const at = (bot: TestBot, iso: string) => bot.setNow(new Date(iso));
/** Lets the clock strike at these instants, one after the other. */
async function pass(bot: TestBot, ...instants: string[]): Promise<void> {
  for (const instant of instants) {
    at(bot, instant);
    await bot.runSchedule();
    await bot.deliver();
  }
}
const seenAs = ({ id, conversationId, attachments }: Record<string, unknown>): Seen => ({
  id: String(id),
  conversationId: String(conversationId),
  card: (attachments as { content: Seen['card'] & object }[])[0]?.content,
});
const cardsIn = (bot: TestBot, is: (conversationId: string) => boolean): Seen[] =>
  bot.teams
    .sent()
    .filter(({ conversationId, attachments }) => attachments && is(conversationId))
    .map(seenAs);
const digests = (bot: TestBot) =>
  cardsIn(bot, (id) => id.startsWith(leadsChannelId))
    .map(textOf)
    .filter((text) => text.includes('For the leads'));
const inbox = (bot: TestBot, who: TeamsPerson) => {
  const chat = bot.from.message(who, '').conversation.id;
  return cardsIn(bot, (id) => id === chat).map(textOf);
};
const remindersTo = (bot: TestBot, who: TeamsPerson) =>
  inbox(bot, who).filter((text) => text.includes('You get this because you applied. Only you see it.'));
const setHolidays = (bot: TestBot, holidays: string) =>
  bot.execute(colin, 'card', 'cohort.save', { op: 'holidays', cohort: '10', name: '10', holidays });

describe('Reminding applicants', () => {
  test('When the headteacher has not answered, the applicant is reminded after 5 and 10 working days at 9, Easter not counting', async () => {
    const bot = await startBot({ now: new Date('2026-03-27T16:00:00Z') });
    await apply(bot, tess);
    // Friday 27 March; Good Friday is 3 April, Easter Monday 6 April: the fifth working day is Tuesday 7 April.
    await pass(bot, '2026-04-02T08:00:00Z', '2026-04-03T09:00:00Z', '2026-04-06T09:00:00Z', '2026-04-07T07:59:00Z');
    expect(remindersTo(bot, tess)).toEqual([]);
    await pass(bot, '2026-04-07T08:00:00Z', '2026-04-07T09:00:00Z', '2026-04-13T09:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(1);
    expect(remindersTo(bot, tess)[0]).toContain('Your headteacher has not answered yet');
    await pass(bot, '2026-04-14T08:00:00Z', '2026-05-14T08:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(2);
    expect(remindersTo(bot, tess)[1]).toContain('still waits for your headteacher');
    expect(await applicationsOf(bot)).toMatchObject([
      { reminded: ['endorsement-5:2026-04-07', 'endorsement-10:2026-04-14'] },
    ]);
  });

  test('When summer time begins in between, it is 9 in England all the same', async () => {
    const bot = await startBot({ now: new Date('2026-03-24T10:00:00Z') });
    await apply(bot, tess);
    const [application] = await applicationsOf(bot);
    expect(application?.due).toBe('2026-03-31T08:00:00.000Z');
    const winter = await startBot({ now: new Date('2026-03-02T10:00:00Z') });
    await apply(winter, tess);
    expect((await applicationsOf(winter))[0]?.due).toBe('2026-03-09T09:00:00.000Z');
  });

  test('When the headteacher has endorsed it, or it was withdrawn, nobody is reminded', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    const other = stranger('Wanda Withdraws');
    await apply(bot, other);
    at(bot, '2026-03-06T10:00:00Z');
    await endorse(bot, tess.name);
    await move(bot, other.name, 'applicant', { event: 'withdraw' });
    await pass(bot, '2026-03-09T10:00:00Z', '2026-03-16T10:00:00Z');
    expect(remindersTo(bot, tess)).toEqual([]);
    expect(remindersTo(bot, other)).toEqual([]);
  });

  test('When the headteacher did not agree, nobody is told that they have not answered, until a new link is made', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    at(bot, '2026-03-06T10:00:00Z');
    await move(bot, tess.name, { who: 'headteacher', link: 1 }, { event: 'refuse-endorsement', ...head, words: 'No.' });
    await pass(bot, '2026-03-09T10:00:00Z', '2026-03-16T10:00:00Z');
    expect(remindersTo(bot, tess)).toEqual([]);
    const standing = textOf(await bot.say(tess, 'my application'));
    expect(standing).toContain('Your headteacher did not agree');
    expect(standing).toContain('make a new link');
    expect(standing).toContain('Who is being waited for\nYou');
    expect(standing).not.toContain('The link is good until');
    const next = textOf(await bot.say(tess, 'what next'));
    expect(next).toContain('Your headteacher did not agree');
    expect(next).not.toContain('Forward the link to your headteacher');
    await move(bot, tess.name, 'applicant', { event: 'renew-link', until: '2026-04-15T10:00:00.000Z' });
    const waiting = textOf(await bot.say(tess, 'my application'));
    expect(waiting).toContain('Your application waits for your headteacher');
    expect(waiting).toContain('The link is good until\n15 April 2026');
    await pass(bot, '2026-03-23T10:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(1);
  });

  test('When it was done between the reminder and its sending, it is not sent', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    at(bot, '2026-03-09T10:00:00Z');
    await bot.deliver();
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) => {
      const outcome = await commit(partition, changes);
      const reminds = changes.some(
        ({ kind, ...rest }) => kind === 'put' && JSON.stringify(rest).includes('application-reminder'),
      );
      if (!reminds || outcome.kind !== 'committed') return outcome;
      bot.store.commit = commit;
      await endorse(bot, tess.name);
      return outcome;
    };
    await bot.runSchedule();
    await bot.deliver();
    expect(remindersTo(bot, tess)).toEqual([]);
  });

  test('When the bot stood still over both days, only the newest reminder goes out', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await pass(bot, '2026-03-21T10:00:00Z');
    expect(remindersTo(bot, tess)).toEqual([]);
    await pass(bot, '2026-03-23T22:00:00Z', '2026-03-24T10:00:00Z', '2026-03-25T10:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(1);
    expect(remindersTo(bot, tess)[0]).toContain('still waits');
  });

  test('When a new link was made, the days count from it', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await pass(bot, '2026-03-09T10:00:00Z');
    await move(bot, tess.name, 'applicant', { event: 'renew-link', until: '2026-04-09T10:00:00.000Z' });
    await pass(bot, '2026-03-13T10:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(1);
    await pass(bot, '2026-03-16T10:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(2);
    expect(remindersTo(bot, tess)[1]).toContain('has not answered yet');
  });

  test('When a place is offered, the applicant is reminded half way and two school days before the last, holidays not counting', async () => {
    const bot = await startBot({ now: new Date('2026-03-26T10:00:00Z') });
    // Easter holidays: Monday 30 March to Friday 10 April.
    await setHolidays(bot, '2026-03-30 to 2026-04-10');
    await apply(bot, tess);
    await endorse(bot, tess.name);
    // Ten school days: 27 March, then Monday 13 April to Thursday 23 April.
    await offer(bot, tess.name, '2026-04-23');
    await pass(bot, '2026-04-02T09:00:00Z', '2026-04-15T10:00:00Z');
    expect(remindersTo(bot, tess)).toEqual([]);
    await pass(bot, '2026-04-16T08:00:00Z', '2026-04-20T08:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(1);
    expect(remindersTo(bot, tess)[0]).toContain('keeping a place for you');
    expect(remindersTo(bot, tess)[0]).toContain('Thursday 23 April 2026');
    await pass(bot, '2026-04-21T08:00:00Z', '2026-04-23T08:00:00Z', '2026-04-27T08:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(2);
    expect(remindersTo(bot, tess)[1]).toContain('The last day to accept your place is near');
  });

  test('When the offer was extended, its reminders begin anew; when it was accepted, they end', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await endorse(bot, tess.name);
    await offer(bot, tess.name, '2026-03-09');
    await pass(bot, '2026-03-04T10:00:00Z', '2026-03-05T10:00:00Z', '2026-03-06T10:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(2);
    await move(bot, tess.name, helenLeads, { event: 'extend', until: '2026-03-20' });
    await pass(bot, '2026-03-13T10:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(3);
    await move(bot, tess.name, 'applicant', { event: 'accept' });
    await pass(bot, '2026-03-18T10:00:00Z', '2026-03-23T10:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(3);
  });

  test('When holidays are entered after the offer was made, the reminder waits for school to begin again', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await endorse(bot, tess.name);
    await offer(bot, tess.name, '2026-03-16');
    await setHolidays(bot, '2026-03-03 to 2026-03-11');
    await pass(bot, '2026-03-09T10:00:00Z');
    expect(remindersTo(bot, tess)).toEqual([]);
    await pass(bot, '2026-03-12T10:00:00Z');
    expect(remindersTo(bot, tess)).toHaveLength(1);
  });
});

describe('The digest', () => {
  test('When people applied, the leads get one card the next working day at 8, with names and places', async () => {
    const bot = await startBot({ now: new Date('2026-03-06T10:00:00Z') });
    await apply(bot, tess);
    at(bot, '2026-03-06T11:00:00Z');
    await apply(bot, stranger('Sue Second'));
    await endorse(bot, tess.name);
    await pass(bot, '2026-03-07T08:00:00Z', '2026-03-08T08:00:00Z', '2026-03-09T07:55:00Z');
    expect(digests(bot)).toEqual([]);
    await pass(bot, '2026-03-09T08:00:00Z', '2026-03-09T08:05:00Z', '2026-03-09T12:00:00Z');
    expect(digests(bot)).toHaveLength(1);
    const [text = ''] = digests(bot);
    expect(text).toContain('Applications on Monday 9 March 2026');
    expect(text).toContain('New applications\n2: Tess Okafor and Sue Second');
    expect(text).toContain('Endorsed by the headteacher\n1: Tess Okafor');
    expect(text).toContain('0 of 6 places are offered or accepted');
    expect(text).toContain('With you to decide\n1');
  });

  test('When nothing has happened since and applications are open, there is no card; what comes later that day is told the day after', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await endorse(bot, tess.name);
    await pass(bot, '2026-03-03T08:00:00Z', '2026-03-04T08:00:00Z');
    expect(digests(bot)).toHaveLength(1);
    at(bot, '2026-03-04T11:00:00Z');
    await apply(bot, stranger('Sue Second'));
    await pass(bot, '2026-03-04T12:00:00Z');
    expect(digests(bot)).toHaveLength(1);
    await pass(bot, '2026-03-05T08:00:00Z');
    expect(digests(bot)).toHaveLength(2);
    expect(digests(bot)[1]).toContain('1: Sue Second');
    expect(digests(bot)[1]).not.toContain('Tess Okafor');
  });

  test('When applications have closed, what waits to be decided or endorsed brings the card every working day', async () => {
    const bot = await startBot({ now: new Date('2026-03-02T10:00:00Z') });
    await apply(bot, tess);
    await apply(bot, stranger('Una Unendorsed'));
    await endorse(bot, tess.name);
    await pass(bot, '2026-03-03T08:00:00Z', '2026-04-13T07:00:00Z');
    expect(digests(bot)).toHaveLength(1);
    await pass(bot, '2026-04-14T07:00:00Z', '2026-04-15T07:00:00Z');
    expect(digests(bot)).toHaveLength(3);
    expect(digests(bot)[2]).toContain('Nothing new since the last of these');
    expect(digests(bot)[2]).toContain('With you to decide\n1');
    expect(digests(bot)[2]).toContain('Without an endorsement, now that applications are closed\n1');
  });

  test('When an offer’s last day has gone by, it stands in the digest until a lead extends it or passes it on', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await endorse(bot, tess.name);
    await offer(bot, tess.name, '2026-03-10');
    await pass(bot, '2026-03-03T08:00:00Z', '2026-03-10T08:00:00Z');
    expect(digests(bot)).toHaveLength(1);
    await pass(bot, '2026-03-11T08:00:00Z', '2026-03-12T08:00:00Z');
    expect(digests(bot)).toHaveLength(3);
    expect(digests(bot)[2]).toContain('Tess Okafor, last day Tuesday 10 March 2026');
    expect(digests(bot)[2]).toContain('1 of 6 places is offered or accepted');
    await move(bot, tess.name, helenLeads, { event: 'extend', until: '2026-03-17' });
    await pass(bot, '2026-03-13T08:00:00Z');
    expect(digests(bot)).toHaveLength(3);
    await pass(bot, '2026-03-18T08:00:00Z');
    expect(digests(bot)).toHaveLength(4);
    await move(bot, tess.name, helenLeads, { event: 'pass-on' });
    await pass(bot, '2026-03-19T08:00:00Z');
    expect(digests(bot)).toHaveLength(4);
  });

  test('When applicants answered or withdrew, the leads read of it', async () => {
    const bot = await startBot();
    const ann = stranger('Ann Accepts');
    const tom = stranger('Tom Turns');
    const wes = stranger('Wes Withdraws');
    for (const who of [ann, tom, wes]) {
      await apply(bot, who);
      await endorse(bot, who.name);
      await offer(bot, who.name, '2026-03-20');
    }
    await pass(bot, '2026-03-03T08:00:00Z');
    at(bot, '2026-03-03T10:00:00Z');
    await move(bot, ann.name, 'applicant', { event: 'accept' });
    await move(bot, tom.name, 'applicant', { event: 'turn-down' });
    await move(bot, wes.name, 'applicant', { event: 'withdraw' });
    await pass(bot, '2026-03-04T08:00:00Z');
    const text = digests(bot).at(-1);
    expect(text).toContain('Accepted their place\n1: Ann Accepts');
    expect(text).toContain('Turned their place down\n1: Tom Turns');
    expect(text).toContain('Withdrew\n1: Wes Withdraws');
    expect(text).toContain('1 of 6 places is offered or accepted');
  });

  test('When many applied, the card counts them all and names a few', async () => {
    const bot = await startBot();
    for (let n = 1; n <= 8; n++) {
      at(bot, `2026-03-02T10:0${n}:00Z`);
      await apply(bot, stranger(`Teacher ${n}`));
    }
    await pass(bot, '2026-03-03T08:00:00Z');
    expect(digests(bot)[0]).toContain('8: Teacher 1, Teacher 2, Teacher 3, Teacher 4, Teacher 5 and 3 more');
  });

  test('When only a channel for the cohort is linked, no name goes there: each lead reads it in a chat of their own', async () => {
    const bot = await startBot();
    await bot.say(helen, 'help');
    await apply(bot, tess);
    const before = bot.teams.sent().length;
    await bot.execute(helen, 'card', 'channels.unlink', {}, leads);
    await pass(bot, '2026-03-03T08:00:00Z');
    expect(inbox(bot, helen).at(-1)).toContain('New applications\n1: Tess Okafor');
    const elsewhere = bot.teams
      .sent()
      .slice(before)
      .filter(({ conversationId }) => conversationId.startsWith('19:'));
    expect(JSON.stringify(elsewhere)).not.toContain('Tess');
  });

  test('When a lead presses its button in the channel, the digest comes to their own chat, once, and leads on from there', async () => {
    const bot = await startBot();
    await bot.say(helen, 'help');
    await apply(bot, tess);
    await pass(bot, '2026-03-03T08:00:00Z');
    const posted = cardsIn(bot, (id) => id.startsWith(leadsChannelId)).at(-1);
    if (!posted) throw new Error('no digest');
    const answer = await bot.press(helen, posted, 'See applications', {}, leads);
    expect(textOf(answer)).toContain('I have sent this to our own chat');
    expect(textOf(await bot.press(helen, posted, 'See applications', {}, leads))).toContain('already');
    await bot.deliver();
    const chat = bot.from.message(helen, '').conversation.id;
    const mine = cardsIn(bot, (id) => id === chat).filter((seen) => textOf(seen).includes('For the leads'));
    expect(mine).toHaveLength(1);
    const [own] = mine;
    const queue = own && (await bot.press(helen, own, 'See applications'));
    expect(queue && textOf(queue)).toContain('Demo Maths Hub · Applications');
    const stranger = await bot.press(tess, posted, 'See applications', {}, leads);
    expect(textOf(stranger)).toBe('Only the leads of this hub can see its applications.');
  });

  test('When twenty times as many have applied before, the digest reads no more', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await endorse(bot, tess.name);
    await addOthers(bot, 0, 40);
    const few = await readsOf(bot, () => pass(bot, '2026-03-03T08:00:00Z'));
    await addOthers(bot, 40, 800);
    at(bot, '2026-03-03T10:00:00Z');
    await apply(bot, stranger('Sue Second'));
    await endorse(bot, 'Sue Second');
    const many = await readsOf(bot, () => pass(bot, '2026-03-04T08:00:00Z'));
    expect(digests(bot)).toHaveLength(2);
    expect(digests(bot)[1]).toContain('With you to decide\n802');
    expect(many).toBe(few);
  });

  test('When clocks go back, the digest still comes at 8 in England', async () => {
    const bot = await startBot({ now: new Date('2026-10-22T10:00:00Z') });
    await apply(bot, tess);
    // Friday 23 October is in summer time, Monday 26 October is not.
    await pass(bot, '2026-10-23T06:59:00Z');
    expect(digests(bot)).toHaveLength(0);
    await pass(bot, '2026-10-23T07:00:00Z');
    expect(digests(bot)).toHaveLength(1);
    at(bot, '2026-10-24T10:00:00Z');
    await apply(bot, stranger('Sue Second'));
    await pass(bot, '2026-10-26T07:59:00Z');
    expect(digests(bot)).toHaveLength(1);
    await pass(bot, '2026-10-26T08:00:00Z');
    expect(digests(bot)).toHaveLength(2);
  });
});

describe('What the digest counts', () => {
  const refuse = (bot: TestBot, name: string, link: number) =>
    move(bot, name, { who: 'headteacher', link }, { event: 'refuse-endorsement', ...head, words: '' });

  test('When the same happens to somebody twice, they count once and are named once', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    await apply(bot, stranger('Una Unendorsed'));
    await refuse(bot, tess.name, 1);
    at(bot, '2026-03-02T11:00:00Z');
    await move(bot, tess.name, 'applicant', { event: 'renew-link', until: '2026-03-30T10:00:00.000Z' });
    await refuse(bot, tess.name, 2);
    at(bot, '2026-03-02T12:00:00Z');
    await refuse(bot, 'Una Unendorsed', 1);
    await pass(bot, '2026-03-03T08:00:00Z');
    expect(digests(bot)[0]).toContain('Not endorsed by the headteacher\n2: Tess Okafor and Una Unendorsed');
  });

  test('When somebody whose application was with the hub names another school, the leads read of it', async () => {
    const bot = await startBot();
    for (const who of [tess, stranger('Una Unendorsed')]) await apply(bot, who);
    await endorse(bot, tess.name);
    await pass(bot, '2026-03-03T08:00:00Z');
    at(bot, '2026-03-03T10:00:00Z');
    for (const { answers, schoolFacts } of await applicationsOf(bot)) {
      const changes = { answers: { ...answers, headteacher: 'Mr New Head' }, schoolFacts };
      await move(bot, answers.name, 'applicant', { event: 'change-school', ...changes });
    }
    await pass(bot, '2026-03-04T08:00:00Z');
    // It takes nothing from the leads where it waited for its headteacher all the time.
    expect(digests(bot)[1]).toContain('Named another school or headteacher, to be endorsed anew\n1: Tess Okafor');
  });
});

/** More applications that are with the hub, as if they had come long ago. */
async function addOthers(bot: TestBot, from: number, to: number): Promise<void> {
  const [like] = await applicationsOf(bot);
  const places = await bot.store.get({ partition: 'hub:demo', id: 'places:10' });
  if (!like || !places) throw new Error('nobody has applied');
  const others = Array.from({ length: to - from }, (_, n) => ({
    ...like,
    id: `application:10:2026-01-05T10:00:00.000Z:${String(from + n).padStart(5, '0')}`,
    due: undefined,
  }));
  const records: StoreRecord[] = [...others, ...others.flatMap(linesOf)];
  const before = placesRecord.parse(places.record);
  const counts = { ...before.counts, 'with-hub': (before.counts['with-hub'] ?? 0) + others.length };
  records.push({ ...before, counts });
  for (let first = 0; first < records.length; first += 90) {
    const changes = records.slice(first, first + 90).map((record) => ({ kind: 'put' as const, record }));
    await bot.store.commit(
      'hub:demo',
      changes.map((one) => ({ ...one, expect: 'anything' as const })),
    );
  }
}

/** How often the hub's records are asked for meanwhile. */
async function readsOf({ store }: TestBot, work: () => Promise<void>): Promise<number> {
  const { get, list } = store;
  let reads = 0;
  store.get = (key) => {
    if (key.partition === 'hub:demo') reads += 1;
    return get(key);
  };
  store.list = (partition, ...rest) => {
    if (partition === 'hub:demo') reads += 1;
    return list(partition, ...rest);
  };
  await work();
  Object.assign(store, { get, list });
  return reads;
}

test('When two replicas on Cosmos DB strike at the same time, and again, there is one digest and one reminder', async () => {
  const server = await startCosmosServer();
  const { endpoint, key } = server;
  const start = (demo: boolean) =>
    startBot({ demo, store: ({ now }) => openCosmos({ endpoint, key, database: 'd', container: 'c', now }) });
  try {
    const one = await start(true);
    const other = await start(false);
    await apply(one, tess);
    for (const instant of ['2026-03-03T08:00:00Z', '2026-03-09T09:00:00Z', '2026-03-09T09:00:30Z']) {
      for (const bot of [one, other]) at(bot, instant);
      await Promise.all([one.runSchedule(), other.runSchedule()]);
      await Promise.all([one.deliver(), other.deliver()]);
    }
    const ids = (await one.records('hub:demo', 'message')).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('message:applications-digest:'))).toEqual([
      'message:applications-digest:10:2026-03-03',
    ]);
    expect(ids.filter((id) => id.startsWith('message:application-reminder:'))).toHaveLength(1);
    expect(digests(one)).toHaveLength(1);
    expect(remindersTo(one, tess)).toHaveLength(1);
  } finally {
    await stopBots();
    await server.close();
  }
});
