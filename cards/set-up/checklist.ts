import type { Lack, MissingText } from '../../services/people/lacks.ts';
import type { MissingYear } from '../../services/people/programme.ts';
import type { HubToCheck } from '../../services/people/set-up.ts';
import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { inWords, shortened } from '../words.ts';

type Checklist = {
  cohort: string;
  hubs: HubToCheck[];
  total: number;
  next: number | undefined;
  /** Which of the cohort's years have no dates. */
  missingYears: MissingYear[];
  closedHubs: number;
  message: string;
};

const lackWords: Record<Lack, string> = {
  lead: 'a lead',
  channel: 'a leads’ channel',
  quota: 'a quota',
  dates: 'dates for applications',
};

const textWords: Record<MissingText, string> = {
  contact: 'a contact',
  commitments: 'what a school commits to',
  privacy: 'a privacy notice',
};

const yearWords: Record<MissingYear, string> = { 'year-one': 'Year One', 'year-two': 'Year Two' };

const noHubs = 'No hubs yet. Import them, begin with the list that comes with me, or add one.';

/** The hubs and what each still lacks before people can apply to it, and whether the cohort's years are set. */
export const checklist = defineList<Checklist>({
  list: ({ cohort, hubs, total, next, missingYears, closedHubs, message }) => ({
    where: `Set-up · Cohort ${cohort}`,
    headline: total === 1 ? '1 hub' : `${total} hubs`,
    message: [message || (total === 0 ? noHubs : ''), yearsLine(cohort, missingYears)].filter(Boolean).join(' '),
    rows: hubs.map(({ id, name, lacks, texts }) => ({
      title: name,
      lines: [
        lacks.length === 0 ? 'Ready' : `Still needs ${lacks.map((lack) => lackWords[lack]).join(', ')}`,
        ...(texts.length === 0 ? [] : [`Not written yet: ${texts.map((text) => textWords[text]).join(', ')}`]),
      ],
      button: button('hubs.edit', { hubId: id }, { title: `Open ${shortened(name, 18)}` }),
    })),
    actions: [
      ...(next === undefined ? [] : [button('set-up.open', { from: next }, { title: 'More hubs' })]),
      button('hubs.import', {}, { title: 'Add hubs' }),
      button('cohort.open', {}, { title: 'The cohort’s years' }),
      button('hubs.new', {}, { title: 'Add one hub', overflow: true }),
      button('tenants.open', {}, { title: 'Who may use the bot', overflow: true }),
      closedHubs > 0
        ? button('hubs.closed', {}, { title: 'Closed hubs', overflow: true })
        : button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    cohort: '10',
    hubs: [
      { id: 'demo', name: 'Demo Maths Hub', lacks: [], texts: ['privacy'] },
      { id: 'glow', name: 'GLOW', lacks: ['lead', 'channel', 'quota', 'dates'], texts: [] },
    ],
    total: 9,
    next: 8,
    missingYears: ['year-one', 'year-two'],
    closedHubs: 1,
    message: '',
  },
});

function yearsLine(cohort: string, missing: MissingYear[]): string {
  if (missing.length === 0) return '';
  return `The cohort’s years are not set: ${inWords(missing.map((year) => yearWords[year]))} of Cohort ${cohort}.`;
}
