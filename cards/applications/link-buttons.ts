import type { OwnApplication } from '../../services/applications/look.ts';
import { type Button, button } from '../actions.ts';

/** What leads an applicant to the link for their headteacher: nothing once it has done its work. */
export function linkButtons({ state, cohort }: Pick<OwnApplication, 'state' | 'cohort'>): Button[] {
  if (state !== 'waiting-for-endorsement') return [];
  return [button('application.link', { cohort }, { title: 'Link for your headteacher', style: 'positive' })];
}
