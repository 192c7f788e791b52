import { homeTenant, teamsPerson } from './support/activities.ts';
import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const guest = stranger('Helen Marsh (Guest)');

async function linkCode(bot: TestBot, who = helen): Promise<string> {
  const card: Seen = await bot.press(who, await bot.say(who, 'link another account'), 'Make a code');
  const [code = ''] = /\w{4}-\w{4}-\w{4}/.exec(textOf(card)) ?? [];
  return code;
}

describe('Linking another account', () => {
  test('When the code is sent from it, both accounts are one person, with the roles of the first', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(guest, 'applications'))).toContain('Only the leads');
    const code = await linkCode(bot);
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    expect(textOf(await bot.say(guest, code))).toContain('This account is linked');
    for (const who of [guest, helen])
      expect(textOf(await bot.say(who, 'applications'))).toContain('No applications yet');
    expect(textOf(await bot.say(guest, 'whoami'))).toContain('Lead of Demo Maths Hub');
    const audit = await bot.records(`person:${helen.aadObjectId}`, 'audit');
    expect(audit.map(({ event }) => event)).toEqual(['link-code-issued', 'account-linked']);
  });

  test('When two send it at once, one is linked; sending it again changes nothing', async () => {
    const bot = await startBot();
    const people = [stranger('One'), stranger('Two')];
    for (const who of people) await bot.say(who, 'help');
    const code = await linkCode(bot);
    const answers = await Promise.all(people.map((who) => bot.say(who, code).then(textOf)));
    expect(answers.filter((answer) => answer.includes('is linked'))).toHaveLength(1);
    const [person] = await bot.records(`person:${helen.aadObjectId}`, 'person');
    expect(person?.accounts).toHaveLength(2);
  });

  test('When it is sent from the same account, or too late, a sentence says so', async () => {
    const bot = await startBot();
    const code = await linkCode(bot);
    expect(textOf(await bot.say(helen, code))).toContain('Send it from your other account');
    bot.setNow(new Date('2026-03-02T11:00:01Z'));
    expect(textOf(await bot.say(guest, code))).toContain('does not work');
  });

  test('When the other account has a role of its own, nothing is lost: the person is told to do it the other way round', async () => {
    const bot = await startBot();
    const code = await linkCode(bot, guest);
    expect(textOf(await bot.say(helen, code))).toContain('the other way round');
    expect(textOf(await bot.say(helen, 'whoami'))).toContain('Lead of Demo Maths Hub');
    expect(textOf(await bot.say(guest, await linkCode(bot)))).toContain('This account is linked');
  });

  test.each(Array.from({ length: 6 }, (_, n) => n))(
    'When the store fails at write %i of linking, it is completed later, once',
    async (failing) => {
      const bot = await startBot();
      await bot.say(guest, 'help');
      const code = await linkCode(bot);
      const { commit } = bot.store;
      let writes = 0;
      let down = false;
      bot.store.commit = async (partition, changes) => {
        down ||= writes++ === failing;
        if (down) throw new Error('the power goes');
        return commit(partition, changes);
      };
      await bot.say(guest, code);
      bot.store.commit = commit;
      if (textOf(await bot.say(guest, 'whoami')).includes('Teacher')) await bot.say(guest, code);
      bot.setNow(new Date('2026-03-02T10:30:00Z'));
      await bot.deliver();
      expect(textOf(await bot.say(guest, 'whoami'))).toContain('Lead of Demo Maths Hub');
      const [person] = await bot.records(`person:${helen.aadObjectId}`, 'person');
      expect(person?.accounts).toHaveLength(2);
      expect(await bot.store.find({ type: 'task', dueBefore: '2027-01-01' }, 10)).toEqual([]);
    },
  );

  test('When somebody of a tenant that is not admitted sends it, they are not let in by it', async () => {
    const bot = await startBot();
    const outsider = teamsPerson('Helen Elsewhere', homeTenant);
    expect(textOf(await bot.say(outsider, await linkCode(bot)))).toContain('has not been added');
  });
});
