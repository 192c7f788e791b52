import type { Actor } from '../services/access.ts';
import { keepDraft } from '../services/people/import-draft.ts';
import { makeMember } from '../services/people/membership.ts';
import { bringAboard } from '../services/people/specialist-import.ts';
import { specialistsInText } from '../services/people/specialist-rows.ts';
import { demoPerson, startBot, stopBots, type TestBot, textOf } from './support/bot.ts';

afterEach(stopBots);

const helen = demoPerson('Helen');
const colin = demoPerson('Colin');
const hubs = ['demo', ...Array.from({ length: 39 }, (_, n) => `hub-${n + 1}`)];

const leadOf = (hubId: string): Actor => ({
  personId: `lead-of-${hubId}`,
  name: `Lead of ${hubId}`,
  tenantId: 'tenant',
  coordinator: false,
  hubs: new Map([[hubId, ['lead']]]),
});

const listFor = (hubId: string, count: number, first = 0) =>
  [
    'name,email,school,central days,school days',
    ...Array.from(
      { length: count },
      (_, n) => `Person ${first + n},p${first + n}@${hubId}.example,School ${n % 30},3.25,1`,
    ),
  ].join('\n');

/** A lead's list comes aboard, from the text to the last record. */
async function bring({ deps, deliver }: TestBot, hubId: string, list: string): Promise<void> {
  const lead = leadOf(hubId);
  const found = specialistsInText(list);
  if ('problems' in found) throw new Error('the list is not right');
  const draft = (await keepDraft(deps, lead, { rows: found.rows })) ?? '';
  const result = await bringAboard(deps, lead, { op: `op-${list.length}`, hubId, cohort: '10', draft });
  if (result.kind !== 'taken') throw new Error(result.kind);
  await deliver();
}

/** How often each turn asks the store for something. Now and then the clockwork asks too: the least of three counts. */
async function callsOf(bot: TestBot): Promise<Record<string, number>> {
  const { store } = bot;
  let calls = 0;
  const counted =
    <A extends unknown[], R>(call: (...args: A) => R) =>
    (...args: A): R => {
      calls += 1;
      return call(...args);
    };
  const before = { ...store };
  Object.assign(store, {
    get: counted(store.get),
    list: counted(store.list),
    find: counted(store.find),
    commit: counted(store.commit),
  });
  const counts: Record<string, number> = {};
  for (const text of ['help', 'how many days is year one', 'people', 'whoami', 'leads', 'applications']) {
    const each: number[] = [];
    for (let time = 0; time < 3; time++) {
      calls = 0;
      await bot.say(helen, text);
      each.push(calls);
    }
    counts[text] = Math.min(...each);
  }
  Object.assign(store, before);
  return counts;
}

test('When 40 hubs bring 5,000 people aboard, a turn asks the store no more often than before', async () => {
  const bot = await startBot();
  await bot.execute(colin, 'x', 'hubs.import-all', { op: 'o', csv: `name\n${hubs.slice(1).join('\n')}` });
  for (let n = 0; n < 100; n++) {
    const hubId = hubs[n % 40] ?? '';
    await makeMember(bot.deps, 'bot', { hubId, personId: `lead-${n}`, name: `Lead ${n}`, roles: ['lead'] });
  }
  await bring(bot, 'demo', listFor('demo', 12));
  const before = await callsOf(bot);

  const started = performance.now();
  for (const hubId of hubs) {
    await bring(bot, hubId, listFor(hubId, 125, 12));
    // Somebody is always asking something: a connection that nobody uses would be closed.
    await bot.say(helen, 'help');
  }
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`5,000 people in 40 hubs came aboard in ${seconds.toFixed(1)} s\n`);

  expect(await callsOf(bot)).toEqual(before);
  expect(textOf(await bot.say(helen, 'people'))).toContain(`${6 + 12 + 125} specialists`);
  const people = await Promise.all(hubs.map((hubId) => bot.records(`hub:${hubId}`, 'ledger')));
  expect(people.flat()).toHaveLength(5012);
  expect((await bot.store.find({ type: 'person' }, 10_000)).length).toBeGreaterThan(5000);
}, 60_000);
