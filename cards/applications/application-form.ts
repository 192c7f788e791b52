import { z } from 'zod';
import type { Covered } from '../../services/applications/suggested-hub.ts';
import type { DatedText } from '../../services/people/hub.ts';
import { button, buttonSchema, type Input } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import template from './application-form.json' with { type: 'json' };
import { coveredLine } from './covered-line.ts';
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
  /** Text from people. */
  covered: z.string(),
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
  /** Which hubs cover the local authority of the school that is named, where one is known. */
  covered: Covered | undefined;
  values: Partial<FormValues>;
  problems: string[];
  /** For whom a lead fills it in. */
  onBehalf: { hubId: string; hubName: string; personId: string; name: string };
};

function build({ op, cohort, hubs, covered, values, problems, onBehalf }: Form) {
  const { hubId, hubName, personId, name } = onBehalf;
  const submit = { title: 'Submit it for them', style: 'positive' as const };
  return {
    where: `${hubName} · Apply for somebody · Cohort ${cohort}`,
    headline: problems.length > 0 ? 'Not submitted yet' : 'Apply for somebody',
    forWhom: `For ${name}`,
    intro:
      'Fill it in as they would: “you” and “your” are them. They are told that you submitted it, and the application says so.',
    problems,
    hubs: hubs.map(({ id, name }) => ({ title: name, value: id })),
    covered: covered ? coveredLine(covered) : '',
    values: { ...empty, ...values },
    notice: noticeFor(hubs),
    submit: button('on-behalf.submit', { op, cohort, hubId, personId }, submit),
    back: button('applications.list', { hubId }, { title: 'Not now' }),
  };
}

const sample: Form = {
  op: 'sample',
  cohort: '10',
  hubs: [{ id: 'demo', name: 'Demo Maths Hub', privacy: { text: 'https://demohub.example/p', since: '2026-03-02' } }],
  covered: {
    authority: 'Mockland',
    hubs: [{ id: 'glow', name: 'GLOW **North**', window: { kind: 'closed', closed: '2026-03-01' } }],
    isChoice: true,
  },
  values: { name: 'Tess Okafor', school: 'Riverside Academy, Ashford' },
  problems: ['Enter your work email, like name@school.org.uk'],
  onBehalf: { hubId: 'demo', hubName: 'Demo Maths Hub', personId: 'sample', name: 'Tess **Okafor** ${name}' },
};

const expand = defineCard({ template, data, sample: build(sample) });

/** The application on one card, as a lead fills it in for somebody. What was typed stays, and what is wrong is said in words. */
export const applicationForSomebody = Object.assign((form: Form): Card => expand(build(form)), {
  sample: () => expand(build(sample)),
});

/** What came in from the form, as it goes back into the form. */
export function valuesOf(input: Omit<Input<'on-behalf.submit'>, 'op' | 'cohort' | 'hubId' | 'personId'>): FormValues {
  const { keyStages, subjectLeaderKnows, hasReadInformation, ...text } = input;
  return {
    ...text,
    keyStages: keyStages.join(','),
    subjectLeaderKnows: subjectLeaderKnows ? 'true' : 'false',
    hasReadInformation: hasReadInformation ? 'true' : 'false',
  };
}
