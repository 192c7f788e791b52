import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import type { Deps } from '../deps.ts';
import { type HolidayFault, holidaysIn } from './holidays.ts';
import { type CohortYears, type Programme, programmeAt, yearsOf } from './programme.ts';

const dateOrNone = z.union([z.iso.date(), z.literal('')]).default('');

/** What a coordinator sets for a cohort. Its name is part of ids. Year One has both dates or none; the years follow each other. */
const cohortSettings = z
  .strictObject({
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,11}$/),
    yearOneFrom: dateOrNone,
    yearOneTo: dateOrNone,
    yearTwoTo: dateOrNone,
    /** School holidays, one a line, for the whole programme whatever the cohort. Absent: they stay as they are. */
    holidays: z.string().optional(),
  })
  .refine(({ yearOneFrom, yearOneTo }) => (yearOneFrom === '') === (yearOneTo === ''), { path: ['yearOneTo'] })
  .refine(({ yearOneFrom, yearOneTo }) => yearOneFrom === '' || yearOneFrom < yearOneTo, { path: ['yearOneTo'] })
  .refine(({ yearOneTo, yearTwoTo }) => yearTwoTo === '' || (yearOneTo !== '' && yearOneTo < yearTwoTo), {
    path: ['yearTwoTo'],
  });
export type CohortTyped = Record<Exclude<keyof z.infer<typeof cohortSettings>, 'holidays'>, string> & {
  holidays?: string | undefined;
};
export type CohortFault = Exclude<keyof CohortTyped, 'holidays'>;

export type CohortSaved =
  | { kind: 'saved'; name: string }
  | { kind: 'faults'; faults: CohortFault[]; lines: HolidayFault[] }
  /** It would be another cohort that people apply to, with these years: only when that is what `start` says. */
  | { kind: 'another-cohort'; name: string; years: CohortYears }
  /** The cohort, or this form, has been saved otherwise meanwhile. */
  | { kind: 'stale' }
  | { kind: 'denied' };

/**
 * Sets a cohort's years, which cohort people apply to, and the school holidays. `cohort` is the one the coordinator was looking at. The years of
 * earlier cohorts stay.
 */
export async function saveCohort(
  deps: Deps,
  actor: Actor,
  settings: Programme,
  { op, cohort, typed, start }: { op: string; cohort: string; typed: CohortTyped; start: boolean },
): Promise<CohortSaved> {
  if (!can(actor, 'run-programme', {})) return { kind: 'denied' };
  const { data, error } = cohortSettings.safeParse(typed);
  const holidays = typed.holidays === undefined ? undefined : holidaysIn(typed.holidays);
  const lines = holidays && 'faults' in holidays ? holidays.faults : [];
  if (!data || (holidays && 'faults' in holidays))
    return { kind: 'faults', faults: error ? faultsIn(error) : [], lines };
  const { name } = data;
  if (name !== cohort && !start) return { kind: 'another-cohort', name, years: yearsFor(settings, data) };
  const verb = start ? 'cohort.start' : 'cohort.save';
  const operation: Operation = { id: op, verb, personId: actor.personId, input: { cohort, typed } };
  const about = { partition: programmeAt.partition, op: operation, read: { programme: programmeAt } };
  const result = await change(deps, about, ({ programme = settings }) => {
    if (programme.cohort !== cohort) return { kind: 'stale' as const };
    return {
      kind: 'saved' as const,
      write: [
        {
          ...programme,
          cohort: name,
          years: { ...programme.years, [name]: yearsIn(data) },
          ...(holidays && { holidays }),
        },
      ],
      audit: { by: actor.personId, event: name === cohort ? 'cohort-saved' : 'cohort-started', subject: name },
    };
  });
  return result.kind === 'stale' ? { kind: 'stale' } : { kind: 'saved', name };
}

const faultsIn = ({ issues }: z.ZodError) => [...new Set(issues.map(({ path }) => path[0] as CohortFault))];

/** The years another cohort begins with: its own where it has been before, and none that are only left over from this one. */
function yearsFor(settings: Programme, data: z.infer<typeof cohortSettings>): CohortYears {
  const typed = yearsIn(data);
  const leftOver = isDeepStrictEqual(typed, yearsOf(settings));
  return settings.years[data.name] ?? (leftOver ? {} : typed);
}

function yearsIn({ yearOneFrom, yearOneTo, yearTwoTo }: z.infer<typeof cohortSettings>): CohortYears {
  return { ...(yearOneFrom && { yearOneFrom, yearOneTo }), ...(yearTwoTo && { yearTwoTo }) };
}
