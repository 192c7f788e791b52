import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { shortened } from '../words.ts';

const places = {
  applications: { where: 'Applications', verb: 'applications.list' },
  deciding: { where: 'How we decide', verb: 'deciding.open' },
  leads: { where: 'Leads', verb: 'leads.open' },
  people: { where: 'Specialists', verb: 'people.open' },
  texts: { where: 'Texts', verb: 'hubs.texts' },
  unreached: { where: 'What did not reach people', verb: 'unreached.open' },
  'on-behalf': { where: 'Apply for somebody', verb: 'on-behalf.open' },
  questions: { where: 'Questions to your hub', verb: 'hub-questions.list' },
  'hub-answers': { where: 'Your hub’s own answers', verb: 'hub-answers.open' },
  channels: { where: 'This channel', verb: 'channels.open' },
} as const;

type Hubs = { what: keyof typeof places; hubs: { id: string; name: string }[]; allHubs: boolean };

/** Which hub, for somebody who has more than one. */
export const chooseHub = defineList<Hubs>({
  list: ({ what, hubs, allHubs }) => ({
    where: places[what].where,
    headline: 'Which hub?',
    rows: hubs.slice(0, 10).map(({ id, name }) => ({
      title: name,
      lines: [],
      button: button(places[what].verb, { hubId: id }, { title: `Open ${shortened(name, 18)}` }),
    })),
    actions: [
      ...(allHubs ? [button('applications.counts', {}, { title: 'Numbers of all hubs' })] : []),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { what: 'applications', hubs: [{ id: 'demo', name: 'Demo Maths Hub' }], allHubs: true },
});
