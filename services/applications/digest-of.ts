import type { Deps } from '../deps.ts';
import { hubAt, hubPartition } from '../people/hub.ts';
import { read, readPage } from '../store/record.ts';
import { applicationAt } from './application.ts';
import { type Happening, type HappeningKind, happeningRecord, happeningsFrom } from './happenings.ts';
import { queueLine, queueStart, stagedLine, stagedStart } from './lines.ts';
import { ownApplicationId } from './look.ts';
import { countIn, placesAt, takenPlaces } from './places.ts';
import { windowOf } from './rules.ts';
import { leadsOwn } from './to-leads-about.ts';

const pageSize = 200;
/** More decisions kept for later than these are not counted. */
export const mostCounted = pageSize;
/** How many of each kind are told by name. */
const mostNames = 5;

/** What happened, to how many applicants, and to whom: the first few by name. */
export type Told = { what: HappeningKind; count: number; names: string[] };

/** What a hub's digest says. */
export type Digest = {
  hubName: string;
  cohort: string;
  happened: Told[];
  /** With the hub to decide. */
  toDecide: number;
  /** Without the headteacher's word, when nobody can apply any more. */
  unendorsed: number;
  /** Decisions that are prepared and not yet released, without those that whoever reads it learns nothing of. */
  staged: number;
  /** Offers whose last day has gone by, the oldest first. */
  pastLastDay: { name: string; until: string }[];
  taken: number;
  quota: number | undefined;
};

/** Which digest: `day` is an ISO date in England; it tells what happened from one instant up to another. */
export type DigestAbout = { hubId: string; cohort: string; day: string; from: string; through: string };

/** One id a hub, cohort and day, so that it is one message however often it is made. */
export const digestId = ({ cohort, day }: Pick<DigestAbout, 'cohort' | 'day'>) =>
  `applications-digest:${cohort}:${day}`;

/**
 * A hub's digest as its records stand, or undefined when nothing has happened and nothing waits for the leads. While people
 * can still apply, what is there to be decided does not count as waiting. Its cost grows with what is new and with the
 * hub's quota, not with how many have applied. `reader` is the lead to whom it goes; without one it stands before all.
 */
export async function digestOf(
  deps: Pick<Deps, 'store'>,
  about: DigestAbout,
  reader?: string,
): Promise<Digest | undefined> {
  const { hubId, cohort, day } = about;
  const [hub, places, happened, pastLastDay, staged] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    read(deps.store, placesAt(hubId, cohort)),
    happenedIn(deps, about),
    pastLastDayOf(deps, about),
    stagedIn(deps, about, reader),
  ]);
  if (!hub || hub.closed) return undefined;
  const isClosed = windowOf(hub, cohort, day).kind === 'closed';
  const unendorsed = isClosed ? countIn(places, 'waiting-for-endorsement') : 0;
  const toDecide = countIn(places, 'with-hub');
  const waiting = unendorsed + staged + pastLastDay.length + (isClosed ? toDecide : 0);
  if (happened.length === 0 && waiting === 0) return undefined;
  const quota = hub.cohorts[cohort]?.quota;
  const counts = { toDecide, unendorsed, staged, taken: takenPlaces(places), quota };
  return { hubName: hub.name, cohort, happened, pastLastDay, ...counts };
}

async function happenedIn(deps: Pick<Deps, 'store'>, { hubId, cohort, from, through }: DigestAbout): Promise<Told[]> {
  const told = new Map<HappeningKind, Set<string>>();
  const end = happeningsFrom(cohort, through);
  for (let after: string | undefined = happeningsFrom(cohort, from); after; ) {
    const page: Happening[] = await readPage(deps.store, happeningRecord, hubPartition(hubId), {
      after,
      limit: pageSize,
    });
    const here = page.filter(({ id }) => id < end);
    for (const { what, applicationId } of here) told.set(what, (told.get(what) ?? new Set()).add(applicationId));
    after = here.length === pageSize ? here.at(-1)?.id : undefined;
  }
  return Promise.all(
    [...told].map(async ([what, ids]) => ({ what, count: ids.size, names: await namesOf(deps, hubId, [...ids]) })),
  );
}

/** The first few of them by name; those that have gone to another hub since have none here. */
async function namesOf(deps: Pick<Deps, 'store'>, hubId: string, applicationIds: string[]): Promise<string[]> {
  const few = applicationIds.slice(0, mostNames);
  const found = await Promise.all(few.map((id) => read(deps.store, applicationAt(hubId, id))));
  return found.flatMap((application) => (application ? [application.answers.name] : []));
}

/**
 * How many decisions are kept for later, as far as one page goes. One about a lead does not count where that lead reads
 * it: a number that is more than what they are shown would tell them.
 */
async function stagedIn(deps: Pick<Deps, 'store'>, { hubId, cohort }: DigestAbout, reader?: string): Promise<number> {
  const after = stagedStart(cohort);
  const page = await readPage(deps.store, stagedLine, hubPartition(hubId), { after, limit: pageSize });
  const hidden = reader
    ? new Set([await ownApplicationId(deps, { personId: reader }, cohort)])
    : await leadsOwn(deps, hubId, cohort);
  return page.filter(({ id, applicationId }) => id.startsWith(after) && !hidden.has(applicationId)).length;
}

/** Offers never are more than the hub's places: one page of the queue has them all. */
async function pastLastDayOf(deps: Pick<Deps, 'store'>, { hubId, cohort, day }: DigestAbout) {
  const after = queueStart(cohort, 'offered');
  const page = await readPage(deps.store, queueLine, hubPartition(hubId), { after, limit: pageSize });
  return page
    .flatMap(({ id, name, until }) => (id.startsWith(after) && until && until < day ? [{ name, until }] : []))
    .sort((one, other) => (one.until < other.until ? -1 : 1));
}
