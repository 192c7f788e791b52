import { longest } from '../../services/hub-questions/hub-question.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { definePage } from '../page.ts';

type Ask = {
  op: string;
  topic?: string | undefined;
  /** The hub it goes to; undefined where that is asked next. */
  hubName: string | undefined;
  text: string;
  named: boolean;
  problem: string;
};

/** Where somebody types a question to the leads of their hub. */
export const askForm = defineForm<Ask>({
  form: ({ op, topic, hubName, text, named, problem }) => ({
    where: 'Ask a person',
    headline: hubName ? `Ask ${hubName}` : 'Ask your Maths Hub',
    problem,
    texts: [
      {
        id: 'text',
        label: `Your question, in at most ${longest.question} characters`,
        error: 'Type your question, in at most 1,000 characters',
        maxLength: longest.question,
        value: text,
        long: true,
      },
    ],
    ticks: [{ id: 'named', label: 'Your name', title: 'Show my name to the leads', value: named }],
    footnote: `The leads of ${hubName ?? 'the hub you choose'} see this. No pupil names, please. I delete it after 90 days.`,
    actions: [
      button('hub-questions.send', { op, topic }, { title: 'Send my question', style: 'positive' }),
      ...(hubName ? [button('hub-questions.elsewhere', { op, topic }, { title: 'Ask another hub' })] : []),
      button('hub-questions.mine', {}, { title: 'My questions' }),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    op: 'sample',
    hubName: 'Demo Maths Hub',
    text: 'Is the launch **in person**? ${name}',
    named: true,
    problem: 'Type your question.',
  },
});

type NotSent = Pick<Ask, 'op' | 'topic' | 'text' | 'named'> & { hubName: string; contact: string };

/** Said where nobody at a hub could answer: how else to reach it. */
export const noLeads = definePage<NotSent>({
  page: ({ hubName, contact, ...asked }) => ({
    where: 'Ask a person',
    headline: `Nobody at ${hubName} answers here yet`,
    paragraphs: ['Your question was not sent. Reach the hub directly.'],
    rows: [
      { label: 'Contact', value: contact || 'It has not said yet how to reach a person.' },
      { label: 'Your question', value: asked.text },
    ],
    actions: [
      button('hub-questions.find', asked, { title: 'Ask another hub', style: 'positive' }),
      button('hubs.contacts', {}, { title: 'Other hubs’ contacts' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { hubName: 'Demo Maths Hub', contact: 'hub@demo.example', op: 'sample', text: 'Is **it**?', named: true },
});
