import { type Actor, can } from '../access.ts';
import type { Content, Message } from '../delivery/message.ts';
import type { Deps } from '../deps.ts';
import { currentPerson, messageTo } from '../people/person.ts';
import { heirOf, programme } from '../people/programme.ts';
import { type StagedEvent, stagedEvents } from './decide.ts';
import { wasMovedBy } from './move.ts';
import type { Release } from './release.ts';
import type { ReleaseOutcome } from './release-outcome.ts';
import { toLeadsAbout } from './to-leads-about.ts';

/** A release that is under way: by whoever released it, with the roles they have now. */
export type Telling = { deps: Deps; actor: Actor; release: Release; hubId: string };

/** One press for each application, so that nobody is told twice. */
export const pressFor = ({ release, hubId }: Telling, applicationId: string) => ({
  op: `${release.op}:${applicationId}`,
  hubId,
  applicationId,
});

/** Those whom this run has told, by what it told them. */
export type ToldNow = Map<string, StagedEvent>;

/**
 * What a release came to. Of those who were part of it, whoever is neither `told` by this run nor `left` was told by it
 * before the process that did went or by another one at the same time, or is gone: somebody decided them anew, took them
 * back, or they withdrew.
 */
export async function outcomeOf(telling: Telling, told: ToldNow, left: Release['left']): Promise<ReleaseOutcome> {
  const outcome: ReleaseOutcome = { told: {}, left: {}, gone: 0 };
  for (const { why } of left) outcome.left[why] = (outcome.left[why] ?? 0) + 1;
  const all = new Set([...Object.keys(telling.release.decisions ?? {}), ...told.keys()]);
  for (const { applicationId } of left) all.delete(applicationId);
  for (const applicationId of all) {
    const event = told.get(applicationId) ?? (await toldBy(telling, applicationId));
    if (event) outcome.told[event] = (outcome.told[event] ?? 0) + 1;
    else outcome.gone += 1;
  }
  return outcome;
}

/** What a release has told somebody, if it has. */
async function toldBy(telling: Telling, applicationId: string) {
  const { deps, actor } = telling;
  const press = pressFor(telling, applicationId);
  const was = await Promise.all(stagedEvents.map((event) => wasMovedBy(deps, { who: 'lead', actor }, press, event)));
  return stagedEvents.find((_, index) => was[index]);
}

/**
 * What the leads of the hub, or of its heir, hear of those who are left, and whoever released them of all, where that was
 * not at once.
 */
export async function tidings(
  { deps, actor, release, hubId }: Telling,
  outcome: ReleaseOutcome,
  left: Release['left'],
): Promise<Message[]> {
  const { cohort, op, askedAt, waited } = release;
  const heir = heirOf(await programme(deps, []), hubId);
  const content: Content = { kind: 'decisions-left', hubId, cohort, op };
  const about = { hubId: heir, cohort, applicationIds: left.map(({ applicationId }) => applicationId) };
  const toAll = left.length > 0 ? await toLeadsAbout(deps, about, `decisions-left:${cohort}:${op}`, content) : [];
  if (!waited || !can(actor, 'decide-applications', { hubId: heir })) return toAll;
  const { personId } = actor;
  const { person } = await currentPerson(deps, personId);
  const own: Message = {
    id: `decisions-released:${cohort}:${op}`,
    ...messageTo(personId, person),
    content: { kind: 'decisions-released', hubId: heir, cohort, askedAt, outcome },
  };
  // Where each lead hears of those who are left, whoever released them knows it from this.
  return [...toAll.filter(({ to }) => to.kind === 'channel' || to.personId !== personId), own];
}
