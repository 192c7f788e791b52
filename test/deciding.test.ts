import type { TeamsPerson } from './support/activities.ts';
import { buttonsOn, demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import {
  anotherLead,
  application,
  applied,
  decide,
  helen,
  moved,
  newOp,
  newsOf,
  setHub,
  withHub,
} from './support/deciding.ts';
import { linkCode } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';

afterEach(stopBots);

const about = (applicationId: string) => ({ hubId: 'demo', applicationId });
const colin = demoPerson('Colin');

describe('The queue', () => {
  test('When a lead opens it, those with the hub come first, each in a row that says what matters', async () => {
    const bot = await startBot();
    await applied(bot, 'Waiting Teacher');
    await withHub(bot, 'Tess Okafor', { startedTeaching: '2025-09' });
    bot.setNow(new Date('2026-03-02T10:01:00Z'));
    await withHub(bot, 'Typed School', { urn: undefined, school: 'Somewhere', qts: 'not-sure' });
    const queue = textOf(await bot.say(helen, 'applications'));
    expect(queue).toContain('With the hub: 2 applications');
    expect(queue).toContain('Waiting for endorsement: 1 · With the hub: 2');
    expect(queue).toContain('0 of 6 places are offered or accepted.');
    expect(queue).toContain('Endorsed by link, not verified');
    expect(queue).toContain('Check: two years not reached');
    expect(queue).toContain('1 other from this school');
    expect(queue).toContain('Check: ask about QTS, ask about the school');
    expect(queue).not.toContain('Waiting Teacher');
    expect(queue.indexOf('Tess Okafor')).toBeLessThan(queue.indexOf('Typed School'));
  });

  test('When an application is sent just after midnight in summer, it is checked on the day that it is in England', async () => {
    const bot = await startBot({ now: new Date('2026-03-31T23:30:00Z') });
    const id = await withHub(bot, 'Tess Okafor', { startedTeaching: '2024-04' });
    expect(textOf(await bot.say(helen, 'applications'))).not.toContain('two years not reached');
    const check = await bot.execute(helen, 'card', 'applications.view', { ...about(id), part: 'check' });
    expect(textOf(check)).toContain('What they wrote fits the programme’s rules.');
  });

  test('When a lead chooses another state, those are shown, and an empty one says so', async () => {
    const bot = await startBot();
    await applied(bot, 'Waiting Teacher');
    // None is with the hub: those that wait for an endorsement are shown at once.
    const queue = await bot.say(helen, 'applications');
    expect(textOf(queue)).toContain('Waiting Teacher');
    expect(textOf(queue)).toContain('Not endorsed yet');
    const none = await bot.press(helen, queue, 'Show these applications', { state: 'with-hub' });
    expect(textOf(none)).toContain('No application stands at “With the hub”');
    const waiting = await bot.press(helen, none, 'Show these applications', { state: 'waiting-for-endorsement' });
    expect(textOf(waiting)).toContain('Waiting for endorsement: 1 application');
    const forged = await bot.press(helen, queue, 'Show these applications', { state: 'nonsense' });
    expect(textOf(forged)).toContain('Waiting for endorsement: 1 application');
  });

  test('When nobody has applied, it says where they will appear', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(helen, 'applications'))).toContain('No applications yet');
  });

  test('When there are more than fit, it goes on page by page without losing or repeating one', async () => {
    const bot = await startBot();
    const names = Array.from({ length: 11 }, (_, n) => `Teacher ${n}`);
    for (const name of names) await withHub(bot, name);
    const first = await bot.say(helen, 'applications');
    const second = await bot.press(helen, first, 'Next page');
    const seen = `${textOf(first)}\n${textOf(second)}`.match(/^Teacher \d+$/gm);
    expect(seen?.sort()).toEqual(names.sort());
    expect(textOf(await bot.press(helen, second, 'First page'))).toContain('With the hub: 11 applications');
    expect(textOf(first)).toContain('9 or more others from this school');
  });
});

describe('One application', () => {
  test('When a lead opens it, the applicant can edit it no more, and the lead finds the rest on its other cards', async () => {
    const bot = await startBot();
    const settings = await bot.say(helen, 'how we decide');
    await bot.press(helen, settings, 'Save how we decide', { criteria: 'We look for sharing.' });
    const id = await withHub(bot, 'Tess Okafor', { startedTeaching: '2025-09' });
    expect((await application(bot, id)).openedAt).toBeUndefined();
    const view = await bot.press(helen, await bot.say(helen, 'applications'), 'Read Tess Okafor');
    expect(textOf(view)).toContain('I want my classes to understand.');
    expect((await application(bot, id)).openedAt).toBeDefined();
    const check = await bot.press(helen, view, 'Check and school');
    expect(textOf(check)).toContain('Not met. Has less than two years');
    expect(textOf(check)).toContain('September 2027');
    expect(textOf(check)).toContain('Ashdown Academy, Demoford');
    expect(textOf(check)).toContain('We look for sharing.');
    const history = await bot.press(helen, await bot.press(helen, check, 'Notes and opinions'), 'History');
    expect(textOf(history)).toContain('With the hub, by the headteacher');
    expect(textOf(history)).toContain('Waiting for endorsement, by the applicant');
    const audit = await bot.records('hub:demo', 'audit');
    expect(audit.filter(({ event }) => event === 'application-opened')).toHaveLength(1);
  });

  test('When a lead writes notes, they stand there with who wrote them, and there is an end to them', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const form = await bot.execute(helen, 'card', 'notes.write', about(id));
    expect(textOf(form)).toContain('the applicant can ask to see it');
    expect(textOf(await bot.press(helen, form, 'Add this note', { note: ' ' }))).toContain('Write the note first');
    const long = await bot.press(helen, form, 'Add this note', { note: 'x'.repeat(501) });
    expect(textOf(long)).toContain('within 500 characters');
    const [noted] = await Promise.all(
      [1, 2, 3].map(() => bot.press(helen, form, 'Add this note', { note: 'Rang\n\nthe school' })),
    );
    if (!noted) throw new Error('no answer');
    expect(textOf(noted)).toContain('Helen Marsh: Rang the school');
    expect((await application(bot, id)).notes).toHaveLength(1);
    for (let n = 2; n <= 20; n++)
      await bot.execute(helen, 'card', 'notes.add', { op: newOp(), ...about(id), note: `Note ${n}.` });
    const full = await bot.execute(helen, 'card', 'notes.add', { op: newOp(), ...about(id), note: 'One more' });
    expect(textOf(full)).toContain('There are 20 notes here already');
    expect(textOf(await bot.press(helen, full, 'Earlier notes'))).toContain('Note 14.');
    expect((await application(bot, id)).notes).toHaveLength(20);
  });

  test('When the hub wants opinions, nobody sees the others’ before they have given theirs, which then stays', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const sam = await anotherLead(bot, 'Sam Second');
    const notAsked = await bot.execute(helen, 'card', 'opinions.give', { op: newOp(), ...about(id), view: 'yes' });
    expect(textOf(notAsked)).toContain('No opinion is asked for here now.');
    await setHub(bot, { opinions: true });
    const form = await bot.execute(helen, 'card', 'opinions.write', about(id));
    expect(textOf(await bot.press(helen, form, 'Give this opinion'))).toContain('Choose one of the answers');
    await bot.press(helen, form, 'Give this opinion', { view: 'no', words: 'Too early for me.' });
    const before = await bot.execute(sam, 'card', 'applications.view', { ...about(id), part: 'notes' });
    expect(textOf(before)).toContain('1 of 2 opinions given. You see them once you have given yours.');
    expect(textOf(before)).not.toContain('Too early');
    const own = await bot.press(sam, before, 'Give your opinion');
    const after = await bot.press(sam, own, 'Give this opinion', { view: 'yes', words: '' });
    expect(textOf(after)).toContain('Helen Marsh: No, not this time');
    expect(textOf(after)).toContain('Sam Second: Yes, offer a place');
    const again = await bot.execute(helen, 'card', 'opinions.give', { op: newOp(), ...about(id), view: 'yes' });
    expect(textOf(again)).toContain('You have given your opinion, and it stays.');
    expect((await application(bot, id)).opinions).toHaveLength(2);
    const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'offer' });
    expect(textOf(asked)).toContain('2 of 2 opinions given.');
  });
});

describe('A decision', () => {
  test('When a place is offered, it is asked once more, then told with its last day, and pressing again tells nobody twice', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const view = await bot.press(helen, await bot.say(helen, 'applications'), 'Read Tess Okafor');
    const choices = await bot.press(helen, view, 'Decide');
    const asked = await bot.press(helen, choices, 'Offer a place');
    expect(textOf(asked)).toContain('Monday 16 March 2026');
    expect(await newsOf(bot, id)).toEqual(['endorsed']);
    const answers = await Promise.all([1, 2, 3].map(() => bot.press(helen, asked, 'Offer the place now')));
    for (const answer of answers) expect(textOf(answer)).toContain('The place is offered');
    expect(textOf(await bot.pressOld(helen, asked, 'Offer the place now'))).toContain('1 of 6 places');
    expect(await application(bot, id)).toMatchObject({ state: 'offered', offer: { until: '2026-03-16' } });
    expect(await newsOf(bot, id)).toEqual(['endorsed', 'offered']);
    await bot.deliver();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When it is not this time, a reason and words are needed, and what was written stays on the form', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'decline' });
    const words = 'We had more people than places.';
    const noReason = await bot.press(helen, asked, 'Tell them now', { reason: 'nonsense', words });
    expect(textOf(noReason)).toContain('Choose a reason.');
    expect(JSON.stringify(noReason.card)).toContain(words);
    expect(textOf(await bot.press(helen, asked, 'Tell them now', { reason: 'fit' }))).toContain('Write a few words');
    const long = await bot.press(helen, asked, 'Tell them now', { reason: 'fit', words: 'x'.repeat(801) });
    expect(textOf(long)).toContain('within 800 characters');
    const done = await bot.press(helen, noReason, 'Tell them now', { reason: 'places', words });
    expect(textOf(done)).toContain('They are told that it is not this time');
    expect(await application(bot, id)).toMatchObject({ state: 'not-this-time', decline: { reason: 'places', words } });
  });

  test('When more is asked for, the applicant hears the words, and no place can be offered until it has come', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const done = await decide(bot, helen, id, 'ask-for-more', { words: 'Which year groups?' });
    expect(textOf(done)).toContain('You have asked for more');
    expect(await application(bot, id)).toMatchObject({ state: 'more-asked', asked: { words: 'Which year groups?' } });
    const choices = await bot.execute(helen, 'card', 'decisions.open', about(id));
    expect(textOf(choices)).toContain('once they have sent what you asked for');
    expect(textOf(choices)).not.toContain('Offer a place');
  });

  test('When all places are taken or their number is not set, the lead hears what they can do', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 1 });
    const first = await withHub(bot, 'First Teacher');
    const second = await withHub(bot, 'Second Teacher');
    const third = await withHub(bot, 'Third Teacher');
    await decide(bot, helen, first, 'offer');
    expect(textOf(await decide(bot, helen, second, 'offer'))).toContain('Your hub’s one place is offered or accepted');
    await setHub(bot, { quota: undefined });
    const none = await decide(bot, helen, third, 'offer');
    expect(textOf(none)).toContain('Ask a coordinator of the programme to set it');
    expect((await application(bot, second)).state).toBe('with-hub');
  });

  test('When two leads decide from cards that look the same, the first counts and the other sees how it stands', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const sam = await anotherLead(bot, 'Sam Second');
    const hers = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'put-on-reserve' });
    const his = await bot.execute(sam, 'card', 'decisions.ask', { ...about(id), event: 'decline' });
    await bot.press(helen, hers, 'Put on reserve now');
    const late = await bot.press(sam, his, 'Tell them now', { reason: 'fit', words: 'No.' });
    expect(textOf(late)).toContain('This changed while you were looking. Here is how it stands now.');
    expect(textOf(late)).toContain('Reserve');
    expect((await application(bot, id)).state).toBe('reserve');
    const stale = await bot.execute(sam, 'card', 'decisions.ask', { ...about(id), event: 'extend' });
    expect(textOf(stale)).toContain('This changed while you were looking');
  });

  test('When twenty leads’ clicks come at once for two places, two are offered, and the others hear that all are taken', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 2 });
    const ids = [];
    for (let n = 0; n < 20; n++) ids.push(await withHub(bot, `Teacher ${n}`));
    const forms = await Promise.all(
      ids.map((id) => bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'offer' })),
    );
    const answers = await Promise.all(forms.map((form) => bot.press(helen, form, 'Offer the place now')));
    const texts = answers.map((answer) => textOf(answer));
    expect(texts.filter((text) => text.includes('The place is offered'))).toHaveLength(2);
    const others = texts.filter((text) => text.includes('All 2 places are') || text.includes('longer than usual'));
    expect(others).toHaveLength(18);
    const audit = await bot.records('hub:demo', 'audit');
    expect(audit.filter(({ event }) => event === 'application-offer')).toHaveLength(2);
    await bot.deliver();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  }, 60_000);
});

describe('Who may not decide', () => {
  test('When a lead becomes one with another account, they still know whom they knew, and their opinion stays theirs', async () => {
    const bot = await startBot();
    await setHub(bot, { opinions: true });
    const [known, judged] = [await withHub(bot, 'Tess Okafor'), await withHub(bot, 'Other Teacher')];
    const [old, now] = [await anotherLead(bot, 'Sam (old school)'), stranger('Sam (new school)')];
    await bot.execute(old, 'card', 'conflicts.mark', { op: newOp(), ...about(known), knows: true });
    await bot.execute(old, 'card', 'opinions.give', { op: newOp(), ...about(judged), view: 'no', words: '' });
    const preview = await bot.say(old, await linkCode(bot, now));
    await bot.press(old, preview, 'Join both accounts');
    await bot.deliver();
    const decision = { ...about(known), seen: 2, event: 'offer' };
    const refused = await bot.execute(now, 'card', 'decisions.make', { op: newOp(), ...decision });
    expect(textOf(refused)).toContain('You have said that you know this person');
    const again = { op: newOp(), ...about(judged), view: 'yes', words: '' };
    expect(textOf(await bot.execute(now, 'card', 'opinions.give', again))).toContain('it stays');
    await bot.execute(now, 'card', 'conflicts.mark', { op: newOp(), ...about(known), knows: false });
    expect(await application(bot, known)).toMatchObject({ state: 'with-hub', conflicts: [] });
    await bot.execute(now, 'card', 'conflicts.mark', { op: newOp(), ...about(judged), knows: true });
    const notes = await bot.execute(helen, 'card', 'applications.view', { ...about(judged), part: 'notes' });
    expect(textOf(notes)).toContain('0 of 2 opinions given.');
  });

  test('When a lead says that they know the applicant and takes it back, their first opinion counts again and no other', async () => {
    const bot = await startBot();
    await setHub(bot, { opinions: true });
    const id = await withHub(bot, 'Tess Okafor');
    const sam = await anotherLead(bot, 'Sam Second');
    const give = (view: string) => ({ op: newOp(), ...about(id), view, words: '' });
    const mark = (knows: boolean) => bot.execute(sam, 'card', 'conflicts.mark', { op: newOp(), ...about(id), knows });
    await bot.execute(helen, 'card', 'opinions.give', give('no'));
    await bot.execute(sam, 'card', 'opinions.give', give('yes'));
    const marked = textOf(await mark(true));
    expect(marked).not.toMatch(/No, not this time|Yes, offer a place/);
    const notes = await bot.execute(helen, 'card', 'applications.view', { ...about(id), part: 'notes' });
    expect(textOf(notes)).toContain('1 of 2 opinions given.');
    expect(textOf(notes)).not.toContain('Yes, offer a place');
    await mark(false);
    const again = textOf(await bot.execute(sam, 'card', 'opinions.give', give('no')));
    expect(again).toContain('You have given your opinion, and it stays.');
    expect(again).toContain('Sam Second: Yes, offer a place');
    expect(again).toContain('2 of 2 opinions given.');
  });

  test('When a lead says that they know the applicant, they decide, note and keep nothing, until they take it back', async () => {
    const bot = await startBot();
    await setHub(bot, { opinions: true });
    const id = await withHub(bot, 'Tess Okafor');
    const open = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'offer' });
    await bot.press(helen, open, 'Keep it for later');
    await bot.execute(helen, 'card', 'opinions.give', { op: newOp(), ...about(id), view: 'yes' });
    const notes = await bot.execute(helen, 'card', 'applications.view', { ...about(id), part: 'notes' });
    const marked = await bot.press(helen, notes, 'I know this person');
    expect(textOf(marked)).toContain('other leads decide it');
    expect((await application(bot, id)).staged).toBeUndefined();
    const before = await application(bot, id);
    const refused = [
      await bot.press(helen, open, 'Offer the place now'),
      await bot.execute(helen, 'card', 'decisions.keep', { op: newOp(), ...about(id), seen: 2, event: 'offer' }),
      await bot.execute(helen, 'card', 'decisions.open', about(id)),
      await bot.execute(helen, 'card', 'notes.add', { op: newOp(), ...about(id), note: 'x' }),
      await bot.execute(helen, 'card', 'opinions.give', { op: newOp(), ...about(id), view: 'yes' }),
    ];
    for (const seen of refused) expect(textOf(seen)).toContain('other leads');
    expect(await application(bot, id)).toEqual(before);
    const back = await bot.press(helen, marked, 'I do not know this person');
    expect(textOf(back)).toContain('You can decide on this application again.');
    expect(textOf(await decide(bot, helen, id, 'offer'))).toContain('The place is offered');
  });

  test('When a lead applies to their own hub, they see what they sent and nothing of what is thought of it', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Lena Lead');
    const lena = await anotherLead(bot, 'Lena Lead');
    await bot.execute(helen, 'card', 'notes.add', { op: newOp(), ...about(id), note: 'Secret thought' });
    for (const part of ['answers', 'check', 'notes', 'history']) {
      const seen = textOf(await bot.execute(lena, 'card', 'applications.view', { ...about(id), part }));
      expect(seen).toContain('This is your own application');
      expect(seen).not.toContain('Secret thought');
    }
    const seen = 2;
    await bot.execute(lena, 'card', 'decisions.make', { op: newOp(), ...about(id), seen, event: 'offer' });
    await bot.execute(lena, 'card', 'decisions.keep', { op: newOp(), ...about(id), seen, event: 'offer' });
    await bot.execute(lena, 'card', 'conflicts.mark', { op: newOp(), ...about(id), knows: false });
    expect(await application(bot, id)).toMatchObject({ state: 'with-hub', conflicts: [] });
    expect((await application(bot, id)).staged).toBeUndefined();
  });

  test('When a lead is removed, the cards they have open decide nothing', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const sam = await anotherLead(bot, 'Sam Second');
    const asked = await bot.execute(sam, 'card', 'decisions.ask', { ...about(id), event: 'offer' });
    const leads = await bot.records('hub:demo', 'member');
    const personId = leads.find(({ name }) => name === 'Sam Second')?.person;
    await bot.execute(helen, 'card', 'leads.remove', { op: newOp(), hubId: 'demo', personId });
    expect(textOf(await bot.press(sam, asked, 'Offer the place now'))).toContain('Only the leads of this hub');
    expect((await application(bot, id)).state).toBe('with-hub');
  });

  test('When an applicant presses what a lead would, they see and change nothing', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const tess = stranger('Tess Okafor');
    const seen = await bot.execute(tess, 'card', 'applications.view', { ...about(id), part: 'notes' });
    expect(textOf(seen)).toContain('Only the leads of this hub');
    await bot.execute(tess, 'card', 'decisions.make', { op: newOp(), ...about(id), seen: 2, event: 'offer' });
    expect((await application(bot, id)).state).toBe('with-hub');
  });
});

describe('What a lead has typed', () => {
  const declined = { reason: 'fit', words: 'You teach in key stage 5 only.\nThat is not what we look for.' };
  /** What the inputs of a card hold. */
  const valuesOn = (card: unknown) =>
    JSON.stringify(card).match(/"id":"(reason|words|view|criteria)".*?"value":"[^"]*"/g);

  test('When the application changed meanwhile, reason and words stay on the form, and a second press counts', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'decline' });
    await decide(bot, helen, id, 'put-on-reserve');
    for (const button of ['Tell them now', 'Keep it for later']) {
      const again = await bot.press(helen, asked, button, declined);
      expect(textOf(again)).toContain('This changed while you were looking');
      expect(textOf(again)).toContain('Where it stands: Reserve.');
      expect(valuesOn(again.card)?.join()).toMatch(/"value":"fit".*You teach in key stage 5 only/);
    }
    const again = await bot.press(helen, asked, 'Tell them now', declined);
    await bot.press(helen, again, 'Tell them now', declined);
    expect(await application(bot, id)).toMatchObject({ state: 'not-this-time', decline: declined });
  });

  test('When nothing like it can be decided any more, the words are there to copy', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'decline' });
    await moved(bot, id, { event: 'withdraw' }, 'Tess Okafor');
    const late = textOf(await bot.press(helen, asked, 'Tell them now', declined));
    expect(late).toContain('This changed while you were looking');
    expect(late).toContain('Your words were not used. Here they are, to copy:');
    expect(late).toContain('That is not what we look for.');
  });

  test('When words or a choice are missing, what was chosen and typed stays', async () => {
    const bot = await startBot();
    await setHub(bot, { opinions: true });
    const id = await withHub(bot, 'Tess Okafor');
    const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'decline' });
    const noWords = await bot.press(helen, asked, 'Keep it for later', { reason: 'school', words: '' });
    expect(valuesOn(noWords.card)?.join()).toContain('"value":"school"');
    const opinion = await bot.execute(helen, 'card', 'opinions.write', about(id));
    const long = await bot.press(helen, opinion, 'Give this opinion', { view: 'unsure', words: 'x'.repeat(301) });
    expect(valuesOn(long.card)?.join()).toContain('"value":"unsure"');
    await setHub(bot, { opinions: false });
    const late = await bot.press(helen, long, 'Give this opinion', { view: 'no', words: 'Too early.' });
    expect(textOf(late)).toContain('No opinion is asked for here now.');
    expect(textOf(late)).toContain('Too early.');
  });

  test('When another lead has set how the hub decides meanwhile, both stand on the form, and a second press counts', async () => {
    const bot = await startBot();
    const sam = await anotherLead(bot, 'Sam Second');
    const form = await bot.say(helen, 'how we decide');
    const saved = { offerDays: '5', autoOffer: 'false', opinions: 'false', criteria: 'Sam looks for time.' };
    await bot.press(sam, await bot.say(sam, 'how we decide'), 'Save how we decide', saved);
    const typed = { ...saved, criteria: 'Helen looks for sharing.' };
    const again = await bot.press(helen, form, 'Save how we decide', typed);
    expect(textOf(again)).toContain('What you typed is still here');
    expect(textOf(again)).toContain('Sam looks for time.');
    expect(valuesOn(again.card)?.join()).toContain('Helen looks for sharing.');
    const criteria = async () => (await bot.records('hub:demo', 'hub'))[0]?.criteria;
    expect(await criteria()).toMatchObject({ text: 'Sam looks for time.' });
    await bot.press(helen, again, 'Save how we decide', typed);
    expect(await criteria()).toMatchObject({ text: 'Helen looks for sharing.' });
  });
});

describe('A lead who has applied to their own hub', () => {
  const list = (bot: TestBot, who: TeamsPerson, verb: string) => bot.execute(who, 'card', verb, { hubId: 'demo' });

  test('When a decision about them is kept for later, no list or count tells them, and others release it', async () => {
    const bot = await startBot();
    const own = await withHub(bot, 'Lena Lead');
    const other = await withHub(bot, 'Other Teacher');
    const lena = await anotherLead(bot, 'Lena Lead');
    for (const id of [own, other]) {
      const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'put-on-reserve' });
      await bot.press(helen, asked, 'Keep it for later');
    }
    const queue = textOf(await list(bot, lena, 'applications.list'));
    expect(queue).toContain('Lena Lead');
    expect(queue.match(/A decision is kept for later/g)).toHaveLength(1);
    expect(textOf(await list(bot, lena, 'staged.list'))).not.toContain('Lena');
    expect(textOf(await list(bot, helen, 'staged.list'))).toContain('Lena Lead');
    const asked = await list(bot, lena, 'staged.ask');
    expect(textOf(asked)).toContain('Tell 1 applicant?');
    await bot.press(lena, asked, 'Release them');
    await bot.deliver();
    expect((await application(bot, other)).state).toBe('reserve');
    expect((await application(bot, own)).state).toBe('with-hub');
    expect(textOf(await list(bot, lena, 'staged.list'))).toContain('Nothing is kept for later');
    expect(textOf(await list(bot, lena, 'staged.ask'))).toContain('Nothing is kept for later');
    await bot.press(helen, await list(bot, helen, 'staged.ask'), 'Release them');
    await bot.deliver();
    expect((await application(bot, own)).state).toBe('reserve');
  });

  test('When they are on reserve, they see the others without any place, and set no order', async () => {
    const bot = await startBot();
    const ids = [];
    for (const name of ['Ann', 'Lena Lead', 'Bob']) ids.push(await withHub(bot, name));
    for (const id of ids) await decide(bot, helen, id, 'put-on-reserve');
    const lena = await anotherLead(bot, 'Lena Lead');
    const seen = await list(bot, lena, 'reserve.list');
    expect(textOf(seen)).toContain('You are on this list yourself.');
    expect(textOf(seen)).toMatch(/^Ann$/m);
    expect(textOf(seen)).not.toMatch(/\d\. |Lena|Move|Offer it/);
    const move = { op: newOp(), ...about(ids[2] ?? ''), cohort: '10', to: 'up', seen: 3 };
    expect(textOf(await bot.execute(lena, 'card', 'reserve.move', move))).toContain('other leads set the order');
    const order = textOf(await list(bot, helen, 'reserve.list')).match(/^\d+\. .+$/gm);
    expect(order).toEqual(['1. Ann', '2. Lena Lead', '3. Bob']);
  });
});

describe('Places', () => {
  test('When a coordinator sets fewer places than are taken, nothing is saved and they read how many there are', async () => {
    const bot = await startBot();
    for (const name of ['One Teacher', 'Two Teacher']) await decide(bot, helen, await withHub(bot, name), 'offer');
    const form = await bot.execute(colin, 'card', 'hubs.edit', { hubId: 'demo' });
    const typed = { name: 'Demo Maths Hub', contact: '', opens: '2026-02-09', closes: '2026-04-13' };
    for (const quota of ['1', '']) {
      const refused = await bot.press(colin, form, 'Save this hub', { ...typed, quota });
      expect(textOf(refused)).toContain('2 places are offered or accepted already. Enter a quota of at least 2.');
    }
    expect(await bot.records('hub:demo', 'hub')).toMatchObject([{ cohorts: { '10': { quota: 6 } } }]);
    const saved = await bot.press(colin, form, 'Save this hub', { ...typed, quota: '2' });
    expect(textOf(saved)).toContain('is saved');
  });

  test('When an offer’s last day has passed, nothing happens by itself, and a lead extends it or passes it on', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    await decide(bot, helen, id, 'offer');
    const early = await bot.execute(helen, 'card', 'decisions.make', {
      ...{ op: newOp(), ...about(id), seen: 3, event: 'pass-on' },
    });
    expect(textOf(early)).toContain('The offer runs until Monday 16 March 2026');
    bot.setNow(new Date('2026-03-17T10:00:00Z'));
    await bot.runSchedule();
    expect((await application(bot, id)).state).toBe('offered');
    const choices = await bot.execute(helen, 'card', 'decisions.open', about(id));
    expect(textOf(choices)).toContain('The last day to accept was Monday 16 March 2026');
    const extend = await bot.press(helen, choices, 'Extend the offer');
    const passOn = await bot.press(helen, choices, 'Pass the place on');
    expect(textOf(await bot.press(helen, extend, 'Extend it now'))).toContain('Tuesday 31 March 2026');
    expect(textOf(await bot.press(helen, passOn, 'Pass it on now'))).toContain('This changed while you were looking');
    bot.setNow(new Date('2026-04-01T10:00:00Z'));
    expect(textOf(await decide(bot, helen, id, 'pass-on'))).toContain('The place is free again');
    expect(await newsOf(bot, id)).toEqual(['endorsed', 'offered', 'offer-extended', 'offer-passed-on']);
  });
});

describe('Extending an offer', () => {
  const titles = ({ card }: Seen) => buttonsOn(card).map(({ title }) => title);

  test('When it would give no longer, it is not there to press, and the card says from which day it would', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    await decide(bot, helen, id, 'offer');
    const open = () => bot.execute(helen, 'card', 'decisions.open', about(id));
    const sameDay = await open();
    expect(textOf(sameDay)).toContain(
      'until Monday 16 March 2026. You can give them longer from Tuesday 3 March 2026.',
    );
    expect(titles(sameDay)).not.toContain('Extend the offer');
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    const nextDay = await open();
    expect(textOf(nextDay)).toContain('You can give them longer.');
    const form = await bot.press(helen, nextDay, 'Extend the offer');
    expect(textOf(await bot.press(helen, form, 'Extend it now'))).toContain('Tuesday 17 March 2026');
  });

  test('When the hub has made its offers shorter meanwhile, a press says from which day it gives longer', async () => {
    const bot = await startBot();
    const id = await withHub(bot, 'Tess Okafor');
    await decide(bot, helen, id, 'offer');
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    const form = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'extend' });
    await setHub(bot, { offerDays: 5 });
    const after = await bot.press(helen, form, 'Extend it now');
    expect(textOf(after)).toContain('You can give them longer from Tuesday 10 March 2026.');
    expect(titles(after)).not.toContain('Extend the offer');
    bot.setNow(new Date('2026-03-10T10:00:00Z'));
    expect(textOf(await decide(bot, helen, id, 'extend'))).toContain('Tuesday 17 March 2026');
  });
});

describe('How we decide', () => {
  test('When a lead sets it, it is shown as saved, and the words carry the day from which they apply', async () => {
    const bot = await startBot();
    const form = await bot.say(helen, 'how we decide');
    const typed = { offerDays: '5', autoOffer: 'true', opinions: 'true', criteria: 'We look for sharing.' };
    const wrong = await bot.press(helen, form, 'Save how we decide', { ...typed, offerDays: 'soon' });
    expect(textOf(wrong)).toContain('from 1 to 60');
    expect(JSON.stringify(wrong.card)).toContain('We look for sharing.');
    const saved = await bot.press(helen, wrong, 'Save how we decide', typed);
    expect(textOf(saved)).toContain('5 working days in term');
    expect(textOf(saved)).toContain('from Monday 2 March 2026');
    expect(await bot.records('hub:demo', 'hub')).toMatchObject([
      { cohorts: { '10': { quota: 6, offerDays: 5, autoOffer: true, opinions: true } } },
    ]);
    expect(textOf(await bot.press(helen, wrong, 'Save how we decide', { ...typed, offerDays: '6' }))).toContain(
      'This changed while you were looking',
    );
    expect(textOf(await bot.say(demoPerson('Ana'), 'how we decide'))).toContain('Only the leads of a hub');
    expect(textOf(await bot.say(colin, 'how we decide'))).toContain('Only the leads of a hub');
  });
});

test('When an application goes to another hub, what the first hub’s leads thought and kept stays behind', async () => {
  const bot = await startBot();
  await setHub(bot, { opinions: true });
  await bot.execute(colin, 'card', 'hubs.import-all', { op: newOp(), csv: 'name\nGLOW' });
  const id = await withHub(bot, 'Tess Okafor');
  const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'offer' });
  await bot.press(helen, asked, 'Keep it for later');
  await bot.execute(helen, 'card', 'opinions.give', { op: newOp(), ...about(id), view: 'yes' });
  const { submittedAt } = await application(bot, id);
  const view = await bot.execute(helen, 'card', 'applications.view', about(id));
  const form = await bot.press(helen, view, 'Pass it to another hub');
  await bot.press(helen, form, 'Move them', { to: 'glow' });
  const [there] = await bot.records('hub:glow', 'application');
  expect(there).toMatchObject({ state: 'with-hub', submittedAt, opinions: [] });
  expect(there).not.toHaveProperty('staged');
  expect(there).not.toHaveProperty('openedAt');
  await bot.deliver();
  expect(await brokenInvariants(bot.store)).toEqual([]);
});

test('When the offer of somebody is turned down from a stale card of theirs and passed on at once, one of both counts', async () => {
  const bot = await startBot();
  const id = await withHub(bot, 'Tess Okafor');
  await decide(bot, helen, id, 'offer');
  bot.setNow(new Date('2026-03-17T10:00:00Z'));
  const asked = await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'pass-on' });
  await Promise.allSettled([
    bot.press(helen, asked, 'Pass it on now'),
    moved(bot, id, { event: 'turn-down' }, 'Tess Okafor'),
  ]);
  expect(['offer-passed-on', 'offer-declined']).toContain((await application(bot, id)).state);
  await bot.deliver();
  expect(await brokenInvariants(bot.store)).toEqual([]);
});
