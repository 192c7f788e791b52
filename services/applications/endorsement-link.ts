import { type Actor, can } from '../access.ts';
import type { Deps } from '../deps.ts';
import type { Hub } from '../people/hub.ts';
import type { Application } from './application.ts';
import { type LinkStanding, linkStanding, linkToken, linkUntil } from './link.ts';
import { applicationFor, ownApplication } from './look.ts';
import { isConflicted, type Moved, moveApplication } from './move.ts';

/** The link of an application that counts now, and how it stands. */
export type LinkSeen = {
  kind: 'link';
  hub: Hub;
  hubId: string;
  applicationId: string;
  application: Application;
  token: string;
  standing: LinkStanding;
};

type Where = { hubId: string; applicationId: string };
/** A press on an application, which counts while it still is what the lead has seen. */
type SeenPress = Where & { op: string; still: (application: Application) => boolean };

/** The link to the actor's own application. */
export async function ownLink(
  deps: Deps,
  actor: Actor,
  cohort: string,
): Promise<LinkSeen | { kind: 'none' } | { kind: 'on-its-way' }> {
  const own = await ownApplication(deps, actor, cohort);
  if (!own) return { kind: 'none' };
  return own.application ? seen(deps, own, own.hub, own.application) : { kind: 'on-its-way' };
}

/** The link to somebody's application, for a lead to send on. Whoever knows the applicant leaves it to others. */
export async function linkFor(
  deps: Deps,
  actor: Actor,
  where: Where,
): Promise<LinkSeen | { kind: 'denied' } | { kind: 'conflicted' }> {
  if (!can(actor, 'decide-applications', { hubId: where.hubId })) return { kind: 'denied' };
  const found = await applicationFor(deps, actor, where);
  if (found.kind === 'denied') return found;
  if (isConflicted(actor, found.application)) return { kind: 'conflicted' };
  return seen(deps, where, found.hub, found.application);
}

const seen = (deps: Deps, { hubId, applicationId }: Where, hub: Hub, application: Application): LinkSeen => ({
  kind: 'link',
  hub,
  hubId,
  applicationId,
  application,
  token: linkToken(deps.linkSecret, application),
  standing: linkStanding(application, application.link.number, deps.clock.now()),
});

/** Makes the actor's own application a new link, good for thirty days. The one before works no more. */
export async function renewOwnLink(
  deps: Deps,
  actor: Actor,
  { op, cohort }: { op: string; cohort: string },
): Promise<Moved | { kind: 'none' } | { kind: 'on-its-way' }> {
  const own = await ownApplication(deps, actor, cohort);
  if (!own) return { kind: 'none' };
  if (!own.application) return { kind: 'on-its-way' };
  const { hubId, applicationId } = own;
  const renewed = { event: 'renew-link' as const, until: linkUntil(deps.clock.now()) };
  return moveApplication(deps, { who: 'applicant', actor }, { op, hubId, applicationId }, renewed);
}

/** The same for somebody's application, by a lead. */
export function renewLinkFor(deps: Deps, actor: Actor, where: Where & { op: string }): Promise<Moved> {
  const renewed = { event: 'renew-link' as const, until: linkUntil(deps.clock.now()) };
  return moveApplication(deps, { who: 'lead', actor }, where, renewed);
}

type Told = { name: string; role: string; words: string };
export type ToldProblems = Partial<Record<keyof Told, 'missing' | 'too-long'>>;

/** Longest text in each field, in characters. */
export const toldLimits: Record<keyof Told, number> = { name: 100, role: 100, words: 500 };

/**
 * A lead records that a headteacher agreed in another way: who, in which role, and how it came. Refuses what is missing
 * or too long.
 */
export async function recordEndorsement(
  deps: Deps,
  actor: Actor,
  { typed, ...where }: SeenPress & { typed: Told },
): Promise<Moved | { kind: 'problems'; problems: ToldProblems }> {
  const problems: ToldProblems = {};
  for (const field of ['name', 'role', 'words'] as const) {
    if (typed[field] === '') problems[field] = 'missing';
    else if (typed[field].length > toldLimits[field]) problems[field] = 'too-long';
  }
  // Who may not hears that, not what is wrong with what they typed.
  if (Object.keys(problems).length > 0 && can(actor, 'decide-applications', { hubId: where.hubId }))
    return { kind: 'problems', problems };
  const { name, role, words } = typed;
  const recorded = { event: 'record-endorsement' as const, name, role, words };
  return moveApplication(deps, { who: 'lead', actor }, where, recorded);
}

/** A lead has asked the school whether an endorsement came from it. It stands until the application ends. */
export function checkEndorsement(deps: Deps, actor: Actor, where: SeenPress): Promise<Moved> {
  return moveApplication(deps, { who: 'lead', actor }, where, { event: 'check-endorsement' });
}
