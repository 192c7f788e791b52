import { z } from 'zod';
import type { DatedText } from '../../services/people/hub.ts';
import { button, buttonSchema, type Input } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import template from './application-form.json' with { type: 'json' };
import { noticeFor } from './privacy-notice.ts';

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
  where: z.string(),
  headline: z.string(),
  /** Text from people. */
  forWhom: z.string(),
  intro: z.string(),
  problems: z.array(z.string()),
  hubs: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  values: formValues,
  notice: z.string(),
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
  hubs: { id: string; name: string; privacy?: DatedText | undefined }[];
  values: Partial<FormValues>;
  problems: string[];
  /** For whom a lead fills it in, when one does. */
  onBehalf?: { hubId: string; hubName: string; personId: string; name: string };
};

const build = (form: Form) => ({
  ...(form.onBehalf ? theirs(form, form.onBehalf) : yours(form)),
  problems: form.problems,
  hubs: form.hubs.map(({ id, name }) => ({ title: name, value: id })),
  values: { ...empty, ...form.values },
  notice: noticeFor(form.hubs),
});

function yours({ op, cohort, problems }: Form) {
  return {
    where: `Your application · Cohort ${cohort}`,
    headline: problems.length > 0 ? 'Not submitted yet' : 'Apply to become a Specialist',
    forWhom: '',
    intro: 'Takes about five minutes. Places are limited: your hub chooses from the people who apply.',
    submit: button('application.submit', { op, cohort }, { title: 'Submit my application', style: 'positive' }),
    back: button('help.open', {}, { title: 'Not now' }),
  };
}

function theirs({ op, cohort, problems }: Form, { hubId, hubName, personId, name }: NonNullable<Form['onBehalf']>) {
  const submit = { title: 'Submit it for them', style: 'positive' as const };
  return {
    where: `${hubName} · Apply for somebody · Cohort ${cohort}`,
    headline: problems.length > 0 ? 'Not submitted yet' : 'Apply for somebody',
    forWhom: `For ${name}`,
    intro:
      'Fill it in as they would: “you” and “your” are them. They are told that you submitted it, and the application says so.',
    submit: button('on-behalf.submit', { op, cohort, hubId, personId }, submit),
    back: button('applications.list', { hubId }, { title: 'Not now' }),
  };
}

const sample: Form = {
  op: 'sample',
  cohort: '10',
  hubs: [{ id: 'demo', name: 'Demo Maths Hub', privacy: { text: 'https://demohub.example/p', since: '2026-03-02' } }],
  values: { name: 'Tess Okafor', school: 'Riverside Academy, Ashford' },
  problems: ['Enter your work email, like name@school.org.uk'],
};

const expand = defineCard({ template, data, sample: build(sample) });

const onBehalf = { hubId: 'demo', hubName: 'Demo Maths Hub', personId: 'sample', name: 'Tess **Okafor** ${name}' };

/** The application on one card. What was typed stays, and what is wrong is said in words. */
export const applicationForm = Object.assign((form: Form): Card => expand(build(form)), {
  sample: () => expand(build(sample)),
});

/** The same form, as a lead fills it in for somebody. */
export const applicationForSomebody = Object.assign(
  (form: Form & { onBehalf: NonNullable<Form['onBehalf']> }): Card => expand(build(form)),
  { sample: () => expand(build({ ...sample, onBehalf, problems: [] })) },
);

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
