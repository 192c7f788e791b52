import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type Help = {
  place: 'personal' | 'group';
  /** The names of the hubs they lead. */
  leads: string[];
  coordinator: boolean;
};

const personalRows = [
  { label: 'Ask about the programme', value: 'Type a question, like “how many days is Year One?”' },
  { label: 'Can I apply?', value: 'Tell me about yourself, like “I have QTS and 18 months at an academy”.' },
  { label: 'Apply', value: 'Type “apply”, and “my application” to see where it stands.' },
];

/** What the bot can do for this person, in this place. */
export const help = definePage<Help>({
  page: ({ place, leads, coordinator }) => ({
    where: 'Secondary Mastery Specialist Programme · Help',
    headline: place === 'personal' ? 'What I can do for you' : 'What I can do here',
    paragraphs:
      place === 'personal'
        ? []
        : [
            'Mention me with a question about the programme. Anything about you or your application belongs in a chat with me alone.',
          ],
    rows: [
      ...(place === 'personal' ? personalRows : []),
      ...(leads.length > 0
        ? [
            {
              label: `You lead ${leads.join(' and ')}`,
              value:
                'Type “applications” in our chat to see who has applied, and “leads” to add or remove a lead. In a channel, mention me with “link” to link it.',
            },
          ]
        : []),
      ...(coordinator
        ? [
            {
              label: 'You coordinate the programme',
              value:
                'Type “applications” in our chat for the numbers, hub by hub, and “set up” to add hubs, their leads, dates and quotas.',
            },
          ]
        : []),
    ],
    footnote: 'Answers come from the programme document, NCP25-03. What it does not say, I do not say.',
    actions: place === 'personal' ? personalActions({ leads, coordinator }) : [],
  }),
  sample: { place: 'personal', leads: ['Demo Maths Hub'], coordinator: true },
});

function personalActions({ leads, coordinator }: Pick<Help, 'leads' | 'coordinator'>) {
  return [
    leads.length > 0 || coordinator
      ? button('applications.open', {}, { title: 'See applications', style: 'positive' })
      : button('eligibility.open', {}, { title: 'Check if I can apply', style: 'positive' }),
    button('application.show', {}, { title: 'My application' }),
    button('hubs.contacts', {}, { title: 'Reach a person' }),
  ];
}
