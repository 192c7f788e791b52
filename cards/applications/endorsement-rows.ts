import type { Application, Endorsement } from '../../services/applications/application.ts';
import { eventsFrom } from '../../services/applications/states.ts';
import type { Hub } from '../../services/people/hub.ts';
import type { School } from '../../services/schools/school.ts';
import { type Button, button } from '../actions.ts';
import { instantInEngland } from '../words.ts';

type Endorsed = Pick<Application, 'state' | 'endorsement'>;

/** How far an application is endorsed, in a few words. */
export function endorsementInWords(endorsement: Endorsement | undefined): string {
  if (!endorsement) return 'Not endorsed yet';
  if (endorsement.kind === 'refused') return 'The headteacher did not agree';
  if (endorsement.checked) return 'Endorsed, checked with the school';
  return endorsement.how === 'by-link' ? 'Endorsed by link, not verified' : 'Endorsed, recorded by a lead';
}

/** The hub whose leads read of an endorsement. */
export type ReadingHub = { hubId: string; commitments: Hub['commitments'] };

/** The hub that an endorsement was given for, where that is not the one whose leads read of it. */
export function otherHub({ answeredFor }: Endorsement, { hubId }: ReadingHub): { name: string } | undefined {
  return answeredFor?.hubId === hubId ? undefined : answeredFor;
}

/** An application's endorsement as label and value rows for leads, beside what the register says of the school. */
export function endorsementRows(
  { endorsement }: Pick<Application, 'endorsement'>,
  school: Pick<School, 'head' | 'website'> | undefined,
  hub: ReadingHub,
): { label: string; value: string }[] {
  return [
    { label: 'Endorsement', value: endorsementInWords(endorsement) },
    ...(endorsement ? [...givenRows(endorsement), ...notAgreedRows(endorsement, hub)] : []),
    { label: 'Headteacher in the register', value: school ? school.head || notSaid : notFound },
    ...(school ? [{ label: 'School’s website in the register', value: school.website || notSaid }] : []),
  ];
}

const notSaid = 'It does not say';
const notFound = 'The school was typed, not found in the register';

function givenRows({ name, role, at, how, words, kind, checked }: Endorsement) {
  const said = how === 'recorded' ? 'How it came' : 'Their words';
  return [
    { label: kind === 'endorsed' ? 'Endorsed by' : 'Answered by', value: `${name}, ${role}` },
    { label: 'On', value: instantInEngland(at) },
    ...(words ? [{ label: said, value: words }] : []),
    ...(checked ? [{ label: 'Checked with the school', value: instantInEngland(checked.at) }] : []),
  ];
}

/** A school that has agreed for another hub may not know what this one has it commit to. */
function notAgreedRows(endorsement: Endorsement, hub: ReadingHub) {
  const other = otherHub(endorsement, hub);
  if (!other || !hub.commitments || hub.commitments.text === endorsement.commitmentsText) return [];
  const value = `They agreed for ${other.name} and have not seen your hub’s text. Ask the school whether it agrees to that too.`;
  return [{ label: 'Agreed for another hub', value }];
}

type Where = { hubId: string; applicationId: string };

/** What a lead can do about an endorsement now. */
export function endorsementButtons({ hubId, applicationId, state, endorsement }: Where & Endorsed): Button[] {
  const where = { hubId, applicationId };
  const can = eventsFrom(state, 'lead', endorsement?.kind === 'endorsed');
  return [
    ...(can.includes('check-endorsement') && endorsement && !endorsement.checked
      ? [button('endorsement.open', where, { title: 'Check the endorsement' })]
      : []),
    ...(can.includes('record-endorsement')
      ? [button('endorsement.record', where, { title: 'Record an endorsement', overflow: true })]
      : []),
    ...(can.includes('renew-link')
      ? [button('endorsement.link', where, { title: 'Link for the headteacher', overflow: true })]
      : []),
  ];
}
