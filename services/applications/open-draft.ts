import type { Actor } from '../access.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import type { Facts } from '../eligibility/facts.ts';
import { told } from '../eligibility/memory.ts';
import { hubOfPerson, openHub } from '../hub-questions/hub-of-person.ts';
import { type Hub, hubAt, memberAt } from '../people/hub.ts';
import { personAt } from '../people/person.ts';
import type { Programme } from '../people/programme.ts';
import { read } from '../store/record.ts';
import { type Application, applicationIdOf } from './application.ts';
import { type Draft, type DraftValues, draftAt, draftRecord, draftsOf } from './draft.ts';
import { valuesFrom } from './draft-answers.ts';
import { draftTimes } from './draft-times.ts';
import { ownApplication } from './look.ts';

/**
 * A person's draft of a new application: for this cohort, else the last they began for another; undefined when they have
 * none.
 */
export async function ownDraft(
  deps: Pick<Deps, 'store'>,
  { personId }: Pick<Actor, 'personId'>,
  cohort: string,
): Promise<Draft | undefined> {
  const draft = await read(deps.store, draftAt(personId, { cohort }));
  if (draft && !draft.changes) return draft;
  const others = (await draftsOf(deps, personId)).filter(({ changes }) => !changes);
  return others.toSorted((one, other) => (one.at < other.at ? -1 : 1)).at(-1);
}

/**
 * Begins a draft with what is known: what they sent before, with the changes to it that they did not send; what they told
 * the bot, what Teams says of them. Where there is a draft by then, that one stays.
 */
export async function startDraft(
  deps: Deps,
  actor: Actor,
  programme: Programme,
  email: string | undefined,
): Promise<Draft> {
  const { cohort } = programme;
  const [before, hub] = await Promise.all([ownApplication(deps, actor, cohort), hubOfPerson(deps, actor, programme)]);
  const only = programme.hubs.length === 1 ? programme.hubs[0] : undefined;
  const hubId = hub?.id ?? (before && openHub(programme, before.hubId)?.id) ?? only?.id;
  const unsent = before && (await read(deps.store, draftAt(actor.personId, { cohort, changes: before.applicationId })));
  const last = unsent?.values ?? (before?.answers && valuesFrom(before.answers));
  const values = last ? toAgreeAnew(last) : await knownOf(deps, actor, email);
  return writeDraft(deps, actor.personId, { cohort, hubId, values, step: 'you' });
}

/** What they wrote before. What they agreed to, they agree to anew. */
export const toAgreeAnew = (values: DraftValues): DraftValues => ({
  ...values,
  subjectLeaderKnows: false,
  hasReadInformation: false,
});

async function knownOf(deps: Deps, actor: Actor, email: string | undefined): Promise<DraftValues> {
  const [{ facts }, person, ...members] = await Promise.all([
    told(deps, actor),
    read(deps.store, personAt(actor.personId)),
    ...[...actor.hubs.keys()].map((hubId) => read(deps.store, memberAt(hubId, actor.personId))),
  ]);
  const school = person?.school ?? members.find((member) => member?.school)?.school ?? '';
  return { name: actor.name, email: email ?? '', search: school, typedSchool: school, ...fromFacts(facts) };
}

const qtsAnswer = { yes: 'yes', no: 'no', 'ask-hub': 'not-sure' } as const;

/** When they started is known to the month only where they said the month. */
function fromFacts({ qts, experience }: Facts): DraftValues {
  const exact = experience?.startedBy && experience.maxMonths - experience.minMonths <= 1;
  const [year, month] = experience?.startedBy?.split('-') ?? [];
  return { ...(qts && { qts: qtsAnswer[qts] }), ...(exact && { started: `${month}/${year}` }) };
}

/** Begins a draft that changes an application which was sent, or goes on with the one there is. */
export async function startChanges(deps: Deps, personId: string, hubId: string, application: Application) {
  const { cohort, answers } = application;
  const changes = applicationIdOf(application);
  return writeDraft(deps, personId, { cohort, hubId, values: valuesFrom(answers), step: 'check', changes });
}

type New = Pick<Draft, 'cohort' | 'hubId' | 'suggestedBy' | 'values' | 'step' | 'changes' | 'heard'>;

async function writeDraft(deps: Deps, personId: string, fields: New): Promise<Draft> {
  const { hubId, changes } = fields;
  const ref = draftAt(personId, fields);
  const hub = hubId ? await read(deps.store, hubAt(hubId)) : undefined;
  const draft = newDraft(personId, fields, hub, deps.clock.now());
  const result = await change(deps, { partition: ref.partition, read: { held: ref } }, ({ held }) =>
    held && held.changes === changes
      ? { kind: 'there' as const, draft: held }
      : { kind: 'begun' as const, draft, write: [draft] },
  );
  return 'draft' in result ? result.draft : draft;
}

/** The record of a draft that begins now. `hub` is the one that it names. */
export function newDraft(personId: string, fields: New, hub: Hub | undefined, now: Date): Draft {
  const { cohort, hubId, changes } = fields;
  const { partition, id } = draftAt(personId, fields);
  return draftRecord.make({
    partition,
    id,
    person: personId,
    ...fields,
    // Higher than that of any draft before: a card of another draft never fits this one.
    version: now.getTime(),
    born: now.getTime(),
    saved: {},
    at: now.toISOString(),
    ...draftTimes({ changes, hubId }, hub?.cohorts[cohort]?.closes, now),
  });
}
