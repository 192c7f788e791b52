import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type Confirm = {
  op: string;
  cohort: string;
  applicationId: string;
  /** How many moves the application had made. */
  seen: number;
  hubName: string;
};

const keep = (cohort: string) => button('application.show', { cohort }, { title: 'Leave it as it is' });

/** Asks once before a place is turned down. */
export const confirmTurnDown = definePage<Confirm>({
  page: ({ op, cohort, applicationId, seen, hubName }) => ({
    where: `Your application · Cohort ${cohort}`,
    headline: 'Turn the place down?',
    paragraphs: [`${hubName} can then offer it to somebody else. You cannot take this back.`],
    actions: [
      button(
        'application.turn-down',
        { op, cohort, applicationId, seen },
        { title: 'Turn my place down', style: 'destructive' },
      ),
      keep(cohort),
    ],
  }),
  sample: { op: 'sample', cohort: '10', applicationId: 'sample', seen: 3, hubName: 'Demo Maths Hub' },
});

/** What an application holds that goes with it. */
type Holds = 'place' | 'offer' | undefined;

/** Asks once before an application is withdrawn. */
export const confirmWithdraw = definePage<Confirm & { holds: Holds }>({
  page: ({ op, cohort, applicationId, seen, hubName, holds }) => ({
    where: `Your application · Cohort ${cohort}`,
    headline: holds === 'place' ? 'Give your place back?' : 'Withdraw your application?',
    paragraphs: [whatGoes(hubName, holds)],
    actions: [
      button(
        'application.withdraw',
        { op, cohort, applicationId, seen },
        { title: holds === 'place' ? 'Give my place back' : 'Withdraw my application', style: 'destructive' },
      ),
      keep(cohort),
    ],
  }),
  sample: { op: 'sample', cohort: '10', applicationId: 'sample', seen: 3, hubName: 'Demo Maths Hub', holds: 'offer' },
});

function whatGoes(hubName: string, holds: Holds): string {
  switch (holds) {
    case 'place':
      return `You are then no Specialist any more, and ${hubName} can offer the place to somebody else.`;
    case 'offer':
      return `${hubName} offers you a place. If you withdraw, the offer goes too, and the place can be offered to somebody else. You cannot take this back.`;
    case undefined:
      return `${hubName} then goes no further with it. You need give no reason, and you may apply again while a hub takes applications.`;
  }
}
