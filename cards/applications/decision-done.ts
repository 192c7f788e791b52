import { cohortIn } from '../../services/applications/application.ts';
import type { DecisionEvent } from '../../services/applications/decide.ts';
import type { ApplicationState } from '../../services/applications/states.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { longDate } from '../words.ts';
import { decisionWords } from './decision-words.ts';

type Done = {
  hubId: string;
  hubName: string;
  applicationId: string;
  event: DecisionEvent;
  name: string;
  /** Where the list was before, to go on from there. */
  state: ApplicationState;
  until: string | undefined;
  places: string;
};

/** What was decided, once it is. */
export const decisionDone = definePage<Done>({
  page: ({ hubId, hubName, applicationId, event, name, state, until, places }) => ({
    where: `${hubName} · Application · Decided`,
    headline: decisionWords[event].done,
    paragraphs: ['They are being told in their chat with me.'],
    rows: [
      { label: 'Applicant', value: name },
      ...(until ? [{ label: 'Last day to accept', value: longDate(until) }] : []),
      { label: 'Places', value: places },
    ],
    actions: [
      button(
        'applications.list',
        { hubId, cohort: cohortIn(applicationId), state },
        { title: 'Back to the list', style: 'positive' },
      ),
      button('applications.view', { hubId, applicationId }, { title: 'See the application' }),
      ...(event === 'pass-on'
        ? [button('reserve.list', { hubId, cohort: cohortIn(applicationId) }, { title: 'Reserve list' })]
        : []),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    applicationId: 'sample',
    event: 'offer',
    name: 'Tess **Okafor** ${name}',
    state: 'with-hub',
    until: '2026-03-16',
    places: '6 of 6 places are offered or accepted.',
  },
});
