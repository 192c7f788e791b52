import { currentApplication } from '../../services/applications/look.ts';
import type { Turn } from '../turn.ts';

/** The cohort that a card names, or else that of the application of theirs that matters now. */
export async function ownCohort({ deps, actor, programme }: Turn, named?: string): Promise<string> {
  if (named) return named;
  const own = await currentApplication(deps, actor, programme.cohort);
  return own?.cohort ?? programme.cohort;
}
