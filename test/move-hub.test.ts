import { moveApplication } from '../services/applications/move.ts';
import { giveAuthorities } from '../services/people/give-authorities.ts';
import { makeMember } from '../services/people/membership.ts';
import type { TeamsPerson } from './support/activities.ts';
import { actorOf } from './support/applying.ts';
import { buttonsOn, demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { application, decide, newOp, withHub } from './support/deciding.ts';
import { apply, codeIn, fillIn } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const ana = demoPerson('Ana');
const teacher = stranger('Wanda Wrong-Hub');

/** The demo with two more hubs that take applications, and Ana, who uses the bot. */
async function threeHubs(): Promise<TestBot> {
  const bot = await startBot();
  await bot.say(ana, 'help');
  const csv =
    'name,contact,opens,closes,quota\nGLOW,hub@glow.example,2026-02-01,2026-04-01,5\nSolent,,2026-02-01,2026-04-01,5';
  const form = await bot.press(colin, await bot.say(colin, 'set up'), 'Add hubs');
  await bot.press(colin, await bot.press(colin, form, 'Check these rows', { csv }), 'Add them');
  return bot;
}

async function settled(bot: TestBot): Promise<void> {
  await bot.deliver();
  expect(await brokenInvariants(bot.store)).toEqual([]);
}

const pass = (bot: TestBot, who: TeamsPerson, data: object) =>
  bot.execute(who, 'card', 'people.move', {
    op: 'pass',
    hubId: 'demo',
    personId: ana.aadObjectId,
    to: 'glow',
    ...data,
  });

const endHub = async (bot: TestBot, into: string, hubId = 'demo'): Promise<Seen> => {
  const form = await bot.execute(colin, 'card', 'hubs.end', { hubId });
  return bot.press(colin, form, 'See what that means', { into });
};

describe('An applicant who chose the wrong hub', () => {
  test('When they take their application to another, that hub has it, with its date, and the first has it no more', async () => {
    const bot = await threeHubs();
    await apply(bot, teacher);
    bot.setNow(new Date('2026-03-05T10:00:00Z'));
    const form = await bot.press(teacher, await bot.say(teacher, 'my application'), 'Choose another hub');
    const after = await bot.press(teacher, form, 'Take it there', { to: 'glow' });
    expect(textOf(after)).toContain('the leads of GLOW see this');
    expect(textOf(after)).toContain('2 March 2026');
    expect(textOf(await bot.say(helen, 'applications'))).toContain('No applications yet');
    expect(await bot.records('hub:glow', 'application')).toHaveLength(1);
    await settled(bot);
  });

  test('When the button is pressed twice at once, or another hub is forged into it, the application is in one hub', async () => {
    const bot = await threeHubs();
    await apply(bot, teacher);
    const press = (to: string, op = 'move') =>
      bot.execute(teacher, 'card', 'application.move', { op, cohort: '10', to });
    await Promise.all([press('glow'), press('glow'), press('solent', 'other')]);
    await settled(bot);
    expect(textOf(await press('nowhere', 'third'))).toContain('Choose one of the hubs');
    const held = await Promise.all(['demo', 'glow', 'solent'].map((hub) => bot.records(`hub:${hub}`, 'application')));
    expect(held.flat()).toHaveLength(1);
  });

  test('When the other hub takes no applications today, it stays where it was', async () => {
    const bot = await threeHubs();
    await apply(bot, teacher);
    bot.setNow(new Date('2026-04-02T10:00:00Z'));
    const answer = await bot.execute(teacher, 'card', 'application.move', { op: 'late', cohort: '10', to: 'glow' });
    expect(textOf(answer)).toContain('takes no applications today');
    expect(textOf(await bot.say(teacher, 'my application'))).toContain('the leads of Demo Maths Hub see this');
  });

  test('When somebody else forges the press, nothing of theirs moves', async () => {
    const bot = await threeHubs();
    await apply(bot, teacher);
    await bot.execute(stranger('Forger'), 'card', 'application.move', { op: 'x', cohort: '10', to: 'glow' });
    expect(textOf(await bot.say(teacher, 'my application'))).toContain('the leads of Demo Maths Hub see this');
  });
});

describe('A specialist who moves to another hub', () => {
  test('When their lead passes them on, all that concerns them is in the other hub, and they are told', async () => {
    const bot = await threeHubs();
    expect(textOf(await pass(bot, helen, {}))).toContain('They are with GLOW now');
    await bot.deliver();
    expect(
      bot.teams
        .sent()
        .map((sent) => JSON.stringify(sent))
        .join(),
    ).toContain('Your hub is GLOW now');
    expect(textOf(await bot.say(ana, 'whoami'))).toContain('Specialist with GLOW');
    expect(textOf(await bot.say(ana, 'whoami'))).not.toContain('Demo Maths Hub');
    await settled(bot);
  });

  test('When the same press comes again, and when they come back, they are in one hub, once', async () => {
    const bot = await threeHubs();
    await pass(bot, helen, {});
    await pass(bot, helen, {});
    await settled(bot);
    await pass(bot, colin, { op: 'back', hubId: 'glow', to: 'demo' });
    await pass(bot, helen, {});
    await settled(bot);
    expect(textOf(await bot.say(ana, 'whoami'))).toContain('Specialist with Demo Maths Hub');
  });

  test('When somebody who may not presses, or the hub is none, a sentence says so and nothing moves', async () => {
    const bot = await threeHubs();
    for (const who of [ana, teacher]) expect(textOf(await pass(bot, who, {}))).toContain('Only a lead of their hub');
    expect(textOf(await pass(bot, helen, { hubId: 'glow', to: 'demo' }))).toContain('Only a lead of their hub');
    expect(textOf(await pass(bot, helen, { personId: helen.aadObjectId }))).toContain('never themselves');
    expect(textOf(await pass(bot, helen, { to: 'nowhere' }))).toContain('Choose a hub that is open');
    expect(textOf(await bot.say(ana, 'whoami'))).toContain('Specialist with Demo Maths Hub');
  });
});

describe('A hub that ends', () => {
  test('When it is merged, everybody and everything goes along, leads too, and it takes nobody any more', async () => {
    const bot = await threeHubs();
    await apply(bot, teacher);
    const preview = await endHub(bot, 'glow');
    expect(textOf(preview)).toContain('1 lead, 6 specialists, 1 application, 2 local authorities go to GLOW');
    await bot.press(colin, preview, 'Merge them');
    await settled(bot);
    expect(textOf(await bot.say(helen, 'applications'))).toContain('GLOW');
    expect(textOf(await bot.say(helen, 'applications'))).toContain(teacher.name);
    expect(textOf(await bot.say(ana, 'whoami'))).toContain('Specialist with GLOW');
    expect(textOf(await bot.say(teacher, 'my application'))).toContain('the leads of GLOW see this');
    expect(textOf(await bot.say(stranger('New'), 'apply'))).not.toContain('Demo Maths Hub');
    const channels = await bot.records('hub:demo', 'channel');
    expect(channels.every(({ gone }) => gone)).toBe(true);
  });

  test('When it is merged, the other covers its local authorities too, each once, and what is taken out there stays out', async () => {
    const bot = await threeHubs();
    const save = (authorities: string) =>
      bot.execute(colin, 'card', 'hubs.save', {
        op: authorities,
        hubId: 'glow',
        cohort: '10',
        name: 'GLOW',
        authorities,
      });
    const covered = async (hubId: string) => (await bot.records(`hub:${hubId}`, 'hub'))[0]?.authorities;
    await save('Kent; DEMOSHIRE county council');
    await bot.press(colin, await endHub(bot, 'glow'), 'Merge them');
    await settled(bot);
    expect(await covered('glow')).toEqual(['Kent', 'DEMOSHIRE county council', 'Mockland']);
    await save('Kent');
    await giveAuthorities(bot.deps, { name: 'give-authorities', hubId: 'demo', to: 'glow', by: 'x' });
    expect(await covered('glow')).toEqual(['Kent']);
  });

  test('When the other is itself merged before they arrive, they go on to the one that it went into', async () => {
    const bot = await threeHubs();
    await bot.press(colin, await endHub(bot, 'solent', 'glow'), 'Merge them');
    await settled(bot);
    await giveAuthorities(bot.deps, { name: 'give-authorities', hubId: 'demo', to: 'glow', by: 'x' });
    const [solent] = await bot.records('hub:solent', 'hub');
    expect(solent?.authorities).toEqual(['Demoshire', 'Mockland']);
  });

  test('When two hubs are merged into each other at once, one of them remains, with everybody', async () => {
    const bot = await threeHubs();
    const presses = [await endHub(bot, 'glow'), await endHub(bot, 'demo', 'glow')];
    await Promise.all(presses.map((preview) => bot.press(colin, preview, 'Merge them')));
    await settled(bot);
    expect(textOf(await bot.say(ana, 'whoami'))).toMatch(/Specialist with (GLOW|Demo Maths Hub)/);
    expect(buttonsOn((await bot.say(colin, 'set up')).card).filter(({ verb }) => verb === 'hubs.edit')).toHaveLength(2);
  });

  test('When it still has people it is not closed; an empty one is, and can be opened again', async () => {
    const bot = await threeHubs();
    expect(textOf(await bot.press(colin, await endHub(bot, 'close'), 'Close it'))).toContain('It still has people');
    await bot.press(colin, await endHub(bot, 'close', 'solent'), 'Close it');
    await settled(bot);
    expect(textOf(await bot.say(teacher, 'apply'))).not.toContain('Solent');
    const closed = await bot.press(colin, await bot.say(colin, 'set up'), 'Closed hubs');
    expect(textOf(await bot.press(colin, closed, 'Open Solent again'))).toContain('Solent is open again');
    await settled(bot);
  });

  test('When somebody applies to an empty hub in the moment in which it is closed, it stays open, and the coordinator is told', async () => {
    const bot = await threeHubs();
    const summary = await fillIn(bot, teacher, { hub: 'solent' });
    const preview = await endHub(bot, 'close', 'solent');
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) => {
      if (!JSON.stringify(changes).includes('hub-closed')) return commit(partition, changes);
      bot.store.commit = commit;
      await bot.press(teacher, summary, 'Submit my application');
      return commit(partition, changes);
    };
    expect(textOf(await bot.press(colin, preview, 'Close it'))).toContain('It still has people');
    await settled(bot);
    expect(JSON.stringify(bot.teams.sent())).toContain('Solent is open again');
    expect(textOf(await bot.execute(teacher, 'card', 'application.show', {}))).toContain(
      'the leads of Solent see this',
    );
    expect(await bot.records('hub:solent', 'hub')).toMatchObject([{ name: 'Solent' }]);
    expect((await bot.records('hub:solent', 'hub'))[0]?.closed).toBeUndefined();
    expect(textOf(await bot.press(colin, await endHub(bot, 'glow', 'solent'), 'Merge them'))).toContain('on their way');
    await settled(bot);
    expect(await bot.records('hub:glow', 'application')).toHaveLength(1);
  });

  /** Everything that reaches a hub waits until it is let in. */
  function heldBack(bot: TestBot, hubId: string, what: string): () => void {
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) => {
      const comes = partition === `hub:${hubId}` && JSON.stringify(changes).includes(what);
      if (comes) throw new Error('held back');
      return commit(partition, changes);
    };
    return () => {
      bot.store.commit = commit;
      bot.setNow(new Date('2026-03-02T14:00:00Z'));
    };
  }

  test.each([
    ['an application', 'application-submit', (bot: TestBot) => apply(bot, teacher, { hub: 'glow' })],
    ['a Specialist', 'moved-from', (bot: TestBot) => pass(bot, helen, {})],
  ])('When %s is on its way to an empty hub while it is closed, it opens again with that', async (_, what, send) => {
    const bot = await threeHubs();
    const letIn = heldBack(bot, 'glow', what);
    await send(bot);
    expect(textOf(await bot.press(colin, await endHub(bot, 'close', 'glow'), 'Close it'))).toContain('is closed');
    letIn();
    await settled(bot);
    await settled(bot);
    expect(JSON.stringify(bot.teams.sent())).toContain('GLOW is open again');
    expect((await bot.records('hub:glow', 'hub'))[0]?.closed).toBeUndefined();
    expect(buttonsOn((await bot.say(colin, 'set up')).card).filter(({ verb }) => verb === 'hubs.edit')).toHaveLength(3);
  });

  test('When a lead or teacher forges the press, the hub stays', async () => {
    const bot = await threeHubs();
    for (const who of [helen, teacher]) {
      const data = { op: 'x', hubId: 'demo', into: 'glow' };
      expect(textOf(await bot.execute(who, 'card', 'hubs.end-now', data))).toContain('Only a coordinator');
    }
    await settled(bot);
  });

  test('When a code for a lead of it is sent after it was merged, they lead the hub it went into', async () => {
    const bot = await threeHubs();
    const card = await bot.execute(colin, 'card', 'leads.code', { op: 'code', hubId: 'demo' });
    const [code = ''] = /\w{4}-\w{4}-\w{4}/.exec(textOf(card)) ?? [];
    await bot.press(colin, await endHub(bot, 'glow'), 'Merge them');
    await settled(bot);
    await bot.say(teacher, code);
    expect(textOf(await bot.say(teacher, 'whoami'))).toContain('Lead of GLOW');
    await settled(bot);
  });
});

describe('Somebody who changes school', () => {
  test('When they say so, their membership says it too', async () => {
    const bot = await threeHubs();
    const form = await bot.say(ana, 'I changed school');
    expect(textOf(form)).toContain('School and town');
    const after = await bot.press(ana, form, 'Save my school', { school: 'Fairview High, Poole' });
    expect(textOf(after)).toContain('Fairview High, Poole');
    const members = await bot.records('hub:demo', 'member');
    expect(members.find(({ person }) => person === ana.aadObjectId)?.school).toBe('Fairview High, Poole');
    expect(textOf(await bot.press(ana, form, 'Save my school', { school: '' }))).toContain('Enter the school');
  });

  test('When they have applied, the application stays as it was sent, and they are told how to change it', async () => {
    const bot = await threeHubs();
    await apply(bot, ana);
    const sent = await bot.records('hub:demo', 'application');
    const press = async () =>
      bot.press(ana, await bot.say(ana, 'I changed school'), 'Save my school', { school: 'Fairview High, Poole' });
    const saved = await press();
    expect(textOf(saved)).toContain('It still names Ashdown Academy. Change it there too');
    expect(await bot.records('hub:demo', 'application')).toEqual(sent);
    expect(textOf(await bot.press(ana, saved, 'Change my application'))).toContain('Check your changes and send them');
    const applicationId = String(sent[0]?.id).slice('application:'.length);
    await bot.execute(helen, 'card', 'applications.view', { hubId: 'demo', applicationId });
    const opened = await press();
    expect(textOf(opened)).toContain('Tell Demo Maths Hub that you have changed school');
    expect(buttonsOn(opened.card).map(({ title }) => title)).not.toContain('Change my application');
    await settled(bot);
  });

  test('When their lead says it for them, the trail says who did, and nobody else can', async () => {
    const bot = await threeHubs();
    const card = await bot.execute(helen, 'card', 'people.view', { hubId: 'demo', personId: ana.aadObjectId });
    const form = await bot.press(helen, card, 'They changed school');
    const after = await bot.press(helen, form, 'Save their school', { school: 'Fairview High, Poole' });
    expect(textOf(after)).toContain('Fairview High, Poole');
    const trail = await bot.records(`person:${ana.aadObjectId}`, 'audit');
    expect(trail.find(({ event }) => event === 'school-changed')).toMatchObject({
      by: helen.aadObjectId,
      onBehalfOf: ana.aadObjectId,
    });
  });
});

describe('An application that is passed to another hub', () => {
  const gwen = stranger('Gwen Lead');

  async function noted(): Promise<{ bot: TestBot; about: { hubId: string; applicationId: string } }> {
    const bot = await threeHubs();
    await bot.say(gwen, codeIn(await bot.execute(colin, 'card', 'leads.code', { op: 'gwen', hubId: 'glow' })));
    const about = { hubId: 'demo', applicationId: await withHub(bot, 'Tess Okafor') };
    await bot.execute(helen, 'card', 'notes.add', { op: newOp(), ...about, note: 'Only between us.' });
    return { bot, about };
  }
  const notesOf = (bot: TestBot, applicationId: string) =>
    bot.execute(gwen, 'card', 'applications.view', { hubId: 'glow', applicationId, part: 'notes' });

  test('When a lead passes it on, what leads noted among themselves does not go along, and who knows them still does', async () => {
    const { bot, about } = await noted();
    await bot.execute(helen, 'card', 'conflicts.mark', { op: newOp(), ...about, knows: true });
    const { person: personId } = await application(bot, about.applicationId);
    await pass(bot, colin, { personId });
    expect(textOf(await notesOf(bot, about.applicationId))).not.toContain('Only between us.');
    const [there] = await bot.records('hub:glow', 'application');
    expect(there).toMatchObject({ notes: [], conflicts: [helen.aadObjectId] });
    await settled(bot);
  });

  test('When a lead has said that they know the applicant, they leave it to others to pass it on', async () => {
    const { bot, about } = await noted();
    const answers = () => bot.execute(helen, 'card', 'applications.view', about);
    const form = await bot.press(helen, await answers(), 'Pass it to another hub');
    await bot.execute(helen, 'card', 'conflicts.mark', { op: newOp(), ...about, knows: true });
    const before = await application(bot, about.applicationId);
    const refused = await bot.press(helen, form, 'Move them', { to: 'glow' });
    expect(textOf(refused)).toContain('you have said that you know this person, so another lead passes it on.');
    expect(await application(bot, about.applicationId)).toEqual(before);
    expect(buttonsOn((await answers()).card).map(({ title }) => title)).not.toContain('Pass it to another hub');
    await bot.execute(helen, 'card', 'conflicts.mark', { op: newOp(), ...about, knows: false });
    const again = await bot.press(helen, await answers(), 'Pass it to another hub');
    expect(textOf(await bot.press(helen, again, 'Move them', { to: 'glow' }))).toContain('They are with GLOW now');
    await settled(bot);
  });

  test('When leads went on without an answer, what they were told does not go along, nor what they had asked', async () => {
    const { bot, about } = await noted();
    await decide(bot, helen, about.applicationId, 'ask-for-more', { words: 'What is your plan?' });
    const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about, event: 'take-back-ask' });
    await bot.press(helen, asked, 'Go on without it now', { words: 'Her head told me by telephone.' });
    const again = stranger('Wanda Waiting');
    await bot.say(again, 'help');
    const waiting = await withHub(bot, again.name);
    await decide(bot, helen, waiting, 'ask-for-more', { words: 'Which year groups?' });
    for (const id of [about.applicationId, waiting]) {
      const { person: personId } = await application(bot, id);
      await pass(bot, helen, { op: newOp(), personId });
    }
    const seen = async (applicationId: string, part: string) =>
      textOf(await bot.execute(gwen, 'card', 'applications.view', { hubId: 'glow', applicationId, part }));
    expect(await seen(about.applicationId, 'history')).not.toContain('by telephone');
    expect(await seen(about.applicationId, 'answers')).not.toContain('Your hub asked');
    expect(await seen(waiting, 'answers')).toContain('Which year groups?');
    expect(textOf(await bot.say(again, 'my application'))).toContain('Which year groups?');
    await settled(bot);
  });

  test('When the hub is merged, the notes are those of the hub it went into', async () => {
    const { bot, about } = await noted();
    await bot.press(colin, await endHub(bot, 'glow'), 'Merge them');
    await bot.deliver();
    expect(textOf(await notesOf(bot, about.applicationId))).toContain('Only between us.');
    await settled(bot);
  });
});

describe('A place whose Specialist is moved to another hub', () => {
  const tess = stranger('Tess Okafor');
  const giveBack = async (bot: TestBot) => {
    const asked = await bot.press(tess, await bot.say(tess, 'my application'), 'Give my place back');
    expect(textOf(asked)).toContain('You are then no Specialist any more, and Demo Maths Hub can offer the place');
    return bot.press(tess, asked, 'Give my place back');
  };

  async function accepted(): Promise<{ bot: TestBot; personId: string }> {
    const bot = await threeHubs();
    await bot.say(tess, 'help');
    const applicationId = await withHub(bot, tess.name);
    await decide(bot, helen, applicationId, 'offer');
    await bot.deliver();
    await bot.press(tess, await bot.say(tess, 'my application'), 'Accept your place');
    return { bot, personId: String((await application(bot, applicationId)).person) };
  }
  const whoami = async (bot: TestBot) => textOf(await bot.say(tess, 'whoami'));

  test('When they are moved, they hear that the place stays, and giving it back ends what they are in the other hub', async () => {
    const { bot, personId } = await accepted();
    await pass(bot, helen, { personId });
    await bot.deliver();
    const told = bot.teams.sent(bot.from.message(tess, '').conversation.id).at(-1);
    expect(JSON.stringify(told)).toContain('Your application stays with Demo Maths Hub, and so does your place.');
    expect(await whoami(bot)).toContain('Specialist with GLOW');
    await giveBack(bot);
    expect(await whoami(bot)).not.toContain('Specialist');
    expect((await bot.records('hub:glow', 'hub'))[0]?.specialists).toBe(0);
    await settled(bot);
  });

  test('When a lead withdraws it for them, it ends there too, and the trail says for whom', async () => {
    const { bot, personId } = await accepted();
    await pass(bot, helen, { personId });
    await bot.deliver();
    const [held] = await bot.records('hub:demo', 'application');
    const about = { hubId: 'demo', applicationId: String(held?.id).slice('application:'.length) };
    const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about, event: 'withdraw-for' });
    await bot.press(helen, asked, 'Withdraw it for them now', { words: 'By telephone.' });
    expect(await whoami(bot)).not.toContain('Specialist');
    const trail = await bot.records('hub:glow', 'audit');
    expect(trail.find(({ event }) => event === 'place-given-back')).toMatchObject({
      by: helen.aadObjectId,
      onBehalfOf: personId,
    });
    await settled(bot);
  });

  test('When they are on their way to a third hub, giving it back ends it there', async () => {
    const { bot, personId } = await accepted();
    await pass(bot, helen, { personId });
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) =>
      partition === 'hub:solent' ? { kind: 'unavailable', reason: 'test' } : commit(partition, changes);
    await pass(bot, colin, { op: 'on', hubId: 'glow', to: 'solent', personId });
    bot.store.commit = commit;
    await bot.deliver();
    await giveBack(bot);
    expect(await whoami(bot)).not.toContain('Specialist');
    bot.setNow(new Date('2026-03-02T11:00:00Z'));
    await settled(bot);
    expect((await bot.records('hub:solent', 'hub'))[0]?.specialists).toBe(0);
  });

  test('When another hub made them a Specialist too, they still are one there', async () => {
    const { bot, personId } = await accepted();
    const name = tess.name;
    await makeMember(bot.deps, 'bot', { hubId: 'solent', personId, name, roles: ['specialist'] });
    await pass(bot, helen, { personId });
    await bot.deliver();
    await giveBack(bot);
    expect(await whoami(bot)).toContain('Specialist with Solent');
    expect(await whoami(bot)).not.toContain('GLOW');
  });
});

describe('The reserves of a hub that is merged', () => {
  /** Reserves in another order than they applied in, and somebody who is on reserve in the other hub already. */
  async function reordered(): Promise<TestBot> {
    const bot = await threeHubs();
    const there = await withHub(bot, 'Gil', {});
    const { person: personId } = await application(bot, there);
    await pass(bot, helen, { op: 'gil', personId });
    await moveApplication(
      bot.deps,
      { who: 'lead', actor: actorOf('a-lead', { glow: ['lead'] }) },
      { op: 'reserve', hubId: 'glow', applicationId: there },
      { event: 'put-on-reserve' },
    );
    for (const name of ['Ann', 'Bob', 'Cat', 'Dan'])
      await decide(bot, helen, await withHub(bot, name), 'put-on-reserve');
    let list = await bot.execute(helen, 'card', 'reserve.list', { hubId: 'demo' });
    for (const up of ['Dan', 'Dan', 'Dan', 'Cat', 'Cat']) list = await bot.press(helen, list, `Move up ${up}`);
    return bot;
  }
  const orderIn = async (bot: TestBot) => {
    const list = await bot.execute(helen, 'card', 'reserve.list', { hubId: 'glow' });
    return textOf(list).match(/^\d+\. .+$/gm);
  };

  test('When it is merged, they stand behind those of the other hub, in the order their leads gave them', async () => {
    const bot = await reordered();
    await bot.press(colin, await endHub(bot, 'glow'), 'Merge them');
    await settled(bot);
    expect(await orderIn(bot)).toEqual(['1. Gil', '2. Dan', '3. Cat', '4. Ann', '5. Bob']);
  });

  test('When some arrive before others who left earlier, the order is the same', async () => {
    const bot = await reordered();
    await bot.press(colin, await endHub(bot, 'glow'), 'Merge them');
    const { commit } = bot.store;
    let refused = 0;
    bot.store.commit = async (partition, changes) => {
      const arrives = changes.some((one) => one.kind === 'put' && one.record.type === 'arrival');
      if (arrives && refused < 20 && refused++ >= 0) return { kind: 'unavailable', reason: 'test' };
      return commit(partition, changes);
    };
    await bot.deliver();
    bot.store.commit = commit;
    bot.setNow(new Date('2026-03-02T10:30:00Z'));
    await settled(bot);
    expect(await orderIn(bot)).toEqual(['1. Gil', '2. Dan', '3. Cat', '4. Ann', '5. Bob']);
  });
});

describe('What a lead did for an applicant of a hub that is merged', () => {
  test('When it has come into the other hub, it still reads as the lead’s doing, with their words', async () => {
    const bot = await threeHubs();
    const tess = stranger('Tess Okafor');
    const applicationId = await withHub(bot, tess.name);
    await decide(bot, helen, applicationId, 'offer');
    const asked = await bot.execute(helen, 'card', 'decisions.ask', {
      ...{ hubId: 'demo', applicationId, event: 'accept-for' },
    });
    await bot.press(helen, asked, 'Accept it for them now', { words: 'You rang on Monday.' });
    const own = async () => textOf(await bot.execute(tess, 'card', 'application.show', {}));
    expect(await own()).toContain('What your hub wrote\nYou rang on Monday.');
    await bot.press(colin, await endHub(bot, 'glow'), 'Merge them');
    await settled(bot);
    expect(await own()).toContain('GLOW has recorded that you accept your place');
    expect(await own()).toContain('What your hub wrote\nYou rang on Monday.');
    const there = { hubId: 'glow', applicationId, part: 'history' };
    const history = textOf(await bot.execute(helen, 'card', 'applications.view', there));
    expect(history).toMatch(/Passed to another hub, by/);
    expect(history.match(/^Accepted, by .*$/gm)).toEqual(['Accepted, by Helen Marsh for the applicant']);
  });
});

describe('Decisions that were released for the morning when the hub is merged overnight', () => {
  const gwen = stranger('Gwen Lead');
  const toldTo = (bot: TestBot, who: TeamsPerson): Seen[] =>
    bot.teams.sent(bot.from.message(who, '').conversation.id).flatMap((one) => {
      const { attachments } = one as { attachments?: { content: NonNullable<Seen['card']> }[] };
      const card = attachments?.[0]?.content;
      const seen = card && { id: String(one.id), conversationId: one.conversationId, card };
      return seen && /not been told|Nobody has been told/.test(textOf(seen)) ? [seen] : [];
    });

  async function released(): Promise<TestBot> {
    const bot = await threeHubs();
    await bot.say(helen, 'help');
    await bot.say(gwen, codeIn(await bot.execute(colin, 'card', 'leads.code', { op: 'gwen', hubId: 'glow' })));
    bot.setNow(new Date('2026-03-02T20:00:00Z'));
    const about = { hubId: 'demo', applicationId: await withHub(bot, 'Tess Okafor') };
    const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about, event: 'offer' });
    await bot.press(helen, asked, 'Keep it for later');
    const release = await bot.execute(helen, 'card', 'staged.ask', { hubId: 'demo' });
    await bot.press(helen, release, 'Release them');
    return bot;
  }
  async function strike(bot: TestBot, instant: string): Promise<void> {
    bot.setNow(new Date(instant));
    await bot.runSchedule();
    await bot.deliver();
    await bot.deliver();
  }

  test('When the morning comes, nobody is told, what is kept is with the other hub, and its leads hear of it', async () => {
    const bot = await released();
    await bot.press(colin, await endHub(bot, 'glow'), 'Merge them');
    await bot.deliver();
    await strike(bot, '2026-03-03T09:00:00Z');
    const [there] = await bot.records('hub:glow', 'application');
    expect(there).toMatchObject({ state: 'with-hub', staged: { event: 'offer' } });
    for (const lead of [helen, gwen]) expect(toldTo(bot, lead)).toHaveLength(1);
    const [[own], [told]] = [toldTo(bot, helen), toldTo(bot, gwen)];
    expect(textOf(own as Seen)).toContain('Nobody has been told, 1 still waits');
    expect(textOf(own as Seen)).toContain('1: the hub that released it is part of another now');
    expect(textOf(await bot.press(helen, own as Seen, 'See who and why'))).toContain('Tess Okafor');
    if (!told) throw new Error('nobody told her');
    expect(textOf(told)).toContain('1 applicant has not been told');
    expect(textOf(told)).toContain('released by a hub that is part of yours now');
    const list = textOf(await bot.press(gwen, told, 'See who and why'));
    expect(list).toContain('GLOW · Decisions kept for later');
    expect(list).toContain('Tess Okafor');
    await settled(bot);
  });

  test('When they are still on their way in the morning, the leads hear of it once they have come', async () => {
    const bot = await released();
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) => {
      const arrives = changes.some((one) => one.kind === 'put' && one.record.type === 'arrival');
      if (arrives) throw new Error('a test: the process is gone');
      return commit(partition, changes);
    };
    await bot.press(colin, await endHub(bot, 'glow'), 'Merge them');
    await bot.deliver();
    await strike(bot, '2026-03-03T09:00:00Z');
    expect(toldTo(bot, gwen)).toEqual([]);
    bot.store.commit = commit;
    await strike(bot, '2026-03-03T11:00:00Z');
    await strike(bot, '2026-03-03T13:00:00Z');
    expect(toldTo(bot, gwen)).toHaveLength(1);
    await settled(bot);
  });
});
