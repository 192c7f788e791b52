import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { moveApplication } from '../services/applications/move.ts';
import { submitApplication } from '../services/applications/submit.ts';
import { findSchools } from '../services/schools/find-schools.ts';
import type { TeamsPerson } from './support/activities.ts';
import { buttonsOn, demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { filledIn } from './support/filled-in.ts';
import { apply, linkCode } from './support/flows.ts';
import { brokenInvariants } from './support/invariants.ts';
import { leadSecondHub } from './support/second-hub.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const tess = stranger('Tess Okafor');
const gwen = stranger('Gwen Lead');
const agrees = { answer: 'agree', name: 'Dr Amara Lowe', role: 'Headteacher', words: '', commitments: '' };
const declines = { ...agrees, answer: 'decline', words: 'Not this year, sorry.' };

/** The link's address at this bot, from the card that shows it. */
function linkOn(bot: TestBot, card: Seen): string {
  const [address] = /https?:\/\/\S+\/endorse\/[\w.-]+/.exec(textOf(card)) ?? [];
  if (!address) throw new Error(`no link on the card: ${textOf(card)}`);
  return bot.url + new URL(address).pathname;
}

const showLink = (bot: TestBot, who = tess) => bot.execute(who, 'card', 'application.link', {});
const newLink = async (bot: TestBot, who = tess) => bot.press(who, await showLink(bot, who), 'Make a new link');

async function applied(bot: TestBot, who: TeamsPerson = tess, typed: object = {}): Promise<string> {
  await apply(bot, who, typed);
  return linkOn(bot, await showLink(bot, who));
}

const send = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers });

async function pageAt(url: string, init?: RequestInit): Promise<{ status: number; text: string }> {
  const response = await fetch(url, init);
  return { status: response.status, text: await response.text() };
}

async function answer(url: string, fields: Record<string, string>): Promise<{ status: number; text: string }> {
  const response = await send(url, fields);
  return { status: response.status, text: await response.text() };
}

/** Which of the hub's texts a page asks to agree to, as its form sends it. */
const textOn = (page: string): string => /name="commitments" value="([^"]*)"/.exec(page)?.[1] ?? '';

const applicationIn = async (bot: TestBot, hub = 'demo') => (await bot.records(`hub:${hub}`, 'application'))[0];
const idOf = async (bot: TestBot, hub = 'demo') =>
  String((await applicationIn(bot, hub))?.id).slice('application:'.length);
const auditOf = async (bot: TestBot, event: string) =>
  (await bot.records('hub:demo', 'audit')).filter((line) => line.event === event);
const told = (bot: TestBot, words: string) =>
  bot.teams.sent().filter((one) => JSON.stringify(one).includes(words)).length;

describe('The headteacher’s page', () => {
  test('When the link is opened, it says who applies, what the school commits to, and who sees the answer', async () => {
    const bot = await startBot();
    const { status, text } = await pageAt(await applied(bot));
    expect(status).toBe(200);
    for (const words of ['Tess Okafor', 'Ashdown Academy', 'Demo Maths Hub', 'Cohort 10', 'Dr Amara Lowe'])
      expect(text).toContain(words);
    expect(text).toContain('attends a part of the launch event in the autumn term');
    expect(text).toContain('NCP25-15');
    expect(text).toContain('Tess Okafor is told whether you agreed');
    expect(text).toContain('Wednesday 1 April 2026');
    expect(text).not.toContain('I want my classes to understand');
    expect(text).not.toContain('<script');
  });

  test('When a page is sent, nobody may keep, frame, index or extend it, or learn where it was', async () => {
    const bot = await startBot();
    const response = await fetch(await applied(bot));
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    });
    const policy = headers['content-security-policy'];
    for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy).toContain(part);
    expect(policy).toMatch(/style-src 'sha256-[\w+/]+=*'/);
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('When the headteacher agrees, the application goes to the hub, the teacher is told once, and it is in the audit trail', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const { status, text } = await answer(url, agrees);
    expect(status).toBe(200);
    expect(text).toContain('Your school supports this application');
    await bot.deliver();
    expect(await applicationIn(bot)).toMatchObject({
      state: 'with-hub',
      endorsement: { kind: 'endorsed', how: 'by-link', name: 'Dr Amara Lowe', role: 'Headteacher' },
      link: { number: 1, spent: '2026-03-02T10:00:00.000Z' },
    });
    expect(await auditOf(bot, 'application-endorse')).toMatchObject([
      { by: 'headteacher', from: 'waiting-for-endorsement', to: 'with-hub' },
    ]);
    expect(told(bot, 'Your school supports your application')).toBe(1);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When the headteacher declines, the application waits, the teacher reads their words, and a new link can be made', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    expect((await answer(url, declines)).text).toContain('does not support');
    await bot.deliver();
    expect(await applicationIn(bot)).toMatchObject({
      state: 'waiting-for-endorsement',
      endorsement: { kind: 'refused', words: 'Not this year, sorry.' },
    });
    expect(told(bot, 'Not this year, sorry.')).toBe(1);
    expect((await answer(url, agrees)).status).toBe(410);
    expect(textOf(await showLink(bot))).toContain('did not agree');
    const again = linkOn(bot, await newLink(bot));
    expect((await answer(again, agrees)).status).toBe(200);
    expect(await applicationIn(bot)).toMatchObject({ state: 'with-hub', link: { number: 2 } });
    const view = await bot.execute(helen, 'card', 'applications.view', {
      hubId: 'demo',
      applicationId: await idOf(bot),
      part: 'check',
    });
    expect(textOf(view)).toContain('Endorsed by link, not verified');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When programs open the link before the headteacher does, it stays good', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const before = await applicationIn(bot);
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET', 'GET', 'HEAD', 'HEAD', 'GET'])
      expect((await fetch(url, { method })).status).toBe(200);
    expect(await applicationIn(bot)).toEqual(before);
    for (const method of ['PUT', 'DELETE', 'OPTIONS']) expect((await fetch(url, { method })).status).toBe(405);
    expect((await answer(url, agrees)).status).toBe(200);
  });

  test('When two answer at once, one answer counts, and the other is told that it has been answered', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const both = await Promise.all([
      answer(url, agrees),
      answer(url, { ...declines, name: 'Somebody Else' }),
      answer(url, agrees),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    const late = both.filter(({ status }) => status === 410);
    for (const { text } of late) expect(text).toContain('This has been answered');
    const steps =
      (await auditOf(bot, 'application-endorse')).length +
      (await auditOf(bot, 'application-refuse-endorsement')).length;
    expect(steps).toBe(1);
    await bot.deliver();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When the link has been answered, the page does not say by whom or how', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    await answer(url, agrees);
    const { status, text } = await pageAt(url);
    expect(status).toBe(410);
    expect(text).toContain('This has been answered');
    for (const words of ['Amara', 'Tess', 'Ashdown', 'agreed']) expect(text).not.toContain(words);
  });
});

describe('What is typed on the page', () => {
  test('When something is missing, nothing is sent, each problem leads to its field, and what was typed stays', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const { status, text } = await answer(url, { ...agrees, answer: '', role: ' ', name: 'Dr "Amara" Lowe' });
    expect(status).toBe(422);
    expect(text).toContain('<title>Not sent yet');
    expect(text).toContain('<a href="#answer">Choose whether your school supports this application</a>');
    expect(text).toContain('<a href="#role">Enter your role at the school</a>');
    expect(text).not.toContain('href="#name"');
    expect(text).toContain('value="Dr &quot;Amara&quot; Lowe"');
    expect(text).toMatch(/id="role"[^>]*aria-describedby="role-hint role-problem" aria-invalid="true"/);
    expect((await answer(url, {})).status).toBe(422);
    expect((await answer(url, { ...agrees, answer: 'maybe' })).status).toBe(422);
    expect((await answer(url, agrees)).status).toBe(200);
  });

  test('When something is too long, it is said in words; a line end counts as one character', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const { status, text } = await answer(url, { ...declines, words: 'x'.repeat(501), name: 'y'.repeat(101) });
    expect(status).toBe(422);
    expect(text).toContain('at most 500 characters');
    expect(text).toContain('at most 100 characters');
    expect((await answer(url, { ...declines, words: '\r\n'.repeat(200) + 'x'.repeat(300) })).status).toBe(200);
  });

  test('When names have markup in them, it is shown as it is and is markup nowhere', async () => {
    const bot = await startBot();
    const nasty = '<b>"Tess"</b> & \'co\' <script>alert(1)</script>';
    const csv = 'name,opens,closes,quota\n<i>GLOW</i>,2026-02-01,2026-04-01,5';
    await bot.execute(colin, 'card', 'hubs.import-all', { op: 'glow', csv });
    const url = await applied(bot, tess, { name: nasty, school: '</dd><img src=x onerror=1>', headteacher: nasty });
    const words = '</textarea><script>alert(2)</script>';
    const pages = [
      await pageAt(url),
      await answer(url, { ...declines, name: '"><script>alert(3)</script>', role: '', words }),
    ];
    for (const { text } of pages) {
      expect(text).not.toMatch(/<script|<img|<b>|<\/textarea><s/);
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
    expect((await answer(url, { ...declines, name: '<i>A</i>', words })).text).not.toMatch(/<script|<i>/);
  });

  test('When the hub has said what a school commits to, that is what is agreed to, with its date', async () => {
    const bot = await startBot();
    const say = (op: string, commitments: string) =>
      bot.execute(helen, 'card', 'hubs.save-texts', {
        op,
        hubId: 'demo',
        contact: 'x',
        commitments,
        privacy: 'https://demohub.example/p',
      });
    await say('one', 'Two days of cover.\nA quiet room.');
    const url = await applied(bot);
    const { text } = await pageAt(url);
    expect(text).toContain('<p>Two days of cover.</p>');
    expect(text).toContain('from Monday 2 March 2026');
    expect(text).not.toContain('newer than');
    expect(text).toContain('<a href="https://demohub.example/p" rel="noreferrer noopener">');
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    await say('two', 'Three days of cover.');
    const late = await answer(url, { ...agrees, commitments: textOn(text) });
    expect(late.status).toBe(422);
    expect(late.text).toContain('has changed while you read');
    expect(late.text).toContain('<p>Three days of cover.</p>');
    expect(late.text).toContain('newer than the one that the applicant was shown');
    expect((await answer(url, { ...agrees, commitments: textOn(late.text) })).status).toBe(200);
    expect(await applicationIn(bot)).toMatchObject({
      endorsement: { commitments: '2026-03-03', commitmentsText: 'Three days of cover.' },
    });
    await say('three', 'Nothing much.');
    const about = { hubId: 'demo', applicationId: await idOf(bot) };
    expect(textOf(await bot.execute(helen, 'card', 'endorsement.open', about))).toContain(
      'What they agreed to, from Tuesday 3 March 2026\nThree days of cover.',
    );
  });

  test.each([
    ['agrees', agrees],
    ['declines', declines],
  ])(
    'When the text changes on the same day while the headteacher reads who %s, they read the new one first',
    async (_, typed) => {
      const bot = await startBot();
      const say = (commitments: string) =>
        bot.execute(helen, 'card', 'hubs.save-texts', {
          op: commitments,
          hubId: 'demo',
          contact: 'x',
          commitments,
          privacy: '',
        });
      await say('One day of cover.');
      const url = await applied(bot);
      const { text } = await pageAt(url);
      await say('Ten days of cover.');
      const late = await answer(url, { ...typed, commitments: textOn(text) });
      expect(late.status).toBe(422);
      expect(late.text).toContain('<p>Ten days of cover.</p>');
      expect((await answer(url, { ...typed, commitments: textOn(late.text) })).status).toBe(200);
    },
  );

  test('When the text changes in the moment in which the headteacher agrees, they read the new one first', async () => {
    const bot = await startBot();
    const say = (commitments: string) =>
      bot.execute(helen, 'card', 'hubs.save-texts', {
        op: commitments,
        hubId: 'demo',
        contact: 'x',
        commitments,
        privacy: '',
      });
    await say('One day of cover.');
    const url = await applied(bot);
    const { text } = await pageAt(url);
    const { commit } = bot.store;
    bot.store.commit = async (partition, changes) => {
      bot.store.commit = commit;
      await say('Ten days of cover.');
      return commit(partition, changes);
    };
    const late = await answer(url, { ...agrees, commitments: textOn(text) });
    expect(late.status).toBe(422);
    expect(late.text).toContain('<p>Ten days of cover.</p>');
    expect(await applicationIn(bot)).toMatchObject({ state: 'waiting-for-endorsement' });
  });
});

describe('What the applicant was shown', () => {
  const say = (bot: TestBot, hubId: string, commitments: string, who = helen) =>
    bot.execute(who, 'card', 'hubs.save-texts', { op: commitments, hubId, contact: 'x', commitments, privacy: '' });
  const takeTo = (bot: TestBot, to: string) =>
    bot.execute(tess, 'card', 'application.move', { op: `to ${to}`, cohort: '10', to });

  test('When the application has gone to another hub, the page does not compare that one’s text with the first’s', async () => {
    const bot = await startBot();
    const csv = 'name,opens,closes,quota\nGLOW,2026-02-01,2026-04-01,5';
    await bot.execute(colin, 'card', 'hubs.import-all', { op: 'glow', csv });
    await say(bot, 'demo', 'Two days of cover.');
    const url = await applied(bot);
    bot.setNow(new Date('2026-03-03T10:00:00Z'));
    await say(bot, 'glow', 'A quiet room.', colin);
    await takeTo(bot, 'glow');
    const { text } = await pageAt(url);
    expect(text).toContain('<p>A quiet room.</p>');
    expect(text).not.toContain('newer than');
  });

  test('When a lead applies for somebody, they are not said to have been shown anything', async () => {
    const bot = await startBot();
    await say(bot, 'demo', 'Two days of cover.');
    const { op, ...form } = { op: 'for', cohort: '10', hubId: 'demo' };
    const found = await bot.execute(helen, 'card', 'on-behalf.find', {
      hubId: 'demo',
      name: 'Nia',
      email: 'n@a.example',
    });
    const personId = String(
      buttonsOn(found.card)
        .map(({ data }) => ('personId' in data ? data.personId : ''))
        .find(Boolean),
    );
    await bot.execute(helen, 'card', 'on-behalf.submit', { ...filledIn, op, ...form, personId });
    expect(await applicationIn(bot)).toMatchObject({ submittedBy: helen.aadObjectId });
    for (const field of ['textsOf', 'privacyShown', 'commitmentsShown'])
      expect(await applicationIn(bot)).not.toHaveProperty(field);
  });
});

test.each([
  ['was replaced', 'There is a newer link', (bot: TestBot) => newLink(bot)],
  ['ran out', 'This link has run out', async (bot: TestBot) => bot.setNow(new Date('2026-04-01T10:00:00Z'))],
  [
    'was paused',
    'The application is being changed',
    async (bot: TestBot) => put(bot, { ...(await applicationIn(bot)), state: 'more-asked' }),
  ],
  ['was answered', 'This has been answered', async (_: TestBot, url: string) => answer(url, agrees)],
])('When the link %s while somebody typed, what they typed stands on the page that says so', async (_, title, then) => {
  const bot = await startBot();
  const url = await applied(bot);
  await then(bot, url);
  const typed = { ...declines, role: 'Acting <b>head</b>', words: 'Not this year.\nAsk us again in June.' };
  const { text } = await answer(url, typed);
  expect(text).toContain(title);
  for (const words of ['No, we do not agree', 'Dr Amara Lowe', 'Not this year.', 'Ask us again in June.'])
    expect(text).toContain(words);
  expect(text).toContain('Acting &lt;b&gt;head&lt;/b&gt;');
  expect((await pageAt(url)).text).not.toContain('What you typed');
});

describe('Which links are good', () => {
  test('When thirty days have passed, the page says how to get another, and a new link works', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    bot.setNow(new Date('2026-04-01T10:00:00Z'));
    for (const { status, text } of [await pageAt(url), await answer(url, agrees)]) {
      expect(status).toBe(410);
      expect(text).toContain('Ask the teacher who sent it for a new one');
    }
    expect(textOf(await showLink(bot))).toContain('The link has run out');
    expect((await answer(linkOn(bot, await newLink(bot)), agrees)).status).toBe(200);
  });

  test('When a new link is made, the one before works no more, and two presses make one', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const make = () => bot.execute(tess, 'card', 'application.new-link', { op: 'twice', cohort: '10' });
    const [one, other] = [await make(), await make()];
    expect(linkOn(bot, one)).toBe(linkOn(bot, other));
    expect(linkOn(bot, one)).not.toBe(url);
    const old = await answer(url, agrees);
    expect(old).toMatchObject({ status: 410, text: expect.stringContaining('There is a newer link') });
    expect((await pageAt(linkOn(bot, one))).status).toBe(200);
  });

  test('When the application has been withdrawn, its link asks nothing, and a later application has a link of its own', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const personId = String((await applicationIn(bot))?.person);
    const actor = { personId, name: '', tenantId: tess.tenantId, coordinator: false, hubs: new Map() };
    const where = { op: 'withdraw', hubId: 'demo', applicationId: await idOf(bot) };
    await moveApplication(bot.deps, { who: 'applicant', actor }, where, { event: 'withdraw' });
    expect(await answer(url, agrees)).toMatchObject({
      status: 410,
      text: expect.stringContaining('Nothing is asked of you'),
    });
    const { hub: hubId, started: _, keyStages, ...rest } = filledIn;
    const typed = { ...rest, keyStages: keyStages.split(','), startedTeaching: '2021-09', urn: undefined };
    const ticked = { subjectLeaderKnows: true, hasReadInformation: true };
    const later = { op: 'again', cohort: '10', hubId, typed: { ...typed, ...ticked } };
    expect(await submitApplication(bot.deps, actor, later)).toEqual({ kind: 'submitted' });
    const again = linkOn(bot, await showLink(bot));
    expect(again).not.toBe(url);
    expect((await answer(url, agrees)).status).toBe(404);
    expect((await answer(again, agrees)).status).toBe(200);
  });

  test('When the hub has asked the applicant for more, the link waits and then works again', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const application = await applicationIn(bot);
    await put(bot, { ...application, state: 'more-asked' });
    expect(await answer(url, agrees)).toMatchObject({ status: 409, text: expect.stringContaining('is being changed') });
    await put(bot, { ...application });
    expect((await answer(url, agrees)).status).toBe(200);
  });

  test('When a token is made up, tampered with, or another application’s, it leads nowhere', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const other = await applied(bot, stranger('Olu Other'), { name: 'Olu Other' });
    const tokenOf = (address: string) => address.split('/endorse/')[1] ?? '';
    const [named = '', seal = ''] = tokenOf(url).split('.');
    const [otherNamed = '', otherSeal = ''] = tokenOf(other).split('.');
    const [, , personId] = Buffer.from(named, 'base64url').toString().split('/');
    const coded = (text: string) => Buffer.from(text).toString('base64url');
    const keyless = createHmac('sha256', '').update(named).digest().subarray(0, 24).toString('base64url');
    const forged = [
      `${named}.${otherSeal}`,
      `${otherNamed}.${seal}`,
      `${coded(`2/10/${personId}`)}.${seal}`,
      `${coded(`1/11/${personId}`)}.${seal}`,
      `${coded(`01/10/${personId}`)}.${seal}`,
      `${named}.${keyless}`,
      `${named}.${seal.slice(0, -1)}${seal.endsWith('A') ? 'B' : 'A'}`,
      `${named}.${seal.slice(0, -1)}`,
      `${named}=.${seal}`,
      `${named}.${seal}.${seal}`,
      `${named}/${seal}`,
      named,
      'x',
      '..%2f..%2fetc',
      encodeURIComponent('ä'.repeat(43)),
      'a'.repeat(4000),
    ];
    for (const token of forged) {
      const at = `${bot.url}/endorse/${token}`;
      expect([token, (await fetch(at)).status]).toEqual([token, 404]);
      expect([token, (await send(at, agrees)).status]).toEqual([token, 404]);
    }
    expect((await bot.records('hub:demo', 'application')).map(({ state }) => state)).toEqual([
      'waiting-for-endorsement',
      'waiting-for-endorsement',
    ]);
    expect((await pageAt(url)).text).toContain('Tess Okafor');
    expect((await pageAt(other)).text).toContain('Olu Other');
  });

  test('When a token cannot be one, no record is read for it', async () => {
    const bot = await startBot();
    const reads: string[] = [];
    const { get } = bot.store;
    bot.store.get = (key) => {
      reads.push(key.id);
      return get(key);
    };
    for (const token of ['x', 'a.b', `${'a'.repeat(400)}.${'b'.repeat(32)}`, `${'a'.repeat(60)}.${'b'.repeat(32)}`])
      expect((await fetch(`${bot.url}/endorse/${token}`)).status).toBe(404);
    expect(reads).toEqual([]);
  });

  test('When the records are read by somebody, no link can be made from them, and the log has none', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const token = url.split('/endorse/')[1] ?? '';
    await answer(url, agrees);
    await bot.deliver();
    const seal = token.split('.')[1] ?? '';
    const person = String((await applicationIn(bot))?.person);
    const records = await Promise.all(
      ['audit', 'application', 'message', 'operation'].map((type) => bot.records('hub:demo', type)),
    );
    expect(JSON.stringify([records, await bot.records(`person:${person}`, 'open-application')])).not.toContain(seal);
    expect(bot.logged.join('')).not.toContain(seal);
  });

  test('When the application has gone to another hub, the link follows it there', async () => {
    const bot = await startBot();
    const csv = 'name,opens,closes,quota\nGLOW,2026-02-01,2026-04-01,5';
    await bot.execute(colin, 'card', 'hubs.import-all', { op: 'glow', csv });
    const url = await applied(bot);
    await bot.execute(tess, 'card', 'application.move', { op: 'go', cohort: '10', to: 'glow' });
    expect((await pageAt(url)).text).toContain('<dd>GLOW</dd>');
    expect((await answer(url, agrees)).status).toBe(200);
    expect(await applicationIn(bot, 'glow')).toMatchObject({ state: 'with-hub' });
    await bot.deliver();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test.each([
    ['its own text', 'Two days of cover.', 'What they agreed to, a text of Demo Maths Hub from Monday 2 March 2026'],
    ['no text', '', 'Agreed for another hub'],
  ])(
    'When a school has agreed for a hub with %s, the next hub reads that its own was not agreed to',
    async (_, first, row) => {
      const bot = await startBot();
      await leadSecondHub(bot, gwen);
      const say = (who: TeamsPerson, hubId: string, commitments: string) =>
        bot.execute(who, 'card', 'hubs.save-texts', {
          op: `say ${commitments}`,
          hubId,
          contact: 'x',
          commitments,
          privacy: '',
        });
      await say(helen, 'demo', first);
      const url = await applied(bot);
      await answer(url, { ...agrees, commitments: textOn((await pageAt(url)).text) });
      const { person: personId } = (await applicationIn(bot)) ?? {};
      await bot.execute(helen, 'card', 'people.move', { op: 'pass', hubId: 'demo', personId, to: 'glow' });
      const about = { hubId: 'glow', applicationId: await idOf(bot, 'glow') };
      const check = async () =>
        textOf(await bot.execute(gwen, 'card', 'applications.view', { ...about, part: 'check' }));
      const notSeen = 'They agreed for Demo Maths Hub and have not seen your hub’s text.';
      expect(await check()).not.toContain(notSeen);
      await say(gwen, 'glow', 'Ten days of cover.');
      expect(await check()).toContain(notSeen);
      const card = textOf(await bot.execute(gwen, 'card', 'endorsement.open', about));
      expect(card).toContain(notSeen);
      expect(card).toContain(row);
      if (first) await say(gwen, 'glow', first);
      expect((await check()).includes(notSeen)).toBe(first === '');
    },
  );

  test('When the hub was merged into another one, the link follows', async () => {
    const bot = await startBot();
    const csv = 'name,opens,closes,quota\nGLOW,2026-02-01,2026-04-01,5';
    await bot.execute(colin, 'card', 'hubs.import-all', { op: 'glow', csv });
    const url = await applied(bot);
    await bot.execute(colin, 'card', 'hubs.end-now', { op: 'end', hubId: 'demo', into: 'glow' });
    await bot.deliver();
    expect((await answer(url, agrees)).status).toBe(200);
    expect(await applicationIn(bot, 'glow')).toMatchObject({ state: 'with-hub' });
  });

  test('When the applicant has become one person with another account, the link sent before still works', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const other = stranger('Tess at her new school');
    const preview = await bot.say(tess, await linkCode(bot, other));
    await bot.press(tess, preview, 'Join both accounts');
    await bot.deliver();
    expect((await pageAt(url)).text).toContain('Tess Okafor');
    expect((await answer(linkOn(bot, await showLink(bot, other)), agrees)).status).toBe(200);
    expect((await answer(url, agrees)).text).toContain('This has been answered');
  });
});

async function put(bot: TestBot, record: object): Promise<void> {
  await bot.store.commit('hub:demo', [{ kind: 'put', record: record as never, expect: 'anything' }]);
}

describe('Who may send', () => {
  test('When another site’s page sends an answer, it is not taken; the page’s own, with an origin or without, is', async () => {
    const bot = await startBot({ env: { PUBLIC_URL: 'https://bot.demohub.example' } });
    const url = await applied(bot);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'null' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://elsewhere.example' },
      { origin: 'https://elsewhere.example' },
      { origin: 'nonsense' },
    ] as Record<string, string>[]) {
      const response = await send(url, agrees, headers);
      expect([headers, response.status]).toEqual([headers, 403]);
      expect(await response.text()).toContain('Open the link itself');
    }
    expect(await applicationIn(bot)).toMatchObject({ state: 'waiting-for-endorsement' });
    const own = [
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
      { origin: 'https://bot.demohub.example' },
      { origin: bot.url },
      {},
    ] as Record<string, string>[];
    for (const headers of own) expect((await send(url, { ...agrees, name: '' }, headers)).status).toBe(422);
    expect((await send(url, agrees, { 'sec-fetch-site': 'same-origin', origin: 'null' })).status).toBe(200);
  });

  test('When it is not a form, or too long, it is refused in words and uses nothing up', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const post = (type: string, body: string, more: Record<string, string> = {}) =>
      fetch(url, { method: 'POST', headers: { 'content-type': type, ...more }, body });
    const form = 'application/x-www-form-urlencoded';
    expect((await post('application/json', JSON.stringify(agrees))).status).toBe(415);
    expect((await post('multipart/form-data; boundary=x', '--x--')).status).toBe(415);
    expect((await post(form, 'answer=agree', { 'content-encoding': 'gzip' })).status).toBe(415);
    const long = await post(form, `answer=agree&words=${'x'.repeat(9000)}`);
    expect(long.status).toBe(413);
    expect(await long.text()).toContain('This is too long');
    expect(await unannounced(url, 'x'.repeat(200_000))).toBe(413);
    expect(
      (await answer(url, { ...declines, words: '漢'.repeat(500), name: '漢'.repeat(100), role: '漢'.repeat(100) }))
        .status,
    ).toBe(200);
  });

  test('When one link is asked for without end, it is told to wait, and others are not', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const other = await applied(bot, stranger('Olu Other'), { name: 'Olu Other' });
    const all = await Promise.all(Array.from({ length: 120 }, () => pageAt(url)));
    const busy = all.filter(({ status }) => status === 429);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy[0]?.text).toContain('One moment');
    expect((await pageAt(other)).status).toBe(200);
  });

  test('When somebody without a link tries without end, the headteachers are not shut out', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const [named = '', seals = ''] = (url.split('/endorse/')[1] ?? '').split('.');
    const tries = Array.from({ length: 520 }, (_, n) =>
      n % 2 ? `junk${n}` : `${named}.${String(n).padStart(16, 'x')}${seals.slice(16)}`,
    );
    for (let from = 0; from < tries.length; from += 40) {
      const statuses = tries
        .slice(from, from + 40)
        .map(async (token) => (await pageAt(`${bot.url}/endorse/${token}`)).status);
      expect(new Set(await Promise.all(statuses))).toEqual(new Set([404]));
    }
    expect((await pageAt(url)).status).toBe(200);
    expect((await answer(url, agrees)).status).toBe(200);
  });
});

/** Posts a body whose length is not said beforehand. */
const unannounced = (url: string, body: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.write(body);
    sent.end();
  });

describe('When something goes wrong', () => {
  test('When the store is in trouble, the page says so, keeps what was typed, and the link stays good', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const { get } = bot.store;
    bot.store.get = () => Promise.reject(new Error('secret detail'));
    const opened = await pageAt(url);
    expect(opened.status).toBe(503);
    const trouble = await answer(url, declines);
    expect(trouble.status).toBe(503);
    expect(trouble.text).toContain('Nothing is lost');
    expect(trouble.text).toContain('name="words" value="Not this year, sorry."');
    expect(trouble.text + opened.text).not.toContain('secret detail');
    bot.store.get = get;
    expect((await answer(url, declines)).status).toBe(200);
  });

  test('When the outcome of the commit is not known, it is found out, and the answer counts once', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const { commit } = bot.store;
    let lost = 0;
    bot.store.commit = async (partition, changes) => {
      const outcome = await commit(partition, changes);
      if (lost++ > 0) return outcome;
      return { kind: 'unavailable', reason: 'the answer was lost' };
    };
    expect((await answer(url, agrees)).status).toBe(200);
    expect(await auditOf(bot, 'application-endorse')).toHaveLength(1);
    await bot.deliver();
    expect(told(bot, 'Your school supports your application')).toBe(1);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });
});

describe('What the teacher gets', () => {
  test('When they have applied, they get the link and words to forward, and are told that the bot sends no mail', async () => {
    const bot = await startBot({ env: { PUBLIC_URL: 'https://bot.demohub.example/' } });
    const status = await apply(bot, tess);
    const text = textOf(await bot.press(tess, status, 'Link for your headteacher'));
    expect(text).toMatch(/https:\/\/bot\.demohub\.example\/endorse\/[\w-]+\.[\w-]{32}\n/);
    expect(text).toContain('Dear Dr Amara Lowe,');
    expect(text).toContain('The bot sends no mail');
    expect(text).toContain('Wednesday 1 April 2026');
  });

  test('When the school has agreed, there is no link any more; with no application there never was', async () => {
    const bot = await startBot();
    await answer(await applied(bot), agrees);
    const card = await showLink(bot);
    expect(textOf(card)).toContain('The link has been answered');
    expect(textOf(card)).not.toContain('/endorse/');
    expect(textOf(card)).not.toContain('Make a new link');
    expect(textOf(await bot.execute(tess, 'card', 'application.new-link', { op: 'x', cohort: '10' }))).toContain(
      'The link has been answered',
    );
    expect(textOf(await showLink(bot, stranger('Nobody Yet')))).toContain('not applied');
  });
});

describe('When another school is named', () => {
  const elsewhere = { search: '', school: 'not-listed', typedSchool: 'Beckside School', headteacher: 'Mr Anil Desai' };

  /** Goes through the school step of a change, up to the summary. */
  async function rename(bot: TestBot, button: string, typed: object = elsewhere): Promise<Seen> {
    const changes = await bot.press(tess, await bot.say(tess, 'my application'), button);
    return bot.press(tess, await bot.press(tess, changes, 'Change school and hub'), 'Save and next', typed);
  }
  const viewed = async (bot: TestBot) => {
    const about = { hubId: 'demo', applicationId: await idOf(bot) };
    return bot.execute(helen, 'card', 'applications.view', { ...about, part: 'check' });
  };

  test('When an endorsed application names another school, it waits for a new agreement, by a new link', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    await answer(url, agrees);
    bot.setNow(new Date('2026-03-12T10:00:00Z'));
    const summary = await rename(bot, 'Change my application');
    expect(textOf(summary)).toContain('a headteacher has to agree to it anew');
    await Promise.all([1, 2, 3].map(() => bot.press(tess, summary, 'Send my changes')));
    const status = await bot.press(tess, summary, 'Send my changes');
    expect(await auditOf(bot, 'application-change-school')).toHaveLength(1);
    expect(await auditOf(bot, 'application-edit')).toEqual([]);
    expect(textOf(status)).toContain('waits for your headteacher');
    expect(textOf(status)).toContain('You named another school or headteacher');
    const application = await applicationIn(bot);
    expect(application).toMatchObject({
      state: 'waiting-for-endorsement',
      answers: { school: 'Beckside School' },
      link: { number: 2, until: '2026-04-11T10:00:00.000Z' },
      // Five working days from the new link.
      due: '2026-03-19T09:00:00.000Z',
    });
    expect(application).not.toHaveProperty('endorsement');
    expect((await answer(url, agrees)).text).toContain('There is a newer link');
    expect((await answer(linkOn(bot, await showLink(bot)), agrees)).status).toBe(200);
    expect(await applicationIn(bot)).toMatchObject({ state: 'with-hub' });
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test.each([
    ['the headteacher', { ...elsewhere, typedSchool: 'Ashdown Academy' }],
    ['the school', { ...elsewhere, headteacher: 'Dr Amara Lowe' }],
  ])('When the hub asks for more and only %s is another, it waits for a new agreement too', async (_, typed) => {
    const bot = await startBot();
    await answer(await applied(bot), agrees);
    const open = await bot.press(helen, await viewed(bot), 'Check the endorsement');
    await bot.press(helen, open, 'I have checked it with the school');
    const where = { hubId: 'demo', applicationId: await idOf(bot), seen: 3, event: 'ask-for-more' };
    await bot.execute(helen, 'card', 'decisions.make', { op: 'ask', ...where, words: 'Still there?' });
    await bot.press(tess, await rename(bot, 'Change it and send it again', typed), 'Send my changes');
    const application = await applicationIn(bot);
    expect(application).toMatchObject({ state: 'waiting-for-endorsement', link: { number: 2 } });
    expect(application).not.toHaveProperty('endorsement');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When something else is changed, the agreement stays', async () => {
    const bot = await startBot();
    await answer(await applied(bot), agrees);
    const summary = await rename(bot, 'Change my application', {
      ...elsewhere,
      typedSchool: 'Ashdown Academy',
      headteacher: 'Dr Amara Lowe',
    });
    expect(textOf(summary)).not.toContain('agree to it anew');
    await bot.press(tess, summary, 'Send my changes');
    expect(await applicationIn(bot)).toMatchObject({ state: 'with-hub', endorsement: { kind: 'endorsed' } });
  });

  test('When a lead has opened the application, its school cannot be changed unasked', async () => {
    const bot = await startBot();
    await answer(await applied(bot), agrees);
    const summary = await rename(bot, 'Change my application');
    await bot.execute(helen, 'card', 'applications.view', { hubId: 'demo', applicationId: await idOf(bot) });
    expect(textOf(await bot.press(tess, summary, 'Send my changes'))).toContain('cannot be changed any more');
    expect(await applicationIn(bot)).toMatchObject({ state: 'with-hub', answers: { school: 'Ashdown Academy' } });
  });

  test('When a lead checks or records on a card from before, it does not count for the other school', async () => {
    const bot = await startBot();
    await applied(bot);
    const where = { hubId: 'demo', applicationId: await idOf(bot) };
    const form = await bot.execute(helen, 'card', 'endorsement.record', where);
    await bot.press(tess, await rename(bot, 'Change my application'), 'Send my changes');
    const typed = { name: 'Dr Amara Lowe', role: 'Headteacher', words: 'By telephone' };
    const again = await bot.press(helen, form, 'Record it', typed);
    expect(textOf(again)).toContain('This changed while you were looking');
    expect(textOf(again)).toContain('Tess Okafor, Beckside School');
    expect(JSON.stringify(again.card)).toContain('By telephone');
    expect(await applicationIn(bot)).toMatchObject({ state: 'waiting-for-endorsement' });
    await answer(linkOn(bot, await showLink(bot)), agrees);
    const check = await bot.execute(helen, 'card', 'endorsement.open', where);
    await bot.press(
      tess,
      await rename(bot, 'Change my application', { ...elsewhere, typedSchool: 'Castle Hill' }),
      'Send my changes',
    );
    await answer(linkOn(bot, await showLink(bot)), agrees);
    expect(textOf(await bot.press(helen, check, 'I have checked it with the school'))).toContain('This changed');
    expect((await applicationIn(bot))?.endorsement).not.toHaveProperty('checked');
  });
});

describe('What leads do', () => {
  const at = async (bot: TestBot) => ({ hubId: 'demo', applicationId: await idOf(bot) });

  test('When a lead checks an endorsement with the school, it counts as checked, once', async () => {
    const bot = await startBot();
    await answer(await applied(bot), agrees);
    const view = await bot.execute(helen, 'card', 'applications.view', { ...(await at(bot)), part: 'check' });
    const card = await bot.press(helen, view, 'Check the endorsement');
    expect(textOf(card)).toContain('Endorsed by link, not verified');
    expect(textOf(card)).toContain('Dr Amara Lowe, Headteacher');
    expect(textOf(card)).toContain('looked up yourself');
    const checked = await bot.press(helen, card, 'I have checked it with the school');
    expect(textOf(checked)).toContain('Endorsed, checked with the school');
    await bot.press(helen, card, 'I have checked it with the school');
    expect(await auditOf(bot, 'application-check-endorsement')).toHaveLength(1);
    const [line] = await bot.records('hub:demo', 'queue-line');
    expect(line).toMatchObject({ endorsement: 'checked', state: 'with-hub' });
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When the school is in the register, its headteacher and website stand beside the endorsement', async () => {
    const bot = await startBot();
    await answer(await applied(bot), agrees);
    const [school] = await findSchools(bot.deps, 'academy');
    if (!school) throw new Error('no school in the demo’s register');
    const application = await applicationIn(bot);
    const answers = { ...(application?.answers as object), urn: school.urn };
    await put(bot, { ...application, answers });
    const text = textOf(await bot.execute(helen, 'card', 'endorsement.open', await at(bot)));
    expect(text).toContain('Headteacher in the register');
    expect(text).toContain(school.head ?? 'It does not say');
    expect(text).toContain(school.website ?? 'It does not say');
  });

  test('When an endorsement came otherwise, a lead records it, the link is void, and the teacher is told', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const view = await bot.execute(helen, 'card', 'applications.view', { ...(await at(bot)), part: 'check' });
    const form = await bot.press(helen, view, 'Record an endorsement');
    const refused = await bot.press(helen, form, 'Record it', { name: 'Dr Amara Lowe', role: '', words: '' });
    expect(textOf(refused)).toContain('Enter their role at the school. Say how it came');
    const typed = { name: 'Dr Amara Lowe', role: 'Headteacher', words: 'Email of 2 March' };
    const card = await bot.press(helen, refused, 'Record it', typed);
    expect(textOf(card)).toContain('Endorsed, recorded by a lead');
    expect(textOf(card)).toContain('Email of 2 March');
    expect(await applicationIn(bot)).toMatchObject({ state: 'with-hub', endorsement: { how: 'recorded', ...typed } });
    expect((await answer(url, agrees)).status).toBe(410);
    await bot.deliver();
    expect(told(bot, 'Your school supports your application')).toBe(1);
  });

  test('When the headteacher answers while a lead records, one counts and the other reads how it stands', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const where = await at(bot);
    const typed = { name: 'A Head', role: 'Head', words: 'By telephone' };
    const [seen, page] = await Promise.all([
      bot.execute(helen, 'card', 'endorsement.save', { op: 'race', ...where, seen: 1, ...typed }),
      answer(url, agrees),
    ]);
    const byLink = page.status === 200;
    expect(textOf(seen).includes('This changed while you were looking')).toBe(byLink);
    expect(await applicationIn(bot)).toMatchObject({ endorsement: { how: byLink ? 'by-link' : 'recorded' } });
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a lead sends the link on, it is the same one, and a new one by a lead is the teacher’s too', async () => {
    const bot = await startBot();
    const url = await applied(bot);
    const view = await bot.execute(helen, 'card', 'applications.view', { ...(await at(bot)), part: 'check' });
    const card = await bot.press(helen, view, 'Link for the headteacher');
    expect(linkOn(bot, card)).toBe(url);
    expect(textOf(card)).toContain('Tess Okafor (Ashdown Academy) has applied');
    const again = linkOn(bot, await bot.press(helen, card, 'Make a new link'));
    expect(linkOn(bot, await showLink(bot))).toBe(again);
    expect((await answer(url, agrees)).status).toBe(410);
    expect((await answer(again, agrees)).status).toBe(200);
  });

  test('When a lead knows the applicant, or it is their own, they neither see the link nor record anything', async () => {
    const bot = await startBot();
    await applied(bot);
    const where = await at(bot);
    await put(bot, { ...(await applicationIn(bot)), conflicts: [helen.aadObjectId] });
    const typed = { name: 'A', role: 'B', words: 'C' };
    for (const [verb, more] of Object.entries({
      'endorsement.link': {},
      'endorsement.new-link': { op: 'n' },
      'endorsement.save': { op: 's', seen: 1, ...typed },
    })) {
      const seen = await bot.execute(helen, 'card', verb, { ...where, ...more });
      expect([verb, textOf(seen)]).toEqual([verb, expect.stringContaining('Another lead of the hub can do this')]);
    }
    expect(await applicationIn(bot)).toMatchObject({ state: 'waiting-for-endorsement', link: { number: 1 } });
  });

  test('When a lead of another hub, or the applicant, forges a lead’s press, nothing changes', async () => {
    const bot = await startBot();
    const gwen = stranger('Gwen Elsewhere');
    await leadSecondHub(bot, gwen);
    await applied(bot);
    const where = await at(bot);
    for (const who of [gwen, tess, colin])
      for (const verb of ['open', 'check', 'record', 'save', 'link', 'new-link']) {
        const seen = await bot.execute(who, 'card', `endorsement.${verb}`, {
          op: verb,
          ...where,
          seen: 1,
          name: 'x',
          role: 'x',
          words: 'x',
        });
        expect([who.name, verb, textOf(seen)]).toEqual([who.name, verb, expect.stringMatching(/^Only /)]);
      }
    expect(await applicationIn(bot)).toMatchObject({ state: 'waiting-for-endorsement', link: { number: 1 } });
  });
});
