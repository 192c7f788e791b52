import { criteria } from '../../services/eligibility/criteria.ts';

export type Choice = {
  id: 'mathsTeacher' | 'qts' | 'stateFunded' | 'secondary';
  criterion: 'maths-teacher' | 'qts' | 'state-funded' | 'secondary';
  question: string;
  known: string;
  options: { title: string; value: 'yes' | 'no' | 'ask-hub' }[];
};

/** What is asked about whether somebody can apply, with the answers to choose from. The values are the facts' own. */
export const questions: Choice[] = [
  {
    id: 'mathsTeacher',
    criterion: 'maths-teacher',
    question: criteria['maths-teacher'].question,
    known: 'You teach maths',
    options: [
      { title: 'Yes', value: 'yes' },
      { title: 'No', value: 'no' },
    ],
  },
  {
    id: 'qts',
    criterion: 'qts',
    question: criteria.qts.question,
    known: 'You have QTS',
    options: [
      { title: 'Yes', value: 'yes' },
      { title: 'No, or not yet', value: 'no' },
      { title: 'I have QTLS or something else', value: 'ask-hub' },
    ],
  },
  {
    id: 'stateFunded',
    criterion: 'state-funded',
    question: criteria['state-funded'].question,
    known: 'Your school is state-funded',
    options: [
      { title: 'By the state: academy, free school, council school …', value: 'yes' },
      { title: 'By fees: independent school', value: 'no' },
      { title: 'Something else, or not sure', value: 'ask-hub' },
    ],
  },
  {
    id: 'secondary',
    criterion: 'secondary',
    question: criteria.secondary.question,
    known: 'Your school is a secondary',
    options: [
      { title: 'Yes, secondary', value: 'yes' },
      { title: 'No, primary', value: 'no' },
      { title: 'Something else: middle, all-through, special, college …', value: 'ask-hub' },
    ],
  },
];
