import { z } from 'zod';
import { longestAuthority, mostAuthorities } from '../../services/people/authorities.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { definePage } from '../page.ts';
import template from './hub-import.json' with { type: 'json' };

const data = z.strictObject({
  headline: z.string(),
  problems: z.array(z.string()),
  csv: z.string(),
  check: buttonSchema,
  starting: buttonSchema,
  back: buttonSchema,
});

type Import = { csv: string; problems: { line: number; fault: string }[]; known: string[] };

const faultWords: Record<string, string> = {
  name: 'the name is missing or too long',
  contact: 'the contact is too long',
  authorities: `the local authorities are more than ${mostAuthorities}, or one has no letters or more than ${longestAuthority} characters`,
  opens: 'the opening date is not a date like 2026-03-31',
  closes: 'give both dates, the closing date not before the opening date',
  quota: 'the quota is not a whole number from 1 to 500',
  twice: 'this hub is there twice',
  columns: 'the columns do not fit the header, or there are no rows, or more than 45',
};

const build = ({ csv, problems, known }: Import) => ({
  headline: problems.length + known.length > 0 ? 'Nothing was added' : 'Add hubs',
  problems: [
    ...problems.slice(0, 20).map(({ line, fault }) => `Line ${line}: ${faultWords[fault] ?? 'not right'}.`),
    ...(known.length > 0 ? ['Some of these hubs are here already. Take them out, then check again.'] : []),
  ],
  csv,
  check: button('hubs.preview', {}, { title: 'Check these rows', style: 'positive' }),
  starting: button('hubs.starting', {}, { title: 'Use the list that comes with me' }),
  back: button('set-up.open', {}, { title: 'Back to all hubs' }),
});

const sample: Import = { csv: 'name,quota\nDemo Maths Hub,many', problems: [{ line: 2, fault: 'quota' }], known: [] };
const expand = defineCard({ template, data, sample: build(sample) });

/** Where a coordinator pastes hubs as CSV. */
export const hubImport = Object.assign((shown: Import): Card => expand(build(shown)), {
  sample: () => expand(build(sample)),
});

/** What an import would add, before it is done. */
export const hubPreview = definePage<{ op: string; csv: string; names: string[] }>({
  page: ({ op, csv, names }) => ({
    where: 'Set-up · Add hubs',
    headline: names.length === 1 ? 'Add this hub?' : `Add these ${names.length} hubs?`,
    rows: [{ label: 'Hubs', value: names.join('\n') }],
    actions: [
      button('hubs.import-all', { op, csv }, { title: 'Add them', style: 'positive' }),
      button('hubs.import', {}, { title: 'Change the rows' }),
    ],
  }),
  sample: { op: 'sample', csv: 'name\nGLOW\nSolent', names: ['GLOW', 'Solent'] },
});
