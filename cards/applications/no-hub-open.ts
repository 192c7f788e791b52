import type { Window } from '../../services/applications/rules.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { windowNotice } from './problems.ts';

type Hubs = { hubs: { name: string; window: Window }[] };

/** How many hubs are named: a card is read on a phone. */
const named = 8;

/** "Apply" on a day on which no hub takes applications. */
export const noHubOpen = definePage<Hubs>({
  page: ({ hubs }) => ({
    where: 'Your application',
    headline: 'No hub takes applications here today',
    paragraphs:
      hubs.length === 0 ? ['No hub has been set up here yet. Come back later, or ask whoever added this app.'] : [],
    rows: hubs
      .slice(0, named)
      .flatMap(({ name, window }) => (window.kind === 'open' ? [] : [{ label: name, value: windowNotice(window) }])),
    actions: [
      button('eligibility.open', {}, { title: 'Check if I can apply' }),
      button('hubs.contacts', {}, { title: 'Reach a person' }),
    ],
  }),
  sample: { hubs: [{ name: 'Demo Maths Hub', window: { kind: 'not-yet', opens: '2026-04-01' } }] },
});
