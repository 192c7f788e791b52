import type { Application } from '../../services/applications/application.ts';
import { eventsFrom } from '../../services/applications/states.ts';
import type { Hub } from '../../services/people/hub.ts';
import type { School } from '../../services/schools/school.ts';
import { type Button, button } from '../actions.ts';
import { definePage } from '../page.ts';
import { longDate } from '../words.ts';
import { endorsementButtons, endorsementInWords, endorsementRows, otherHub } from './endorsement-rows.ts';

type Shown = {
  op: string;
  hubName: string;
  hubId: string;
  /** What the hub has a school commit to now. */
  commitments: Hub['commitments'];
  applicationId: string;
  application: Pick<Application, 'state' | 'endorsement' | 'answers' | 'steps'>;
  school: Pick<School, 'head' | 'website'> | undefined;
  /** What became of the last press. */
  message: string;
};

/** An endorsement for leads: what it says, what the register says of the school, and whether it has been checked. */
export const endorsementCard = definePage<Shown>({
  page: (shown) => {
    const { hubName, application, school, message } = shown;
    const { name, school: schoolName } = application.answers;
    return {
      where: `${hubName} · Endorsement`,
      headline: endorsementInWords(application.endorsement),
      paragraphs: [message, ...(mayCheck(shown) ? [howToCheck] : [])].filter(Boolean),
      rows: [
        { label: 'Application of', value: `${name}, ${schoolName}` },
        ...endorsementRows(application, school, shown).slice(1),
        ...agreedRows(shown),
      ],
      footnote: 'For the leads of this hub.',
      actions: [...actionsOn(shown), back(shown)],
    };
  },
  sample: {
    op: 'sample',
    hubName: 'Demo Maths Hub',
    hubId: 'demo',
    commitments: { text: 'Ten days of cover.', since: '2026-03-05' },
    applicationId: 'sample',
    application: {
      state: 'with-hub',
      endorsement: {
        kind: 'endorsed',
        how: 'by-link',
        name: 'Dr **Amara** Lowe ${name}',
        role: 'Headteacher',
        at: '2026-03-03T16:05:00.000Z',
        commitments: '2026-03-02',
        commitmentsText: 'Cover for 7.5 days.\nThe head at the launch.',
        answeredFor: { hubId: 'glow', name: 'GLOW **North** ${name}' },
      },
      answers: {
        name: 'Tess Okafor',
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
      steps: [],
    },
    school: { head: 'Dr Amara Lowe', website: 'https://riverside.example' },
    message: '',
  },
});

/** The text that the headteacher agreed to, as it was then: their hub's, or another's. */
function agreedRows(shown: Shown) {
  const { endorsement } = shown.application;
  const { commitments: since, commitmentsText: text } = endorsement ?? {};
  if (!endorsement || !since || !text) return [];
  const other = otherHub(endorsement, shown);
  const whose = other ? `a text of ${other.name} ` : '';
  return [{ label: `What they agreed to, ${whose}from ${longDate(since)}`, value: text }];
}

const howToCheck =
  'The applicant held the link, so nobody knows yet that the answer came from the school. Ask the school through an address or number that you looked up yourself.';

function mayCheck({ application: { state, endorsement } }: Shown): boolean {
  const events = eventsFrom(state, 'lead', endorsement?.kind === 'endorsed');
  return events.includes('check-endorsement') && endorsement !== undefined && !endorsement.checked;
}

function actionsOn(shown: Shown): Button[] {
  const { op, hubId, applicationId, application } = shown;
  const { state, endorsement, steps } = application;
  if (!mayCheck(shown)) return endorsementButtons({ hubId, applicationId, state, endorsement });
  const look = { title: 'I have checked it with the school', style: 'positive' as const };
  return [button('endorsement.check', { op, hubId, applicationId, seen: steps.length }, look)];
}

const back = ({ hubId, applicationId }: Shown): Button =>
  button('applications.view', { hubId, applicationId }, { title: 'Back to the application' });
