import type { ListedAnswer } from '../../services/hub-questions/hub-answers.ts';
import { type Button, button } from '../actions.ts';
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

type Answers = {
  hubId: string;
  hubName: string;
  answers: Pick<ListedAnswer, 'id' | 'hubId' | 'was' | 'question' | 'answer' | 'at'>[];
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
    rows: answers.map(({ id, question, answer, at, was, ...of }) => ({
      title: question,
      lines: [
        shortened(answer, 160),
        was === undefined
          ? `Since ${dayInEngland(at)}`
          : `Left by ${was}, which is part of ${hubName} now: not shown yet`,
      ],
      button: button(
        'hub-answers.change',
        { hubId: of.hubId, answerId: id },
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
      {
        ...{ id: 'sample', hubId: 'demo', at: '2026-03-03T16:05:00.000Z' },
        ...{ question: 'Is it **in person**? ${name}', answer: 'Yes.', was: 'Old **Hub** ${name}' },
      },
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

type Left = { hubId: string; hubName: string; was: string; answerId: string; question: string; answer: string };

/** An answer that a merged hub has left: for the leads of its heir to take over or to remove. */
export const hubAnswerLeft = definePage<Left>({
  page: ({ hubId, hubName, was, answerId, question, answer }) => ({
    where: `${hubName} · Own answers`,
    headline: `This was the answer of ${was}`,
    paragraphs: [`${was} is part of ${hubName} now. I show this to nobody until you use it for your hub.`],
    rows: [
      { label: 'Question', value: question },
      { label: 'Answer', value: answer },
    ],
    actions: [
      button('hub-answers.adopt', { hubId, answerId }, { title: 'Use for our hub', style: 'positive' }),
      button('hub-answers.remove', { hubId, answerId }, { title: 'Remove this answer' }),
      button('hub-answers.open', { hubId }, { title: 'Back to our answers' }),
    ],
  }),
  sample: {
    hubId: 'old',
    hubName: 'Demo Maths Hub',
    was: 'Old Hub',
    answerId: 'sample',
    question: 'Is the launch **in person**? ${name}',
    answer: 'Yes, at our hub.',
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
