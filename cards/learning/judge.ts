import { redact } from '../../services/learning/redact.ts';
import { type Button, button } from '../actions.ts';
import { definePage } from '../page.ts';

/** The two buttons that ask whether an answer was right. The question travels in them redacted. */
export function judgeButtons({ op, topic, text = '' }: { op: string; topic: string; text?: string }): Button[] {
  const about = { op, topic, text: redact(text) };
  return [
    button('learning.judge', { ...about, right: true }, { title: 'Yes, that was right' }),
    button('learning.judge', { ...about, right: false }, { title: 'No, it was not' }),
  ];
}

type Thanks = {
  /** What was answered, and where it stands. */
  answer: string;
  source: string;
  related: { topic: string; question: string }[];
  ask: Button[];
  /** Whether the question was kept. */
  kept: boolean;
};

const keptWords =
  'Your question is kept for 90 days to improve my answers, without who you are and without names, numbers or places.';

/** For somebody who was not helped by an answer: what else there is. */
export const thanks = definePage<Thanks>({
  page: ({ answer, source, related, ask, kept }) => ({
    where: 'Your question',
    headline: 'Thank you for telling me',
    paragraphs: [
      'I have counted that my answer was not right. Your hub can tell you more, or ask me again in other words.',
    ],
    rows: answer ? [{ label: 'What I answered', value: answer }] : [],
    footnote: [source && `Source: ${source}.`, kept ? keptWords : ''].filter(Boolean).join(' '),
    actions: [
      ...ask.slice(0, 1),
      button('hubs.contacts', {}, { title: 'Reach a person' }),
      ...related.slice(0, 2).map(({ topic, question }) => button('questions.topic', { topic }, { title: question })),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    answer: 'Year One is 7.5 days.',
    source: 'NCP25-03, Participant information',
    related: [{ topic: 'school-days', question: 'What are the two days in school and hub?' }],
    ask: [button('hub-questions.form', { text: '' }, { title: 'Ask my hub', style: 'positive' })],
    kept: true,
  },
});
