import type { Actor } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Deps } from '../deps.ts';
import { type Person, personAt, personPartition } from '../people/person.ts';
import { read } from '../store/record.ts';
import { type Draft, type DraftOf, draftAt } from './draft.ts';

/** How long the next message counts as the answer, in milliseconds. */
const patienceMs = 3_600_000;
/** Most characters of why somebody applies. */
export const longestWhy = 2000;

type Awaits = NonNullable<Person['awaits']>;

/** That a person's next message is why they apply. */
export const awaitWhy = ({ cohort, changes }: DraftOf, now: Date): Awaits => ({
  what: 'why',
  cohort,
  ...(changes && { changes }),
  until: new Date(now.getTime() + patienceMs).toISOString(),
});

/** What a person's next message is the answer to, at this instant. */
export const awaitedAt = ({ awaits }: Person, now: Date): Awaits | undefined =>
  awaits && awaits.until > now.toISOString() ? awaits : undefined;

export type Heard = { kind: 'heard'; draft: Draft } | { kind: 'too-long' } | { kind: 'nothing-to-answer' };

/** Keeps a message beside the draft until they say that it is their answer. One of more than 2,000 characters is not kept. */
export async function hearWhy(deps: Deps, { personId }: Actor, about: DraftOf, text: string): Promise<Heard> {
  const heard = text.replace(/[\p{Cc}--[\n\t]]/gv, '').trim();
  if (heard.length > longestWhy) return { kind: 'too-long' };
  const refs = { draft: draftAt(personId, about), person: personAt(personId) };
  const result = await change(deps, { partition: personPartition(personId), read: refs }, ({ draft, person }) => {
    if (!draft || !person) return { kind: 'nothing-to-answer' as const };
    const next = { ...draft, heard, version: draft.version + 1 };
    return { kind: 'heard' as const, draft: next, write: [next, { ...person, awaits: undefined }] };
  });
  return result.kind === 'heard' || result.kind === 'nothing-to-answer' ? result : { kind: 'nothing-to-answer' };
}

/** Makes what came as a message the answer. Undefined when there is no draft any more. */
export async function useHeard(
  deps: Deps,
  { personId }: Actor,
  { op, ...about }: DraftOf & { op: string },
): Promise<Draft | undefined> {
  const ref = draftAt(personId, about);
  const operation: Operation = { id: op, verb: 'application.use-heard', personId, input: {} };
  await change(deps, { partition: ref.partition, op: operation, read: { draft: ref } }, ({ draft }) => {
    if (!draft?.heard) return { kind: 'nothing-heard' };
    const version = draft.version + 1;
    const { heard, ...rest } = draft;
    const values = { ...draft.values, why: heard };
    const next = { ...rest, values, version, saved: { ...draft.saved, why: version }, step: 'why' as const };
    return { kind: 'used', write: [next] };
  });
  return read(deps.store, ref);
}

/** Lets them type it again: their next message is the answer. */
export async function hearAgain(deps: Deps, { personId }: Actor, about: DraftOf): Promise<void> {
  const ref = personAt(personId);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person }) =>
    person
      ? { kind: 'awaited', write: [{ ...person, awaits: awaitWhy(about, deps.clock.now()) }] }
      : { kind: 'nobody' },
  );
}
