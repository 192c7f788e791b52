import type { SpecialistInHub } from '../../services/people/people.ts';
import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { shortened } from '../words.ts';
import { ofYearOne } from './days.ts';

type Specialists = {
  hubId: string;
  hubName: string;
  total: number;
  people: SpecialistInHub[];
  /** Where the next page starts, when there is one. */
  next: string | undefined;
  /** What became of the last press. */
  message: string;
  /** Names the codes that the next press makes. */
  op: string;
};

/** A page of a hub's specialists, one row each. */
export const specialistsCard = defineList<Specialists>({
  list: ({ hubId, hubName, total, people, next, message, op }) => ({
    where: `${hubName} · Specialists`,
    headline: total === 1 ? '1 specialist' : `${total} specialists`,
    message: message || (total === 0 ? 'None yet. Bring an existing cohort aboard from a list.' : ''),
    rows: people.map((one) => ({
      title: one.name,
      lines: linesFor(one),
      button: button('people.view', { hubId, personId: one.personId }, { title: `Open ${shortened(one.name, 18)}` }),
    })),
    footnote: `Only the leads of ${hubName} see this.`,
    actions: [
      button('people.import', { hubId }, { title: 'Bring people aboard', style: 'positive' }),
      ...(total > 0 ? [button('people.codes', { op, hubId }, { title: 'Codes to forward' })] : []),
      ...(next ? [button('people.open', { hubId, after: next }, { title: 'Next page' })] : []),
      button('people.open', { hubId }, { title: 'From the beginning', overflow: true }),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    total: 12,
    people: [
      {
        personId: 'sample',
        name: 'Ana Kowalska',
        school: 'Beckside School',
        email: 'ana@beckside.example',
        days: 14,
        imported: { central: 8, inSchool: 6, at: '2026-03-02T10:00:00.000Z' },
        usesBot: false,
      },
    ],
    next: 'sample',
    message: '',
    op: 'sample',
  },
});

function linesFor({ school, days, imported, usesBot }: SpecialistInHub): string[] {
  return [
    ...(school ? [school] : []),
    `${ofYearOne(days)}${imported ? ', imported' : ''}`,
    ...(usesBot ? [] : ['Has not opened the bot yet']),
  ];
}
