import { authorityKey, hubsCovering } from '../people/authorities.ts';
import type { School } from '../schools/school.ts';
import type { Draft } from './draft.ts';
import type { HubWindow } from './look.ts';

/** A hub that stands in the form because it covers a local authority: nobody has chosen it. */
export type Suggested = { hubId: string; authority: string };

/** The hubs that cover the local authority of a school: at least one. */
export type Covered = {
  authority: string;
  hubs: Pick<HubWindow, 'id' | 'name' | 'window'>[];
  /** There are more hubs than one. */
  isChoice: boolean;
};

/** Which hubs cover a school's local authority; undefined where none does. */
export function coveredBy(hubs: HubWindow[], { localAuthority: authority }: School): Covered | undefined {
  const covering = hubsCovering(hubs, authority);
  return covering.length > 0 ? { authority, hubs: covering, isChoice: hubs.length > 1 } : undefined;
}

/**
 * The hub that stands in the form: the draft's, else the only one that covers the school and is still to close. Where
 * several do, none is chosen for them.
 */
export function hubInForm(
  { hubId, suggestedBy }: Pick<Draft, 'hubId' | 'suggestedBy'>,
  covered: Covered | undefined,
): { hubId: string; suggested: Suggested | undefined } {
  if (hubId) return { hubId, suggested: suggestedBy ? { hubId, authority: suggestedBy } : undefined };
  const [only, ...others] = (covered?.hubs ?? []).filter(({ window }) => window.kind !== 'closed');
  if (!covered || !only || others.length > 0) return { hubId: '', suggested: undefined };
  return { hubId: only.id, suggested: { hubId: only.id, authority: covered.authority } };
}

/**
 * The hub of a form that is saved, and which authority suggested it where it is not their own choice. Such a hub goes with
 * the school: once that is another authority's, or not in the register, it is no reason to choose it.
 */
export function hubFromForm(
  { hubId, suggested }: { hubId?: string | undefined; suggested?: Suggested | undefined },
  { school, chosen }: { school: string | undefined; chosen: School | undefined },
): Pick<Draft, 'hubId' | 'suggestedBy'> {
  if (!suggested || hubId !== suggested.hubId) return { hubId };
  const { authority } = suggested;
  const still = !school || (chosen && authorityKey(chosen.localAuthority) === authorityKey(authority));
  return still ? { hubId, suggestedBy: authority } : {};
}
