import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { defineRecord, type RecordOf, read } from '../store/record.ts';

/** What holds for the whole programme: edited by coordinators, never by a release. */
export const programmeRecord = defineRecord('programme', 1, {
  /** The cohort that people apply to now. */
  cohort: z.string(),
  hubs: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Tenants whose people may use the bot; `*` admits all. */
  tenants: z.array(z.string()),
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
    programmeRecord.make({ partition: 'programme', id: 'programme', cohort: '10', hubs: [], tenants: firstTenants })
  );
}

/** Whether people of this tenant may use the bot. */
export function admits(settings: Programme, tenantId: string): boolean {
  return settings.tenants.includes('*') || settings.tenants.includes(tenantId);
}
