import { type Actor, can, isActor } from '../access.ts';
import { change, type Operation, wasDone } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Message } from '../delivery/message.ts';
import type { Owed, Task } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt, hubIdOf, hubPartition, type Member, memberAt, memberRecord } from '../people/hub.ts';
import { noSpecialist, remember, withMember } from '../people/membership.ts';
import { currentPerson, messageTo, type Person } from '../people/person.ts';
import { programme } from '../people/programme.ts';
import type { Holidays } from '../school-days.ts';
import { read, type StoredFields } from '../store/record.ts';
import { type Application, applicationAt, applicationIdOf, applicationRecord, isEndorsed } from './application.ts';
import { keeping } from './keep.ts';
import { linkStanding } from './link.ts';
import { changedBy, type Movement, namesAnotherSchool, whyOf } from './movement.ts';
import { noPlaces, type Places, placesAt, takenPlaces } from './places.ts';
import { type ApplicantNews, type ApplicationState, changesUnasked, isForThem, moveFor, takesPlace } from './states.ts';

/**
 * Who moves an application: somebody in Teams, the headteacher by the link of this number, or the bot where the hub lets
 * it.
 */
export type By = { who: 'applicant' | 'lead'; actor: Actor } | { who: 'headteacher'; link: number } | { who: 'bot' };

export type Moved =
  | { kind: 'moved'; state: ApplicationState; application: Application }
  /** It cannot make this move from where it stands now: somebody was faster, or the card is old. */
  | { kind: 'not-now'; state: ApplicationState; application: Application }
  /** All places of the hub are offered or accepted. */
  | { kind: 'full'; quota: number }
  /** The hub's quota has not been set. */
  | { kind: 'no-quota' }
  /** They are the applicant, or have said that they know them. */
  | { kind: 'conflicted' }
  /** The offer still runs: nobody passes it on before its last day is over. */
  | { kind: 'too-early'; until: string }
  /** A lead has opened it: the applicant cannot edit it any more. */
  | { kind: 'opened' }
  /** It is not there, or not for them to see. */
  | { kind: 'denied' };

type Where = {
  op: string;
  hubId: string;
  applicationId: string;
  /** Whether it still is what whoever moves it has seen; with its hub where that is read. */
  still?: Still;
};
type Still = (application: Application, hub: Hub | undefined) => boolean;
type Found = {
  application: Application | undefined;
  places: Places | undefined;
  hub?: Hub | undefined;
  member?: Member | undefined;
  holidays?: Holidays;
};

/**
 * Moves an application, once however often the button is pressed: the application, the hub's places, the message to the
 * applicant and the line in the audit trail are one commit, and with an accepted offer the Specialist's membership too.
 * What the table of moves does not have, nobody can do. Offered and accepted are never more than the quota.
 */
export async function moveApplication(
  deps: Deps,
  by: By,
  { op, hubId, applicationId, still = () => true }: Where,
  movement: Movement,
): Promise<Moved> {
  const ref = applicationAt(hubId, applicationId);
  const before = await read(deps.store, ref);
  // Asked before anything else: also who comes with a press that was done before learns nothing here that is not theirs.
  if (!before || !mayMove(by, before)) return { kind: 'denied' };
  const [{ personId, person }, { holidays }] = await Promise.all([
    currentPerson(deps, before.person ?? ''),
    programme(deps, []),
  ]);
  const mover = moverId(by);
  const input = { applicationId, movement };
  const operation: Operation = { id: op, verb: moveVerb(movement.event), personId: mover, input };
  const refs = {
    application: ref,
    places: placesAt(hubId, before.cohort),
    ...((movement.event === 'offer' || movement.event === 'endorse') && { hub: hubAt(hubId) }),
    ...(movesMember(movement.event) && { hub: hubAt(hubId), member: memberAt(hubId, personId) }),
  };
  const about = { partition: hubPartition(hubId), op: operation, read: refs };
  const result = await change(deps, about, (found: Found) =>
    decide(deps, by, { movement, still }, { ...found, holidays }, person),
  );
  switch (result.kind) {
    case 'repeated':
    case 'stale': {
      const now = await read(deps.store, ref);
      if (!now) return { kind: 'denied' };
      return { kind: result.kind === 'repeated' ? 'moved' : 'not-now', state: now.state, application: now };
    }
    default:
      return result;
  }
}

/** What a move is called as an operation. */
const moveVerb = (event: Movement['event']) => `application:${event}`;

/** Whether this very press has moved an application, wherever that stands by now. */
export const wasMovedBy = (
  deps: Pick<Deps, 'store'>,
  by: By,
  { op, hubId }: Pick<Where, 'op' | 'hubId'>,
  event: Movement['event'],
): Promise<boolean> => wasDone(deps, hubPartition(hubId), { id: op, verb: moveVerb(event), personId: moverId(by) });

/** A place that is accepted makes a Specialist, and one that is given back ends it: the membership goes with it. */
const membershipMoves: Movement['event'][] = ['accept', 'accept-for', 'withdraw', 'withdraw-for'];
const movesMember = (event: Movement['event']) => membershipMoves.includes(event);

const moverId = (by: By): string => ('actor' in by ? (by.actor.actedBy ?? by.actor.personId) : by.who);

type Wanted = { movement: Movement; still: Still };

function decide(deps: Deps, by: By, { movement, still }: Wanted, found: Found, person: Person | undefined) {
  const { application: before, hub } = found;
  if (!before || !mayMove(by, before)) return { kind: 'denied' as const };
  if (by.who === 'lead' && isConflicted(by.actor, before)) return { kind: 'conflicted' as const };
  const { state } = before;
  const move = moveFor(state, movement.event, isEndorsed(before));
  if (!move?.who.includes(by.who) || !still(before, hub) || !fits(movement, before))
    return { kind: 'not-now' as const, state, application: before };
  const until = before.offer?.until ?? '';
  if (movement.event === 'pass-on' && dateInEngland(deps.clock.now()) <= until)
    return { kind: 'too-early' as const, until };
  if (by.who === 'headteacher' && linkStanding(before, by.link, deps.clock.now()) !== 'good')
    return { kind: 'not-now' as const, state, application: before };
  if (changesUnasked(movement.event, state) && before.openedAt) return { kind: 'opened' as const };
  const places = found.places ?? noPlaces(hubIdOf(before), before.cohort);
  if (takesPlace(move.to) && !takesPlace(state)) {
    const quota = hub?.cohorts[before.cohort]?.quota;
    if (quota === undefined) return { kind: 'no-quota' as const };
    if (takenPlaces(places) >= quota) return { kind: 'full' as const, quota };
  }
  const at = deps.clock.now().toISOString();
  const mover = moverId(by);
  const why = whyOf(movement);
  const { to } = move;
  const step = { at, by: mover, event: movement.event, from: state, to, ...(why && { why }) };
  const stepped = { ...before, state: to, steps: [...before.steps, step] };
  // Parsed, so that nothing is written that could not be read again.
  const moved = applicationRecord.make(changedBy(movement, stepped, { at, by: mover }));
  const { write, ...rest } = keeping(places, before, moved, found.holidays);
  const membership = membershipWith(deps, found, before, moved);
  return {
    kind: 'moved' as const,
    id: applicationIdOf(before),
    state: to,
    application: moved,
    write: [...write, ...membership.write],
    ...rest,
    audit: {
      by: mover,
      event: `application-${movement.event}`,
      subject: before.id,
      from: state,
      to,
      why,
      ...(isForThem(movement.event) && { onBehalfOf: before.person }),
    },
    tell: move.tells ? [newsOf(moved, move.tells, person)] : [],
    tasks: [...membership.tasks, ...freedPlace(before, moved)],
  };
}

/**
 * Whether what a movement says goes with the application. Two who extend an offer at once extend it once; answers that name
 * another school are a move of their own.
 */
function fits(movement: Movement, { offer, answers }: Application): boolean {
  if (movement.event === 'extend') return !offer || movement.until > offer.until;
  if (!('answers' in movement)) return true;
  return namesAnotherSchool(answers, movement.answers) === (movement.event === 'change-school');
}

/** The task that a move leaves when it gives a place back: one, however often it is tried. */
export function freedPlace(before: Application, moved: Application): Task[] {
  if (!takesPlace(before.state) || takesPlace(moved.state)) return [];
  const freed = `${applicationIdOf(moved)}:${moved.steps.length}`;
  const owed: Owed = { name: 'fill-place', hubId: hubIdOf(moved), cohort: moved.cohort, freed };
  return [{ id: `fill-place:${freed}`, owed, later: true }];
}

function mayMove(by: By, { partition, person }: Application): boolean {
  if (!('actor' in by)) return true;
  const about = { hubId: hubIdOf({ partition }), ...(person && { personId: person }) };
  return can(by.actor, by.who === 'lead' ? 'decide-applications' : 'own-application', about);
}

/** Whether somebody must leave an application to others: it is their own, or they have said that they know the person. */
export const isConflicted = (actor: Pick<Actor, 'personId' | 'formerly'>, { person, conflicts }: Application) =>
  isActor(actor, person) || conflicts.some((one) => isActor(actor, one));

/** What a move means for who is a Specialist: written in the same commit where the hub holds the membership. */
export function membershipWith(
  deps: Deps,
  { hub, member }: Pick<Found, 'hub' | 'member'>,
  before: Application,
  after: Application,
) {
  const nothing: { write: StoredFields[]; tasks: Task[] } = { write: [], tasks: [] };
  const joins = after.state === 'accepted' && before.state !== 'accepted';
  const leaves = before.state === 'accepted' && after.state !== 'accepted';
  const { person: personId = '', partition, answers } = after;
  const hubId = hubIdOf({ partition });
  if (!hub || (!joins && !leaves)) return nothing;
  const place = applicationIdOf(after);
  if (leaves) {
    if (!member?.roles.includes('specialist') || (member.place ?? place) !== place)
      return { write: [], tasks: [endMembershipTask(after)] };
    const left = noSpecialist(member);
    return { write: [left, withMember(hub, member, left)], tasks: [] };
  }
  const { name, school, email } = answers;
  const roles = [...new Set([...(member?.roles ?? []), 'specialist' as const])];
  const fields = { partition, id: memberAt(hubId, personId).id, person: personId, name, roles, school, email, place };
  const made = memberRecord.make(fields);
  return { write: [made, withMember(hub, member, made)], tasks: [remember(deps, personId, hubId)] };
}

/** Their membership has gone to another hub: there it ends by a task. */
function endMembershipTask(moved: Application): Task {
  const applicationId = applicationIdOf(moved);
  const { by = '' } = moved.steps.at(-1) ?? {};
  const owed: Owed = { name: 'end-membership', personId: moved.person ?? '', applicationId, by };
  return { id: `end-membership:${applicationId}:${moved.steps.length}`, owed };
}

/** One message a move: its number names it, so that it is one however often the move is tried. */
function newsOf(moved: Application, news: ApplicantNews, person: Person | undefined): Message {
  const applicationId = applicationIdOf(moved);
  const hubId = hubIdOf(moved);
  return {
    id: `application-news:${applicationId}:${moved.steps.length}`,
    ...messageTo(moved.person ?? '', person),
    content: { kind: 'application-news', hubId, applicationId, news },
  };
}
