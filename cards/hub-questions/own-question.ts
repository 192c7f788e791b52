import type { HubQuestion } from '../../services/hub-questions/hub-question.ts';
import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { definePage } from '../page.ts';
import { dayInEngland, instantInEngland, shortened } from '../words.ts';

type Shown = Pick<HubQuestion, 'state' | 'question' | 'topic' | 'named' | 'askedAt' | 'answer'>;
type Own = {
  op: string;
  hubId: string;
  questionId: string;
  hubName: string;
  /** How to reach the hub otherwise. */
  contact: string;
  question: Shown;
};

const headlines: Record<Shown['state'], (hubName: string) => string> = {
  open: (hubName) => `Your question is with ${hubName}`,
  claimed: (hubName) => `Somebody at ${hubName} sees to your question`,
  answered: (hubName) => `${hubName} answered your question`,
  'not-for-us': (hubName) => `${hubName} says this is not for them`,
  unanswered: (hubName) => `${hubName} has not answered your question`,
  'no-leads': (hubName) => `Nobody at ${hubName} answers here any more`,
};

const nexts: Record<Shown['state'], string> = {
  open: 'Its leads can see it, and their answer comes to this chat. If nobody answers in two working days, I ask them again.',
  claimed: 'Their answer comes to this chat.',
  answered: '',
  'not-for-us': 'Another hub, or your headteacher, may know. You can also reach the hub directly.',
  'no-leads':
    'Your question was not answered, and nobody is left there who could. Reach the hub directly, or ask another.',
  unanswered: 'I have kept it for nearly 90 days and delete it soon. Reach the hub directly, or ask again.',
};

/** States in which another hub, or the hub itself, may help. */
const otherwise: ReadonlySet<Shown['state']> = new Set(['not-for-us', 'unanswered', 'no-leads']);

/** A question to a hub as whoever asked sees it: after sending, when an answer comes, and in their list. */
export const ownQuestion = definePage<Own>({
  page: ({
    op,
    hubId,
    questionId,
    hubName,
    contact,
    question: { state, question, topic, named, askedAt, answer },
  }) => ({
    where: `Your question to ${hubName}`,
    headline:
      answer && answer.version > 1 ? `${hubName} changed its answer to your question` : headlines[state](hubName),
    paragraphs: nexts[state] ? [nexts[state]] : [],
    rows: [
      { label: `You asked on ${instantInEngland(askedAt)}`, value: question },
      ...(answer && state === 'answered' ? [{ label: `${hubName} answers`, value: answer.text }] : []),
      ...(otherwise.has(state) ? [{ label: 'How to reach them', value: contact || 'Ask your hub.' }] : []),
    ],
    footnote:
      answer && state === 'answered'
        ? `Answered by the hub on ${dayInEngland(answer.at)}. This is the hub’s answer, not the programme document’s.`
        : `The leads of ${hubName} see this ${named ? 'with' : 'without'} your name. I delete it after 90 days.`,
    actions: [
      button('hub-questions.form', {}, { title: 'Ask something else' }),
      button('hub-questions.mine', {}, { title: 'My questions' }),
      ...(state === 'open' || state === 'claimed'
        ? [button('hub-questions.take-back', { op, hubId, questionId }, { title: 'Take this question back' })]
        : []),
      ...(otherwise.has(state)
        ? [
            button(
              'hub-questions.find',
              { op, text: question, topic, named },
              { title: 'Ask another hub', style: 'positive' },
            ),
            button('hubs.contacts', {}, { title: 'Reach a person' }),
          ]
        : []),
    ],
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    questionId: 'sample',
    hubName: 'Demo Maths Hub',
    contact: 'hub@demo.example',
    question: {
      state: 'answered',
      question: 'Is the launch **in person**? ${name}',
      named: true,
      askedAt: '2026-03-02T10:00:00.000Z',
      answer: { text: 'Yes, at **our** hub. ${name}', by: 'sample', at: '2026-03-03T16:05:00.000Z', version: 1 },
    },
  },
});

/** Says that a question was taken back. */
export const questionTakenBack = definePage<{ hubName: string }>({
  page: ({ hubName }) => ({
    where: `Your question to ${hubName}`,
    headline: 'Your question is taken back',
    paragraphs: [`I have deleted it. The card that ${hubName}’s leads had says only that it was taken back.`],
    actions: [
      button('hub-questions.form', {}, { title: 'Ask something else' }),
      button('hub-questions.mine', {}, { title: 'My questions' }),
    ],
  }),
  sample: { hubName: 'Demo Maths Hub' },
});

const stateWords: Record<Shown['state'], string> = {
  open: 'Waiting for an answer',
  claimed: 'Somebody sees to it',
  answered: 'Answered',
  'not-for-us': 'Not for this hub',
  unanswered: 'Not answered',
  'no-leads': 'Nobody there to answer',
};

type Mine = { questions: Pick<Own, 'hubId' | 'questionId' | 'hubName' | 'question'>[]; more: boolean; message: string };

/** What somebody has asked hubs, newest first. */
export const myQuestions = defineList<Mine>({
  list: ({ questions, more, message }) => ({
    where: 'Your questions to hubs',
    headline: questions.length === 0 ? 'You have not asked a hub anything yet' : 'Your questions',
    message: [message, questions.length === 0 ? 'What you send to your hub appears here, with its answer.' : '']
      .filter(Boolean)
      .join(' '),
    rows: questions.map(({ hubId, questionId, hubName, question: { question, state, askedAt, answer } }) => ({
      title: shortened(question, 120),
      lines: [
        `${hubName}, ${instantInEngland(askedAt)}`,
        ...(answer && state === 'answered' ? [shortened(answer.text, 120)] : []),
        stateWords[state],
      ],
      button: button('hub-questions.own', { hubId, questionId }, { title: `Open “${shortened(question, 14)}”` }),
    })),
    footnote: `${more ? 'These are the newest. ' : ''}I delete questions 90 days after you ask them.`,
    actions: [
      button('hub-questions.form', {}, { title: 'Ask my hub', style: 'positive' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {
    questions: [
      {
        hubId: 'demo',
        questionId: 'sample',
        hubName: 'Demo Maths Hub',
        question: {
          state: 'answered',
          question: 'Is the launch **in person**? ${name}',
          named: true,
          askedAt: '2026-03-02T10:00:00.000Z',
          answer: { text: 'Yes. ${name}', by: 'sample', at: '2026-03-03T16:05:00.000Z', version: 1 },
        },
      },
    ],
    more: true,
    message: 'That one is gone.',
  },
});
