import type { Actor } from '../access.ts';
import { change, type Operation } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubIdOf } from '../people/hub.ts';
import { type Person, personAt, personPartition } from '../people/person.ts';
import { findSchools } from '../schools/find-schools.ts';
import { read } from '../store/record.ts';
import { openApplicationAt } from './application.ts';
import {
  type Draft,
  type DraftOf,
  type DraftValues,
  draftAt,
  draftRecord,
  type FormStep,
  formSteps,
  type Way,
} from './draft.ts';
import { type Checked, checkDraft, chosenSchool, firstWrong, problemsIn } from './draft-answers.ts';
import { draftTimes } from './draft-times.ts';
import { hubFromForm, type Suggested } from './suggested-hub.ts';
import { awaitWhy } from './why-as-message.ts';

type Save = DraftOf & {
  op: string;
  /** The draft's version when the card was made. */
  version: number;
  step: FormStep;
  go: Way;
  typed: DraftValues;
  /** The hub that was chosen, where the step asks for it. */
  hubId?: string;
  /** The hub that the form suggested. */
  suggested?: Suggested | undefined;
};

export type Saved =
  /** What was typed is kept; the draft says at which step they are now. */
  | { kind: 'saved'; draft: Draft }
  /** The step was saved elsewhere after the card was made: nothing is written over. */
  | { kind: 'saved-elsewhere'; draft: Draft }
  /** The card is of a draft before this one: nothing is written over. */
  | { kind: 'begun-anew'; draft: Draft }
  /** There is no draft any more: it was sent. */
  | { kind: 'sent' }
  /** The account has just become another person's. */
  | { kind: 'moved' };

/**
 * Keeps what was typed in one step, right or wrong, once however often the button is pressed. They go on when nothing is
 * wrong with it. A draft that is gone without having been sent is begun again from what was typed.
 */
export async function saveStep(deps: Deps, { personId }: Actor, save: Save): Promise<Saved> {
  const { cohort, step, go } = save;
  const ref = draftAt(personId, save);
  const partition = personPartition(personId);
  const before = await read(deps.store, ref);
  const { typed, asked } =
    step === 'school' ? await withSchool(deps, save, before) : { typed: save.typed, asked: before };
  const now = deps.clock.now();
  const today = dateInEngland(now);
  const hub = asked?.hubId ? await read(deps.store, hubAt(asked.hubId)) : undefined;
  const hubId = hub && hubIdOf(hub);
  const suggestedBy = hub && asked?.suggestedBy;
  const checked = await checkDraft(deps, { values: { ...before?.values, ...typed }, hubId }, today);
  const op: Operation = {
    id: save.op,
    verb: `application.save-${step}`,
    personId,
    input: { go, ...save.typed, hubId },
  };
  const refs = { draft: ref, open: openApplicationAt(personId, cohort), person: personAt(personId) };
  const result = await change(deps, { partition, op, read: refs }, ({ draft, open, person }) => {
    if (person?.movedTo) return { kind: 'moved' as const };
    if (!draft && (open || save.changes)) return { kind: 'sent' as const };
    const fields = { person: personId, cohort, values: {}, version: now.getTime(), saved: {}, step };
    const current = draft ?? draftRecord.make({ partition, id: ref.id, ...fields, at: now.toISOString() });
    const values = { ...current.values, ...typed };
    const kept: Draft = { ...current, values, ...(step === 'school' && { hubId, suggestedBy }) };
    const overtaken = whatOvertook(current, save);
    if (overtaken && !sameAnswers(current, kept)) return { kind: overtaken, draft: current };
    const version = current.version + 1;
    const next: Draft = {
      ...kept,
      version,
      saved: { ...current.saved, [step]: version },
      step: placeAfter(step, go, checked),
      at: now.toISOString(),
      ...draftTimes(kept, hub?.cohorts[cohort]?.closes, now),
    };
    return { kind: 'saved' as const, draft: next, write: [next, ...waiting(person, go, save, now)] };
  });
  if (result.kind !== 'repeated' && result.kind !== 'stale') return result;
  const held = await read(deps.store, ref);
  if (!held) return { kind: 'sent' };
  return { kind: result.kind === 'repeated' ? 'saved' : 'saved-elsewhere', draft: held };
}

/** Why a card is too old to be written into a draft; undefined when it is not. */
function whatOvertook({ born = 0, saved }: Draft, { step, version }: Save) {
  if (born > version) return 'begun-anew' as const;
  return (saved[step] ?? 0) > version ? ('saved-elsewhere' as const) : undefined;
}

const sameAnswers = (a: Draft, b: Draft) => a.hubId === b.hubId && shown(a.values) === shown(b.values);
const shown = (values: DraftValues) =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => value)
      .sort(),
  );

/** A step without faults leads on, and back to the whole once all are. */
function placeAfter(step: FormStep, go: Way, checked: Checked): Draft['step'] {
  const at = formSteps.indexOf(step);
  if (go === 'back') return formSteps[at - 1] ?? step;
  if (go !== 'next' || Object.keys(problemsIn(step, checked)).length > 0) return step;
  return firstWrong(checked) ? (formSteps[at + 1] ?? 'check') : 'check';
}

/** Whether their next message is an answer: once they go on with the card it is not. */
function waiting(person: Person | undefined, go: Way, draft: DraftOf, now: Date): Person[] {
  if (!person || (go !== 'message' && !person.awaits)) return [];
  return [{ ...person, awaits: go === 'message' ? awaitWhy(draft, now) : undefined }];
}

/**
 * The school as it is to be kept: found, where one was looked for, with its headteacher where none was typed. And the hub,
 * which goes with the school where it was only suggested.
 */
async function withSchool(deps: Deps, save: Save, before: Draft | undefined) {
  const { go, typed } = save;
  const [only, ...others] = go === 'find' && typed.search ? await findSchools(deps, typed.search) : [];
  const school = go === 'find' ? (only && others.length === 0 ? only.urn : '') : typed.school;
  const [chosen, earlier] = await Promise.all([
    chosenSchool(deps, { school }),
    chosenSchool(deps, { school: before?.values.school }),
  ]);
  const isOwn = typed.headteacher && typed.headteacher !== earlier?.head;
  const headteacher = isOwn ? typed.headteacher : (chosen?.head ?? typed.headteacher);
  const asked = before?.changes ? before : hubFromForm(save, { school, chosen });
  return { typed: { ...typed, school, headteacher }, asked };
}
