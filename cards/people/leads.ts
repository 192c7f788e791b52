import { z } from 'zod';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import template from './leads.json' with { type: 'json' };

const data = z.strictObject({
  fallbackText: z.string(),
  hubName: z.string(),
  headline: z.string(),
  message: z.string(),
  leads: z.array(z.strictObject({ name: z.string(), remove: buttonSchema })),
  actions: z.array(buttonSchema),
});

type Leads = {
  hubId: string;
  hubName: string;
  leads: { personId: string; name: string }[];
  /** What became of the last press. */
  message: string;
  /** A new operation id for each button. */
  newOp: () => string;
};

const build = ({ hubId, hubName, leads, message, newOp }: Leads) => {
  const headline =
    leads.length === 0 ? 'This hub has no lead yet' : leads.length === 1 ? 'One lead' : `${leads.length} leads`;
  return {
    fallbackText: [headline, message, ...leads.map(({ name }) => name)].filter(Boolean).join('\n'),
    hubName,
    headline,
    message,
    leads: leads.map(({ personId, name }) => ({
      name,
      remove: button('leads.remove', { op: newOp(), hubId, personId }, { title: `Remove ${name.slice(0, 30)}` }),
    })),
    actions: [
      button('leads.code', { op: newOp(), hubId }, { title: 'Make a code for a new lead', style: 'positive' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  };
};

const sample: Leads = {
  hubId: 'demo',
  hubName: 'Demo Maths Hub',
  leads: [{ personId: 'sample', name: 'Helen Marsh' }],
  message: '',
  newOp: () => 'sample',
};

const expand = defineCard({ template, data, sample: build(sample) });

/** Who leads a hub, with a way to add one and to remove one. */
export const leadsCard = Object.assign((leads: Leads): Card => expand(build(leads)), {
  sample: () => expand(build(sample)),
});
