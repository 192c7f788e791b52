import { type Actor, can, isActor } from '../access.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { hubPartition } from '../people/hub.ts';
import { type Application, applicationAt } from './application.ts';
import { linesWith } from './lines.ts';
import { isConflicted } from './move.ts';

export type ApplicationPress = { op: string; hubId: string; applicationId: string };

type About = ApplicationPress & {
  /** What is done, for the audit trail and the operation, and with what. */
  event: string;
  input: unknown;
  /** Also for a lead who has said that they know the applicant. Never on one's own. */
  evenIfKnown?: true;
};
type Decision<K extends string> = { kind: K; becomes?: Application; why?: string };

/**
 * Changes what a hub's leads keep beside an application: its lines follow in the same commit, its state and the places
 * stay as they are. Nobody does so on their own application, or on one of somebody they have said they know.
 */
export async function changeApplication<const K extends string>(
  deps: Deps,
  actor: Actor,
  { op, hubId, applicationId, event, input, evenIfKnown }: About,
  decide: (application: Application) => Decision<K>,
): Promise<{ kind: K | 'denied' | 'conflicted' | 'done-before' | 'stale' }> {
  if (!can(actor, 'decide-applications', { hubId })) return { kind: 'denied' };
  const by = actor.personId;
  const operation = { id: op, verb: event, personId: by, input: { applicationId, input } };
  const about = {
    partition: hubPartition(hubId),
    op: operation,
    read: { application: applicationAt(hubId, applicationId) },
  };
  const result = await change(deps, about, ({ application }) => {
    if (!application) return { kind: 'denied' as const };
    const isOwn = isActor(actor, application.person);
    if (isOwn || (!evenIfKnown && isConflicted(actor, application))) return { kind: 'conflicted' as const };
    const { kind, becomes, why } = decide(application);
    if (!becomes) return { kind };
    const audit = { by, event, subject: application.id, why };
    return { kind, write: [becomes], derive: linesWith(application, becomes), audit };
  });
  return { kind: result.kind === 'repeated' ? 'done-before' : result.kind };
}
