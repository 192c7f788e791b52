import { homeTenant, teamsPerson } from './support/activities.ts';
import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { brokenInvariants } from './support/invariants.ts';

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
    expect(textOf(await bot.say(helen, code))).toContain('yours already');
    bot.setNow(new Date('2026-03-02T11:00:01Z'));
    expect(textOf(await bot.say(guest, code))).toContain('does not work');
  });

  test.each(Array.from({ length: 7 }, (_, n) => n))(
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
      if (!textOf(await bot.say(guest, 'whoami')).includes('Lead of')) await bot.say(guest, code);
      bot.setNow(new Date('2026-03-02T10:30:00Z'));
      await bot.deliver();
      expect(textOf(await bot.say(guest, 'whoami'))).toContain('Lead of Demo Maths Hub');
      const [person] = await bot.records(`person:${helen.aadObjectId}`, 'person');
      expect(person?.accounts).toHaveLength(2);
      expect(await brokenInvariants(bot.store)).toEqual([]);
    },
  );

  test('When somebody of a tenant that is not admitted sends it, they are not let in by it', async () => {
    const bot = await startBot();
    const outsider = teamsPerson('Helen Elsewhere', homeTenant);
    expect(textOf(await bot.say(outsider, await linkCode(bot)))).toContain('has not been added');
  });

  test('When an account is removed from another, it is somebody new at once, and its person is told of it no more', async () => {
    const bot = await startBot();
    await bot.say(guest, await linkCode(bot));
    const list = await bot.say(helen, 'accounts');
    expect(textOf(list)).toContain('2 accounts');
    const after = await bot.press(helen, list, `Remove …${guest.aadObjectId.slice(-6)}`);
    expect(textOf(after)).toContain('I know you by one account');
    expect(textOf(await bot.say(guest, 'whoami'))).toContain('Teacher');
    expect(textOf(await bot.say(guest, 'applications'))).toContain('Only the leads');
    const audit = await bot.records(`person:${helen.aadObjectId}`, 'audit');
    expect(audit.map(({ event }) => event)).toContain('account-revoked');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When somebody tries to remove the account in use, or another’s, nothing changes', async () => {
    const bot = await startBot();
    const tess = demoPerson('Tess');
    const list = await bot.say(tess, 'accounts');
    const mine = { tenantId: tess.tenantId, objectId: tess.aadObjectId };
    const theirs = { tenantId: helen.tenantId, objectId: helen.aadObjectId };
    expect(textOf(await bot.execute(tess, list.id, 'accounts.revoke', mine))).toContain('using this account now');
    expect(textOf(await bot.execute(tess, list.id, 'accounts.revoke', theirs))).toContain('not yours');
    expect(textOf(await bot.say(helen, 'whoami'))).toContain('Lead of Demo Maths Hub');
  });
});
