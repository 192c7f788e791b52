import { z } from 'zod';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { instantInEngland } from '../words.ts';
import template from './applications-list.json' with { type: 'json' };

const data = z.strictObject({
  fallbackText: z.string(),
  hubName: z.string(),
  cohort: z.string(),
  headline: z.string(),
  empty: z.string(),
  rows: z.array(z.strictObject({ name: z.string(), school: z.string(), submitted: z.string(), view: buttonSchema })),
  actions: z.array(buttonSchema),
});

type List = {
  hubId: string;
  hubName: string;
  cohort: string;
  total: number;
  applications: { id: string; name: string; school: string; submittedAt: string }[];
  /** Where the next page starts, when there is one. */
  next: string | undefined;
};

const build = ({ hubId, hubName, cohort, total, applications, next }: List) => {
  const headline = total === 1 ? '1 application is with your hub' : `${total} applications are with your hub`;
  return {
    fallbackText: [headline, ...applications.map(({ name, school }) => `${name}, ${school}`)].join('\n'),
    hubName,
    cohort,
    headline,
    empty: applications.length > 0 ? '' : 'No applications yet. They appear here when a teacher submits one.',
    rows: applications.map(({ id, name, school, submittedAt }) => ({
      name,
      school,
      submitted: `With your hub since ${instantInEngland(submittedAt)}`,
      view: button('applications.view', { hubId, applicationId: id }, { title: `Read ${name.slice(0, 30)}` }),
    })),
    actions: [
      ...(next ? [button('applications.list', { hubId, after: next }, { title: 'Next page' })] : []),
      button('applications.list', { hubId }, { title: next ? 'First page' : 'Refresh this list' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  };
};

const sample: List = {
  hubId: 'demo',
  hubName: 'Demo Maths Hub',
  cohort: '10',
  total: 1,
  applications: [
    { id: 'sample', name: 'Tess Okafor', school: 'Riverside Academy', submittedAt: '2026-03-03T16:05:00.000Z' },
  ],
  next: undefined,
};

const expand = defineCard({ template, data, sample: build(sample) });

/** A page of a hub's applications, one row each. */
export const applicationsList = Object.assign((list: List): Card => expand(build(list)), {
  sample: () => expand(build(sample)),
});
