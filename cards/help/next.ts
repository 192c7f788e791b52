import type { Portrait } from '../../services/people/next-steps.ts';
import { definePage } from '../page.ts';
import { actionsOf, press, said } from './steps.ts';

/** What somebody can do next, or what they are waiting for: by their roles and by what they have done. */
export const nextCard = definePage<Pick<Portrait, 'steps'>>({
  page: ({ steps }) => {
    const all = steps.map(said);
    return {
      where: 'Secondary Mastery Specialist Programme · What next',
      headline: 'What is next for you',
      rows: all.map(({ label, value }) => ({ label, value })),
      footnote: 'This is how things stand now. Ask again at any time: type “what next”.',
      actions: actionsOf(
        all.flatMap(({ presses }) => presses),
        [press('help.open', {}, 'What I can do')],
      ),
    };
  },
  sample: {
    steps: [
      { kind: 'draft', saved: 1, hub: { name: 'Demo Maths Hub', window: { kind: 'open', closes: '2026-04-13' } } },
      { kind: 'applications', hubId: 'demo', hubName: 'Demo Maths Hub', waiting: 3 },
      { kind: 'link-channels', hubId: 'demo', hubName: 'Demo Maths Hub', uses: ['cohort'] },
      { kind: 'hub-texts', hubId: 'demo', hubName: 'Demo Maths Hub', missing: ['commitments', 'privacy'] },
      { kind: 'set-years', cohort: '10', missing: ['year-one', 'year-two'] },
      { kind: 'hubs-lack', hubs: 3, of: 40, lacks: { lead: 1, channel: 3, quota: 0, dates: 2 } },
      {
        kind: 'days',
        hubId: 'demo',
        hubName: 'Demo Maths Hub',
        contact: 'hub@demo.example',
        days: { central: 10, inSchool: 4, at: '2026-03-02T10:00:00.000Z' },
      },
    ],
  },
});
