import { z } from 'zod';
import type { CohortFault } from '../../services/people/cohort.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { definePage } from '../page.ts';
import { longDate } from '../words.ts';
import template from './cohort-form.json' with { type: 'json' };

const values = z.strictObject({
  name: z.string(),
  yearOneFrom: z.string(),
  yearOneTo: z.string(),
  yearTwoTo: z.string(),
});
type Values = z.infer<typeof values>;

const data = z.strictObject({
  cohort: z.string(),
  headline: z.string(),
  problems: z.array(z.string()),
  values,
  save: buttonSchema,
  back: buttonSchema,
});

const faultWords: Record<CohortFault, string> = {
  name: 'Enter the cohort’s number, like 10: letters, digits and hyphens, at most 12.',
  yearOneFrom: 'Enter the day on which Year One begins as a date.',
  yearOneTo: 'Enter both dates of Year One, its end after its beginning; or neither.',
  yearTwoTo: 'Year Two ends after Year One: enter Year One first, then a later date here.',
};

type Form = { op: string; cohort: string; values: Values; faults: CohortFault[]; stale: boolean };

const build = ({ op, cohort, values, faults, stale }: Form) => ({
  cohort,
  headline: faults.length > 0 || stale ? 'Not saved yet' : 'The cohort’s years',
  problems: stale
    ? ['This changed while you were looking. Here is how it stands now.']
    : faults.map((fault) => faultWords[fault]),
  values,
  save: button('cohort.save', { op, cohort }, { title: 'Save the cohort', style: 'positive' }),
  back,
});

const back = button('set-up.open', {}, { title: 'Back to all hubs' });

const sample: Form = {
  op: 'sample',
  cohort: '10',
  values: { name: '10', yearOneFrom: '2026-09-01', yearOneTo: '2026-07-31', yearTwoTo: '' },
  faults: ['yearOneTo'],
  stale: false,
};
const expand = defineCard({ template, data, sample: build(sample) });

/** Which cohort people apply to, and its years, as a coordinator sets them. */
export const cohortForm = Object.assign((form: Form): Card => expand(build(form)), {
  sample: () => expand(build(sample)),
});

/** What it means to begin with another cohort, before it is done. */
export const cohortPreview = definePage<{ op: string; cohort: string; values: Values }>({
  page: ({ op, cohort, values }) => ({
    where: `Set-up · Cohort ${cohort}`,
    headline: `Begin with Cohort ${values.name}?`,
    paragraphs: [
      `From then on people apply to Cohort ${values.name}, and every hub needs dates and a quota for it.`,
      `Nothing of Cohort ${cohort} is lost: its applications, days and dates stay, and you can go back to it here.`,
    ],
    rows: [
      { label: 'Year One', value: spanOf(values) },
      { label: 'Year Two', value: values.yearTwoTo ? `Ends on ${longDate(values.yearTwoTo)}` : 'No date yet' },
    ],
    actions: [
      button(
        'cohort.start',
        { op, cohort, ...values },
        { title: `Begin with Cohort ${values.name}`, style: 'positive' },
      ),
      button('cohort.open', {}, { title: `Stay with Cohort ${cohort}` }),
    ],
  }),
  sample: {
    op: 'sample',
    cohort: '10',
    values: { name: '11', yearOneFrom: '2026-09-01', yearOneTo: '2027-07-31', yearTwoTo: '' },
  },
});

const spanOf = ({ yearOneFrom, yearOneTo }: Values) =>
  yearOneFrom ? `${longDate(yearOneFrom)} to ${longDate(yearOneTo)}` : 'No dates yet';
