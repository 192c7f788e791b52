import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';

type Arrived = { hubName: string; name: string; school: string; submittedAt: string };

/** What stands in the leads channel when an application arrives. */
export const applicationArrived = definePage<Arrived>({
  page: ({ hubName, name, school, submittedAt }) => ({
    where: `${hubName} · For the leads`,
    headline: 'A new application has arrived',
    paragraphs: ['To read it, open a chat with the Specialist bot and type “applications”.'],
    rows: [
      { label: 'From', value: name },
      { label: 'School', value: school },
      { label: 'Submitted', value: instantInEngland(submittedAt) },
    ],
  }),
  sample: {
    hubName: 'Demo Maths Hub',
    name: 'Tess Okafor',
    school: 'Riverside Academy, Ashford',
    submittedAt: '2026-03-03T16:05:00.000Z',
  },
});
