import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf } from '../../services/exports/csv.ts';

const line = (cell: string | number) => csvOf([[cell]]).slice(1, -2);

test.each([
  ['=1+1', "'=1+1"],
  ['+441234', "'+441234"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['  =1', "'  =1"],
  ['"=1', '"\'""=1"'],
  ['\u200B=1', "'\u200B=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠1', "'＠1"],
  ['−1', "'−1"],
  ['|cmd', "'|cmd"],
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['2026-03-02', '2026-03-02'],
  ['Year One', 'Year One'],
  ['a=b', 'a=b'],
  ['say "hi", Ann', '"say ""hi"", Ann"'],
  ['two\nlines', '"two\nlines"'],
  ['', ''],
])('The text %j is written %j', (text, written) => {
  expect(line(text)).toBe(written);
});

test.each([5, 0, -5, 7.5])('The number %p stays a number', (number) => {
  expect(line(number)).toBe(String(number));
});

test('A file begins with the mark for UTF-8 and ends its lines as the standard says', () => {
  expect(
    csvOf([
      ['a', 1],
      ['b', 2],
    ]),
  ).toBe('\uFEFFa,1\r\nb,2\r\n');
});

test('Whatever is written can be read again, and no cell begins a formula', () => {
  const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(cells, (rows) => {
      const read: string[][] = parse(csvOf(rows), { bom: true, record_delimiter: '\r\n' });
      expect(read.map((row) => row.map((cell) => cell.replace(/^'+/, '')))).toEqual(
        rows.map((row) => row.map((cell) => cell.replace(/^'+/, ''))),
      );
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
