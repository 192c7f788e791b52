import { monthAndYear } from '../words.ts';

/** The answers of an application that cards show. */
export type AnswersShown = {
  name: string;
  email: string;
  role: string;
  school: string;
  keyStages: string[];
  qts: 'yes' | 'no' | 'not-sure';
  startedTeaching: string;
  why: string;
  headteacher: string;
};

const qtsWords = { yes: 'Yes', no: 'No', 'not-sure': 'Not sure, or something else' };

/** An application's answers as label and value rows. */
export function answerRows(answers: AnswersShown): { label: string; value: string }[] {
  return [
    { label: 'Name', value: answers.name },
    { label: 'Work email', value: answers.email },
    { label: 'Role', value: answers.role },
    { label: 'School', value: answers.school },
    { label: 'Teaches maths to', value: answers.keyStages.join(', ') },
    { label: 'QTS', value: qtsWords[answers.qts] },
    { label: 'Started teaching', value: monthAndYear(answers.startedTeaching) },
    { label: 'Why apply', value: answers.why },
    { label: 'Headteacher', value: answers.headteacher },
  ];
}
