import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { shortened } from '../words.ts';

type Leads = {
  hubId: string;
  hubName: string;
  leads: { personId: string; name: string }[];
  /** What became of the last press. */
  message: string;
  /** A new operation id for each button. */
  newOp: () => string;
};

/** Who leads a hub, with a way to add one and to remove one. */
export const leadsCard = defineList<Leads>({
  list: ({ hubId, hubName, leads, message, newOp }) => ({
    where: `${hubName} · Leads`,
    headline: headlineFor(leads.length),
    message,
    rows: leads.map(({ personId, name }) => ({
      title: name,
      lines: [],
      button: button('leads.remove', { op: newOp(), hubId, personId }, { title: `Remove ${shortened(name, 18)}` }),
    })),
    footnote: 'Removing somebody works at once, also for cards they have open.',
    actions: [
      button('leads.code', { op: newOp(), hubId }, { title: 'Make a code for a new lead', style: 'positive' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    leads: [{ personId: 'sample', name: 'Helen Marsh' }],
    message: '',
    newOp: () => 'sample',
  },
});

function headlineFor(count: number): string {
  if (count === 0) return 'This hub has no lead yet';
  return count === 1 ? 'One lead' : `${count} leads`;
}
