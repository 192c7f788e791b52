import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { askHubButtons } from '../cards/hub-questions/ask-buttons.ts';
import type { Clock } from '../services/clock.ts';
import { hubAnswerTo } from '../services/hub-questions/hub-answer-to.ts';
import { hubQuestionRecord } from '../services/hub-questions/hub-question.ts';
import { makeMember } from '../services/people/membership.ts';
import { openSqlite } from '../services/store/sqlite.ts';
import { channel, type Place, type TeamsPerson, team } from './support/activities.ts';
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
import { apply, linkCode } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';
import { leadSecondHub } from './support/second-hub.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');
const ana = demoPerson('Ana');
const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const sam = stranger('Sam Second');
const gwen = stranger('Gwen Lead');
const leads: Place = {
  kind: 'channel',
  team: { id: '19:demo-hub@thread.tacv2', name: 'Demo', aadGroupId: 'd0000000-0000-4000-8000-000000000100' },
  channel: { id: leadsChannelId },
};

/** A second lead of the demo hub. */
async function secondLead(bot: TestBot): Promise<void> {
  await bot.say(sam, 'help');
  const [identity] = await bot.records(`identity:${sam.tenantId}:${sam.aadObjectId}`, 'identity');
  const personId = String(identity?.person);
  await makeMember(bot.deps, 'bot', { hubId: 'demo', personId, name: sam.name, roles: ['lead'] });
}

let asks = 0;
const ask = (bot: TestBot, who: TeamsPerson, text = 'Is the launch in person?', more: object = {}) =>
  bot.execute(who, 'asking', 'hub-questions.ask', { op: `ask ${asks++}`, text, named: true, ...more });

const questions = async (bot: TestBot, hubId = 'demo') =>
  (await bot.records(`hub:${hubId}`, 'hub-question')).map(hubQuestionRecord.parse);
const seenAs = ({ id, conversationId, attachments }: Record<string, unknown>): Seen => ({
  id: String(id),
  conversationId: String(conversationId),
  card: (attachments as { content: Seen['card'] & object }[])[0]?.content,
});
/** The newest card in the leads’ channel, as it was first posted. */
async function post(bot: TestBot): Promise<Seen> {
  await bot.deliver();
  const posted = bot.teams.sent().findLast(({ conversationId }) => conversationId.startsWith(leadsChannelId));
  if (!posted) throw new Error('nothing in the leads’ channel');
  return seenAs(posted);
}
/** The same card as everybody in the channel sees it now. */
async function postNow(bot: TestBot, { id }: Seen): Promise<Seen> {
  await bot.deliver();
  const updated = bot.teams.updates.findLast((one) => one.id === id);
  return updated ? seenAs(updated) : post(bot);
}
const chatOf = (bot: TestBot, who: TeamsPerson) => bot.from.message(who, '').conversation.id;
/** What the bot wrote to somebody on its own, in order. */
async function inbox(bot: TestBot, who: TeamsPerson): Promise<string[]> {
  await bot.deliver();
  return bot.teams
    .sent(chatOf(bot, who))
    .filter(({ attachments }) => attachments)
    .map((posted) => textOf(seenAs(posted)));
}
const answer = async (bot: TestBot, who: TeamsPerson, on: Seen, text: string, title = 'Answer this question') => {
  const form = await bot.press(who, on, title, {}, leads);
  return bot.press(
    who,
    form,
    title.startsWith('Change') ? 'Send the new answer' : 'Send the answer',
    { answer: text },
    leads,
  );
};
const later = (bot: TestBot, iso: string) => bot.setNow(new Date(iso));

describe('A question to the hub', () => {
  test('When a specialist asks with one tap, it is in the leads’ channel once, and they see what happens next', async () => {
    const bot = await startBot();
    const answers = await Promise.all([0, 1].map(() => ask(bot, ana, undefined, { op: 'one' })));
    for (const seen of answers) {
      expect(textOf(seen)).toContain('Your question is with Demo Maths Hub');
      expect(textOf(seen)).toContain('Is the launch in person?');
    }
    const text = textOf(await post(bot));
    for (const words of [
      'A teacher asks your hub',
      'Is the launch in person?',
      'Ana Kowalska',
      '2 March 2026, 10.00 am',
    ])
      expect(text).toContain(words);
    expect(await questions(bot)).toHaveLength(1);
    expect(bot.teams.sent().filter(({ conversationId }) => conversationId.startsWith(leadsChannelId))).toHaveLength(1);
  });

  test('When somebody asks without their name, no card, message or audit line for the leads has it', async () => {
    const bot = await startBot();
    await ask(bot, ana, undefined, { named: false });
    const card = await post(bot);
    expect(textOf(card)).toContain('Somebody who did not give their name');
    const list = await bot.say(helen, 'questions');
    expect(JSON.stringify([card, list])).not.toContain('Ana');
    const audit = await bot.records('hub:demo', 'audit');
    expect(audit.filter(({ event }) => event === 'hub-asked')).toMatchObject([{ by: 'somebody' }]);
    // Ana has no chat with the bot that takes messages: what did not arrive is listed without her name too.
    bot.teams.inject({
      status: 403,
      code: 'ConversationBlockedByUser',
      times: 9,
      match: ({ path }) => path.includes(encodeURIComponent(chatOf(bot, ana))),
    });
    await answer(bot, helen, card, 'Yes.');
    await bot.deliver();
    const unreached = await bot.say(helen, 'unreached');
    expect(textOf(unreached)).toContain('Demo Maths Hub answered your question');
    const message = await bot.press(helen, unreached, 'Tell Somebody');
    expect(JSON.stringify([unreached, message])).not.toContain('Ana');
  });

  test('When it is typed into the form, empty or too long, the form comes back with what was typed', async () => {
    const bot = await startBot();
    const form = await bot.say(ana, 'ask my hub');
    expect(textOf(form)).toContain('Ask Demo Maths Hub');
    expect(textOf(await bot.press(ana, form, 'Send my question', { text: ' ' }))).toContain(
      'Type your question first.',
    );
    const long = 'a'.repeat(1001);
    const again = await bot.press(ana, form, 'Send my question', { text: long, named: 'false' });
    expect(textOf(again)).toContain('within 1,000 characters');
    expect(JSON.stringify(again)).toContain(long);
    const sent = await bot.press(ana, again, 'Send my question', { text: 'Short?', named: 'false' });
    expect(textOf(sent)).toContain('without your name');
    expect(await questions(bot)).toMatchObject([{ question: 'Short?', named: false }]);
  });

  test('When “ask the hub …” is typed, the form has the question; in a channel a sentence', async () => {
    const bot = await startBot();
    const form = await bot.say(
      ana,
      'Ask the hub: is the LAUNCH in person, or online, or both, and who pays for the train?',
    );
    expect(JSON.stringify(form)).toContain('is the LAUNCH in person, or online, or both, and who pays for the train?');
    expect(JSON.stringify(await bot.say(ana, 'ask my hub’s lead: who pays?'))).toContain('"who pays?"');
    expect(textOf(await bot.say(ana, 'ask my hub', leads))).toContain('between you and me');
    expect(textOf(await bot.say(ana, 'ask my hub whether it is online', leads))).toContain('between you and me');
    const contacts = await bot.say(ana, 'reach a person');
    expect(textOf(await bot.press(ana, contacts, 'Ask my hub here'))).toContain('Ask Demo Maths Hub');
  });

  test('When ten wait, the eleventh is not taken; once one is taken back it is', async () => {
    const bot = await startBot();
    for (let n = 0; n < 10; n++) {
      bot.setNow(new Date(`2026-03-02T10:0${n}:00Z`));
      await ask(bot, ana, `Question ${n}?`);
    }
    const refused = await ask(bot, ana, 'One more?');
    expect(textOf(refused)).toContain('10 of your questions wait for an answer already');
    expect(JSON.stringify(refused)).toContain('One more?');
    const mine = await bot.say(ana, 'my questions');
    await bot.press(ana, await bot.press(ana, mine, 'Open “Question 9?”'), 'Take this question back');
    expect(textOf(await bot.press(ana, refused, 'Send my question', { text: 'One more?' }))).toContain('is with Demo');
  });

  test('When text has Markdown or HTML, every card shows it as it was typed', async () => {
    const bot = await startBot();
    const nasty = '**bold** <b>b</b> [x](http://x) ${name}\nsecond line';
    await ask(bot, ana, nasty);
    const card = await post(bot);
    await answer(bot, helen, card, nasty);
    for (const text of [textOf(await postNow(bot, card)), (await inbox(bot, ana)).at(-1) ?? ''])
      expect(text.split('**bold** <b>b</b> [x](http://x) ${name}')).toHaveLength(3);
  });

  test('When it has very many lines or the longest text, the cards stay small enough for Teams', async () => {
    const bot = await startBot();
    await ask(bot, ana, 'é\n'.repeat(500));
    const card = await post(bot);
    await answer(bot, helen, card, 'ß\n'.repeat(999));
    const now = await postNow(bot, card);
    expect(Buffer.byteLength(JSON.stringify(now.card))).toBeLessThan(28 * 1024);
    expect((await inbox(bot, ana)).at(-1)).toContain('answered your question');
  });

  test('When the leads have no channel, each gets it in their own chat and answers there', async () => {
    const bot = await startBot();
    await secondLead(bot);
    await bot.say(helen, 'help');
    await bot.execute(helen, 'x', 'channels.unlink', {}, leads);
    await ask(bot, ana);
    expect((await inbox(bot, helen)).at(-1)).toContain('A teacher asks your hub');
    expect((await inbox(bot, sam)).at(-1)).toContain('A teacher asks your hub');
    const [mine] = bot.teams.sent(chatOf(bot, helen)).slice(-1);
    if (!mine) throw new Error('nothing for Helen');
    const form = await bot.press(helen, seenAs(mine), 'Answer this question');
    await bot.press(helen, form, 'Send the answer', { answer: 'Yes.' });
    await bot.deliver();
    const [theirs] = bot.teams.sent(chatOf(bot, sam)).slice(-1);
    const updated = bot.teams.updates.findLast(({ id }) => id === theirs?.id);
    expect(updated && textOf(seenAs(updated))).toContain('Answered by Helen Marsh');
  });

  test('When a hub has no lead, the question is not sent, and the contact is shown', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: 'name,contact\nGLOW,hub@glow.example' });
    const chosen = await bot.press(tess, await ask(bot, tess), 'Ask this hub', { hub: 'glow' });
    expect(textOf(chosen)).toContain('Nobody at GLOW answers here yet');
    expect(textOf(chosen)).toContain('hub@glow.example');
    expect(await questions(bot, 'glow')).toEqual([]);
    const which = await bot.press(tess, chosen, 'Ask another hub');
    expect(textOf(which)).toContain('“Is the launch in person?”');
    expect(textOf(await bot.press(tess, which, 'Ask this hub', { hub: 'demo' }))).toContain('is with Demo Maths Hub');
  });

  test('When other words are sent from a card that was used, they are not sent, and the form keeps them', async () => {
    const bot = await startBot();
    const form = await bot.say(ana, 'ask my hub');
    await bot.press(ana, form, 'Send my question', { text: 'The first?' });
    const again = await bot.press(ana, form, 'Send my question', { text: 'The second?', named: 'true' });
    expect(textOf(again)).toContain('this one was not sent');
    expect(JSON.stringify(again.card)).toContain('"value":"The second?"');
    await bot.press(ana, again, 'Send my question', { text: 'The second?', named: 'true' });
    expect((await questions(bot)).map(({ question }) => question).sort()).toEqual(['The first?', 'The second?']);
  });
});

describe('A hub that is not known', () => {
  test('When somebody is with no hub, they choose one from all; it is asked at once and remembered', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, gwen);
    const which = await ask(bot, tess, undefined, { op: 'first' });
    expect(textOf(which)).toContain('Which is your Maths Hub?');
    const input = JSON.stringify(which.card);
    expect(input).toContain('"style":"filtered"');
    const none = await bot.press(tess, which, 'Ask this hub', { hub: '' });
    expect(textOf(none)).toContain('Choose your Maths Hub from the list');
    const sent = await Promise.all([0, 1].map(() => bot.press(tess, which, 'Ask this hub', { hub: 'glow' })));
    for (const seen of sent) expect(textOf(seen)).toContain('Your question is with GLOW');
    // The same card, another hub: it is the same question.
    expect(textOf(await bot.press(tess, which, 'Ask this hub', { hub: 'demo' }))).toContain('is with GLOW');
    expect(await questions(bot)).toEqual([]);
    expect(textOf(await bot.say(tess, 'ask my hub'))).toContain('Ask Demo Maths Hub');
  });

  test('When they search, they choose among what was found; what is not found is said, with all of them', async () => {
    const bot = await startBot();
    await bot.execute(colin, 'x', 'hubs.import-all', {
      op: 'o',
      csv: 'name\nGLOW\nLondon Thames Maths Hub\nLondon South West',
    });
    const which = await ask(bot, tess);
    const found = await bot.press(tess, which, 'Find', { search: 'the london maths hub' });
    expect(textOf(found)).toContain('The hubs I found');
    expect(JSON.stringify(found.card)).toContain('London Thames');
    expect(JSON.stringify(found.card)).not.toContain('GLOW');
    const none = await bot.press(tess, found, 'Find', { search: '**Narnia**' });
    expect(textOf(none)).toContain('I found no hub with that in its name');
    expect(JSON.stringify(none.card)).toContain('GLOW');
    const sent = await bot.press(tess, none, 'Ask this hub', { hub: 'demo' });
    expect(textOf(sent)).toContain('Your question is with Demo Maths Hub');
    expect(textOf(await ask(bot, tess, 'And another?'))).toContain('Your question is with Demo Maths Hub');
  });

  test('When there are forty hubs and the longest question, the card stays small enough for Teams', async () => {
    const bot = await startBot();
    const names = Array.from({ length: 40 }, (_, n) => `A rather long name of Maths Hub ${n}`);
    await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: ['name', ...names].join('\n') });
    const which = await ask(bot, tess, '€"'.repeat(500));
    expect(textOf(which)).toContain('Which is your Maths Hub?');
    expect(Buffer.byteLength(JSON.stringify(which.card))).toBeLessThan(28 * 1024);
  });

  test('When they chose the wrong hub, they ask another from the form, and it is theirs from then on', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, gwen);
    await bot.press(tess, await ask(bot, tess), 'Ask this hub', { hub: 'glow' });
    const form = await bot.say(tess, 'ask my hub');
    const empty = await bot.press(tess, form, 'Ask another hub', { text: ' ' });
    expect(textOf(empty)).toContain('Type your question first.');
    const which = await bot.press(tess, form, 'Ask another hub', { text: 'For another?', named: 'false' });
    expect(textOf(which)).toContain('“For another?”');
    expect(textOf(which)).toContain('without your name');
    await bot.press(tess, which, 'Ask this hub', { hub: 'demo' });
    expect(await questions(bot)).toMatchObject([{ question: 'For another?', named: false }]);
    expect(textOf(await bot.say(tess, 'ask my hub'))).toContain('Ask Demo Maths Hub');
  });

  test('When somebody has applied, their hub is the one of their application', async () => {
    const bot = await startBot();
    await apply(bot, tess);
    expect(textOf(await ask(bot, tess))).toContain('Your question is with Demo Maths Hub');
  });
});

describe('The leads', () => {
  test('When one takes it, the channel says who and since when; another hears so and may answer all the same', async () => {
    const bot = await startBot();
    await secondLead(bot);
    await ask(bot, ana);
    const card = await post(bot);
    const taken = await bot.press(helen, card, 'I’ll take this one', {}, leads);
    expect(textOf(taken)).toContain('Seen to by\nHelen Marsh, since 2 March 2026');
    expect(textOf(await postNow(bot, card))).toContain('Seen to by\nHelen Marsh');
    expect(textOf(await bot.press(sam, card, 'I’ll take this one', {}, leads))).toContain('Somebody else took it');
    expect(textOf(await bot.say(ana, 'my questions'))).toContain('Somebody sees to it');
    await bot.press(sam, await postNow(bot, card), 'Let others take it', {}, leads);
    expect(textOf(await postNow(bot, card))).toContain('A teacher asks your hub');
    await bot.press(helen, await postNow(bot, card), 'I’ll take this one', {}, leads);
    await answer(bot, sam, card, 'Yes, in Ashford.');
    expect(textOf(await postNow(bot, card))).toContain('Answered by Sam Second');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When one answers, the asker reads it with the hub’s name and date, not the lead’s; the leads see who', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const card = await post(bot);
    const done = await answer(bot, helen, card, 'Yes, in Ashford.');
    for (const seen of [done, await postNow(bot, card)]) {
      expect(textOf(seen)).toContain('Answered by Helen Marsh, 2 March 2026, 10.00 am');
      expect(textOf(seen)).toContain('Yes, in Ashford.');
    }
    const got = await inbox(bot, ana);
    const last = got.at(-1) ?? '';
    for (const words of [
      'Demo Maths Hub answered your question',
      'Yes, in Ashford.',
      'Answered by the hub on Monday 2 March 2026',
    ])
      expect(last).toContain(words);
    expect(last).not.toContain('Helen');
    const mine = await bot.say(ana, 'my questions');
    expect(textOf(mine)).toContain('Answered');
    const open = await bot.press(ana, mine, 'Open “Is the launch…”');
    expect(textOf(open)).not.toContain('Take this question back');
  });

  test('When two answer at once, one answer stands, and the other reads it with their own text kept', async () => {
    const bot = await startBot();
    await secondLead(bot);
    await ask(bot, ana);
    const card = await post(bot);
    const forms = await Promise.all([helen, sam].map((who) => bot.press(who, card, 'Answer this question', {}, leads)));
    const seen = await Promise.all(
      [helen, sam].map((who, n) =>
        bot.press(who, forms[n] ?? card, 'Send the answer', { answer: `Answer of ${who.name}` }, leads),
      ),
    );
    const [question] = await questions(bot);
    const won = question?.answer?.text.includes('Helen') ? 0 : 1;
    const [winner, loser] = won === 0 ? [helen, sam] : [sam, helen];
    const lost = seen[1 - won] ?? card;
    expect(textOf(lost)).toContain('Somebody else answered this a moment ago');
    expect(textOf(lost)).toContain(`${winner.name} answered on 2 March 2026, 10.00 am: Answer of ${winner.name}`);
    expect(JSON.stringify(lost.card)).toContain(`"value":"Answer of ${loser.name}"`);
    expect((await inbox(bot, ana)).filter((text) => text.includes('answered your question'))).toHaveLength(1);
    await bot.press(loser, lost, 'Send the new answer', { answer: 'Both of us agree.' }, leads);
    expect((await inbox(bot, ana)).at(-1)).toContain('Demo Maths Hub changed its answer to your question');
    expect(await questions(bot)).toMatchObject([{ answer: { text: 'Both of us agree.', version: 2 } }]);
  });

  test('When the same answer is pressed twice, or sent again by Teams, the asker hears it once', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const form = await bot.press(helen, await post(bot), 'Answer this question', {}, leads);
    for (let n = 0; n < 2; n++)
      await Promise.all([0, 1].map(() => bot.press(helen, form, 'Send the answer', { answer: 'Yes.' }, leads)));
    expect((await inbox(bot, ana)).filter((text) => text.includes('answered your question'))).toHaveLength(1);
  });

  test('When a lead sends nothing or too much, the form keeps it', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const card = await post(bot);
    expect(textOf(await answer(bot, helen, card, ' '))).toContain('Type the answer first.');
    const long = await answer(bot, helen, card, 'x'.repeat(2001));
    expect(textOf(long)).toContain('within 2,000 characters');
    expect(JSON.stringify(long)).toContain('x'.repeat(2001));
    expect(textOf(await bot.press(helen, long, 'Back to the question', {}, leads))).toContain(
      'A teacher asks your hub',
    );
  });

  test('When it is not for the hub, the asker hears so with another way; it can be answered after all', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const card = await post(bot);
    expect(textOf(await bot.press(helen, card, 'Not for us', {}, leads))).toContain(
      'This question is not for your hub',
    );
    const said = (await inbox(bot, ana)).at(-1) ?? '';
    expect(said).toContain('Demo Maths Hub says this is not for them');
    expect(said).toContain('helen.marsh@demohub.example');
    const own = await bot.press(ana, await bot.say(ana, 'my questions'), 'Open “Is the launch…”');
    expect(textOf(await bot.press(ana, own, 'Ask another hub'))).toContain('“Is the launch in person?”');
    expect(textOf(await bot.say(helen, 'what next'))).not.toContain('waits for an answer');
    const now = await postNow(bot, card);
    await answer(bot, helen, now, 'We asked around: yes.', 'Answer it after all');
    expect((await inbox(bot, ana)).at(-1)).toContain('We asked around: yes.');
    expect(textOf(await bot.press(helen, card, 'Not for us', {}, leads))).toContain('This question is answered');
  });

  test('When a lead types “questions”, those that wait come oldest first, page by page, and the others apart', async () => {
    const bot = await startBot();
    for (let n = 0; n < 10; n++) {
      later(bot, `2026-03-02T10:${10 + n}:00Z`);
      await ask(bot, n < 5 ? ana : demoPerson('Ben'), `Question ${n}?`);
    }
    expect(textOf(await bot.say(helen, 'what next'))).toContain('10 questions wait for an answer from Demo Maths Hub');
    const first = await bot.say(helen, 'questions');
    const second = await bot.press(helen, first, 'Next page');
    const rows = (seen: Seen) => textOf(seen).match(/^Question \d\?$/gm);
    expect(rows(first)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((n) => `Question ${n}?`));
    expect(rows(second)).toEqual(['Question 8?', 'Question 9?']);
    const one = await bot.press(helen, second, 'Open “Question 9?”');
    const form = await bot.press(helen, one, 'Answer this question');
    await bot.press(helen, form, 'Send the answer', { answer: 'Yes.' });
    expect(textOf(await bot.say(helen, 'questions'))).toContain('9 questions wait for an answer');
    const done = await bot.press(helen, await bot.say(helen, 'questions'), 'Those done with');
    expect(rows(done)).toEqual(['Question 9?']);
    expect(textOf(done)).toContain('Answered by Helen Marsh');
    expect(textOf(await bot.say(tess, 'questions'))).toContain('Only the leads');
  });

  test('When a lead is removed, the card they have open does nothing more', async () => {
    const bot = await startBot();
    await secondLead(bot);
    await ask(bot, ana);
    const card = await post(bot);
    const form = await bot.press(sam, card, 'Answer this question', {}, leads);
    const [identity] = await bot.records(`identity:${sam.tenantId}:${sam.aadObjectId}`, 'identity');
    await bot.execute(helen, 'x', 'leads.remove', { op: 'r', hubId: 'demo', personId: String(identity?.person) });
    expect(textOf(await bot.press(sam, form, 'Send the answer', { answer: 'Mine.' }, leads))).toContain(
      'Only the leads',
    );
    expect(await questions(bot)).toMatchObject([{ state: 'open' }]);
  });

  test('When a card is pressed in another channel, or by a lead of another hub, nothing is shown', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, gwen);
    await ask(bot, ana);
    const card = await post(bot);
    const elsewhere = channel(team('Demo'), 'Cohort');
    for (const title of ['Answer this question', 'I’ll take this one', 'Not for us']) {
      expect(textOf(await bot.press(helen, card, title, {}, elsewhere))).toContain('between you and me');
      expect(textOf(await bot.press(gwen, card, title, {}, leads))).toContain('Only the leads');
      expect(textOf(await bot.press(ana, card, title, {}, leads))).toContain('Only the leads');
    }
    expect(await questions(bot)).toMatchObject([{ state: 'open' }]);
  });

  test('When Teams has not taken the first post yet, no update is sent: the post shows how things stand', async () => {
    const bot = await startBot();
    bot.teams.inject({ status: 429, retryAfter: 60, match: ({ path }) => path.endsWith('/v3/conversations') });
    await ask(bot, ana);
    await bot.deliver();
    const list = await bot.say(helen, 'questions');
    const one = await bot.press(helen, list, 'Open “Is the launch…”');
    await bot.press(helen, one, 'I’ll take this one');
    await bot.deliver();
    later(bot, '2026-03-02T10:05:00Z');
    const card = await post(bot);
    expect(textOf(card)).toContain('Seen to by\nHelen Marsh');
    expect(bot.teams.updates.filter(({ conversationId }) => conversationId.startsWith(leadsChannelId))).toEqual([]);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When the channel is unlinked, nothing about a question is written there any more', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const card = await post(bot);
    await bot.execute(helen, 'x', 'channels.unlink', {}, leads);
    const list = await bot.say(helen, 'questions');
    const form = await bot.press(helen, await bot.press(helen, list, 'Open “Is the launch…”'), 'Answer this question');
    await bot.press(helen, form, 'Send the answer', { answer: 'Yes.' });
    await bot.deliver();
    expect(bot.teams.updates.filter(({ id }) => id === card.id)).toEqual([]);
    expect(textOf(await bot.press(helen, card, 'Answer this question', {}, leads))).toContain('between you and me');
  });

  test('When a client without Universal Actions is used, everything works the same', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const card = await post(bot);
    const form = await bot.pressOld(helen, card, 'Answer this question', {}, leads);
    await bot.pressOld(helen, form, 'Send the answer', { answer: 'Yes.' }, leads);
    expect(textOf(await postNow(bot, card))).toContain('Answered by Helen Marsh');
    expect((await inbox(bot, ana)).at(-1)).toContain('Demo Maths Hub answered your question');
  });

  test('When the post was deleted in Teams, its update is let go and nobody is told that something did not arrive', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const card = await post(bot);
    bot.teams.inject({
      status: 404,
      code: 'ActivityNotFoundInConversation',
      match: ({ method, path }) => method === 'PUT' && path.includes(card.id),
    });
    await bot.press(helen, card, 'I’ll take this one', {}, leads);
    await bot.deliver();
    expect(textOf(await bot.say(helen, 'unreached'))).toContain('Everything has reached people');
  });
});

describe('Taking a question back', () => {
  test('When it is not answered yet, it is gone, and the leads’ card says so', async () => {
    const bot = await startBot();
    const sent = await ask(bot, ana, undefined, { op: 'back' });
    const card = await post(bot);
    const back = await Promise.all([0, 1].map(() => bot.press(ana, sent, 'Take this question back')));
    for (const seen of back) expect(textOf(seen)).toContain('Your question is taken back');
    const now = await postNow(bot, card);
    expect(textOf(now)).toContain('This question is no longer here');
    expect(textOf(now)).not.toContain('Is the launch');
    expect(await questions(bot)).toEqual([]);
    expect(textOf(await ask(bot, ana, undefined, { op: 'back' }))).toContain('Your question is taken back');
    expect(textOf(await ask(bot, ana, 'Another?', { op: 'back' }))).toContain('this one was not sent');
    expect(textOf(await bot.press(helen, card, 'Answer this question', {}, leads))).toContain('no longer here');
    expect(textOf(await bot.say(helen, 'questions'))).toContain('No question waits for your hub');
  });

  test('When it is answered by then, or is somebody else’s, it stays', async () => {
    const bot = await startBot();
    const sent = await ask(bot, ana);
    await answer(bot, helen, await post(bot), 'Yes.');
    expect(textOf(await bot.press(ana, sent, 'Take this question back'))).toContain('answered your question');
    const { data } = buttonsOn(sent.card).find(({ title }) => title.startsWith('Take')) ?? { data: {} };
    const forged = await bot.execute(tess, 'x', 'hub-questions.take-back', data);
    expect(textOf(forged)).toContain('That question is no longer here.');
    expect(textOf(await bot.execute(tess, 'x', 'hub-questions.own', data))).not.toContain('Is the launch');
    expect(await questions(bot)).toHaveLength(1);
  });

  test('When it is taken back while a lead answers, one of the two holds', async () => {
    const bot = await startBot();
    const sent = await ask(bot, ana);
    const form = await bot.press(helen, await post(bot), 'Answer this question', {}, leads);
    await Promise.all([
      bot.press(ana, sent, 'Take this question back'),
      bot.press(helen, form, 'Send the answer', { answer: 'Yes.' }, leads),
    ]);
    const told = (await inbox(bot, ana)).filter((text) => text.includes('Demo Maths Hub answered'));
    expect(told).toHaveLength((await questions(bot)).length);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });
});

describe('When nobody answers', () => {
  test('When it has waited for two working days over a weekend, it is put before the leads again, once for all replicas', async () => {
    const bot = await startBot({ now: new Date('2026-03-06T15:00:00Z') });
    await ask(bot, ana);
    const card = await post(bot);
    const again = () => bot.teams.sent().filter((one) => textOf(seenAs(one)).includes('still waits for an answer'));
    for (const early of ['2026-03-08T12:00:00Z', '2026-03-09T15:00:00Z', '2026-03-10T14:59:00Z']) {
      later(bot, early);
      await bot.runSchedule();
      await bot.deliver();
    }
    expect(again()).toHaveLength(0);
    later(bot, '2026-03-10T15:00:00Z');
    await Promise.all([bot.runSchedule(), bot.runSchedule()]);
    await bot.runSchedule();
    await bot.deliver();
    expect(again()).toHaveLength(1);
    expect(await questions(bot)).toMatchObject([{ reminders: 1, due: '2026-03-12T15:00:00.000Z' }]);
    await answer(bot, helen, card, 'Yes.');
    const second = again()[0];
    expect(second && textOf(await postNow(bot, seenAs(second)))).toContain('Answered by Helen Marsh');
    expect(textOf(await postNow(bot, card))).toContain('Answered by Helen Marsh');
    later(bot, '2026-03-12T16:00:00Z');
    await bot.runSchedule();
    await bot.deliver();
    expect(again()).toHaveLength(1);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test.each([
    ['in the evening', '2026-03-10T18:30:00Z', '2026-03-11T08:00:00Z'],
    ['before 8', '2026-03-11T07:59:00Z', '2026-03-11T08:00:00Z'],
    ['on a Saturday', '2026-03-14T10:00:00Z', '2026-03-16T10:00:00Z'],
    ['on Good Friday', '2026-04-03T10:00:00Z', '2026-04-07T07:30:00Z'],
  ])('When it is due %s, it waits for the next working hour', async (_, closed, open) => {
    const bot = await startBot();
    await ask(bot, ana);
    later(bot, closed);
    await bot.runSchedule();
    expect(await questions(bot)).toMatchObject([{ reminders: 0 }]);
    later(bot, open);
    await bot.runSchedule();
    expect(await questions(bot)).toMatchObject([{ reminders: 1 }]);
  });

  test.each([
    ['on a Saturday', '2026-03-07T10:00:00Z', '2026-03-11T09:00:00.000Z'],
    ['on a Monday at noon', '2026-03-09T12:30:00Z', '2026-03-11T12:30:00.000Z'],
    ['in the evening', '2026-03-09T18:00:00Z', '2026-03-12T09:00:00.000Z'],
    ['in the night', '2026-03-09T03:00:00Z', '2026-03-11T09:00:00.000Z'],
    ['before the clocks change', '2026-03-27T14:00:00Z', '2026-03-31T13:00:00.000Z'],
  ])('When it is asked %s, the leads have two full working days', async (_, asked, due) => {
    const bot = await startBot({ now: new Date(asked) });
    await ask(bot, ana);
    expect(await questions(bot)).toMatchObject([{ due }]);
  });

  test('When the last lead is removed, whoever waits is told with the hub’s contact, once, and the question ends', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const card = await post(bot);
    await bot.execute(colin, 'x', 'leads.remove', { op: 'r', hubId: 'demo', personId: helen.aadObjectId });
    later(bot, '2026-03-04T10:00:00Z');
    await Promise.all([bot.runSchedule(), bot.runSchedule()]);
    const told = (await inbox(bot, ana)).filter((text) =>
      text.includes('Nobody at Demo Maths Hub answers here any more'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('helen.marsh@demohub.example');
    expect(told[0]).toContain('Ask another hub');
    expect(await questions(bot)).toMatchObject([{ state: 'no-leads', reminders: 0 }]);
    expect(textOf(await postNow(bot, card))).toContain('Nobody was left to answer this question');
    expect(textOf(await bot.say(ana, 'my questions'))).toContain('Nobody there to answer');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When it is soon deleted, no post shows the question, the answer or a name any more; each is emptied once', async () => {
    const bot = await startBot();
    await ask(bot, ana, 'A very particular wording?');
    const first = await post(bot);
    later(bot, '2026-03-04T10:00:00Z');
    await bot.runSchedule();
    const second = await post(bot);
    await answer(bot, helen, first, 'A very particular answer.');
    // Between the last day and the end of the ninety, at night.
    later(bot, '2026-05-30T23:30:00Z');
    await Promise.all([bot.runSchedule(), bot.runSchedule()]);
    await bot.runSchedule();
    for (const card of [first, second]) {
      const text = textOf(await postNow(bot, card));
      expect(text).toContain('This question is no longer here');
      expect(text).not.toMatch(/particular|Ana|Helen/);
      const emptied = bot.teams.updates.filter(
        (one) => one.id === card.id && textOf(seenAs(one)).includes('no longer here'),
      );
      expect(emptied).toHaveLength(1);
    }
    expect(textOf(await bot.say(ana, 'my questions'))).toContain('A very particular wording?');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When the bot is started anew after it was due, it is done at once', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'bot-'));
    const bot = await startBot({ dir });
    await ask(bot, ana);
    await bot.deliver();
    await bot.stop();
    const reminded = Promise.withResolvers<void>();
    const store = async ({ now }: Clock) => {
      const opened = await openSqlite({ dir, now });
      const { commit } = opened;
      opened.commit = async (partition, changes) => {
        const outcome = await commit(partition, changes);
        if (changes.some((one) => one.kind === 'put' && one.record.reminders === 1)) reminded.resolve();
        return outcome;
      };
      return opened;
    };
    const next = await startBot({ now: new Date('2026-03-04T10:00:00Z'), demo: false, dir, store });
    await reminded.promise;
    expect(await questions(next)).toMatchObject([{ reminders: 1 }]);
    await next.stop();
    await rm(dir, { recursive: true, force: true });
  });

  test('When a lead has taken it and does not answer, it comes back all the same; after five times it only stays listed', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    await bot.press(helen, await post(bot), 'I’ll take this one', {}, leads);
    for (const day of [4, 6, 10, 12, 16, 18, 20, 24]) {
      later(bot, `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`);
      await bot.runSchedule();
    }
    expect(await questions(bot)).toMatchObject([{ reminders: 5, state: 'claimed', due: '2026-03-26T10:00:00.000Z' }]);
    expect(textOf(await bot.say(helen, 'questions'))).toContain('1 question waits for an answer');
  });

  test('When it was not answered while it is kept, whoever asked is told with another way, and nobody waits', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const card = await post(bot);
    later(bot, '2026-05-26T09:30:00Z');
    await bot.runSchedule();
    expect(await questions(bot)).toMatchObject([{ state: 'open' }]);
    later(bot, '2026-05-26T10:00:00Z');
    await bot.runSchedule();
    const said = (await inbox(bot, ana)).at(-1) ?? '';
    expect(said).toContain('Demo Maths Hub has not answered your question');
    expect(said).toContain('helen.marsh@demohub.example');
    expect(textOf(await postNow(bot, card))).toContain('This question was not answered in time');
    expect(textOf(await bot.say(helen, 'questions'))).toContain('No question waits');
  });

  test('When 90 days have passed, its text is nowhere in the store, and its buttons say that it is gone', async () => {
    const bot = await startBot();
    await ask(bot, ana, 'A very particular wording?');
    const card = await post(bot);
    await answer(bot, helen, card, 'A very particular answer.');
    later(bot, '2026-05-31T09:59:00Z');
    expect(textOf(await bot.say(ana, 'my questions'))).toContain('A very particular wording?');
    later(bot, '2026-05-31T10:00:01Z');
    await bot.runSchedule();
    expect(textOf(await bot.say(ana, 'my questions'))).toContain('You have not asked a hub anything yet');
    expect(textOf(await bot.press(helen, card, 'Answer this question', {}, leads))).toContain('no longer here');
    const left = await Promise.all(
      ['hub-question', 'message', 'audit', 'operation', 'open-questions'].map((type) => bot.store.find({ type }, 1000)),
    );
    expect(JSON.stringify(left)).not.toContain('very particular');
  });
});

describe('People and hubs that become one', () => {
  test('When the hub is merged, the leads of the other one answer what it left, and are reminded of it', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, gwen);
    await bot.execute(tess, 'x', 'hub-questions.choose', { op: 'o', text: 'For GLOW?', named: true, hub: 'glow' });
    later(bot, '2026-03-02T11:00:00Z');
    await bot.execute(colin, 'x', 'hubs.end-now', { op: 'end', hubId: 'glow', into: 'demo' });
    await bot.deliver();
    const list = await bot.say(helen, 'questions');
    expect(textOf(list)).toContain('1 question waits for an answer');
    expect(textOf(await bot.say(helen, 'what next'))).toContain('1 question waits for an answer from Demo Maths Hub');
    later(bot, '2026-03-04T10:00:00Z');
    await bot.runSchedule();
    expect(textOf(await post(bot))).toContain('For GLOW?');
    await answer(bot, helen, await post(bot), 'Yes.');
    expect((await inbox(bot, tess)).at(-1)).toContain('Demo Maths Hub answered your question');
    expect(textOf(await ask(bot, tess, 'And now?'))).toContain('Your question is with Demo Maths Hub');
    expect(await questions(bot, 'glow')).toMatchObject([{ state: 'answered' }]);
    const done = await bot.press(helen, await bot.say(helen, 'questions'), 'Those done with');
    expect(textOf(done)).toContain('For GLOW?');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a form for a hub that has been merged is sent, its heir gets the question', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, gwen);
    const which = await ask(bot, tess);
    await bot.execute(colin, 'x', 'hubs.end-now', { op: 'end', hubId: 'glow', into: 'demo' });
    expect(textOf(await bot.press(tess, which, 'Ask this hub', { hub: 'glow' }))).toContain('is with Demo Maths Hub');
  });

  test('When somebody links another account, their questions are theirs there too, and the answer finds them', async () => {
    const bot = await startBot();
    await ask(bot, ana);
    const other = stranger('Ana Other');
    await bot.say(other, 'help');
    await bot.press(other, await ask(bot, other, 'From my other account?'), 'Ask this hub', { hub: 'demo' });
    const card = await post(bot);
    later(bot, '2026-03-02T11:00:00Z');
    await bot.say(other, await linkCode(bot, ana));
    await bot.deliver();
    const mine = textOf(await bot.say(ana, 'my questions'));
    expect(mine).toContain('From my other account?');
    expect(mine).toContain('Is the launch in person?');
    await answer(bot, helen, card, 'Yes, both of you.');
    expect((await inbox(bot, ana)).at(-1)).toContain('Yes, both of you.');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });
});

describe('A hub’s own answers', () => {
  /** A question that is answered, and its card. */
  async function answered(bot: TestBot, more: object = {}): Promise<Seen> {
    await ask(bot, ana, 'I am Ana from Beckside: is the launch in person?', more);
    const card = await post(bot);
    return answer(bot, helen, card, 'Yes Ana, in Ashford.');
  }
  const keep = async (bot: TestBot, on: Seen, typed: object, where: Place | undefined = leads) =>
    bot.press(
      helen,
      await bot.press(helen, on, 'Use this for our hub from now on', {}, where),
      'Use this from now on',
      typed,
      where,
    );
  const words = { question: 'Is the launch event in person?', answer: 'Yes, in Ashford.' };
  const asked = (bot: TestBot, text: string, topic?: string, hubId = 'demo') =>
    hubAnswerTo(bot.deps, hubId, { text, topic });

  test('When a lead rewords it, people of that hub get it at once, as the hub’s and dated; of another hub not', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, gwen);
    const done = await answered(bot);
    const form = await bot.press(helen, done, 'Use this for our hub from now on', {}, leads);
    expect(textOf(form)).toContain('Reword both so that no person and no school can be recognised.');
    expect(JSON.stringify(form.card)).toContain('I am [name] from [name]: is the launch in person?');
    expect(JSON.stringify(form.card)).toContain('Yes [name], in [name].');
    const kept = await bot.press(helen, form, 'Use this from now on', words, leads);
    expect(textOf(kept)).toContain('Your hub answers this from now on');
    expect(await asked(bot, 'is the launch event held in person')).toEqual({
      ...words,
      at: '2026-03-02T10:00:00.000Z',
      hubName: 'Demo Maths Hub',
    });
    expect(await asked(bot, 'When is the launch event?')).toBeUndefined();
    expect(await asked(bot, 'in person')).toBeUndefined();
    expect(await asked(bot, 'is the launch event held in person', undefined, 'glow')).toBeUndefined();
  });

  test('When several are about one thing, the exact one is given, and none where nothing says which', async () => {
    const bot = await startBot();
    const of = (n: number, more: object) =>
      bot.execute(helen, 'x', 'hub-answers.save', { op: `o${n}`, hubId: 'demo', topic: 'venue', ...words, ...more });
    await of(1, {});
    await of(2, { question: 'Where do we park at the launch?', answer: 'Behind the hall.' });
    expect(await asked(bot, words.question, 'venue')).toMatchObject({ answer: words.answer });
    expect(await asked(bot, 'anything at all', 'venue')).toBeUndefined();
  });

  test('When it was asked about something the document is silent on, it answers whatever is asked about that', async () => {
    const bot = await startBot();
    await keep(bot, await answered(bot, { topic: 'venue' }), words);
    expect(await asked(bot, 'anything at all', 'venue')).toMatchObject({ answer: 'Yes, in Ashford.' });
    expect(await asked(bot, 'anything at all', 'costs')).toBeUndefined();
  });

  test('When a lead lists, changes and removes it, each is in effect at once, on every replica', async () => {
    const bot = await startBot();
    await keep(bot, await answered(bot), words);
    const list = await bot.say(helen, 'our answers');
    expect(textOf(list)).toContain('Since Monday 2 March 2026');
    const change = await bot.press(helen, list, 'Change or remove “Is the launch…”');
    later(bot, '2026-03-05T10:00:00Z');
    await bot.press(helen, change, 'Use this from now on', { ...words, answer: 'No: online.' });
    expect(await asked(bot, words.question)).toMatchObject({ answer: 'No: online.', at: '2026-03-05T10:00:00.000Z' });
    const sure = await bot.press(helen, change, 'Remove this answer');
    expect(textOf(sure)).toContain('Remove this answer?');
    const gone = await Promise.all([0, 1].map(() => bot.press(helen, sure, 'Remove this answer')));
    for (const seen of gone) expect(textOf(seen)).toContain('Removed. Nobody is shown it any more.');
    expect(await asked(bot, words.question)).toBeUndefined();
    expect(textOf(await bot.press(helen, list, 'Change or remove “Is the launch…”'))).toContain('no longer here');
    const used = await bot.press(helen, change, 'Use this from now on', { ...words, answer: 'Back.' });
    expect(textOf(used)).toContain('This form was saved before, with other words.');
    const again = await bot.press(helen, used, 'Use this from now on', { ...words, answer: 'Back.' });
    expect(textOf(again)).toContain('This answer was removed while you were looking');
    await bot.press(helen, again, 'Use this from now on', words);
    expect(await asked(bot, words.question)).toMatchObject({ answer: 'Yes, in Ashford.' });
  });

  test('When a wording still shows who asked, or has signs in the place of names, it is not saved and each field says why', async () => {
    const bot = await startBot();
    const done = await answered(bot);
    const verbatim = 'This is word for word what one person was sent or sent you';
    const signs = 'Put other words in the place of signs';
    const original = { question: 'i am Ana from  Beckside: is the launch in person?', answer: words.answer };
    const first = await keep(bot, done, original);
    expect(textOf(first).split(verbatim)).toHaveLength(2);
    expect(textOf(first)).not.toContain(signs);
    const second = await bot.press(
      helen,
      first,
      'Use this from now on',
      { ...words, answer: 'Yes [name], in Ashford.' },
      leads,
    );
    expect(textOf(second).split(signs)).toHaveLength(2);
    expect(textOf(second)).not.toContain(verbatim);
    expect(await asked(bot, words.question)).toBeUndefined();
    await bot.press(helen, second, 'Use this from now on', words, leads);
    expect(await asked(bot, words.question)).toMatchObject(words);
  });

  test('When nothing in a question shows who asked, it may be kept word for word', async () => {
    const bot = await startBot();
    await ask(bot, ana, 'Is the launch online?');
    const done = await answer(bot, helen, await post(bot), 'No, it is in person.');
    const form = await bot.press(helen, done, 'Use this for our hub from now on', {}, leads);
    const same = { question: 'Is the launch online?', answer: 'No, it is in person.' };
    expect(textOf(await bot.press(helen, form, 'Use this from now on', same, leads))).toContain(
      'Your hub answers this',
    );
  });

  test('When two change one answer, the second is not saved, and reads the first beside their own', async () => {
    const bot = await startBot();
    await secondLead(bot);
    await keep(bot, await answered(bot), words);
    const open = async (who: TeamsPerson) =>
      bot.press(who, await bot.say(who, 'our answers'), 'Change or remove “Is the launch…”');
    const [first, second] = [await open(helen), await open(sam)];
    later(bot, '2026-03-02T10:01:00Z');
    await bot.press(helen, first, 'Use this from now on', { ...words, answer: 'By Helen.' });
    const lost = await bot.press(sam, second, 'Use this from now on', { ...words, answer: 'By Sam.' });
    expect(textOf(lost)).toContain('yours was not saved');
    expect(textOf(lost)).toContain('By Helen.');
    expect(JSON.stringify(lost.card)).toContain('"value":"By Sam."');
    expect(await asked(bot, words.question)).toMatchObject({ answer: 'By Helen.' });
    await bot.press(sam, lost, 'Use this from now on', { ...words, answer: 'By both.' });
    expect(await asked(bot, words.question)).toMatchObject({ answer: 'By both.' });
  });

  test('When a hub is merged, the leads of the other one take its answers over or remove them', async () => {
    const bot = await startBot();
    await leadSecondHub(bot, gwen);
    for (const [n, question] of ['Is the launch event online?', 'Where do we park at the launch?'].entries())
      await bot.execute(gwen, 'x', 'hub-answers.save', {
        op: `g${n}`,
        hubId: 'glow',
        question,
        answer: `Answer ${n}.`,
      });
    await bot.execute(colin, 'x', 'hubs.end-now', { op: 'end', hubId: 'glow', into: 'demo' });
    await bot.deliver();
    const list = await bot.say(helen, 'our answers');
    expect(textOf(list)).toContain('Left by GLOW, which is part of Demo Maths Hub now: not shown yet');
    expect(await asked(bot, 'Is the launch event online?')).toBeUndefined();
    const left = await bot.press(helen, list, 'Change or remove “Is the launch…”');
    const form = await bot.press(helen, left, 'Use for our hub');
    const taken = { question: 'Is the launch event online?', answer: 'Answer 0.' };
    await Promise.all([0, 1].map(() => bot.press(helen, form, 'Use this from now on', taken)));
    expect(await asked(bot, 'Is the launch event online?')).toMatchObject({ answer: 'Answer 0.' });
    const two = await bot.say(helen, 'our answers');
    expect(textOf(two)).toContain('2 answers of your hub’s own');
    const other = await bot.press(helen, two, 'Change or remove “Where do we p…”');
    const after = await bot.press(helen, await bot.press(helen, other, 'Remove this answer'), 'Remove this answer');
    expect(textOf(after)).toContain('1 answer of your hub’s own');
    expect(textOf(after)).not.toContain('Left by GLOW');
  });

  test('When the wording is empty or too long, the form keeps what was typed and says what is wrong', async () => {
    const bot = await startBot();
    const done = await answered(bot);
    const seen = await keep(bot, done, { question: '', answer: 'y'.repeat(1001) });
    expect(textOf(seen)).toContain('Type the question, in at most 300 characters.');
    expect(textOf(seen)).toContain('Type the answer, in at most 1,000 characters.');
    expect(JSON.stringify(seen)).toContain('y'.repeat(1001));
    expect(await asked(bot, words.question)).toBeUndefined();
  });

  test('When a hub has sixty, the next one is not taken, and they are listed page by page', async () => {
    const bot = await startBot();
    for (let n = 0; n < 60; n++)
      await bot.execute(helen, 'x', 'hub-answers.save', {
        op: `o${n}`,
        hubId: 'demo',
        question: `Question ${n}?`,
        answer: 'A.',
      });
    const list = await bot.say(helen, 'our answers');
    expect(textOf(list)).toContain('60 answers of your hub’s own');
    expect(textOf(await bot.press(helen, list, 'Next page'))).toContain('Question 8?');
    const full = await bot.execute(helen, 'x', 'hub-answers.save', { op: 'o', hubId: 'demo', ...words });
    expect(textOf(full)).toContain('the most there can be');
  });
});

describe('The buttons under an answer', () => {
  const typed = 'Who pays for the train?';

  test('When they are pressed, one sends the question with the name, the other without', async () => {
    const bot = await startBot();
    const buttons = askHubButtons({ op: 'o', text: typed, topic: 'travel', hubName: 'Demo Maths Hub' });
    expect(buttons.map(({ title }) => title)).toEqual(['Ask Demo Maths Hub', 'Ask without my name']);
    const [named, unnamed] = buttons;
    await bot.execute(ana, 'x', 'hub-questions.ask', { ...(named?.data as object) });
    later(bot, '2026-03-02T10:01:00Z');
    await bot.execute(demoPerson('Ben'), 'x', 'hub-questions.ask', { ...(unnamed?.data as object) });
    // Both at once: what was pressed first holds.
    await bot.execute(ana, 'x', 'hub-questions.ask', { ...(unnamed?.data as object) });
    expect(await questions(bot)).toMatchObject([
      { question: typed, named: true, topic: 'travel' },
      { question: typed, named: false, topic: 'travel' },
    ]);
  });

  test.each([
    ['', 'nothing'],
    ['a'.repeat(3000), 'a long text'],
  ])('When there is %s to send, they open the form', async (text) => {
    const bot = await startBot();
    const [only, ...others] = askHubButtons({ op: 'o', text });
    expect(others).toEqual([]);
    const form = await bot.execute(ana, 'x', String(only?.verb), { ...(only?.data as object) });
    expect(textOf(form)).toContain('Ask Demo Maths Hub');
    expect(JSON.stringify(form)).toContain(text.slice(0, 1000));
  });
});
