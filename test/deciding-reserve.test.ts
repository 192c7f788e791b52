import { fillPlace } from '../services/applications/fill-place.ts';
import { leadsChannelId, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { anotherLead, application, decide, helen, moved, newOp, newsOf, setHub, withHub } from './support/deciding.ts';
import { brokenInvariants } from './support/invariants.ts';
import { storeApplications } from './support/stored-applications.ts';

afterEach(stopBots);

const about = (applicationId: string) => ({ hubId: 'demo', applicationId });

async function reserves(bot: TestBot, ...names: string[]): Promise<string[]> {
  const ids = [];
  for (const name of names) {
    const id = await withHub(bot, name);
    await decide(bot, helen, id, 'put-on-reserve');
    ids.push(id);
  }
  return ids;
}

/** Somebody who holds one of the places. */
async function offered(bot: TestBot, name: string): Promise<string> {
  const id = await withHub(bot, name);
  await decide(bot, helen, id, 'offer');
  return id;
}

const openList = (bot: TestBot, who = helen) => bot.execute(who, 'card', 'reserve.list', { hubId: 'demo' });
const orderIn = (text: string) => text.match(/^\d+\. .+$/gm);

describe('The reserve list', () => {
  test('When nobody is on it, it says how somebody comes there', async () => {
    const bot = await startBot();
    expect(textOf(await openList(bot))).toContain('Nobody is on reserve.');
  });

  test('When leads move people up and down, the order is theirs, and an old card moves nobody', async () => {
    const bot = await startBot();
    await reserves(bot, 'Ann', 'Bob', 'Cat');
    const list = await openList(bot);
    expect(orderIn(textOf(list))).toEqual(['1. Ann', '2. Bob', '3. Cat']);
    const up = await bot.press(helen, list, 'Move up Cat');
    expect(orderIn(textOf(up))).toEqual(['1. Ann', '2. Cat', '3. Bob']);
    expect(orderIn(textOf(await bot.press(helen, list, 'Move up Cat')))).toEqual(['1. Ann', '2. Cat', '3. Bob']);
    const stale = await bot.press(helen, list, 'Move up Bob');
    expect(textOf(stale)).toContain('This changed while you were looking');
    const down = await bot.press(helen, stale, 'Move down Ann');
    expect(orderIn(textOf(down))).toEqual(['1. Cat', '2. Ann', '3. Bob']);
    const audit = (await bot.records('hub:demo', 'audit')).map(({ event }) => event);
    expect(audit.filter((event) => String(event).startsWith('application-reserve'))).toHaveLength(2);
    const beyond = { op: newOp(), ...about('nobody'), cohort: '10', to: 'up', seen: 1 };
    expect(textOf(await bot.execute(helen, 'card', 'reserve.move', beyond))).toContain('This changed');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a lead knows one of the two who would change places, they move neither', async () => {
    const bot = await startBot();
    const [ann = ''] = await reserves(bot, 'Ann', 'Bob');
    await bot.execute(helen, 'card', 'conflicts.mark', { op: newOp(), ...about(ann), knows: true });
    const list = await openList(bot);
    expect(textOf(await bot.press(helen, list, 'Move up Bob'))).toContain('another lead must move them');
    const sam = await anotherLead(bot, 'Sam Second');
    expect(orderIn(textOf(await bot.press(sam, await openList(bot, sam), 'Move up Bob')))).toEqual([
      '1. Bob',
      '2. Ann',
    ]);
  });

  test('When two leads move two people at once, both moves are made or one hears that it changed', async () => {
    const bot = await startBot();
    const sam = await anotherLead(bot, 'Sam Second');
    await reserves(bot, 'Ann', 'Bob', 'Cat', 'Dan');
    const list = await openList(bot);
    await Promise.all([bot.press(helen, list, 'Move up Bob'), bot.press(sam, list, 'Move up Dan')]);
    expect(orderIn(textOf(await openList(bot)))).toEqual(['1. Bob', '2. Ann', '3. Dan', '4. Cat']);
  });

  test('When there are more than fit, they go on page by page', async () => {
    const bot = await startBot();
    await reserves(bot, ...Array.from({ length: 10 }, (_, n) => `Teacher ${n}`));
    const second = await bot.press(helen, await openList(bot), 'Next page');
    expect(orderIn(textOf(second))).toEqual(['9. Teacher 8', '10. Teacher 9']);
    const moved = await bot.press(helen, second, 'Move up Teacher 8');
    expect(textOf(moved)).toContain('9. Teacher 7');
    expect(textOf(await bot.press(helen, moved, 'First page'))).toContain('8. Teacher 8');
  });
});

describe('A reserve list of 300 people', () => {
  const names = (text: string) => orderIn(text)?.map((row) => row.split('. ')[1] ?? '');
  const bytes = ({ card }: Seen) => Buffer.byteLength(JSON.stringify(card));
  async function threeHundred(): Promise<{ bot: TestBot; first: Seen }> {
    const bot = await startBot();
    await storeApplications(bot.store, { hubId: 'demo', count: 300, state: 'reserve', serviceUrl: bot.teams.url });
    return { bot, first: await openList(bot) };
  }
  /** The page that begins with this place. */
  const page = (bot: TestBot, place: number) =>
    bot.execute(helen, 'card', 'reserve.list', { hubId: 'demo', cohort: '10', from: place - 1 });

  test('When a lead goes through it page by page and back, everybody stands there once, on cards small enough', async () => {
    const { bot, first } = await threeHundred();
    expect(textOf(first)).toContain('300 reserves');
    const seen: string[] = [];
    let card = first;
    for (;;) {
      expect(bytes(card)).toBeLessThan(28 * 1024);
      seen.push(...(names(textOf(card)) ?? []));
      if (!textOf(card).includes('Next page')) break;
      card = await bot.press(helen, card, 'Next page');
    }
    expect(seen).toEqual(Array.from({ length: 300 }, (_, n) => `Applicant ${n}`));
    expect(orderIn(textOf(await bot.press(helen, card, 'Previous page')))?.[0]).toBe('289. Applicant 288');
    expect(orderIn(textOf(await bot.press(helen, card, 'First page')))?.[0]).toBe('1. Applicant 0');
    expect(textOf(first)).not.toContain('Previous page');
  });

  test('When somebody is moved within a page, over its edge, or at either end, they are where they were moved to', async () => {
    const { bot, first } = await threeHundred();
    const within = await bot.press(helen, await page(bot, 153), 'Move up Applicant 155');
    expect(orderIn(textOf(within))?.slice(2, 4)).toEqual(['155. Applicant 155', '156. Applicant 154']);
    const over = await bot.press(helen, within, 'Move up Applicant 152');
    expect(orderIn(textOf(over))?.[0]).toBe('153. Applicant 151');
    const before = await bot.press(helen, over, 'Previous page');
    expect(orderIn(textOf(before))?.at(-1)).toBe('152. Applicant 152');
    const on = await bot.press(helen, before, 'Move down Applicant 152');
    expect(orderIn(textOf(on))?.at(-1)).toBe('152. Applicant 151');
    expect(orderIn(textOf(await page(bot, 153)))?.[0]).toBe('153. Applicant 152');
    const last = await bot.press(helen, await page(bot, 297), 'Move up Applicant 299');
    expect(names(textOf(last))).toEqual(['Applicant 296', 'Applicant 297', 'Applicant 299', 'Applicant 298']);
    expect(textOf(last)).not.toContain('Move down Applicant 298');
    expect(textOf(first)).not.toContain('Move up Applicant 0');
    const down = await bot.press(helen, first, 'Move down Applicant 0');
    expect(names(textOf(down))?.slice(0, 2)).toEqual(['Applicant 1', 'Applicant 0']);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When a page lies beyond the end, as after some have gone, the last page there is is shown', async () => {
    const { bot } = await threeHundred();
    const beyond = await page(bot, 401);
    expect(orderIn(textOf(beyond))).toHaveLength(4);
    expect(textOf(beyond)).toContain('300. Applicant 299');
    const end = await page(bot, 297);
    for (const n of [296, 297, 298, 299]) {
      const [row] = (await bot.records('hub:demo', 'application')).filter(({ id }) => id.endsWith(`:${n}`));
      await decide(bot, helen, String(row?.id).slice('application:'.length), 'decline', {
        reason: 'fit',
        words: 'Sorry.',
      });
    }
    const stale = await bot.press(helen, end, 'Move up Applicant 299');
    expect(textOf(stale)).toContain('This changed while you were looking');
    expect(orderIn(textOf(stale))?.at(-1)).toBe('296. Applicant 295');
  });
});

describe('A place that becomes free', () => {
  test('When an offer is turned down, a lead offers the place to the next reserve, after one question', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 1 });
    const first = await offered(bot, 'First Teacher');
    const [ann = '', bob = ''] = await reserves(bot, 'Ann', 'Bob');
    expect(textOf(await openList(bot))).not.toContain('Offer it to the next reserve');
    await moved(bot, first, { event: 'turn-down' }, 'First Teacher');
    await bot.deliver();
    expect((await application(bot, ann)).state).toBe('reserve');
    const asked = await bot.press(helen, await openList(bot), 'Offer it to the next reserve');
    expect(textOf(asked)).toContain('About Ann.');
    await bot.press(helen, asked, 'Offer the place now');
    expect((await application(bot, ann)).state).toBe('offered');
    expect((await application(bot, bob)).state).toBe('reserve');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test.each([
    ['turned down', 'turn-down'],
    ['withdrawn', 'withdraw'],
  ] as const)(
    'When the hub wants that and an offer is %s, the first reserve has it at once, and only they',
    async (_, event) => {
      const bot = await startBot();
      const first = await offered(bot, 'First Teacher');
      const [ann = '', bob = ''] = await reserves(bot, 'Ann', 'Bob');
      await setHub(bot, { autoOffer: true });
      await moved(bot, first, { event }, 'First Teacher');
      await bot.deliver();
      const { state, steps } = await application(bot, ann);
      expect(state).toBe('offered');
      expect(steps.at(-1)).toMatchObject({ by: 'bot', event: 'offer' });
      // There are more places free, but one became free.
      expect((await application(bot, bob)).state).toBe('reserve');
      expect(await newsOf(bot, ann)).toEqual(['endorsed', 'on-reserve', 'offered']);
      expect(await brokenInvariants(bot.store)).toEqual([]);
    },
  );

  test('When an accepted place is given back or an offer is passed on, the next reserve has it too', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 2, autoOffer: true });
    const one = await offered(bot, 'One Teacher');
    const two = await offered(bot, 'Two Teacher');
    const [ann = '', bob = ''] = await reserves(bot, 'Ann', 'Bob');
    await moved(bot, one, { event: 'accept' }, 'One Teacher');
    await moved(bot, one, { event: 'withdraw' }, 'One Teacher');
    await bot.deliver();
    expect((await application(bot, ann)).state).toBe('offered');
    bot.setNow(new Date('2026-03-17T10:00:00Z'));
    await decide(bot, helen, two, 'pass-on');
    await bot.deliver();
    expect((await application(bot, bob)).state).toBe('offered');
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When nobody is on reserve, the place stays free', async () => {
    const bot = await startBot();
    await setHub(bot, { autoOffer: true });
    const first = await offered(bot, 'First Teacher');
    await moved(bot, first, { event: 'turn-down' }, 'First Teacher');
    await bot.deliver();
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });

  test('When many places become free at once while leads offer them too, there are never more offers than places', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 3, autoOffer: true });
    const holders = [];
    for (let n = 0; n < 3; n++) holders.push(await offered(bot, `Holder ${n}`));
    const waiting = await reserves(bot, ...Array.from({ length: 5 }, (_, n) => `Reserve ${n}`));
    const forms = await Promise.all(
      waiting.map((id) => bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event: 'offer' })),
    );
    await Promise.all([
      ...holders.map((id, n) => moved(bot, id, { event: 'turn-down' }, `Holder ${n}`)),
      ...forms.map((form) => bot.press(helen, form, 'Offer the place now')),
    ]);
    await bot.deliver();
    const states = await Promise.all(waiting.map(async (id) => (await application(bot, id)).state));
    expect(states.filter((state) => state === 'offered')).toHaveLength(3);
    expect(await brokenInvariants(bot.store)).toEqual([]);
  });
});

describe('A place that becomes free while a decision on the first reserve is kept for later', () => {
  const declined = { reason: 'fit', words: 'Thank you for applying.' };
  const keep = async (bot: TestBot, id: string, event: string, said: object = {}) =>
    bot.press(
      helen,
      await bot.execute(helen, 'card', 'decisions.ask', { ...about(id), event }),
      'Keep it for later',
      said,
    );
  const toldOfPlace = (bot: TestBot, conversationId: string) =>
    bot.teams
      .sent()
      .filter((one) => one.conversationId.startsWith(conversationId))
      .map((one) => JSON.stringify(one))
      .filter((one) => one.includes('A place is free for you to offer'));

  test.each([
    ['to decline', 'decline', declined],
    ['to offer', 'offer', {}],
  ])(
    'When it is %s, nobody is offered the place, what is kept stays, and the leads hear of it once',
    async (_, event, said) => {
      const bot = await startBot();
      await setHub(bot, { quota: 1 });
      const first = await offered(bot, 'First Teacher');
      const [bob = '', cat = ''] = await reserves(bot, 'Bob', 'Cat');
      await setHub(bot, { autoOffer: true });
      await keep(bot, bob, event, said);
      await moved(bot, first, { event: 'turn-down' }, 'First Teacher');
      await bot.deliver();
      await fillPlace(bot.deps, { name: 'fill-place', hubId: 'demo', cohort: '10', freed: `${first}:4` });
      await bot.deliver();
      expect(await application(bot, bob)).toMatchObject({ state: 'reserve', staged: { event } });
      expect((await application(bot, cat)).state).toBe('reserve');
      const [post = '', ...more] = toldOfPlace(bot, leadsChannelId);
      expect(post).toContain('A place is free for you to offer');
      expect(post).not.toMatch(/Bob|Cat/);
      expect(more).toEqual([]);
      expect(textOf(await openList(bot))).toContain('A decision is kept for later');
      expect(await brokenInvariants(bot.store)).toEqual([]);
    },
  );

  test('When a lead is on reserve, the others hear of it in their own chats and that lead does not', async () => {
    const bot = await startBot();
    await setHub(bot, { quota: 1 });
    await bot.say(helen, 'help');
    const first = await offered(bot, 'First Teacher');
    const [bob = ''] = await reserves(bot, 'Bob');
    await anotherLead(bot, 'Bob');
    await setHub(bot, { autoOffer: true });
    await keep(bot, bob, 'decline', declined);
    await moved(bot, first, { event: 'turn-down' }, 'First Teacher');
    await bot.deliver();
    expect((await application(bot, bob)).state).toBe('reserve');
    expect(toldOfPlace(bot, leadsChannelId)).toEqual([]);
    const chatOf = (who: typeof helen) => bot.from.message(who, '').conversation.id;
    expect(toldOfPlace(bot, chatOf(helen))).toHaveLength(1);
    expect(toldOfPlace(bot, chatOf(stranger('Bob')))).toEqual([]);
  });
});
