import { z } from 'zod';
import type { Actor } from '../access.ts';
import { change } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { personPartition } from '../people/person.ts';
import { defineRecord, read } from '../store/record.ts';
import { type CriterionId, criterionIds } from './criteria.ts';
import { type Facts, facts } from './facts.ts';
import { recalled, withNewer } from './remembering.ts';

/** How long what somebody told about themselves is kept, in days. */
const keepDays = 30;
/** How long a question of the bot's counts as the one that is being answered, in milliseconds. */
const conversationMs = 2 * 3_600_000;

/** What somebody has told about themselves, and what they were asked last. Theirs alone. */
const toldRecord = defineRecord('told', 1, {
  facts,
  /** The day on which their experience was what they said: it has grown since. */
  toldOn: z.iso.date(),
  asked: z.array(z.enum(criterionIds)),
  at: z.string(),
});

const toldAt = (personId: string) => toldRecord.at(personPartition(personId), 'told');

/** What somebody has told, as it stands today; `asked` is what the bot has just asked them, if anything. */
export type Told = { facts: Facts; asked: CriterionId[] };

/** What a person has told about themselves within 30 days. */
export async function told(deps: Pick<Deps, 'store' | 'clock'>, { personId }: Pick<Actor, 'personId'>): Promise<Told> {
  const stored = await read(deps.store, toldAt(personId));
  if (!stored) return { facts: {}, asked: [] };
  const now = deps.clock.now();
  const justAsked = now.getTime() - Date.parse(stored.at) < conversationMs;
  return { facts: recalled(stored.facts, stored.toldOn, dateInEngland(now)), asked: justAsked ? stored.asked : [] };
}

/** Keeps what a person has just told about themselves, beside what they told before, and what they are asked next. */
export async function keepTold(deps: Deps, { personId }: Actor, said: Facts, asked: CriterionId[]): Promise<void> {
  const ref = toldAt(personId);
  const { partition, id } = ref;
  await change(deps, { partition, read: { before: ref } }, ({ before }) => {
    const now = deps.clock.now();
    const toldOn = said.experience || !before ? dateInEngland(now) : before.toldOn;
    const expires = new Date(now.getTime() + keepDays * 86_400_000).toISOString();
    const fields = { facts: withNewer(before?.facts ?? {}, said), toldOn, asked, at: now.toISOString(), expires };
    return { kind: 'kept', write: [toldRecord.make({ partition, id, person: personId, ...fields })] };
  });
}

/** Somebody has gone on to something else: what they type next answers nothing that was asked before. */
export async function forgetAsked(deps: Deps, { personId }: Pick<Actor, 'personId'>): Promise<void> {
  const ref = toldAt(personId);
  if (!(await read(deps.store, ref))?.asked.length) return;
  await change(deps, { partition: ref.partition, read: { told: ref } }, ({ told: held }) =>
    held && held.asked.length > 0 ? { kind: 'forgotten', write: [{ ...held, asked: [] }] } : { kind: 'nothing-asked' },
  );
}

/** Forgets what a person told about themselves. */
export async function forgetTold(deps: Deps, { personId }: Actor): Promise<void> {
  const ref = toldAt(personId);
  await change(deps, { partition: ref.partition, read: { before: ref } }, () => ({
    kind: 'forgotten',
    remove: [ref.id],
  }));
}
