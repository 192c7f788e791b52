import { createReadStream } from 'node:fs';
import fc from 'fast-check';
import { edits } from '../../services/schools/edits.ts';
import { registerIn } from '../../services/schools/register-file.ts';
import { lineOf, type SchoolRow } from '../../services/schools/school.ts';
import { indexOf, rowAt, type SchoolIndex } from '../../services/schools/school-index.ts';
import { search } from '../../services/schools/search.ts';

let schools: SchoolRow[];
let index: SchoolIndex;

beforeAll(async () => {
  const read = await registerIn(() => createReadStream('services/demo/schools.csv'));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  schools = read.rows;
  index = await indexOf(Buffer.from(schools.map(lineOf).join('\n')));
});

const found = (query: string, limit = 7) => search(index, query, limit).map((school) => rowAt(index, school).name);

describe('When somebody types what they call a school, then it is offered first', () => {
  test.each([
    ['Ashdown Academy', 'Ashdown Academy'],
    ['ashdown', 'Ashdown Academy'],
    ['ASHDOWN ACADEMY DEMOFORD', 'Ashdown Academy'],
    ['ashdwon acadmey', 'Ashdown Academy'],
    ['Asdown', 'Ashdown Academy'],
    ['ash down academy', 'Ashdown Academy'],
    ['Ashdown primary', 'Ashdown Primary School'],
    ['Beckside', 'Beckside School'],
    ['bekside school', 'Beckside School'],
    ['castlehill', 'Castle Hill High School'],
    ['oakhangeracademy', 'Oakhanger Academy'],
    ['casle hil', 'Castle Hill High School'],
    ['Castle Hill', 'Castle Hill High School'],
    ['castle hill samplechester high', 'Castle Hill High School'],
    ['eastgate', 'Eastgate Community School'],
    ['eastgate acad', 'Eastgate Primary Academy'],
    ["St Mary's", "St Mary's Catholic High School"],
    ['saint marys rc high', "St Mary's Catholic High School"],
    ['st. mary’s c of e', "St Mary's Church of England Primary School"],
    ['st hildas', "Saint Hilda's Church of England Academy"],
    ['St Thomas and Saint Anne', "St Thomas & St Anne's CofE School"],
    ['st thomas st anne ce school', "St Thomas & St Anne's CofE School"],
    ['king alfreds gramar', "King Alfred's Grammar School"],
    ['the queen maud school for girls', "Queen Maud Girls' School"],
    ['demoshire utc', 'Demoshire University Technical College'],
    ['mockham manor', 'Mockham Manor School'],
    ['trialwik', 'Trialwick School'],
    ['testbourne', 'Testbourne Bay Academy'],
    ['harb', 'Harbour View School'],
    ['ashdown ashdown academy academy academy', 'Ashdown Academy'],
    ['castlehill highschool castlehill', 'Castle Hill High School'],
  ])('%s: %s', (query, expected) => {
    expect(found(query)[0]).toBe(expected);
  });
});

test('When the number of a school is typed, then it is offered first, also with one wrong or two swapped digits', () => {
  expect(found('900003')).toEqual(['Castle Hill High School']);
  expect(found('URN 900003')[0]).toBe('Castle Hill High School');
  expect(found('900030')).not.toEqual([]);
  expect(found('900903')).toContain('Castle Hill High School');
  expect(found('90003')).not.toEqual([]);
});

test('When a postcode is typed, then the schools there are offered first, however it is spaced and with one slip', () => {
  const { name, postcode } = schools.find((one) => one.name === 'Beckside School') as SchoolRow;
  expect(found(postcode)[0]).toBe(name);
  expect(found(postcode.toLowerCase().replace(' ', ''))[0]).toBe(name);
  expect(found(`beckside ${postcode}`)[0]).toBe(name);
  expect(found(postcode.slice(0, -1))).toContain(name);
  expect(found(`${postcode.slice(0, -1)}0`)).toContain(name);
  expect(found(`${postcode.slice(0, -1)}Y`)).toContain(name);
  const [outward = ''] = postcode.split(' ');
  expect(found(`beckside ${outward}`)[0]).toBe(name);
});

test('When a town is typed, then its state-funded secondary schools come before its others', () => {
  const offered = found('Testbourne-on-Sea', 20);
  const towns = offered.map((name) => schools.find((one) => one.name === name)?.town);
  expect(new Set(towns)).toEqual(new Set(['Testbourne-on-Sea']));
  const phases = offered.map((name) => schools.find((one) => one.name === name)?.phase);
  expect(phases.indexOf('Primary')).toBeGreaterThan(phases.lastIndexOf('Secondary'));
});

test('When more schools fit than there is room for, then seven are offered; when nothing fits, none', () => {
  expect(found('school')).toHaveLength(7);
  expect(found('xylophone quartz')).toEqual([]);
  for (const nothing of ['', '   ', 'the of and', "'", '!?%&', '\u0000', '🏫']) expect(found(nothing)).toEqual([]);
});

test('When a school has closed or has not opened, then it is not offered', () => {
  expect(found('Eastgate Technology College')).not.toContain('Eastgate Technology College');
  expect(found('Northfield Academy')).not.toContain('Northfield Academy');
});

/** What somebody might type in place of a word: a letter left out, doubled, wrong, or swapped with the next. */
function slipped(word: string, at: number, how: number): string {
  const [before, letter = '', after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  switch (how) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return `${before}x${after}`;
    default:
      return before + (after[0] ?? '') + letter + after.slice(1);
  }
}

test('When one word of a school’s name has a slip in it, then the school is still among those offered', () => {
  const names = schools.map(({ name, town }) => `${name} ${town}`).filter((name) => /\p{L}{5}/u.test(name));
  const slip = fc.record({ name: fc.constantFrom(...names), which: fc.nat(), at: fc.nat(), how: fc.nat(3) });
  fc.assert(
    fc.property(slip, ({ name, which, at, how }) => {
      const words = name.split(' ');
      const long = words.flatMap((word, place) => (/^\p{L}{5,}$/u.test(word) ? [place] : []));
      const place = long[which % long.length] ?? 0;
      const word = words[place] ?? '';
      words[place] = slipped(word, at % (word.length - 1), how);
      const offered = search(index, words.join(' '), 7).map((school) => rowAt(index, school));
      expect(offered.map((school) => `${school.name} ${school.town}`)).toContain(name);
    }),
  );
});

/** Slips counted in full: the same word; a letter left out, too many, another, or swapped with the next. */
function allEdits(typed: string, word: string): number[][] {
  const counts: number[][] = [];
  const at = (i: number, j: number) => counts[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= typed.length; i++) {
    counts.push([]);
    for (let j = 0; j <= word.length; j++) {
      const other = at(i - 1, j - 1) + Number(typed[i - 1] !== word[j - 1]);
      const swapped = typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1] ? at(i - 2, j - 2) + 1 : other;
      const least = Math.min(other, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1);
      counts[i]?.push(i + j === 0 ? 0 : least);
    }
  }
  return counts;
}

test('When words are a few slips apart, then those are counted exactly, and others as too many', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2), (typed, other, most) => {
      const atMost = (count = 0) => Math.min(count, most + 1);
      const last = allEdits(typed, other).at(-1) ?? [];
      const { whole, beginning } = edits(typed, other, most);
      expect(atMost(whole)).toBe(atMost(last.at(-1)));
      expect(atMost(beginning)).toBe(atMost(Math.min(...last)));
    }),
    { numRuns: 2000 },
  );
});

test('When anything at all is typed, then there is an answer, of no more than seven schools', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
      const offered = search(index, query, 7);
      expect(offered.length).toBeLessThanOrEqual(7);
      expect(new Set(offered).size).toBe(offered.length);
    }),
  );
});
