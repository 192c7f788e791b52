import { randomUUID } from 'node:crypto';
import { type Change, type Expected, limits, type Store, type StoreRecord } from '../services/store/store.ts';
import { type Home, homes } from './support/store-homes.ts';

const hour = 3_600_000;
const put = (record: StoreRecord, expect: Expected = 'absent'): Change => ({ kind: 'put', record, expect });
const committed = { kind: 'committed' };
const conflict = { kind: 'conflict' };

describe.each(Object.entries(homes(process.env)))('The %s store', (_name, openHome) => {
  let home: Home;
  let store: Store;
  let partition: string;

  beforeAll(async () => {
    home = await openHome();
    store = await home.open();
  });
  beforeEach(() => {
    partition = `test:${randomUUID()}`;
  });
  afterAll(() => home.close());

  const note = (id: string, more: object = {}): StoreRecord => ({ partition, id, type: 'note', ...more });
  const get = async (id: string, from = store) => (await from.get({ partition, id }))?.record;
  const etagOf = async (id: string) => (await store.get({ partition, id }))?.etag ?? 'none';
  const idsOf = async (limit: number, after?: string) =>
    (await store.list(partition, 'note', { limit, after })).map(({ record }) => record.id);

  describe('keeping records', () => {
    test('When a record is made, then it is found as it was, and under no other key', async () => {
      expect(
        await store.commit(partition, [put(note('a', { text: 'hello', nested: { list: [1, null, 'x'] } }))]),
      ).toEqual(committed);
      expect(await get('a')).toEqual({
        partition,
        id: 'a',
        type: 'note',
        text: 'hello',
        nested: { list: [1, null, 'x'] },
      });
      expect(await get('b')).toBeUndefined();
      expect(await store.get({ partition: `${partition}x`, id: 'a' })).toBeUndefined();
    });

    test('When a record that must be absent is there, then nothing is written', async () => {
      await store.commit(partition, [put(note('a', { n: 1 }))]);
      expect(await store.commit(partition, [put(note('a', { n: 2 }))])).toEqual(conflict);
      expect(await get('a')).toMatchObject({ n: 1 });
    });

    test('When a record changed since it was read, then a write that counts on the old version is a conflict', async () => {
      await store.commit(partition, [put(note('a', { n: 1 }))]);
      const etag = await etagOf('a');
      expect(await store.commit(partition, [put(note('a', { n: 2 }), { etag })])).toEqual(committed);
      expect(await store.commit(partition, [put(note('a', { n: 3 }), { etag })])).toEqual(conflict);
      expect(await store.commit(partition, [put(note('b'), { etag })])).toEqual(conflict);
      expect(await get('a')).toMatchObject({ n: 2 });
    });

    test('When a record is removed and made again just as it was, then its old version does not count', async () => {
      await store.commit(partition, [put(note('a'))]);
      const etag = await etagOf('a');
      await store.commit(partition, [{ kind: 'remove', id: 'a', expect: { etag } }]);
      await store.commit(partition, [put(note('a'))]);
      expect(await store.commit(partition, [{ kind: 'remove', id: 'a', expect: { etag } }])).toEqual(conflict);
    });

    test('When nothing is expected, then the record is written whether it is there or not', async () => {
      for (const n of [1, 2])
        expect(await store.commit(partition, [put(note('a', { n }), 'anything')])).toEqual(committed);
      expect(await get('a')).toEqual(note('a', { n: 2 }));
    });

    test('When a record was read, then changing what was read changes nothing', async () => {
      const made = note('a', { list: [1] });
      await store.commit(partition, [put(made)]);
      made.list = 'changed after';
      Object.assign((await get('a')) ?? {}, { list: 'changed too' });
      expect(await get('a')).toMatchObject({ list: [1] });
    });

    test.each([
      ['quotes, lines and templates', { text: '"it\'s"\n\\ ${user} {{x}} <b>\u2028' }],
      ['letters and signs of all kinds', { text: 'Zoë Łukasz 數學 👩🏽‍🏫 ∑½', 'ключ "1"': 'é' }],
      [
        'fields that a database might have of its own',
        { ttl: 1, _etag: 'mine', _ts: 2, etag: 'x', body: 'y', record: 'z' },
      ],
    ])('When a record holds %s, then it comes back the same', async (_what, more) => {
      await store.commit(partition, [put(note('a', more))]);
      expect(await get('a')).toEqual(note('a', more));
    });

    test.each([
      'identity:0b2c-tenant:9f1e-object',
      '19:abc@thread.tacv2;messageid=1700000000000',
      'a:1x_y-z',
      '19:meeting/with\\all?of#them%2F.',
      '..',
      'Zoë 👩🏽‍🏫',
    ])('When the id is %s, then the record is found, listed, changed and removed by it', async (id) => {
      expect(await store.commit(partition, [put(note(id, { n: 1 }))])).toEqual(committed);
      expect(await store.commit(partition, [put(note(id, { n: 2 }), { etag: await etagOf(id) })])).toEqual(committed);
      expect(await get(id)).toEqual(note(id, { n: 2 }));
      expect(await idsOf(10)).toEqual([id]);
      expect(await store.commit(partition, [{ kind: 'remove', id, expect: 'anything' }])).toEqual(committed);
      expect(await get(id)).toBeUndefined();
    });
  });

  describe('committing', () => {
    test('When one of several expectations does not hold, then none of the changes is made', async () => {
      await store.commit(partition, [put(note('here')), put(note('old'))]);
      const outcome = await store.commit(partition, [
        put(note('new')),
        put(note('here', { n: 2 }), { etag: await etagOf('here') }),
        { kind: 'remove', id: 'old', expect: 'anything' },
        put(note('here too'), { etag: 'no such version' }),
      ]);
      expect(outcome).toEqual(conflict);
      expect(await idsOf(10)).toEqual(['here', 'old']);
      expect(await get('here')).toEqual(note('here'));
    });

    test('When all expectations hold, then all changes are made', async () => {
      await store.commit(partition, [put(note('changed')), put(note('removed'))]);
      const changes = [
        put(note('new')),
        put(note('changed', { n: 2 }), { etag: await etagOf('changed') }),
        { kind: 'remove', id: 'removed', expect: { etag: await etagOf('removed') } } as const,
      ];
      expect(await store.commit(partition, changes)).toEqual(committed);
      expect(await idsOf(10)).toEqual(['changed', 'new']);
    });

    test('When what is to be removed is not there, then that alone stops nothing', async () => {
      const gone = (id: string): Change => ({ kind: 'remove', id, expect: 'anything' });
      expect(await store.commit(partition, [gone('x')])).toEqual(committed);
      expect(await store.commit(partition, [gone('x'), put(note('a')), gone('y')])).toEqual(committed);
      expect(await idsOf(10)).toEqual(['a']);
      expect(await store.commit(partition, [{ kind: 'remove', id: 'x', expect: { etag: 'old' } }])).toEqual(conflict);
    });

    test('When there is nothing to change, then that is done', async () => {
      expect(await store.commit(partition, [])).toEqual(committed);
    });

    test('When twenty write the same version at once, then exactly one does', async () => {
      await store.commit(partition, [put(note('a'))]);
      const etag = await etagOf('a');
      const other = await home.open();
      const racing = Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? store : other).commit(partition, [put(note('a', { n }), { etag }), put(note(`by ${n}`))]),
      );
      const winners = (await Promise.all(racing)).flatMap(({ kind }, n) => (kind === 'committed' ? [n] : []));
      expect(winners).toHaveLength(1);
      expect(await get('a')).toMatchObject({ n: winners[0] });
      expect(await idsOf(50)).toEqual(['a', `by ${winners[0]}`]);
    });

    test.each([
      ['one record', ['x'.repeat(limits.recordBytes)], /record note is 19\d{5} bytes; at most 1900000/],
      [
        'all together',
        Array<string>(3).fill('x'.repeat(limits.commitBytes / 3)),
        /a commit of 19\d{5} bytes; at most 1900000/,
      ],
      ['the number of changes', Array<string>(limits.changes + 1).fill('x'), /101 changes in one commit; at most 100/],
    ])('When %s is over the limit, then nothing is written and the reason says so', async (_what, texts, reason) => {
      const outcome = await store.commit(
        partition,
        texts.map((text, index) => put(note(`${index}`, { text }))),
      );
      expect(outcome).toEqual({ kind: 'too-large', reason: expect.stringMatching(reason) });
      expect(await idsOf(10)).toEqual([]);
    });

    test('When a commit is as large as it may be, then it is written', async () => {
      const changes = Array.from({ length: 100 }, (_, index) => put(note(`${index}`, { text: 'é'.repeat(9_400) })));
      expect(await store.commit(partition, changes)).toEqual(committed);
      expect(await store.commit(partition, [put(note('large', { text: 'é'.repeat(949_900) }))])).toEqual(committed);
    });

    test('When a change makes no sense, then it is refused as a mistake of the program', async () => {
      await expect(store.commit('another', [put(note('a'))])).rejects.toThrow('another partition');
      await expect(store.commit(partition, [put(note('a', { expires: 'soon' }))])).rejects.toThrow('no instant');
    });
  });

  describe('listing', () => {
    test('When records are listed, then they come by code point, only of their type, only after the one named', async () => {
      const ids = ['Z', 'a', 'a-b', 'a.b', 'a/b', 'a0b', 'a?b', 'ab', 'a~b', 'z', 'é', '\ufb01', '😀'];
      const other = { partition, id: 'other', type: 'other' };
      await store.commit(partition, [...ids.toReversed().map((id) => put(note(id))), put(other)]);
      expect(await idsOf(100)).toEqual(ids);
      expect(await idsOf(3, 'a.b')).toEqual(['a/b', 'a0b', 'a?b']);
      expect(await idsOf(100, 'a/')).toEqual(ids.slice(4));
      expect(await idsOf(100, '😀')).toEqual([]);
    });

    test('When there are more than a thousand records, then pages have them all, each once, in order', async () => {
      const ids = Array.from({ length: 1_050 }, (_, n) => `note:${String(n).padStart(4, '0')}`);
      for (let from = 0; from < ids.length; from += 100)
        await store.commit(
          partition,
          ids.slice(from, from + 100).map((id) => put(note(id))),
        );
      const read: string[] = [];
      for (let page = await idsOf(400); page.length > 0; page = await idsOf(400, page.at(-1))) read.push(...page);
      expect(read).toEqual(ids);
      expect(await idsOf(2_000)).toEqual(ids);
    });
  });

  describe('finding', () => {
    /** Records in up to seven partitions, of a type that no other test has. */
    async function spread(...fields: object[]): Promise<string> {
      const type = `message:${randomUUID()}`;
      for (const [index, more] of fields.entries()) {
        const place = `${partition}:${index % 7}`;
        await store.commit(place, [put({ partition: place, id: `m${index}`, type, ...more })]);
      }
      return type;
    }
    const found = async (...[search, limit = 50]: [Parameters<Store['find']>[0], number?]) =>
      (await store.find(search, limit)).map(({ record }) => record.id).toSorted();

    test('When records of a type are in several partitions, then they are found, up to the limit', async () => {
      const type = await spread(...Array.from({ length: 9 }, () => ({})));
      expect(await found({ type })).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']);
      for (const limit of [1, 2, 3, 4, 5, 6, 7, 8]) expect(await found({ type }, limit)).toHaveLength(limit);
      expect(await found({ type: `${type}x` })).toEqual([]);
    });

    test('When a person, a lane and a time are named, then all of them must hold', async () => {
      const at = (minute: number) => `2026-11-02T09:0${minute}:00.000Z`;
      const type = await spread(
        { person: 'ana', lane: 'north', due: at(1) },
        { person: 'ben', lane: 'north', due: at(2) },
        { person: 'ana', lane: 'south', due: at(3) },
        { person: 'ana' },
      );
      expect(await found({ type, person: 'ana' })).toEqual(['m0', 'm2', 'm3']);
      expect(await found({ type, lane: 'north' })).toEqual(['m0', 'm1']);
      expect(await found({ type, dueBefore: at(2) })).toEqual(['m0', 'm1']);
      expect(await found({ type, lane: 'north', dueBefore: '2026-11-02T09:01:59.999Z' })).toEqual(['m0']);
      expect(await found({ type, person: 'ana', lane: 'south', dueBefore: at(9) })).toEqual(['m2']);
    });

    test('When what was due is done and loses its lane and time, then it is due no more', async () => {
      const due = '2026-11-02T09:00:00.000Z';
      const type = await spread({ lane: 'north', due }, { lane: 'north', due });
      const [first] = await store.find({ type, lane: 'north', dueBefore: due }, 1);
      const { lane: _lane, due: _due, ...done } = first?.record ?? note('none');
      await store.commit(done.partition, [put(done, { etag: first?.etag ?? '' })]);
      expect(await found({ type, lane: 'north', dueBefore: due })).toHaveLength(1);
      expect(await found({ type })).toHaveLength(2);
    });

    test('When work is drained by searching again, then all of it is found', async () => {
      const type = await spread(...Array.from({ length: 25 }, () => ({ lane: 'north' })));
      const drained: string[] = [];
      for (let batch = await store.find({ type }, 10); batch.length > 0; batch = await store.find({ type }, 10))
        for (const { record, etag } of batch) {
          drained.push(record.id);
          await store.commit(record.partition, [{ kind: 'remove', id: record.id, expect: { etag } }]);
        }
      expect(new Set(drained).size).toBe(25);
    });
  });

  describe('expiry', () => {
    const start = new Date();
    const at = (ms: number) => home.open(() => new Date(start.getTime() + ms));
    const expires = new Date(start.getTime() + hour).toISOString();

    test('When a record has expired, then it is neither read, listed nor found', async () => {
      const type = `note:${randomUUID()}`;
      await store.commit(partition, [put({ partition, id: 'a', type, expires }), put({ partition, id: 'b', type })]);
      const [inTime, late] = [await at(hour), await at(hour + 1)];
      expect(await get('a', inTime)).toMatchObject({ expires });
      expect(await inTime.list(partition, type, { limit: 5 })).toHaveLength(2);
      expect(await get('a', late)).toBeUndefined();
      expect(await late.list(partition, type, { limit: 1 })).toMatchObject([{ record: { id: 'b' } }]);
      expect(await late.find({ type }, 1)).toMatchObject([{ record: { id: 'b' } }]);
    });

    test('When a record has expired, then another can be made in its place, once', async () => {
      await store.commit(partition, [put(note('a', { expires }))]);
      const late = await at(hour + 1);
      const again = [put(note('a', { again: true })), put(note('b'))];
      expect(await store.commit(partition, again)).toEqual(conflict);
      expect(await late.commit(partition, again)).toEqual(committed);
      expect(await get('a')).toEqual(note('a', { again: true }));
      expect(await late.commit(partition, [put(note('a'))])).toEqual(conflict);
    });
  });

  test('When the database answers, then it is reachable', async () => {
    expect(await store.reachable()).toBe(true);
  });
});
