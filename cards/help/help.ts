import type { Portrait } from '../../services/people/next-steps.ts';
import { definePage } from '../page.ts';
import { inWords } from '../words.ts';
import { actionsOf, press, said } from './steps.ts';

/** `portrait` only in a chat of one's own: elsewhere others read along. */
type Help = { portrait: Portrait | undefined };
type Row = { label: string; value: string };

const asking: Row = {
  label: 'Ask about the programme',
  value:
    'Type a question, like “how many days is Year One?” To send one to your hub, type “ask my hub”; to see its answers, “my questions”.',
};

/** What the bot can do for this person, in this place. */
export const help = definePage<Help>({
  page: ({ portrait }) => ({
    where: 'Secondary Mastery Specialist Programme · Help',
    headline: portrait ? 'What I can do for you' : 'What I can do here',
    paragraphs: portrait
      ? []
      : [
          'Mention me with a question about the programme. Anything about you or your application belongs in a chat with me alone.',
        ],
    rows: portrait ? [asking, ...ownRows(portrait), ...nextRow(portrait)] : [],
    footnote: 'Answers come from the programme document, NCP25-03. What it does not say, I do not say.',
    actions: portrait ? actionsFor(portrait) : [],
  }),
  sample: {
    portrait: {
      leads: ['Demo Maths Hub'],
      specialistWith: ['Demo Maths Hub'],
      coordinator: true,
      steps: [
        { kind: 'applications', hubId: 'demo', hubName: 'Demo Maths Hub', waiting: 1 },
        { kind: 'set-years', cohort: '10', missing: ['year-two'] },
        { kind: 'days', hubId: 'demo', hubName: 'Demo Maths Hub', contact: 'hub@demo.example', days: undefined },
      ],
    },
  },
});

/** What is here for somebody, by what they are. */
function ownRows({ leads, specialistWith, coordinator, steps }: Portrait): Row[] {
  const rows: [boolean, Row][] = [
    [
      leads.length > 0,
      {
        label: `You lead ${inWords(leads)}`,
        value:
          'Type “applications” in our chat to see who has applied, “questions” for what teachers ask your hub, “our answers” for your hub’s own, “insights” for what people ask me, “people” for your specialists, “leads” to add or remove a lead, “unreached” for messages that did not arrive, “apply for somebody” who cannot use this app, and “our hub” for what your hub says about itself. In a channel, mention me with “link” to link it.',
      },
    ],
    [
      coordinator,
      {
        label: 'You coordinate the programme',
        value:
          'Type “applications” in our chat for the numbers, hub by hub, “insights” for what people ask, and “set up” for the cohort’s years, the hubs, their leads, local authorities, dates and quotas.',
      },
    ],
    [
      specialistWith.length > 0,
      {
        label: `You are a Specialist with ${inWords(specialistWith)}`,
        value: 'Type “what next” for your days so far, and “our hub” for how to reach your hub.',
      },
    ],
    [
      steps.some(({ kind }) => kind === 'check'),
      {
        label: 'Can I apply?',
        value: 'Tell me about yourself, like “I have QTS and 18 months at an academy”.',
      },
    ],
    [
      steps.some(({ kind }) => kind === 'apply'),
      { label: 'Apply', value: 'Type “apply”, and “my application” to see where it stands.' },
    ],
    [
      steps.some(({ kind }) => kind === 'draft'),
      {
        label: 'Your draft',
        value: 'Type “apply” to go on with it, and “delete my draft” if you do not want it any more.',
      },
    ],
    [
      steps.some(({ kind }) => kind === 'application'),
      { label: 'Your application', value: 'Type “my application” to see where it stands and what you wrote.' },
    ],
  ];
  return rows.flatMap(([here, row]) => (here ? [row] : []));
}

/** How things stand for somebody, a line each. A teacher who has not applied reads the same in the rows above. */
function nextRow({ steps }: Portrait): Row[] {
  const lines = steps.filter(({ kind }) => kind !== 'check' && kind !== 'apply' && kind !== 'ask-hub');
  if (lines.length === 0) return [];
  return [{ label: 'How things stand', value: lines.map((step) => said(step).label).join('\n') }];
}

function actionsFor({ steps, coordinator, leads }: Portrait) {
  const presses = steps.flatMap((step) => said(step).presses);
  return actionsOf(
    [
      ...presses.slice(0, 1),
      press('next.open', {}, 'What next'),
      press('hubs.contacts', {}, 'Reach a person'),
      ...(leads.length > 0 || coordinator ? [press('applications.open', {}, 'See applications')] : []),
      ...presses.slice(1),
      press('application.show', {}, 'My application'),
    ],
    [],
  );
}
