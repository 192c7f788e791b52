import { change } from '../change.ts';
import { dateInEngland, hourInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { hubAt } from '../people/hub.ts';
import { currentPerson, messageTo } from '../people/person.ts';
import { programme } from '../people/programme.ts';
import { read } from '../store/record.ts';
import { isWorkingDay } from '../working-days.ts';
import { openApplicationAt } from './application.ts';
import { type Draft, draftRecord, draftRef } from './draft.ts';
import { isReminderDue, nextLook } from './draft-times.ts';
import { hasEnded } from './has-ended.ts';
import { windowOf } from './rules.ts';

/** How many are looked at together. */
const atOnce = 50;
/** When people are reminded, in England: from 9 to 6 on working days. */
const hours = { from: 9, to: 18 };

/**
 * Reminds everybody once of a draft whose hub closes soon: not of one that was sent or has gone, not while an application
 * of theirs is open, not for a cohort that people no longer apply to, and not once the hub has closed. Comes to the same
 * however many replicas do it, and however often.
 */
export async function remindOfDrafts(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const hour = hourInEngland(now);
  if (!isWorkingDay(dateInEngland(now)) || hour < hours.from || hour >= hours.to) return;
  const { cohort } = await programme(deps, []);
  for (;;) {
    const found = await deps.store.find({ type: draftRecord.type, dueBefore: now.toISOString() }, atOnce);
    let done = 0;
    for (const { record } of found) {
      if (await lookAt(deps, draftRecord.parse(record), { cohort, now })) done += 1;
    }
    if (found.length < atOnce || done === 0) return;
  }
}

/** Says whether anything was done about it. */
async function lookAt(
  deps: Deps,
  found: Draft,
  { cohort: current, now }: { cohort: string; now: Date },
): Promise<boolean> {
  const { person: owner = '', cohort, hubId, partition } = found;
  const refs = { draft: draftRef(found), open: openApplicationAt(owner, cohort) };
  const [{ personId, person }, hub, applied] = await Promise.all([
    currentPerson(deps, owner),
    hubId ? read(deps.store, hubAt(hubId)) : undefined,
    read(deps.store, refs.open),
  ]);
  const ended = applied && (await hasEnded(deps, applied)) ? applied.applicationId : undefined;
  const today = dateInEngland(now);
  const window = hub && !hub.closed ? windowOf(hub, cohort, today) : undefined;
  const result = await change(deps, { partition, read: refs }, ({ draft, open }) => {
    if (!draft?.due || draft.due > now.toISOString() || draft.hubId !== hubId) return { kind: 'not-due' };
    const closes = cohort === current && window?.kind === 'open' ? window.closes : undefined;
    const hasApplied = open !== undefined && open.applicationId !== ended;
    if (!closes || hasApplied || !isReminderDue(draft, closes, now))
      return { kind: 'put-off', write: [{ ...draft, due: nextLook(draft, now) }] };
    const message = {
      id: `draft-reminder:${cohort}:${closes}`,
      ...messageTo(personId, person),
      content: { kind: 'draft-reminder' as const, cohort },
    };
    return { kind: 'reminded', write: [{ ...draft, due: undefined, reminded: true as const }], tell: [message] };
  });
  return result.kind !== 'not-due';
}
