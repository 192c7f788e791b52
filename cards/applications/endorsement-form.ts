import { type ToldProblems, toldLimits } from '../../services/applications/endorsement-link.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';

type Told = { name: string; role: string; words: string };
type Form = {
  op: string;
  hubName: string;
  hubId: string;
  applicationId: string;
  /** How many moves it has made. */
  seen: number;
  applicant: string;
  school: string;
  typed: Told;
  problems: ToldProblems;
  /** What became of the last press. */
  message: string;
};

const errors: Told = {
  name: 'Enter the name of who agreed',
  role: 'Enter their role at the school',
  words: 'Say how it came, like “email of 3 March”',
};

/** Where a lead records that a headteacher agreed in another way than by the link. */
export const endorsementForm = defineForm<Form>({
  form: ({ op, hubName, hubId, applicationId, seen, applicant, school, typed, problems, message }) => ({
    where: `${hubName} · Endorsement`,
    headline: 'Record an endorsement',
    problem: message || problemLine(problems),
    paragraphs: [
      `For the application of ${applicant}, ${school}. Record it when the school has agreed to you directly: by email, letter or telephone.`,
    ],
    texts: [
      { id: 'name', label: 'Who agreed?', error: errors.name, maxLength: toldLimits.name, value: typed.name },
      {
        id: 'role',
        label: 'Their role at the school',
        error: errors.role,
        maxLength: toldLimits.role,
        value: typed.role,
      },
      {
        id: 'words',
        label: 'How did it come?',
        error: errors.words,
        maxLength: toldLimits.words,
        value: typed.words,
        long: true,
      },
    ],
    footnote: 'The applicant is told that their school has agreed. They can ask to see this. No pupil names, please.',
    actions: [
      button('endorsement.save', { op, hubId, applicationId, seen }, { title: 'Record it', style: 'positive' }),
      button('applications.view', { hubId, applicationId }, { title: 'Back to the application' }),
    ],
  }),
  sample: {
    op: 'sample',
    hubName: 'Demo Maths Hub',
    hubId: 'demo',
    applicationId: 'sample',
    seen: 1,
    applicant: 'Tess **Okafor** ${name}',
    school: 'Ashdown Academy',
    typed: { name: 'Dr Amara Lowe', role: 'Headteacher', words: '' },
    problems: { words: 'missing' },
    message: '',
  },
});

function problemLine(problems: ToldProblems): string {
  const lines = (['name', 'role', 'words'] as const).flatMap((field) => {
    const problem = problems[field];
    if (!problem) return [];
    return [problem === 'missing' ? errors[field] : `${errors[field]}, in at most ${toldLimits[field]} characters`];
  });
  return lines.length > 0 ? `${lines.join('. ')}.` : '';
}
