import type { Actor } from '../access.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { openHub } from '../hub-questions/hub-of-person.ts';
import { hubAt } from '../people/hub.ts';
import type { Programme } from '../people/programme.ts';
import { read } from '../store/record.ts';
import { type Draft, type DraftOf, draftAt, draftRef } from './draft.ts';
import { ownApplication } from './look.ts';
import { newDraft, ownDraft, toAgreeAnew } from './open-draft.ts';

/**
 * A draft of a new application as one for the cohort that people apply to now. One begun for another goes on for this, with
 * all that is in it, and is gone there; what they agreed to, they agree to anew. A draft for this cohort stays as it is.
 * Undefined where it was sent or deleted in the same moment.
 */
export async function bringToCohort(deps: Deps, settings: Programme, begun: Draft): Promise<Draft | undefined> {
  const { cohort } = settings;
  if (begun.cohort === cohort) return begun;
  const { partition, person: personId = '', suggestedBy, values, step, heard, saved } = begun;
  const hubId = openHub(settings, begun.hubId ?? '')?.id;
  const hub = hubId ? await read(deps.store, hubAt(hubId)) : undefined;
  const fields = { cohort, hubId, suggestedBy: hubId && suggestedBy, values: toAgreeAnew(values), step, heard };
  const anew = newDraft(personId, fields, hub, deps.clock.now());
  const draft = { ...anew, saved: Object.fromEntries(Object.keys(saved).map((one) => [one, anew.version])) };
  const refs = { held: draftAt(personId, { cohort }), left: draftRef(begun) };
  const result = await change(deps, { partition, read: refs }, ({ held, left }) => {
    if (held) return { kind: 'there' as const, draft: held };
    if (!left) return { kind: 'gone' as const };
    if (left.version !== begun.version) return { kind: 'changed' as const, draft: left };
    return { kind: 'brought' as const, draft, write: [draft], remove: [left.id] };
  });
  if (!('draft' in result)) return undefined;
  return result.kind === 'changed' ? bringToCohort(deps, settings, result.draft) : result.draft;
}

/**
 * Which draft a card is about by now: that of a new application for a cohort that people no longer apply to has become one
 * for the cohort that they do, unless it was sent.
 */
export async function draftNow(deps: Deps, actor: Actor, settings: Programme, about: DraftOf): Promise<DraftOf> {
  const { cohort, changes } = about;
  if (changes || cohort === settings.cohort) return { cohort, changes };
  const [left, sent] = await Promise.all([
    read(deps.store, draftAt(actor.personId, about)),
    ownApplication(deps, actor, cohort),
  ]);
  if (sent && !left) return { cohort };
  const draft = await ownDraft(deps, actor, settings.cohort);
  if (draft) await bringToCohort(deps, settings, draft);
  return { cohort: settings.cohort };
}
