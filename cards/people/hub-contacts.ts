import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { shortened } from '../words.ts';

type Contacts = {
  hubs: { id: string; name: string; contact: string }[];
  next: string | undefined;
  message: string;
  /** Elsewhere than in a chat of one's own nobody can ask their hub. */
  personal: boolean;
};

const noHubs = 'No hub has been set up here yet. Ask whoever added this app.';

/** How to reach a person at a hub, with the way to what the hub says about itself. */
export const hubContacts = defineList<Contacts>({
  list: ({ hubs, next, message, personal }) => ({
    where: 'Reach a person',
    headline: hubs.length === 1 ? 'Your hub’s contact' : 'Maths Hub contacts',
    message: message || (hubs.length === 0 ? noHubs : ''),
    rows: hubs.map(({ id, name, contact }) => ({
      title: name,
      lines: [contact || 'It has not said yet how to reach a person.'],
      button: button('hubs.about', { hubId: id }, { title: `About ${shortened(name, 12)}` }),
    })),
    actions: [
      ...(personal && hubs.length > 0
        ? [button('hub-questions.form', {}, { title: 'Ask my hub here', style: 'positive' })]
        : []),
      ...(next ? [button('hubs.contacts', { after: next }, { title: 'More hubs' })] : []),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {
    hubs: [{ id: 'demo', name: 'Demo Maths Hub', contact: 'hub@demo.example' }],
    next: 'demo',
    message: '',
    personal: true,
  },
});
