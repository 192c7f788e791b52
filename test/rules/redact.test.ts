import fc from 'fast-check';
import { longestKept, redact } from '../../services/learning/redact.ts';
import { topics } from '../../services/questions/knowledge.ts';

/** What people may type, and what may be kept of it. */
const cases: [typed: string, kept: string][] = [
  ['im sarah from ashford academy', 'im [name] from [school]'],
  ['IM SARAH FROM ASHFORD ACADEMY', 'im [name] from [school]'],
  [
    'My name is Sarah King and I teach at St Mary’s RC High School, Leeds',
    'My name is [name] and I teach at [school], [name]',
  ],
  ['my name is will young, can i apply', 'my name is [name], can i apply'],
  ['I’m Mark. Do I need QTS?', "I'm [name]. Do I need QTS?"],
  ['mark said i can apply', '[name] said i can apply'],
  ['Mark said I can apply', '[name] said I can apply'],
  ['Will Smith told me Year One is 7.5 days', '[name] told me Year One is 7.5 days'],
  ['Will I get paid?', 'Will I get paid?'],
  ['May I apply with 18 months?', 'May I apply with [number] months?'],
  ['May told me I can', '[name] told me I can'],
  ['My head Mrs Peculiar says no', 'My head [name] says no'],
  ['mr black says the days are unpaid', '[name] says the days are unpaid'],
  ['dr patel is our head', '[name] is our head'],
  ['hi helen, how many days', 'hi [name], how many days'],
  ['Regards, Hope', 'Regards, [name]'],
  ['thanks, grace', 'thanks, [word]'],
  ['the head of maths, John, is leaving', 'the head of maths, [name], is leaving'],
  ['How do I apply? – Priya', 'How do I apply? – [name]'],
  ['J. Smith', '[name]'],
  ['O’Neill’s class', '[name] class'],
  ['José Muñoz-O’Brien', '[name]'],
  ['Łukasz Wójcik', '[name]'],
  ['李明', '[word]'],
  ['Zoë', '[name]'],
  ['sa\u200Brah', '[word]'],
  ['s a r a h', '[word] a [word] a [word]'],
  ['my pupil tyler hit me', 'my pupil [word] hit me'],
  ['@helen can you answer', '[name] can you answer'],
  ['s@rah', '[email]'],
  ['sarah.jones@school.sch.uk is my email', '[email] is my email'],
  ['ring me on 07700 900123', 'ring me on [number]'],
  ['+44 (0)20 7946 0958', '+[number] ([number])[number]'],
  ['my postcode is SE5 8AB', 'my postcode is [place]'],
  ['se58ab', '[place]'],
  ['see www.ashford.example/maths or https://x.example/y', 'see [link] or [link]'],
  ['ashford.sch.uk', '[link]'],
  ['Can teachers in Reading apply', 'Can teachers in [place] apply'],
  ['i live in reading', 'i live in [place]'],
  ['reading the document', 'reading the document'],
  ['i work at the deanery in wigan', 'i work at the [word] in [word]'],
  ['teacher at Harrow', 'teacher at [name]'],
  ['is a secondary school in Wales eligible', 'is a secondary school in Wales eligible'],
  ['park view school', '[school]'],
  ['king edward grammar', '[school]'],
  ['the bridge academy', 'the [school]'],
  ['my school is called bright futures academy', 'my school is called [school]'],
  ['Central Academy', '[school]'],
  ['does park community school count', 'does [school] count'],
  ["i teach at st mark's", 'i teach at [name]'],
  ['LeAF Studio', '[name]'],
  ['Will events be online?', 'Will events be online?'],
  ['the old page says three years', 'the old page says three years'],
  ['How much cover in year 1 and year 9?', 'How much cover in year 1 and year [number]?'],
  ['our academy pays for cover?', 'our academy pays for cover?'],
  ['does the school pay for supply cover', 'does the school pay for supply cover'],
  ['I started on 3 September 2021 at Oakwood', 'I started on [date] at [name]'],
  ['started 03/09/2021', 'started [date]'],
  ['since september 2021', 'since [date]'],
  ['Does it start in September?', 'Does it start in September?'],
  ['April said yes', '[date] said yes'],
  ['i am fifty two', 'i am [number] two'],
  ['١٢٣ and ９９', '[number] and [number]'],
  ['What are NCP25-03 and NCP25-15?', 'What are NCP25-03 and NCP25-15?'],
  ['2 days, 5.5 days and 10 cohorts in Year One', '2 days, 5.5 days and 10 cohorts in Year One'],
  ['Is it three years long, seven and a half days?', 'Is it three years long, seven and a half days?'],
  ['I hope to apply, is there a grant', 'I hope to apply, is there a grant'],
  ['I’m Head of Maths at a MAT', "I'm Head of Maths at a MAT"],
];

test.each(cases)('“%s” is kept as “%s”', (typed, kept) => {
  expect(redact(typed)).toBe(kept);
});

test('What is kept is short, and stays as it is when redacted again', () => {
  const words = fc.constantFrom(...cases.flatMap(([typed]) => typed.split(' ')), '\n', '🎉', '[name]', '…');
  const texts = fc.oneof(
    fc.array(words, { maxLength: 80 }).map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const kept = redact(text);
      expect(kept.length).toBeLessThanOrEqual(longestKept);
      expect(redact(kept)).toBe(kept);
    }),
    { numRuns: 300 },
  );
});

test('No digit is kept but in the programme’s own numbers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat().map(String), fc.constantFrom('Year', 'days', '-', '/', '.')), {}),
      (parts) => {
        const kept = redact(parts.join(' ')).replace(/(?<![\w.])(?:Year 1|7\.5|5\.5|2|10)(?![\w.])/g, '');
        expect(kept).not.toMatch(/\d/);
      },
    ),
  );
});

test('The known questions keep most of their words', () => {
  const questions = topics.flatMap((topic) => topic.questions);
  const counted = (pattern: RegExp, texts: string[]) => texts.join(' ').match(pattern)?.length ?? 0;
  const gone = counted(
    /\[word\]/g,
    questions.map((question) => redact(question)),
  );
  expect(gone / counted(/[\p{L}']+/gu, questions)).toBeLessThan(0.03);
});

test('A text of any size is redacted at once', () => {
  const nasty = [
    'a.'.repeat(200_000),
    'A '.repeat(200_000),
    '1-'.repeat(200_000),
    '@'.repeat(200_000),
    'of may '.repeat(1e5),
  ];
  for (const text of nasty) expect(redact(text).length).toBeLessThanOrEqual(longestKept);
});
