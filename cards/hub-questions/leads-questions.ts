import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { instantInEngland, shortened } from '../words.ts';
import type { LeadsCard } from './leads-question.ts';

type Questions = {
  hubId: string;
  hubName: string;
  which: 'waiting' | 'closed';
  waiting: number;
  questions: Omit<LeadsCard, 'op'>[];
  /** Where the next page starts, when there is one. */
  next: string | undefined;
  /** What became of the last press. */
  message: string;
};

const empty = {
  waiting: 'Questions that teachers send to your hub appear here and in the leads’ channel.',
  closed: 'Questions that your hub has answered appear here for 90 days.',
};

/** A page of a hub's questions for its leads, a row each. */
export const leadsQuestions = defineList<Questions>({
  list: ({ hubId, hubName, which, waiting, questions, next, message }) => ({
    where: `${hubName} · Questions`,
    headline: which === 'closed' ? 'Questions that are done with' : waitingWords(waiting),
    message: [message, questions.length === 0 ? empty[which] : ''].filter(Boolean).join(' '),
    rows: questions.map(({ hubId, questionId, question, from, by, answeredBy }) => ({
      title: shortened(question.question, 120),
      lines: [
        `${from || 'Without a name'}, ${instantInEngland(question.askedAt)}`,
        ...(question.state === 'claimed' ? [`${by} sees to it`] : []),
        ...(question.answer ? [`Answered by ${answeredBy}`] : []),
        ...(question.state === 'not-for-us' ? [`Not for your hub, says ${by}`] : []),
      ],
      button: button(
        'hub-questions.view',
        { hubId, questionId },
        { title: `Open “${shortened(question.question, 14)}”` },
      ),
    })),
    footnote: `Only the leads of ${hubName} see this.`,
    actions: [
      ...(next ? [button('hub-questions.list', { hubId, which, after: next }, { title: 'Next page' })] : []),
      which === 'waiting'
        ? button('hub-questions.list', { hubId, which: 'closed' }, { title: 'Those done with' })
        : button('hub-questions.list', { hubId }, { title: 'Those that wait' }),
      button('hub-answers.open', { hubId }, { title: 'Our hub’s own answers' }),
      button('hub-questions.list', { hubId, which }, { title: 'From the beginning', overflow: true }),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    which: 'waiting',
    waiting: 12,
    questions: [
      {
        hubId: 'demo',
        questionId: 'sample',
        hubName: 'Demo Maths Hub',
        question: { state: 'claimed', question: 'Is it **in person**? ${name}', askedAt: '2026-03-02T10:00:00.000Z' },
        from: '',
        by: 'Helen Marsh',
        answeredBy: '',
      },
    ],
    next: 'sample',
    message: 'That one is gone.',
  },
});

const waitingWords = (waiting: number) => {
  if (waiting === 0) return 'No question waits for your hub';
  return waiting === 1 ? '1 question waits for an answer' : `${waiting} questions wait for an answer`;
};
