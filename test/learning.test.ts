import { judgeButtons } from '../cards/learning/judge.ts';
import { noteAsked, type Outcome } from '../services/learning/note-asked.ts';
import type { TeamsPerson } from './support/activities.ts';
import { demoPerson, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const ana = demoPerson('Ana');
const march = 'asked:2026-03';
const unanswered: Outcome = { kind: 'unanswered' };

const ask = (bot: TestBot, personId: string, text: string, outcome: Outcome = unanswered) =>
  noteAsked(bot.deps, { personId, text, outcome });

/** Three people ask much the same, and one something else. */
async function parking(bot: TestBot) {
  await ask(bot, 'p1', 'Is there parking at the launch? I am Zebedee');
  await ask(bot, 'p2', 'parking for the launch in Ashford');
  await ask(bot, 'p3', 'can i get parking at the launch event, ring 07700 900123');
  await ask(bot, 'p4', 'do you sell unicorns');
}

describe('What is kept of a question', () => {
  test('When questions are asked, they are counted by topic, and nothing says who asked', async () => {
    const bot = await startBot();
    await ask(bot, ana.aadObjectId, 'How many days?', { kind: 'answered', topic: 'year-one-days' });
    await ask(bot, ana.aadObjectId, 'How many days?', { kind: 'answered', topic: 'year-one-days' });
    await ask(bot, ana.aadObjectId, 'What does it cost at Beckside School?', { kind: 'unanswered', topic: 'cost' });
    await ask(bot, ana.aadObjectId, 'days or cost', { kind: 'unsure' });
    expect(await bot.records(march, 'tally')).toMatchObject([
      { asked: 1, unsure: 1 },
      { topic: 'cost', asked: 1, unanswered: 1 },
      { topic: 'year-one-days', asked: 2, unanswered: 0 },
    ]);
    const [only, ...others] = await bot.records(march, 'heard');
    expect(others).toEqual([]);
    expect(only).toMatchObject({ why: 'unanswered', topic: 'cost', text: 'What does it cost at [school]?' });
    expect(JSON.stringify(only)).not.toContain(ana.aadObjectId);
  });

  test('When two parts of a message go unanswered, both are counted and its words are kept once', async () => {
    const bot = await startBot();
    const said = await bot.say(ana, 'What does it cost? And where is the venue?');
    expect(textOf(said)).toContain('Both answers');
    await bot.say(ana, 'help');
    expect(await bot.records(march, 'tally')).toMatchObject([{ unanswered: 1 }, { unanswered: 1 }]);
    expect(await bot.records(march, 'heard')).toHaveLength(1);
  });

  test('When somebody else writes the same tally at the same moment, no question is lost', async () => {
    const bot = await startBot();
    const each = Array.from({ length: 8 }, (_, at) =>
      ask(bot, `p${at}`, 'days', { kind: 'answered', topic: 'cohort' }),
    );
    expect(await Promise.all(each)).toEqual(each.map(() => 'noted'));
    expect(await bot.records(march, 'tally')).toMatchObject([{ topic: 'cohort', asked: 8 }]);
  });

  test('When the store is in trouble, the count is lost and nothing is thrown', async () => {
    const bot = await startBot();
    bot.store.get = () => Promise.reject(new Error('broken'));
    expect(await ask(bot, 'p1', 'anything')).toBe('lost');
  });

  test('When a commit is answered by silence and was written, the question counts once', async () => {
    const bot = await startBot();
    const { commit } = bot.store;
    let silent = true;
    bot.store.commit = async (partition, changes) => {
      const outcome = await commit(partition, changes);
      if (!silent) return outcome;
      silent = false;
      return { kind: 'unavailable', reason: 'no answer' };
    };
    expect(await ask(bot, 'p1', 'is there parking')).toBe('noted');
    expect(await bot.records(march, 'tally')).toMatchObject([{ asked: 1, unanswered: 1 }]);
    expect(await bot.records(march, 'heard')).toHaveLength(1);
  });

  test('When 90 days have passed, the words are gone and the counts are there', async () => {
    const bot = await startBot();
    await parking(bot);
    bot.setNow(new Date('2026-05-31T09:59:00Z'));
    expect(await bot.records(march, 'heard')).toHaveLength(4);
    bot.setNow(new Date('2026-05-31T10:01:00Z'));
    expect(await bot.records(march, 'heard')).toEqual([]);
    expect(await bot.store.forgetExpired()).toBeGreaterThanOrEqual(4);
    bot.setNow(new Date('2026-03-02T10:00:00Z'));
    expect(await bot.records(march, 'heard')).toEqual([]);
    expect(await bot.records(march, 'tally')).toMatchObject([{ asked: 4, unanswered: 4 }]);
  });

  test('When it is midnight in England and not yet in UTC, the question counts for the new month', async () => {
    const bot = await startBot({ now: new Date('2026-04-30T23:30:00Z') });
    await ask(bot, 'p1', 'days', { kind: 'answered', topic: 'cohort' });
    expect(await bot.records('asked:2026-05', 'tally')).toHaveLength(1);
  });
});

describe('Was this right?', () => {
  const asked = { op: 'one', topic: 'cohort', text: 'which cohort is Mrs Peculiar in' };
  /** Presses one of the two buttons that stand on an answer. */
  const judge = (bot: TestBot, who: TeamsPerson, title: string, about = asked) => {
    const pressed = judgeButtons(about).find((button) => button.title === title);
    return bot.execute(who, 'card', String(pressed?.verb), Object(pressed?.data));
  };
  const yes = 'Yes, that was right';
  const no = 'No, it was not';

  test('When the answer was right, it is counted once, however often that is pressed', async () => {
    const bot = await startBot();
    expect(textOf(await judge(bot, ana, yes))).toContain('Thank you');
    for (const title of [yes, no]) expect(textOf(await judge(bot, ana, title))).toContain('already');
    expect(await bot.records(march, 'tally')).toMatchObject([
      { topic: 'cohort', asked: 0, judgedRight: 1, judgedWrong: 0 },
    ]);
  });

  test('When an answer carries the buttons, they hold the question without names', () => {
    expect(JSON.stringify(judgeButtons(asked))).not.toContain('Peculiar');
    expect(judgeButtons({ ...asked, text: 'days '.repeat(1000) })).toHaveLength(2);
  });

  test('When two people press at the same moment, both count, also with one operation id', async () => {
    const bot = await startBot();
    for (const who of [ana, helen]) await bot.say(who, 'help');
    await Promise.all([judge(bot, ana, no), judge(bot, helen, no)]);
    expect(await bot.records(march, 'tally')).toMatchObject([{ judgedWrong: 2 }]);
    expect(await bot.records(march, 'heard')).toHaveLength(2);
  });

  test('When it was not, a person and related questions are offered, and the words are kept redacted', async () => {
    const bot = await startBot();
    const card = await judge(bot, ana, no);
    expect(textOf(card)).toContain('Thank you for telling me');
    expect(textOf(card)).toContain('What I answered\n');
    expect(textOf(card)).toContain('Source: NCP25-03');
    expect(textOf(card)).toContain('Your question is kept for 90 days');
    const form = await bot.press(ana, card, 'Ask Demo Maths Hub');
    expect(textOf(form)).toContain('Your question, in at most');
    expect(JSON.stringify(form.card)).not.toContain('[name]');
    expect(textOf(await bot.press(ana, card, 'Reach a person'))).toContain('Demo Maths Hub');
    expect(await bot.records(march, 'heard')).toMatchObject([
      { why: 'wrong', topic: 'cohort', text: 'which cohort is [name] in' },
    ]);
  });

  test('When nothing of the question is kept, nothing says that it is', async () => {
    const bot = await startBot();
    expect(textOf(await judge(bot, ana, no, { ...asked, text: '' }))).not.toContain('is kept for 90 days');
    expect(await bot.records(march, 'heard')).toEqual([]);
  });

  test('When the topic is none of the bot’s, nothing is counted', async () => {
    const bot = await startBot();
    const seen = await judge(bot, ana, yes, { ...asked, topic: 'forged' });
    expect(textOf(seen)).toContain('nothing was counted');
    expect(await bot.records(march, 'tally')).toEqual([]);
  });
});

describe('What people ask', () => {
  test('When nobody has asked, the card says so', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(helen, 'insights'))).toContain('Nobody asked anything');
  });

  test('When a lead or coordinator asks, they see what was asked most, in words, and how it was answered', async () => {
    const bot = await startBot();
    for (const who of ['p1', 'p2', 'p3']) await ask(bot, who, 'days', { kind: 'answered', topic: 'year-one-days' });
    await ask(bot, 'p1', 'cost', { kind: 'unanswered', topic: 'cost' });
    await ask(bot, 'p1', 'apply', { kind: 'answered', topic: 'intent:apply' });
    await bot.execute(ana, 'card', 'learning.judge', { op: 'a', topic: 'cohort', right: true });
    for (const who of [helen, colin]) {
      const text = textOf(await bot.say(who, 'What people ask?'));
      expect(text).toContain('5 questions asked');
      expect(text).toContain('I answered 4 of 5, 80%');
      expect(text).toContain('Of 1 answer that people judged, 1 was right and 0 not');
      expect(text.indexOf('3 times')).toBeLessThan(text.indexOf('1 time ▇'));
      expect(text).toContain('(the document does not say)');
      expect(text).toContain('I want to apply');
    }
  });

  test('When teachers and specialists ask, they are told whose it is', async () => {
    const bot = await startBot();
    for (const who of [ana, stranger('Tim')])
      expect(textOf(await bot.say(who, 'insights'))).toContain('Only hub leads');
  });

  test('When they look at months before, each has its own numbers, and no more than twelve', async () => {
    const bot = await startBot({ now: new Date('2026-02-10T10:00:00Z') });
    await ask(bot, 'p1', 'days', { kind: 'answered', topic: 'cohort' });
    bot.setNow(new Date('2026-03-02T10:00:00Z'));
    const now = await bot.say(colin, 'insights');
    expect(textOf(now)).toContain('Nobody asked anything');
    const before = await bot.press(colin, now, 'February 2026');
    expect(textOf(before)).toContain('1 question asked');
    expect(textOf(await bot.press(colin, before, 'March 2026'))).toContain('Nobody asked anything');
    const first = await bot.execute(colin, 'card', 'learning.insights', { month: '2025-04' });
    expect(textOf(first)).not.toContain('March 2025');
    expect(textOf(await bot.execute(colin, 'card', 'learning.insights', { month: '2019-01' }))).toContain('March 2026');
    expect(textOf(await bot.execute(colin, 'card', 'learning.insights', { month: '2026-13' }))).toContain(
      'out of date',
    );
  });
});

describe('What went unanswered', () => {
  const open = async (bot: TestBot) => bot.press(helen, await bot.say(helen, 'insights'), 'What went unanswered');

  test('When three different people ask much the same, leads see it as one, redacted, and nothing that fewer asked', async () => {
    const bot = await startBot();
    await parking(bot);
    const text = textOf(await open(bot));
    expect(text).toContain('4 questions went unanswered');
    expect(text).toContain('Asked by 3 people');
    expect(text).toContain('parking · launch');
    expect(text).toContain('“parking for the launch in [name]”');
    for (const hidden of ['Zebedee', 'Ashford', '07700', 'unicorns', 'sell']) expect(text).not.toContain(hidden);
  });

  test('When one person asks the same three times, nobody sees the words', async () => {
    const bot = await startBot();
    for (const text of ['is there parking', 'parking?', 'where is parking']) await ask(bot, 'p1', text);
    const text = textOf(await open(bot));
    expect(text).toContain('3 questions went unanswered');
    expect(text).not.toContain('parking');
  });

  test('When three people were answered wrongly on much the same, that is shown apart', async () => {
    const bot = await startBot();
    for (const who of ['One', 'Two', 'Three'].map(stranger)) {
      const judged = { op: 'x', topic: 'cohort', right: false, text: 'does supply teaching count' };
      await bot.execute(who, 'card', 'learning.judge', judged);
    }
    expect(textOf(await open(bot))).toContain('Answered, but not right for 3 people');
  });
});
