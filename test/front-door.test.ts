import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import manifest from '../manifest/manifest.template.json' with { type: 'json' };
import { channel, groupChat, team, teamsPerson } from './support/activities.ts';
import { demoPerson, startBot, stopBots, stranger, textOf } from './support/bot.ts';
import { apply } from './support/flows.ts';

afterEach(stopBots);

const tess = demoPerson('Tess');

describe('Installing', () => {
  test('When Teams says four times that the bot was installed, one welcome arrives', async () => {
    const bot = await startBot();
    const rosie = stranger('Rosie New');
    const events = [
      bot.from.installation('add', rosie),
      bot.from.membersAdded(rosie, [{ id: '28:5b0b2f0e-3f3a-4d7c-8c55-2a1f6f9d7e10' }]),
      bot.from.installation('add', rosie),
      bot.from.membersAdded(rosie, [{ id: '28:5b0b2f0e-3f3a-4d7c-8c55-2a1f6f9d7e10' }]),
    ];
    await Promise.all(events.map((event) => bot.post(event)));
    await bot.deliver();
    const sent = bot.teams.sent(events[0]?.conversation.id);
    expect(sent).toHaveLength(1);
    const words = JSON.stringify(sent[0]);
    for (const promise of [
      'Who sees what you type',
      'Nothing is an application until you press Submit',
      'To reach a person',
    ]) {
      expect(words).toContain(promise);
    }
  });

  test('When the bot moves to another service URL, the next message goes there', async () => {
    const bot = await startBot();
    await bot.say(tess, 'help');
    const [first] = await bot.records(`person:${tess.aadObjectId}`, 'person');
    await bot.post({ ...bot.from.message(tess, 'help'), serviceUrl: bot.teams.url.replace(/\/$/, '') });
    const [second] = await bot.records(`person:${tess.aadObjectId}`, 'person');
    expect(JSON.stringify(first)).toContain(bot.teams.url);
    expect(JSON.stringify(second)).not.toContain(`${bot.teams.url}"`);
  });
});

describe('Help', () => {
  test('When asked in a chat, it shows what the bot does and offers buttons', async () => {
    const bot = await startBot();
    expect(textOf(await bot.say(tess, 'help'))).toContain('Check if I can apply');
    expect(textOf(await bot.say(tess, 'Hi!'.replace('!', '')))).toContain('What I can do for you');
  });

  test.each([
    ['a channel', channel(team('Demo'), 'Chat')],
    ['a group chat', groupChat('Maths')],
  ])('When mentioned in %s, it helps there without anything personal', async (_, place) => {
    const bot = await startBot();
    const answer = await bot.say(tess, 'help', place);
    expect(textOf(answer)).toContain('What I can do here');
    expect(textOf(await bot.say(tess, 'my application', place))).toContain('between you and me');
    expect(textOf(await bot.say(tess, 'whoami', place))).toContain('between you and me');
  });

  test('When help is asked for twice, the second turn writes nothing; a question is only counted', async () => {
    const bot = await startBot();
    await bot.say(tess, 'help');
    const written: string[] = [];
    const { commit } = bot.store;
    bot.store.commit = (partition, changes) => {
      written.push(partition);
      return commit(partition, changes);
    };
    await bot.say(tess, 'help');
    expect(written).toEqual([]);
    await bot.say(tess, 'how many days is year one');
    expect(written.filter((partition) => partition !== 'asked:2026-03')).toEqual([]);
  });
});

test('When any command of the app’s menu is typed, the bot knows it', async () => {
  const bot = await startBot();
  const lists = manifest.bots.flatMap(({ commandLists }) => commandLists);
  const titles = lists.flatMap(({ commands }) => commands.map(({ title }) => title));
  expect(titles.length).toBeGreaterThan(8);
  for (const title of titles) {
    const answer = textOf(await bot.say(demoPerson('Colin'), title));
    expect(answer).not.toContain('do not have an answer');
    expect(answer).not.toContain('document does not say');
  }
});

describe('Who is let in', () => {
  test('When somebody of a tenant that is not admitted writes, they are told how to reach a hub, and nothing is stored', async () => {
    const bot = await startBot();
    const outsider = teamsPerson('Olga', 'another-tenant');
    await bot.post(bot.from.installation('add', outsider));
    const answer = await bot.say(outsider, 'I am Olga, can I apply?');
    expect(textOf(answer)).toContain('has not been added');
    expect(textOf(answer)).toContain('contact');
    const identities = await bot.store.find({ type: 'identity' }, 100);
    expect(JSON.stringify(identities)).not.toContain(outsider.aadObjectId);
  });

  test('When Teams does not say who somebody is, they get a sentence', async () => {
    const bot = await startBot();
    const activity = bot.from.message(tess, 'help');
    const { status } = await bot.post({ ...activity, from: { id: '29:anonymous', name: 'Guest' } });
    expect(status).toBe(200);
    expect(bot.teams.sent(activity.conversation.id)[0]?.text).toContain('does not tell me who you are');
  });

  test('When somebody asks who the bot takes them for, it says, with the ids an administrator asks for', async () => {
    const bot = await startBot();
    const seen = textOf(await bot.say(demoPerson('Helen'), 'who am I?'));
    expect(seen).toContain('Lead of Demo Maths Hub');
    expect(seen).toContain(demoPerson('Helen').aadObjectId);
  });
});

describe('Elsewhere than in a chat of one’s own', () => {
  const place = channel(team('Demo'), 'Chat');

  test('When a lead presses or forges a button there, or asks for help, nothing about them or their hub is shown', async () => {
    const bot = await startBot();
    const helen = demoPerson('Helen');
    const tries = [
      () => bot.say(helen, 'applications', place),
      () => bot.execute(helen, 'card', 'applications.list', { hubId: 'demo' }, place),
      () => bot.execute(helen, 'card', 'leads.open', { hubId: 'demo' }, place),
      () => bot.execute(helen, 'card', 'application.show', {}, place),
    ];
    for (const attempt of tries) expect(textOf(await attempt())).toContain('between you and me');
    expect(textOf(await bot.say(helen, 'help', place))).not.toContain('Demo Maths Hub');
    const unsaid = bot.from.message(helen, 'applications');
    const { conversationType: _, ...conversation } = unsaid.conversation;
    await bot.post({ ...unsaid, conversation });
    expect(JSON.stringify(bot.teams.sent().at(-1))).toContain('between you and me');
  });

  test('When somebody unknown speaks there, nobody is stored', async () => {
    const bot = await startBot();
    const who = stranger('Passer-by');
    expect(textOf(await bot.say(who, 'how many days is year one', place))).toContain('7.5 days');
    const identities = await bot.store.find({ type: 'identity' }, 100);
    expect(JSON.stringify(identities)).not.toContain(who.aadObjectId);
  });
});

describe('Bad input', () => {
  test.each([
    ['that is not what it says', Buffer.from('not gzip')],
    ['that would be huge', gzipSync(Buffer.alloc(50_000_000))],
  ])('When the body is compressed, %s, it is refused unread and the bot goes on', async (_, body) => {
    const bot = await startBot();
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const { status } = await fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body });
    expect(status).toBe(415);
    expect(textOf(await bot.say(tess, 'help'))).toContain('What I can do');
  });

  test.each([
    ['malformed JSON', '{"type":', 400],
    ['an array', '[1,2]', 400],
    ['a word', 'hello', 400],
    ['nothing', '', 400],
    ['a body of 5 MB', JSON.stringify({ type: 'message', text: 'x'.repeat(5_000_000) }), 413],
    ['an activity with a wrong shape', JSON.stringify({ type: 7, serviceUrl: 'http://x', channelId: 'msteams' }), 400],
    ['an activity without a service URL', JSON.stringify({ type: 'message', text: 'hi', channelId: 'msteams' }), 401],
  ])('When the body is %s, the answer is a 4xx and the bot goes on', async (_, body, expected) => {
    const bot = await startBot();
    const { status } = await bot.post(body);
    expect(status).toBe(expected);
    expect(textOf(await bot.say(tess, 'help'))).toContain('What I can do');
  });

  test.each(['typing', 'messageReaction', 'endOfConversation', 'somethingNew'])(
    'When an activity of type %s comes, nothing is said and nothing stored',
    async (type) => {
      const bot = await startBot();
      const activity = { ...bot.from.message(stranger('Zed'), 'x'), type };
      expect((await bot.post(activity)).status).toBe(200);
      expect(bot.teams.sent()).toEqual([]);
    },
  );

  test.each([
    ['100 KB of text', 'days '.repeat(20_000)],
    ['only emoji', '🎉🎉🎉'],
    ['right-to-left text', 'مرحبا \u202Eabc'],
    ['a template', '${$root} ${name}'],
    ['Markdown and HTML', '# hi **there** <script>alert(1)</script> [x](javascript:1)'],
    ['nothing but spaces', '   '],
  ])('When somebody types %s, they get an answer', async (_, text) => {
    const bot = await startBot();
    expect(textOf(await bot.say(tess, text))).not.toBe('');
  });

  const saving = { op: 'o', cohort: '10', version: 1, go: 'next' };
  test.each([
    ['an unknown verb', 'no.such.verb', {}],
    ['a verb off Object’s prototype', 'constructor', {}],
    ['a verb that is no text', 7, {}],
    ['a missing fixed field', 'application.submit', { hub: 'demo' }],
    ['a wrong type in a typed field', 'application.save-why', { ...saving, why: { a: 1 } }],
    ['far too much text', 'application.save-why', { ...saving, why: 'x'.repeat(20_000) }],
    ['data that is a list', 'applications.list', [1, 2]],
    ['an id of another shape', 'applications.view', { hubId: ['demo'], applicationId: 'x' }],
  ])('When a click carries %s, it gets a sentence and changes nothing', async (_, verb, data) => {
    const bot = await startBot();
    const answer = await bot.execute(tess, 'card', verb as string, data as object);
    expect(textOf(answer)).toContain('nothing was changed');
    const old = await bot.post(bot.from.submit(tess, 'card', { ...data, verb }));
    expect(old.status).toBe(200);
    expect(await bot.records('hub:demo', 'application')).toEqual([]);
    expect(await bot.records(`person:${tess.aadObjectId}`, 'open-application')).toEqual([]);
  });

  test('When a click carries fields the card does not have, they are left aside', async () => {
    const bot = await startBot();
    const answer = await bot.execute(tess, 'card', 'application.open', {
      personId: 'someone',
      roles: ['lead'],
      extra: 1,
    });
    expect(textOf(answer)).toContain('Apply to become a Specialist');
  });

  test('When names hold Markdown, templates and emoji, they are shown as typed and nothing is evaluated', async () => {
    const bot = await startBot();
    const nasty = '**Ann** ${cohort} {{x}} 🎉 \u202Eknil [a](http://x)';
    const done = await apply(bot, tess, { name: nasty, role: nasty, school: nasty, why: nasty, headteacher: nasty });
    expect(JSON.stringify(done.card)).toContain(JSON.stringify(nasty).slice(1, -1));
    const list = await bot.say(demoPerson('Helen'), 'applications');
    expect(textOf(list)).toContain(nasty);
  });
});

describe('Trouble', () => {
  test('When the store does not answer in time, the person is asked to press again, and the log of it is not theirs to read', async () => {
    const bot = await startBot();
    await bot.say(tess, 'help');
    bot.store.get = () => new Promise(() => {});
    expect(textOf(await bot.say(tess, 'help'))).toContain('taking longer than usual');
  });

  test('When something unexpected happens, the person gets a sentence with a reference', async () => {
    const bot = await startBot();
    bot.store.get = () => Promise.reject(new Error('secret detail'));
    const answer = textOf(await bot.say(tess, 'help'));
    expect(answer).toMatch(/reference: [0-9A-F]{8}/);
    expect(answer).not.toContain('secret detail');
    expect(textOf(await bot.execute(tess, 'card', 'help.open', {}))).toMatch(/reference/);
  });

  test('When Teams asks the bot to slow down, the reply is tried again', async () => {
    const bot = await startBot();
    bot.teams.inject({ status: 429, retryAfter: 0, times: 2 });
    expect(textOf(await bot.say(tess, 'help'))).toContain('What I can do');
  });
});

test('When people type, apply and make mistakes, the log has each turn under a reference and nothing of theirs', async () => {
  const bot = await startBot();
  const who = stranger('Zebedee Quartermain');
  const form = await bot.say(who, 'apply');
  await bot.say(who, 'my head is called Mrs Peculiar and I cry in staff meetings');
  const typed = {
    hub: 'demo',
    name: who.name,
    email: 'zebedee@school.example',
    school: 'Elmbridge Folly',
    why: 'secret',
  };
  await bot.press(who, form, 'Save and next', typed);
  bot.teams.inject({ status: 403, code: 'ConversationBlockedByUser' });
  await bot.post(bot.from.message(who, 'another secret'));
  bot.store.get = () => Promise.reject(new Error('broken'));
  await bot.say(who, 'yet another secret');
  const log = bot.logged.join('');
  expect(bot.logged.filter((line) => line.includes('"msg":"turn"')).length).toBeGreaterThanOrEqual(5);
  for (const line of bot.logged.filter((one) => one.includes('"msg":"turn"')))
    expect(JSON.parse(line).ref).toMatch(/^[0-9A-F]{8}$/);
  for (const personal of [
    'Zebedee',
    'Quartermain',
    'Peculiar',
    'zebedee@',
    'Elmbridge',
    'secret',
    who.aadObjectId,
    who.id,
  ]) {
    expect(log).not.toContain(personal);
  }
});

describe('Refreshing and both kinds of click', () => {
  test('When an update of a card is overtaken by the next, the newest card is the one that stays', async () => {
    const bot = await startBot();
    const card = await bot.say(tess, 'help');
    bot.teams.inject({ status: 429, retryAfter: 0.3, match: ({ method }) => method === 'PUT' });
    await bot.execute(tess, card.id, 'help.open', {});
    await bot.execute(tess, card.id, 'application.show', {});
    await bot.teams.waitFor(
      ({ id, attachments }) => id === card.id && JSON.stringify(attachments).includes('have not applied'),
    );
    await bot.stop();
    expect(JSON.stringify(bot.teams.updates.at(-1))).toContain('You have not applied yet');
  });

  test('When a client refreshes a card by itself, it gets the card and nothing is sent or replaced', async () => {
    const bot = await startBot();
    await bot.say(tess, 'help');
    const written = () => bot.teams.calls.filter(({ method }) => method !== 'GET').length;
    const before = written();
    const activity = bot.from.execute(tess, 'card', { verb: 'application.open', data: {}, trigger: 'automatic' });
    const { body } = await bot.post(activity);
    expect(JSON.parse(body).type).toContain('card.adaptive');
    await bot.stop();
    expect(written()).toBe(before);
  });

  test('When an old client presses a button, the card it stands in is replaced', async () => {
    const bot = await startBot();
    const card = await bot.say(tess, 'help');
    const answer = await bot.pressOld(tess, card, 'My application');
    expect(answer.id).toBe(card.id);
    expect(textOf(answer)).toContain('You have not applied yet');
  });
});

describe('Stopping', () => {
  test('When the bot is asked to stop in the middle of a turn, that turn is finished first', async () => {
    const bot = await startBot();
    bot.teams.inject({ delayMs: 300 });
    const turn = bot.say(tess, 'help');
    while (bot.teams.calls.length === 0) await new Promise(setImmediate);
    await Promise.all([bot.stop(), turn.then((answer) => expect(textOf(answer)).toContain('What I can do'))]);
    await expect(fetch(`${bot.url}/healthz`)).rejects.toThrow();
  });

  test('While it runs it says that it lives, and whether its store answers', async () => {
    const bot = await startBot();
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    bot.store.reachable = async () => false;
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(503);
  });
});

describe('The process', () => {
  const start = (env: Record<string, string>, args: string[] = []): Promise<{ code: number | null; output: string }> =>
    new Promise((resolve) => {
      const child: ChildProcess = spawn(process.execPath, ['bot/main.ts', ...args], {
        env: { PATH: process.env.PATH, ...env },
      });
      let output = '';
      const read = (chunk: Buffer) => {
        output += chunk;
        if (output.includes('"listening"')) child.kill('SIGTERM');
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.on('exit', (code) => resolve({ code, output }));
    });

  test('When it is started without credentials, it refuses and says what is missing', async () => {
    const { code, output } = await start({});
    expect(code).toBe(1);
    for (const name of ['BOT_ID', 'BOT_PASSWORD', 'BOT_TENANT_ID', 'PUBLIC_URL', 'ALLOWED_TENANTS', 'COSMOS_ENDPOINT'])
      expect(output).toContain(name);
    expect(output).not.toContain('    at ');
  });

  test('When it is to run without credentials on an open address, it refuses', async () => {
    const { code, output } = await start({ HOST: '0.0.0.0' }, ['--local']);
    expect(code).toBe(1);
    expect(output).toContain('HOST');
  });

  test('When values are wrong, each is named', async () => {
    const { code, output } = await start({ PORT: 'x', BOT_ID: 'nope', COORDINATORS: 'bad', STORE: 'paper' });
    expect(code).toBe(1);
    for (const name of ['PORT', 'BOT_ID', 'COORDINATORS', 'STORE']) expect(output).toContain(name);
  });

  test('When it is asked to stop, it stops cleanly', async () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'bot-'));
    const { code, output } = await start({ PORT: '0', DEMO: '1', ENCODER: 'off', DATA_DIR: dir }, ['--local']);
    expect(output).toContain('No BOT_ID');
    expect(code).toBe(0);
  });
});
