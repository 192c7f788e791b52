import type { DraftValues } from '../../services/applications/draft.ts';
import type { Problems } from '../../services/applications/rules.ts';
import { button } from '../actions.ts';
import type { Card } from '../card.ts';
import { problemWith } from './problems.ts';
import { draftOn, formField, type StepShown, stepCard, waysOn } from './step.ts';

type StepYou = StepShown & { values: DraftValues; problems: Problems };

const needed = 'All of it is needed before you can send. You can go on and come back as you like: what you save stays.';
const keyStages = [
  { title: 'Key Stage 3', value: 'KS3' },
  { title: 'Key Stage 4', value: 'KS4' },
  { title: 'Key Stage 5', value: 'KS5' },
];
const qts = [
  { title: 'Yes', value: 'yes' },
  { title: 'No', value: 'no' },
  { title: 'Not sure, or something else (like QTLS)', value: 'not-sure' },
];

const build = ({ values, problems, ...shown }: StepYou): Card =>
  stepCard({
    ...shown,
    step: 'you',
    headline: 'Apply to become a Specialist: you',
    paragraphs: [needed],
    fields: [
      formField('text', {
        id: 'name',
        label: 'Your name',
        maxLength: 100,
        value: values.name ?? '',
        problem: problemWith('name', problems),
      }),
      formField('shaped', {
        id: 'email',
        label: 'Work email',
        placeholder: 'name@school.org.uk',
        maxLength: 200,
        regex: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
        error: 'Enter your work email, like name@school.org.uk',
        value: values.email ?? '',
        problem: problemWith('email', problems),
      }),
      formField('text', {
        id: 'role',
        label: 'Your role',
        placeholder: 'Maths teacher, second in department …',
        maxLength: 100,
        value: values.role ?? '',
        problem: problemWith('role', problems),
      }),
      formField('choice', {
        id: 'keyStages',
        label: 'Key stages you teach maths to',
        style: 'expanded',
        multiple: true,
        value: (values.keyStages ?? []).join(','),
        options: keyStages,
        problem: problemWith('keyStages', problems),
      }),
      formField('choice', {
        id: 'qts',
        label: 'Do you have qualified teacher status (QTS)?',
        style: 'expanded',
        value: values.qts ?? '',
        options: qts,
        problem: problemWith('qts', problems),
      }),
      formField('shaped', {
        id: 'started',
        label: 'When did you start teaching? Month and year',
        placeholder: '09/2021',
        maxLength: 7,
        regex: '^(0?[1-9]|1[0-2])/(19|20)[0-9]{2}$',
        error: 'Enter the month and year, like 09/2021',
        value: values.started ?? '',
        problem: problemWith('startedTeaching', problems),
      }),
    ],
    footnote: 'Only you see a draft. Your hub’s leads see what you send.',
    actions: waysOn((go, look) => button('application.save-you', { ...draftOn(shown), go }, look), false),
  });

const sample: StepYou = {
  op: 'sample',
  cohort: '10',
  version: 1,
  message: '',
  asked: '',
  values: { name: 'Tess **Okafor** ${name}', email: 'tess@riverside', keyStages: ['KS3'], qts: 'yes' },
  problems: { email: 'not-valid', role: 'missing' },
};

/** The first step of the form: who applies. */
export const stepYou = Object.assign(build, { sample: () => build(sample) });
