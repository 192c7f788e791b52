import type { Actor } from '../access.ts';
import type { Deps } from '../deps.ts';
import type { Application } from './application.ts';
import { type OwnApplication, ownApplication } from './look.ts';
import { type Moved, moveApplication } from './move.ts';
import type { Movement } from './movement.ts';
import { type ApplicationEvent, changesUnasked, eventsFrom } from './states.ts';

type Own = {
  op: string;
  cohort: string;
  applicationId: string;
  /** Whether it still is what they have seen. */
  still?: (application: Application) => boolean;
};

/**
 * An applicant moves their own application, wherever it is by now. The id says which one they were looking at: `denied`
 * when theirs is another one, or still on its way.
 */
export async function moveOwn(
  deps: Deps,
  actor: Actor,
  { cohort, applicationId, ...press }: Own,
  movement: Movement,
): Promise<Moved> {
  const own = await ownApplication(deps, actor, cohort);
  if (!own?.application || own.applicationId !== applicationId) return { kind: 'denied' };
  const where = { ...press, hubId: own.hubId, applicationId };
  return moveApplication(deps, { who: 'applicant', actor }, where, movement);
}

/** The instant at which the hub asked what the applicant has to answer; empty when it waits for no answer. */
export const questionOf = ({ state, asked }: Pick<Application, 'state' | 'asked'>): string =>
  state === 'more-asked' && asked ? asked.at : '';

/** What an applicant can do with their application as it stands. */
export function ownEvents({ application }: Pick<OwnApplication, 'application'>): ApplicationEvent[] {
  if (!application) return [];
  const { state, endorsement, openedAt } = application;
  const events = eventsFrom(state, 'applicant', endorsement?.kind === 'endorsed');
  return events.filter((event) => !openedAt || !changesUnasked(event, state));
}
