import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type LeadCode = { hubId: string; hubName: string; code: string; goodForDays: number };

/** A one-time code for whoever is to lead a hub, with words to pass on. */
export const leadCode = definePage<LeadCode>({
  page: ({ hubId, hubName, code, goodForDays }) => ({
    where: `${hubName} · Leads`,
    headline: 'A code for one new lead',
    rows: [
      { label: 'Code', value: code },
      {
        label: 'To pass on',
        value: `You are to lead ${hubName} in the Specialist bot. Open a chat with the bot in Teams and send it this code: ${code}`,
      },
    ],
    footnote: `Works once, for ${goodForDays} days. Whoever sends it first becomes a lead, so send it to one person only.`,
    actions: [button('leads.open', { hubId }, { title: 'Back to the leads' })],
  }),
  sample: { hubId: 'demo', hubName: 'Demo Maths Hub', code: 'ABCD-EFGH-JKMN', goodForDays: 7 },
});
