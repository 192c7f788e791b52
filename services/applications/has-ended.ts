import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { applicationAt, isOpen, type OpenApplication } from './application.ts';

/** Whether nothing more comes of a person's application for a cohort: they may apply again. Once it is so, it stays so. */
export async function hasEnded(
  deps: Pick<Deps, 'store'>,
  { hubId, applicationId }: Pick<OpenApplication, 'hubId' | 'applicationId'>,
): Promise<boolean> {
  const application = await read(deps.store, applicationAt(hubId, applicationId));
  return application !== undefined && !isOpen(application);
}
