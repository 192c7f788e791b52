import type { Portrait } from '../../services/people/next-steps.ts';
import { definePage } from '../page.ts';
import { inWords } from '../words.ts';
import { actionsOf, press, said } from './steps.ts';

/** The first message a person gets: who runs this, what it does for them, who sees what, and how to reach a human. */
export const welcome = definePage<Portrait>({
  page: (portrait) => ({
    where: 'Secondary Mastery Specialist Programme',
    headline: 'Hello, I answer questions about the programme',
    paragraphs: [`I am a bot, run for the Maths Hubs that offer this programme. ${purpose(portrait)}`],
    rows: [
      {
        label: 'Who sees what you type',
        value:
          'Questions stay between you and me, until you send one to your hub. Its leads see an application once you submit it.',
      },
      {
        label: 'Nothing is an application until you press Submit',
        value: 'Asking and checking commit you to nothing.',
      },
      { label: 'To reach a person', value: 'Press “Reach a person” for your hub’s contact, at any time.' },
    ],
    footnote:
      'Type “help” whenever you want this again, and “what next” to see how things stand. Remove the app to stop messages from me.',
    actions: actionsOf(portrait.steps.flatMap((step) => said(step).presses).slice(0, 1), [
      press('help.open', {}, 'What I can do'),
      press('hubs.contacts', {}, 'Reach a person'),
      press('next.open', {}, 'What next'),
    ]),
  }),
  sample: {
    leads: [],
    specialistWith: [],
    coordinator: false,
    steps: [{ kind: 'check' }, { kind: 'apply' }, { kind: 'ask-hub' }],
  },
});

/** What the bot is for, to this person: all that they are, and how things stand first. */
function purpose({ leads, specialistWith, coordinator, steps }: Portrait): string {
  const parts = [
    leads.length > 0 && `You lead ${inWords(leads)}: I show you who has applied.`,
    coordinator && 'You coordinate the programme: I show you the numbers, hub by hub, and set up hubs with you.',
    specialistWith.length > 0 &&
      `You are a Specialist with ${inWords(specialistWith)}: I show you your days so far, and answer what the programme document says.`,
    ...steps.map((step) => step.kind === 'application' && `${said(step).label}.`),
  ];
  return parts.filter(Boolean).join(' ') || 'Ask me about it, check whether you can apply, and apply here.';
}
