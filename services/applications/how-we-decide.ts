import { z } from 'zod';
import { type Actor, can } from '../access.ts';
import { change } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { fingerprint } from '../fingerprint.ts';
import { type Hub, hubAt } from '../people/hub.ts';
import { dated, ownWords } from '../people/hub-texts.ts';
import { read } from '../store/record.ts';
import { usualOfferDays } from './offer-days.ts';

/** How a hub decides. Days are working days in term. */
const howWeDecide = z.strictObject({
  offerDays: z.coerce.number().int().min(1).max(60),
  autoOffer: z.boolean(),
  opinions: z.boolean(),
  criteria: ownWords,
});
export type HowWeDecide = z.infer<typeof howWeDecide>;
type Typed = { offerDays: string; autoOffer: boolean; opinions: boolean; criteria: string };

export type HowSaved =
  | { kind: 'saved'; hub: Hub }
  /** It is not what was shown any more: nothing is saved. */
  | { kind: 'changed'; hub: Hub }
  | { kind: 'faults'; faults: (keyof HowWeDecide)[]; hub: Hub }
  | { kind: 'denied' };

/** How a hub decides on a cohort's applications, for its leads. */
export async function howHubDecides(
  deps: Deps,
  actor: Actor,
  hubId: string,
): Promise<{ kind: 'hub'; hub: Hub } | { kind: 'denied' }> {
  if (!can(actor, 'decide-applications', { hubId })) return { kind: 'denied' };
  const hub = await read(deps.store, hubAt(hubId));
  return hub && !hub.closed ? { kind: 'hub', hub } : { kind: 'denied' };
}

/** What tells how a hub decides now from how it did at another time. */
export function howSeen({ cohorts, criteria }: Hub, cohort: string): string {
  const { offerDays, autoOffer, opinions } = cohorts[cohort] ?? {};
  return fingerprint({ offerDays, autoOffer, opinions, criteria: criteria?.text });
}

/**
 * Sets how long offers last, what happens by itself, and what the hub looks for, in place of what was `seen` and of nothing
 * else. Words that change apply from today.
 */
export async function saveHowWeDecide(
  deps: Deps,
  actor: Actor,
  { op, hubId, cohort, seen, typed }: { op: string; hubId: string; cohort: string; seen: string; typed: Typed },
): Promise<HowSaved> {
  const found = await howHubDecides(deps, actor, hubId);
  if (found.kind === 'denied') return found;
  const { data, error } = howWeDecide.safeParse({ ...typed, offerDays: typed.offerDays || usualOfferDays });
  if (!data) return { kind: 'faults', faults: faultsIn(error), hub: found.hub };
  const ref = hubAt(hubId);
  const by = actor.personId;
  const operation = { id: op, verb: 'deciding.save', personId: by, input: { cohort, seen, typed } };
  const today = dateInEngland(deps.clock.now());
  const result = await change(deps, { partition: ref.partition, op: operation, read: { hub: ref } }, ({ hub }) => {
    if (!hub || hub.closed) return { kind: 'denied' as const };
    if (howSeen(hub, cohort) !== seen) return { kind: 'changed' as const };
    const { criteria: text, ...settings } = data;
    const criteria = dated(hub.criteria, text, today);
    const cohorts = { ...hub.cohorts, [cohort]: { ...hub.cohorts[cohort], ...settings } };
    return {
      kind: 'saved' as const,
      write: [{ ...hub, criteria, cohorts }],
      audit: { by, event: 'how-we-decide', subject: hubId },
    };
  });
  const hub = await read(deps.store, ref);
  if (!hub || result.kind === 'denied') return { kind: 'denied' };
  return { kind: result.kind === 'stale' || result.kind === 'changed' ? 'changed' : 'saved', hub };
}

const faultsIn = ({ issues }: z.ZodError) => [...new Set(issues.map(({ path }) => path[0] as keyof HowWeDecide))];
