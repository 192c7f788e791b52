import { type Button, button } from '../actions.ts';
import { definePage, type Page } from '../page.ts';
import { dayInEngland } from '../words.ts';

type Related = { topic: string; question: string }[];

/** What stands below an answer in a chat of one's own; elsewhere anybody could press, so there is nothing. */
type Below = {
  /** “Was this right?”, with its answers. */
  judge: Button[];
  /** Ways to send the question to one's hub. */
  ask: Button[];
  /** What was asked for besides, as a button. */
  besides: Button[];
} | null;

type Shown = {
  text: string;
  source: string;
  related: Related;
  /** What the person's own hub has said to the very same question. */
  hubSays: { hubName: string; answer: string; at: string } | undefined;
  below: Below;
};

const where = 'From the programme document';
const judged = (below: Below): Pick<Page, 'asked'> =>
  below && below.judge.length > 0 ? { asked: { question: 'Was this right?', buttons: below.judge } } : {};

/** A fact of the programme document, with where it stands there and what people ask next. */
export const answer = definePage<Shown>({
  page: ({ text, source, related, hubSays, below }) => ({
    where,
    ...factFirst(text),
    rows: hubSays ? [{ label: `Your hub says, ${dayInEngland(hubSays.at)}`, value: hubSays.answer }] : [],
    ...judged(below),
    footnote: `Source: ${source}`,
    actions: below ? [...below.besides, ...next(related.slice(0, 2)), ...below.ask.slice(0, 1).map(inOverflow)] : [],
  }),
  sample: {
    text: 'Year One is 7.5 days: 5.5 days, or the equivalent, at central events and 2 days in your school and hub.',
    source: 'NCP25-03, Participant information',
    related: [{ topic: 'school-days', question: 'What are the two days in school and hub?' }],
    hubSays: {
      hubName: 'Demo Maths Hub',
      answer: 'Our dates are on **our** page. ${name}',
      at: '2026-03-03T16:05:00.000Z',
    },
    below: sampleBelow(),
  },
});

/** The most a headline may say on a phone before it is easier to read as a paragraph. */
const longestHeadline = 125;

/** The answer's first sentence as the headline, so that the fact is what one reads first. */
function factFirst(text: string): Pick<Page, 'headline' | 'paragraphs'> {
  const [first = '', rest = ''] = text.split(/(?<=[.!?])\s+(.*)/s);
  if (first.length > longestHeadline) return { headline: 'Here is what it says', paragraphs: [text] };
  return { headline: first, paragraphs: rest ? [rest] : [] };
}

type Part = { question: string; text: string };

/** The answers to a message that asked several things, one below the other. */
export const answers = definePage<{ parts: Part[]; source: string; below: Below }>({
  page: ({ parts, source, below }) => ({
    where,
    headline: parts.length === 2 ? 'Both answers' : `${parts.length} answers`,
    rows: parts.map(({ question, text }) => ({ label: question, value: text })),
    footnote: `Source: ${source}`,
    actions: below ? [...below.besides, ...below.ask, helpButton()] : [],
  }),
  sample: {
    parts: [
      { question: 'How long is the programme?', text: 'The training lasts two years.' },
      { question: 'What does it cost?', text: 'The document does not say what it costs. Your hub may know.' },
    ],
    source: 'NCP25-03, Participant information',
    below: sampleBelow(),
  },
});

type Likely = (Related[number] & { begins: string })[];

/** Several things it could be, with the beginning of what is said to each: one press for the rest, or none of them. */
export const didYouMean = definePage<{ questions: Likely; below: Below }>({
  page: ({ questions, below }) => ({
    where: 'Your question',
    headline: questions.length === 1 ? 'Did you mean this?' : 'Did you mean one of these?',
    rows: questions.map(({ question, begins }) => ({ label: question, value: begins })),
    footnote: below ? '' : 'Mention me with the one you mean.',
    actions: below ? [...next(questions.slice(0, 3)), ...below.ask.map(inOverflow)] : [],
  }),
  sample: {
    questions: [
      { topic: 'peers', question: 'Who do I plan lessons with?', begins: 'With the other specialists of your cohort.' },
      { topic: 'mode', question: 'Is it online?', begins: 'The document does not say whether events are online.' },
    ],
    below: sampleBelow(),
  },
});

/** Said wherever words are kept. */
const keptWords =
  'To learn what is missing I keep these words for 90 days, without who asked and without names, numbers and places.';

type Unsaid = { subject: string; beside: string | undefined; source: string; below: Below };

/** A thing the document is known not to say, with what it does say next to it. */
export const notInTheDocument = definePage<Unsaid>({
  page: ({ subject, beside, source, below }) => ({
    where: 'Not in the programme document',
    headline: 'The document does not say',
    paragraphs: [`It does not say ${subject}. Your hub may know.`],
    rows: beside ? [{ label: 'What it does say', value: beside }] : [],
    footnote: `Looked in: ${source}. ${keptWords}`,
    actions: below ? [...below.besides, ...below.ask, ...otherWays()] : [],
  }),
  sample: {
    subject: 'the date of the launch',
    beside: 'The launch event is in the autumn term.',
    source: 'NCP25-03',
    below: sampleBelow(),
  },
});

/** A question the bot cannot place. It says so, and guesses nothing. */
export const noAnswer = definePage<{ below: Below }>({
  page: ({ below }) => ({
    where: 'Your question',
    headline: 'I do not have an answer to that',
    paragraphs: [
      'I answer only from the programme document: who can apply, Year One’s days, what your school takes on, and what the training is for. Try fewer words, or ask your hub.',
    ],
    footnote: keptWords,
    actions: below ? [...below.ask, ...otherWays()] : [],
  }),
  sample: { below: sampleBelow() },
});

const next = (questions: Related) =>
  questions.map(({ topic, question }) => button('questions.topic', { topic }, { title: question }));

const inOverflow = (one: Button): Button => ({ ...one, mode: 'secondary' });

const helpButton = () => button('help.open', {}, { title: 'What I can do', overflow: true });

const otherWays = () => [
  button('hubs.contacts', {}, { title: 'Reach a person', overflow: true }),
  button('eligibility.open', {}, { title: 'Check if I can apply' }),
  helpButton(),
];

function sampleBelow(): NonNullable<Below> {
  return {
    judge: [button('help.open', {}, { title: 'Yes, that was right' })],
    ask: [button('hubs.contacts', {}, { title: 'Ask my hub', style: 'positive' })],
    besides: [button('application.open', {}, { title: 'Start an application' })],
  };
}
