import { z } from 'zod';
import { button, buttonSchema, type Input } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import template from './application-form.json' with { type: 'json' };

/** What has been typed so far, as the inputs of the form hold it. */
const formValues = z.strictObject({
  hub: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  school: z.string(),
  keyStages: z.string(),
  qts: z.string(),
  started: z.string(),
  why: z.string(),
  headteacher: z.string(),
  subjectLeaderKnows: z.enum(['true', 'false']),
  hasReadInformation: z.enum(['true', 'false']),
});
export type FormValues = z.infer<typeof formValues>;

const data = z.strictObject({
  cohort: z.string(),
  headline: z.string(),
  intro: z.string(),
  problems: z.array(z.string()),
  hubs: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  values: formValues,
  submit: buttonSchema,
  back: buttonSchema,
});

const empty: FormValues = {
  hub: '',
  name: '',
  email: '',
  role: '',
  school: '',
  keyStages: '',
  qts: '',
  started: '',
  why: '',
  headteacher: '',
  subjectLeaderKnows: 'false',
  hasReadInformation: 'false',
};

type Form = {
  op: string;
  cohort: string;
  hubs: { id: string; name: string }[];
  values: Partial<FormValues>;
  problems: string[];
};

const build = (form: Form) => ({
  cohort: form.cohort,
  headline: form.problems.length > 0 ? 'Not submitted yet' : 'Apply to become a Specialist',
  intro: 'Takes about five minutes. Places are limited: your hub chooses from the people who apply.',
  problems: form.problems,
  hubs: form.hubs.map(({ id, name }) => ({ title: name, value: id })),
  values: { ...empty, ...form.values },
  submit: button(
    'application.submit',
    { op: form.op, cohort: form.cohort },
    { title: 'Submit my application', style: 'positive' },
  ),
  back: button('help.open', {}, { title: 'Not now' }),
});

const sample: Form = {
  op: 'sample',
  cohort: '10',
  hubs: [{ id: 'demo', name: 'Demo Maths Hub' }],
  values: { name: 'Tess Okafor', school: 'Riverside Academy, Ashford' },
  problems: ['Enter your work email, like name@school.org.uk'],
};

const expand = defineCard({ template, data, sample: build(sample) });

/** The application on one card. What was typed stays, and what is wrong is said in words. */
export const applicationForm = Object.assign((form: Form): Card => expand(build(form)), {
  sample: () => expand(build(sample)),
});

/** What came in from the form, as it goes back into the form. */
export function valuesOf(input: Omit<Input<'application.submit'>, 'op' | 'cohort'>): FormValues {
  const { keyStages, subjectLeaderKnows, hasReadInformation, ...text } = input;
  return {
    ...text,
    keyStages: keyStages.join(','),
    subjectLeaderKnows: subjectLeaderKnows ? 'true' : 'false',
    hasReadInformation: hasReadInformation ? 'true' : 'false',
  };
}
