import fc from 'fast-check';
import { clustersOf, mostTexts } from '../../services/learning/clusters.ts';

const from = (texts: string[]) => texts.map((text, at) => ({ text, asker: `asker-${at}` }));
const parking = from([
  'is there parking at the venue',
  'parking at the venue?',
  'do you know whether the venue has parking for [name]',
]);

test('When three people ask much the same, it is one group with its most telling words', () => {
  const [group, another] = clustersOf(parking);
  expect(another).toBeUndefined();
  expect(group).toMatchObject({ count: 3, askers: 3, wordings: parking.map(({ text }) => text) });
  expect(group?.words.toSorted()).toEqual(['parking', 'venue']);
});

test('When two people ask the same, one of them ten times, there is no group', () => {
  const texts = Array.from({ length: 10 }, () => 'is there parking').map((text) => ({ text, asker: 'one' }));
  expect(clustersOf([...texts, { text: 'is there parking', asker: 'two' }])).toEqual([]);
});

test('When a word is used by fewer than three, it is none of the group’s words', () => {
  const [group] = clustersOf([...parking, { text: 'venue parking for a wheelchair', asker: 'four' }]);
  expect(group?.askers).toBe(4);
  expect(group?.words.toSorted()).toEqual(['parking', 'venue']);
});

test('When different things are asked, each has its own group, the one of most people first', () => {
  const lunch = from(['is lunch provided', 'do we get lunch', 'lunch', 'what about lunch']).map((one) => ({
    ...one,
    asker: `lunch-${one.asker}`,
  }));
  const [first, second] = clustersOf([...parking, ...lunch]);
  expect(first?.words[0]).toBe('lunch');
  expect(second?.words).toContain('parking');
});

test('When nothing is left but what was redacted, it makes no group', () => {
  expect(clustersOf(from(['[name] [school]', '[name] [school]', '[name]', '', '?']))).toEqual([]);
});

test('When there are more texts than are read, the oldest are left out', () => {
  const fillers = Array.from({ length: mostTexts }, (_, at) => ({ text: `filler${at}`, asker: `f${at}` }));
  expect(clustersOf([...fillers, ...parking])).toEqual([]);
});

test('Whatever is asked, no group has fewer than three people, and nobody’s question stands twice in one', () => {
  const word = fc.constantFrom('parking', 'lunch', 'venue', 'days', 'pay', '[name]');
  const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
  const asked = fc.record({ text, asker: fc.constantFrom('a', 'b', 'c', 'd', 'e') });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 30 }), (texts) => {
      const groups = clustersOf(texts);
      for (const { askers, count, wordings } of groups) {
        expect(askers).toBeGreaterThanOrEqual(3);
        expect(count).toBeGreaterThanOrEqual(askers);
        expect(new Set(wordings).size).toBe(wordings.length);
      }
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(texts.length);
      expect(clustersOf(texts)).toEqual(groups);
    }),
  );
});
