import type { NamesAnother } from '../../services/people/school.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { definePage } from '../page.ts';

const input = (value: string) => ({
  id: 'school',
  label: 'School and town',
  error: 'Enter the school and its town, like Riverside Academy, Ashford',
  maxLength: 200,
  value,
});

/** Where somebody says that they work at another school now. */
export const schoolForm = defineForm<{ op: string; school: string; problem: string }>({
  form: ({ op, school, problem }) => ({
    where: 'You, as I know you',
    headline: 'I changed school',
    problem,
    paragraphs: [
      'Your hub’s leads see the new school beside your name. An application that you have sent goes on naming the school it was sent with.',
    ],
    texts: [input(school)],
    footnote:
      'A new account there? Type “link another account”. Another hub? Open “my application”, or ask your hub’s lead.',
    actions: [
      button('school.save', { op }, { title: 'Save my school', style: 'positive' }),
      button('help.open', {}, { title: 'Not now' }),
    ],
  }),
  sample: { op: 'sample', school: 'Riverside Academy, Ashford', problem: 'Enter the school’s name.' },
});

type SchoolOf = { op: string; hubId: string; personId: string; name: string; school: string; problem: string };

/** Where a lead says it for somebody. */
export const schoolOfForm = defineForm<SchoolOf>({
  form: ({ op, hubId, personId, name, school, problem }) => ({
    where: 'Change of school',
    headline: 'Where do they work now?',
    problem,
    paragraphs: [`For ${name}. The trail says that you changed it. An application that they have sent stays as it is.`],
    texts: [input(school)],
    actions: [
      button('people.school-save', { op, hubId, personId }, { title: 'Save their school', style: 'positive' }),
      button('people.view', { hubId, personId }, { title: 'Back' }),
    ],
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    personId: 'sample',
    name: 'Ana Kowalska',
    school: 'Beckside School',
    problem: '',
  },
});

type Saved = {
  school: string;
  /** An application of theirs that names another one. */
  sent: NamesAnother | undefined;
};

/** Says that a school is recorded, and what an application still says. */
export const schoolSaved = definePage<Saved>({
  page: ({ school, sent }) => ({
    where: 'You, as I know you',
    headline: 'Your school is changed',
    rows: [
      { label: 'School', value: school },
      ...(sent ? [{ label: 'Your application', value: sentWords(sent) }] : []),
    ],
    footnote: 'Your hub’s leads see it from now on.',
    actions: [
      ...(sent?.canChange ? [changeIt(sent)] : []),
      button('school.open', {}, { title: 'Change it again' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {
    school: 'Riverside Academy, Ashford',
    sent: {
      cohort: '10',
      applicationId: 'sample',
      school: 'Ashdown Academy',
      hubName: 'Demo Maths Hub',
      canChange: true,
    },
  },
});

const changeIt = ({ cohort, applicationId }: NamesAnother) =>
  button('application.edit', { cohort, applicationId }, { title: 'Change my application', style: 'positive' });

const sentWords = ({ school, hubName, canChange }: NamesAnother): string =>
  canChange
    ? `It still names ${school}. Change it there too: then your new headteacher has to agree to it.`
    : `It still names ${school}, and you cannot change it now. Tell ${hubName} that you have changed school.`;
