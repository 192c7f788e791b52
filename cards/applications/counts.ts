import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type Counts = { cohort: string; counts: { hub: string; withHub: number }[] };

/** How many applications each hub holds, for coordinators: counts, never names. */
export const applicationCounts = definePage<Counts>({
  page: ({ cohort, counts }) => ({
    where: `All hubs · Applications · Cohort ${cohort}`,
    headline: `${counts.reduce((sum, { withHub }) => sum + withHub, 0)} applications are with hubs`,
    paragraphs: counts.length === 0 ? ['No hubs yet. They appear here once they are set up.'] : [],
    rows: counts.map(({ hub, withHub }) => ({
      label: hub,
      value: withHub === 1 ? '1 application' : `${withHub} applications`,
    })),
    footnote: 'Coordinators see numbers. Names stay with each hub’s leads.',
    actions: [button('help.open', {}, { title: 'What I can do' })],
  }),
  sample: { cohort: '10', counts: [{ hub: 'Demo Maths Hub', withHub: 3 }] },
});
