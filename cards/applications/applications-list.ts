import type { ApplicationState } from '../../services/applications/states.ts';
import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { instantInEngland, shortened } from '../words.ts';
import { exportButtons } from './export-buttons.ts';
import { stateWords } from './state-words.ts';

type Applications = {
  hubId: string;
  hubName: string;
  cohort: string;
  total: number;
  applications: { id: string; name: string; school: string; submittedAt: string; state: ApplicationState }[];
  /** Where the next page starts, when there is one. */
  next: string | undefined;
};

/** A page of a hub's applications, one row each. */
export const applicationsList = defineList<Applications>({
  list: ({ hubId, hubName, cohort, total, applications, next }) => ({
    where: `${hubName} · Applications · Cohort ${cohort}`,
    headline: total === 1 ? '1 application is with your hub' : `${total} applications are with your hub`,
    message: applications.length > 0 ? '' : 'No applications yet. They appear here when a teacher submits one.',
    rows: applications.map(({ id, name, school, submittedAt, state }) => ({
      title: name,
      lines: [school, `${stateWords[state]}, submitted ${instantInEngland(submittedAt)}`],
      button: button('applications.view', { hubId, applicationId: id }, { title: `Read ${shortened(name, 18)}` }),
    })),
    footnote: `Only the leads of ${hubName} see this.`,
    actions: [
      ...(next ? [button('applications.list', { hubId, after: next }, { title: 'Next page' })] : []),
      button('applications.list', { hubId }, { title: next ? 'First page' : 'Refresh this list' }),
      button('on-behalf.open', { hubId }, { title: 'Apply for somebody' }),
      ...exportButtons({ hubId }),
      button('help.open', {}, { title: 'What I can do', overflow: next !== undefined }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    cohort: '10',
    total: 1,
    applications: [
      {
        id: 'sample',
        name: 'Tess Okafor',
        school: 'Riverside Academy',
        submittedAt: '2026-03-03T16:05:00.000Z',
        state: 'with-hub',
      },
    ],
    next: undefined,
  },
});
