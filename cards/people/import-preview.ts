import type { ChangedRow } from '../../services/people/known-specialists.ts';
import { isBeyond, type RowsProblem, type SpecialistRow } from '../../services/people/specialist-rows.ts';
import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { definePage } from '../page.ts';
import { shortened } from '../words.ts';
import { days } from './days.ts';
import { problemLines } from './row-problems.ts';

type Preview = {
  op: string;
  hubId: string;
  hubName: string;
  draft: string;
  rows: SpecialistRow[];
  fresh: SpecialistRow[];
  changed: ChangedRow[];
  unchanged: number;
};

const mostNames = 20;
const longestLine = 160;
const mostWarnings = 10;

const sampleRow = {
  line: 2,
  name: 'Ana Kowalska',
  email: 'ana@beckside.example',
  school: 'Beckside School',
  central: 24,
  inSchool: 6,
};

/** What a list would change, before it is taken. */
export const importPreview = definePage<Preview>({
  page: ({ op, hubId, hubName, draft, rows, fresh, changed, unchanged }) => {
    const taken = fresh.length + changed.length;
    return {
      where: `${hubName} · Specialists`,
      headline: headlineFor(fresh.length, changed.length),
      rows: [
        ...section('New', fresh.map(newLine)),
        ...section('Changed', changed.map(changedLine)),
        ...(unchanged > 0 ? [{ label: 'Nothing new', value: people(unchanged) }] : []),
        { label: 'The whole list', value: `${people(rows.length)}, ${days(total(rows))} days` },
        ...warnings(rows),
      ],
      footnote: 'They are marked as imported. I write to nobody: afterwards you forward each of them a code.',
      actions: [
        ...(taken > 0
          ? [button('people.take', { op, hubId, draft }, { title: 'Bring them aboard', style: 'positive' })]
          : []),
        button('people.import', { hubId, draft }, { title: 'Change the list' }),
        button('people.open', { hubId }, { title: 'Back to the specialists' }),
      ],
    };
  },
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    draft: 'sample',
    rows: [sampleRow],
    fresh: [sampleRow],
    changed: [{ row: sampleRow, before: { name: 'Ana Kowalska', school: '', quarters: 4 } }],
    unchanged: 3,
  },
});

function headlineFor(fresh: number, changed: number): string {
  if (fresh > 0) return `Bring ${people(fresh)} aboard?`;
  return changed > 0 ? `Change ${people(changed)}?` : 'Nothing in this list is new';
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
const total = (rows: SpecialistRow[]) => rows.reduce((sum, { central, inSchool }) => sum + central + inSchool, 0);

function section(label: string, lines: string[]): { label: string; value: string }[] {
  if (lines.length === 0) return [];
  const left = lines.length - mostNames;
  const first = lines.slice(0, mostNames).map((line) => shortened(line, longestLine));
  const shown = [...first, ...(left > 0 ? [`and ${left} more`] : [])];
  return [{ label: `${label}: ${lines.length}`, value: shown.join('\n') }];
}

const newLine = (row: SpecialistRow) => `${row.name}, ${days(total([row]))} days`;

function changedLine({ row, before }: ChangedRow): string {
  const quarters = total([row]);
  const was = (now: string, then: string) => (now !== then && now ? [`${then || 'no school'} → ${now}`] : []);
  const changes = [
    ...was(row.name, before.name),
    ...was(row.school, before.school),
    quarters === before.quarters ? `${days(quarters)} days` : `${days(before.quarters)} → ${days(quarters)} days`,
  ];
  return `${row.name}: ${changes.join('; ')}`;
}

function warnings(rows: SpecialistRow[]): { label: string; value: string }[] {
  const lines = rows.filter(isBeyond).map(({ line }) => line);
  if (lines.length === 0) return [];
  const shown = `${lines.slice(0, mostWarnings).join(', ')}${lines.length > mostWarnings ? ' and more' : ''}`;
  const where = lines.length === 1 ? `Line ${shown}` : `Lines ${shown}`;
  return [{ label: 'Look again', value: `${where}: more than 5.5 central days, or 2 school days. Is that right?` }];
}

/** What is not right in a file that a lead sent. */
export const fileProblems = definePage<{ problems: RowsProblem[] }>({
  page: ({ problems }) => ({
    where: 'Specialists · Your file',
    headline: 'Nobody was brought aboard yet',
    paragraphs: [...problemLines(problems), 'Put it right and send me the file again. It is all of them, or none.'],
    actions: [
      button('people.show', {}, { title: 'See the specialists' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { problems: [{ fault: 'email', line: 3 }, { fault: 'too-many-rows' }] },
});

/** Which hub a file is for, when whoever sent it leads several. */
export const fileHub = defineList<{ draft: string; count: number; hubs: { id: string; name: string }[] }>({
  list: ({ draft, count, hubs }) => ({
    where: 'Specialists · Your file',
    headline: 'Which hub are they with?',
    message: `There ${count === 1 ? 'is 1 person' : `are ${count} people`} in your file.`,
    rows: hubs.slice(0, 10).map(({ id, name }) => ({
      title: name,
      lines: [],
      button: button('people.preview', { hubId: id, draft }, { title: `To ${shortened(name, 18)}` }),
    })),
    actions: [button('help.open', {}, { title: 'Not now' })],
  }),
  sample: { draft: 'sample', count: 12, hubs: [{ id: 'demo', name: 'Demo Maths Hub' }] },
});
