import { z } from 'zod';
import type { CohortFault } from '../../services/people/cohort.ts';
import type { HolidayFault } from '../../services/people/holidays.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { definePage } from '../page.ts';
import { longDate, shortened } from '../words.ts';
import template from './cohort-form.json' with { type: 'json' };

const values = z.strictObject({
  name: z.string(),
  yearOneFrom: z.string(),
  yearOneTo: z.string(),
  yearTwoTo: z.string(),
  holidays: z.string(),
});
type Values = z.infer<typeof values>;

const data = z.strictObject({
  cohort: z.string(),
  headline: z.string(),
  problems: z.array(z.string()),
  lines: z.array(z.string()),
  values,
  save: buttonSchema,
  back: buttonSchema,
});

/** How many wrong lines are said at once. */
const mostLines = 8;

const faultWords: Record<CohortFault, string> = {
  name: 'Enter the cohort’s number, like 10: letters, digits and hyphens, at most 12.',
  yearOneFrom: 'Enter the day on which Year One begins as a date.',
  yearOneTo: 'Enter both dates of Year One, its end after its beginning; or neither.',
  yearTwoTo: 'Year Two ends after Year One: enter Year One first, then a later date here.',
};

const lineWords: Record<HolidayFault['why'], string> = {
  'not-two-dates': 'Enter the first and the last day, like 2026-12-21 to 2027-01-03.',
  'ends-before-it-begins': 'The last day comes before the first.',
  'too-many': 'Sixty lines are the most.',
};

type Form = {
  op: string;
  cohort: string;
  values: Values;
  faults: CohortFault[];
  /** What is wrong with which lines of the holidays. */
  lines: HolidayFault[];
  stale: boolean;
};

const build = ({ op, cohort, values, faults, lines, stale }: Form) => ({
  cohort,
  headline: faults.length + lines.length > 0 || stale ? 'Not saved yet' : 'The cohort’s years',
  problems: stale
    ? ['This changed while you were looking. Here is how it stands now.']
    : faults.map((fault) => faultWords[fault]),
  lines: lines
    .slice(0, mostLines)
    .map(
      ({ line, text, why }) =>
        `School holidays, line ${line}${text && ` (“${shortened(text, 60)}”)`}: ${lineWords[why]}`,
    ),
  values,
  save: button('cohort.save', { op, cohort }, { title: 'Save the cohort', style: 'positive' }),
  back,
});

const back = button('set-up.open', {}, { title: 'Back to all hubs' });

const sample: Form = {
  op: 'sample',
  cohort: '10',
  values: {
    name: '10',
    yearOneFrom: '2026-09-01',
    yearOneTo: '2026-07-31',
    yearTwoTo: '',
    holidays: '2026-12-21 to 2027-01-03\nhalf term',
  },
  faults: ['yearOneTo'],
  lines: [{ line: 2, text: 'half term', why: 'not-two-dates' }],
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
    values: { name: '11', yearOneFrom: '2026-09-01', yearOneTo: '2027-07-31', yearTwoTo: '', holidays: '' },
  },
});

const spanOf = ({ yearOneFrom, yearOneTo }: Values) =>
  yearOneFrom ? `${longDate(yearOneFrom)} to ${longDate(yearOneTo)}` : 'No dates yet';
