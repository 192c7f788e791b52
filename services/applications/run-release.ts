import type { Actor } from '../access.ts';
import { change } from '../change.ts';
import type { Message } from '../delivery/message.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubIdOf, hubPartition, rolesIn } from '../people/hub.ts';
import { currentPerson } from '../people/person.ts';
import { heirOf, programme } from '../people/programme.ts';
import { transitRecord } from '../people/transit.ts';
import { read } from '../store/record.ts';
import { type Application, applicationAt } from './application.ts';
import { decideApplication } from './decide.ts';
import type { StagedLine } from './lines.ts';
import { placesAt } from './places.ts';
import { noRoomFor, type Release, releaseAt, releaseRecord, releaseTask, stagedIn } from './release.ts';
import { mayTellNow, nextMorning } from './release-hours.ts';
import type { LeftBecause } from './release-outcome.ts';
import { outcomeOf, pressFor, type Telling, type ToldNow, tidings } from './release-tidings.ts';

/** How many releases are looked at together. */
const page = 50;

/** What happens on the clock: a release whose morning has come is left as a task. */
export async function wakeReleases(deps: Deps): Promise<void> {
  const dueBefore = deps.clock.now().toISOString();
  for (const { record } of await deps.store.find({ type: releaseRecord.type, dueBefore }, page)) {
    const found = releaseRecord.parse(record);
    const hubId = hubIdOf(found);
    const ref = releaseAt(hubId, found.cohort);
    await change(deps, { partition: ref.partition, read: { release: ref } }, ({ release }) => {
      if (!release?.due || release.due > dueBefore) return { kind: 'not-due' };
      const task = releaseTask(hubId, release.cohort, `${release.op}:${release.due}`);
      return { kind: 'woken', write: [{ ...release, due: undefined, waited: true as const }], tasks: [task] };
    });
  }
}

/**
 * The task behind a release: each application by a commit of its own, so that it goes on where it stopped, also while
 * another replica runs it. Whoever released them must still be a lead. Outside working hours it waits for the morning.
 * Where there are not places for all of its offers any more, none is made; where the hub has been merged, nobody is told.
 * What is left is told to the leads; what became of all, where it has waited, to whoever released them.
 */
export async function runRelease(deps: Deps, owed: Extract<Owed, { name: 'release-staged' }>): Promise<void> {
  const { hubId, cohort } = owed;
  const release = await read(deps.store, releaseAt(hubId, cohort));
  if (!release || release.doneAt || release.due) return;
  const now = deps.clock.now();
  if (!mayTellNow(now)) return settle(deps, hubId, release, { due: nextMorning(now), begun: undefined });
  const heir = heirOf(await programme(deps, []), hubId);
  const telling: Telling = { deps, actor: await releasing(deps, heir, release), release, hubId };
  if (heir !== hubId) return leaveToHeir(telling, heir);
  const lines = await keptOf(deps, hubId, release);
  const begun = await begin(deps, hubId, release, lines.filter(({ event }) => event === 'offer').length);
  if (!begun) return;
  const { told, left } = await tellAll(telling, { lines, ...begun });
  await finish(telling, told, left);
}

type Begun = NonNullable<Release['begun']>;
type Left = Release['left'];

/** Tells the applicants one after another; gives back whom, and those who are left. */
async function tellAll(
  telling: Telling,
  { lines, noOffers }: Begun & { lines: StagedLine[] },
): Promise<{ told: ToldNow; left: Left }> {
  const { deps, hubId, release } = telling;
  const told: ToldNow = new Map();
  const whyLeft = new Map<string, LeftBecause>();
  for (const line of lines) {
    const { applicationId, event } = line;
    const became = event === 'offer' && noOffers ? noOffers : await tellOne(telling, line);
    if (became === 'told') told.set(applicationId, event);
    else if (became) whyLeft.set(applicationId, became);
  }
  // Another replica may have told some of them since, or a lead have taken them back.
  const left = (await keptOf(deps, hubId, release)).flatMap(({ applicationId, name }) => {
    const why = whyLeft.get(applicationId);
    return why ? [{ applicationId, name, why }] : [];
  });
  return { told, left };
}

/**
 * The decisions of a hub that was merged lie with its heir, whose places they would take and whose leads have not released
 * them: those hear of it, once all have come there.
 */
async function leaveToHeir(telling: Telling, heir: string): Promise<void> {
  const { deps, hubId, release } = telling;
  const onTheirWay = await deps.store.list(hubPartition(hubId), transitRecord.type, { limit: 1 });
  if (onTheirWay.length > 0 || (await keptOf(deps, hubId, release)).length > 0)
    throw new Error(`not everybody of ${hubId} has come to ${heir}`);
  const left = (await keptOf(deps, heir, release)).map(({ applicationId, name }) => {
    return { applicationId, name, why: 'merged' as const };
  });
  await finish(telling, new Map(), left);
}

/** Those of the decisions released that are still kept. */
async function keptOf(deps: Deps, hubId: string, release: Release): Promise<StagedLine[]> {
  const lines = await Array.fromAsync(stagedIn(deps, hubId, release.cohort));
  return lines.filter((line) => isPartOf(release, line));
}

/**
 * Settles whether so many offers are made, once for all who run this release: the bot does not choose among them. Undefined
 * where it is over, or another has taken its place.
 */
async function begin(deps: Deps, hubId: string, { op, cohort }: Release, offers: number): Promise<Begun | undefined> {
  const refs = { release: releaseAt(hubId, cohort), hub: hubAt(hubId), places: placesAt(hubId, cohort) };
  const result = await change(deps, { partition: refs.release.partition, read: refs }, ({ release, hub, places }) => {
    if (release?.op !== op || release.doneAt || release.due) return { kind: 'another-since' as const };
    if (release.begun) return { kind: 'begun' as const, begun: release.begun };
    const noRoom = noRoomFor(offers, { hub, places, cohort });
    const begun = { noOffers: noRoom?.kind === 'too-many' && noRoom.free === 0 ? 'full' : noRoom?.kind } as const;
    return { kind: 'begun' as const, begun, write: [{ ...release, begun }] };
  });
  return result.kind === 'begun' ? result.begun : undefined;
}

/** Whoever released them, with the roles they have now. */
async function releasing(deps: Deps, hubId: string, { by }: Release): Promise<Actor> {
  const { personId, person } = await currentPerson(deps, by);
  const hubs = await rolesIn(deps, personId, [hubId]);
  return { personId, formerly: person?.formerly ?? [], name: '', tenantId: '', coordinator: false, hubs };
}

/** Whether a decision is one of those released: it is not, once it was taken back and another was kept. */
const isPartOf = ({ decisions, askedAt }: Release, { applicationId, at = '' }: StagedLine): boolean =>
  decisions ? decisions[applicationId] === at : at <= askedAt;

/** Tells one applicant; or gives back why they could not be told. Undefined when there is nothing to tell any more. */
async function tellOne(telling: Telling, { applicationId, at }: StagedLine): Promise<'told' | LeftBecause | undefined> {
  const { deps, actor, hubId } = telling;
  const kept = (await read(deps.store, applicationAt(hubId, applicationId)))?.staged;
  if (!kept || (at && kept.at !== at)) return undefined;
  const still = ({ staged }: Application) => staged?.at === kept.at && staged.by === kept.by;
  const { kind } = await decideApplication(deps, actor, { ...pressFor(telling, applicationId), still }, kept);
  return kind === 'moved' ? 'told' : kind;
}

/** Keeps that a release is over, and says what became of it. */
async function finish(telling: Telling, told: ToldNow, left: Left): Promise<void> {
  const { deps, hubId, release } = telling;
  const tell = await tidings(telling, await outcomeOf(telling, told, left), left);
  await settle(deps, hubId, release, { doneAt: deps.clock.now().toISOString(), left }, tell);
}

async function settle(
  deps: Deps,
  hubId: string,
  { op, cohort }: Release,
  becomes: Partial<Release>,
  tell: Message[] = [],
): Promise<void> {
  const ref = releaseAt(hubId, cohort);
  await change(deps, { partition: ref.partition, read: { release: ref } }, ({ release }) =>
    release?.op === op && !release.doneAt
      ? { kind: 'settled', write: [{ ...release, due: undefined, ...becomes }], tell }
      : { kind: 'another-since' },
  );
}
