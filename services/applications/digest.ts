import { z } from 'zod';
import { change } from '../change.ts';
import { dateInEngland, hourInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { toLeads } from '../hub-questions/posts.ts';
import { hubPartition } from '../people/hub.ts';
import type { Programme } from '../people/programme.ts';
import { defineRecord, read } from '../store/record.ts';
import { isWorkingDay } from '../working-days.ts';
import { cohortsIn } from './cohorts.ts';
import { digestId, digestOf } from './digest-of.ts';

/** When leads get their digest, in England: at 8 on working days, or as soon after as the bot runs, until 6. */
const hours = { from: 8, to: 18 };
/** A commit that is under way while the digest is made is left for the next one. */
const marginMs = 60_000;

/** Until when a hub's leads have been told of a cohort's applications, and on which day that was. */
const digestRecord = defineRecord('digest', 1, { day: z.iso.date(), through: z.string() });
const digestAt = (hubId: string, cohort: string) => digestRecord.at(hubPartition(hubId), `digest:${cohort}`);

/**
 * Posts each hub's digests of its applications, one a cohort: once on a working day, and only when something has happened
 * since the last one or something waits for the leads. Comes to the same however many replicas do it, and however often.
 */
export async function postDigests(deps: Deps, { hubs, cohort }: Programme): Promise<void> {
  const now = deps.clock.now();
  const hour = hourInEngland(now);
  if (!isWorkingDay(dateInEngland(now)) || hour < hours.from || hour >= hours.to) return;
  for (const { id } of hubs) await postDigestsOf(deps, { hubId: id, cohort, now });
}

/** The cohort that people apply to comes last: once its digest is done, so are the others. */
async function postDigestsOf(deps: Deps, about: { hubId: string; cohort: string; now: Date }): Promise<void> {
  const { hubId, cohort, now } = about;
  const last = await read(deps.store, digestAt(hubId, cohort));
  if (last && last.day >= dateInEngland(now)) return;
  const earlier = (await cohortsIn(deps, hubId)).filter((held) => held.cohort !== cohort);
  for (const held of earlier) await postDigest(deps, { hubId, cohort: held.cohort, now });
  await postDigest(deps, about);
}

async function postDigest(
  deps: Deps,
  { hubId, cohort, now }: { hubId: string; cohort: string; now: Date },
): Promise<void> {
  const day = dateInEngland(now);
  const ref = digestAt(hubId, cohort);
  const last = await read(deps.store, ref);
  if (last && last.day >= day) return;
  const through = new Date(now.getTime() - marginMs).toISOString();
  const about = { hubId, cohort, day, from: last?.through ?? '', through };
  const content = { kind: 'applications-digest' as const, ...about };
  const tell = (await digestOf(deps, about)) ? await toLeads(deps, hubId, digestId(about), content) : [];
  const { partition, id } = ref;
  await change(deps, { partition, read: { digest: ref } }, ({ digest }) => {
    if (digest && digest.day >= day) return { kind: 'posted-before' };
    // Also on a quiet day: what happens later today is told tomorrow.
    return { kind: 'posted', write: [digestRecord.make({ partition, id, day, through })], tell };
  });
}
