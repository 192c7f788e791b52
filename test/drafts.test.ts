import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { filledIn, inSteps } from './support/filled-in.ts';
import { apply, fillIn, linkCode } from './support/flows.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');
const [you, school, why] = inSteps();
const typedYou = you?.typed ?? {};
const typedSchool = school?.typed ?? {};
const typedWhy = why?.typed ?? {};

const next = (bot: TestBot, on: Seen, typed: object, who = tess) => bot.press(who, on, 'Save and next', typed);
const draftOf = async (bot: TestBot, who = tess) => (await bot.records(`person:${who.aadObjectId}`, 'draft'))[0];
/** What stands in a field of a card. */
function fieldOf(node: unknown, id: string): unknown {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('id' in node && node.id === id && 'value' in node) return node.value;
  return Object.values(node)
    .map((child) => fieldOf(child, id))
    .find((value) => value !== undefined);
}

describe('A draft', () => {
  test('When somebody saves a step and types “resume application” elsewhere, they go on where they stopped', async () => {
    const bot = await startBot();
    const second = await next(bot, await bot.say(tess, 'apply'), typedYou);
    expect(textOf(second)).toContain('Step 2 of 3');
    const resumed = await bot.say(tess, 'resume application');
    expect(textOf(resumed)).toContain('Step 2 of 3');
    const first = await bot.press(tess, resumed, 'Save and go back', { ...typedSchool, search: 'ash' });
    expect(textOf(first)).toContain('Step 1 of 3');
    expect(fieldOf(first.card, 'role')).toBe('Maths teacher');
    expect(await draftOf(bot)).toMatchObject({ values: { search: 'ash', typedSchool: 'Ashdown Academy' } });
    expect(await bot.records('hub:demo', 'application')).toEqual([]);
  });

  test('When a step is not right, each fault stands beside its field, and all that was typed is kept', async () => {
    const bot = await startBot();
    const again = await next(bot, await bot.say(tess, 'apply'), { ...typedYou, email: 'nonsense', started: '13/2021' });
    expect(textOf(again)).toContain('Step 1 of 3');
    expect(textOf(again)).toContain('Enter your work email, like name@school.org.uk\nWork email');
    expect(textOf(again)).toContain('Enter the month and year you started teaching, like 09/2021');
    expect(fieldOf(again.card, 'email')).toBe('nonsense');
    expect((await draftOf(bot))?.values).toMatchObject({ email: 'nonsense', started: '13/2021' });
    expect(textOf(await next(bot, again, typedYou))).toContain('Step 2 of 3');
  });

  test('When “Save and finish later” is pressed, the card says how to go on and until when it is kept', async () => {
    const bot = await startBot();
    const kept = await bot.press(tess, await bot.say(tess, 'apply'), 'Save and finish later', { name: 'T' });
    expect(textOf(kept)).toContain('Your draft is saved');
    expect(textOf(kept)).toContain('Kept until\n13 May 2026');
    expect(textOf(await bot.say(tess, 'my application'))).toContain('a draft, not sent yet');
    const open = await bot.press(tess, kept, 'Go on with it');
    expect(fieldOf(open.card, 'name')).toBe('T');
  });

  test('When the same press comes again and again, also from an old client, the draft moves on once', async () => {
    const bot = await startBot();
    const first = await bot.say(tess, 'apply');
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => next(bot, first, typedYou)),
      bot.pressOld(tess, first, 'Save and next', typedYou),
    ]);
    for (const answer of answers) expect(textOf(answer)).toContain('Step 2 of 3');
    expect((await draftOf(bot))?.values).toMatchObject({ role: 'Maths teacher' });
  });

  test('When two devices save the same step, the later is told, sees what was typed on it, and can keep it', async () => {
    const bot = await startBot();
    const phone = await bot.say(tess, 'apply');
    const laptop = await bot.say(tess, 'apply');
    await next(bot, phone, typedYou);
    const told = await next(bot, laptop, { ...typedYou, role: 'Head of maths' });
    expect(textOf(told)).toContain('saved on another device');
    expect(fieldOf(told.card, 'role')).toBe('Head of maths');
    expect((await draftOf(bot))?.values).toMatchObject({ role: 'Maths teacher' });
    await next(bot, told, { ...typedYou, role: 'Head of maths' });
    expect((await draftOf(bot))?.values).toMatchObject({ role: 'Head of maths' });
  });

  test('When two devices save different steps, both are kept', async () => {
    const bot = await startBot();
    const phone = await next(bot, await bot.say(tess, 'apply'), typedYou);
    const laptop = await bot.press(tess, phone, 'Save and go back', typedSchool);
    await next(bot, laptop, { ...typedYou, role: 'Head of maths' });
    await next(bot, phone, typedSchool);
    expect((await draftOf(bot))?.values).toMatchObject({ role: 'Head of maths', typedSchool: 'Ashdown Academy' });
  });

  test('When a step is pressed after the application was sent, nothing is written and the card says how it stands', async () => {
    const bot = await startBot();
    const first = await bot.say(tess, 'apply');
    await apply(bot, tess);
    expect(await draftOf(bot)).toBeUndefined();
    const late = await next(bot, first, { ...typedYou, role: 'Late' });
    expect(textOf(late)).toContain('This form was sent already');
    expect(textOf(late)).toContain('waits for your headteacher');
    expect(await draftOf(bot)).toBeUndefined();
  });

  test('When somebody applies again, a card of the form they sent before writes nothing over', async () => {
    const bot = await startBot();
    const old = await bot.say(tess, 'apply');
    const asked = await bot.press(tess, await apply(bot, tess), 'Withdraw my application');
    await bot.press(tess, asked, 'Withdraw my application');
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    const anew = await bot.say(tess, 'apply');
    const late = await next(bot, old, { ...typedYou, role: 'Of the old card' });
    expect(textOf(late)).toContain('of a form before this one');
    expect(fieldOf(late.card, 'role')).toBe('Of the old card');
    expect((await draftOf(bot))?.values).toMatchObject({ role: 'Maths teacher' });
    expect(textOf(await next(bot, anew, { ...typedYou, role: 'Of the new card' }))).toContain('Step 2 of 3');
    expect((await draftOf(bot))?.values).toMatchObject({ role: 'Of the new card' });
    await bot.execute(tess, 'card', 'application.save-school', {
      op: 'o',
      cohort: '10',
      version: 1,
      go: 'next',
      ...typedSchool,
      headteacher: 'Mr Old',
    });
    expect((await draftOf(bot))?.values).toMatchObject({ headteacher: 'Dr Amara Lowe' });
    await next(bot, late, { ...typedYou, role: 'Of the old card' });
    expect((await draftOf(bot))?.values).toMatchObject({ role: 'Of the new card' });
  });

  test('When a draft is gone and its card is still open, what is typed into it begins a new one', async () => {
    const bot = await startBot();
    const first = await bot.say(tess, 'apply');
    bot.setNow(new Date('2026-07-01T10:00:00Z'));
    const saved = await next(bot, first, typedYou);
    expect(textOf(saved)).toContain('Step 2 of 3');
    expect((await draftOf(bot))?.values).toMatchObject({ role: 'Maths teacher' });
  });

  test('When somebody else presses with ids of a draft that is not theirs, they only ever touch their own', async () => {
    const bot = await startBot();
    await fillIn(bot, tess);
    const imran = demoPerson('Imran');
    const { version } = (await draftOf(bot)) as unknown as { version: number };
    const forged = { op: 'forged', cohort: '10', version };
    const answer = await bot.execute(imran, 'card', 'application.submit', forged);
    expect(textOf(answer)).toContain('You have not applied yet');
    await bot.execute(imran, 'card', 'application.save-why', { ...forged, go: 'next', why: 'Mine now' });
    expect((await draftOf(bot))?.values).toMatchObject({ why: 'I want my classes to understand.' });
    expect(await bot.records('hub:demo', 'application')).toEqual([]);
  });
});

describe('How long a draft is kept', () => {
  test('When its hub closes on a date, it is kept for 30 days more, and looked at every morning', async () => {
    const bot = await startBot();
    await bot.say(tess, 'apply');
    // The demo hub closes on Monday 13 April 2026, a week after Easter Monday.
    expect(await draftOf(bot)).toMatchObject({ due: '2026-03-03T09:00:00.000Z', expires: '2026-05-13T23:00:00.000Z' });
    bot.setNow(new Date('2026-04-10T10:00:00Z'));
    await next(bot, await bot.say(tess, 'apply'), typedYou);
    expect(await draftOf(bot)).toMatchObject({ due: '2026-04-11T08:00:00.000Z' });
    bot.setNow(new Date('2026-05-14T10:00:00Z'));
    expect(await draftOf(bot)).toBeUndefined();
  });

  test('When no hub is chosen or the hub has no dates, it is kept for 180 days, and looked at once it has a hub', async () => {
    const bot = await startBot();
    await bot.execute(demoPerson('Colin'), 'x', 'hubs.import-all', { op: 'glow', csv: 'name\nGLOW' });
    await bot.say(tess, 'apply');
    const draft = await draftOf(bot);
    expect(draft).toMatchObject({ expires: '2026-08-29T23:00:00.000Z' });
    expect(draft?.due).toBeUndefined();
    const second = await next(bot, await bot.say(tess, 'apply'), typedYou);
    expect(textOf(second)).toContain('GLOW (has not said when)');
    await next(bot, second, { ...typedSchool, hub: 'glow' });
    expect(await draftOf(bot)).toMatchObject({ due: '2026-03-03T09:00:00.000Z' });
  });

  test('When a hub has set no dates, a draft can be filled in, and the summary says why it cannot be sent', async () => {
    const bot = await startBot();
    await bot.execute(demoPerson('Colin'), 'x', 'hubs.import-all', { op: 'glow', csv: 'name\nGLOW' });
    const summary = await fillIn(bot, tess, { hub: 'glow' });
    expect(textOf(summary)).toContain('Ready, but it cannot be sent today');
    expect(textOf(summary)).toContain('has not said whether applications are open');
    const { version } = (await draftOf(bot)) as unknown as { version: number };
    const forged = await bot.execute(tess, 'x', 'application.submit', { op: 'o', cohort: '10', version });
    expect(textOf(forged)).toContain('has not said whether applications are open');
    expect(await bot.records('hub:glow', 'application')).toEqual([]);
    expect(await draftOf(bot)).toBeDefined();
  });
});

describe('What a draft begins with', () => {
  test('When Teams knows the address and they told the bot about themselves, both stand in the form', async () => {
    const bot = await startBot();
    const { id, name, aadObjectId } = tess;
    bot.teams.setMembers([{ id, name, aadObjectId, email: 'tess@ashdown.example' }]);
    await bot.say(tess, 'can I apply? I have QTS and I started teaching in September 2021');
    const { card } = await bot.say(tess, 'apply');
    expect(fieldOf(card, 'name')).toBe('Tess Okafor');
    expect(fieldOf(card, 'email')).toBe('tess@ashdown.example');
    expect(fieldOf(card, 'qts')).toBe('yes');
    expect(fieldOf(card, 'started')).toBe('09/2021');
  });

  test('When Teams does not say who is in the chat, the form comes without an address', async () => {
    const bot = await startBot();
    bot.teams.inject({ status: 403, match: ({ path }) => path.includes('members') });
    const { card } = await bot.say(tess, 'apply');
    expect(fieldOf(card, 'email')).toBe('');
  });

  test('When they have said where they work, the school step has looked for it', async () => {
    const bot = await startBot();
    const form = await bot.say(tess, 'school');
    await bot.press(tess, form, 'Save my school', { school: 'Beckside School' });
    const second = await next(bot, await bot.say(tess, 'apply'), typedYou);
    expect(textOf(second)).toContain('Beckside School, Little Demoford');
  });
});

describe('The school', () => {
  const toSchool = async (bot: TestBot) => next(bot, await bot.say(tess, 'apply'), typedYou);

  test('When it is looked for, up to seven are offered by the register’s names, and the chosen one brings its headteacher', async () => {
    const bot = await startBot();
    const found = await bot.press(tess, await toSchool(bot), 'Find school', { search: 'ashdwn acadmy' });
    expect(textOf(found)).toContain('Ashdown Academy, Demoford, ZZ1 1AA');
    expect(textOf(found)).toContain('My school isn’t listed');
    const third = await next(bot, found, { search: 'ashdwn acadmy', school: '900001', headteacher: '', hub: 'demo' });
    expect(textOf(third)).toContain('Step 3 of 3');
    expect((await draftOf(bot))?.values).toMatchObject({ headteacher: 'Mrs Judith Fenwick' });
    await next(bot, third, typedWhy);
    await bot.press(tess, await bot.say(tess, 'apply'), 'Submit my application');
    const [application] = await bot.records('hub:demo', 'application');
    expect(application).toMatchObject({
      answers: { school: 'Ashdown Academy, Demoford', urn: '900001', headteacher: 'Mrs Judith Fenwick' },
      schoolFacts: { stateFunded: 'yes', secondary: 'yes' },
    });
  });

  test('When its number is typed, it is chosen at once, with its headteacher; another school brings another', async () => {
    const bot = await startBot();
    const found = await bot.press(tess, await toSchool(bot), 'Find school', { search: '900002' });
    expect(fieldOf(found.card, 'school')).toBe('900002');
    expect(fieldOf(found.card, 'headteacher')).toBe('Mr Anil Desai');
    const typed = { search: '900003', school: '900002', headteacher: 'Mr Anil Desai' };
    const other = await bot.press(tess, found, 'Find school', typed);
    expect(fieldOf(other.card, 'headteacher')).toBe('Ms Carol Ashworth');
  });

  test('When nothing like it is found, the card says what to try, and a school that is not listed can be typed', async () => {
    const bot = await startBot();
    const none = await bot.press(tess, await toSchool(bot), 'Find school', { search: 'qqqq zzzz' });
    expect(textOf(none)).toContain('I found no school like that');
    const typing = await next(bot, none, { ...typedSchool, typedSchool: '' });
    expect(textOf(typing)).toContain('Your school’s name and town');
    expect(textOf(typing)).toContain('Enter your school');
    expect(textOf(await next(bot, typing, typedSchool))).toContain('Step 3 of 3');
  });

  test('When a number that is no school’s is forged, it is not taken', async () => {
    const bot = await startBot();
    const again = await next(bot, await toSchool(bot), { ...typedSchool, school: '123456', hub: 'no-such-hub' });
    expect(textOf(again)).toContain('Find your school, then choose it');
    expect(textOf(again)).toContain('Choose your Maths Hub');
    expect(textOf(again)).toContain('Step 2 of 3');
  });

  test('When no register was imported, the school is typed', async () => {
    const bot = await startBot({ demo: false });
    const csv = 'name,opens,closes,quota\nGLOW,2026-02-01,2026-04-01,5';
    const { tenantId, aadObjectId } = tess;
    await bot.stop();
    const open = await startBot({
      demo: false,
      env: { COORDINATORS: `${tenantId}:${aadObjectId}`, ALLOWED_TENANTS: '*' },
    });
    await open.execute(tess, 'x', 'hubs.import-all', { op: 'glow', csv });
    const done = await apply(open, stranger('Nia'), { hub: 'glow' });
    expect(textOf(done)).toContain('Your application');
    expect(textOf(done)).toContain('Ashdown Academy');
  });
});

describe('The hub that a school’s local authority suggests', () => {
  // Beckside School is in Demoshire, Deepdale Free School in Mockland, Ashton Down Academy in North Mockland.
  const [demoshire, mockland, northMockland] = ['900002', '900004', '900007'];
  const window = '2026-02-01,2026-04-01,5';
  /** The demo hub covers Demoshire and Mockland. */
  const withHubs = async (...rows: string[]) => {
    const bot = await startBot();
    const csv = ['name,opens,closes,quota,authorities', ...rows].join('\n');
    await bot.execute(demoPerson('Colin'), 'x', 'hubs.import-all', { op: 'hubs', csv });
    return bot;
  };
  const twoMore = [`GLOW,${window},North Mockland Council`, `Solent,${window},`];
  const toSchool = async (bot: TestBot) => next(bot, await bot.say(tess, 'apply'), typedYou);
  /** Finds a school with what stands in the card's other fields, as somebody who touches nothing else. */
  const find = (bot: TestBot, on: Seen, search: string, typed: object = {}) =>
    bot.press(tess, on, 'Find school', { search, hub: fieldOf(on.card, 'hub'), ...typed });
  const asItStands = (on: Seen) =>
    Object.fromEntries(['search', 'school', 'headteacher', 'hub'].map((id) => [id, fieldOf(on.card, id)]));

  test('When their school is found, one line says which hub covers it, and that hub is chosen until they choose', async () => {
    const bot = await withHubs(...twoMore);
    const second = await toSchool(bot);
    expect(textOf(second)).not.toContain('covered by');
    expect(textOf(second)).toContain('Left empty, I suggest the hub that covers your school’s local authority');
    expect(fieldOf(second.card, 'hub')).toBe('');
    const found = await find(bot, second, demoshire);
    expect(textOf(found)).toContain(
      'Your school is in Demoshire, covered by Demo Maths Hub. A school may choose any hub.\nYour Maths Hub',
    );
    expect(fieldOf(found.card, 'hub')).toBe('demo');
    expect(textOf(found)).not.toContain('Choose your Maths Hub');
    expect(textOf(found)).not.toContain('Left empty, I suggest');
    expect(textOf(await next(bot, found, asItStands(found)))).toContain('Step 3 of 3');
    expect(await draftOf(bot)).toMatchObject({ hubId: 'demo', due: '2026-03-03T09:00:00.000Z' });
  });

  test('When they find another school instead, the hub that was only suggested is that school’s, by any name of its authority', async () => {
    const bot = await withHubs(...twoMore);
    const found = await find(bot, await toSchool(bot), demoshire);
    const third = await next(bot, found, asItStands(found));
    const again = await bot.press(tess, third, 'Save and go back', typedWhy);
    expect(fieldOf(again.card, 'hub')).toBe('demo');
    const searching = await find(bot, again, 'school');
    expect(fieldOf(searching.card, 'hub')).toBe('demo');
    const other = await find(bot, searching, northMockland);
    expect(textOf(other)).toContain('Your school is in North Mockland, covered by GLOW.');
    expect(fieldOf(other.card, 'hub')).toBe('glow');
    const summary = await next(bot, other, asItStands(other));
    expect(textOf(summary)).toContain('Your hub\nGLOW');
    await bot.press(tess, summary, 'Submit my application');
    expect(await bot.records('hub:glow', 'application')).toHaveLength(1);
  });

  test('When the draft goes on for another cohort, a hub that was only suggested still goes with the school', async () => {
    const bot = await withHubs(...twoMore);
    const found = await find(bot, await toSchool(bot), demoshire);
    const years = { yearOneFrom: '', yearOneTo: '', yearTwoTo: '' };
    const start = { op: 'eleven', cohort: '10', name: '11', ...years };
    await next(bot, found, asItStands(found));
    await bot.execute(demoPerson('Colin'), 'x', 'cohort.start', start);
    const resumed = await bot.say(tess, 'apply');
    expect(textOf(resumed)).toContain('Cohort 11 · Step 3 of 3');
    const again = await bot.press(tess, resumed, 'Save and go back', typedWhy);
    expect(fieldOf(again.card, 'hub')).toBe('demo');
    expect(fieldOf((await find(bot, again, northMockland)).card, 'hub')).toBe('glow');
  });

  test('When they choose another hub, it stays, whichever school they find, and nothing stands in their way', async () => {
    const bot = await withHubs(...twoMore);
    const found = await find(bot, await toSchool(bot), demoshire, { hub: 'solent' });
    expect(textOf(found)).toContain('covered by Demo Maths Hub');
    expect(fieldOf(found.card, 'hub')).toBe('solent');
    const other = await find(bot, found, northMockland);
    expect(textOf(other)).toContain('covered by GLOW');
    expect(fieldOf(other.card, 'hub')).toBe('solent');
    const third = await next(bot, other, { ...asItStands(other) });
    const summary = await next(bot, third, typedWhy);
    expect(textOf(summary)).toContain('Your hub\nSolent');
    expect(textOf(summary)).not.toContain('GLOW');
    await bot.press(tess, summary, 'Submit my application');
    expect(await bot.records('hub:solent', 'application')).toHaveLength(1);
  });

  test('When they choose their own hub over the suggested one, a school found later does not take it from them', async () => {
    const bot = await withHubs(...twoMore);
    const found = await find(bot, await toSchool(bot), demoshire);
    const own = await find(bot, found, demoshire, { hub: 'glow' });
    expect(fieldOf(own.card, 'hub')).toBe('glow');
    const back = await find(bot, own, mockland);
    expect(fieldOf(back.card, 'hub')).toBe('glow');
  });

  test('When the school is chosen from a list and no hub is, the step asks to check the one it suggests', async () => {
    const bot = await withHubs(...twoMore);
    const found = await find(bot, await toSchool(bot), 'ashdown');
    expect(textOf(found)).not.toContain('covered by');
    const again = await next(bot, found, { search: 'ashdown', school: '900001', headteacher: '', hub: '' });
    expect(textOf(again)).toContain('Step 2 of 3');
    expect(textOf(again)).toContain('Check that this is your hub, then save again\nYour Maths Hub');
    expect(fieldOf(again.card, 'hub')).toBe('demo');
    expect(await draftOf(bot)).not.toHaveProperty('hubId');
    expect(textOf(await next(bot, again, asItStands(again)))).toContain('Step 3 of 3');
  });

  test('When another authority’s school is saved under a hub that was only suggested, the step shows the other hub first', async () => {
    const bot = await withHubs(...twoMore);
    const found = await find(bot, await toSchool(bot), demoshire);
    const again = await next(bot, found, { ...asItStands(found), school: northMockland });
    expect(textOf(again)).toContain('covered by GLOW');
    expect(textOf(again)).toContain('Check that this is your hub');
    expect(fieldOf(again.card, 'hub')).toBe('glow');
    const notListed = await next(bot, again, { ...typedSchool, hub: 'glow' });
    expect(textOf(notListed)).toContain('Choose your Maths Hub');
    expect(textOf(notListed)).not.toContain('covered by');
    expect(fieldOf(notListed.card, 'hub')).toBe('');
  });

  test('When two hubs cover it, both are named and neither is chosen; one that has closed is named as closed', async () => {
    const bot = await withHubs(`GLOW,${window},MOCKLAND`, 'Solent,2026-01-01,2026-02-01,5,Demoshire');
    const both = await find(bot, await toSchool(bot), mockland);
    expect(textOf(both)).toContain('Your school is in Mockland, covered by Demo Maths Hub and GLOW.');
    expect(fieldOf(both.card, 'hub')).toBe('');
    expect(textOf(await next(bot, both, asItStands(both)))).toContain('Choose your Maths Hub');
    const one = await find(bot, await bot.say(tess, 'apply'), demoshire);
    expect(textOf(one)).toContain('covered by Demo Maths Hub and Solent (closed 1 February 2026).');
    expect(fieldOf(one.card, 'hub')).toBe('demo');
  });

  test('When the only hub that covers it has closed, it is not chosen for them', async () => {
    const bot = await withHubs('GLOW,2026-01-01,2026-02-01,5,North Mockland');
    const found = await find(bot, await toSchool(bot), northMockland);
    expect(textOf(found)).toContain('covered by GLOW (closed 1 February 2026).');
    expect(fieldOf(found.card, 'hub')).toBe('');
  });

  test('When no hub covers it, nothing is said and nothing is chosen', async () => {
    const bot = await withHubs(`Solent,${window},`);
    const found = await find(bot, await toSchool(bot), northMockland);
    expect(textOf(found)).not.toContain('covered by');
    expect(textOf(found)).not.toContain('I suggest');
    expect(fieldOf(found.card, 'hub')).toBe('');
  });

  test('When no hub has any local authority, nothing is said, before a school is found and after', async () => {
    const bot = await withHubs(`Solent,${window},`);
    const demo = { hubId: 'demo', cohort: '10', name: 'Demo Maths Hub', opens: '2026-02-01', closes: '2026-04-01' };
    await bot.execute(demoPerson('Colin'), 'x', 'hubs.save', { op: 'none', ...demo, authorities: '' });
    const second = await toSchool(bot);
    for (const card of [second, await find(bot, second, demoshire)]) {
      expect(textOf(card)).not.toMatch(/covered by|I suggest/);
      expect(fieldOf(card.card, 'hub')).toBe('');
    }
  });

  test('When there is one hub, the line says that it covers the school, and of no choice', async () => {
    const bot = await startBot();
    const found = await find(bot, await toSchool(bot), 'ZZ1 1AA');
    expect(textOf(found)).toContain('Your school is in Demoshire, covered by Demo Maths Hub.\n');
    expect(textOf(found)).not.toContain('any hub');
  });

  test('When the step was saved on another device, what stood here comes back, and a suggestion stays one', async () => {
    const bot = await withHubs(...twoMore);
    const phone = await find(bot, await toSchool(bot), demoshire);
    const laptop = await bot.say(tess, 'apply');
    await next(bot, phone, { ...asItStands(phone), headteacher: 'Somebody Else' });
    const told = await next(bot, laptop, asItStands(laptop));
    expect(textOf(told)).toContain('saved on another device');
    expect(fieldOf(told.card, 'hub')).toBe('demo');
    expect(fieldOf((await find(bot, told, northMockland)).card, 'hub')).toBe('glow');
  });

  test('When an application that was sent is changed, its hub stays and no other is suggested', async () => {
    const bot = await withHubs(...twoMore);
    await apply(bot, tess, { hub: 'glow' });
    const summary = await bot.press(tess, await bot.say(tess, 'my application'), 'Change my application');
    const found = await find(bot, await bot.press(tess, summary, 'Change school and hub'), demoshire);
    expect(fieldOf(found.card, 'school')).toBe(demoshire);
    expect(textOf(found)).not.toContain('covered by');
    expect(await bot.records(`person:${tess.aadObjectId}`, 'draft')).toMatchObject([{ hubId: 'glow' }]);
  });
});

describe('A long answer as a message', () => {
  const toWhy = async (bot: TestBot) => next(bot, await next(bot, await bot.say(tess, 'apply'), typedYou), typedSchool);
  const ask = async (bot: TestBot, typed: object = {}) =>
    bot.press(tess, await toWhy(bot), 'Type it as a message instead', typed);

  test('When it is sent, it is shown back, and only “Use this” makes it the answer', async () => {
    const bot = await startBot();
    expect(textOf(await ask(bot, { subjectLeaderKnows: 'true' }))).toContain('Send me your answer as a message');
    const heard = await bot.say(tess, 'How many days is Year One? I would like\nto find out by doing it.');
    expect(textOf(heard)).toContain('Is this why you apply?');
    expect((await draftOf(bot))?.values).toMatchObject({ why: '' });
    const used = await bot.press(tess, heard, 'Use this');
    expect(textOf(used)).toContain('Step 3 of 3');
    expect((await draftOf(bot))?.values).toMatchObject({
      why: 'How many days is Year One? I would like\nto find out by doing it.',
      subjectLeaderKnows: true,
    });
    expect(textOf(await bot.press(tess, heard, 'Use this'))).toContain('Step 3 of 3');
    expect(textOf(await bot.say(tess, 'How many days is Year One?'))).toContain('7.5');
  });

  test('When it is to be typed again, the next message takes its place', async () => {
    const bot = await startBot();
    await ask(bot);
    const heard = await bot.say(tess, 'First try.');
    await bot.press(tess, heard, 'Type it again');
    expect(textOf(await bot.say(tess, 'Second try.'))).toContain('Second try.');
  });

  test('When a command is typed meanwhile, it does what it always does, and the next message still counts', async () => {
    const bot = await startBot();
    await ask(bot);
    expect(textOf(await bot.say(tess, 'help'))).toContain('What I can do');
    expect(textOf(await bot.say(tess, 'Because.'))).toContain('Is this why you apply?');
  });

  test('When it is too long, it is not cut: the card says how long it was', async () => {
    const bot = await startBot();
    await ask(bot);
    const long = await bot.say(tess, 'x'.repeat(2001));
    expect(textOf(long)).toContain('2,001 characters');
    expect(textOf(await bot.say(tess, 'x'.repeat(2000)))).toContain('Is this why you apply?');
  });

  test('When an hour has gone by, or they went on with the card, a message is a question again', async () => {
    const bot = await startBot();
    const waiting = await ask(bot);
    bot.setNow(new Date('2026-03-02T11:00:01Z'));
    expect(textOf(await bot.say(tess, 'How many days is Year One?'))).toContain('7.5');
    const form = await bot.press(tess, waiting, 'Back to the form');
    const again = await bot.press(tess, form, 'Type it as a message instead');
    await next(bot, await bot.press(tess, again, 'Back to the form'), typedWhy);
    expect(textOf(await bot.say(tess, 'How many days is Year One?'))).toContain('7.5');
  });

  test('When somebody else writes, or the answer is typed in a channel, it is nobody’s answer', async () => {
    const bot = await startBot();
    await ask(bot);
    expect(textOf(await bot.say(demoPerson('Imran'), 'Because.'))).not.toContain('Is this why you apply?');
    const chat = { kind: 'group' as const, id: '19:chat@thread.v2' };
    expect(textOf(await bot.say(tess, 'How many days is Year One?', chat))).toContain('7.5');
  });
});

describe('A draft and an application beside it', () => {
  const ana = demoPerson('Ana');
  const helen = demoPerson('Helen');
  /** Helen applies for Ana, who has begun a draft. */
  async function appliedFor(bot: TestBot): Promise<Seen> {
    const summary = await fillIn(bot, ana, { why: 'My own words.' });
    const form = await bot.execute(helen, 'x', 'on-behalf.form', { hubId: 'demo', personId: ana.aadObjectId });
    await bot.press(helen, form, 'Submit it for them', { ...filledIn, name: ana.name, why: 'The lead’s words.' });
    return summary;
  }
  const withdrawn = async (bot: TestBot, who: typeof ana) => {
    const asked = await bot.press(who, await bot.say(who, 'my application'), 'Withdraw my application');
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    return bot.press(who, asked, 'Withdraw my application');
  };

  test('When a lead applies for somebody with a draft, both are kept, and changes to the one leave the other alone', async () => {
    const bot = await startBot();
    const summary = await appliedFor(bot);
    const late = await bot.press(ana, summary, 'Submit my application');
    expect(textOf(late)).toContain('this one was not sent. Your draft is kept');
    const changes = await bot.press(ana, late, 'Change my application');
    expect(textOf(changes)).toContain('The lead’s words.');
    const step = await bot.press(ana, changes, 'Change why');
    const changed = await next(bot, step, { ...typedWhy, why: 'Changed words.' }, ana);
    expect(textOf(changed)).toContain('Changed words.');
    expect(textOf(await bot.press(ana, changed, 'Send my changes'))).toContain('Changed words.');
    expect(await bot.records('hub:demo', 'application')).toMatchObject([{ answers: { why: 'Changed words.' } }]);
    const again = await bot.press(ana, await withdrawn(bot, ana), 'Apply again');
    expect(textOf(again)).toContain('My own words.');
  });

  test('When changes were not sent before it ended, “Apply again” begins with them', async () => {
    const bot = await startBot();
    const changes = await bot.press(tess, await apply(bot, tess), 'Change my application');
    await next(bot, await bot.press(tess, changes, 'Change why'), { ...typedWhy, why: 'Not sent yet.' });
    const form = await bot.press(tess, await withdrawn(bot, tess), 'Apply again');
    let card = form;
    for (const step of [typedYou, typedSchool]) card = await next(bot, card, step);
    expect(fieldOf(card.card, 'why')).toBe('Not sent yet.');
    expect(fieldOf(card.card, 'subjectLeaderKnows')).not.toBe('true');
  });

  test('When a long answer is typed for changes, it is the answer there and not in a new draft', async () => {
    const bot = await startBot();
    const summary = await appliedFor(bot);
    const changes = await bot.press(ana, await bot.say(ana, 'my application'), 'Change my application');
    const step = await bot.press(ana, changes, 'Change why');
    await bot.press(ana, step, 'Type it as a message instead', typedWhy);
    const used = await bot.press(ana, await bot.say(ana, 'Typed for the changes.'), 'Use this');
    expect(fieldOf(used.card, 'why')).toBe('Typed for the changes.');
    const own = await bot.press(ana, summary, 'Change why');
    expect(fieldOf(own.card, 'why')).toBe('My own words.');
  });
});

describe('Deleting a draft', () => {
  const ana = demoPerson('Ana');
  const helen = demoPerson('Helen');
  const drafts = (bot: TestBot, who = tess) => bot.records(`person:${who.aadObjectId}`, 'draft');
  const deleted = async (bot: TestBot, asked: Seen, who = tess) => bot.press(who, asked, 'Delete my draft');
  const titlesBehindDots = ({ card }: Seen) =>
    ((card?.actions ?? []) as { title: string; mode?: string }[])
      .filter(({ mode }) => mode === 'secondary')
      .map(({ title }) => title);

  test('When it is deleted from the card that says it is kept, after one question, nothing of it is left and the card says so', async () => {
    const bot = await startBot();
    await bot.say(tess, 'can I apply? I have QTS and I started teaching in September 2021');
    await fillIn(bot, ana);
    const kept = await bot.press(tess, await bot.say(tess, 'apply'), 'Save and finish later', typedYou);
    expect(titlesBehindDots(kept)).toEqual(['Delete my draft']);
    const asked = await deleted(bot, kept);
    expect(textOf(asked)).toContain('Delete your draft?');
    expect(textOf(asked)).toContain('Saved so far\n1 of 3 steps\nLast saved\n2 March 2026, 10.00 am');
    expect(await drafts(bot)).toHaveLength(1);
    const gone = await deleted(bot, asked);
    expect(textOf(gone)).toContain('Your draft is deleted');
    expect(await drafts(bot)).toEqual([]);
    expect(textOf(await deleted(bot, asked))).toContain('Your draft is deleted');
    expect(textOf(await bot.say(tess, 'what next'))).not.toContain('draft');
    expect(textOf(await bot.say(tess, 'my application'))).toContain('You have not applied yet');
    // What they told the bot, and what is anybody else's, is not touched.
    expect(fieldOf((await bot.press(tess, gone, 'Start an application')).card, 'started')).toBe('09/2021');
    expect(await drafts(bot, ana)).toHaveLength(1);
  });

  test('When “Keep my draft” is pressed, or nothing, it stays', async () => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    expect(titlesBehindDots(summary)).toEqual(['Delete my draft']);
    const asked = await deleted(bot, summary);
    const kept = await bot.press(tess, asked, 'Keep my draft');
    expect(textOf(kept)).toContain('Your application is a draft, not sent yet');
    expect(titlesBehindDots(kept)).toEqual(['Delete my draft']);
    expect(await drafts(bot)).toHaveLength(1);
  });

  test.each([
    'Delete my draft',
    'please delete my draft.',
    'discard the application draft',
    'can you delete my draft?',
  ])('When somebody types “%s”, they are asked; where there is none, they read so', async (words) => {
    const bot = await startBot();
    expect(textOf(await bot.say(tess, words))).toContain('You have no draft');
    await fillIn(bot, tess);
    const asked = await bot.say(tess, words);
    expect(textOf(asked)).toContain('Delete your draft?');
    expect(await drafts(bot)).toHaveLength(1);
    expect(textOf(await deleted(bot, asked))).toContain('Your draft is deleted');
    expect(await drafts(bot)).toEqual([]);
    const place = { kind: 'group' as const, id: '19:group@thread.v2' };
    expect(textOf(await bot.say(tess, words, place))).toContain('between you and me');
  });

  test('When it was saved on another device after the question, or is another draft by now, they are asked again', async () => {
    const bot = await startBot();
    const second = await next(bot, await bot.say(tess, 'apply'), typedYou);
    const asked = await bot.say(tess, 'delete my draft');
    await next(bot, second, typedSchool);
    const again = await deleted(bot, asked);
    expect(textOf(again)).toContain('This changed while you were looking');
    expect(textOf(again)).toContain('2 of 3 steps');
    expect(await drafts(bot)).toHaveLength(1);
    await deleted(bot, again);
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    await bot.say(tess, 'apply');
    expect(textOf(await deleted(bot, asked))).toContain('0 of 3 steps');
    expect(textOf(await deleted(bot, again))).toContain('a draft, not sent yet');
    expect(await drafts(bot)).toHaveLength(1);
  });

  test('When it is sent and deleted at the same time, it is one of the two', async () => {
    const bot = await startBot();
    const summary = await fillIn(bot, tess);
    const asked = await deleted(bot, summary);
    await Promise.all([bot.press(tess, summary, 'Submit my application'), deleted(bot, asked)]);
    await bot.settled();
    const sent = await bot.records('hub:demo', 'application');
    expect(await drafts(bot)).toEqual([]);
    const shown = textOf(await bot.say(tess, 'my application'));
    expect(shown).toContain(sent.length === 1 ? 'waits for your headteacher' : 'You have not applied yet');
  });

  test('When a lead has applied for them, their own draft is deleted and the application stays, with what they change in it', async () => {
    const bot = await startBot();
    await fillIn(bot, ana, { why: 'My own words.' });
    const form = await bot.execute(helen, 'x', 'on-behalf.form', { hubId: 'demo', personId: ana.aadObjectId });
    await bot.press(helen, form, 'Submit it for them', { ...filledIn, name: ana.name });
    const changes = await bot.press(ana, await bot.say(ana, 'my application'), 'Change my application');
    const step = await bot.press(ana, changes, 'Change why');
    await next(bot, step, { ...typedWhy, why: 'Changed words.' }, ana);
    expect(await drafts(bot, ana)).toHaveLength(2);
    const gone = await deleted(bot, await bot.say(ana, 'delete my draft'), ana);
    expect(textOf(gone)).toContain('Your draft is deleted. Your application is not touched.');
    expect(await drafts(bot, ana)).toMatchObject([{ values: { why: 'Changed words.' } }]);
    const asked = await bot.say(ana, 'delete my draft');
    expect(textOf(asked)).toContain('Delete your changes?');
    const left = await bot.press(ana, asked, 'Delete my changes');
    expect(textOf(left)).toContain('Your changes are deleted. Your application is as you sent it.');
    expect(textOf(left)).toContain('I want my classes to understand.');
    expect(await drafts(bot, ana)).toEqual([]);
    expect(textOf(await bot.say(ana, 'delete my draft'))).toContain('You have no draft, so there is nothing to delete');
    expect(await bot.records('hub:demo', 'application')).toHaveLength(1);
  });

  test('When changes are deleted from the card that would send them, the application is as it was sent', async () => {
    const bot = await startBot();
    const changes = await bot.press(tess, await apply(bot, tess), 'Change my application');
    const changed = await next(bot, await bot.press(tess, changes, 'Change why'), { ...typedWhy, why: 'Not sent.' });
    const left = await bot.press(tess, await bot.press(tess, changed, 'Delete my changes'), 'Delete my changes');
    expect(textOf(left)).not.toContain('Not sent.');
    expect(await drafts(bot)).toEqual([]);
    const afresh = await bot.press(tess, left, 'Change my application');
    expect(textOf(afresh)).toContain('I want my classes to understand.');
  });

  test('When the draft began with changes that were never sent, they are gone with it', async () => {
    const bot = await startBot();
    const changes = await bot.press(tess, await apply(bot, tess), 'Change my application');
    await next(bot, await bot.press(tess, changes, 'Change why'), { ...typedWhy, why: 'Never sent.' });
    const asked = await bot.press(tess, await bot.say(tess, 'my application'), 'Withdraw my application');
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    await bot.press(tess, await bot.press(tess, asked, 'Withdraw my application'), 'Apply again');
    const gone = await deleted(bot, await bot.say(tess, 'delete my draft'));
    expect(textOf(gone)).toContain('Your draft is deleted. Your application is not touched.');
    expect(await drafts(bot)).toEqual([]);
    await bot.press(tess, gone, 'Apply again');
    expect(JSON.stringify(await drafts(bot))).not.toContain('Never sent.');
  });

  test('When a long answer was awaited for it, the next message is a question again', async () => {
    const bot = await startBot();
    const third = await next(bot, await next(bot, await bot.say(tess, 'apply'), typedYou), typedSchool);
    await bot.press(tess, third, 'Type it as a message instead', typedWhy);
    await deleted(bot, await bot.say(tess, 'delete my draft'));
    await bot.say(tess, 'apply');
    expect(textOf(await bot.say(tess, 'How many days is Year One?'))).toContain('7.5');
  });

  test('When the draft is of a cohort that people no longer apply to, it can be deleted all the same', async () => {
    const bot = await startBot();
    await fillIn(bot, tess);
    const years = { yearOneFrom: '', yearOneTo: '', yearTwoTo: '' };
    await bot.execute(demoPerson('Colin'), 'x', 'cohort.start', { op: 'o', cohort: '10', name: '11', ...years });
    const asked = await bot.say(tess, 'delete my draft');
    expect(textOf(asked)).toContain('Cohort 10');
    expect(textOf(await deleted(bot, asked))).toContain('Your draft is deleted');
    expect(await drafts(bot)).toEqual([]);
  });
});

test('When another account is linked, the draft comes along', async () => {
  const bot = await startBot();
  const old = stranger('Tess Elsewhere');
  await fillIn(bot, old, { why: 'Words that must not be lost.' });
  const code = await linkCode(bot, tess);
  await bot.say(old, code);
  expect((await draftOf(bot))?.values).toMatchObject({ why: 'Words that must not be lost.' });
});
