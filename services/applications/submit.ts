import { randomUUID } from 'node:crypto';
import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { fingerprint } from '../fingerprint.ts';
import { arrivalAt, arrivalOf, type Hub, hubAt, hubIdOf, hubPartition } from '../people/hub.ts';
import { cameLate } from '../people/keep-open.ts';
import { mergeTask, messageTo, type Person, personAt, personPartition } from '../people/person.ts';
import { programme } from '../people/programme.ts';
import { schoolByUrn } from '../schools/find-schools.ts';
import { read } from '../store/record.ts';
import {
  type Answers,
  type Application,
  applicationAt,
  applicationRecord,
  type OpenApplication,
  openApplicationAt,
  openApplicationRecord,
} from './application.ts';
import { type Draft, draftAt } from './draft.ts';
import { hasEnded } from './has-ended.ts';
import { keeping } from './keep.ts';
import { linkUntil } from './link.ts';
import { noPlaces, placesAt } from './places.ts';
import { checkAnswers, type Problems, type Window, windowOf } from './rules.ts';

type Submit = {
  op: string;
  cohort: string;
  hubId: string;
  typed: Record<keyof Answers, unknown>;
  /** The draft it was, which is gone with it. */
  draft?: Draft;
  /** Which texts of the hub's the applicant was shown, by `hubTextsName`; absent where they were shown none. */
  textsShown?: string;
};

/** Names the texts of a hub that stand beside an application before it is sent. */
export const hubTextsName = (hub: Hub): string => fingerprint([hubIdOf(hub), hub.privacy?.text, hub.commitments?.text]);

type Held = { open: OpenApplication | undefined; person: Person | undefined; draft?: Draft | undefined };

export type SubmitResult =
  | { kind: 'submitted' }
  /** There is one already, from this press or an earlier one: show that. */
  | { kind: 'already-open' }
  | { kind: 'refused'; problems: Problems }
  | { kind: 'no-such-hub' }
  /** The hub has other texts by now than those that were shown: nothing was submitted. */
  | { kind: 'other-texts' }
  /** The account has just become another person's: nothing was submitted. */
  | { kind: 'moved' }
  /** People apply to this cohort now, and to no other: nothing was submitted. */
  | { kind: 'other-cohort'; cohort: string }
  | { kind: 'window'; window: Exclude<Window, { kind: 'open' }> }
  | { kind: 'denied' };

/**
 * Hands in an application, once however often the button is pressed. The person's one open application for the cohort
 * is reserved first, in their own partition; placing it with the hub is a task that runs at once and, should the process
 * die in between, again until it is done.
 */
export async function submitApplication(deps: Deps, actor: Actor, input: Submit): Promise<SubmitResult> {
  const { cohort, hubId, typed } = input;
  if (!can(actor, 'apply', {})) return { kind: 'denied' };
  const ref = openApplicationAt(actor.personId, cohort);
  const before = await read(deps.store, ref);
  if (before && !(await hasEnded(deps, before))) return { kind: 'already-open' };
  const [hub, current] = await Promise.all([read(deps.store, hubAt(hubId)), programme(deps, [])]);
  if (cohort !== current.cohort) return { kind: 'other-cohort', cohort: current.cohort };
  if (!hub || (hub.closed && !hub.closed.mergedInto)) return { kind: 'no-such-hub' };
  const now = deps.clock.now();
  const window = windowOf(hub, cohort, dateInEngland(now));
  if (window.kind !== 'open') return { kind: 'window', window };
  const { textsShown } = input;
  if (textsShown !== undefined && textsShown !== hubTextsName(hub)) return { kind: 'other-texts' };
  const checked = checkAnswers(typed, dateInEngland(now));
  if ('problems' in checked) return { kind: 'refused', problems: checked.problems };

  const schoolFacts = await factsOfSchool(deps, checked);
  const by = actor.actedBy ?? actor.personId;
  const op: Operation = { id: input.op, verb: 'application.submit', personId: by, input: { hubId, typed } };
  // In a hub's list applications stand cohort by cohort, oldest first.
  const applicationId = `${cohort}:${now.toISOString()}:${randomUUID()}`;
  const drafted = draftAt(actor.personId, { cohort });
  const refs = { open: ref, person: personAt(actor.personId), ...(input.draft && { draft: drafted }) };
  const result = await change(
    deps,
    { partition: personPartition(actor.personId), op, read: refs },
    ({ open, person, draft }: Held) => {
      if (person?.movedTo) return { kind: 'moved' as const };
      if (input.draft && draft?.version !== input.draft.version) return { kind: 'already-open' as const };
      if (open && open.applicationId !== before?.applicationId) return { kind: 'already-open' as const };
      const reservation = openApplicationRecord.make({
        partition: ref.partition,
        id: ref.id,
        person: actor.personId,
        cohort,
        hubId,
        applicationId,
        tenantId: actor.tenantId,
        submittedAt: now.toISOString(),
        submittedBy: actor.actedBy,
        ...(textsShown !== undefined && {
          textsOf: hubId,
          privacyShown: hub.privacy?.since,
          commitmentsShown: hub.commitments?.since,
        }),
        answers: checked,
        schoolFacts,
      });
      const owed: Owed = { name: 'place-application', personId: actor.personId, hubId, cohort, applicationId };
      return {
        kind: 'submitted' as const,
        id: applicationId,
        write: [reservation],
        remove: draft ? [draft.id] : [],
        tasks: [{ id: `place-application:${applicationId}`, owed }],
      };
    },
  );
  if (result.kind === 'moved' || result.kind === 'submitted') return { kind: result.kind };
  return { kind: 'already-open' };
}

/** What the register says of a school that was found there; undefined for one that was typed. */
async function factsOfSchool(deps: Deps, { urn }: Pick<Answers, 'urn'>): Promise<Application['schoolFacts']> {
  const school = urn ? await schoolByUrn(deps, urn) : undefined;
  return school && { stateFunded: school.stateFunded, secondary: school.secondary };
}

/**
 * The task behind a submission: creates the application in its hub, or in the one that was merged into, once; then lets
 * the person's copy of the answers go.
 */
export async function placeApplication(deps: Deps, owed: Extract<Owed, { name: 'place-application' }>): Promise<void> {
  const { applicationId, personId } = owed;
  const reservation = openApplicationAt(personId, owed.cohort);
  const open = await read(deps.store, reservation);
  if (!open?.answers || open.applicationId !== applicationId) return;
  const hubId = await placeIn(deps, owed.hubId, { ...open, answers: open.answers });
  const refs = { open: reservation, person: personAt(personId) };
  await change(deps, { partition: personPartition(personId), read: refs }, ({ open: held, person }) => {
    if (!held?.answers || held.applicationId !== applicationId) return { kind: 'released-before' };
    return {
      kind: 'released',
      write: [{ ...held, hubId: held.moves ? held.hubId : hubId, answers: undefined }],
      // Merged into somebody else while this was on its way: it follows.
      ...(person?.movedTo && { tasks: [mergeTask(deps, personId, person.movedTo)] }),
    };
  });
}

/** Creates an application in a hub, or in the one that was merged into; gives back which. */
async function placeIn(deps: Deps, hubId: string, open: OpenApplication & { answers: Answers }): Promise<string> {
  const { person: personId = '', cohort, applicationId, tenantId, answers } = open;
  const { submittedAt, submittedBy, textsOf, privacyShown, commitmentsShown, schoolFacts } = open;
  const person = submittedBy ? await read(deps.store, personAt(personId)) : undefined;
  const partition = hubPartition(hubId);
  const refs = {
    hub: hubAt(hubId),
    arrival: arrivalAt(hubId, applicationId),
    places: placesAt(hubId, cohort),
    application: applicationAt(hubId, applicationId),
  };
  const result = await change(deps, { partition, read: refs }, ({ hub, arrival, places, application }) => {
    if (arrival || application) return { kind: 'placed-before' as const };
    if (hub?.closed?.mergedInto) return { kind: 'hub-merged' as const, into: hub.closed.mergedInto };
    const by = submittedBy ?? personId;
    const state = 'waiting-for-endorsement' as const;
    const created = applicationRecord.make({
      partition,
      id: refs.application.id,
      person: personId,
      cohort,
      tenantId,
      state,
      submittedAt,
      submittedBy,
      textsOf,
      privacyShown,
      commitmentsShown,
      answers,
      schoolFacts,
      link: { number: 1, until: linkUntil(deps.clock.now()) },
      conflicts: [],
      notes: [],
      opinions: [],
      // When it came to the hub: digests tell what came since the last one.
      steps: [{ at: deps.clock.now().toISOString(), by, event: 'submit', to: state }],
      reminded: [],
    });
    const { write, ...rest } = keeping(places ?? noPlaces(hubId, cohort), undefined, created);
    const done = submittedBy && {
      id: `done-for-you:${applicationId}`,
      ...messageTo(personId, person),
      content: { kind: 'done-for-you' as const, hubId, what: 'application' as const, by: submittedBy, at: submittedAt },
    };
    return {
      kind: 'placed' as const,
      write: [...write, arrivalOf(hubId, applicationId, deps.clock.now())],
      ...rest,
      audit: {
        by,
        event: 'application-submit',
        subject: refs.application.id,
        to: state,
        ...(submittedBy && { onBehalfOf: personId }),
      },
      tell: done ? [done] : [],
      tasks: cameLate(hub, hubId, applicationId, by),
    };
  });
  return result.kind === 'hub-merged' ? placeIn(deps, result.into, open) : hubId;
}
