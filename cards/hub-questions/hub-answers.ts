import { type HubAnswer, type HubAnswerFault, longestHubAnswer } from '../../services/hub-questions/hub-answers.ts';
import { type Button, button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { defineList } from '../list.ts';
import { definePage } from '../page.ts';
import { dayInEngland, shortened } from '../words.ts';

type Says = { hubName: string; question: string; answer: string; at: string; actions: Button[] };

/** A hub's own answer, for people of that hub. */
export const hubAnswer = definePage<Says>({
  page: ({ hubName, question, answer, at, actions }) => ({
    where: 'From your Maths Hub',
    headline: `${hubName} says`,
    paragraphs: [answer],
    rows: [{ label: 'Answers the question', value: question }],
    footnote: `Your hub’s own answer of ${dayInEngland(at)}, not the programme document’s.`,
    actions,
  }),
  sample: {
    hubName: 'Demo Maths Hub',
    question: 'Is the launch **in person**? ${name}',
    answer: 'Yes, at **our** hub. ${name}',
    at: '2026-03-03T16:05:00.000Z',
    actions: [],
  },
});

type KeepForm = {
  op: string;
  hubId: string;
  hubName: string;
  /** The one that is worded anew. */
  answerId?: string | undefined;
  topic?: string | undefined;
  /** The question it comes from. */
  asked?: { hubId: string; questionId: string } | undefined;
  question: string;
  answer: string;
  problem: string;
};

/** Where a lead words an answer for everybody of the hub. */
export const hubAnswerForm = defineForm<KeepForm>({
  form: ({ op, hubId, hubName, answerId, topic, asked, question, answer, problem }) => ({
    where: `${hubName} · Own answers`,
    headline: answerId ? 'Change your hub’s answer' : 'Use this for your hub from now on',
    problem,
    paragraphs: ['Reword both so that no person and no school can be recognised.'],
    texts: [
      {
        id: 'question',
        label: `The question, in at most ${longestHubAnswer.question} characters`,
        error: 'Type the question, in at most 300 characters',
        maxLength: longestHubAnswer.question,
        value: question,
        long: true,
      },
      {
        id: 'answer',
        label: 'Your hub’s answer, in at most 1,000 characters',
        error: 'Type the answer, in at most 1,000 characters',
        maxLength: longestHubAnswer.answer,
        value: answer,
        long: true,
      },
    ],
    footnote: `From now on I show it to everybody of ${hubName} who asks this, as your hub’s, with today’s date.`,
    actions: [
      button(
        'hub-answers.save',
        { op, hubId, answerId, topic, asked },
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
    problem: 'Type the question.',
  },
});

/** What is wrong with what was typed. */
export const hubAnswerFaults: Record<HubAnswerFault, string> = {
  question: 'Type the question, in at most 300 characters.',
  answer: 'Type the answer, in at most 1,000 characters.',
};

type Answers = {
  hubId: string;
  hubName: string;
  answers: Pick<HubAnswer, 'id' | 'question' | 'answer' | 'at'>[];
  total: number;
  /** Where the next page starts, when there is one. */
  next: number | undefined;
  message: string;
};

const none = 'None yet. Answer a question, then press “Use this for our hub from now on”.';

/** A page of a hub's own answers, for its leads. */
export const hubAnswersList = defineList<Answers>({
  list: ({ hubId, hubName, answers, total, next, message }) => ({
    where: `${hubName} · Own answers`,
    headline: total === 1 ? '1 answer of your hub’s own' : `${total} answers of your hub’s own`,
    message: [message, total === 0 ? none : ''].filter(Boolean).join(' '),
    rows: answers.map(({ id, question, answer, at }) => ({
      title: question,
      lines: [shortened(answer, 160), `Since ${dayInEngland(at)}`],
      button: button(
        'hub-answers.change',
        { hubId, answerId: id },
        { title: `Change or remove “${shortened(question, 14)}”` },
      ),
    })),
    footnote: `I show these to people of ${hubName} where the programme document does not answer.`,
    actions: [
      ...(next === undefined ? [] : [button('hub-answers.open', { hubId, from: next }, { title: 'Next page' })]),
      button('hub-questions.list', { hubId }, { title: 'Questions that wait' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    answers: [
      { id: 'sample', question: 'Is it **in person**? ${name}', answer: 'Yes.', at: '2026-03-03T16:05:00.000Z' },
    ],
    total: 12,
    next: 8,
    message: 'Kept.',
  },
});

/** Says that everybody of the hub reads it from now on. */
export const hubAnswerKept = definePage<Omit<Says, 'actions'> & { hubId: string; personal: boolean }>({
  page: ({ hubId, hubName, question, answer, at, personal }) => ({
    where: `${hubName} · Own answers`,
    headline: 'Your hub answers this from now on',
    rows: [
      { label: 'Who asks this', value: question },
      { label: `Reads that ${hubName} says`, value: answer },
    ],
    footnote: `Dated ${dayInEngland(at)}. To change or remove it, type “our answers” in a chat with me.`,
    actions: personal ? [button('hub-answers.open', { hubId }, { title: 'See our answers' })] : [],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    question: 'Is the launch **in person**? ${name}',
    answer: 'Yes, at our hub.',
    at: '2026-03-03T16:05:00.000Z',
    personal: true,
  },
});

type Removal = { op: string; hubId: string; hubName: string; answerId: string; question: string; answer: string };

/** Asks once before an answer is removed. */
export const hubAnswerRemoval = definePage<Removal>({
  page: ({ op, hubId, hubName, answerId, question, answer }) => ({
    where: `${hubName} · Own answers`,
    headline: 'Remove this answer?',
    paragraphs: ['Nobody is shown it any more. Those who asked before keep what they were told.'],
    rows: [
      { label: 'Question', value: question },
      { label: 'Answer', value: answer },
    ],
    actions: [
      button('hub-answers.remove-now', { op, hubId, answerId }, { title: 'Remove this answer', style: 'destructive' }),
      button('hub-answers.open', { hubId }, { title: 'Keep it' }),
    ],
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    answerId: 'sample',
    question: 'Is the launch **in person**? ${name}',
    answer: 'Yes, at our hub.',
  },
});
