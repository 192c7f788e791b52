import fc from 'fast-check';
import { z } from 'zod';
import { change } from '../services/change.ts';
import { defineRecord, read } from '../services/store/record.ts';
import type { CommitOutcome } from '../services/store/store.ts';
import { startBot, stopBots, type TestBot } from './support/bot.ts';

afterEach(stopBots);

const counter = defineRecord('counter', 1, { count: z.int() });
const at = counter.at('counters', 'one');

/** Adds one, as one operation. */
const addOne = ({ deps }: TestBot, opId: string, input: unknown = {}) =>
  change(
    deps,
    { partition: 'counters', op: { id: opId, verb: 'add', personId: 'me', input }, read: { it: at } },
    ({ it }) => ({
      kind: 'added' as const,
      id: opId,
      write: [counter.make({ partition: at.partition, id: at.id, count: (it?.count ?? 0) + 1 })],
    }),
  );

const count = async ({ store }: TestBot) => (await read(store, at))?.count;

test('When many change the same record at once, every change counts', async () => {
  const bot = await startBot({ demo: false });
  await Promise.all(Array.from({ length: 10 }, (_, n) => addOne(bot, `op-${n}`)));
  expect(await count(bot)).toBe(10);
});

test('When the same operation comes many times at once, it is done once and each hears the first result', async () => {
  const bot = await startBot({ demo: false });
  const results = await Promise.all(Array.from({ length: 8 }, () => addOne(bot, 'same')));
  expect(await count(bot)).toBe(1);
  expect(results.filter(({ kind }) => kind === 'added')).toHaveLength(1);
  expect(results.filter(({ kind }) => kind === 'repeated')).toHaveLength(7);
  expect(results.find(({ kind }) => kind === 'repeated')).toMatchObject({ first: { kind: 'added', id: 'same' } });
});

test('When an operation id comes again with other input, nothing is changed and the card counts as stale', async () => {
  const bot = await startBot({ demo: false });
  await addOne(bot, 'one', { a: 1 });
  expect(await addOne(bot, 'one', { a: 2 })).toEqual({ kind: 'stale' });
  expect(await count(bot)).toBe(1);
});

test('When the outcome of a commit is unknown, it is counted once whether or not it had been written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('lost', 'written', 'fine'), { maxLength: 4 }), async (faults) => {
      const bot = await startBot({ demo: false });
      const { commit } = bot.store;
      const left = [...faults];
      bot.store.commit = async (partition, changes): Promise<CommitOutcome> => {
        const fault = left.shift();
        if (fault === 'lost') return { kind: 'unavailable', reason: 'lost' };
        const outcome = await commit(partition, changes);
        return fault === 'written' ? { kind: 'unavailable', reason: 'written' } : outcome;
      };
      await addOne(bot, 'op');
      expect(await count(bot)).toBe(1);
      await stopBots();
    }),
    { numRuns: 12 },
  );
});

test('When a decision wants nothing written, nothing is written, not even the operation', async () => {
  const bot = await startBot({ demo: false });
  const about = { partition: 'counters', op: { id: 'x', verb: 'v', personId: 'me', input: {} }, read: { it: at } };
  expect(await change(bot.deps, about, () => ({ kind: 'refused' }))).toEqual({ kind: 'refused' });
  expect(await bot.records('counters', 'operation')).toEqual([]);
});

test('When a decision would write into another partition, it is a mistake and nothing is written', async () => {
  const bot = await startBot({ demo: false });
  const stray = counter.make({ partition: 'elsewhere', id: 'one', count: 1 });
  const attempt = change(bot.deps, { partition: 'counters', read: {} }, () => ({ kind: 'done', write: [stray] }));
  await expect(attempt).rejects.toThrow('another partition');
});
