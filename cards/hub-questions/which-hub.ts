import type { OpenHub } from '../../services/hub-questions/hub-of-person.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';

type WhichHub = {
  op: string;
  text: string;
  topic?: string | undefined;
  named: boolean;
  hubs: OpenHub[];
  /** What was searched for; `hubs` are those that were found. */
  search: string;
  problem: string;
};

/** Asks somebody whose hub is not known for it, with a search for clients whose lists have none. Keeps the question. */
export const whichHub = defineForm<WhichHub>({
  form: ({ op, text, topic, named, hubs, search, problem }) => {
    const question = { op, text, topic, named };
    return {
      where: 'Ask a person',
      headline: 'Which is your Maths Hub?',
      problem,
      paragraphs: [`“${text}”`, named ? 'It goes there with your name.' : 'It goes there without your name.'],
      choices: [
        {
          id: 'hub',
          label: search ? 'The hubs I found' : 'Your Maths Hub',
          error: 'Choose your Maths Hub',
          options: hubs.map(({ id, name }) => ({ title: name, value: id })),
          optional: true,
          ...(!search && { searched: true }),
        },
      ],
      texts: [
        {
          id: 'search',
          label: 'Or search: part of its name',
          error: 'Type part of its name',
          maxLength: 60,
          value: search,
          optional: true,
        },
      ],
      footnote: 'I remember your choice. The hubs cover England, and your school’s usually is the one near you.',
      actions: [
        button('hub-questions.choose', question, { title: 'Ask this hub', style: 'positive' }),
        button('hub-questions.find', question, { title: 'Find' }),
        button('help.open', {}, { title: 'Not now' }),
      ],
    };
  },
  sample: {
    op: 'sample',
    text: 'Is the launch **in person**? ${name}',
    named: true,
    hubs: [{ id: 'demo', name: 'Demo Maths Hub' }],
    search: '',
    problem: 'Choose your hub.',
  },
});
