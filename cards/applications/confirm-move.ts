import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type Confirm = { op: string; cohort: string; applicationId: string; hubName: string };

const keep = (cohort: string) => button('application.show', { cohort }, { title: 'Leave it as it is' });

/** Asks once before a place is turned down. */
export const confirmTurnDown = definePage<Confirm>({
  page: ({ op, cohort, applicationId, hubName }) => ({
    where: `Your application · Cohort ${cohort}`,
    headline: 'Turn the place down?',
    paragraphs: [`${hubName} can then offer it to somebody else. You cannot take this back.`],
    actions: [
      button(
        'application.turn-down',
        { op, cohort, applicationId },
        { title: 'Turn my place down', style: 'destructive' },
      ),
      keep(cohort),
    ],
  }),
  sample: { op: 'sample', cohort: '10', applicationId: 'sample', hubName: 'Demo Maths Hub' },
});

/** Asks once before an application is withdrawn. */
export const confirmWithdraw = definePage<Confirm & { accepted: boolean }>({
  page: ({ op, cohort, applicationId, hubName, accepted }) => ({
    where: `Your application · Cohort ${cohort}`,
    headline: accepted ? 'Give your place back?' : 'Withdraw your application?',
    paragraphs: [
      accepted
        ? `You are then no Specialist any more, and ${hubName} can offer the place to somebody else.`
        : `${hubName} then goes no further with it. You need give no reason, and you may apply again while a hub takes applications.`,
    ],
    actions: [
      button(
        'application.withdraw',
        { op, cohort, applicationId },
        { title: accepted ? 'Give my place back' : 'Withdraw my application', style: 'destructive' },
      ),
      keep(cohort),
    ],
  }),
  sample: { op: 'sample', cohort: '10', applicationId: 'sample', hubName: 'Demo Maths Hub', accepted: false },
});
