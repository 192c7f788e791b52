import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { defineRecord, type RecordOf, read } from '../store/record.ts';
import { hubIdFor } from './hub-rows.ts';

/**
 * A cohort's years as coordinators set them. The programme document gives no dates, so nothing is inferred from these and
 * nothing stands in for them.
 */
const cohortYears = z.strictObject({
  yearOneFrom: z.iso.date().optional(),
  yearOneTo: z.iso.date().optional(),
  yearTwoTo: z.iso.date().optional(),
});
export type CohortYears = z.infer<typeof cohortYears>;

/** What holds for the whole programme: edited by coordinators, never by a release. */
export const programmeRecord = defineRecord('programme', 1, {
  /** The cohort that people apply to now. */
  cohort: z.string(),
  /** Cohort → its years, also of cohorts that people no longer apply to. */
  years: z.record(z.string(), cohortYears).default({}),
  /** School holidays, first and last day: no offer runs out in them. */
  holidays: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })).default([]),
  hubs: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Hubs that ended: closed, or merged into another. */
  closedHubs: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        at: z.string(),
        by: z.string().optional(),
        mergedInto: z.string().optional(),
      }),
    )
    .default([]),
  /** Tenants whose people may use the bot; `*` admits all. */
  tenants: z.array(z.string()),
  /** Tenants whose people may not, even where all are admitted. */
  removedTenants: z.array(z.string()).default([]),
  /** Made up, for trying the bot: never to be run with credentials. */
  demo: z.literal(true).optional(),
});
export type Programme = RecordOf<typeof programmeRecord>;

export const programmeAt = programmeRecord.at('programme', 'programme');

/** The programme's settings. Before a coordinator has set any, there are no hubs and `firstTenants` are admitted. */
export async function programme(deps: Pick<Deps, 'store'>, firstTenants: string[]): Promise<Programme> {
  const stored = await read(deps.store, programmeAt);
  return (
    stored ??
    programmeRecord.make({
      partition: 'programme',
      id: 'programme',
      cohort: '10',
      years: {},
      holidays: [],
      hubs: [],
      closedHubs: [],
      tenants: firstTenants,
      removedTenants: [],
    })
  );
}

/** Whether people of this tenant may use the bot: not if a coordinator has taken it off the list, even where `*` is on it. */
export function admissionOf(
  { tenants, removedTenants }: Programme,
  tenantId: string,
): 'admitted' | 'removed' | 'not-added' {
  if (removedTenants.includes(tenantId)) return 'removed';
  return tenants.includes('*') || tenants.includes(tenantId) ? 'admitted' : 'not-added';
}

/** The open hub of this name, if there is one: names are the same when they come to the same id. */
export function hubNamed({ hubs }: Programme, name: string): { id: string; name: string } | undefined {
  return hubs.find((hub) => hubIdFor(hub.name) === hubIdFor(name));
}

/** The years of the cohort that people apply to now. */
export const yearsOf = ({ cohort, years }: Programme): CohortYears => years[cohort] ?? {};

/** Which of the cohort's years have no dates yet. */
export type MissingYear = 'year-one' | 'year-two';
export function missingYears({ yearOneFrom, yearTwoTo }: CohortYears): MissingYear[] {
  return [...(yearOneFrom ? [] : ['year-one' as const]), ...(yearTwoTo ? [] : ['year-two' as const])];
}

/** The hub that answers for what a hub holds: itself, or the one it was merged into, however often. */
export function heirOf({ closedHubs }: Pick<Programme, 'closedHubs'>, hubId: string): string {
  const into = closedHubs.find(({ id }) => id === hubId)?.mergedInto;
  return into ? heirOf({ closedHubs: closedHubs.filter(({ id }) => id !== hubId) }, into) : hubId;
}
