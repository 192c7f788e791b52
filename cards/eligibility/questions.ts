import { criteria } from '../../services/eligibility/criteria.ts';

export type Choice = {
  id: 'mathsTeacher' | 'qts' | 'stateFunded' | 'secondary';
  criterion: 'maths-teacher' | 'qts' | 'state-funded' | 'secondary';
  question: string;
  /** The same about somebody else. */
  questionOfThem: string;
  /** What has been told, by answer: of oneself, and of somebody else. */
  known: Record<Answer, { self: string; another: string }>;
  options: { title: string; value: Answer }[];
};
type Answer = 'yes' | 'no' | 'ask-hub';

/** What is asked about whether somebody can apply, with the answers to choose from. The values are the facts' own. */
export const questions: Choice[] = [
  {
    id: 'mathsTeacher',
    criterion: 'maths-teacher',
    question: criteria['maths-teacher'].question,
    questionOfThem: 'Are they a maths teacher?',
    known: {
      yes: { self: 'you teach maths', another: 'they teach maths' },
      no: { self: 'you do not teach maths', another: 'they do not teach maths' },
      'ask-hub': { self: 'you teach maths among other things', another: 'they teach maths among other things' },
    },
    options: [
      { title: 'Yes', value: 'yes' },
      { title: 'No', value: 'no' },
    ],
  },
  {
    id: 'qts',
    criterion: 'qts',
    question: criteria.qts.question,
    questionOfThem: 'Do they have QTS (qualified teacher status)?',
    known: {
      yes: { self: 'you have QTS', another: 'they have QTS' },
      no: { self: 'you do not have QTS', another: 'they do not have QTS' },
      'ask-hub': { self: 'your status is not QTS itself', another: 'their status is not QTS itself' },
    },
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
    questionOfThem: 'Is their school state-funded?',
    known: {
      yes: { self: 'your school is state-funded', another: 'their school is state-funded' },
      no: { self: 'your school is not state-funded', another: 'their school is not state-funded' },
      'ask-hub': { self: 'your school is of another kind', another: 'their school is of another kind' },
    },
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
    questionOfThem: 'Is their school a secondary school?',
    known: {
      yes: { self: 'your school is a secondary', another: 'their school is a secondary' },
      no: { self: 'your school is not a secondary', another: 'their school is not a secondary' },
      'ask-hub': {
        self: 'your school is neither primary nor secondary',
        another: 'their school is neither primary nor secondary',
      },
    },
    options: [
      { title: 'Yes, secondary', value: 'yes' },
      { title: 'No, primary', value: 'no' },
      { title: 'Something else: middle, all-through, special, college …', value: 'ask-hub' },
    ],
  },
];

/** What is asked for the month in which somebody started to teach. */
export const startQuestion = {
  self: criteria.experience.question,
  another: 'In which month and year did they start teaching?',
};
