import { z } from 'zod';
import { longestAuthority, mostAuthorities } from '../../services/people/authorities.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import template from './hub-form.json' with { type: 'json' };

const values = z.strictObject({
  name: z.string(),
  contact: z.string(),
  authorities: z.string(),
  opens: z.string(),
  closes: z.string(),
  quota: z.string(),
});

const data = z.strictObject({
  cohort: z.string(),
  headline: z.string(),
  problems: z.array(z.string()),
  values,
  actions: z.array(buttonSchema).max(7),
});

const faultWords: Record<string, string> = {
  name: 'Enter the hub’s name, in at most 80 characters.',
  contact: 'Keep the contact to 300 characters.',
  authorities: `Enter at most ${mostAuthorities} local authorities, each in at most ${longestAuthority} characters, with semicolons between them.`,
  opens: 'Enter the opening date as a date.',
  closes: 'Enter both dates, the closing date not before the opening date.',
  quota: 'Enter the quota as a whole number from 1 to 500, or leave it empty.',
  known: 'There is a hub of this name already, or a closed one that began with it. Give it another name.',
  'name-taken': 'Another hub has this name. Give it another.',
  stale: 'This changed while you were looking. Here is how it stands now.',
};

const quotaTooLow = (taken: number) =>
  taken === 1
    ? '1 place is offered or accepted already. Enter a quota of at least 1.'
    : `${taken} places are offered or accepted already. Enter a quota of at least ${taken}.`;

type Form = {
  op: string;
  /** Undefined for a hub that is still to be added. */
  hubId: string | undefined;
  cohort: string;
  /** Other cohorts for which it can be set. */
  others?: string[];
  values: z.infer<typeof values>;
  /** The fields that were not right, or another reason why it was not saved. */
  faults: string[];
  /** How many places are offered or accepted, where the quota was to be less. */
  taken?: number;
};

const build = ({ op, hubId, cohort, others = [], values, faults, taken }: Form) => ({
  cohort,
  headline: faults.length > 0 ? 'Not saved yet' : hubId ? 'A hub’s settings' : 'Add one hub',
  problems: faults.map((fault) =>
    fault === 'quota-below-taken' ? quotaTooLow(taken ?? 0) : (faultWords[fault] ?? 'Something here is not right.'),
  ),
  values,
  actions: hubId ? editing({ op, hubId, cohort, others }) : adding(op),
});

const back = button('set-up.open', {}, { title: 'Back to all hubs' });

const adding = (op: string) => [button('hubs.add', { op }, { title: 'Add this hub', style: 'positive' }), back];

type Editing = { op: string; hubId: string; cohort: string; others: string[] };
const editing = ({ op, hubId, cohort, others }: Editing) => [
  button('hubs.save', { op, hubId, cohort }, { title: 'Save this hub', style: 'positive' }),
  button('leads.open', { hubId }, { title: 'Its leads' }),
  back,
  button('hubs.texts', { hubId }, { title: 'Its texts', overflow: true }),
  ...others.map((one) => button('hubs.edit', { hubId, cohort: one }, { title: `Cohort ${one}`, overflow: true })),
  button('hubs.end', { hubId }, { title: 'Merge or close this hub', overflow: true }),
];

const sample: Form = {
  op: 'sample',
  hubId: 'demo',
  cohort: '10',
  others: ['11', '9'],
  values: {
    name: 'Demo Maths Hub',
    contact: 'hub@demo.example',
    authorities: 'Demoshire; Mockland',
    opens: '2026-03-01',
    closes: '2026-02-01',
    quota: '25',
  },
  faults: ['closes'],
};

const expand = defineCard({ template, data, sample: build(sample) });

/** A hub as a coordinator sets it: name, contact, local authorities, window and quota. */
export const hubForm = Object.assign((form: Form): Card => expand(build(form)), {
  sample: () => expand(build(sample)),
});
