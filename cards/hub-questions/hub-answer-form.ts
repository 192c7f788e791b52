import { type HubAnswerFaults, longestHubAnswer } from '../../services/hub-questions/hub-answer-faults.ts';
import type { HubAnswer } from '../../services/hub-questions/hub-answers.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { instantInEngland } from '../words.ts';

type KeepForm = {
  op: string;
  hubId: string;
  hubName: string;
  /** The one that is worded anew, and when its wording on the form was saved. */
  answerId?: string | undefined;
  edited?: string | undefined;
  /** How it reads by now, where somebody worded it otherwise meanwhile. */
  now?: Pick<HubAnswer, 'question' | 'answer' | 'at'> | undefined;
  /** The merged hub's answer that it takes the place of. */
  left?: { hubId: string; answerId: string } | undefined;
  topic?: string | undefined;
  /** The question it comes from. */
  asked?: { hubId: string; questionId: string } | undefined;
  question: string;
  answer: string;
  problem: string;
  faults?: HubAnswerFaults | undefined;
};

/** Where a lead words an answer for everybody of the hub. */
export const hubAnswerForm = defineForm<KeepForm>({
  form: ({ op, hubId, hubName, answerId, edited, now, left, topic, asked, question, answer, problem, faults }) => ({
    where: `${hubName} · Own answers`,
    headline: answerId ? 'Change your hub’s answer' : 'Use this for your hub from now on',
    problem,
    paragraphs: [
      'Reword both so that no person and no school can be recognised.',
      ...(asked ? ['I have put signs like [name] where something may be recognised.'] : []),
      ...(now ? [`Since ${instantInEngland(now.at)} it reads: ${now.question}\n${now.answer}`] : []),
    ],
    texts: [
      {
        id: 'question',
        label: `The question, in at most ${longestHubAnswer.question} characters`,
        error: 'Type the question, in at most 300 characters',
        maxLength: longestHubAnswer.question,
        value: question,
        problem: faults?.question && faultWords.question[faults.question],
        long: true,
      },
      {
        id: 'answer',
        label: 'Your hub’s answer, in at most 1,000 characters',
        error: 'Type the answer, in at most 1,000 characters',
        maxLength: longestHubAnswer.answer,
        value: answer,
        problem: faults?.answer && faultWords.answer[faults.answer],
        long: true,
      },
    ],
    footnote: `From now on I show it to everybody of ${hubName} who asks this, as your hub’s, with today’s date.`,
    actions: [
      button(
        'hub-answers.save',
        { op, hubId, answerId, edited, left, topic, asked },
        { title: 'Use this from now on', style: 'positive' },
      ),
      ...(answerId ? [button('hub-answers.remove', { hubId, answerId }, { title: 'Remove this answer' })] : []),
      asked
        ? button('hub-questions.view', asked, { title: 'Back to the question' })
        : button('hub-answers.open', { hubId }, { title: 'Back to our answers' }),
    ],
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    answerId: 'sample',
    question: 'Is the launch **in person**? ${name}',
    answer: 'Yes, at our hub.',
    problem: 'This was not saved.',
    faults: { question: 'signs', answer: 'verbatim' },
    now: { question: 'Is it **in person**? ${name}', answer: 'No: **online**.', at: '2026-03-03T16:05:00.000Z' },
  },
});

const signs = 'Put other words in the place of signs like [name], or leave them out.';
const verbatim = 'This is word for word what one person was sent or sent you, and it may show who they are. Reword it.';
const faultWords = {
  question: { length: 'Type the question, in at most 300 characters.', signs, verbatim },
  answer: { length: 'Type the answer, in at most 1,000 characters.', signs, verbatim },
};
