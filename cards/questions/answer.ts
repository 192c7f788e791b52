import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type Shown = {
  text: string;
  source: string;
  related: { topic: string; question: string }[];
  /** In a channel or group nobody can press buttons meant for one person. */
  personal: boolean;
};

/** A fact of the programme document, with where it stands there and what people ask next. */
export const answer = definePage<Shown>({
  page: ({ text, source, related, personal }) => ({
    where: 'From the programme document',
    headline: 'Here is what it says',
    paragraphs: [text],
    footnote: `Source: ${source}`,
    actions: personal
      ? [
          ...related
            .slice(0, 2)
            .map(({ topic, question }) => button('questions.topic', { topic }, { title: question })),
          button('hubs.contacts', {}, { title: 'Ask a person instead', overflow: related.length > 1 }),
        ]
      : [],
  }),
  sample: {
    text: 'Year One is 7.5 days: 5.5 days, or the equivalent, at central events and 2 days in your school and hub.',
    source: 'NCP25-03, Participant information',
    related: [{ topic: 'school-days', question: 'What are the two days in school and hub?' }],
    personal: true,
  },
});

/** A thing the document is known not to say. */
export const notInTheDocument = definePage<{ subject: string; source: string; personal: boolean }>({
  page: ({ subject, source, personal }) => ({
    where: 'Not in the programme document',
    headline: 'The document does not say',
    paragraphs: [`It does not say ${subject}. Your hub may know: ask its lead.`],
    footnote: `Looked in: ${source}`,
    actions: personal ? askAPerson() : [],
  }),
  sample: { subject: 'what the programme costs', source: 'NCP25-03', personal: true },
});

/** A question the bot cannot place. It says so, and guesses nothing. */
export const noAnswer = definePage<{ personal: boolean }>({
  page: ({ personal }) => ({
    where: 'Your question',
    headline: 'I do not have an answer to that',
    paragraphs: [
      'I only answer from the programme document, and I am not sure it covers this. Try fewer words, like “how many days is Year One?”, or ask your hub.',
    ],
    actions: personal ? askAPerson() : [],
  }),
  sample: { personal: true },
});

function askAPerson() {
  return [
    button('hubs.contacts', {}, { title: 'Reach a person', style: 'positive' }),
    button('eligibility.open', {}, { title: 'Check if I can apply' }),
    button('help.open', {}, { title: 'What I can do' }),
  ];
}
