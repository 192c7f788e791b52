import { readFileSync } from 'node:fs';
import { specialistsInFile } from '../../services/people/specialist-file.ts';
import { isBeyond, type SpecialistRows, specialistsInText } from '../../services/people/specialist-rows.ts';
import { workbook } from '../support/xlsx.ts';

const header = 'name,email,school,central days,school days';
const ana = { name: 'Ana Kowalska', email: 'ana@a.example', school: 'Beckside School', central: 14, inSchool: 3 };
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));

const rowsIn = (found: SpecialistRows) => ('rows' in found ? found.rows : found.problems);
const problemsIn = (found: SpecialistRows) => ('problems' in found ? found.problems : []);

describe('A list of specialists as text', () => {
  test.each([
    ['separated by commas', `${header}\nAna Kowalska,ana@a.example,Beckside School,3.5,0.75`],
    [
      'copied from a spreadsheet',
      'Name\tE-mail\tSchool\tCentral days\tSchool days\r\nAna Kowalska\tana@a.example\tBeckside School\t3.5\t.75\r\n',
    ],
    [
      'separated by semicolons',
      'name;email;school;central days;school days\nAna Kowalska;ana@a.example;Beckside School;3.50;0.75',
    ],
    [
      'with a mark at its start and quotes',
      `\uFEFF"Name","Email","School","Central","In school"\n"Ana Kowalska","ana@a.example","Beckside School","3.5","0.75"`,
    ],
    [
      'with columns in another order, other names and more of them',
      'NOTES, In-school days ,EMAIL ADDRESS,Full  name,Central-Days,School name\nx,0.75,ana@a.example, Ana  Kowalska ,3.5,Beckside\u00A0School,more',
    ],
    [
      'with empty lines and empty rows',
      `\n${header}\n\n,,,,\nAna Kowalska,ana@a.example,Beckside School,3.5,0.75\n,,,,\n\n`,
    ],
  ])('When it is %s, it is read', (_, text) => {
    expect(rowsIn(specialistsInText(text))).toMatchObject([ana]);
  });

  test('When somebody’s name has quotes, commas or marks in it, it stays as it is', () => {
    const text = `name\temail\tschool\tcentral days\tschool days\nSmith, Jo "JJ" <b>*O’Neil*</b>\tjo@a.example\t\t0\t0`;
    expect(rowsIn(specialistsInText(text))).toMatchObject([{ name: 'Smith, Jo "JJ" <b>*O’Neil*</b>', school: '' }]);
  });

  test('When rows are wrong, each is named by its line and field', () => {
    const text = [
      header,
      ',ana@a.example,,0,0',
      'Ben,ben,,0,0',
      '',
      `Cy,cy@a.example,${'S'.repeat(201)},0,0`,
      'Di,di@a.example,,0.3,-1',
      'Ed,ed@a.example,,7.75,many',
      'Fay,fay@a.example,,,1',
      'Gus,gus@a.example,,"3,5",1e0',
      'Hal,hal@a.example,,1,1',
      'Ivy,HAL@A.example,,1,1',
    ].join('\n');
    expect(problemsIn(specialistsInText(text))).toEqual([
      { fault: 'name', line: 2 },
      { fault: 'email', line: 3 },
      { fault: 'school', line: 5 },
      { fault: 'central', line: 6 },
      { fault: 'inSchool', line: 6 },
      { fault: 'central', line: 7 },
      { fault: 'inSchool', line: 7 },
      { fault: 'central', line: 8 },
      { fault: 'central', line: 9 },
      { fault: 'inSchool', line: 9 },
      { fault: 'twice', line: 11 },
    ]);
  });

  test.each([
    ['nothing', '', [{ fault: 'no-rows' }]],
    ['only a header', header, [{ fault: 'no-rows' }]],
    ['no header', 'Ana,ana@a.example,Beckside,1,1\nBen,ben@a.example,Beckside,1,1', 'column-missing'],
    ['an open quote', `${header}\n"Ana,ana@a.example,,1,1`, [{ fault: 'not-a-table' }]],
    [
      'two columns of one name',
      `${header},e-mail\nAna,ana@a.example,,1,1,x`,
      [{ fault: 'column-twice', column: 'email' }],
    ],
    [
      'a column too few',
      'name,email,school,central days\nAna,a@a.example,,1',
      [{ fault: 'column-missing', column: 'inSchool' }],
    ],
    ['201 people', manyRows(201), [{ fault: 'too-many-rows' }]],
  ])('When it has %s, that is what is said', (_, text, problems) => {
    const found = problemsIn(specialistsInText(text));
    if (typeof problems === 'string') expect(found).toContainEqual({ fault: problems, column: 'email' });
    else expect(found).toEqual(problems);
  });

  test('When it has 200 people, all are read', () => {
    expect(rowsIn(specialistsInText(manyRows(200)))).toHaveLength(200);
  });

  test.each([
    [22, 8, false],
    [23, 0, true],
    [0, 9, true],
  ])(
    'Of %i quarters at central events and %i in school it is %s that they are more than Year One asks for',
    (central, inSchool, beyond) => {
      expect(isBeyond({ central, inSchool })).toBe(beyond);
    },
  );
});

function manyRows(count: number): string {
  return [header, ...Array.from({ length: count }, (_, n) => `Person ${n},p${n}@a.example,,1,0`)].join('\n');
}

describe('A file of specialists', () => {
  const columns = ['Name', 'Email', 'School', 'Central days', 'School days'];

  test('When it is a workbook with formulas, empty rows and rounding errors, it is read as it looks', async () => {
    const sheet = workbook([
      [],
      [undefined, ...columns],
      [],
      [
        undefined,
        'Ana Kowalska',
        'ana@a.example',
        'Beckside School',
        { formula: 'SUM(H1:H9)', value: 3.4999999999999996 },
        0.75,
      ],
      [undefined, 'Zoë <script>&amp;', 'zoe@a.example', undefined, 0, 2],
    ]);
    expect(rowsIn(await specialistsInFile(sheet))).toEqual([
      { line: 4, ...ana },
      { line: 5, name: 'Zoë <script>&amp;', email: 'zoe@a.example', school: '', central: 0, inSchool: 8 },
    ]);
  });

  test('When a formula has not been worked out, its days are not taken for none', async () => {
    const sheet = workbook([columns, ['Ana', 'ana@a.example', '', { formula: '1+1', value: undefined }, 1]]);
    expect(problemsIn(await specialistsInFile(sheet))).toEqual([{ fault: 'central', line: 2 }]);
  });

  test('When a workbook has 201 people, that is said', async () => {
    const rows = Array.from({ length: 201 }, (_, n) => [`P ${n}`, `p${n}@a.example`, 'School', 1, 1]);
    expect(problemsIn(await specialistsInFile(workbook([columns, ...rows])))).toEqual([{ fault: 'too-many-rows' }]);
  });

  test('When a stray cell makes a sheet endless, or a small file unpacks to a huge one, nobody waits or falls over', async () => {
    const stray = workbook([columns], '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    const huge = workbook([columns], ' '.repeat(50_000_000));
    for (const sheet of [stray, huge])
      expect(problemsIn(await specialistsInFile(sheet))).toEqual([{ fault: 'not-a-table' }]);
  });

  test.each([
    ['a picture', new Uint8Array(readFileSync('manifest/color.png')), 'not-a-table'],
    ['the beginning of a workbook', workbook([columns]).subarray(0, 300), 'not-a-table'],
    ['another zip', bytes('PK\x03\x04 and so on', 'latin1'), 'not-a-table'],
    ['a workbook of the old kind', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-workbook'],
    ['nothing at all', new Uint8Array(), 'no-rows'],
  ])('When it is %s, a sentence can be said', async (_, file, fault) => {
    expect(problemsIn(await specialistsInFile(file))).toEqual([{ fault }]);
  });

  test.each([
    ['UTF-8', bytes(`${header}\nZoë Müller’s,z@a.example,,1,1`)],
    ['UTF-8 with a mark', bytes(`\uFEFF${header}\nZoë Müller’s,z@a.example,,1,1`)],
    [
      'what Windows writes',
      Uint8Array.from(Buffer.concat([bytes(`${header}\nZo`), bytes('\xEB M\xFCller\x92s,z@a.example,,1,1', 'latin1')])),
    ],
    ['UTF-16', bytes(`\uFEFF${header.replaceAll(',', '\t')}\nZoë Müller’s\tz@a.example\t\t1\t1`, 'utf16le')],
  ])('When it is a CSV in %s, names are as they were written', async (_, file) => {
    expect(rowsIn(await specialistsInFile(file))).toMatchObject([{ name: 'Zoë Müller’s' }]);
  });
});
