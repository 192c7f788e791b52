import type { HubQuestion } from '../../services/hub-questions/hub-question.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { definePage } from '../page.ts';
import { instantInEngland, shortened } from '../words.ts';

/** A question as its leads see it. */
export type LeadsCard = {
  op: string;
  hubId: string;
  questionId: string;
  hubName: string;
  question: Pick<HubQuestion, 'state' | 'question' | 'askedAt' | 'at' | 'answer'>;
  /** Empty when they did not give it. */
  from: string;
  by: string;
  answeredBy: string;
};

const nobody = 'Somebody who did not give their name';

/** What stands in the leads’ channel, and what a lead opens from the list. `message` is what became of the last press. */
export const leadsQuestion = definePage<LeadsCard & { again: boolean; personal: boolean; message: string }>({
  page: ({ again, personal, message, ...shown }) => {
    const { hubName, from, answeredBy, question } = shown;
    const { answer } = question;
    return {
      where: `${hubName} · A question for the leads`,
      headline: headlineOf(shown, again),
      paragraphs: [message].filter(Boolean),
      rows: [
        { label: 'The question', value: question.question },
        { label: 'From', value: from || nobody },
        { label: 'Asked', value: instantInEngland(question.askedAt) },
        ...stateRows(shown),
        ...(answer
          ? [
              {
                label: 'The answer',
                value: `${answer.text}\nAnswered by ${answeredBy}, ${instantInEngland(answer.at)}`,
              },
            ]
          : []),
      ],
      footnote: `Only the leads of ${hubName} see this. Whoever asked sees your answer as the hub’s, with its date.`,
      actions: [...actionsFor(shown), ...(personal ? [list(shown.hubId)] : [])],
    };
  },
  sample: {
    op: 'sample',
    hubId: 'demo',
    questionId: 'sample',
    hubName: 'Demo Maths Hub',
    question: {
      state: 'claimed',
      question: 'Is the launch **in person**? ${name}',
      askedAt: '2026-03-02T10:00:00.000Z',
      at: '2026-03-02T11:00:00.000Z',
      answer: { text: 'Yes. ${name}', by: 'sample', at: '2026-03-03T16:05:00.000Z', version: 1 },
    },
    from: 'Tess **Okafor** ${name}',
    by: 'Helen **Marsh** ${name}',
    answeredBy: 'Sam **Lead** ${name}',
    again: false,
    personal: true,
    message: 'Noted.',
  },
});

const list = (hubId: string) => button('hub-questions.list', { hubId }, { title: 'See all questions', overflow: true });

function headlineOf({ question: { state } }: LeadsCard, again: boolean): string {
  switch (state) {
    case 'open':
      return again ? 'This question still waits for an answer' : 'A teacher asks your hub';
    case 'claimed':
      return again ? 'This question still waits for an answer' : 'One of you sees to this question';
    case 'answered':
      return 'This question is answered';
    case 'not-for-us':
      return 'This question is not for your hub';
    case 'unanswered':
      return 'This question was not answered in time';
    case 'no-leads':
      return 'Nobody was left to answer this question';
  }
}

function stateRows({ question: { state, at }, by }: LeadsCard) {
  if (!at || (state !== 'claimed' && state !== 'not-for-us')) return [];
  const label = state === 'claimed' ? 'Seen to by' : 'Said not to be for your hub by';
  return [{ label, value: `${by}, since ${instantInEngland(at)}` }];
}

function actionsFor({ op, hubId, questionId, question: { state } }: LeadsCard) {
  const ref = { hubId, questionId };
  const press = { op, ...ref };
  const write = (title: string) => button('hub-questions.write', ref, { title, style: 'positive' });
  const decline = button('hub-questions.decline', press, { title: 'Not for us' });
  switch (state) {
    case 'open':
      return [
        write('Answer this question'),
        button('hub-questions.claim', press, { title: 'I’ll take this one' }),
        decline,
      ];
    case 'claimed':
      return [
        write('Answer this question'),
        button('hub-questions.release', press, { title: 'Let others take it' }),
        decline,
      ];
    case 'answered':
      return [
        button('hub-answers.keep', ref, { title: 'Use this for our hub from now on' }),
        button('hub-questions.write', ref, { title: 'Change the answer' }),
      ];
    case 'not-for-us':
    case 'unanswered':
    case 'no-leads':
      return [write('Answer it after all')];
  }
}

/** What takes the place of a question that is there no more. */
export const questionGone = definePage<{ hubName: string }>({
  page: ({ hubName }) => ({
    where: `${hubName} · A question for the leads`,
    headline: 'This question is no longer here',
    paragraphs: ['Whoever asked took it back, or it was deleted after 90 days. There is nothing left to do.'],
  }),
  sample: { hubName: 'Demo Maths Hub' },
});

type AnswerForm = LeadsCard & { text: string; problem: string };

/** Where a lead writes the answer. One that stands there by now is shown, so that nobody answers past it. */
export const answerForm = defineForm<AnswerForm>({
  form: ({ op, hubId, questionId, hubName, question: { question, answer }, from, answeredBy, text, problem }) => ({
    where: `${hubName} · A question for the leads`,
    headline: answer ? 'Change the answer' : 'Answer this question',
    problem,
    paragraphs: [
      `${from || nobody} asks: ${shortened(question, 1000)}`,
      ...(answer ? [`${answeredBy} answered on ${instantInEngland(answer.at)}: ${answer.text}`] : []),
    ],
    texts: [
      {
        id: 'answer',
        label: 'Your hub’s answer, in at most 2,000 characters',
        error: 'Type the answer, in at most 2,000 characters',
        maxLength: 2000,
        value: text,
        long: true,
      },
    ],
    footnote: `Whoever asked sees it as ${hubName}’s answer, without your name. The leads see that it is yours.`,
    actions: [
      button(
        'hub-questions.answer',
        { op, hubId, questionId, version: answer?.version ?? 0 },
        { title: answer ? 'Send the new answer' : 'Send the answer', style: 'positive' },
      ),
      button('hub-questions.view', { hubId, questionId }, { title: 'Back to the question' }),
    ],
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    questionId: 'sample',
    hubName: 'Demo Maths Hub',
    question: {
      state: 'answered',
      question: 'Is the launch **in person**? ${name}',
      askedAt: '2026-03-02T10:00:00.000Z',
      answer: { text: 'Yes. ${name}', by: 'sample', at: '2026-03-03T16:05:00.000Z', version: 1 },
    },
    from: '',
    by: '',
    answeredBy: 'Sam **Lead**',
    text: 'Yes, at our hub.',
    problem: 'Somebody else answered this a minute ago.',
  },
});
