import { type Application, broughtBy, type DeclineReason, isRefused } from '../../services/applications/application.ts';
import { isForThem } from '../../services/applications/states.ts';
import { instantInEngland, longDate } from '../words.ts';

/** Why an application did not go on, said to the person who applied. */
const declineWords: Record<DeclineReason, string> = {
  places: 'There were more good applications than places.',
  experience: 'The programme asks for two years of teaching, and your hub did not see them yet.',
  school: 'Your hub found that the programme is not meant for your school.',
  fit: 'Your hub chose others whose plans fit the programme better this time.',
  other: 'Your hub gives its reason in its own words.',
};

type Row = { label: string; value: string };
export type Said = Pick<Application, 'state' | 'asked' | 'decline' | 'endorsement' | 'steps'>;

/** What their hub or headteacher has said to the person who applied, in their words. */
export function saidRows({ state, asked, decline, endorsement, steps }: Said, hubName: string): Row[] {
  if (state === 'more-asked' && asked) return [{ label: `${hubName} asks`, value: asked.words }];
  if (state === 'not-this-time' && decline)
    return [{ label: 'Why', value: [declineWords[decline.reason], decline.words].filter(Boolean).join('\n') }];
  if (state === 'waiting-for-endorsement' && endorsement?.kind === 'refused') {
    const { name, role, words = '' } = endorsement;
    return [{ label: 'Your headteacher did not agree', value: [`${name}, ${role}`, words].filter(Boolean).join('\n') }];
  }
  const { event = '', why } = broughtBy({ steps }) ?? {};
  if (isForThem(event) && why) return [{ label: 'What your hub wrote', value: why }];
  return [];
}

/** By when the next thing is to happen, where there is a date. */
export function dateRows(application: Pick<Application, 'state' | 'offer' | 'link' | 'endorsement'>): Row[] {
  const { state, offer, link } = application;
  if (state === 'offered' && offer) return [{ label: 'Answer by', value: `The end of ${longDate(offer.until)}` }];
  if (state === 'waiting-for-endorsement' && !isRefused(application))
    return [{ label: 'The link is good until', value: instantInEngland(link.until) }];
  return [];
}
