import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type Contacts = { hubs: { name: string; contact: string }[]; next: string | undefined };

/** How to reach a person at a hub. */
export const hubContacts = definePage<Contacts>({
  page: ({ hubs, next }) => ({
    where: 'Reach a person',
    headline: hubs.length === 1 ? 'Your hub’s contact' : 'Maths Hub contacts',
    paragraphs: hubs.length === 0 ? ['No hub has been set up here yet. Ask whoever added this app.'] : [],
    rows: hubs.map(({ name, contact }) => ({ label: name, value: contact })),
    actions: [
      ...(next ? [button('hubs.contacts', { after: next }, { title: 'More hubs' })] : []),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { hubs: [{ name: 'Demo Maths Hub', contact: 'hub@demo.example' }], next: 'demo' },
});
