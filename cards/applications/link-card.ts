import type { Application } from '../../services/applications/application.ts';
import type { LinkStanding } from '../../services/applications/link.ts';
import type { Hub } from '../../services/people/hub.ts';
import { type Button, button } from '../actions.ts';
import { definePage } from '../page.ts';
import { dayInEngland } from '../words.ts';
import { linkWords, refusedWords } from './link-words.ts';

type Shown = {
  op: string;
  hub: Pick<Hub, 'name'>;
  hubId: string;
  applicationId: string;
  application: Pick<Application, 'cohort' | 'answers' | 'link' | 'state' | 'endorsement'>;
  standing: LinkStanding;
  url: string;
  /** A lead who sends it on, or the applicant. */
  lead: boolean;
  /** What became of the last press. */
  message?: string;
};

/** The link for the headteacher with words to forward, or why it is no good and what to do. */
export const linkCard = definePage<Shown>({
  page: (shown) => {
    const { lead, hub, application, standing, message = '' } = shown;
    const { headline, next } = wordsFor(shown);
    return {
      where: lead ? `${hub.name} · Endorsement` : `Your application · Cohort ${application.cohort}`,
      headline,
      paragraphs: [message, next].filter(Boolean),
      rows: standing === 'good' ? linkRows(shown) : [],
      footnote:
        standing === 'good'
          ? 'It works once, and whoever has it can answer: send it to the headteacher only. A new link makes this one void.'
          : '',
      actions: [...renewal(shown), back(shown)],
    };
  },
  sample: {
    op: 'sample',
    hub: { name: 'Demo Maths Hub' },
    hubId: 'demo',
    applicationId: 'sample',
    application: {
      cohort: '10',
      state: 'waiting-for-endorsement',
      link: { number: 1, until: '2026-04-01T10:00:00.000Z' },
      answers: {
        name: 'Tess **Okafor** ${name}',
        email: 'tess@riverside.example',
        role: 'Maths teacher',
        school: 'Riverside Academy, Ashford',
        keyStages: ['KS3'],
        qts: 'yes',
        startedTeaching: '2021-09',
        why: 'I want my classes to understand.',
        subjectLeaderKnows: true,
        hasReadInformation: true,
        headteacher: 'Dr Amara Lowe',
      },
    },
    standing: 'good',
    url: 'https://bot.example/endorse/sample',
    lead: false,
  },
});

function wordsFor({ standing, application }: Shown) {
  const waits = application.state === 'waiting-for-endorsement';
  return waits && standing === 'answered' && application.endorsement?.kind === 'refused'
    ? refusedWords
    : linkWords[standing];
}

function linkRows(shown: Shown) {
  return [
    { label: 'Link', value: shown.url },
    { label: 'Good until', value: dayInEngland(shown.application.link.until) },
    { label: 'To forward', value: letter(shown) },
  ];
}

function letter({ lead, hub, application: { answers, cohort, link }, url }: Shown): string {
  const who = lead ? `${answers.name} (${answers.school}) has` : 'I have';
  return [
    `Dear ${answers.headteacher},`,
    `${who} applied to the Secondary Mastery Specialist Programme (Cohort ${cohort}) with ${hub.name}. The application needs the school’s agreement.`,
    `This page says what the school commits to and asks for your answer, by ${dayInEngland(link.until)}. You need no account:`,
    url,
    `Thank you${lead ? `, ${hub.name}` : `, ${answers.name}`}`,
  ].join('\n');
}

function renewal({ op, hubId, applicationId, application, standing, lead }: Shown): Button[] {
  if (application.state !== 'waiting-for-endorsement') return [];
  const look = { title: 'Make a new link', ...(standing === 'good' ? {} : { style: 'positive' as const }) };
  return [
    lead
      ? button('endorsement.new-link', { op, hubId, applicationId }, look)
      : button('application.new-link', { op, cohort: application.cohort }, look),
  ];
}

const back = ({ lead, hubId, applicationId, application: { cohort } }: Shown): Button =>
  lead
    ? button('applications.view', { hubId, applicationId }, { title: 'Back to the application' })
    : button('application.show', { cohort }, { title: 'Back to my application' });
