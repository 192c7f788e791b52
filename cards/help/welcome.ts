import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type Welcome = {
  /** The names of the hubs they lead. */
  leads: string[];
  specialist: boolean;
  coordinator: boolean;
};

/** The first message a person gets: who runs this, what it does for them, who sees what, and how to reach a human. */
export const welcome = definePage<Welcome>({
  page: (roles) => ({
    where: 'Secondary Mastery Specialist Programme',
    headline: 'Hello, I answer questions about the programme',
    paragraphs: [`I am a bot, run for the Maths Hubs that offer this programme. ${purpose(roles)}`],
    rows: [
      {
        label: 'Who sees what you type',
        value: 'Questions stay between you and me. Your hub’s leads see an application once you submit it.',
      },
      {
        label: 'Nothing is an application until you press Submit',
        value: 'Asking and checking commit you to nothing.',
      },
      { label: 'To reach a person', value: 'Press “Reach a person” for your hub’s contact, at any time.' },
    ],
    footnote: 'Type “help” whenever you want this again. Remove the app to stop messages from me.',
    actions: [
      roles.leads.length > 0 || roles.coordinator
        ? button('applications.open', {}, { title: 'See applications', style: 'positive' })
        : button('eligibility.open', {}, { title: 'Check if I can apply', style: 'positive' }),
      button('help.open', {}, { title: 'What I can do' }),
      button('hubs.contacts', {}, { title: 'Reach a person' }),
    ],
  }),
  sample: { leads: [], specialist: false, coordinator: false },
});

function purpose({ leads, specialist, coordinator }: Welcome): string {
  if (leads.length > 0) return `You lead ${leads.join(' and ')}: I show you who has applied.`;
  if (coordinator) return 'You coordinate the programme: I show you the numbers, hub by hub.';
  if (specialist) return 'You are a Specialist: ask me anything the programme document says.';
  return 'Ask me about it, check whether you can apply, and apply here.';
}
