import type { Window } from '../../services/applications/rules.ts';
import type { DatedText } from '../../services/people/hub.ts';
import { button, link } from '../actions.ts';
import { definePage } from '../page.ts';
import { longDate, shortened } from '../words.ts';

type About = {
  hubId: string;
  hubName: string;
  contact: string;
  /** The local authorities it covers. */
  authorities: string[];
  cohort: string;
  window: Window;
  commitments: DatedText | undefined;
  privacy: DatedText | undefined;
  /** The notice's address, where it is nothing but a link. */
  privacyLink: string | undefined;
  /** Set when the hub has ended, with where its people went. */
  closed: { into: { id: string; name: string } | undefined } | undefined;
  /** In a chat of their own: elsewhere everybody could press what is one person's to do. */
  personal: boolean;
  mayWrite: boolean;
  /** What became of the last press. */
  message: string;
};

/** What stands where a hub has written nothing itself. */
const documentOnly =
  'This hub has not set its own text. The programme document only asks that the headteacher attends a part of the autumn-term launch event, and expects the subject leader to take part in a subject leader community (NCP25-03, Participant information).';

/** A hub as everybody may see it: how to reach it, when it takes applications, what a school commits to. */
export const aboutHub = definePage<About>({
  page: (hub) => ({
    where: 'Maths Hubs',
    headline: `About ${hub.hubName}`,
    paragraphs: [hub.message, endLine(hub)].filter(Boolean),
    rows: hub.closed
      ? []
      : [
          { label: 'To reach a person', value: hub.contact || 'It has not said yet.' },
          ...(hub.authorities.length > 0
            ? [{ label: 'Local authorities it covers', value: hub.authorities.join('; ') }]
            : []),
          { label: `Applications for Cohort ${hub.cohort}`, value: windowLine(hub.window) },
          { label: 'What a school commits to', value: hub.commitments ? withDate(hub.commitments) : documentOnly },
          { label: 'Privacy notice', value: hub.privacy ? withDate(hub.privacy) : 'It has not set one here yet.' },
        ],
    footnote:
      hub.commitments || hub.privacy ? 'Texts with a date are the hub’s own, not the programme document’s.' : '',
    actions: actionsOf(hub),
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    contact: 'hub@demo.example',
    authorities: ['Demoshire', 'Mockland'],
    cohort: '10',
    window: { kind: 'open', closes: '2026-03-31' },
    commitments: {
      text: 'The headteacher comes to the launch.\nCover is arranged by the school.',
      since: '2026-03-02',
    },
    privacy: { text: 'https://demohub.example/privacy', since: '2026-03-02' },
    privacyLink: 'https://demohub.example/privacy',
    closed: undefined,
    personal: true,
    mayWrite: true,
    message: 'Saved. This is what everybody sees.',
  },
});

/** A hub's own words with the date they apply from. */
const withDate = ({ text, since }: DatedText) => `${text}\nFrom ${longDate(since)}.`;

function endLine({ closed }: About): string {
  if (!closed) return '';
  return closed.into ? `It is part of ${closed.into.name} now.` : 'It has closed and takes no applications.';
}

function windowLine(window: Window): string {
  switch (window.kind) {
    case 'not-set':
      return 'It has not said whether applications are open.';
    case 'not-yet':
      return `They open on ${longDate(window.opens)}.`;
    case 'open':
      return `Open, until the end of ${longDate(window.closes)}.`;
    case 'closed':
      return `They closed on ${longDate(window.closed)}.`;
  }
}

function actionsOf({ hubId, window, privacyLink, closed, personal, mayWrite }: About) {
  const into = closed?.into;
  return [
    ...(personal && !closed && window.kind === 'open'
      ? [button('application.open', {}, { title: 'Start an application', style: 'positive' })]
      : []),
    ...(into ? [button('hubs.about', { hubId: into.id }, { title: `About ${shortened(into.name, 30)}` })] : []),
    ...(personal && !closed && mayWrite ? [button('hubs.texts', { hubId }, { title: 'Change these texts' })] : []),
    ...(privacyLink && !closed ? [link(privacyLink, 'Read the privacy notice')] : []),
    button('hubs.contacts', {}, { title: 'All hubs', overflow: true }),
    button('help.open', {}, { title: 'What I can do', overflow: true }),
  ];
}
