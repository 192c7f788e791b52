import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { shortened } from '../words.ts';

type Lack = 'lead' | 'channel' | 'quota' | 'dates';
type Checklist = {
  hubs: { id: string; name: string; lacks: Lack[] }[];
  total: number;
  next: number | undefined;
  message: string;
};

const words: Record<Lack, string> = {
  lead: 'a lead',
  channel: 'a leads’ channel',
  quota: 'a quota',
  dates: 'dates for applications',
};

/** The hubs and what each still lacks before people can apply to it. */
export const checklist = defineList<Checklist>({
  list: ({ hubs, total, next, message }) => ({
    where: 'Set-up · Hubs',
    headline: total === 1 ? '1 hub' : `${total} hubs`,
    message: message || (total === 0 ? 'No hubs yet. Import them, or begin with the list that comes with me.' : ''),
    rows: hubs.map(({ id, name, lacks }) => ({
      title: name,
      lines: [lacks.length === 0 ? 'Ready' : `Still needs ${lacks.map((lack) => words[lack]).join(', ')}`],
      button: button('hubs.edit', { hubId: id }, { title: `Open ${shortened(name, 18)}` }),
    })),
    actions: [
      ...(next === undefined ? [] : [button('set-up.open', { from: next }, { title: 'More hubs' })]),
      button('hubs.import', {}, { title: 'Add hubs' }),
      button('tenants.open', {}, { title: 'Who may use the bot' }),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    hubs: [
      { id: 'demo', name: 'Demo Maths Hub', lacks: [] },
      { id: 'glow', name: 'GLOW', lacks: ['lead', 'channel', 'quota', 'dates'] },
    ],
    total: 9,
    next: 8,
    message: '',
  },
});
